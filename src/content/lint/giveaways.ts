/** Which question gives another one away: its open text holds the other's answer. Sessions keep such pairs apart. */
import type { QuestionId } from '../ids.ts'
import { contentWords, plainText, words } from '../plain-text.ts'
import { authoredKindOf, type Question } from '../question-schema.ts'

/** What must be known to answer, as the words that would give it away; undefined when no short text would. */
function answerWords(question: Question): { all: readonly string[]; phrases: readonly string[] } | undefined {
  const telling = authoredKindOf(question).tellingText?.(question)
  return telling && {
    all: contentWords(plainText(telling.sentence ?? '')),
    phrases: (telling.terms ?? []).map((term) => words(term).join(' ')).filter((phrase) => phrase.length >= 4),
  }
}

/** What a learner reads before and after answering the question. */
const openText = (question: Question): string => plainText(`${question.stem} ${question.explanation}`)

/**
 * For each question the ones that give it away: on a common claim, and with its answer in their stem or explanation
 * (the typed term as a phrase, or nine tenths of the words of a key of four words or more).
 */
export function findGiveaways(questions: readonly Question[]): ReadonlyMap<QuestionId, readonly QuestionId[]> {
  const byClaim = new Map<string, Question[]>()
  for (const question of questions) for (const id of question.claims) byClaim.set(id, [...(byClaim.get(id) ?? []), question])
  const open = new Map(questions.map((question) => {
    const text = openText(question)
    return [question.id, { phrase: ` ${words(text).join(' ')} `, words: new Set(contentWords(text)) }] as const
  }))
  const found = new Map<QuestionId, QuestionId[]>()
  for (const question of questions) {
    const answer = answerWords(question)
    if (answer === undefined) continue
    const siblings = new Set(question.claims.flatMap((id) => byClaim.get(id) ?? []).filter((other) => other.id !== question.id))
    for (const sibling of siblings) {
      const text = open.get(sibling.id)
      if (text === undefined) continue
      const byPhrase = answer.phrases.some((phrase) => text.phrase.includes(` ${phrase} `))
      const told = answer.all.filter((word) => text.words.has(word)).length
      if (byPhrase || (answer.all.length >= 4 && told >= 0.9 * answer.all.length)) found.set(question.id, [...(found.get(question.id) ?? []), sibling.id])
    }
  }
  return found
}
