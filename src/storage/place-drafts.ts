/** From what is to be recorded to the rows that are written. */
import type { QuestionId } from '../content/ids.ts'
import { nextOrder, type ActionEvent, type EventDraft, type EventStamp } from '../memory/event.ts'
import { isTarget, stateOf, type Memory } from '../memory/memory.ts'
import { unseenState, type MemoryState } from '../memory/memory-state.ts'
import { nextState } from '../memory/replay.ts'
import type { HotRow } from './log-store.ts'

/** Gives drafts their place at the end of the log, and works out the states before and after. Changes nothing. */
export function placeDrafts(memory: Memory, drafts: readonly EventDraft[], last: Pick<EventStamp, 'device' | 'sequence'>): HotRow[] {
  const ahead = new Map<QuestionId, MemoryState>()
  let order = memory.newest.order
  return drafts.map((draft, index): HotRow => {
    order = nextOrder(order, draft.utcMs)
    const stamp = { device: last.device, sequence: last.sequence + index + 1, order }
    switch (draft.type) {
      case 'undo': {
        const entry = memory.journal.findLast(({ event }) => isTarget(event, draft.target))
        if (entry !== undefined && entry.event.type !== 'rate') ahead.set(entry.event.questionId, entry.before)
        return { order, event: { ...draft, ...stamp } }
      }
      case 'redo':
      case 'repair-clock':
      case 'set-parameters':
        return { order, event: { ...draft, ...stamp } }
      default: {
        const before = ahead.get(draft.questionId) ?? stateOf(memory, draft.questionId)
        // Another tab was faster: both answers are kept, but only the first moves the schedule.
        const event = draft.type === 'answer' ? { ...draft, ...stamp, practice: draft.practice || before.reviews > draft.reviewsBefore } : { ...draft, ...stamp }
        const row = rowOf(event, before)
        if (row.after !== undefined) ahead.set(draft.questionId, row.after)
        return row
      }
    }
  })
}

/** What a new rating leads to shows once it is applied to the answer that it is for. */
export function rowOf(event: ActionEvent, before: MemoryState): HotRow {
  return { order: event.order, event, ...(before === unseenState ? {} : { before }), ...(event.type === 'rate' ? {} : { after: nextState(before, event) }) }
}
