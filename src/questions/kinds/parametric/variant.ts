import type { MechanismId } from '../../../content/ids.ts'
import { escapeHtml } from '../../escape-html.ts'
import { formatQuantity } from '../../numeric/format-number.ts'
import type { NumberKey } from '../../numeric/grade-number.ts'
import { distanceInTolerances } from '../../numeric/tolerance.ts'
import { pick } from '../../seed.ts'
import type { VariantOption } from '../choice/variant.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, QuestionMechanism, VariantFrame } from '../kind.ts'
import type { ParametricQuestion } from './schema.ts'

interface ParametricFrame extends VariantFrame, NumberKey {
  readonly kind: 'parametric'
  readonly mechanism: MechanismId
  /** The values drawn, so that the mechanism can be shown set to this very variant. */
  readonly parameters: Readonly<Record<string, number>>
}
export type ParametricVariant =
  | ParametricFrame & { readonly as: 'typed' }
  | ParametricFrame & { readonly as: 'choice'; readonly options: readonly VariantOption[] }

/** How far from the key, in tolerances, the result of an error formula must lie to be offered or recognised. */
const CLEARLY_WRONG = 2

export function makeParametricVariant(question: ParametricQuestion, draw: Draw): ParametricVariant {
  const mechanism = draw.findMechanism(question.mechanism)
  if (mechanism === undefined) throw new Error(`question ${question.id} asks for the mechanism ${question.mechanism}, which does not exist`)
  const parameters = drawParameters(question, mechanism, draw)
  // A share is asked for in per cent where the question says so and the mechanism does not.
  const scale = question.unit === '%' && mechanism.outputs[question.asks]?.unit !== '%' ? 100 : 1
  const outputs = mechanism.evaluate(parameters)
  const answer = (outputs[question.asks] ?? Number.NaN) * scale
  const show = (value: number) => formatQuantity(value, question.unit, question.decimals)
  const fill = (html: string) => fillPlaceholders(html, parameters, mechanism, show(answer))
  const slips = question.slips.flatMap(({ id, formula, feedback }) => {
    const value = (mechanism.slips[formula]?.evaluate(parameters) ?? Number.NaN) * scale
    return distanceInTolerances(value, answer, question.tolerance) >= CLEARLY_WRONG ? [{ id, value, feedback: fill(feedback), misconception: formula }] : []
  })
  const frame = frameVariant(question, draw)
  const common: ParametricFrame = {
    ...frame, stem: fill(frame.stem), explanation: fill(frame.explanation), kind: 'parametric', mechanism: question.mechanism, parameters,
    answer, unit: question.unit, decimals: question.decimals, tolerance: question.tolerance, slips,
  }
  if (question.answerAs === 'typed') return { ...common, as: 'typed' }
  const key: VariantOption = { id: 'key', html: show(answer), correct: true, feedback: common.explanation }
  const valued = [{ value: answer, option: key }, ...slips.map(({ id, value, feedback, misconception }) => ({ value, option: { id, html: show(value), correct: false, feedback, misconception } }))]
  const distinct = valued.filter(({ option }, index) => valued.findIndex((other) => other.option.html === option.html) === index)
  return { ...common, as: 'choice', options: distinct.sort((one, other) => one.value - other.value).map(({ option }) => option) }
}

function drawParameters(question: ParametricQuestion, mechanism: QuestionMechanism, draw: Draw): Record<string, number> {
  return Object.fromEntries(Object.entries(mechanism.parameters).map(([name, parameter]) => {
    const values = question.parameters[name]
    return [name, values === undefined ? parameter.default : pick(values, draw.random)]
  }))
}

/** `{name}` becomes the value drawn, as the mechanism shows it; `{answer}` the answer with its unit. What is unknown stays, for the check to find. */
function fillPlaceholders(html: string, parameters: Readonly<Record<string, number>>, mechanism: QuestionMechanism, answer: string): string {
  return html.replace(/\{([\w-]+)\}/g, (placeholder, name: string) => {
    if (name === 'answer') return answer
    const value = parameters[name]
    return value === undefined ? placeholder : escapeHtml(mechanism.parameters[name]?.format(value) ?? placeholder)
  })
}
