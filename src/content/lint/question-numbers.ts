/** Every number that a question takes for true stands in what it cites. Distractors may hold wrong ones. */
import type { FieldText } from '../../questions/kinds/authored-kind.ts'
import { matchesShown, numbersIn, sameNumber } from '../numbers-in-text.ts'
import { plainText } from '../plain-text.ts'
import { authoredKindOf, type Question } from '../question-schema.ts'
import type { QuestionContext, QuestionRule } from './lint-context.ts'

export const numberNotCited: QuestionRule = {
  name: 'number-not-cited', severity: 'error',
  *check(question, context) {
    const known = [...citedNumbers(context), ...givenNumbers(question)]
    for (const { path, text } of assertedTexts(question)) {
      for (const number of numbersIn(plainText(text))) {
        const found = known.some((value) => matchesShown(number, value) || sameNumber(number.value * 100, value) || sameNumber(number.value, value * 100))
        if (!found) yield { path, message: `the number ${number.text} stands in none of the cited claims, references or parameters`, hint: 'cite the claim that holds it, correct it, or make it a parameter' }
      }
    }
  },
}

/** The texts that the question asserts: not the distractors, and not the feedback on them. */
const assertedTexts = (question: Question): FieldText[] =>
  [{ path: ['stem'], text: question.stem }, { path: ['explanation'], text: question.explanation }, ...authoredKindOf(question).assertedTexts?.(question) ?? []]

/** Numbers of the cited claims, of the references beside them, and of the articles' dates. */
function citedNumbers({ claims, references, articles }: QuestionContext): number[] {
  const texts = [...claims.map((claim) => plainText(claim.text)), ...references.flatMap((reference) => [reference.fact, reference.note, reference.identifier].map(plainText))]
  const dates = [
    ...claims.flatMap((claim) => claim.asOf ?? []),
    ...articles.flatMap(({ file }) => (file.kind === 'article' ? [file.source.published.date, ...file.events.map((event) => event.date)] : [])),
  ]
  return [
    ...claims.flatMap((claim) => claim.numbers.flatMap((number) => [number.value, ...numbersIn(number.shown).map((shown) => shown.value), ...numbersIn(number.formula ?? '').map((part) => part.value)])),
    ...texts.flatMap((text) => numbersIn(text).map((number) => number.value)),
    ...dates.flatMap((date) => date.split('-').map(Number)),
  ]
}

/** Numbers that the question itself gives: its kind says which, and the stem of a scenario that asks to apply gives its own. */
const givenNumbers = (question: Question): number[] =>
  [...question.level === 'apply' ? numbersIn(plainText(question.stem)).map((number) => number.value) : [], ...authoredKindOf(question).givenNumbers?.(question) ?? []]
