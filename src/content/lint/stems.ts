/** Rules about the stem: stands alone, asks one thing, says whose view and as of when. */
import type { Person } from '../library-schema.ts'
import { plainText, texOf, words } from '../plain-text.ts'
import type { LoadedArticle } from '../loaded-library.ts'
import { markdownFields } from '../schema-walk.ts'
import { question as questionSchema } from '../question-schema.ts'
import type { QuestionRule } from './lint-context.ts'

const BLANK = /_{3,}/g
const blanks = (stem: string): number => stem.match(BLANK)?.length ?? 0

/** A stem is a question or holds exactly one blank; a cloze always the latter. */
export const stemForm: QuestionRule = {
  name: 'stem-form', severity: 'error',
  *check(question) {
    const count = blanks(question.stem)
    if (question.kind === 'cloze') {
      if (count !== 1) yield { path: ['stem'], message: count === 0 ? 'the cloze has no blank' : `the cloze has ${count} blanks`, hint: 'write ___ once, for the hinge term' }
      return
    }
    const asks = /\?[\s*_)”"'’»]*$/.test(plainText(question.stem))
    if (count > 1 || (count === 0 && !asks)) yield { path: ['stem'], message: 'the stem is neither a question nor a sentence with one blank', hint: 'end it in a question mark, or leave exactly one blank ___' }
  },
}

const NEGATIVE = /\b(not|except|least likely|isn't|aren't|doesn't|don't|cannot)\b/i
const ASKS_NEGATIVELY = /\b(which|what|who)\b[^.?!]*\b(is|are|does|do|did|was|were|would|has|have|can|could)\s+(\*\*)?(not)\b|\bexcept\b|\b(isn't|aren't|doesn't|don't|didn't|wasn't)\b[^.]*\?/i

