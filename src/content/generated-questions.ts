/**
 * Questions made from an article's graph: who says it, which reason supports it, which objection meets it, rebut or
 * undercut, fact or opinion or forecast. Distractors come from the same graph; ids and order are stable. Pure.
 */
import type { Claim, Relation } from './argument-schema.ts'
import type { ClaimId, PartId, QuestionId } from './ids.ts'
import { partId, questionId } from './ids.ts'
import type { Person } from './library-schema.ts'
import type { LoadedArticle, LoadedLibrary } from './loaded-library.ts'
import { plainText } from './plain-text.ts'
import type { Question, QuestionOf } from './question-schema.ts'

type ChoiceQuestion = QuestionOf<'choice'>
type Option = ChoiceQuestion['options'][number]

/** Distractors beside the key; three options serve as well as four. */
const DISTRACTORS = 2

/** All questions that the article's graph gives, authored ones not among them. Where it gives too few distractors it gives no question. */
export function generateQuestions(article: LoadedArticle, library: LoadedLibrary): Question[] {
  const graph = readGraph(article, library)
  return [
    ...article.claims.flatMap((claim) => voiceQuestion(graph, claim)),
    ...article.claims.flatMap((claim) => statusQuestion(graph, claim)),
    ...article.relations.flatMap((relation) => supportQuestion(graph, relation)),
    ...article.relations.flatMap((relation) => attackQuestion(graph, relation)),
    ...article.relations.flatMap((relation) => attackKindQuestion(graph, relation)),
  ]
}

interface Graph {
  readonly article: LoadedArticle
  /** The article's claims and those of other articles that its relations join. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly relations: ReadonlyMap<string, Relation>
  /** A name as it stands alone, and as it stands within a sentence. */
  readonly name: (id: string) => string
  readonly nameWithin: (id: string) => string
  readonly kind: (id: string) => Person['kind'] | undefined
  /** How a stem begins, so that it stands alone: `In the article “…”`. */
  readonly where: string
}

function readGraph(article: LoadedArticle, library: LoadedLibrary): Graph {
  const people = new Map(library.people.map((person) => [person.id as string, person]))
  const joined = new Set<string>(article.relations.flatMap((relation) => [relation.from, relation.to]))
  const claims = library.articles.flatMap((other) => other.claims.filter((claim) => other === article || joined.has(claim.id)))
  const name = (id: string): string => people.get(id)?.name ?? id
  return {
    article, name,
    claims: new Map(claims.map((claim) => [claim.id as string, claim])),
    relations: new Map(article.relations.map((relation) => [relation.id as string, relation])),
    nameWithin: (id) => name(id).replace(/^(The(?= unnamed)|Unnamed|Anonymous|Some|Several|Other) /, (word) => word.toLowerCase()),
    kind: (id) => people.get(id)?.kind,
    where: article.file.kind === 'article' ? `In the article “${article.file.title}”` : 'In the debate between the articles',
  }
}

/** `o1-gen-voice-share-stays-small`: stable as long as claim or relation keeps its id. */
const generatedId = (graph: Graph, what: string, id: string): QuestionId =>
  questionId.parse(`${graph.article.file.prefix}-gen-${what}-${id.slice(graph.article.file.prefix.length + 1)}`)

const part = (id: string): PartId => partId.parse(id)
/** Claim texts are whole sentences; inside a stem they stand in quotes without their full stop, their own quotes made single. */
const quoted = (claim: Claim): string => `“${claim.text.replace(/\.$/, '').replaceAll('“', '‘').replaceAll('”', '’')}”`

/** Repeatable pseudo-random order, so that distractors vary between questions and never between runs. */
function inStableOrder<T>(items: readonly T[], key: (item: T) => string, seed: string): T[] {
  return items.map((item) => ({ item, rank: hash(`${seed} ${key(item)}`) })).sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  return value
}

