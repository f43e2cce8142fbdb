import { defineMechanism } from './mechanism.ts'
import { fixed, percent, times } from './number-format.ts'

/** Data grow from 1 to this many times today's; at the end the log-linear and polynomial curves both reach 100%. */
export const dataRange = 1e6

/** Ability grows by the same amount with each tenfold of data. */
export const logLinearAbility = (data: number): number => Math.log10(data) / Math.log10(dataRange)
/** Ability stays near nothing, then appears around a threshold (a logistic curve in the logarithm of the data). */
export const phaseChangeAbility = (data: number, threshold: number, sharpness: number): number => 1 / (1 + (threshold / data) ** sharpness)
/** Ability that needs only data^degree: data grow as a power of the ability, not as its exponential. */
export const polynomialAbility = (data: number, degree: number): number => (data / dataRange) ** (1 / degree)

const step = 0.1
/** Times the data that one more tenth of ability costs, on the log-linear curve: the same everywhere. */
const nextTenthLogLinear = dataRange ** step
/** The same on the polynomial curve, from where it stands: it falls as ability grows. */
const nextTenthPolynomial = (data: number, degree: number): number => ((polynomialAbility(data, degree) + step) / polynomialAbility(data, degree)) ** degree

export const growthCurves = defineMechanism({
  id: 'growth-curves',
  title: 'Three ways an ability can grow',
  summary: 'With more data an ability may rise by equal steps for each tenfold, leap at a threshold, or, once strong, need only a power of the data.',
  formula: 'a_1 = \\tfrac16\\log_{10} x, \\qquad a_2 = \\frac{1}{1 + (x_0/x)^{s}}, \\qquad a_3 = (x / 10^6)^{1/m}',
  parameters: {
    data: { label: 'Data', meaning: 'Training data as a multiple of today.', unit: '', min: 1, max: dataRange, step: 0.1, scale: 'log', default: 1000, format: times },
    threshold: { label: 'Threshold', meaning: 'Where the leap of the phase change lies.', unit: '', min: 10, max: 1e5, step: 0.1, scale: 'log', default: 1e4, format: times },
    sharpness: { label: 'Sharpness', meaning: 'How sudden the leap is.', unit: '', min: 0.5, max: 5, step: 0.5, scale: 'linear', default: 2, format: fixed(1) },
    degree: { label: 'Degree', meaning: 'The power of the ability that the data must grow with (m).', unit: '', min: 1, max: 8, step: 1, scale: 'linear', default: 3, format: fixed() },
  },
  knobs: ['data', 'threshold'],
  outputs: {
    logLinear: { label: 'Log-linear', unit: '', format: percent() },
    phaseChange: { label: 'Phase change', unit: '', format: percent() },
    polynomial: { label: 'Polynomial', unit: '', format: percent() },
    nextTenthLogLinear: { label: 'Data for the next tenth, log-linear', unit: '', format: times },
    nextTenthPolynomial: { label: 'Data for the next tenth, polynomial', unit: '', format: times },
  },
  main: 'logLinear',
  evaluate: ({ data, threshold, sharpness, degree }) => ({
    logLinear: logLinearAbility(data),
    phaseChange: phaseChangeAbility(data, threshold, sharpness),
    polynomial: polynomialAbility(data, degree),
    nextTenthLogLinear,
    nextTenthPolynomial: nextTenthPolynomial(data, degree),
  }),
  slips: {
    'in-proportion': { label: 'let ability grow in proportion to the data', of: 'logLinear', evaluate: ({ data }) => data / dataRange },
    'natural-logarithm': { label: 'took the natural logarithm', of: 'logLinear', evaluate: ({ data }) => Math.log(data) / Math.log10(dataRange) },
    'step-each-doubling': { label: 'counted a step for each doubling instead of each tenfold', of: 'logLinear', evaluate: ({ data }) => Math.min(1, Math.log2(data) / Math.log10(dataRange)) },
    'polynomial-taken': { label: 'read the polynomial curve', of: 'logLinear', evaluate: ({ data, degree }) => polynomialAbility(data, degree) },
    'linear-to-threshold': { label: 'let the leap grow in a straight line up to the threshold', of: 'phaseChange', evaluate: ({ data, threshold }) => Math.min(1, data / threshold) },
    'all-or-nothing': { label: 'took the threshold for a step', of: 'phaseChange', evaluate: ({ data, threshold }) => (data < threshold ? 0 : 1) },
    'equal-steps': { label: 'gave the leap the equal steps of the log-linear curve', of: 'phaseChange', evaluate: ({ data }) => logLinearAbility(data) },
    'power-for-root': { label: 'raised to the degree instead of taking its root', of: 'polynomial', evaluate: ({ data, degree }) => (data / dataRange) ** degree },
    'divided-by-degree': { label: 'divided by the degree', of: 'polynomial', evaluate: ({ data, degree }) => data / dataRange / degree },
    'polynomial-as-log': { label: 'read the log-linear curve', of: 'polynomial', evaluate: ({ data }) => logLinearAbility(data) },
  },
  assumptions: ['The article names three shapes and gives no numbers: every number here is ours.', 'The scale of ability is arbitrary: 100% is what the log-linear curve reaches at a million times the data.'],
  validity: 'Shapes to think with. The article itself puts a question mark behind the polynomial curve.',
  sources: [],
  claims: ['limits-log-linear', 'limits-phase-change', 'limits-polynomial'],
  checkpoints: [
    { in: { data: 1000, threshold: 10_000, sharpness: 2, degree: 3 }, out: { logLinear: 0.5, phaseChange: 0.00990099, polynomial: 0.1 }, tolerance: 0.000001, source: 'arithmetic' },
    { in: { data: 1e6 }, out: { logLinear: 1, polynomial: 1, nextTenthLogLinear: 3.98107, nextTenthPolynomial: 1.331 }, tolerance: 0.0001, source: 'arithmetic: 10^0.6 and 1.1^3' },
  ],
  describe({ data, threshold, sharpness, degree }) {
    return `At ${times(data)} the data: log-linear ${percent()(logLinearAbility(data))}, phase change ${percent()(phaseChangeAbility(data, threshold, sharpness))}, polynomial ${percent()(polynomialAbility(data, degree))}.`
  },
})
