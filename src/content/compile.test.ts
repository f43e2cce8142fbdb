import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compileDeck } from './compile.ts'
import { loadLibrary } from './loading/load-library.ts'

const { loaded } = loadLibrary(fileURLToPath(new URL('fixtures/sound', import.meta.url)))
const compiled = loaded?.compiled
if (compiled === undefined) throw new Error('the fixture cannot be read')

describe('what a deck is made from', () => {
  it('holds the claims, relations and questions that its slides show, and no others', () => {
    const deck = compileDeck(compiled, 'tides')
    const slides = compiled.catalogue.slides.filter(({ deck: slug }) => slug === 'tides')
    const boxes = Object.values(deck?.maps ?? {}).flatMap((map) => map.boxes.map(({ claim }) => claim))
    const questions = slides.flatMap((slide) => slide.questions)
    expect(deck?.questions.map(({ id }) => id).toSorted()).toEqual([...new Set(questions)].toSorted())
    expect(new Set(deck?.claims.map(({ id }) => id))).toEqual(new Set([...slides.flatMap(({ claims }) => claims), ...boxes, ...(deck?.questions ?? []).flatMap(({ claims }) => claims)]))
    expect(deck?.claims.length).toBeLessThan(Object.values(compiled.articles).find(({ slug }) => slug === 'tides')?.claims.length ?? 0)
  })

  it('opens every question whose main claim it shows, asked on a slide or not', () => {
    const deck = compileDeck(compiled, 'tides')
    const shown = new Set(deck?.claims.map(({ id }) => id))
    const wanted = compiled.catalogue.questions.filter(({ claims: [main] }) => main !== undefined && shown.has(main)).map(({ id }) => id)
    expect(deck?.opens).toEqual(wanted)
    expect(deck?.opens).toEqual(expect.arrayContaining(deck?.questions.map(({ id }) => id) ?? []))
    expect(wanted.length).toBeGreaterThan(0)
  })

  it('is missing for an article that the library does not have', () => {
    expect(compileDeck(compiled, 'moons')).toBeUndefined()
  })
})
