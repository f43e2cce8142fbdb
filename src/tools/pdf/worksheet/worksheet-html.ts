/** A worksheet's questions as HTML to be answered by hand. Nothing here reads a key: what is printed follows from what is asked alone. */
import { escapeHtml } from '../../../questions/escape-html.ts'
import { pointsOf } from '../../../questions/points.ts'
import type { Variant } from '../../../questions/variant.ts'
import type { PaperWords } from '../paper-words.ts'
import type { SheetQuestion } from './choose-questions.ts'

/** A, B, C …: what an option is called on paper. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)

const openBox = '<span class="box"></span>'
/** As long for every answer, so that its length says nothing. */
const blank = '<span class="blank"></span>'
const answerLine = '<p class="line"></p>'

const lettered = (options: readonly { readonly html: string }[]): string =>
  `<ul class="options">${options.map(({ html }, index) => `<li>${openBox}<span class="letter">${letterOf(index)}</span><span>${html}</span></li>`).join('')}</ul>`

const unitLine = (unit: string | undefined, words: PaperWords): string => `<p class="typed">${words.answer} ${blank}${unit === undefined ? '' : ` ${escapeHtml(unit)}`}</p>`

/** What stands below the stem: boxes, letters, lines, room. */
function answerRoom(variant: Variant, words: PaperWords): string {
  switch (variant.kind) {
    case 'choice': return lettered(variant.options)
    case 'several': return `<p class="how">${words.tickAll}</p>${lettered(variant.options)}`
    case 'matching': return `<p class="how">${words.writeLetter}</p><div class="pairs"><ul>${variant.lefts.map(({ html }) => `<li><span class="slot"></span><span>${html}</span></li>`).join('')}</ul>`
      + `<ul>${variant.rights.map(({ html }, index) => `<li><span class="letter">${letterOf(index)}</span><span>${html}</span></li>`).join('')}</ul></div>`
    case 'ordering': return `<p class="how">${words.numberThese(escapeHtml(variant.from), escapeHtml(variant.to), variant.items.length)}</p>`
      + `<ul class="numbered">${variant.items.map(({ html }) => `<li><span class="slot"></span><span>${html}</span></li>`).join('')}</ul>`
    case 'classifying': return `<p class="how">${words.tickRow}</p>`
      + `<table><thead><tr><th scope="col">${words.item}</th>${variant.classes.map(({ text }) => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead>`
      + `<tbody>${variant.items.map(({ html }) => `<tr><th scope="row">${html}</th>${variant.classes.map(() => `<td>${openBox}</td>`).join('')}</tr>`).join('')}</tbody></table>`
    case 'numeric': return unitLine(variant.unit, words)
    case 'parametric': return variant.as === 'choice' ? lettered(variant.options) : unitLine(variant.unit, words)
    case 'cloze': return ''
    case 'short': return answerLine
    case 'recall': return answerLine.repeat(6)
  }
}

const stemOf = (variant: Variant): string => (variant.kind === 'cloze' ? `${variant.before}${blank}${variant.after}` : variant.stem)

/** One numbered question with its points and the room to answer it. */
export function questionHtml({ variant }: SheetQuestion, index: number, words: PaperWords): string {
  const points = pointsOf(variant)
  return `<section class="question"><h2>${words.question(index + 1)}</h2><p class="points"><span class="slot"></span> / ${points}</p><div class="stem">${stemOf(variant)}</div>${answerRoom(variant, words)}</section>`
}

/** The body of a worksheet: title, name line, questions. `label` tells this sheet from another of the same article. */
export function worksheetHtml(title: string, label: string, questions: readonly SheetQuestion[], words: PaperWords): string {
  const total = questions.reduce((sum, { variant }) => sum + pointsOf(variant), 0)
  return `<header><p class="kind">${words.worksheet} · ${escapeHtml(label)}</p><h1>${escapeHtml(title)}</h1>`
    + `<p class="name"><span>${words.name}</span><span class="rule"></span><span>${words.date}</span><span class="rule date"></span><span>${words.points}</span><span class="slot"></span><span>/ ${total}</span></p></header>`
    + questions.map((question, index) => questionHtml(question, index, words)).join('')
}
