import { letteredKeys, optionsToTick } from '../choice/paper.ts'
import { howTo, listItems, type PaperKind } from '../paper-kind.ts'
import type { SeveralAnswer } from './answer.ts'
import type { SeveralVariant } from './variant.ts'

export const severalOnPaper: PaperKind<SeveralVariant, SeveralAnswer> = {
  room: ({ options }, words) => howTo(words.tickAll) + optionsToTick(options),
  key: ({ options }) => {
    const keys = letteredKeys(options)
    return { answer: { kind: 'several', options: keys.map(({ id }) => id) }, html: listItems(keys.map(({ html }) => html)) }
  },
}
