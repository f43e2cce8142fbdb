/** Gives a memory from a snapshot its journal back, so that undo reaches behind the last opening of the app. */
import { eventId } from '../memory/event.ts'
import { isTarget, type Memory } from '../memory/memory.ts'
import { unseenState } from '../memory/memory-state.ts'
import type { HotRow } from './log-store.ts'

/** @param rows entries that the snapshot holds already, in order */
export function rebuildJournal(memory: Memory, rows: readonly HotRow[]): void {
  const { journal, redoable } = memory
  for (const { event, before = unseenState } of rows) {
    switch (event.type) {
      case 'repair-clock':
        break
      case 'undo': {
        const index = journal.findLastIndex((entry) => isTarget(entry.event, event.target))
        const entry = journal[index]
        // An undo behind the journal changed states that it knows: those are left to a replay.
        if (entry === undefined || journal.findLastIndex((later) => later.event.questionId === entry.event.questionId) !== index) journal.length = 0
        else redoable.push(...journal.splice(index, 1).map((undone) => undone.event))
        break
      }
      case 'redo': {
        const index = redoable.findLastIndex((undone) => eventId(undone) === event.target)
        const [redone] = index < 0 ? [] : redoable.splice(index, 1)
        // The state that it was applied to is not in the row: again left to a replay.
        if (redone !== undefined) journal.length = 0
        break
      }
      default:
        redoable.length = 0
        journal.push({ event, before })
    }
  }
}
