import { defineMechanism } from './mechanism.ts'
import { dollars, fixed } from './number-format.ts'

/** Growth of the training cost of frontier models a year, with its 90% interval (arXiv 2405.21015v2, abstract). */
export const costGrowth = { central: 2.4, low: 2.0, high: 2.9 } as const
export const firstYear = 2020
/** What no-wall reports: GPT-3 (¶26), a model in training in 2024 (¶24), and the forecast for the next three years (¶25). */
export const reportedCosts = [
  { year: 2020, low: 1.4e6, high: 1.4e6, of: 'reported for GPT-3' },
  { year: 2024, low: 1e9, high: 1e9, of: 'reported in training' },
  { year: 2027, low: 1e10, high: 1e11, of: 'reported forecast' },
] as const

/** Cost in US dollars so many years after the first. */
export const costAfter = (first: number, growth: number, years: number): number => first * growth ** years

const billion = 1e9

export const trainingCost = defineMechanism({
  id: 'training-cost',
  title: 'What the next model costs',
  summary: 'Training costs grow by a factor each year; the figures reported late in 2024 run ahead of the measured trend.',
  formula: 'K(t) = K_0\\, g^{\\,t}',
  parameters: {
    growth: { label: 'Cost grows a year', meaning: 'By what factor the cost of the dearest model grows each year.', unit: '', min: 1.5, max: 6, step: 0.1, scale: 'linear', default: 2.4, format: (value) => `${fixed(1)(value)}×` },
    first: { label: 'Cost in 2020', meaning: 'What training GPT-3 cost; estimates differ, and OpenAI has published none.', unit: '', min: 5e5, max: 1.2e7, step: 0.02, scale: 'log', default: 2.2e6, format: dollars },
    years: { label: 'Years after 2020', meaning: 'How many years later.', unit: 'years', min: 0, max: 10, step: 1, scale: 'linear', default: 7, format: fixed() },
  },
  knobs: ['growth', 'first'],
  outputs: {
    cost: { label: 'Cost then', unit: '', format: dollars },
    billionYear: { label: 'A billion dollars by', unit: '', format: (year) => String(Math.ceil(year)) },
    yearsPerTenfold: { label: 'Years for ten times the cost', unit: 'years', format: fixed(1) },
  },
  main: 'cost',
  evaluate: ({ growth, first, years }) => ({
    cost: costAfter(first, growth, years),
    billionYear: firstYear + Math.log(billion / first) / Math.log(growth),
    yearsPerTenfold: Math.LN10 / Math.log(growth),
  }),
  slips: {
    'added-each-year': { label: 'added the same amount each year', of: 'cost', evaluate: ({ growth, first, years }) => first * (1 + (growth - 1) * years) },
    'forgot-exponent': { label: 'multiplied by growth and years once', of: 'cost', evaluate: ({ growth, first, years }) => first * growth * Math.max(1, years) },
    'one-year-less': { label: 'counted one year too few', of: 'cost', evaluate: ({ growth, first, years }) => costAfter(first, growth, years - 1) },
    'growth-plus-one': { label: 'took the factor for an increase: 240% more', of: 'cost', evaluate: ({ growth, first, years }) => costAfter(first, growth + 1, years) },
    'tenfold-each-year': { label: 'let the cost grow tenfold each year', of: 'cost', evaluate: ({ first, years }) => costAfter(first, 10, years) },
    'tenfold-linear': { label: 'divided ten by the factor', of: 'yearsPerTenfold', evaluate: ({ growth }) => 10 / growth },
    'tenfold-natural': { label: 'left out the logarithm of ten', of: 'yearsPerTenfold', evaluate: ({ growth }) => 1 / Math.log(growth) },
    'tenfold-doubling': { label: 'let the cost double each year', of: 'yearsPerTenfold', evaluate: () => Math.LN10 / Math.LN2 },
  },
  assumptions: ['The factor stays the same every year.', 'Final training runs only: hardware spread over its life, and energy.'],
  validity: 'The trend was measured from 2016 on; its authors expect the largest runs to pass a billion dollars by 2027 if it continues. The reported figures stand in “There is no wall”, ¶24–26; they are not measured, and count costs in different ways.',
  sources: [
    { identifier: 'arXiv 2405.21015v2, abstract', mark: 'V' },
    { identifier: 'repository epoch-research/training-cost-trends (GPT-3: 2.20 million dollars, amortised)', mark: 'V' },
    { identifier: 'podcast In Good Company, 26 June 2024, for the costs of 2024 to 2027 that no-wall reports in ¶24–25', mark: 'V' },
    { identifier: 'sunyan.substack.com, “The Economics of Large Language Models”, for the 1.4 million of no-wall ¶26: what training GPT-3 again would have cost early in 2023', mark: 'V' },
  ],
  claims: ['orion-limits-not-reached', 'orion-too-costly', 'wall-returns', 'wall-cost-ahead', 'wall-gpt3-cost'],
  checkpoints: [
    { in: { growth: 2.4, first: 2.2e6, years: 7 }, out: { cost: 1.009e9, billionYear: 2027 }, tolerance: 1e6, source: 'arXiv 2405.21015, abstract: above a billion dollars by 2027' },
    { in: { growth: 2.4 }, out: { yearsPerTenfold: 2.63 }, tolerance: 0.005, source: 'arithmetic: ln 10 / ln 2.4' },
  ],
  describe({ growth, first, years }) {
    const year = firstYear + Math.log(billion / first) / Math.log(growth)
    return `From ${dollars(first)} in 2020, ${fixed(1)(growth)}× a year gives ${dollars(costAfter(first, growth, years))} in ${firstYear + years}; a billion is reached by ${Math.ceil(year)}.`
  },
})
