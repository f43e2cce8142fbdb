/** How long it takes to grade one typed answer, whatever was typed. */
import fc from 'fast-check'
import { sampleVariant } from '../../questions/fixtures/sample-questions.ts'
import { typedAnything } from '../../questions/fixtures/typed-anything.ts'
import { gradeAnswer } from '../../questions/verdict.ts'
import { median, type Measure } from './results.ts'

const texts = 100_000
const medianBarMs = 1

/** One run for each kind that is typed; the figure of a run is the median over all texts. */
export function benchGrading(): Promise<Measure[]> {
  const inputs = fc.sample(typedAnything, texts)
  const variants = (['numeric', 'cloze', 'short'] as const).map((kind) => sampleVariant(kind))
  const runs = variants.map((variant) => median(inputs.map((text) => {
    const start = performance.now()
    gradeAnswer(variant, { kind: variant.kind, text })
    return performance.now() - start
  })))
  return Promise.resolve([{ name: `one of ${texts.toLocaleString('en')} typed answers graded`, unit: 'ms', runs, bar: medianBarMs }])
}
