// @vitest-environment happy-dom
/** Every view as a learner without a mouse, with a finger, or with an input method meets it. What the browser itself does with keys, e2e/kinds.spec.ts tries. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp, defineComponent, h, nextTick, reactive, type App } from 'vue'
import { emptyAnswer, type Answer } from '../../questions/answer.ts'
import { sampleVariant } from '../../questions/fixtures/sample-questions.ts'
import { kindNames, type QuestionKind } from '../../questions/registry.ts'
import { gradeAnswer, type Graded } from '../../questions/verdict.ts'
import type { Variant } from '../../questions/variant.ts'
import FeedbackPanel from './FeedbackPanel.vue'
import QuestionView from './QuestionView.vue'

interface Sitting { readonly variant: Variant, answer: Answer, graded: Graded | null, submits: number }
let app: App | undefined
let root: HTMLElement

beforeEach(() => {
  root = document.createElement('div')
  document.body.append(root)
})
afterEach(() => {
  app?.unmount()
  root.remove()
})

/** A parent that keeps the answer, and shows the feedback once there is a verdict. */
function sit(variant: Variant): Sitting {
  const sitting: Sitting = reactive({ variant, answer: emptyAnswer(variant), graded: null, submits: 0 })
  app = createApp(defineComponent(() => () => [
    h(QuestionView, { 'variant': sitting.variant, 'answer': sitting.answer, 'graded': sitting.graded, 'keyHints': true, 'onUpdate:answer': (answer: Answer) => { sitting.answer = answer }, 'onSubmit': () => { sitting.submits++ } }),
    sitting.graded && sitting.graded.verdict.kind !== 'ungraded' ? h(FeedbackPanel, { graded: sitting.graded, explanation: 'Because of this.' }) : null,
  ]))
  app.mount(root)
  return sitting
}
async function check(sitting: Sitting): Promise<string> {
  sitting.graded = gradeAnswer(sitting.variant, sitting.answer)
  await nextTick()
  return sitting.graded.verdict.kind
}

function all(selector: string): HTMLElement[] { return [...root.querySelectorAll<HTMLElement>(selector)] }
function one(selector: string): HTMLElement {
  const [found] = all(selector)
  if (found === undefined) throw new Error(`nothing is ${selector}`)
  return found
}
async function press(key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}): Promise<void> {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key, bubbles: true, cancelable: true, ...more }))
  await nextTick()
}
async function click(element: HTMLElement | undefined): Promise<void> {
  element?.click()
  await nextTick()
}
async function type(text: string): Promise<HTMLInputElement> {
  const field = one('input[type=text]')
  if (!(field instanceof HTMLInputElement)) throw new Error('no field')
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await nextTick()
  return field
}
/** The letter that stands for this part, in the order shown. */
const letterOf = (parts: readonly { readonly id: string }[], id: string): string => 'abcdefgh'.charAt(parts.findIndex((part) => part.id === id))

