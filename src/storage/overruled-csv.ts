/** The answers that learners held to be right against the verdict, for the author: what a question should perhaps accept. */
import type { ReviewEvent } from '../memory/event.ts'
import { entriesInForce } from '../memory/in-force.ts'

/** RFC 4180: a field with a quote, a comma or a line end stands between quotes. */
const field = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** One row an overruled answer that was not taken back, in the log's order; the answer as JSON. */
export function writeOverruledCsv(log: readonly ReviewEvent[]): string {
  const rows = ['question_id,rev,seed,verdict,overruled_to,answer,answered_at']
  for (const event of entriesInForce(log)) {
    if (event.type !== 'answer' || event.overruledTo === undefined) continue
    rows.push([event.questionId, String(event.rev), String(event.seed), event.verdict, event.overruledTo, JSON.stringify(event.answer), new Date(event.utcMs).toISOString()].map(field).join(','))
  }
  return `${rows.join('\n')}\n`
}
