/** Rules about the options of choice questions. */
import { plainText, words } from '../plain-text.ts'
import { authoredKindOf, type Question } from '../question-schema.ts'
import { numbersIn } from '../numbers-in-text.ts'
import type { QuestionRule } from './lint-context.ts'

type ChoiceLike = Extract<Question, { kind: 'choice' | 'several' }>
const hasOptions = (question: Question): question is ChoiceLike => question.kind === 'choice' || question.kind === 'several'
const lengthOf = (text: string): number => plainText(text).length

export const tooFewOptions: QuestionRule = {
  name: 'too-few-options', severity: 'error',
  *check(question) {
    if (hasOptions(question) && question.options.length < 3) yield { path: ['options'], message: `only ${question.options.length} options`, hint: 'write a third that is a real mistake' }
  },
}

export const allOrNone: QuestionRule = {
  name: 'all-or-none', severity: 'error',
  *check(question) {
    if (!hasOptions(question)) return
    for (const [index, option] of question.options.entries()) {
      if (/\b(all|none|both|neither|any) of (the above|these|them|the others?)\b|\b(both|neither) [A-E] (and|nor) [A-E]\b/i.test(plainText(option.text))) yield { path: ['options', index, 'text'], message: `“${plainText(option.text)}” tests test-taking`, hint: 'write an option of its own, or make the question kind: several' }
    }
  },
}

export const duplicateOptions: QuestionRule = {
  name: 'duplicate-options', severity: 'error',
  *check(question) {
    const seen = new Set<string>()
    for (const { path, text } of authoredKindOf(question).choices?.(question) ?? []) {
      const key = words(plainText(text)).join(' ')
      if (seen.has(key)) yield { path, message: `“${plainText(text)}” stands there twice`, hint: 'make the two differ in meaning' }
      seen.add(key)
    }
  },
}

/** Ranges such as “10 to 20 %” and “15 to 30 %” must not share values; equal numbers neither. */
export const numericOverlap: QuestionRule = {
  name: 'numeric-overlap', severity: 'error',
  *check(question) {
    if (question.kind !== 'choice') return
    const ranges = question.options.map((option) => numericRange(plainText(option.text)))
    for (const [later, range] of ranges.entries()) {
      for (const [earlier, other] of ranges.slice(0, later).entries()) {
        if (range === undefined || other === undefined || range.unit !== other.unit) continue
        // Ranges that only touch (10–20, 20–30) leave the end in both.
        if (range.low <= other.high && other.low <= range.high) yield { path: ['options', later, 'text'], message: `the options ${earlier + 1} and ${later + 1} overlap`, hint: 'choose ranges that share no value' }
      }
    }
  },
}

/** An option that is nothing but a number or a range of numbers, with an optional unit. */
function numericRange(text: string): { low: number; high: number; unit: string } | undefined {
  const numbers = numbersIn(text)
  const [start, second] = numbers
  if (start === undefined || numbers.length > 2) return undefined
  // In “6 to 8 %” the sign holds for both.
  const first = second?.isPercentage === true && !start.isPercentage ? { ...start, value: start.value / 100 } : start
  const rest = numbers.reduce((remaining, number) => remaining.replace(number.text, ' '), text).toLowerCase()
  const bare = rest.replace(/\b(about|around|roughly|between|from|to|and|nearly|some|or)\b|[–—~-]/g, ' ').replace(/\s+/g, ' ').trim()
  const open = /\b(under|below|less than|fewer than|at most|up to)\b/.test(bare) ? 'below' : /\b(over|above|more than|at least)\b/.test(bare) ? 'above' : undefined
  const unit = bare.replace(/\b(under|below|less than|fewer than|at most|up to|over|above|more than|at least)\b/g, '').trim()
  if (unit.split(' ').length > 2) return undefined
  // An open end starts just beyond its number: “under 10” and “10 to 20” do not overlap.
  const beyond = Math.abs(first.value) * 1e-9
  if (open === 'below') return { low: -Infinity, high: first.value - beyond, unit }
  if (open === 'above') return { low: first.value + beyond, high: Infinity, unit }
  return { low: Math.min(first.value, second?.value ?? first.value), high: Math.max(first.value, second?.value ?? first.value), unit }
}

