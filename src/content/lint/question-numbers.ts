/** Every number that a question takes for true stands in what it cites. Distractors may hold wrong ones. */
import { matchesShown, numbersIn, sameNumber } from '../numbers-in-text.ts'
import { plainText } from '../plain-text.ts'
import type { Question } from '../question-schema.ts'
import type { QuestionContext, QuestionRule } from './lint-context.ts'

type Path = readonly (string | number)[]

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
function assertedTexts(question: Question): { path: Path; text: string }[] {
  const common = [{ path: ['stem'], text: question.stem }, { path: ['explanation'], text: question.explanation }]
  switch (question.kind) {
    case 'choice': case 'several': return [...common, ...question.options.flatMap((option, index) => (option.correct ? [{ path: ['options', index, 'text'], text: option.text }] : []))]
    case 'matching': return [...common, ...question.pairs.flatMap((pair, index) => [{ path: ['pairs', index, 'left'], text: pair.left }, { path: ['pairs', index, 'right'], text: pair.right }])]
    case 'ordering': case 'classifying': return [...common, ...question.items.map((item, index) => ({ path: ['items', index, 'text'], text: item.text }))]
    case 'recall': return [...common, { path: ['model'], text: question.model }, ...question.rubric.map((point, index) => ({ path: ['rubric', index, 'text'], text: point.text }))]
    case 'numeric': case 'parametric': case 'cloze': case 'short': return common
  }
}

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

/** Numbers that the question itself gives: parameters, the answer, and the givens of a scenario that asks to apply. */
function givenNumbers(question: Question): number[] {
  const scenario = question.level === 'apply' ? numbersIn(plainText(question.stem)).map((number) => number.value) : []
  if (question.kind === 'parametric') return [...scenario, ...Object.values(question.parameters).flat()]
  if (question.kind === 'numeric') return [...scenario, question.answer, ...(question.unit === '%' ? [question.answer / 100] : [])]
  // The key of a scenario is computed from its givens; the explanation may repeat it.
  if (question.level === 'apply' && (question.kind === 'choice' || question.kind === 'several')) return [...scenario, ...question.options.filter((option) => option.correct).flatMap((option) => numbersIn(plainText(option.text)).map((number) => number.value))]
  return scenario
}
