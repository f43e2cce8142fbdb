/** The key to one worksheet: for each question the answer that counts, in the letters and places of that very sheet. */
import { formatNumber, formatQuantity } from '../../../questions/numeric/format-number.ts'
import type { NumberKey } from '../../../questions/numeric/grade-number.ts'
import type { AcceptedText } from '../../../questions/text/typed-text-schema.ts'
import type { Answer } from '../../../questions/answer.ts'
import { escapeHtml } from '../../../questions/escape-html.ts'
import type { Variant } from '../../../questions/variant.ts'
import type { PaperWords } from '../paper-words.ts'
import { letterOf } from './worksheet-html.ts'

export interface KeyEntry {
  /** As a learner would give it to the quiz. */
  readonly answer: Answer
  /** As printed, in HTML. */
  readonly html: string
}

interface Option { readonly id: string, readonly html: string, readonly correct: boolean }

const letteredOption = (option: Option, options: readonly Option[]): string => `<strong>${letterOf(options.indexOf(option))}</strong> ${option.html}`

function keyOption(options: readonly Option[]): Option {
  const key = options.find(({ correct }) => correct)
  if (key === undefined) throw new Error('A question without a right option passed the checks of the library.')
  return key
}

/** How far an answer may lie off and still count. */
function toleranceWords({ tolerance, unit, answer }: NumberKey, words: PaperWords): string {
  if ('absolute' in tolerance) return words.moreOrLess(formatQuantity(tolerance.absolute, unit))
  if ('relative' in tolerance) return words.moreOrLess(`${formatNumber(Number((tolerance.relative * 100).toPrecision(3)))}%`)
  if ('significantFigures' in tolerance) return words.significantFigures(tolerance.significantFigures)
  const factor = 10 ** tolerance.magnitude
  return words.between(formatQuantity(Number((answer / factor).toPrecision(2)), unit), formatQuantity(Number((answer * factor).toPrecision(2)), unit))
}

/** A shown number as one types it: no separators that could be taken for a decimal point, powers with a caret. */
const typedNumber = (html: string): string => html.replace(/,(?=\d{3})/g, '').replace(/<sup>(.*?)<\/sup>/g, '^$1').replaceAll('&amp;', '&')

function numberEntry(key: NumberKey, words: PaperWords): { typed: string, html: string } {
  const shown = formatQuantity(key.answer, key.unit, key.decimals)
  return { typed: typedNumber(shown), html: `<strong>${shown}</strong> <span class="aside">(${toleranceWords(key, words)})</span>` }
}

const textOf = (accepted: AcceptedText): string => (typeof accepted === 'string' ? accepted : accepted.text)

/** The forms that also count, as far as a marker needs them. */
const ALSO_SHOWN = 5

function textEntry(accept: readonly AcceptedText[], words: PaperWords): { typed: string, html: string } {
  const [model = '', ...others] = accept.map(textOf)
  const also = others.slice(0, ALSO_SHOWN).map((form) => escapeHtml(form)).join('; ')
  return { typed: model, html: `<strong>${escapeHtml(model)}</strong>${also === '' ? '' : ` <span class="aside">(${words.also}: ${also})</span>`}` }
}

const list = (items: readonly string[], look = ''): string => `<ul${look === '' ? '' : ` class="${look}"`}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** The key to one question. Throws when the question has none, which the checks of the library rule out. */
export function keyOf(variant: Variant, words: PaperWords): KeyEntry {
  switch (variant.kind) {
    case 'choice': {
      const key = keyOption(variant.options)
      return { answer: { kind: 'choice', option: key.id }, html: `<p>${letteredOption(key, variant.options)}</p>` }
    }
    case 'several': {
      const keys = variant.options.filter(({ correct }) => correct)
      return { answer: { kind: 'several', options: keys.map(({ id }) => id) }, html: list(keys.map((key) => letteredOption(key, variant.options))) }
    }
    case 'matching': return {
      answer: { kind: 'matching', pairs: Object.fromEntries(variant.lefts.map(({ id }) => [id, id])) },
      html: list(variant.lefts.map(({ id, html }) => `<strong>${letterOf(variant.rights.findIndex((right) => right.id === id))}</strong> ${html}`)),
    }
    case 'ordering': return {
      answer: { kind: 'ordering', order: variant.key },
      html: list(variant.items.map(({ id, html }) => `<strong>${variant.key.indexOf(id) + 1}</strong> ${html}`)),
    }
    case 'classifying': return {
      answer: { kind: 'classifying', classes: Object.fromEntries(variant.items.map(({ id, belongs }) => [id, belongs])) },
      html: list(variant.items.map(({ html, belongs }) => `${html}: <strong>${escapeHtml(variant.classes.find(({ id }) => id === belongs)?.text ?? '')}</strong>`)),
    }
    case 'numeric': {
      const { typed, html } = numberEntry(variant, words)
      return { answer: { kind: 'numeric', text: typed }, html: `<p>${html}</p>` }
    }
    case 'parametric': {
      if (variant.as === 'choice') {
        const key = keyOption(variant.options)
        return { answer: { kind: 'parametric', as: 'choice', option: key.id }, html: `<p>${letteredOption(key, variant.options)}</p>` }
      }
      const { typed, html } = numberEntry(variant, words)
      return { answer: { kind: 'parametric', as: 'typed', text: typed }, html: `<p>${html}</p>` }
    }
    case 'cloze': case 'short': {
      const { typed, html } = textEntry(variant.accept, words)
      return { answer: { kind: variant.kind, text: typed }, html: `<p>${html}</p>` }
    }
    case 'recall': return {
      answer: { kind: 'recall', text: variant.model, compared: true, points: variant.rubric.map(({ id }) => id) },
      html: `<div>${variant.model}</div><p>${words.pointEach}</p>${list(variant.rubric.map(({ html }) => html), 'rubric')}`,
    }
  }
}
