import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { arbitrarySteps, playSteps, remembered } from '../memory/arbitrary-log.ts'
import { eventId, type ReviewEvent } from '../memory/event.ts'
import { inOrder, replay } from '../memory/replay.ts'
import { readParts } from './log-work.ts'
import type { SegmentRow } from './log-store.ts'
import { mergeLogs, type MergedLog, type OwnLog } from './merge.ts'
import { packSegment } from './segment.ts'

const runs = { numRuns: 100 }

/** A log as it lies somewhere: some of it sealed in segments of a length of their own, the rest not yet. */
function store(log: readonly ReviewEvent[], length: number): OwnLog {
  const sealed = Math.floor(log.length / length)
  return { segments: Array.from({ length: sealed }, (_, index) => packSegment(log.slice(index * length, (index + 1) * length))), rest: log.slice(sealed * length) }
}
/** The same as a backup holds it. */
function seal(log: readonly ReviewEvent[], length: number): readonly SegmentRow[] {
  const { segments, rest } = store(log, length)
  return rest.length === 0 ? segments : [...segments, packSegment(rest)]
}
function eventsOf(segments: readonly SegmentRow[]): readonly ReviewEvent[] {
  return inOrder(readParts({ segments, rest: [] }, { details: true }).events)
}
const own = ({ segments }: MergedLog): OwnLog => ({ segments, rest: [] })
const size = fc.integer({ min: 1, max: 12 })

describe('merging two logs', () => {
  it('is their union, counts what each has, and is the same from either side', () => {
    fc.assert(fc.property(arbitrarySteps, size, size, (steps, some, other) => {
      const [left, right] = playSteps(steps).map(({ log }) => log)
      const [here, there] = [mergeLogs(store(left!, some), seal(right!, other)), mergeLogs(store(right!, other), seal(left!, some))]
      const union = inOrder([...left!, ...right!])
      for (const merged of [here, there]) {
        expect(eventsOf(merged.segments)).toEqual(union)
        expect(remembered(replay(eventsOf(merged.segments)))).toEqual(remembered(replay(union)))
      }
      const rightIds = new Set(right!.map(eventId))
      const inBoth = left!.filter((event) => rightIds.has(eventId(event))).length
      expect(here).toMatchObject({ inBoth, onlyHere: left!.length - inBoth, onlyInFile: right!.length - inBoth })
      expect(there).toMatchObject({ inBoth, onlyHere: right!.length - inBoth, onlyInFile: left!.length - inBoth })
    }), runs)
  })

  it('loses nothing of two segments that begin with the same entry and are as long, also when an earlier version named them', () => {
    const [log] = playSteps(Array.from({ length: 4 }, () => ({ device: 0, action: 'answer', question: 0, rating: 'again', clockMs: 1000, offsetMinutes: 0 } as const))).map((one) => one.log)
    const [first, second, third, fourth] = log!
    const [one, other] = [packSegment([first!, second!, third!]), packSegment([first!, second!, fourth!])]
    expect(one.key).not.toBe(other.key)
    const named = (segment: SegmentRow): SegmentRow => ({ ...segment, key: `${eventId(first!)}+3.2144df1c` })
    for (const [here, there] of [[one, other], [named(one), named(other)]] as const) {
      const merged = mergeLogs({ segments: [here], rest: [] }, [there])
      expect(eventsOf(merged.segments)).toEqual(log)
      expect(merged).toMatchObject({ inBoth: 2, onlyHere: 1, onlyInFile: 1 })
    }
  })

  it('does the same in any grouping of three', () => {
    fc.assert(fc.property(arbitrarySteps, arbitrarySteps, size, (steps, moreSteps, length) => {
      const [left, right] = playSteps(steps).map(({ log }) => log)
      const third = playSteps(moreSteps)[0].log.map((event) => ({ ...event, device: `third${event.device}`, ...('target' in event && { target: `third${event.target}` as const }) }))
      const first = mergeLogs(own(mergeLogs(store(left!, length), seal(right!, 5))), seal(third, length))
      const last = mergeLogs(store(left!, length), mergeLogs(store(right!, 5), seal(third, length)).segments)
      expect(eventsOf(first.segments)).toEqual(eventsOf(last.segments))
    }), runs)
  })

  it('changes nothing when the same is merged once more', () => {
    fc.assert(fc.property(arbitrarySteps, size, size, (steps, some, other) => {
      const [left, right] = playSteps(steps).map(({ log }) => log)
      const once = mergeLogs(store(left!, some), seal(right!, other))
      const twice = mergeLogs(own(once), seal(right!, other))
      expect(eventsOf(twice.segments)).toEqual(eventsOf(once.segments))
      expect(twice).toMatchObject({ onlyInFile: 0, inBoth: right!.length })
    }), runs)
  })
})
