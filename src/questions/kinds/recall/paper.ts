import { answerLine, listItems, type PaperKind } from '../paper-kind.ts'
import type { RecallAnswer } from './answer.ts'
import type { RecallVariant } from './variant.ts'

const LINES = 6

export const recallOnPaper: PaperKind<RecallVariant, RecallAnswer> = {
  room: () => answerLine.repeat(LINES),
  key: ({ model, rubric }, words) => ({
    answer: { kind: 'recall', text: model, compared: true, points: rubric.map(({ id }) => id) },
    html: `<div>${model}</div><p>${words.pointEach}</p>${listItems(rubric.map(({ html }) => html), 'rubric')}`,
  }),
}
