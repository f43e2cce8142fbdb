/** Every question in data/ against its own key: what the author lists as right is right, and what is listed as wrong is not. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { questionsFile, type Question } from '../content/question-schema.ts'
import { findMechanism } from '../mechanisms/registry.ts'
import type { Answer } from './answer.ts'
import { checkParametric } from './kinds/parametric/check.ts'
import type { ParametricQuestion } from './kinds/parametric/schema.ts'
import { makeVariant, type Variant } from './variant.ts'
import { gradeAnswer } from './verdict.ts'

const ARTICLES = 'data/articles'
const authored = readdirSync(ARTICLES).flatMap((slug) => {
  const path = `${ARTICLES}/${slug}/questions.yaml`
  // Files that break the schema are the library check's to report.
  return existsSync(path) ? questionsFile.safeParse(parse(readFileSync(path, 'utf8'))).data?.questions ?? [] : []
})

/** Plain, in powers of ten, and grouped where that cannot be taken for decimals. */
const typedNumber = (value: number, unit = ''): string[] => [
  `${value} ${unit}`, `${value.toExponential()} ${unit}`,
  ...(value % 1000 === 0 || Math.abs(value) >= 1e6 ? [`${new Intl.NumberFormat('en', { maximumSignificantDigits: 15 }).format(value)} ${unit}`] : []),
]

/** Answers that must count as right. */
function rightAnswers(question: Question, variant: Variant): Answer[] {
  switch (variant.kind) {
    case 'choice': return variant.options.filter(({ correct }) => correct).map(({ id }) => ({ kind: 'choice', option: id }))
    case 'several': return [{ kind: 'several', options: variant.options.filter(({ correct }) => correct).map(({ id }) => id) }]
    case 'matching': return [{ kind: 'matching', pairs: Object.fromEntries(variant.lefts.map(({ id }) => [id, id])) }]
    case 'ordering': return [{ kind: 'ordering', order: variant.key }]
    case 'classifying': return [{ kind: 'classifying', classes: Object.fromEntries(variant.items.map(({ id, belongs }) => [id, belongs])) }]
    case 'numeric': return typedNumber(variant.answer, variant.unit).map((text) => ({ kind: 'numeric', text }))
    case 'parametric': return variant.as === 'choice' ? [{ kind: 'parametric', as: 'choice', option: 'key' }] : [{ kind: 'parametric', as: 'typed', text: `${variant.answer} ${variant.unit ?? ''}` }]
    case 'cloze':
    case 'short': return variant.accept.flatMap((form) => {
      const text = typeof form === 'string' ? form : form.text
      return [text, text.toUpperCase(), ` ${text}. `].map((typed): Answer => ({ kind: variant.kind, text: typed }))
    })
    case 'recall': return question.kind === 'recall' ? [{ kind: 'recall', text: 'x', compared: true, points: question.rubric.map(({ id }) => id) }] : []
  }
}

/** Answers that must not count as right. */
function listedMistakes(variant: Variant): Answer[] {
  switch (variant.kind) {
    case 'choice': return variant.options.filter(({ correct }) => !correct).map(({ id }) => ({ kind: 'choice', option: id }))
    case 'several': return variant.options.filter(({ correct }) => !correct).map(({ id }) => ({ kind: 'several', options: [id] }))
    case 'matching': return variant.rights.filter((right) => !variant.lefts.some(({ id }) => id === right.id)).map((extra) => ({ kind: 'matching', pairs: Object.fromEntries(variant.lefts.map(({ id }, index) => [id, index === 0 ? extra.id : id])) }))
    case 'ordering': return [{ kind: 'ordering', order: variant.key.toReversed() }]
    case 'classifying': return variant.classes.map(({ id }): Answer => ({ kind: 'classifying', classes: Object.fromEntries(variant.items.map((item) => [item.id, id])) })).filter(() => new Set(variant.items.map(({ belongs }) => belongs)).size > 1)
    case 'numeric': return variant.slips.map(({ value }) => ({ kind: 'numeric', text: `${value} ${variant.unit ?? ''}` }))
    case 'parametric': return variant.slips.map(({ id, value }) => variant.as === 'choice' ? { kind: 'parametric', as: 'choice', option: id } : { kind: 'parametric', as: 'typed', text: `${value} ${variant.unit ?? ''}` })
    case 'cloze':
    case 'short': return [...variant.near, ...variant.misconceptions].flatMap(({ texts }) => texts.map((text): Answer => ({ kind: variant.kind, text })))
    case 'recall': return [{ kind: 'recall', text: 'x', compared: true, points: [] }]
  }
}

/** Questions of mechanisms that do not exist are the library check's to report. */
const usable = authored.filter((one) => one.kind !== 'parametric' || findMechanism(one.mechanism) !== undefined)
const parametric = usable.filter((one) => one.kind === 'parametric')

describe('authored questions', () => {
  it.each(usable.map((one): [string, Question] => [one.id, one]))('%s counts every right answer and no listed mistake', (_, question) => {
    for (const variant of [0, 1, 2, 3, 4].map((reviewCount) => makeVariant(question, { reviewCount, mechanisms: findMechanism }))) {
      const right = rightAnswers(question, variant)
      expect(right.length).toBeGreaterThan(0)
      for (const answer of right) expect([answer, gradeAnswer(variant, answer).verdict]).toEqual([answer, { kind: 'right' }])
      for (const answer of listedMistakes(variant)) expect([answer, gradeAnswer(variant, answer).verdict.kind]).not.toEqual([answer, 'right'])
    }
  })

  it.each(parametric.map((one): [string, ParametricQuestion] => [one.id, one]))('%s works for every variant', (_, question) => {
    expect(checkParametric(question, findMechanism)).toEqual([])
  })
})
