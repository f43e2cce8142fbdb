/** Rules about claims, relations and references. */
import { evaluate } from 'mathjs'
import type { Claim } from '../argument-schema.ts'
import type { LoadedArticle } from '../loaded-library.ts'
import { matchesShown, numbersIn, sameNumber } from '../numbers-in-text.ts'
import { plainText, words } from '../plain-text.ts'
import type { Finding } from '../problem.ts'

export function lintClaims(article: LoadedArticle): Finding[] {
  return article.claims.flatMap((claim) => [...claimLength(claim), ...claimNumbers(claim), ...formulas(claim)])
}

/** One claim, one sentence, 8 to 30 words. */
export function claimLength(claim: Claim): Finding[] {
  const count = words(plainText(claim.text)).length
  if (count >= 8 && count <= 30) return []
  return [{ severity: 'warning', rule: 'claim-length', about: claim, path: ['text'], message: `${claim.id} has ${count} words`, hint: count < 8 ? 'say it as a full sentence of 8 to 30 words' : 'one idea in 8 to 30 words: make two claims' }]
}

/** Each number in a claim's text has an entry in numbers, and each entry stands in the text. */
export function claimNumbers(claim: Claim): Finding[] {
  const text = plainText(claim.text)
  const findings: Finding[] = []
  for (const number of numbersIn(text)) {
    const entry = claim.numbers.find((candidate) => matchesShown(number, candidate.value) || numbersIn(candidate.shown).some((shown) => sameNumber(shown.value, number.value)))
    if (entry === undefined) findings.push({ severity: 'error', rule: 'claim-number', about: claim, path: ['text'], message: `${claim.id}: the number ${number.text} has no entry in numbers`, hint: 'add shown, value, and original (as the source writes it) or formula' })
  }
  claim.numbers.forEach((entry, index) => {
    const [shown] = numbersIn(entry.shown)
    if (!text.includes(plainText(entry.shown))) findings.push({ severity: 'error', rule: 'claim-number', about: claim, path: ['numbers', index, 'shown'], message: `${claim.id}: “${entry.shown}” does not stand in the claim`, hint: 'write it as the claim shows it' })
    else if (shown !== undefined && !matchesShown(shown, entry.value)) findings.push({ severity: 'error', rule: 'claim-number', about: claim, path: ['numbers', index, 'value'], message: `${claim.id}: “${entry.shown}” is not ${entry.value}`, hint: 'value is the plain number; a percentage as a share (59.9% is 0.599)' })
  })
  return findings
}

/** A formula is arithmetic that gives the value, at the precision shown. */
export function formulas(claim: Claim): Finding[] {
  return claim.numbers.flatMap((entry, index): Finding[] => {
    if (entry.formula === undefined) return []
    const wrong = (message: string): Finding => ({ severity: 'error', rule: 'formula', about: claim, path: ['numbers', index, 'formula'], message: `${claim.id}: ${message}`, hint: 'correct the formula or the value' })
    let result: unknown
    try {
      result = evaluate(entry.formula)
    } catch (error) {
      return [wrong(`the formula ${entry.formula} cannot be evaluated: ${error instanceof Error ? error.message : String(error)}`)]
    }
    if (typeof result !== 'number') return [wrong(`the formula ${entry.formula} gives no number`)]
    const [shown] = numbersIn(entry.shown)
    const agrees = sameNumber(result, entry.value) || Math.abs(result - entry.value) <= Math.abs(entry.value) * 5e-4 || (shown !== undefined && matchesShown(shown, result))
    return agrees ? [] : [wrong(`${entry.formula} = ${Number(result.toPrecision(6))}, not ${entry.value}`)]
  })
}
