import type { KindExamples } from '../kind-examples.ts'
import type { NumericAnswer } from './answer.ts'
import type { NumericVariant } from './variant.ts'

export const examples: KindExamples<NumericVariant, NumericAnswer> = {
  sample: { answer: 120_000, unit: 'MWh', tolerance: { relative: 0.05 }, slips: [{ id: 'gwh', value: 120, feedback: 'That is in GWh.', misconception: 'wrong-prefix' }] },
  // Plain, in powers of ten, and grouped where that cannot be taken for decimals.
  rightAnswers: ({ answer, unit = '' }) => [
    String(answer), answer.toExponential(),
    ...(answer % 1000 === 0 || Math.abs(answer) >= 1e6 ? [new Intl.NumberFormat('en', { maximumSignificantDigits: 15 }).format(answer)] : []),
  ].map((number) => ({ kind: 'numeric', text: `${number} ${unit}` })),
  mistakes: ({ slips, unit = '' }) => slips.map(({ value }) => ({ kind: 'numeric', text: `${value} ${unit}` })),
  withOtherKey: (variant) => ({ ...variant, answer: 424242, slips: [], tolerance: { absolute: 7 } }),
}
