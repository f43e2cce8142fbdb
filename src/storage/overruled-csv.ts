/** The answers that learners held to be right against the verdict, for the author: what a question should perhaps accept. */
import type { AnswerEvent, ReviewEvent } from '../memory/event.ts'

/** RFC 4180: a field with a quote, a comma or a line end stands between quotes. */
const field = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** One row an overruled answer that was not taken back, in the log's order; the answer as JSON. */
export function writeOverruledCsv(log: readonly ReviewEvent[]): string {
  const rows = ['question_id,rev,seed,verdict,overruled_to,answer,answered_at']
  for (const event of answersInForce(log)) {
    if (event.overruledTo === undefined) continue
    rows.push([event.questionId, String(event.rev), String(event.seed), event.verdict, event.overruledTo, JSON.stringify(event.answer), new Date(event.utcMs).toISOString()].map(field).join(','))
  }
  return `${rows.join('\n')}\n`
}

/** Answers that no undo has taken back, redo considered. */
function answersInForce(log: readonly ReviewEvent[]): AnswerEvent[] {
  const undone = new Set<string>()
  for (const event of log) {
    if (event.type === 'undo') undone.add(event.target)
    else if (event.type === 'redo') undone.delete(event.target)
  }
  return log.filter((event): event is AnswerEvent => event.type === 'answer' && !undone.has(`${event.device}-${event.sequence}`))
}
