/** The memory from where it was saved: the snapshot, and the entries written since. */
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
    const knowsRedoable = rebuildJournal(memory, covered)
    const follows = later.every(({ event }) => applyEvent(memory, event) === 'applied')
    return follows && (knowsRedoable || later.some(({ event }) => 'questionId' in event)) ? memory : undefined
  } catch (error) {
    if (error instanceof CorruptBytes || error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Gives it its journal back, so that undo and redo reach behind the last opening of the app. False when rows take back or
 * bring again what is older than they are, and nothing new followed: what can be redone only the whole log then knows.
 * @param rows entries that the snapshot holds already, in order
 */
function rebuildJournal(memory: Memory, rows: readonly HotRow[]): boolean {
  const { journal, redoable } = memory
  let knowsRedoable = true
  // A snapshot is saved of logs that have segments.
  memory.hasOlderActions = true
  for (const { event, before = unseenState } of rows) {
    switch (event.type) {
      case 'repair-clock':
      case 'set-parameters':
        break
      case 'undo': {
        if (redoable.some((undone) => isTarget(undone, event.target))) break
        const index = journal.findLastIndex((entry) => isTarget(entry.event, event.target))
        const entry = journal[index]
        if (entry === undefined) knowsRedoable = false
        else redoable.push(entry.event)
        // An undo behind the journal changed states that it knows: those are left to a replay.
        if (entry === undefined || journal.findLastIndex((later) => later.event.questionId === entry.event.questionId) !== index) journal.length = 0
        else journal.splice(index, 1)
        break
      }
      case 'redo': {
        const index = redoable.findLastIndex((undone) => isTarget(undone, event.target))
        if (index < 0) knowsRedoable = false
        else redoable.splice(index, 1)
        // The state that it was applied to is not in the row: again left to a replay.
        journal.length = 0
        break
      }
      default:
        redoable.length = 0
        knowsRedoable = true
        journal.push({ event, before })
    }
  }
  return knowsRedoable
}
