import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { dayNumber, dayStartMs, elapsedDays, weekday } from './day-clock.ts'
import { defaultSettings, readSettings } from './settings.ts'

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
