import { describe, expect, it } from 'vitest'
import { questionId } from '../content/ids.ts'
import type { AnswerEvent, ReviewEvent } from '../memory/event.ts'
import { writeOverruledCsv } from './overruled-csv.ts'

const answer = (sequence: number, overruledTo?: AnswerEvent['verdict']): AnswerEvent => ({
  type: 'answer', device: 'd', sequence, order: sequence, utcMs: 0, offsetMinutes: 0, day: 0, questionId: questionId.parse('o1-q-one'), rev: 1, seed: 7,
  answer: { kind: 'short', text: 'a "tree", searched' }, verdict: 'wrong', rating: 'again', thinkingMs: 0, reviewsBefore: 0, dueDay: 1, stepMinutes: 0, parameters: 0, practice: false,
  ...(overruledTo === undefined ? {} : { overruledTo }),
})

describe('the overruled answers', () => {
  it('come with both verdicts and the answer, quoted so that a spreadsheet reads it', () => {
    expect(writeOverruledCsv([answer(1), answer(2, 'right')])).toBe(
      'question_id,rev,seed,verdict,overruled_to,answer,answered_at\no1-q-one,1,7,wrong,right,"{""kind"":""short"",""text"":""a \\""tree\\"", searched""}",1970-01-01T00:00:00.000Z\n')
  })

  it('leave out what was taken back', () => {
    const undo: ReviewEvent = { type: 'undo', target: 'd-2', device: 'd', sequence: 3, order: 3, utcMs: 0, offsetMinutes: 0, day: 0 }
    expect(writeOverruledCsv([answer(2, 'right'), undo])).toBe('question_id,rev,seed,verdict,overruled_to,answer,answered_at\n')
  })
})