/** Candidates nearest to the key in length, so that length tells nothing. */
const alikeInLength = (candidates: readonly Claim[], key: Claim, seed: string): Claim[] =>
  inStableOrder(candidates, (claim) => claim.id, seed)
    .map((claim, order) => ({ claim, distance: Math.abs(plainText(claim.short).length - plainText(key.short).length), order }))
    .sort((a, b) => Math.floor(a.distance / 12) - Math.floor(b.distance / 12) || a.order - b.order).map(({ claim }) => claim).slice(0, DISTRACTORS)

function choice(graph: Graph, what: string, id: string, fields: { level: Question['level']; claims: readonly ClaimId[]; stem: string; explanation: string; options: Option[]; keepOrder?: boolean }): ChoiceQuestion {
  return { id: generatedId(graph, what, id), rev: 1, kind: 'choice', negative: false, keepOrder: false, ...fields, claims: [...fields.claims] }
}

const STANCES: Readonly<Record<Exclude<Claim['voice']['stance'], 'asserts'>, string>> = { endorses: 'and the article agrees', reports: 'and the article only reports it', rejects: 'and the article rejects it' }
/** `This comes from Noam Brown, and the article only reports it`. */
const origin = (graph: Graph, claim: Claim): string => claim.voice.stance === 'asserts' ? `This is the view of ${graph.nameWithin(claim.voice.speaker)}, who wrote the article` : `This comes from ${graph.nameWithin(claim.voice.speaker)}, ${STANCES[claim.voice.stance]}`

/** Who says it: the other voices of the article are the distractors. */
function voiceQuestion(graph: Graph, claim: Claim): Question[] {
  const speaker = claim.voice.speaker
  // The same claim must not be true of a distractor: only people who say something else in this article.
  const others = inStableOrder([...new Set([...graph.claims.values()].map((other) => other.voice.speaker))].filter((id) => id !== speaker), (id) => id, claim.id)
  // Unnamed people reach us through outlets and beside one another: who said it would be arguable.
  const isNamed = (id: string): boolean => graph.kind(id) === 'person'
  const plausible = others.filter((id) => (isNamed(speaker) || isNamed(id))).slice(0, DISTRACTORS)
  const keyText = graph.name(speaker)
  const plainClaim = plainText(claim.text).toLowerCase()
  const named = [speaker, ...plausible].some((id) => [graph.name(id), ...graph.name(id).split(' ').slice(-1)].some((name) => name.length > 2 && plainClaim.includes(name.toLowerCase())))
  if (plausible.length < DISTRACTORS || named) return []
  return [choice(graph, 'voice', claim.id, {
    level: 'recall', claims: [claim.id],
    stem: `${graph.where}, who says this: ${quoted(claim)}?`,
    explanation: `${origin(graph, claim)}.${dated(claim)}`,
    options: [
      { id: part(speaker), text: keyText, correct: true, feedback: `${origin(graph, claim)}.` },
      ...plausible.map((id): Option => {
        const own = [...graph.claims.values()].find((other) => other.voice.speaker === id)
        return { id: part(id), text: graph.name(id), correct: false, misconception: 'voice-confused', feedback: `From ${graph.nameWithin(id)} comes something else: ${own === undefined ? '' : lowerStart(own.short)}.` }
      }),
    ],
  })]
}

/** A sentence with the date of a forecast; empty for anything else. */
const dated = (claim: Claim): string => (claim.status === 'forecast' && claim.asOf !== undefined ? ` The forecast dates from ${spelledDate(claim.asOf)}.` : '')

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
/** 2024-09-29 as 29 September 2024. */
function spelledDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  return [day === undefined ? undefined : Number(day), month === undefined ? undefined : MONTHS[Number(month) - 1], year].filter((text) => text !== undefined).join(' ')
}
/** A map label as it stands after a colon; labels begin with a capital as a rule, names keep theirs. */
const lowerStart = (text: string): string => (/^(The|A|An|In|More|Most|Some|If|When|What|It|Its|One|Each|No|Not|For|With) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text).replace(/\.$/, '')

const STATUS_TEXT: Readonly<Record<Claim['status'], string>> = { fact: 'A fact that can be checked', opinion: 'An opinion that one may share', forecast: 'A forecast of what will come' }
const STATUS_FEEDBACK: Readonly<Record<Claim['status'], string>> = {
  fact: 'A fact has happened or can be looked up; ask what record would show it.',
  opinion: 'An opinion judges or interprets; no record settles it today.',
  forecast: 'A forecast speaks of what has not happened yet as of its date.',
}

