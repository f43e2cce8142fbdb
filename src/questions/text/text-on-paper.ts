/** The key to a typed word or phrase on paper, for cloze and short answers. */
import { escapeHtml } from '../escape-html.ts'
import { aside, strong, type AnswerWords, type PaperKey } from '../kinds/paper-kind.ts'
import { textOf, type TextKey } from './grade-text.ts'

/** The forms that also count, as far as a marker needs them. */
const ALSO_SHOWN = 5

/** The first form listed is the answer. */
export function textOnPaper({ accept }: TextKey, words: AnswerWords): PaperKey<string> {
  const [model = '', ...others] = accept.map(textOf)
  const also = others.slice(0, ALSO_SHOWN).map(escapeHtml).join('; ')
  return { answer: model, html: `<p>${strong(escapeHtml(model))}${also === '' ? '' : ` ${aside(`${words.also}: ${also}`)}`}</p>` }
}
