/** What a kind of question needs on paper: room to answer by hand, and the key that a marker reads. No page loads it; nothing is printed there. */
import { letterOf } from '../letter.ts'

/** The words around an answer on paper, in the language of the sheet; safe HTML. */
export interface AnswerWords {
  readonly answer: string
  readonly tickAll: string
  readonly tickRow: string
  readonly item: string
  readonly writeLetter: string
  numberThese(from: string, to: string, count: number): string
  /** Before further answers that count. */
  readonly also: string
  readonly pointEach: string
  /** How far off an answer may lie; `amount` has its unit. */
  moreOrLess(amount: string): string
  significantFigures(count: number): string
  between(low: string, high: string): string
}

export interface PaperKey<A> {
  /** As a learner would give it to the quiz, where it counts as right. */
  readonly answer: A
  /** As printed, in the letters and places of that very sheet. */
  readonly html: string
}

/** One kind of question on paper. What it gives is HTML. */
export interface PaperKind<V, A> {
  /** What is asked; absent where the stem is shown as it stands. */
  stem?(variant: V): string
  /** What stands below the stem: boxes, letters, lines. Says nothing of the answer. */
  room(variant: V, words: AnswerWords): string
  /** Throws when the question has no key, which the checks of the library rule out. */
  key(variant: V, words: AnswerWords): PaperKey<A>
}

export const openBox = '<span class="box"></span>'
/** For a letter or a number. */
export const slot = '<span class="slot"></span>'
/** As long for every answer, so that its length says nothing. */
export const blank = '<span class="blank"></span>'
export const answerLine = '<p class="line"></p>'

export const lettered = (index: number): string => `<span class="letter">${letterOf(index)}</span>`
export const howTo = (html: string): string => `<p class="how">${html}</p>`
export const listItems = (items: readonly string[], look?: string): string => `<ul${look === undefined ? '' : ` class="${look}"`}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
/** What a marker compares first. */
export const strong = (html: string | number): string => `<strong>${html}</strong>`
export const aside = (html: string): string => `<span class="aside">(${html})</span>`
