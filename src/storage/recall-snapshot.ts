/** The memory from where it was saved: the snapshot, and the entries written since. */
import { eventId } from '../memory/event.ts'
import { isTarget, type Memory } from '../memory/memory.ts'
import { unseenState } from '../memory/memory-state.ts'
import { applyEvent } from '../memory/replay.ts'
import { CorruptBytes } from './bytes.ts'
import type { HotRow, StoredHead } from './log-store.ts'
import { unpackSnapshot } from './snapshot.ts'

/** Undefined when there is no snapshot that fits. */
export function recallSnapshot({ mark, snapshot, hot }: StoredHead): Memory | undefined {
  if (snapshot === undefined) return undefined
  try {
    const memory = unpackSnapshot(snapshot)
    const [covered, later] = [hot.filter(({ order }) => order <= memory.newest.order), hot.filter(({ order }) => order > memory.newest.order)]
    if (memory.eventCount + later.length !== mark.sealedCount + hot.length) return undefined
    rebuildJournal(memory, covered)
    return later.every(({ event }) => applyEvent(memory, event) === 'applied') ? memory : undefined
  } catch (error) {
    if (error instanceof CorruptBytes || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Gives it its journal back, so that undo reaches behind the last opening of the app. @param rows entries that the snapshot holds already, in order */
function rebuildJournal(memory: Memory, rows: readonly HotRow[]): void {
  const { journal, redoable } = memory
  for (const { event, before = unseenState } of rows) {
    switch (event.type) {
      case 'repair-clock':
      case 'set-parameters':
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
