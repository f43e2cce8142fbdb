import { textOf, type TextKey } from '../../text/grade-text.ts'
import type { KindExamples } from '../kind-examples.ts'
import type { ShortAnswer } from './answer.ts'
import type { ShortVariant } from './variant.ts'

/** Each form as listed, in capitals, and with what a hand adds around it. */
export const rightTexts = ({ accept }: TextKey): string[] => accept.map(textOf).flatMap((text) => [text, text.toUpperCase(), ` ${text}. `])
export const mistakenTexts = ({ near, misconceptions }: TextKey): string[] => [...near, ...misconceptions].flatMap(({ texts }) => texts)
export const otherTexts: TextKey = { accept: ['a rather long answer that nobody gave'], near: [], misconceptions: [] }

export const examples: KindExamples<ShortVariant, ShortAnswer> = {
  sample: {
    accept: ['tree search', { text: '树搜索', lang: 'zh' }, { text: 'поиск по дереву', lang: 'ru' }],
    near: [{ id: 'search-only', texts: ['search'], feedback: 'Search through what?' }], misconceptions: [{ id: 'wrong-search', texts: ['beam search'], feedback: 'That is another one.' }],
  },
  rightAnswers: (variant) => rightTexts(variant).map((text) => ({ kind: 'short', text })),
  mistakes: (variant) => mistakenTexts(variant).map((text) => ({ kind: 'short', text })),
  withOtherKey: (variant) => ({ ...variant, ...otherTexts }),
}
