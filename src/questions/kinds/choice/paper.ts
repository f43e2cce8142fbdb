import { letterOf } from '../../letter.ts'
import { lettered, listItems, openBox, strong, type PaperKey, type PaperKind } from '../paper-kind.ts'
import type { ChoiceAnswer } from './answer.ts'
import type { ChoiceVariant, VariantOption } from './variant.ts'

export const optionsToTick = (options: readonly VariantOption[]): string =>
  listItems(options.map(({ html }, index) => `${openBox}${lettered(index)}<span>${html}</span>`), 'options')

/** The right options, each under the letter that it has on the sheet. */
export const letteredKeys = (options: readonly VariantOption[]): { readonly id: string, readonly html: string }[] =>
  options.flatMap(({ id, html, correct }, index) => correct ? [{ id, html: `${strong(letterOf(index))} ${html}` }] : [])

/** The key to a choice of one. */
export function oneLetteredKey(options: readonly VariantOption[]): PaperKey<string> {
  const [key] = letteredKeys(options)
  if (key === undefined) throw new Error('A question without a right option passed the checks of the library.')
  return { answer: key.id, html: `<p>${key.html}</p>` }
}

export const choiceOnPaper: PaperKind<ChoiceVariant, ChoiceAnswer> = {
  room: ({ options }) => optionsToTick(options),
  key: ({ options }) => {
    const { answer, html } = oneLetteredKey(options)
    return { answer: { kind: 'choice', option: answer }, html }
  },
}
