/** All mechanisms, in the order in which a reader meets them. */
import { chinchillaLoss } from './chinchilla-loss.ts'
import { compression } from './compression.ts'
import { contextCost } from './context-cost.ts'
import { dataStock } from './data-stock.ts'
import { generalisationProduct } from './generalisation-product.ts'
import { growthCurves } from './growth-curves.ts'
import { kaplanScaling } from './kaplan-scaling.ts'
import type { Mechanism } from './mechanism.ts'
import { noveltyHeaps } from './novelty-heaps.ts'
import { repeatedSampling } from './repeated-sampling.ts'
import { stepSuccess } from './step-success.ts'
import { syntheticFeedback } from './synthetic-feedback.ts'
import { trainingCost } from './training-cost.ts'
import { treeSearch } from './tree-search.ts'

export const mechanisms: readonly Mechanism[] = [
  stepSuccess, treeSearch, repeatedSampling, kaplanScaling, chinchillaLoss, dataStock, noveltyHeaps, growthCurves,
  contextCost, trainingCost, generalisationProduct, compression, syntheticFeedback,
]

/** The mechanism with this id, if there is one. */
export const findMechanism = (id: string): Mechanism | undefined => mechanisms.find((mechanism) => mechanism.id === id)
