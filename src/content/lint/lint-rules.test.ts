import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildArticle, buildLibrary, buildQuestion, withOptions } from '../fixtures/builders.ts'
import type { Question } from '../question-schema.ts'
import { applyRules, contextFinder } from './lint-context.ts'
import { questionRules } from './lint-library.ts'

const article = buildArticle()
const contextOf = contextFinder(buildLibrary(article))
/** Names of the rules that the question breaks. */
const broken = (question: Question): string[] => applyRules(questionRules, question, contextOf(article, question)).map(({ rule }) => rule)

/** For each rule a question that breaks it and one close to it that does not. */
const examples: Readonly<Record<string, { failing: Question; passing: Question }>> = {
  'keys': {
    failing: buildQuestion('choice', withOptions({ 1: { correct: true } })),
    passing: buildQuestion('several'),
  },
  'slip-accepted': {
    failing: buildQuestion('numeric', { claims: ['sea-fact'], slips: [{ id: 'near', value: 7.3, feedback: 'Too high.' }] }),
    passing: buildQuestion('numeric', { claims: ['sea-fact'], slips: [{ id: 'far', value: 14, feedback: 'Doubled.' }] }),
  },
  'accepted-twice': {
    failing: buildQuestion('cloze', { near: [{ id: 'again', texts: ['Bulges'], feedback: 'Nearly.' }] }),
    passing: buildQuestion('cloze', { near: [{ id: 'waves', texts: ['waves'], feedback: 'Nearly.' }] }),
  },
  'too-few-options': {
    // The schema asks for three as well; the rule holds for questions that no schema has seen.
    failing: shortened(buildQuestion('choice')),
    passing: buildQuestion('choice'),
  },
  'all-or-none': {
    failing: buildQuestion('choice', withOptions({ 2: { text: 'None of the above' } })),
    passing: buildQuestion('choice', withOptions({ 2: { text: 'It raises none of it' } })),
  },
  'duplicate-options': {
    failing: buildQuestion('choice', withOptions({ 2: { text: 'It *stretches* the sea.' } })),
    passing: buildQuestion('choice'),
  },
  'numeric-overlap': {
    failing: buildQuestion('choice', { ...withOptions({ 0: { text: '1 to 5%' }, 1: { text: '5 to 7%' }, 2: { text: '8 to 9%' } }), claims: ['sea-fact'] }),
    passing: buildQuestion('choice', { ...withOptions({ 0: { text: 'under 6%' }, 1: { text: '6 to 8%' }, 2: { text: 'over 8%' } }), claims: ['sea-fact'] }),
  },
  'missing-feedback': {
    failing: buildQuestion('choice', withOptions({ 1: { feedback: 'Wrong.' } })),
    passing: buildQuestion('choice'),
  },
  'verdict-in-feedback': {
    failing: buildQuestion('choice', withOptions({ 0: { feedback: 'Right. The pull differs from one side to the other.' } })),
    passing: buildQuestion('choice', withOptions({ 0: { feedback: 'Right under the moon the pull is strongest.' } })),
  },
  'key-longest': {
    failing: buildQuestion('choice', withOptions({ 0: { text: 'It stretches the sea on both of its sides at once' } })),
    passing: buildQuestion('choice'),
  },
  'option-lengths': {
    failing: buildQuestion('choice', withOptions({ 1: { text: 'It heaps the water up below itself and follows the heap around the earth' } })),
    passing: buildQuestion('choice'),
  },
  'absolutes': {
    failing: buildQuestion('choice', withOptions({ 1: { text: 'It always heaps it up' } })),
    passing: buildQuestion('choice', withOptions({ 0: { text: 'It always stretches it' }, 1: { text: 'It always heaps it up' } })),
  },
  'numbers-in-order': {
    failing: buildQuestion('choice', { ...withOptions({ 0: { text: '7%' }, 1: { text: '3%' }, 2: { text: '9%' } }), claims: ['sea-fact'], keepOrder: true }),
    passing: buildQuestion('choice', { ...withOptions({ 0: { text: '7%' }, 1: { text: '8%' }, 2: { text: '9%' } }), claims: ['sea-fact'], keepOrder: true }),
  },
  'stem-form': {
    failing: buildQuestion('choice', { stem: 'Name what Ada Moon says of the sea.' }),
    passing: buildQuestion('choice', { stem: 'According to Ada Moon, the moon ___ the sea.' }),
  },
  'negative-stem': {
    failing: buildQuestion('choice', { stem: 'Which of these does not follow for Ada Moon?' }),
    passing: buildQuestion('choice', { stem: 'Which of these does **not** follow for Ada Moon?', negative: true }),
  },
  'leaning-stem': {
    failing: buildQuestion('choice', { stem: 'What does the text above say the moon does?', claims: ['sea-fact'] }),
    passing: buildQuestion('choice', { stem: 'What does the article in the Shore Review say the moon does?' }),
  },
  'yes-no-stem': {
    failing: buildQuestion('choice', { stem: 'Does Ada Moon think that the sea is stretched?' }),
    passing: buildQuestion('choice', { stem: 'Ada Moon is sure of the bulges. What makes them?' }),
  },
  'opinion-without-voice': {
    failing: buildQuestion('choice', { stem: 'What does the moon do to the sea?' }),
    passing: buildQuestion('choice', { stem: 'What, according to Moon, does the pull do to the sea?' }),
  },
  'forecast-without-date': {
    failing: buildQuestion('choice', { claims: ['sea-forecast'], stem: 'What does Cy Wave expect of the tides?' }),
    passing: buildQuestion('choice', { claims: ['sea-forecast'], stem: 'What did Cy Wave expect of the tides in May 2024?' }),
  },
  'cloze-term-visible': {
    failing: buildQuestion('cloze', { stem: 'For Ada Moon, bulges in the sea are two ___.' }),
    passing: buildQuestion('cloze'),
  },
  'explanation-length': {
    failing: buildQuestion('choice', { explanation: 'It just is so.' }),
    passing: buildQuestion('choice'),
  },
  'rubric-size': {
    failing: lengthened(buildQuestion('recall')),
    passing: buildQuestion('recall'),
  },
  'unsourced': {
    failing: buildQuestion('choice', { claims: ['sea-nowhere'] }),
    passing: buildQuestion('choice'),
  },
  'placeholders': {
    failing: buildQuestion('parametric', { stem: 'By Ada Moon, what remains after some steps?' }),
    passing: buildQuestion('parametric'),
  },
  'number-not-cited': {
    failing: buildQuestion('choice', { claims: ['sea-fact'], explanation: 'The pull on the near side is stronger by 8% than elsewhere.' }),
    passing: buildQuestion('choice', { claims: ['sea-fact'], explanation: 'The pull on the near side is stronger by 7% as GPT-4 and the 1st of them say.' }),
  },
  'stem-echoes-key': {
    failing: buildQuestion('choice', { stem: 'How does the uneven lunar pull reach the distant sea, for Ada Moon?', ...withOptions({ 0: { text: 'By an uneven lunar pull' } }) }),
    passing: buildQuestion('choice'),
  },
}

