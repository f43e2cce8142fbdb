import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../problem.ts'
import { loadLibrary } from './load-library.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))

describe('loading a sound library', () => {
  const { loaded, problems } = loadLibrary(fixture('sound'))
  it('reports nothing', () => expect(problems.map(formatProblem)).toEqual([]))
  it('renders Markdown and TeX', () => {
    const article = Object.values(loaded?.compiled.articles ?? {})[0]
    expect(article?.questions.find(({ id }) => id === 'tides-q-bulges')?.explanation).toContain('<math')
  })
  it('knows slides with their titles, claims and questions', () => {
    expect(loaded?.compiled.catalogue.slides).toEqual([
      { deck: 'tides', number: 1, title: 'Why there are two tides', claims: [], questions: [] },
      { deck: 'tides', number: 2, title: 'The moon stretches the sea', claims: ['tides-two-bulges', 'tides-pull-falls'], questions: ['tides-q-bulges'] },
      { deck: 'tides', number: 3, title: 'A harbour may disagree', claims: ['tides-harbour-once'], questions: [] },
    ])
  })
  it('lists authored and generated questions in the catalogue', () => {
    const stubs = loaded?.compiled.catalogue.questions ?? []
    expect(stubs.filter(({ generated }) => !generated).map(({ id }) => id)).toEqual(['tides-q-bulges', 'tides-q-difference'])
    expect(stubs.some(({ generated }) => generated)).toBe(true)
  })
})

describe('loading a broken library', () => {
  const { loaded, problems } = loadLibrary(fixture('broken'))
  const lines = problems.map(formatProblem)
  it.each([
    'data/glossary.yaml:3: ',
    'data/articles/tides/argument.yaml:5: claims tides-one, role: “reasn” is not one of thesis, reason, evidence, objection, rebuttal, consequence — did you mean “reason”?',
    'data/articles/tides/argument.yaml:15: claims tides-two: unknown key “paragrafs” — did you mean “paragraphs”?',
    'data/articles/tides/argument.yaml:21: there is no person ada-mon — did you mean ada-moon?',
    'data/articles/tides/argument.yaml:22: paragraph 99 does not exist',
    'data/articles/tides/argument.yaml:23: the id tides-three is used twice',
    'data/articles/tides/argument.yaml:24: TeX “\\frac{1”',
    'data/articles/tides/argument.yaml:31: there is no claim tides-tree — did you mean tides-three?',
    'data/articles/tides/questions.yaml:4: questions tides-q-odd, kind: “choise” is not one of',
    'data/library.yaml:3: missing has no folder data/articles/missing',
    'data/library.yaml:3: missing has no deck',
    'slides/tides/slides.md:3: slide 1: there is no layout covr — did you mean cover?',
    'slides/tides/slides.md:9: slide 2: there is no claim tides-nowhere',
    'slides/tides/slides.md:10: slide 2: there is no question tides-q-none',
    'slides/tides/slides.md:15: slide 2: there is no component <NoSuchThing>',
    'slides/tides/slides.md:18: src: ./gone.md does not exist',
  ])('reports %s', (start) => expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1))
  it('keeps what is sound', () => expect(loaded?.library.articles[0]?.claims.map(({ id }) => id)).toEqual(['tides-three', 'tides-three']))
})
