/** The mechanisms in the order in which a reader meets them; their models are loaded only where one is shown. */
export const mechanismIds = ['step-success', 'tree-search', 'repeated-sampling', 'kaplan-scaling', 'chinchilla-loss', 'data-stock', 'novelty-heaps', 'growth-curves', 'context-cost', 'training-cost', 'generalisation-product', 'compression', 'synthetic-feedback'] as const