function shortened(question: Question): Question {
  return question.kind === 'choice' ? { ...question, options: question.options.slice(0, 2) } : question
}

function lengthened(question: Question): Question {
  const point = question.kind === 'recall' ? question.rubric[0] : undefined
  return question.kind === 'recall' && point !== undefined ? { ...question, rubric: Array.from({ length: 6 }, () => point) } : question
}

describe('lint rules over one question', () => {
  it.each(Object.entries(examples))('%s is broken by the failing item only', (rule, { failing, passing }) => {
    expect(broken(failing)).toContain(rule)
    expect(broken(passing)).not.toContain(rule)
  })

  it('finds nothing in the sound questions of the builders', () => {
    for (const kind of ['choice', 'several', 'cloze', 'recall', 'parametric'] as const) expect(broken(buildQuestion(kind)), kind).toEqual([])
    expect(broken(buildQuestion('numeric', { claims: ['sea-fact'] }))).toEqual([])
  })

  it('has an example for every rule', () => {
    expect(questionRules.map(({ name }) => name).filter((name) => examples[name] === undefined)).toEqual([])
  })
})

describe('a rule that leaves good questions alone', () => {
  it('reads “the step that is not …” in a quotation as somebody’s words', () => {
    expect(broken(buildQuestion('choice', { stem: 'Who says, as Ada Moon does, “what is not stretched is heaped”?' }))).not.toContain('negative-stem')
  })
  it('lets one named mistake have one feedback in two options', () => {
    const same = { feedback: 'This keeps one bulge only.', misconception: 'one-bulge' }
    expect(broken(buildQuestion('choice', withOptions({ 1: same, 2: same })))).not.toContain('missing-feedback')
  })
  it('takes the givens of a scenario that asks to apply', () => {
    expect(broken(buildQuestion('choice', { level: 'apply', claims: ['sea-fact'], stem: 'Ada Moon compares two seas 40 km apart. What differs?' }))).not.toContain('number-not-cited')
  })
})

describe('the table of rules', () => {
  const table = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  it('documents every rule', () => {
    const undocumented = questionRules.filter(({ name, severity }) => !new RegExp(`\\| \`${name}\` \\| ${severity} \\|`).test(table)).map(({ name }) => name)
    expect(undocumented).toEqual([])
  })
})
