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
  /** Which keys answer, said while they do; `last` is the letter of the last option. */
  readonly keysOfView: {
    readonly choose: (last: string) => string
    readonly chooseSeveral: (last: string) => string
    readonly match: (last: string) => string
    readonly order: (last: string) => string
    readonly classify: string
    readonly type: string
    readonly compare: string
    readonly tick: string
  }
  readonly howSure: string
  readonly guess: string
  readonly thinkSo: string
  readonly sure: string
  readonly howHard: string
  readonly hard: string
  readonly good: string
  readonly easy: string
  /** BCP 47, for dates and for marking words that stand in text of another language. */
  readonly language: string
  /** Stands after the title of an axis, in brackets. */
  readonly logScale: string
  readonly moreSettings: string
  readonly noMechanism: (id: string) => string
  readonly whatCanBeSet: string
  readonly rangeOf: (least: string, most: string) => string
  readonly whatItAssumes: string
  readonly howFarItHolds: string
  readonly whereConstantsComeFrom: string
  readonly whatItWasCheckedAgainst: string
  /** How a source was seen. */
  readonly marks: Readonly<Record<'V' | 'S', string>>
  readonly ownText: string
  readonly packing: (plainBytes: string, packedBytes: string, isSame: boolean) => string
  readonly zoom: string
  readonly zoomIn: string
  readonly zoomOut: string
  /** In a legend, and before a claim in an outline. */
  readonly relations: Readonly<Record<'supports' | 'rebuts' | 'undercuts', { readonly legend: string, readonly outline: string }>>
  /** `share` is written out, such as 86%. */
  readonly remembered: (share: string) => string
  readonly debateQuestion: string
  readonly stances: Readonly<Record<'yes' | 'no' | 'partly' | 'silent', string>>
  readonly sinceThen: string
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
  keysOfView: {
    choose: (last) => `Keys: A–${last} choose`, chooseSeveral: (last) => `Keys: A–${last} choose and drop again`,
    match: (last) => `Keys: A–${last} give the marked row its match, arrows and Enter mark another`, order: (last) => `Keys: A–${last} take the next place or give it back, Tab and Enter move one`,
    classify: 'Keys: Tab goes to the next item, arrows choose its class', type: 'Keys: Enter when the answer is complete', compare: 'Keys: Ctrl and Enter compare', tick: 'Keys: Tab goes on, Space ticks',
  },
  howSure: 'How sure are you? This checks the answer.', guess: 'Guess', thinkSo: 'Think so', sure: 'Sure',
  howHard: 'How hard was it? This sets the next date.', hard: 'Hard', good: 'Good', easy: 'Easy',
  language: 'en-GB', logScale: 'log scale', moreSettings: 'More settings', noMechanism: (id) => `There is no mechanism called ${id}.`,
  whatCanBeSet: 'What can be set', rangeOf: (least, most) => `${least} to ${most}`,
  whatItAssumes: 'What it assumes', howFarItHolds: 'How far it holds', whereConstantsComeFrom: 'Where the constants come from', whatItWasCheckedAgainst: 'What it was checked against',
  marks: { V: 'checked in the primary source', S: 'from secondary sources' }, ownText: 'Your own text, in any language',
  packing: (plainBytes, packedBytes, isSame) => `Plain it takes ${plainBytes} bytes, packed ${packedBytes}; unpacked again it is ${isSame ? 'the same, letter for letter' : 'not the same'}.`,
  zoom: 'Zoom', zoomIn: 'Zoom in', zoomOut: 'Zoom out',
  relations: {
    supports: { legend: 'supports', outline: 'Supports' },
    rebuts: { legend: 'rebuts the claim', outline: 'Rebuts' },
    undercuts: { legend: 'undercuts the step', outline: 'Undercuts the step' },
  },
  remembered: (share) => `${share} remembered`,
  debateQuestion: 'Question', stances: { yes: 'Yes', no: 'No', partly: 'Partly', silent: 'Silent' }, sinceThen: 'since then',
}

/** A ref, so that a change of language shows at once. */
export const textsKey: InjectionKey<ComputedRef<ComponentTexts>> = Symbol('component texts')

/** The texts provided, or English. */
export function useTexts(): ComputedRef<ComponentTexts> {
  return inject(textsKey, undefined) ?? computed(() => englishTexts)
}
