/** Every question in data/ against its own key: what the author lists as right is right, and what is listed as wrong is not. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { questionsFile, type Question } from '../content/question-schema.ts'
import { findMechanism } from '../mechanisms/registry.ts'
import { examplesOf } from './fixtures/examples.ts'
import { checkParametric } from './kinds/parametric/check.ts'
import type { ParametricQuestion } from './kinds/parametric/schema.ts'
import { makeVariant } from './variant.ts'
import { gradeAnswer } from './verdict.ts'

const ARTICLES = 'data/articles'
const authored = readdirSync(ARTICLES).flatMap((slug) => {
  const path = `${ARTICLES}/${slug}/questions.yaml`
  // Files that break the schema are the library check's to report.
  return existsSync(path) ? questionsFile.safeParse(parse(readFileSync(path, 'utf8'))).data?.questions ?? [] : []
})

/** Questions of mechanisms that do not exist are the library check's to report. */
const usable = authored.filter((one) => one.kind !== 'parametric' || findMechanism(one.mechanism) !== undefined)
const parametric = usable.filter((one) => one.kind === 'parametric')

describe('authored questions', () => {
  it.each(usable.map((one): [string, Question] => [one.id, one]))('%s counts every right answer and no listed mistake', (_, question) => {
    for (const variant of [0, 1, 2, 3, 4].map((reviewCount) => makeVariant(question, { reviewCount, mechanisms: findMechanism }))) {
      const { rightAnswers, mistakes } = examplesOf(variant)
      const right = rightAnswers(variant)
      expect(right.length).toBeGreaterThan(0)
      for (const answer of right) expect([answer, gradeAnswer(variant, answer).verdict]).toEqual([answer, { kind: 'right' }])
      for (const answer of mistakes(variant)) expect([answer, gradeAnswer(variant, answer).verdict.kind]).not.toEqual([answer, 'right'])
    }
  })

  it.each(parametric.map((one): [string, ParametricQuestion] => [one.id, one]))('%s works for every variant', (_, question) => {
    expect(checkParametric(question, findMechanism)).toEqual([])
  })
})