/** Fact, opinion or forecast: asked of claims that the article gives as evidence, reason or consequence alike. */
function statusQuestion(graph: Graph, claim: Claim): Question[] {
  const order = ['fact', 'opinion', 'forecast'] as const
  return [choice(graph, 'status', claim.id, {
    level: 'understand', claims: [claim.id], keepOrder: true,
    stem: `${graph.where}, what kind of statement is this one by ${graph.nameWithin(claim.voice.speaker)}: ${quoted(claim)}?`,
    explanation: `${claim.status === 'opinion' ? 'An opinion' : `A ${claim.status}`}, from ${graph.nameWithin(claim.voice.speaker)}. ${STATUS_FEEDBACK[claim.status]}${dated(claim)}`,
    options: order.map((status): Option => ({
      id: part(status), text: STATUS_TEXT[status], correct: status === claim.status,
      feedback: status === claim.status ? STATUS_FEEDBACK[status] : `Not this. ${STATUS_FEEDBACK[status]}`,
      ...(status === claim.status ? {} : { misconception: `${status}-for-${claim.status}` }),
    })),
  })]
}

const roleNames: Readonly<Record<Claim['role'], string>> = { thesis: 'a thesis of its own', reason: 'a reason', evidence: 'evidence', objection: 'an objection', rebuttal: 'an answer to an objection', consequence: 'a consequence' }

/** Every claim from which a chain of supports leads to the target, the target among them. */
function supportersOf(graph: Graph, target: string): Set<string> {
  const found = new Set([target])
  for (let grown = true; grown;) {
    grown = false
    for (const relation of graph.relations.values()) {
      if (relation.kind === 'supports' && found.has(relation.to) && !found.has(relation.from)) {
        found.add(relation.from)
        grown = true
      }
    }
  }
  return found
}

/** Claims that a learner could take for the answer without their being right. */
const distractorClaims = (graph: Graph, excluded: ReadonlySet<string>): Claim[] => [...graph.claims.values()].filter((claim) => !excluded.has(claim.id) && claim.role !== 'thesis')

function claimOption(graph: Graph, claim: Claim, asked: string): Option {
  const serves = [...graph.relations.values()].find((relation) => relation.from === claim.id)
  const target = serves === undefined ? undefined : graph.claims.get(serves.to)
  const verb = serves?.kind === 'supports' ? 'supports' : serves?.kind === 'rebuts' ? 'denies' : 'meets a step towards'
  const role = target === undefined ? `It is ${roleNames[claim.role]} in this article` : `It ${verb} another claim (${lowerStart(target.short)})`
  return { id: part(claim.id), text: claim.short, correct: false, misconception: 'neighbouring-claim', feedback: `${role}; it does not ${asked}.` }
}

/** Which claim supports this one? */
function supportQuestion(graph: Graph, relation: Relation): Question[] {
  if (relation.kind !== 'supports') return []
  const from = graph.claims.get(relation.from)
  const to = graph.claims.get(relation.to)
  if (from === undefined || to === undefined) return []
  // A supporter of a supporter is a right answer of a kind, and what the target itself supports a confusing one.
  const distractors = alikeInLength(distractorClaims(graph, new Set([...supportersOf(graph, to.id), to.id])), from, relation.id)
  if (distractors.length < DISTRACTORS) return []
  return [choice(graph, 'support', relation.id, {
    level: 'understand', claims: [to.id, from.id],
    stem: `${graph.where}, which of these is given in support of what ${graph.nameWithin(to.voice.speaker)} says: ${quoted(to)}?`,
    explanation: clip(`${withStop(relation.warrant)}${dated(to)}`, to),
    options: [
      { id: part(from.id), text: from.short, correct: true, feedback: withStop(relation.warrant) },
      ...distractors.map((claim) => claimOption(graph, claim, 'support this one')),
    ],
  })]
}

