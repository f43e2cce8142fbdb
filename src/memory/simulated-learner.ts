/** For tests: a learner whose memory follows FSRS with parameters of their own. */
import { questionId } from '../content/ids.ts'
import { SimulatedDevice, someMoment } from './arbitrary-log.ts'
import { drawFraction } from './chance.ts'
import { dayNumber } from './day-clock.ts'
import { publishedWeights, tryWeights, withinBounds, type Recall, type Weights } from './fsrs-model.ts'
import { stateOf } from './memory.ts'
import { defaultSettings } from './settings.ts'

const dayMs = 86_400_000
/** Every answer is scheduled by days. */
export const settingsWithoutSteps = { ...defaultSettings, learningSteps: [], relearningSteps: [] }
/** Someone who forgets what is new far sooner, and gains less by each review. */
export const quickForgetter = withinBounds(publishedWeights.map((weight, index) => (index < 4 ? weight / 4 : index === 8 ? weight - 0.7 : weight)))

/** Someone who takes up four questions a day, answers each when it is due, and remembers as FSRS with these weights says. */
export function study(weights: Weights, days: number): SimulatedDevice {
  const device = new SimulatedDevice('learner', settingsWithoutSteps)
  const truly = tryWeights(weights)
  const truths = new Map<string, Recall & { readonly day: number }>()
  const firstDay = dayNumber(someMoment, settingsWithoutSteps.rolloverHour)
  for (let day = 0; day < days; day += 1) {
    for (let number = 0; number < 4 * (day + 1); number += 1) {
      const id = questionId.parse(`o1-card-${number}`)
      const state = stateOf(device.memory, id)
      if (state.stage !== 'new' && state.dueDay > firstDay + day) continue
      const truth = truths.get(id)
      const [elapsed, chance] = truth === undefined ? [0, 0.6] : [day - truth.day, truly.retrievability(truth.stability, day - truth.day)]
      const rating = drawFraction(`${id}/${day}`) < chance ? 'good' : 'again'
      device.answer(id, rating, { utcMs: someMoment.utcMs + day * dayMs + number, offsetMinutes: 60 })
      truths.set(id, { ...truly.next(truth, elapsed, rating), day })
    }
  }
  return device
}
