import { defineMechanism } from './mechanism.ts'
import { fixed, magnitude, times } from './number-format.ts'

/** GPT-3: 300 billion tokens in 2020 (arXiv 2005.14165, Table 2.1). */
export const firstDemand = { year: 2020, tokens: 3e11 } as const
/** Effective stock of human text, 90% interval: 100 to 1,000 trillion tokens (epochai.org post on arXiv 2211.04325v2, 2024). */
export const stockInterval = { low: 1e14, high: 1e15 } as const
/** The raw web, before any adjustment: 3,100 trillion tokens (arXiv 2211.04325v2, Table 1). */
const wholeWeb = 3.1e15

/**
 * Tokens wanted in a year. At equal computing, `overtraining` times the tokens a parameter means √overtraining times the
 * tokens, since N·D is fixed.
 */
export const tokensWanted = (year: number, growth: number, overtraining: number): number => firstDemand.tokens * Math.sqrt(overtraining) * growth ** (year - firstDemand.year)

/** Year in which the demand meets the stock. */
export const exhaustionYear = (stock: number, growth: number, overtraining: number): number => firstDemand.year + Math.log(stock / (firstDemand.tokens * Math.sqrt(overtraining))) / Math.log(growth)

const yearFormat = (year: number): string => String(Math.floor(year))

export const dataStock = defineMechanism({
  id: 'data-stock',
  title: 'When the text runs out',
  summary: 'Demand for training text grows by a factor each year, the stock of human text hardly: a tenfold larger stock buys only a few years.',
  formula: 'y = 2020 + \\frac{\\ln\\bigl(S / (3\\times10^{11}\\sqrt{o})\\bigr)}{\\ln g}',
  parameters: {
    stock: { label: 'Stock of text', meaning: 'Human text worth training on, after allowance for quality and repetition.', unit: 'tokens', min: 1e14, max: 1e15, step: 0.02, scale: 'log', default: 4e14, format: magnitude },
    growth: { label: 'Demand grows a year', meaning: 'By what factor the largest training set grows each year.', unit: '', min: 1.5, max: 4, step: 0.05, scale: 'linear', default: 2.45, format: (value) => `${fixed(2)(value)}×` },
    overtraining: { label: 'Overtraining', meaning: 'How many times more tokens a parameter than is best for training alone.', unit: '', min: 1, max: 100, step: 0.1, scale: 'log', default: 1, format: times },
  },
  knobs: ['stock', 'growth'],
  outputs: {
    year: { label: 'Text used up in', unit: '', format: yearFormat },
    earliest: { label: 'With the smallest stock', unit: '', format: yearFormat },
    latest: { label: 'With the largest stock', unit: '', format: yearFormat },
    yearsBought: { label: 'Years bought by ten times the stock', unit: 'years', format: fixed(1) },
  },
  main: 'year',
  evaluate: ({ stock, growth, overtraining }) => ({
    year: exhaustionYear(stock, growth, overtraining),
    earliest: exhaustionYear(stockInterval.low, growth, overtraining),
    latest: exhaustionYear(stockInterval.high, growth, overtraining),
    yearsBought: Math.LN10 / Math.log(growth),
  }),
  slips: {
    'doubling-assumed': { label: 'let the demand double each year', of: 'year', evaluate: ({ stock, overtraining }) => exhaustionYear(stock, 2, overtraining) },
    'logarithms-mixed': { label: 'divided a decimal by a natural logarithm', of: 'year', evaluate: ({ stock, growth, overtraining }) => firstDemand.year + Math.log10(stock / (firstDemand.tokens * Math.sqrt(overtraining))) / Math.log(growth) },
    'whole-web': { label: 'took the raw web for the stock', of: 'year', evaluate: ({ growth, overtraining }) => exhaustionYear(wholeWeb, growth, overtraining) },
    'tenfold-each-year': { label: 'let the demand grow tenfold each year', of: 'year', evaluate: ({ stock, overtraining }) => exhaustionYear(stock, 10, overtraining) },
    'bought-ten-times': { label: 'took ten times the stock for ten times the years', of: 'yearsBought', evaluate: ({ stock, growth, overtraining }) => 10 * (exhaustionYear(stock, growth, overtraining) - firstDemand.year) },
    'bought-linear': { label: 'divided ten by the growth factor', of: 'yearsBought', evaluate: ({ growth }) => 10 / growth },
    'bought-doubling': { label: 'let the demand double each year', of: 'yearsBought', evaluate: () => Math.LN10 / Math.LN2 },
  },
  assumptions: ['Demand grows by the same factor every year from GPT-3 on.', 'The default growth is ours: it joins 300 billion tokens in 2020 to about 400 trillion in 2028.', 'The stock stands still.'],
  validity: 'A trend drawn on. Its authors say that using up the public text need not end scaling: synthetic, multimodal and private data remain.',
  sources: [{ identifier: 'arXiv 2211.04325v2, abstract, Sec. 2.5 and Table 1', mark: 'V' }, { identifier: 'epochai.org post on arXiv 2211.04325v2, 2024', mark: 'V' }, { identifier: 'arXiv 2005.14165, Table 2.1', mark: 'V' }],
  claims: ['orion-data-dwindling', 'orion-study-2028', 'orion-not-until-2028', 'wall-data-short'],
  checkpoints: [
    { in: {}, out: { year: 2028 }, tolerance: 0.1, source: 'arXiv 2211.04325v2, Sec. 2.5: the median year is 2028, at about 4e14 tokens' },
    { in: {}, out: { earliest: 2026, latest: 2029 }, tolerance: 0.6, source: 'within 2026 to 2032, the years of arXiv 2211.04325v2, abstract; the interval of the stock alone is narrower' },
    { in: { overtraining: 5 }, out: { year: 2027.1 }, tolerance: 0.15, source: 'arXiv 2211.04325v2, Sec. 2.5: overtraining five times moves the date about one year earlier' },
  ],
  describe({ stock, growth, overtraining }) {
    return `Growing ${fixed(2)(growth)}× a year, demand meets ${magnitude(stock)} tokens in ${yearFormat(exhaustionYear(stock, growth, overtraining))}; ten times the text buys ${fixed(1)(Math.LN10 / Math.log(growth))} years.`
  },
})
