import { turnOptions } from '../choice/examples.ts'
import type { KindExamples } from '../kind-examples.ts'
import type { ParametricAnswer } from './answer.ts'
import type { ParametricVariant } from './variant.ts'

const typed = (value: number, unit = ''): ParametricAnswer => ({ kind: 'parametric', as: 'typed', text: `${value} ${unit}` })

export const examples: KindExamples<ParametricVariant, ParametricAnswer> = {
  sample: {
    mechanism: 'step-success', parameters: { perStep: [0.9, 0.95], steps: [8, 10, 12] }, asks: 'success', unit: '%', tolerance: { absolute: 1 },
    stem: 'Each of {steps} steps is right {perStep} of the time. How often are all?', explanation: 'The chances multiply, which gives {answer}.',
    slips: [{ id: 'one', formula: 'forgot-exponent', feedback: 'That is one step of {steps}.' }, { id: 'fail', formula: 'chance-of-failure', feedback: 'That is failing.' }],
  },
  rightAnswers: (variant) => [variant.as === 'choice' ? { kind: 'parametric', as: 'choice', option: 'key' } : typed(variant.answer, variant.unit)],
  mistakes: (variant) => variant.slips.map(({ id, value }) => variant.as === 'choice' ? { kind: 'parametric', as: 'choice', option: id } : typed(value, variant.unit)),
  withOtherKey: (variant) => ({ ...variant, answer: 424242, slips: [], ...(variant.as === 'choice' ? { options: turnOptions(variant.options) } : { decimals: 5 }) }),
}
