/** A worksheet's questions as HTML to be answered by hand. Nothing here reads a key: what is printed follows from what is asked alone. */
import { escapeHtml } from '../../../questions/escape-html.ts'
import type { Variant } from '../../../questions/variant.ts'
import { pointsOf, type SheetQuestion } from './choose-questions.ts'

/** A, B, C …: what an option is called on paper. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)

const openBox = '<span class="box"></span>'
/** As long for every answer, so that its length says nothing. */
const blank = '<span class="blank"></span>'
const answerLine = '<p class="line"></p>'

const lettered = (options: readonly { readonly html: string }[]): string =>
  `<ul class="options">${options.map(({ html }, index) => `<li>${openBox}<span class="letter">${letterOf(index)}</span><span>${html}</span></li>`).join('')}</ul>`

const unitLine = (unit: string | undefined): string => `<p class="typed">Answer: ${blank}${unit === undefined ? '' : ` ${escapeHtml(unit)}`}</p>`

/** What stands below the stem: boxes, letters, lines, room. */
function answerRoom(variant: Variant): string {
  switch (variant.kind) {
    case 'choice': return lettered(variant.options)
    case 'several': return `<p class="how">Tick all that apply.</p>${lettered(variant.options)}`
    case 'matching': return `<p class="how">Write the letter that belongs to each.</p><div class="pairs"><ul>${variant.lefts.map(({ html }) => `<li><span class="slot"></span><span>${html}</span></li>`).join('')}</ul>`
      + `<ul>${variant.rights.map(({ html }, index) => `<li><span class="letter">${letterOf(index)}</span><span>${html}</span></li>`).join('')}</ul></div>`
    case 'ordering': return `<p class="how">Number these from 1 (${escapeHtml(variant.from)}) to ${variant.items.length} (${escapeHtml(variant.to)}).</p>`
      + `<ul class="numbered">${variant.items.map(({ html }) => `<li><span class="slot"></span><span>${html}</span></li>`).join('')}</ul>`
    case 'classifying': return '<p class="how">Tick one in each row.</p>'
      + `<table><thead><tr><th scope="col">Item</th>${variant.classes.map(({ text }) => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead>`
      + `<tbody>${variant.items.map(({ html }) => `<tr><th scope="row">${html}</th>${variant.classes.map(() => `<td>${openBox}</td>`).join('')}</tr>`).join('')}</tbody></table>`
    case 'numeric': return unitLine(variant.unit)
    case 'parametric': return variant.as === 'choice' ? lettered(variant.options) : unitLine(variant.unit)
    case 'cloze': return ''
    case 'short': return answerLine
    case 'recall': return answerLine.repeat(6)
  }
}

const stemOf = (variant: Variant): string => (variant.kind === 'cloze' ? `${variant.before}${blank}${variant.after}` : variant.stem)

/** One numbered question with its points and the room to answer it. */
export function questionHtml({ variant }: SheetQuestion, index: number): string {
  const points = pointsOf(variant)
  return `<section class="question"><h2>Question ${index + 1}</h2><p class="points"><span class="slot"></span> / ${points}</p><div class="stem">${stemOf(variant)}</div>${answerRoom(variant)}</section>`
}

/** The body of a worksheet: title, name line, questions. `label` tells this sheet from another of the same article. */
export function worksheetHtml(title: string, label: string, questions: readonly SheetQuestion[]): string {
  const total = questions.reduce((sum, { variant }) => sum + pointsOf(variant), 0)
  return `<header><p class="kind">Worksheet · ${escapeHtml(label)}</p><h1>${escapeHtml(title)}</h1>`
    + `<p class="name"><span>Name</span><span class="rule"></span><span>Date</span><span class="rule date"></span><span>Points</span><span class="slot"></span><span>/ ${total}</span></p></header>`
    + questions.map(questionHtml).join('')
}
