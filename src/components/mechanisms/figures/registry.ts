/** The picture of each mechanism. */
import { drawChinchillaLoss } from './chinchilla-loss-figure.ts'
import { drawCompression } from './compression-figure.ts'
import { drawContextCost } from './context-cost-figure.ts'
import { drawDataStock } from './data-stock-figure.ts'
import type { DrawFigure } from './figure.ts'
import { drawGeneralisationProduct } from './generalisation-product-figure.ts'
import { drawGrowthCurves } from './growth-curves-figure.ts'
import { drawKaplanScaling } from './kaplan-scaling-figure.ts'
import { drawNoveltyHeaps } from './novelty-heaps-figure.ts'
import { drawRepeatedSampling } from './repeated-sampling-figure.ts'
import { drawStepSuccess } from './step-success-figure.ts'
import { drawSyntheticFeedback } from './synthetic-feedback-figure.ts'
import { drawTrainingCost } from './training-cost-figure.ts'
import { drawTreeSearch } from './tree-search-figure.ts'

/** Keyed by the mechanism's id; a test holds the two registries together. */
const figures: Readonly<Record<string, DrawFigure>> = {
  'step-success': drawStepSuccess, 'tree-search': drawTreeSearch, 'repeated-sampling': drawRepeatedSampling,
  'kaplan-scaling': drawKaplanScaling, 'chinchilla-loss': drawChinchillaLoss, 'data-stock': drawDataStock,
  'novelty-heaps': drawNoveltyHeaps, 'growth-curves': drawGrowthCurves, 'context-cost': drawContextCost,
  'training-cost': drawTrainingCost, 'generalisation-product': drawGeneralisationProduct, 'compression': drawCompression,
  'synthetic-feedback': drawSyntheticFeedback,
}

export const findFigure = (id: string): DrawFigure | undefined => figures[id]
