import { letterOf } from '../../letter.ts'
import { howTo, lettered, listItems, slot, strong, type PaperKind } from '../paper-kind.ts'
import type { MatchingAnswer } from './answer.ts'
import type { MatchingVariant } from './variant.ts'

export const matchingOnPaper: PaperKind<MatchingVariant, MatchingAnswer> = {
  room: ({ lefts, rights }, words) => howTo(words.writeLetter)
    + `<div class="pairs">${listItems(lefts.map(({ html }) => `${slot}<span>${html}</span>`))}${listItems(rights.map(({ html }, index) => `${lettered(index)}<span>${html}</span>`))}</div>`,
  key: ({ lefts, rights }) => ({
    answer: { kind: 'matching', pairs: Object.fromEntries(lefts.map(({ id }) => [id, id])) },
    html: listItems(lefts.map(({ id, html }) => `${strong(letterOf(rights.findIndex((right) => right.id === id)))} ${html}`)),
  }),
}
