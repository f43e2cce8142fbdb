/** The worker that fits FSRS's parameters. It lives as long as the fit: to end it is to cancel. */
import { fitParameters, type Fit, type FitRequest } from '../memory/fit.ts'
import { inOrder } from '../memory/replay.ts'
import { readParts, type LogParts } from './log-work.ts'

export interface FitOrder {
  readonly parts: LogParts
  readonly request: FitRequest
}
export type FitNews = { readonly share: number } | { readonly fit: Fit } | { readonly failure: string }

self.addEventListener('message', ({ data: { parts, request } }: MessageEvent<FitOrder>) => {
  try {
    const steps = fitParameters(inOrder(readParts(parts, { details: false }).events), request)
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) tell({ share: step.value })
    tell({ fit: step.value })
  } catch (error) {
    tell({ failure: error instanceof Error ? error.message : String(error) })
  }
})

function tell(news: FitNews): void {
  self.postMessage(news)
}
