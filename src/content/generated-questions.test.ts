import { describe, expect, it } from 'vitest'
import { argumentFile } from './argument-schema.ts'
import { buildArticle, buildLibrary } from './fixtures/builders.ts'
import { generateQuestions } from './generated-questions.ts'
import { lintGenerated } from './lint/lint-library.ts'
import { question } from './question-schema.ts'

const base = buildArticle()
const more = argumentFile.parse({
  claims: ['wind', 'salt', 'sand', 'fog'].map((word, index) => ({ id: `sea-${word}`, text: `The ${word} over this sea has a part of its own in the daily play of tides.`, short: `The ${word} has its part`, role: 'evidence', status: 'fact', voice: { speaker: index % 2 === 0 ? 'bo-sand' : 'ada-moon', stance: index % 2 === 0 ? 'reports' : 'asserts' }, paragraphs: [5] })),
})
const article = buildArticle({ claims: [...base.claims, ...more.claims] })
const library = buildLibrary(article)
const questions = generateQuestions(article, library)

describe('questions generated from the graph', () => {
  it('makes every kind: voice, status, support, attack, rebut or undercut', () => {
    expect(new Set(questions.map(({ id }) => id.split('-')[2]))).toEqual(new Set(['voice', 'status', 'support', 'attack', 'kind']))
  })
  it('fit the schema of authored questions', () => {
    for (const item of questions) expect(question.safeParse(item).success, item.id).toBe(true)
  })
  it('pass the lint of authored questions', () => {
    expect(lintGenerated(library, new Map([[article, questions]]), new Set()).map(({ message }) => message)).toEqual([])
  })
  it('are the same whatever the order of claims in the file', () => {
    const turned = buildArticle({ claims: [...article.claims].reverse(), relations: [...article.relations].reverse() })
    const byId = (list: typeof questions) => [...list].sort((a, b) => a.id.localeCompare(b.id)).map((item) => [item.id, item.kind === 'choice' ? item.options.map(({ id }) => id).sort() : []])
    expect(byId(generateQuestions(turned, buildLibrary(turned)))).toEqual(byId(questions))
  })
  it('never offer a second right answer: no supporter of the claim among the distractors', () => {
    const support = questions.find(({ id }) => id === 'sea-gen-support-r-pull')
    expect(support?.kind === 'choice' && support.options.filter((option) => !option.correct).map((option) => option.id)).not.toContain('sea-fact')
  })
})
