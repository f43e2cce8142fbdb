/** 1 to 4 rate as in Anki: again, hard, good, easy. */
import { ratings, type Rating } from '../../src/memory/event.ts'

export type PassRating = Exclude<Rating, 'again'>

export function ratingOfKey(key: string): Rating | undefined {
  return ratings[Number(key) - 1]
}
