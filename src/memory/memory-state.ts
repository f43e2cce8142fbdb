/** What is remembered of one question. Never the truth itself: always derivable from the log. */

interface Common {
  /** Scheduled reviews so far (practice is not counted). */
  readonly reviews: number
  /** How often it was forgotten after it had been learned. */
  readonly lapses: number
  readonly suspended: boolean
  readonly flagged: boolean
  /** The last day on which it was rated again; -1 when never. */
  readonly failedDay: number
}

export interface NewState extends Common {
  readonly stage: 'new'
  /** The day on which reading opened it; -1 when it is not opened. */
  readonly openedDay: number
}

interface Remembered extends Common {
  /** FSRS stability: days until retrievability falls to 90 %. */
  readonly stability: number
  /** FSRS difficulty, 1 to 10. */
  readonly difficulty: number
  readonly lastDay: number
  readonly dueDay: number
}

export interface LearningState extends Remembered {
  readonly stage: 'learning' | 'relearning'
  /** Which step comes next, from 0. */
  readonly step: number
  readonly lastMs: number
  readonly dueMs: number
}

export interface ReviewState extends Remembered {
  readonly stage: 'review'
}

export type RememberedState = LearningState | ReviewState
export type MemoryState = NewState | RememberedState

/** A question that the log does not know. */
export const unseenState: NewState = { stage: 'new', openedDay: -1, reviews: 0, lapses: 0, suspended: false, flagged: false, failedDay: -1 }

/** A question that keeps being forgotten: it was so at least `leechLapses` times. */
export function isLeech(state: MemoryState, leechLapses: number): boolean {
  return state.stage !== 'new' && state.lapses >= leechLapses
}
