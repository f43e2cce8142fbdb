/** What can only be found out by drawing: whether a parametric question works for every variant. */
import { hashSeed } from '../../../content/variant-seed.ts'
import type { FindMechanism } from '../kind.ts'
import { findBadReading } from './bad-reading.ts'
import { randomFrom } from '../../seed.ts'
import { gradeParametric } from './grade.ts'
import type { ParametricQuestion } from './schema.ts'
import { makeParametricVariant } from './variant.ts'

/** Variants drawn of each question. */
const DRAWS = 200
const FEWEST_DISTRACTORS = 2
/** Problems of the question as sentences, each once; empty when all variants are finite, in range, repeatable, distinct and read well. */
export function checkParametric(question: ParametricQuestion, findMechanism: FindMechanism): string[] {
  const mechanism = findMechanism(question.mechanism)
  if (mechanism === undefined) return [`there is no mechanism ${question.mechanism}`]
  const output = mechanism.outputs[question.asks]
  if (output === undefined) return [`mechanism ${question.mechanism} has no output ${question.asks}; it has ${Object.keys(mechanism.outputs).join(', ')}`]
  const problems = new Set<string>()
  if (question.unit === undefined && output.unit !== '') problems.add(`the answer has the unit ${output.unit}, but the question names none`)
  for (const [name, values] of Object.entries(question.parameters)) {
    const parameter = mechanism.parameters[name]
    if (parameter === undefined) {
      problems.add(`mechanism ${question.mechanism} has no parameter ${name}; it has ${Object.keys(mechanism.parameters).join(', ')}`)
      continue
    }
    for (const value of values) if (value < parameter.min || value > parameter.max) problems.add(`${name} ${value} lies outside ${parameter.min} to ${parameter.max}`)
  }
  for (const { formula } of question.slips) {
    const slip = mechanism.slips[formula]
    if (slip === undefined) problems.add(`mechanism ${question.mechanism} has no error formula ${formula}; it has ${Object.keys(mechanism.slips).join(', ')}`)
    else if (slip.of !== question.asks) problems.add(`the error formula ${formula} belongs to the output ${slip.of}, not ${question.asks}`)
  }
  if (problems.size > 0) return [...problems]
  for (let count = 0; count < DRAWS; count++) for (const problem of checkDraw(question, findMechanism, hashSeed(question.id, question.rev, count))) problems.add(problem)
  return [...problems]
}

function checkDraw(question: ParametricQuestion, findMechanism: FindMechanism, seed: number): string[] {
  const draw = () => makeParametricVariant(question, { seed, random: randomFrom(seed), findMechanism })
  const variant = draw()
  const where = `with ${Object.keys(question.parameters).map((name) => `${name} ${variant.parameters[name]}`).join(', ')}`
  const problems: string[] = []
  if (JSON.stringify(variant) !== JSON.stringify(draw())) problems.push(`the same seed gives two variants ${where}`)
  if (!Number.isFinite(variant.answer)) problems.push(`the answer is not a number ${where}`)
  if (question.unit === '%' && (variant.answer < 0 || variant.answer > 100) && findMechanism(question.mechanism)?.outputs[question.asks]?.unit === '') problems.push(`the answer is not between 0 and 100 % ${where}`)
  for (const text of [variant.stem, variant.explanation, ...variant.slips.map(({ feedback }) => feedback)]) {
    for (const leftover of text.match(/\{[^{}]*\}|NaN|Infinity|undefined/g) ?? []) problems.push(`“${leftover}” stands in the text shown; placeholders are ${[...Object.keys(variant.parameters), 'answer'].join(', ')}`)
    for (const bad of findBadReading(text)) problems.push(`“${bad}” does not read well; write the text so that it suits every value, or leave the value out`)
  }
  if (variant.as === 'choice') {
    if (variant.options.length < 1 + FEWEST_DISTRACTORS) problems.push(`fewer than two distractors differ clearly from the answer ${where}`)
    if (question.unit !== undefined && variant.options.some(({ html }) => !/[^\d.,\s−]/.test(html))) problems.push(`an option lacks its unit ${where}`)
  } else {
    // What is shown as the answer must count as right when typed.
    const rounded = Number(variant.answer.toFixed(question.decimals))
    const typed = `${rounded.toFixed(question.decimals)} ${question.unit ?? ''}`
    const { verdict } = gradeParametric(variant, { kind: 'parametric', as: 'typed', text: typed })
    if (verdict.kind === 'wrong' || verdict.kind === 'partly') problems.push(`${typed.trim()}, the answer as shown, is outside the tolerance ${where}`)
  }
  return problems
}