/** Which objection meets this claim, or the step that leads to it? */
function attackQuestion(graph: Graph, relation: Relation): Question[] {
  if (relation.kind === 'supports') return []
  const from = graph.claims.get(relation.from)
  const step = relation.kind === 'undercuts' ? graph.relations.get(relation.to) : undefined
  const to = graph.claims.get(relation.kind === 'undercuts' ? step?.to ?? '' : relation.to)
  if (from === undefined || to === undefined) return []
  const attackers = [...graph.relations.values()].filter((other) => other.kind !== 'supports' && (other.to === relation.to || other.to === to.id)).map((other) => other.from as string)
  const distractors = alikeInLength(distractorClaims(graph, new Set([...attackers, to.id, from.id, step?.from ?? ''])), from, relation.id)
  if (distractors.length < DISTRACTORS) return []
  const premise = step === undefined ? undefined : graph.claims.get(step.from)
  return [choice(graph, 'attack', relation.id, {
    level: 'analyse', claims: [to.id, from.id, ...(premise === undefined ? [] : [premise.id])],
    stem: premise === undefined
      ? `${graph.where}, which of these speaks against what ${graph.nameWithin(to.voice.speaker)} says: ${quoted(to)}?`
      : `${graph.where}, which of these speaks against the step from ${quoted(premise)} to ${quoted(to)}, the view of ${graph.nameWithin(to.voice.speaker)}?`,
    explanation: clip(`${withStop(relation.warrant)}${dated(to)}`, to),
    options: [
      { id: part(from.id), text: from.short, correct: true, feedback: withStop(relation.warrant) },
      ...distractors.map((claim) => claimOption(graph, claim, 'meet what is asked here')),
    ],
  })]
}

/** Rebut or undercut: does the attack deny a claim or a step? The third option is that it supports. */
function attackKindQuestion(graph: Graph, relation: Relation): Question[] {
  if (relation.kind === 'supports') return []
  const from = graph.claims.get(relation.from)
  const step = relation.kind === 'undercuts' ? graph.relations.get(relation.to) : undefined
  const to = graph.claims.get(relation.kind === 'undercuts' ? step?.to ?? '' : relation.to)
  if (from === undefined || to === undefined) return []
  const rebuts = relation.kind === 'rebuts'
  return [choice(graph, 'kind', relation.id, {
    level: 'analyse', claims: [to.id, from.id],
    stem: `${graph.where}, what does ${quoted(from)} do to what ${graph.nameWithin(to.voice.speaker)} says: ${quoted(to)}?`,
    explanation: clip(`${rebuts ? 'It rebuts: what it denies is the claim itself.' : 'It undercuts: what it denies is the step to the claim.'} ${withStop(relation.warrant)}${dated(to)}`, to),
    options: [
      { id: part('rebuts'), text: 'It rebuts it, by denying the claim', correct: rebuts, feedback: rebuts ? 'Both cannot be true in full.' : 'A rebuttal says that the claim is false. This one leaves the claim open and breaks a step to it.', ...(rebuts ? {} : { misconception: 'rebut-for-undercut' }) },
      { id: part('undercuts'), text: 'It undercuts it, by denying a step', correct: !rebuts, feedback: rebuts ? 'An undercut lets the claim stand and breaks a step to it. This one denies the claim.' : 'The claim may be true, but this step does not show it.', ...(rebuts ? { misconception: 'undercut-for-rebut' } : {}) },
      { id: part('supports'), text: 'It supports it, by giving a reason', correct: false, misconception: 'attack-for-support', feedback: 'A support would make the claim more likely. This one counts against it.' },
    ],
  })]
}

const withStop = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** An explanation of 30 to 300 characters: a long warrant loses its last sentences, a short one gains the claim. */
function clip(text: string, claim: Claim): string {
  const full = withStop(text)
  if (plainText(full).length < 30) return `${full} It bears on this: ${lowerStart(claim.short)}.`
  if (plainText(full).length <= 300) return full
  const sentences = full.split(/(?<=[.!?])\s+/)
  while (sentences.length > 1 && plainText(sentences.join(' ')).length > 300) sentences.pop()
  return sentences.join(' ')
}
