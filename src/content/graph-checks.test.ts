import { describe, expect, it } from 'vitest'
import { argumentFile } from './argument-schema.ts'
import { buildArticle, buildLibrary, buildQuestion } from './fixtures/builders.ts'
import { checkEvents, checkIssues, checkLocators, checkOrphans, checkPrefixes, checkQuestionParts, checkQuestionsOfClaims, checkReferencesToIds, checkSupportCycles, checkUniqueIds, checkVoices } from './graph-checks.ts'
import { issuesFile } from './library-schema.ts'
import type { Finding } from './problem.ts'

const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule)
const sound = buildArticle()
const relation = (change: object) => argumentFile.parse({ relations: [{ kind: 'supports', id: 'sea-r-new', from: 'sea-fact', to: 'sea-thesis', warrant: 'Because.', ...change }] }).relations
const withRelation = (change: object) => buildArticle({ relations: [...sound.relations, ...relation(change)] })

describe('the graph pass', () => {
  it('finds nothing in a sound library, questions of claims aside', () => {
    const library = buildLibrary()
    expect([...checkUniqueIds(library), ...checkReferencesToIds(library), ...checkPrefixes(library), ...checkVoices(library), ...checkLocators(library), ...checkEvents(library), ...checkSupportCycles(sound), ...checkOrphans(sound)]).toEqual([])
  })

  it('suggests the nearest id for one that leads nowhere', () => {
    expect(checkReferencesToIds(buildLibrary(withRelation({ to: 'sea-thesys' })))).toEqual([expect.objectContaining({ rule: 'dangling-id', hint: 'did you mean sea-thesis?', path: ['to'] })])
  })

  it('lets an undercut deny a relation only, and a rebuttal a claim only', () => {
    expect(rules(checkReferencesToIds(buildLibrary(withRelation({ kind: 'undercuts', to: 'sea-thesis' }))))).toEqual(['undercut-target'])
    expect(rules(checkReferencesToIds(buildLibrary(withRelation({ kind: 'rebuts', to: 'sea-r-pull' }))))).toEqual(['relation-target'])
  })

  it('finds claims that support each other in a circle, and says the circle', () => {
    expect(checkSupportCycles(withRelation({ from: 'sea-thesis', to: 'sea-fact' }))).toEqual([expect.objectContaining({ rule: 'support-cycle', message: expect.stringMatching(/sea-fact, sea-thesis, sea-fact|sea-thesis, sea-fact, sea-thesis/) })])
  })

  it('finds claims that nothing connects', () => {
    expect(rules(checkOrphans(buildArticle({ relations: sound.relations.slice(0, 1) })))).toEqual(['orphan-claim', 'orphan-claim'])
  })

  it('finds ids used twice and retired ids used again', () => {
    const library = buildLibrary(buildArticle({ questions: [buildQuestion('choice', { id: 'sea-thesis' })] }))
    expect(rules(checkUniqueIds(library))).toEqual(['duplicate-id'])
    expect(rules(checkUniqueIds({ ...buildLibrary(), library: { ...library.library, retired: ['sea-fact'] } }))).toEqual(['retired-id'])
  })

  it('finds ids without the prefix and ids kept for generated questions', () => {
    expect(rules(checkPrefixes(buildLibrary(buildArticle({ questions: [buildQuestion('choice', { id: 'ocean-q-one' }), buildQuestion('choice', { id: 'sea-gen-one' })] }))))).toEqual(['prefix', 'prefix'])
  })

  it('lets only the author assert', () => {
    const [first, ...rest] = sound.claims
    const asserted = (voice: object) => buildArticle({ claims: [...rest, argumentFile.parse({ claims: [{ ...first, voice }] }).claims].flat() })
    expect(rules(checkVoices(buildLibrary(asserted({ speaker: 'bo-sand', stance: 'asserts' }))))).toEqual(['voice'])
    expect(rules(checkVoices(buildLibrary(asserted({ speaker: 'ada-moon', stance: 'rejects' }))))).toEqual(['voice'])
  })

  it('wants two questions, one of them recall, for every load-bearing claim', () => {
    const asked = (levels: string[]) => buildArticle({ questions: levels.map((level, index) => buildQuestion('choice', { id: `sea-q-${index}`, level, claims: ['sea-thesis', 'sea-fact', 'sea-doubt'] })) })
    expect(checkQuestionsOfClaims(buildLibrary(asked(['recall'])))).toHaveLength(3)
    expect(checkQuestionsOfClaims(buildLibrary(asked(['apply', 'compare'])))).toHaveLength(3)
    expect(checkQuestionsOfClaims(buildLibrary(asked(['apply', 'recall'])))).toEqual([])
  })

  it('finds parts of a question that lead nowhere', () => {
    const items = [{ id: 'a', text: 'A', class: 'near', feedback: 'Near.' }, { id: 'b', text: 'B', class: 'nera', feedback: 'Near.' }, { id: 'c', text: 'C', class: 'near', feedback: 'Near.' }]
    expect(rules(checkQuestionParts(buildLibrary(buildArticle({ questions: [buildQuestion('classifying', { items })] }))))).toEqual(['dangling-id', 'empty-class'])
  })

  it('warns of an issue on which an article says nothing, and finds positions on claims of others', () => {
    const { issues } = issuesFile.parse({ issues: [{ id: 'tides', question: 'Two tides?', gloss: 'What is at stake.', settledBy: 'A gauge.', positions: [{ article: 'else', stance: 'yes', text: 'Yes.', claims: ['sea-thesis'] }, { article: 'else', stance: 'silent', text: 'No word.' }] }] })
    expect(rules(checkIssues(buildLibrary(sound, { issues })))).toEqual(['issue', 'issue-coverage'])
  })
})