describe('by keyboard', () => {
  it('chooses one option, and another instead of it', async () => {
    const sitting = sit(sampleVariant('choice'))
    const { options } = sampleVariant('choice')
    await press(letterOf(options, 'a'))
    await press(letterOf(options, 'b'))
    expect(sitting.answer).toEqual({ kind: 'choice', option: 'b' })
    expect(await check(sitting)).toBe('right')
  })

  it('chooses an option of a parametric question', async () => {
    const sitting = sit(sampleVariant('parametric', { answerAs: 'choice' }))
    await press('a')
    expect(sitting.answer).toMatchObject({ option: expect.any(String) })
  })

  it('takes several options and drops one again', async () => {
    const sitting = sit(sampleVariant('several'))
    const { options } = sampleVariant('several')
    for (const id of ['a', 'c', 'b', 'c']) await press(letterOf(options, id))
    expect(await check(sitting)).toBe('right')
  })

  it('matches row by row, and moves among rows by arrows', async () => {
    const sitting = sit(sampleVariant('matching'))
    const { lefts, rights } = sampleVariant('matching')
    for (const { id } of lefts) await press(letterOf(rights, id))
    const [first, second] = all('.rows button')
    first?.focus()
    await press('ArrowDown', first)
    expect(document.activeElement).toBe(second)
    expect(await check(sitting)).toBe('right')
  })

  it('puts in order, and moves one item later', async () => {
    const sitting = sit(sampleVariant('ordering'))
    const { items } = sampleVariant('ordering')
    for (const id of ['b', 'a', 'c', 'd']) await press(letterOf(items, id))
    await click(all('.row')[items.findIndex(({ id }) => id === 'b')]?.querySelector<HTMLElement>('[aria-label=Later]') ?? undefined)
    expect(await check(sitting)).toBe('right')
  })

  it('offers every class of every item as a named radio button', () => {
    sit(sampleVariant('classifying'))
    for (const group of all('[role=radiogroup]')) {
      expect(root.ownerDocument.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent).toMatch(/^Text/)
      expect([...group.querySelectorAll('label')].map((label) => label.textContent.trim())).toEqual(['Agrees & adds', 'Disagrees'])
      expect(new Set([...group.querySelectorAll('input')].map(({ name }) => name)).size).toBe(1)
    }
  })

  it.each([['numeric', '120 GWh'], ['parametric', '50'], ['cloze', 'share'], ['short', 'tree search']] as const)('types the answer of a %s question and submits it by Enter', async (kind, text) => {
    const sitting = sit(sampleVariant(kind))
    await press('Enter', await type(text))
    expect(sitting).toMatchObject({ submits: 1, answer: { text } })
  })

  it('asks for the gap beneath a stem shown elsewhere, as a slide’s headline, without saying the stem again', () => {
    const variant = sampleVariant('cloze')
    app = createApp(QuestionView, { variant, answer: emptyAnswer(variant), hideStem: true, compact: true })
    app.mount(root)
    expect(one('input[type=text]').getAttribute('aria-label')).toBe('Your answer')
    expect(all('.question-stem')).toEqual([])
  })

  it('compares a free recall by Ctrl and Enter, then ticks points', async () => {
    const sitting = sit(sampleVariant('recall'))
    await press('Enter', one('textarea'), { ctrlKey: true })
    expect(root.textContent).toContain('They can.')
    for (const box of all('input[type=checkbox]')) await click(box)
    expect(await check(sitting)).toBe('right')
  })

  it('leaves letters alone while something is typed, or with a modifier', async () => {
    const sitting = sit(sampleVariant('choice'))
    const elsewhere = document.createElement('input')
    document.body.append(elsewhere)
    await press('a', elsewhere)
    await press('a', document.body, { ctrlKey: true })
    elsewhere.remove()
    expect(sitting.answer).toEqual({ kind: 'choice', option: null })
  })

  it('goes by the place of the key where the layout has no Latin letters', async () => {
    const sitting = sit(sampleVariant('choice'))
    await press('ф', document.body, { code: 'KeyA' })
    expect(sitting.answer).toEqual({ kind: 'choice', option: sampleVariant('choice').options[0]?.id })
  })
})

describe('by pointer and touch', () => {
  it('matches by a tap on the row and one on its match, and takes the match from the row that had it', async () => {
    const sitting = sit(sampleVariant('matching'))
    const { lefts, rights } = sampleVariant('matching')
    await click(all('.rows button')[2])
    await click(all('.choices button')[1])
    expect(sitting.answer).toEqual({ kind: 'matching', pairs: { [lefts[2]?.id ?? '']: rights[1]?.id } })
    await click(all('.rows button')[0])
    await click(all('.choices button')[1])
    expect(sitting.answer).toEqual({ kind: 'matching', pairs: { [lefts[0]?.id ?? '']: rights[1]?.id } })
  })

  it('orders by taps, and gives a place back by another tap', async () => {
    const sitting = sit(sampleVariant('ordering'))
    const { items } = sampleVariant('ordering')
    for (const place of [3, 1, 3]) await click(all('.row > button')[place])
    expect(sitting.answer).toEqual({ kind: 'ordering', order: [items[1]?.id] })
  })

  it.each(['matching', 'ordering', 'classifying'] as const)('asks for no dragging in %s', (kind) => {
    sit(sampleVariant(kind))
    expect(all('[draggable=true]')).toEqual([])
  })
})

