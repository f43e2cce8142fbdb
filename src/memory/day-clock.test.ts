import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { dayNumber, dayStartMs, elapsedDays, weekday, type Moment } from './day-clock.ts'
import { defaultSettings, readSettings } from './settings.ts'

const dayMs = 86_400_000

/** What a device's clock tells in a time zone. */
function offsetsIn(timeZone: string): { at: (utcMs: number) => Moment; atLocal: (localMs: number) => Moment } {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const known = new Map<number, number>()
  const at = (utcMs: number): Moment => {
    const hour = Math.floor(utcMs / 1_800_000)
    const offsetMinutes = known.get(hour) ?? readOffset(format.formatToParts(utcMs).find(({ type }) => type === 'timeZoneName')?.value ?? '')
    known.set(hour, offsetMinutes)
    return { utcMs, offsetMinutes }
  }
  // The offset may change between the guess and the moment itself.
  const atLocal = (localMs: number): Moment => at(localMs - at(localMs - at(localMs).offsetMinutes * 60_000).offsetMinutes * 60_000)
  return { at, atLocal }
}
function readOffset(name: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

describe('the day clock', () => {
  it('begins a day at the rollover hour of the learner', () => {
    const night = { utcMs: Date.UTC(2026, 2, 2, 3, 59), offsetMinutes: 0 }
    expect(dayNumber({ ...night, utcMs: night.utcMs + 60_000 }, 4)).toBe(dayNumber(night, 4) + 1)
    expect(dayNumber({ ...night, offsetMinutes: 60 }, 4)).toBe(dayNumber(night, 4) + 1)
  })

  it('knows the weekday', () => {
    expect(weekday(dayNumber({ utcMs: Date.UTC(2026, 2, 1, 12), offsetMinutes: 0 }, 4))).toBe(0)
  })

  it('finds the start of every day', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000, max: 40_000 }), fc.integer({ min: -840, max: 840 }), fc.nat(23), (day, offsetMinutes, rolloverHour) => {
      const utcMs = dayStartMs(day, offsetMinutes, rolloverHour)
      expect(dayNumber({ utcMs, offsetMinutes }, rolloverHour)).toBe(day)
      expect(dayNumber({ utcMs: utcMs - 1, offsetMinutes }, rolloverHour)).toBe(day - 1)
    }))
  })

  it('counts every local noon of two years once, wherever the clocks are put forward or back', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kathmandu']) {
      const offsets = offsetsIn(zone)
      let before: number | undefined
      for (let noon = Date.UTC(2024, 0, 1, 12); noon < Date.UTC(2026, 0, 1); noon += dayMs) {
        const day = dayNumber(offsets.atLocal(noon), 4)
        if (before !== undefined) expect(day).toBe(before + 1)
        before = day
      }
    }
  })

  it('never steps back while time goes on, through every change of the clocks', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']) {
      const offsets = offsetsIn(zone)
      let before = 0
      for (let utcMs = Date.UTC(2024, 0, 1); utcMs < Date.UTC(2025, 0, 1); utcMs += 30 * 60_000) {
        const day = dayNumber(offsets.at(utcMs), 4)
        expect(day).toBeGreaterThanOrEqual(before)
        before = day
      }
    }
  })

  it('never counts below zero', () => {
    expect([elapsedDays(5, 9), elapsedDays(9, 5)]).toEqual([4, 0])
  })
})

describe('settings', () => {
  it('take their defaults where they are missing', () => {
    expect(readSettings(undefined)).toEqual({ ok: true, value: defaultSettings })
    expect(readSettings({ newPerDay: 3 })).toEqual({ ok: true, value: { ...defaultSettings, newPerDay: 3 } })
  })

  it('name every wrong value and keep the rest', () => {
    const read = readSettings({ desiredRetention: 0.5, restDays: [0, 1, 2, 3, 4, 5, 6], newPerDay: 3 })
    expect(read.value).toEqual({ ...defaultSettings, newPerDay: 3 })
    expect(read.ok ? [] : read.problems.map(({ setting }) => setting)).toEqual(['desiredRetention', 'restDays'])
  })
})
