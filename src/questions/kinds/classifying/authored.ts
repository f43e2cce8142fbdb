import { fieldTexts, sorted, type AuthoredKind, type PartGroup } from '../authored-kind.ts'
import type { ClassifyingAnswer } from './answer.ts'
import { classifyingOnPaper } from './paper.ts'
import { classifyingQuestion, type ClassifyingQuestion } from './schema.ts'
import type { ClassifyingVariant } from './variant.ts'

export const authored: AuthoredKind<ClassifyingQuestion, ClassifyingVariant, ClassifyingAnswer> = {
  schema: classifyingQuestion,
  paper: classifyingOnPaper,
  meaning: ({ items }) => [sorted(items.map((item) => `${item.id}:${item.class}`))],
  parts: ({ classes, items }): PartGroup[] => [{ classes }, { items }],
  partReferences: ({ classes, items }) => items.map((item, index) => ({ path: ['items', index, 'class'], id: item.class, among: classes })),
  partSlips: ({ classes, items }) => classes.flatMap(({ id }, index) => items.some((item) => item.class === id)
    ? []
    : [{ rule: 'empty-class', path: ['classes', index], message: `no item belongs to the class ${id}`, hint: 'add an item, or take the class out' }]),
  assertedTexts: ({ items }) => fieldTexts('items', items, 'text'),
  choices: ({ items }) => fieldTexts('items', items, 'text'),
}
