/** Grading of typed words, for cloze and short answers. */
import { escapeHtml } from '../escape-html.ts'
import { ungraded } from '../kinds/grading.ts'
import type { Graded } from '../kinds/kind.ts'
import { foldText, normaliseText } from './normalise-text.ts'
import type { AcceptedText, ListedTexts } from './typed-text-schema.ts'
import { findTypo } from './typo.ts'

/** What a typed text is held against: plain text, but for the feedback, which is HTML. */
export interface TextKey {
  readonly accept: readonly AcceptedText[]
  readonly near: ListedTexts
  readonly misconceptions: ListedTexts
}

/** One form that the author lists, and what it means to give it. */
interface Listed {
  readonly sort: 'accept' | 'near' | 'misconception'
  readonly id: string
  readonly text: string
  readonly feedback: string | undefined
  readonly exact: boolean
}

/** What a near miss is worth. */
const NEAR_SHARE = 0.5

/** From this share of a term's words on, the rest counts as left out rather than as something else said. */
const MOST_WORDS = 2 / 3

/**
 * The listed form that was typed decides; first as it stands, then without plural and spelling, then with typing slips, where the
 * nearest form wins. A mere beginning of a right form is unfinished, not wrong.
 */
export function gradeText(key: TextKey, typed: string): Graded {
  const text = normaliseText(typed)
  if (text === '') return ungraded({ code: 'empty' })
  const listed = listForms(key)
  const folded = foldText(text)
  const found = listed.find((form) => normaliseText(form.text) === text) ?? listed.find((form) => !form.exact && foldText(normaliseText(form.text)) === folded)
  if (found !== undefined) return gradeForm(key, found)

  const slips = listed.flatMap((form) => {
    const distance = form.exact ? undefined : findTypo(folded, foldText(normaliseText(form.text)))
    return distance === undefined ? [] : [{ form, distance }]
  })
  const least = Math.min(...slips.map(({ distance }) => distance))
  const nearest = slips.filter(({ distance }) => distance === least).map(({ form }) => form)
  const [first] = nearest
  if (first !== undefined) {
    return nearest.some(({ sort, id }) => sort !== first.sort || id !== first.id) ? ungraded({ code: 'spelling' }) : gradeForm(key, first)
  }

  const accepted = listed.filter(({ sort }) => sort === 'accept').map((form) => normaliseText(form.text))
  if (accepted.some((form) => form.startsWith(text) || foldText(form).startsWith(folded))) return ungraded({ code: 'unfinished' })
  const missing = findMissingWords(folded, accepted.map(foldText))
  return { ...bare(key), verdict: missing === undefined ? { kind: 'wrong' } : { kind: 'partly', share: MOST_WORDS, missing: [escapeHtml(missing)] } }
}

export const revealText = (key: TextKey): Graded => ({ ...bare(key), verdict: { kind: 'wrong' } })

export const textOf = (accepted: AcceptedText): string => typeof accepted === 'string' ? accepted : accepted.text

function bare(key: TextKey) {
  const [model] = key.accept
  return { marks: [], feedback: [], misconceptions: [], solution: model === undefined ? '' : escapeHtml(textOf(model)) }
}

/** Right forms first, so that a text listed twice by mistake counts for the learner. */
function listForms(key: TextKey): Listed[] {
  const others = (sort: 'near' | 'misconception', lists: ListedTexts): Listed[] =>
    lists.flatMap(({ id, texts, feedback }) => texts.map((text): Listed => ({ sort, id, text, feedback, exact: false })))
  return [
    ...key.accept.map((accepted): Listed => ({ sort: 'accept', id: 'accept', text: textOf(accepted), feedback: undefined, exact: typeof accepted !== 'string' && accepted.exact })),
    ...others('near', key.near),
    ...others('misconception', key.misconceptions),
  ]
}

function gradeForm(key: TextKey, { sort, id, feedback }: Listed): Graded {
  const said = feedback === undefined ? [] : [feedback]
  switch (sort) {
    case 'accept': return { ...bare(key), verdict: { kind: 'right' } }
    case 'near': return { ...bare(key), verdict: { kind: 'partly', share: NEAR_SHARE, missing: [] }, feedback: said }
    case 'misconception': return { ...bare(key), verdict: { kind: 'wrong' }, feedback: said, misconceptions: [id] }
  }
}

/** The words left out, when most of a longer term was typed and nothing else. */
function findMissingWords(folded: string, accepted: readonly string[]): string | undefined {
  const typed = folded.split(' ')
  for (const form of accepted) {
    const words = form.split(' ')
    const missing = words.filter((word) => !typed.includes(word))
    if (missing.length > 0 && typed.every((word) => words.includes(word)) && 1 - missing.length / words.length >= MOST_WORDS - 1e-9) return missing.join(' ')
  }
  return undefined
}
