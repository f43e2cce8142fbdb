/** The words that shared components say; the app provides another language under `textsKey`, slides take English. */
import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'

export interface ComponentTexts {
  readonly yours: string
  readonly answer: string
  readonly missed: string
  readonly right: string
  readonly rightSure: string
  readonly rightGuessed: string
  readonly wrong: string
  readonly wrongSure: string
  readonly gaveUp: string
  readonly nearly: string
  readonly someOf: (right: number, all: number) => string
  readonly leftOut: string
  readonly lookAgain: string
  readonly theAnswer: string
  readonly ungraded: string
  readonly overrule: string
  readonly showNumbers: string
  readonly hideNumbers: string
  readonly readAs: string
  readonly whichReading: string
  readonly reasonEmpty: string
  readonly reasonIncomplete: (open: number) => string
  readonly reasonUnfinished: string
  readonly reasonNotANumber: string
  /** `unit` may be empty: then a bare number is asked for. */
  readonly reasonUnit: (unit: string) => string
  readonly reasonSpelling: string
  readonly reasonUnchecked: string
  readonly reasonMismatch: string
  readonly options: string
  readonly chooseSeveral: string
  readonly yourAnswer: string
  readonly gap: string
  readonly leftSides: string
  readonly rightSides: string
  readonly notPairedYet: string
  readonly pairHint: string
  readonly orderHint: (from: string, to: string) => string
  readonly place: (place: number) => string
  readonly notPlacedYet: string
  readonly earlier: string
  readonly later: string
  readonly belongs: string
  readonly compare: string
  readonly modelAnswer: string
  readonly tickPoints: string
  readonly howSure: string
  readonly guess: string
  readonly thinkSo: string
  readonly sure: string
  readonly howHard: string
  readonly hard: string
  readonly good: string
  readonly easy: string
}

const SMALL_NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
const inWords = (count: number): string => SMALL_NUMBERS[count] ?? String(count)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const englishTexts: ComponentTexts = {
  yours: 'Yours', answer: 'Answer', missed: 'Missed',
  right: 'Right', rightSure: 'Right, and you were sure', rightGuessed: 'Right, though you guessed',
  wrong: 'Not this one', wrongSure: 'Not this one, though you were sure', gaveUp: 'Here is the answer', nearly: 'Nearly',
  someOf: (right, all) => capital(`${inWords(right)} of ${inWords(all)}`),
  leftOut: 'You left out:', lookAgain: 'Look again at:', theAnswer: 'Answer:',
  ungraded: 'Not counted yet', overrule: 'I was right', showNumbers: 'Show numbers', hideNumbers: 'Hide numbers', readAs: 'Read as', whichReading: 'Which do you mean?',
  reasonEmpty: 'Nothing is answered yet.',
  reasonIncomplete: (open) => `${capital(inWords(open))} still open.`,
  reasonUnfinished: 'This looks like the beginning of an answer. Type the rest.',
  reasonNotANumber: 'This could not be read as a number. Try digits, such as 120,000 or 1.2e5.',
  reasonUnit: (unit) => unit === '' ? 'A bare number is asked for.' : `The answer is asked for in ${unit}.`,
  reasonSpelling: 'Check the spelling: this could mean two things.',
  reasonUnchecked: 'Compare it with the model answer first.',
  reasonMismatch: 'This answer belongs to an earlier form of the question. Answer again.',
  options: 'Options', chooseSeveral: 'Choose all that apply.', yourAnswer: 'Your answer', gap: 'The missing word',
  leftSides: 'To be matched', rightSides: 'Matches', notPairedYet: 'Choose a match', pairHint: 'Select a row, then its match.',
  orderHint: (from, to) => `Select them in order, from ${from} to ${to}.`,
  place: (place) => `Place ${place}`, notPlacedYet: 'No place yet', earlier: 'Earlier', later: 'Later', belongs: 'Belongs:',
  compare: 'Compare with the model answer', modelAnswer: 'Model answer', tickPoints: 'Tick what your answer says.',
  howSure: 'How sure are you? This checks the answer.', guess: 'Guess', thinkSo: 'Think so', sure: 'Sure',
  howHard: 'How hard was it? This sets the next date.', hard: 'Hard', good: 'Good', easy: 'Easy',
}

/** A ref, so that a change of language shows at once. */
export const textsKey: InjectionKey<ComputedRef<ComponentTexts>> = Symbol('component texts')

/** The texts provided, or English. */
export function useTexts(): ComputedRef<ComponentTexts> {
  return inject(textsKey, undefined) ?? computed(() => englishTexts)
}
