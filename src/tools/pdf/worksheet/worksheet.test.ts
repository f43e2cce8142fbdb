import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../../content/loading/load-library.ts'
import type { ArticleContent } from '../../../content/library.ts'
import { hashSeed } from '../../../content/variant-seed.ts'
import { findMechanism } from '../../../mechanisms/registry.ts'
import { examplesOf } from '../../../questions/fixtures/examples.ts'
import { paperOf } from '../../../questions/paper.ts'
import { kindNames } from '../../../questions/registry.ts'
import { makeVariant, type Variant } from '../../../questions/variant.ts'
import { gradeAnswer } from '../../../questions/verdict.ts'
import { root } from '../../site.ts'
import { paperWords } from '../paper-words.ts'
import { chooseQuestions, type SheetQuestion } from './choose-questions.ts'
import { questionHtml, worksheetHtml } from './worksheet-html.ts'

const loaded = loadLibrary(root).loaded
if (loaded === undefined) throw new Error('the library cannot be read')
const { catalogue, articles } = loaded.compiled
const words = paperWords.en
const contents = Object.values(articles).filter(({ questions }) => questions.length > 0)
const sheetOf = (content: ArticleContent, seed: number, count = 12): SheetQuestion[] => chooseQuestions(content, catalogue, { kinds: kindNames, count, seed })
const keyOf = (variant: Variant) => paperOf(variant).key(variant, words)
const idsOf = (sheet: readonly SheetQuestion[]) => sheet.map(({ question }) => question.id)

/** Another question that asks the same: its key, feedback and explanation differ. */
const withOtherAnswers = (variant: Variant): Variant => ({ ...examplesOf(variant).withOtherKey(variant), explanation: '', rev: 99 })

/** What a marker copies from the printed key onto the sheet: letters and numbers in bold, by the place where they stand. */
function boldParts(html: string): string[] {
  return [...html.matchAll(/<strong>(.*?)<\/strong>/g)].map((match) => match[1] ?? '')
}

describe('a worksheet', () => {
  it.each(contents.map((content): [string, ArticleContent] => [content.slug, content]))('of %s has a key whose every answer counts as right', (_, content) => {
    for (const { variant } of sheetOf(content, 1, content.questions.length)) {
      const { answer } = keyOf(variant)
      expect([variant.questionId, answer, gradeAnswer(variant, answer).verdict]).toEqual([variant.questionId, answer, { kind: 'right' }])
    }
  })

  it('has such a key whatever the seed', () => {
    for (let seed = 2; seed <= 40; seed++) {
      for (const content of contents) for (const { variant } of sheetOf(content, seed)) expect([seed, variant.questionId, gradeAnswer(variant, keyOf(variant).answer).verdict.kind]).toEqual([seed, variant.questionId, 'right'])
    }
  })

  it('puts the right option in every place about as often', () => {
    const seeds = 120
    for (const content of contents) {
      const question = content.questions.find(({ kind }) => kind === 'choice')
      if (question === undefined) continue
      const places = Array.from({ length: seeds }, (_, seed) => makeVariant(question, { seed: hashSeed(question.id, question.rev, seed), mechanisms: findMechanism }))
        .map((variant) => (variant.kind === 'choice' ? { place: variant.options.findIndex(({ correct }) => correct), of: variant.options.length } : { place: 0, of: 1 }))
      const of = places[0]?.of ?? 1
      for (let place = 0; place < of; place++) expect(places.filter((one) => one.place === place).length).toBeGreaterThan(seeds / of / 2)
    }
  })

  it.each(contents.map((content): [string, ArticleContent] => [content.slug, content]))('of %s prints letters and numbers that lead to the right options', (_, content) => {
    for (const { variant } of sheetOf(content, 2, content.questions.length)) {
      const bold = boldParts(keyOf(variant).html)
      const at = (letter: string) => letter.charCodeAt(0) - 'A'.charCodeAt(0)
      if (variant.kind === 'choice') expect(variant.options[at(bold[0] ?? '')]?.correct).toBe(true)
      if (variant.kind === 'several') variant.options.forEach(({ correct }, index) => { expect(bold.some((letter) => at(letter) === index)).toBe(correct) })
      if (variant.kind === 'matching') variant.lefts.forEach(({ id }, index) => { expect(variant.rights[at(bold[index] ?? '')]?.id).toBe(id) })
      if (variant.kind === 'ordering') variant.items.forEach(({ id }, index) => { expect(variant.key[Number(bold[index]) - 1]).toBe(id) })
    }
  })

  it.each(contents.map((content): [string, ArticleContent] => [content.slug, content]))('of %s reads the same whatever the answers are', (_, content) => {
    for (const question of content.questions) {
      const variant = makeVariant(question, { seed: 5, mechanisms: findMechanism })
      expect(questionHtml({ question, variant: withOtherAnswers(variant) }, 0, words)).toBe(questionHtml({ question, variant }, 0, words))
    }
  })

  it('is the same for the same seed and another for another', () => {
    for (const content of contents) {
      expect(worksheetHtml('t', 'l', sheetOf(content, 1), words)).toBe(worksheetHtml('t', 'l', sheetOf(content, 1), words))
      expect(idsOf(sheetOf(content, 2))).not.toEqual(idsOf(sheetOf(content, 1)))
    }
  })

  it('shows options in another order on another sheet', () => {
    const [content] = contents
    if (content === undefined) throw new Error('no article has questions')
    const bodies = [1, 2, 3].map((seed) => sheetOf(content, seed, content.questions.length).map((one, index) => questionHtml(one, index, words)).join(''))
    expect(new Set(bodies).size).toBe(3)
  })

  it('has the kinds and the count asked for, and no question that gives another away', () => {
    for (const content of contents) {
      const sheet = chooseQuestions(content, catalogue, { kinds: ['choice', 'recall'], count: 7, seed: 3 })
      expect(sheet).toHaveLength(7)
      for (const { question } of sheet) expect(['choice', 'recall']).toContain(question.kind)
      const ids = idsOf(sheet)
      for (const stub of catalogue.questions) if (ids.includes(stub.id)) expect(stub.givenAwayBy.filter((id) => ids.includes(id))).toEqual([])
    }
  })
})
