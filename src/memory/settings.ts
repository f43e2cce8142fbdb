/** What the learner decides about the schedule and the queue. Appearance is the app's own matter. */
export interface LearnerSettings {
  /** The share of due questions to be recalled, 0.70 to 0.97. */
  readonly desiredRetention: number
  readonly maximumIntervalDays: number
  /** Minutes between the steps of a new question; none means that days begin at once. */
  readonly learningSteps: readonly number[]
  /** Minutes between the steps of a forgotten question. */
  readonly relearningSteps: readonly number[]
  /** Spread due days a little, and towards days with less to do; the same log gives the same days. */
  readonly fuzz: boolean
  /** Weekdays, 0 for Sunday, on which nothing falls due if another day is near; six at most. */
  readonly restDays: readonly number[]
  /** The local hour at which a day begins, 0 to 23. */
  readonly rolloverHour: number
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** Which new questions come: those opened by reading first, or only those. */
  readonly newFrom: 'opened-first' | 'opened-only'
  /** Lapses at which a question is called a leech. */
  readonly leechLapses: number
  readonly leechAction: 'tell' | 'suspend'
  /** Never two questions on one claim in a day. */
  readonly keepSiblingsApart: boolean
}

export const defaultSettings: LearnerSettings = {
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  learningSteps: [1, 10],
  relearningSteps: [10],
  fuzz: true,
  restDays: [],
  rolloverHour: 4,
  newPerDay: 10,
  reviewsPerDay: 200,
  newFrom: 'opened-first',
  leechLapses: 8,
  leechAction: 'tell',
  keepSiblingsApart: true,
}

/** Least and greatest value of each number, for the form that edits it. */
export const settingRanges = {
  desiredRetention: { least: 0.7, greatest: 0.97 },
  maximumIntervalDays: { least: 7, greatest: 36_500 },
  rolloverHour: { least: 0, greatest: 23 },
  newPerDay: { least: 0, greatest: 9_999 },
  reviewsPerDay: { least: 0, greatest: 9_999 },
  leechLapses: { least: 2, greatest: 99 },
} as const
export type RangedSetting = keyof typeof settingRanges

export interface SettingProblem {
  readonly setting: keyof LearnerSettings
  readonly hint: string
}
export type SettingsReading = { readonly ok: true; readonly value: LearnerSettings } | { readonly ok: false; readonly value: LearnerSettings; readonly problems: readonly SettingProblem[] }

/** Reads settings from outside: missing ones take their default; a wrong one takes it too and is told. */
export function readSettings(raw: unknown): SettingsReading {
  const given: Readonly<Record<string, unknown>> = typeof raw === 'object' && raw !== null ? Object.fromEntries(Object.entries(raw)) : {}
  const problems: SettingProblem[] = []

  function read<Key extends keyof LearnerSettings>(setting: Key, accepts: (value: unknown) => value is LearnerSettings[Key], hint: string): LearnerSettings[Key] {
    const value = given[setting]
    if (value === undefined) return defaultSettings[setting]
    if (accepts(value)) return value
    problems.push({ setting, hint })
    return defaultSettings[setting]
  }
  function readNumber(setting: RangedSetting, whole = true): number {
    const { least, greatest } = settingRanges[setting]
    return read(setting, (value): value is number => typeof value === 'number' && value >= least && value <= greatest && (!whole || Number.isInteger(value)), `a ${whole ? 'whole ' : ''}number from ${least} to ${greatest}`)
  }
  const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
  const isSteps = (value: unknown): value is readonly number[] => Array.isArray(value) && value.length <= 10 && value.every((minutes) => Number.isInteger(minutes) && minutes >= 1 && minutes <= 1_440)
  const isRestDays = (value: unknown): value is readonly number[] => Array.isArray(value) && value.length <= 6 && new Set(value).size === value.length && value.every((day) => Number.isInteger(day) && day >= 0 && day <= 6)
  const stepsHint = 'at most ten whole numbers of minutes, each from 1 to 1440'

  const value: LearnerSettings = {
    desiredRetention: readNumber('desiredRetention', false),
    maximumIntervalDays: readNumber('maximumIntervalDays'),
    learningSteps: read('learningSteps', isSteps, stepsHint),
    relearningSteps: read('relearningSteps', isSteps, stepsHint),
    fuzz: read('fuzz', isFlag, 'yes or no'),
    restDays: read('restDays', isRestDays, 'at most six weekdays, 0 for Sunday to 6'),
    rolloverHour: readNumber('rolloverHour'),
    newPerDay: readNumber('newPerDay'),
    reviewsPerDay: readNumber('reviewsPerDay'),
    newFrom: read('newFrom', (value): value is LearnerSettings['newFrom'] => value === 'opened-first' || value === 'opened-only', 'opened-first or opened-only'),
    leechLapses: readNumber('leechLapses'),
    leechAction: read('leechAction', (value): value is LearnerSettings['leechAction'] => value === 'tell' || value === 'suspend', 'tell or suspend'),
    keepSiblingsApart: read('keepSiblingsApart', isFlag, 'yes or no'),
  }
  return problems.length === 0 ? { ok: true, value } : { ok: false, value, problems }
}
