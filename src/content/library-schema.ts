/** The four files that the articles share: library, people, issues, glossary. */
import { z } from 'zod'
import { articleSlug, claimId, issueId, personId, termId } from './ids.ts'
import { markdown, plain } from './text.ts'

export const libraryFile = z.strictObject({
  title: plain(),
  language: z.literal('en').describe('The base language; translations are overlay files'),
  articles: z.array(articleSlug).min(1).describe('Folders under data/articles, in the order of the shelf'),
  publicAddress: z.url().optional().describe('Where the site is published; needed for QR codes'),
  reportTo: z.strictObject({ email: z.email().optional(), issues: z.url().optional() }).optional().describe('Where a learner may send a report about a question'),
  retired: z.array(plain()).default([]).describe('Ids that were used once and must never be used again'),
})

export const person = z.strictObject({
  id: personId,
  name: plain().describe('In Latin script, as used in the decks'),
  original: plain().optional().describe('In the original script'),
  aliases: z.array(plain()).default([]).describe('Other spellings under which the sources and readers know them'),
  kind: z.enum(['person', 'organisation', 'anonymous']).default('person'),
  affiliation: plain().optional().describe('As of the articles'),
})
export const peopleFile = z.strictObject({ people: z.array(person).min(1) })

export const position = z.strictObject({
  article: articleSlug,
  stance: z.enum(['yes', 'no', 'partly', 'silent']),
  text: markdown().describe('The position in one sentence; for silent, why it cannot or does not answer'),
  claims: z.array(claimId).default([]),
}).refine((value) => value.stance === 'silent' || value.claims.length > 0, { path: ['claims'], error: 'a position needs the claims it rests on; only silent has none' })

export const issue = z.strictObject({
  id: issueId,
  question: plain().max(90),
  gloss: markdown().describe('What is at stake, in one or two sentences'),
  settledBy: markdown().describe('What observation would settle it'),
  positions: z.array(position).min(2),
})
export const issuesFile = z.strictObject({ issues: z.array(issue).default([]) })

export const term = z.strictObject({
  id: termId,
  term: plain(),
  definition: markdown().describe('One sentence in our words'),
  original: z.strictObject({ zh: plain().optional(), ru: plain().optional() }).default({}).describe('The term as the sources write it'),
  aliases: z.array(plain()).default([]),
  claims: z.array(claimId).min(1).describe('The claims that need the term'),
})
export const glossaryFile = z.strictObject({ terms: z.array(term).default([]) })

export type LibraryFile = z.infer<typeof libraryFile>
export type Person = z.infer<typeof person>
export type Position = z.infer<typeof position>
export type Issue = z.infer<typeof issue>
export type Term = z.infer<typeof term>
