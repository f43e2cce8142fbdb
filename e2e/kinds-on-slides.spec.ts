/** A question answered in a slide: whatever its kind and its length, all of it is seen, before the verdict and after it, and none is set smaller than a slide's text may be. */
import type { Locator, Page } from 'playwright/test'
import { loadLibrary } from '../src/content/loading/load-library.ts'
import type { Question } from '../src/content/question-schema.ts'
import { findMechanism } from '../src/mechanisms/registry.ts'
import { gaveUp, type Answer } from '../src/questions/answer.ts'
import { examplesOf } from '../src/questions/fixtures/examples.ts'
import { kindNames } from '../src/questions/registry.ts'
import { makeVariant, type Variant } from '../src/questions/variant.ts'
import { gradeAnswer } from '../src/questions/verdict.ts'
import { expect, test } from './fixtures.ts'

const { loaded } = loadLibrary(process.cwd())
if (loaded === undefined) throw new Error('the library cannot be read')
const { catalogue, articles } = loaded.compiled
const questions = Object.values(articles).flatMap((article) => article.questions)
const asked = catalogue.slides.flatMap(({ deck, number, questions: ids }) => ids.map((id) => ({ deck, number, id })))
const decks = [...new Set(asked.map(({ deck }) => deck))]

const variantOf = (question: Question): Variant => makeVariant(question, { reviewCount: 0, mechanisms: findMechanism })
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('there is none')
  return one
}
/** The mistake that most is said of; where none is listed, something else altogether. */
function worstMistake(variant: Variant): Answer {
  const said = (answer: Answer) => first([...gradeAnswer(variant, answer).feedback, '']).length
  const mistakes = examplesOf(variant).mistakes(variant)
  const typed = first(examplesOf(variant).rightAnswers(variant))
  return mistakes.length > 0 ? first(mistakes.toSorted((one, other) => said(other) - said(one))) : 'text' in typed ? { ...typed, text: '777 something else' } : typed
}

/** What of the question on this slide cannot be seen or read from the back of a room, as sentences. */
function findFaults(box: HTMLElement): string[] {
  const found: string[] = 'over' in box.dataset ? ['there is more than fits'] : []
  const body = box.getBoundingClientRect()
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = (node.textContent ?? '').trim()
    if (words === '' || parent === null || parent.closest('.visually-hidden, .katex-mathml, sup, sub') !== null || getComputedStyle(parent).clipPath !== 'none') continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    if (text.width === 0) continue
    if (text.bottom > body.bottom + 1 || text.right > body.right + 1) found.push(`“${words.slice(0, 40)}” sticks out`)
    // Type is measured as it is seen: what is zoomed or scaled says nothing of it in its styles.
    const zoom = parent.offsetWidth > 0 ? parent.getBoundingClientRect().width / parent.offsetWidth : 1
    const size = parseFloat(getComputedStyle(parent).fontSize) * Math.min(1, Math.round(zoom * 20) / 20)
    if (size < 16) found.push(`“${words.slice(0, 40)}” is set at ${size.toFixed(1)} px`)
  }
  return found
}

async function openSlide(page: Page, deck: string, number: number): Promise<Locator> {
  await page.goto(`/decks/${deck}/#/${number}`)
  const box = page.locator(`[data-slidev-no="${number}"] .deck-question`).filter({ visible: true })
  await expect(box).toBeVisible()
  await page.waitForFunction(() => document.fonts.status === 'loaded')
  return box
}

async function expectFit(box: Locator, when: string): Promise<void> {
  // The text is fitted in the frame after it changed.
  await expect.poll(() => box.evaluate(findFaults), when).toEqual([])
}

