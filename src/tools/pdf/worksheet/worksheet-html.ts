/** A worksheet's questions as HTML to be answered by hand. */
import { escapeHtml } from '../../../questions/escape-html.ts'
import { slot } from '../../../questions/kinds/paper-kind.ts'
import { paperOf } from '../../../questions/paper.ts'
import { pointsOf } from '../../../questions/points.ts'
import type { PaperWords } from '../paper-words.ts'
import type { SheetQuestion } from './choose-questions.ts'

/** One numbered question with its points and the room to answer it. */
export function questionHtml({ variant }: SheetQuestion, index: number, words: PaperWords): string {
  const paper = paperOf(variant)
  return `<section class="question"><h2>${words.question(index + 1)}</h2><p class="points">${slot} / ${pointsOf(variant)}</p>`
    + `<div class="stem">${paper.stem?.(variant) ?? variant.stem}</div>${paper.room(variant, words)}</section>`
}

/** The body of a worksheet: title, name line, questions. `label` tells this sheet from another of the same article. */
export function worksheetHtml(title: string, label: string, questions: readonly SheetQuestion[], words: PaperWords): string {
  const total = questions.reduce((sum, { variant }) => sum + pointsOf(variant), 0)
  return `<header><p class="kind">${words.worksheet} · ${escapeHtml(label)}</p><h1>${escapeHtml(title)}</h1>`
    + `<p class="name"><span>${words.name}</span><span class="rule"></span><span>${words.date}</span><span class="rule date"></span><span>${words.points}</span>${slot}<span>/ ${total}</span></p></header>`
    + questions.map((question, index) => questionHtml(question, index, words)).join('')
}
