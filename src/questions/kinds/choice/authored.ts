import { numbersIn } from '../../../content/numbers-in-text.ts'
import { plainText } from '../../../content/plain-text.ts'
import { fieldTexts, sorted, type AuthoredKind, type FieldText } from '../authored-kind.ts'
import type { ChoiceAnswer } from './answer.ts'
import { choiceOnPaper } from './paper.ts'
import { choiceQuestion, type ChoiceQuestion } from './schema.ts'
import type { ChoiceVariant } from './variant.ts'

type WithOptions = Pick<ChoiceQuestion, 'level' | 'options'>

const keyTexts = ({ options }: WithOptions): FieldText[] => fieldTexts('options', options, 'text').filter((_, index) => options[index]?.correct)

/** What all questions with listed options have in common. */
export const authoredOptions = {
  meaning: ({ options }: WithOptions) => [sorted(options.map(({ id, correct }) => `${id}${correct ? '=' : ''}`))],
  parts: ({ options }: WithOptions) => [{ options }],
  assertedTexts: keyTexts,
  // The key of a scenario is computed from its givens; the explanation may repeat it.
  givenNumbers: (question: WithOptions) => question.level === 'apply' ? keyTexts(question).flatMap(({ text }) => numbersIn(plainText(text)).map(({ value }) => value)) : [],
  choices: ({ options }: WithOptions) => fieldTexts('options', options, 'text'),
}

export const authored: AuthoredKind<ChoiceQuestion, ChoiceVariant, ChoiceAnswer> = {
  ...authoredOptions,
  schema: choiceQuestion,
  paper: choiceOnPaper,
  tellingText: (question) => {
    const [key] = keyTexts(question)
    return key && { sentence: key.text }
  },
}