/** Gives this answer as one does in a slide, and says how sure one is. */
async function giveAnswer(box: Locator, variant: Variant, answer: Answer): Promise<void> {
  const force = { force: true }
  if (answer.kind === 'gave-up') throw new Error('nothing is given up in a slide')
  if ('option' in answer && 'options' in variant) await box.getByRole('radio').nth(variant.options.findIndex(({ id }) => id === answer.option)).check(force)
  else if (answer.kind === 'several' && variant.kind === 'several') for (const id of answer.options) await box.getByRole('checkbox').nth(variant.options.findIndex((one) => one.id === id)).check(force)
  else if (answer.kind === 'ordering' && variant.kind === 'ordering') for (const id of answer.order) await box.locator('.row > .answer-box').nth(variant.items.findIndex((one) => one.id === id)).click()
  else if (answer.kind === 'matching' && variant.kind === 'matching') {
    for (const [index, { id }] of variant.lefts.entries()) {
      await box.locator('.rows .answer-box').nth(index).click()
      await box.locator('.choices .answer-box').nth(variant.rights.findIndex((right) => right.id === answer.pairs[id])).click()
    }
  }
  else if (answer.kind === 'classifying' && variant.kind === 'classifying') {
    for (const [index, { id }] of variant.items.entries()) await box.getByRole('radiogroup').nth(index).getByRole('radio').nth(variant.classes.findIndex((one) => one.id === answer.classes[id])).check(force)
  }
  else if ('text' in answer) {
    await box.getByRole('textbox').fill(answer.text)
    if (answer.kind === 'recall' && variant.kind === 'recall') {
      await box.getByRole('button', { name: 'Compare' }).click()
      for (const id of answer.points) await box.getByRole('checkbox').nth(variant.rubric.findIndex((one) => one.id === id)).check(force)
    }
  }
  await expectFit(box, 'with an answer')
  await box.getByRole('button', { name: 'Sure' }).click()
  await expect(box.locator('.feedback-panel')).toBeVisible()
}

test.use({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })

for (const deck of decks) {
  test(`${deck}: every question can be read whole, before a right and a wrong answer and after it`, async ({ page }) => {
    test.setTimeout(180_000)
    for (const { number, id } of asked.filter((one) => one.deck === deck)) {
      const variant = variantOf(first(questions.filter((question) => question.id === id)))
      for (const answer of [first(examplesOf(variant).rightAnswers(variant)), worstMistake(variant)]) {
        const box = await openSlide(page, deck, number)
        await expectFit(box, `${id}, open`)
        await giveAnswer(box, variant, answer)
        await expectFit(box, `${id}, ${gradeAnswer(variant, answer).verdict.kind}`)
        // The next one in a deck that is opened anew.
        await page.goto('about:blank')
      }
    }
  })
}

for (const kind of kindNames) {
  test(`the longest question of the kind “${kind}” can be read whole in a slide, open, answered and with its key revealed`, async ({ page }) => {
    test.setTimeout(120_000)
    const longest = first(questions.filter((question) => question.kind === kind).toSorted((one, other) => JSON.stringify(other).length - JSON.stringify(one).length))
    const [slot, other] = asked.filter(({ deck }) => deck === 'o1-value')
    if (slot === undefined || other === undefined) throw new Error('the deck asks fewer than two questions')
    // The deck then asks this question wherever it asks one.
    await page.addInitScript((question) => {
      const parse = JSON.parse
      JSON.parse = (text, reviver) => {
        const value: unknown = parse(text, reviver)
        return typeof value === 'object' && value !== null && 'maps' in value && 'questions' in value && Array.isArray(value.questions)
          ? { ...value, questions: value.questions.map(({ id, claims }) => ({ ...question, id, claims })) }
          : value
      }
    }, longest)
    for (const [{ number, id }, pick] of [[slot, (variant: Variant) => first(examplesOf(variant).rightAnswers(variant))], [other, worstMistake]] as const) {
      const variant = variantOf({ ...longest, id: first(questions.filter((question) => question.id === id)).id })
      const box = await openSlide(page, 'o1-value', number)
      await expectFit(box, `${longest.id}, open`)
      const answer = pick(variant)
      await giveAnswer(box, variant, answer)
      await expectFit(box, `${longest.id}, ${gradeAnswer(variant, answer).verdict.kind}`)
    }
    await page.goto('about:blank')
    const box = await openSlide(page, 'o1-value', slot.number)
    await page.keyboard.press('ArrowRight')
    await expect(box.locator('.revealed')).toBeVisible()
    const { solution } = gradeAnswer(variantOf({ ...longest, id: first(questions.filter(({ id }) => id === slot.id)).id }), gaveUp)
    // The key of what is typed stands beside the reason; other kinds mark theirs in place.
    if (solution !== undefined && kind !== 'recall') await expect(box.locator('.solution').last()).toContainText('Answer: ')
    await expectFit(box, `${longest.id}, revealed`)
  })
}
