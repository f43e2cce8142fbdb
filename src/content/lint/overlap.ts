/** Word overlap of stem and key: an echo that gives the key away. */
import { contentWords, plainText } from '../plain-text.ts'
import type { QuestionRule } from './lint-context.ts'

export const stemEchoesKey: QuestionRule = {
  name: 'stem-echoes-key', severity: 'warning',
  *check(question) {
    if (question.kind !== 'choice') return
    const stem = new Set(contentWords(plainText(question.stem)))
    const echo = (text: string): number => new Set(contentWords(plainText(text)).filter((word) => stem.has(word))).size
    const key = question.options.findIndex((option) => option.correct)
    const own = echo(question.options[key]?.text ?? '')
    const others = question.options.filter((_, index) => index !== key).map((option) => echo(option.text))
    if (key !== -1 && own >= 2 && own >= Math.max(...others) + 2) yield { path: ['options', key, 'text'], message: `the key repeats ${own} words of the stem, the distractors ${Math.max(...others)} at most`, hint: 'reword the key, or let a distractor echo the stem too' }
  },
}
