import { describe, expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import { summariseLibrary } from './library-summary.ts'
import { readLibrary } from './loading/read-library.ts'

describe('the summary of the library', () => {
  it('says on which slides each claim that carries the argument stands, and leaves evidence out', () => {
    const { library } = readLibrary(fileURLToPath(new URL('fixtures/sound', import.meta.url)))
    if (library === undefined) throw new Error('the fixture cannot be read')
    const [tides] = summariseLibrary(library, new Map())
    expect(tides?.places).toEqual([
      { claim: 'tides-two-bulges', role: 'thesis', slides: [2] },
      { claim: 'tides-pull-falls', role: 'reason', slides: [2] },
      { claim: 'tides-harbour-once', role: 'objection', slides: [3] },
    ])
  })
})