/** A stem that asks what is not so says so in bold and is marked. */
export const negativeStem: QuestionRule = {
  name: 'negative-stem', severity: 'error',
  *check(question) {
    // What stands in quotes is somebody's sentence, not what is asked.
    const asksNegatively = ASKS_NEGATIVELY.test(question.stem.replace(/“[^”]*”|"[^"]*"/g, '…'))
    const emphasised = /(\*\*|__)\s*(not|except)\s*(\*\*|__)/i.test(question.stem)
    if (question.negative && !emphasised) yield { path: ['stem'], message: NEGATIVE.test(question.stem) ? 'the negative word is not emphasised' : 'marked negative, yet the stem has no negative word', hint: 'write **not** or **except**, or negative: false' }
    if (!question.negative && (emphasised || asksNegatively)) yield { path: ['stem'], message: 'the stem asks what is not so and is not marked', hint: 'better ask what is so; else write negative: true and **not**' }
  },
}

const LEANING = /\b(the|this) (text|passage|article|paragraph|excerpt|slide|deck|piece|essay)( above| below)?\b|\bmentioned (above|earlier)\b|\b(as|shown|seen|described|given) above\b|\bthe above\b|\bthe author\b/i

/** Questions come mixed: “the text” and “the author” name nobody. */
export const leaningStem: QuestionRule = {
  name: 'leaning-stem', severity: 'error',
  *check(question, context) {
    const stem = plainText(question.stem)
    const match = LEANING.exec(stem)
    if (match === null) return
    // “the article on o1” and “in The Value of o1, the author” do name it.
    if (namesIn(stem, context.articles, context.people)) return
    yield { path: ['stem'], message: `“${match[0]}” names nothing once the questions are mixed`, hint: 'name the article or the speaker' }
  },
}

/** Stems that a coin would answer. */
export const yesNoStem: QuestionRule = {
  name: 'yes-no-stem', severity: 'warning',
  *check(question) {
    if (question.kind === 'classifying' || question.kind === 'matching') return
    const last = plainText(question.stem).split(/(?<=[.!])\s+/).at(-1) ?? ''
    if (/^(is|are|was|were|do|does|did|can|could|will|would|has|have|had|should)\b/i.test(last)) yield { path: ['stem'], message: 'the stem is a yes-or-no question', hint: 'ask which, what, why or how much' }
  },
}

/** Long questions that ask for the speaker are about the voice themselves. */
const ASKS_WHOSE = /\b(who|whose|whom)\b|\bwhich (of the )?(people|person|speakers?|authors?|articles?|voices?|texts?|critics?|side|sides|of these (people|articles|speakers))\b|\b(what|which) (kind|sort|status|stance)\b|\bfact, opinion or forecast\b|\beach (article|author|speaker|person|claim|statement)\b/i

/** An opinion or forecast is asked with the name of the one who holds it. */
export const opinionWithoutVoice: QuestionRule = {
  name: 'opinion-without-voice', severity: 'error',
  *check(question, context) {
    const [main] = context.claims
    if (main === undefined || main.status === 'fact') return
    const stem = plainText(question.stem)
    if (ASKS_WHOSE.test(stem)) return
    const speakers = context.people.filter((person) => context.claims.some((claim) => claim.voice.speaker === person.id))
    if (!namesIn(stem, context.articles, speakers)) yield { path: ['stem'], message: `asks for a claim that is ${main.status === 'opinion' ? 'an opinion' : 'a forecast'} and does not say whose`, hint: `name ${speakers.map((person) => person.name).join(' or ') || 'the speaker'} or the article in the stem` }
  },
}

/** Does the text name one of the articles, their authors or outlets, or one of these people? */
function namesIn(text: string, articles: readonly LoadedArticle[], people: readonly Person[]): boolean {
  // A surname may be a common word too (moon, sand): people are found by their capitals.
  const byName = people.filter((person) => person.kind === 'person').flatMap((person) => [person.name, person.original ?? '', ...person.aliases, ...nameParts(person)])
  const others = [
    ...people.filter((person) => person.kind !== 'person').flatMap((person) => [person.name, person.original ?? '', ...person.aliases, ...nameParts(person)]),
    ...articles.flatMap(({ file }) => file.kind === 'article'
      ? [file.title, file.source.title, file.source.titleInEnglish ?? '', ...outletNames(file.source.outlet), `article on ${file.volume.name}`, `the ${file.volume.name} article`]
      : [file.title]),
  ]
  return byName.some((name) => holds(text, name)) || others.some((name) => holds(text.toLowerCase(), name.toLowerCase()))
}

/** Is the name there as whole words? Han names stand without spaces around them. */
const holds = (text: string, name: string): boolean => name.length >= 2 && (/^[\p{Script=Han}]+$/u.test(name) ? text.includes(name) : new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name)}(?![\\p{L}\\p{N}])`, 'u').test(text))

/** “机器之心 (Synced), reposted by aigcdaily.cn” gives 机器之心, Synced and aigcdaily.cn. */
const outletNames = (outlet: string): string[] => outlet.split(/[(),;/]|\breposted (?:by|at|on)\b|\breposts?\b/).map((name) => name.trim()).filter((name) => name.length > 1)

/** A surname does for a person; for groups the words that tell them apart, such as staff, employees, analysts. */
function nameParts(person: Person): string[] {
  const parts = person.name.split(/[\s,()]+/)
  return parts.filter((part) => part.length > 2 && (person.kind === 'person' ? /^\p{Lu}/u.test(part) : !/^(the|and|of|at|in|an|some|unnamed|anonymous|other|several)$/i.test(part)))
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Somewhere before or after the answer, a question about a forecast says as of when it was made. */
export const forecastWithoutDate: QuestionRule = {
  name: 'forecast-without-date', severity: 'error',
  *check(question, context) {
    const [main] = context.claims
    if (main?.status !== 'forecast' || main.asOf === undefined) return
    const year = main.asOf.slice(0, 4)
    if (!markdownFields(questionSchema, question).some(({ text }) => text.includes(year))) yield { path: ['stem'], message: `asks about a forecast made in ${main.asOf} and gives no date`, hint: `say “as of ${year}” in the stem or in the explanation` }
  },
}

/** The hidden term must not stand elsewhere in the stem. */
export const clozeTermVisible: QuestionRule = {
  name: 'cloze-term-visible', severity: 'error',
  *check(question) {
    if (question.kind !== 'cloze') return
    const visible = ` ${words(plainText(question.stem.replace(BLANK, ' '))).join(' ')} `
    for (const [index, accepted] of question.accept.entries()) {
      const text = typeof accepted === 'string' ? accepted : accepted.text
      const term = words(text).join(' ')
      if (term !== '' && visible.includes(` ${term} `)) yield { path: ['accept', index], message: `the hidden term “${text}” stands in the stem`, hint: 'reword the stem, or hide another term' }
    }
  },
}

export const explanationLength: QuestionRule = {
  name: 'explanation-length', severity: 'error',
  *check(question) {
    const length = plainText(question.explanation).length
    if (length < 30 || length > 300) yield { path: ['explanation'], message: `the explanation has ${length} characters`, hint: 'say why the answer is right in 30 to 300' }
  },
}

export const rubricSize: QuestionRule = {
  name: 'rubric-size', severity: 'error',
  *check(question) {
    if (question.kind === 'recall' && question.rubric.length > 5) yield { path: ['rubric'], message: `the rubric has ${question.rubric.length} points`, hint: 'five at most: join points, or make two questions' }
  },
}

/** A question stands on claims that exist and that are found somewhere. */
export const unsourced: QuestionRule = {
  name: 'unsourced', severity: 'error',
  *check(question, context) {
    if (context.claims.length === 0 || context.claims.every((claim) => claim.paragraphs.length === 0)) yield { path: ['claims'], message: 'neither question nor explanation has a source', hint: 'cite a claim with locators in claims' }
  },
}

/** Every parameter that varies is shown in the stem, outside TeX. (Drawing variants, in src/questions, finds the unknown placeholders.) */
export const placeholders: QuestionRule = {
  name: 'placeholders', severity: 'error',
  *check(question) {
    if (question.kind !== 'parametric') return
    const names = Object.keys(question.parameters)
    const used = [...question.stem.matchAll(/\{([\w-]+)\}/g)].map((match) => match[1] ?? '')
    for (const name of names) {
      const values = question.parameters[name] ?? []
      if (values.length > 1 && !used.includes(name)) yield { path: ['parameters', name], message: `the parameter ${name} varies and the stem does not show it`, hint: `write {${name}} in the stem, or give it one value` }
    }
    if (texOf(question.stem).some((tex) => names.some((name) => tex.includes(`{${name}}`)))) yield { path: ['stem'], message: 'a placeholder stands inside TeX', hint: 'TeX is set before the values are known: write the placeholder outside the dollar signs' }
  },
}