export const missingFeedback: QuestionRule = {
  name: 'missing-feedback', severity: 'error',
  *check(question) {
    if (!hasOptions(question)) return
    const seen = new Map<string, number>()
    for (const [index, option] of question.options.entries()) {
      // One named mistake may show in two options, and then its feedback is the same.
      const text = plainText(option.feedback)
      if (text.length < 15) yield { path: ['options', index, 'feedback'], message: `the feedback “${text}” explains nothing`, hint: option.correct ? 'say what makes it right' : 'say which slip leads here' }
      const other = seen.get(text.toLowerCase())
      const sameMistake = other !== undefined && option.misconception !== undefined && option.misconception === question.options[other]?.misconception
      if (other !== undefined && !sameMistake) yield { path: ['options', index, 'feedback'], message: `options ${other + 1} and ${index + 1} have the same feedback`, hint: 'every option is its own mistake: say which' }
      seen.set(text.toLowerCase(), index)
    }
  },
}

/** The verdict stands above the feedback already, and is another one when the learner left a right option out. */
export const verdictInFeedback: QuestionRule = {
  name: 'verdict-in-feedback', severity: 'error',
  *check(question) {
    if (!hasOptions(question)) return
    for (const [index, option] of question.options.entries()) {
      const [verdict] = /^(right|correct|exactly|yes|no|wrong|not quite)\b(?=[.;,:!])/i.exec(plainText(option.feedback)) ?? []
      if (verdict !== undefined) yield { path: ['options', index, 'feedback'], message: `the feedback begins with “${verdict}”, which the verdict says`, hint: 'begin with the reason' }
    }
  },
}

/** The longest option is right more often than chance in most banks; learners know. */
export const keyLongest: QuestionRule = {
  name: 'key-longest', severity: 'warning',
  *check(question) {
    if (question.kind !== 'choice') return
    const key = question.options.findIndex((option) => option.correct)
    if (key === -1) return
    const others = question.options.filter((_, index) => index !== key).map((option) => lengthOf(option.text))
    const own = lengthOf(question.options[key]?.text ?? '')
    if (own > Math.max(...others) * 1.1 && own - Math.max(...others) >= 6) yield { path: ['options', key, 'text'], message: 'the key is the longest option', hint: 'shorten it, or give a distractor as much detail' }
  },
}

export const optionLengths: QuestionRule = {
  name: 'option-lengths', severity: 'warning',
  *check(question) {
    if (!hasOptions(question)) return
    const lengths = question.options.map((option) => lengthOf(option.text))
    if (Math.max(...lengths) > 2.2 * Math.min(...lengths) && Math.max(...lengths) - Math.min(...lengths) > 24) yield { path: ['options'], message: `the options are ${Math.min(...lengths)} to ${Math.max(...lengths)} characters long`, hint: 'make them alike in length and form' }
  },
}

const ABSOLUTE = /(?<!\bat )\b(always|never|only|all|every|none|nothing|completely|entirely|impossible|must|cannot)\b/i

/** Words such as “always” mark a distractor when the key has none. */
export const absolutes: QuestionRule = {
  name: 'absolutes', severity: 'warning',
  *check(question) {
    if (!hasOptions(question)) return
    if (question.options.some((option) => option.correct && ABSOLUTE.test(plainText(option.text)))) return
    for (const [index, option] of question.options.entries()) {
      const word = ABSOLUTE.exec(plainText(option.text))?.[0]
      if (!option.correct && word !== undefined) yield { path: ['options', index, 'text'], message: `“${word}” stands in a distractor and in no key`, hint: 'soften it: the word gives the distractor away' }
    }
  },
}

/** Options that are plain numbers stand in order and keep it. */
export const numbersInOrder: QuestionRule = {
  name: 'numbers-in-order', severity: 'warning',
  *check(question) {
    if (question.kind !== 'choice') return
    const ranges = question.options.map((option) => numericRange(plainText(option.text)))
    if (ranges.some((range) => range === undefined) || new Set(ranges.map((range) => range?.unit)).size > 1) return
    const values = ranges.map((range) => range?.low ?? 0)
    const ordered = values.every((value, index) => index === 0 || value >= (values[index - 1] ?? value)) || values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value))
    if (!ordered || !question.keepOrder) yield { path: ['options'], message: 'the options are numbers out of order', hint: 'put them in order and write keepOrder: true' }
  },
}
