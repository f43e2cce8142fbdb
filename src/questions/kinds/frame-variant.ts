import type { QuestionOf, QuestionKind } from '../../content/question-schema.ts'
import type { Draw, VariantFrame } from './kind.ts'

/** The part of a variant that is the same for every kind. */
export function frameVariant(question: QuestionOf<QuestionKind>, draw: Draw): VariantFrame {
  const { id, rev, level, negative, stem, explanation } = question
  return { questionId: id, rev, seed: draw.seed, level, negative, stem, explanation }
}
