/** When a question returns that is answered well each time: what a newcomer is shown before there is a log. */
import { publishedParameters, intervalFor, nextRecall } from '../../src/memory/fsrs-model.ts'
import { type MemoryState, unseenState } from '../../src/memory/memory-state.ts'

export interface FirstReturn {
  /** Days until it comes back. */
  readonly days: number
  /** FSRS stability in days while it waits. */
  readonly stability: number
}

/** The first `count` intervals of a question rated good each time, first steps and fuzz aside. */
export function firstReturns(desiredRetention: number, maximumIntervalDays: number, count: number): readonly FirstReturn[] {
  const returns: FirstReturn[] = []
  let state: MemoryState = unseenState
  for (let review = 0; review < count; review += 1) {
    const recall = nextRecall(state, returns.at(-1)?.days ?? 0, 'good', publishedParameters)
    returns.push({ days: intervalFor(recall.stability, desiredRetention, maximumIntervalDays, publishedParameters), stability: recall.stability })
    state = { ...unseenState, ...recall, stage: 'review', lastDay: 0, dueDay: 0 }
  }
  return returns
}
