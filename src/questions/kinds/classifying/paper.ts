import { escapeHtml } from '../../escape-html.ts'
import { howTo, listItems, openBox, strong, type PaperKind } from '../paper-kind.ts'
import type { ClassifyingAnswer } from './answer.ts'
import { className } from './grade.ts'
import type { ClassifyingVariant } from './variant.ts'

export const classifyingOnPaper: PaperKind<ClassifyingVariant, ClassifyingAnswer> = {
  room: ({ classes, items }, words) => howTo(words.tickRow)
    + `<table><thead><tr><th scope="col">${words.item}</th>${classes.map(({ text }) => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead>`
    + `<tbody>${items.map(({ html }) => `<tr><th scope="row">${html}</th>${`<td>${openBox}</td>`.repeat(classes.length)}</tr>`).join('')}</tbody></table>`,
  key: (variant) => ({
    answer: { kind: 'classifying', classes: Object.fromEntries(variant.items.map(({ id, belongs }) => [id, belongs])) },
    html: listItems(variant.items.map(({ html, belongs }) => `${html}: ${strong(className(variant, belongs))}`)),
  }),
}