describe('an input method', () => {
  const compositionEnd = (field: HTMLElement) => field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))

  it.each(['numeric', 'parametric', 'cloze', 'short'] as const)('submits nothing while it composes in a %s question', async (kind) => {
    const sitting = sit(sampleVariant(kind))
    const field = one('input[type=text]')
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    await type('shu')
    expect(sitting.answer).toMatchObject({ text: '' })
    await press('Enter', field, { isComposing: true })
    await press('Enter', field)
    await type('树搜索')
    compositionEnd(field)
    await nextTick()
    expect(sitting).toMatchObject({ submits: 0, answer: { text: '树搜索' } })
    // Safari: the composition is over before the key that ended it arrives.
    await press('Enter', field, { keyCode: 229 })
    expect(sitting.submits).toBe(0)
    await press('Enter', field)
    expect(sitting.submits).toBe(1)
  })
})

describe('for a screen reader', () => {
  it('says in a status what the verdict is and why, and takes the focus there', async () => {
    const sitting = sit(sampleVariant('choice'))
    await press(letterOf(sampleVariant('choice').options, 'a'))
    await check(sitting)
    const panel = one('[role=status]')
    expect(panel.textContent).toMatch(/^Not this one.*feedback a.*Because of this\./)
    expect(document.activeElement).toBe(panel)
  })

  it('says in a polite region how a number is read while it is typed, and asks back what it means', async () => {
    sit(sampleVariant('numeric'))
    await type('12万')
    expect(one('[aria-live=polite]').textContent).toContain('120,000 MWh')
    await type('120,500')
    const replies = all('[aria-live=polite] button')
    expect(replies.map(({ textContent }) => textContent)).toEqual(['120,500 MWh', '120.5 MWh'])
    await click(replies[0])
    expect(one('[aria-live=polite]').textContent).toContain('120,500 MWh')
  })

  it.each(kindNames)('says why an open answer to a %s question does not count', async (kind) => {
    const sitting = sit(sampleVariant(kind))
    expect(await check(sitting)).toBe('ungraded')
    expect(one('[aria-live=polite]').textContent).toContain('Nothing is answered yet.')
  })

  it.each(kindNames)('puts a %s question once, with words on how to answer it by keys', (kind) => {
    sit(sampleVariant(kind))
    expect(all('.question-stem')).toHaveLength(1)
    expect(one('.key-line').textContent).not.toBe('')
  })

  it.each(kindNames)('names everything that can be operated in a %s question', (kind) => {
    sit(sampleVariant(kind))
    const operable = all('button, input, textarea')
    expect(operable).not.toEqual([])
    for (const element of operable) {
      const name = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent
      expect(name.trim()).not.toBe('')
    }
  })

  // That the library's formulas come with MathML, src/content/render-markdown.test.ts holds.
  it('shows the MathML of a formula as it is', () => {
    sit({ ...sampleVariant('choice'), stem: 'How large is <math><msup><mi>a</mi><mi>b</mi></msup></math>?' })
    expect(all('.question-stem math msup')).toHaveLength(1)
  })
})

describe('the line of keys', () => {
  it.each<[QuestionKind, RegExp]>([
    ['choice', /A–C choose/], ['several', /A–D choose and drop/], ['matching', /A–E give/], ['ordering', /A–D take the next place/], ['classifying', /arrows choose/],
    ['numeric', /Enter/], ['parametric', /Enter/], ['cloze', /Enter/], ['short', /Enter/], ['recall', /Ctrl and Enter/],
  ])('says which keys answer a %s question', (kind, words) => {
    sit(sampleVariant(kind))
    expect(one('.key-line').textContent).toMatch(words)
  })

  it('changes with what can be done, and is gone after the verdict', async () => {
    const sitting = sit(sampleVariant('recall'))
    await press('Enter', one('textarea'), { ctrlKey: true })
    expect(one('.key-line').textContent).toContain('Space ticks')
    await check(sitting)
    expect(all('.key-line')).toEqual([])
  })
})
