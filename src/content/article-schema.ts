/** `data/articles/<slug>/article.yaml`: which text this is, who wrote it, what is damaged in it, what it dates. */
import { z } from 'zod'
import { articleSlug, mechanismId, personId } from './ids.ts'
import { markdown, plain } from './text.ts'

/** The cloth colour and emblem of a volume; the tokens stand in the visual design. */
export const accents = ['limits', 'route', 'o1', 'orion', 'wall', 'synthesis'] as const
export const accent = z.enum(accents)
export type Accent = z.infer<typeof accent>

/** As precise as the source allows and no more: 2024-09-29, 2024-09, or 2024. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD, in quotes')

const volume = z.strictObject({
  number: z.int().min(1).max(99).describe('Place on the shelf, in the order of time'),
  accent,
  name: plain().max(14).describe('The word under the volume on the shelf, such as o1'),
})

const source = z.strictObject({
  title: plain().describe('The title in the original language'),
  titleInEnglish: plain().optional().describe('Our gloss of the title'),
  language: z.enum(['zh', 'ru', 'en']),
  author: personId.optional().describe('Left out when the source names no author'),
  outlet: plain(),
  published: z.strictObject({
    date: partialDate,
    inferred: z.boolean().default(false).describe('True when the date is our inference from the events the text mentions'),
    note: plain().optional(),
  }),
  paragraphs: z.int().positive().describe('How many numbered paragraphs the source text has; locators stay within'),
  links: z.array(plain()).default([]).describe('Where the text was published, as the source itself gives it'),
  damage: z.array(plain()).default([]).describe('What is broken in the text that we read: slips of translation, lost letters, a missing end'),
})

/** An event that the article dates; the timeline draws it. */
export const articleEvent = z.strictObject({
  date: partialDate,
  label: plain().max(40),
  text: markdown().optional(),
  paragraphs: z.array(z.int().positive()).min(1),
})

/** Something that happened after the articles were written, from the literature; the timeline sets it apart. */
export const laterEvent = z.strictObject({
  date: partialDate,
  label: plain().max(40),
  text: markdown(),
  identifier: plain().describe('Where it is documented'),
  mark: z.enum(['V', 'S']).describe('V: seen in the primary source. S: seen in secondary sources only'),
})

const common = {
  slug: articleSlug,
  prefix: z.string().regex(/^[a-z0-9]+$/).describe('First word of every id in this article, such as o1 in o1-share-stays-small'),
  title: plain().max(60),
  subtitle: plain().max(140),
  question: plain().describe('The question that the article answers, as one would ask it aloud'),
  summary: markdown().describe('Two or three sentences: what is argued and on what it rests'),
  volume,
  mechanisms: z.array(mechanismId).default([]).describe('The mechanisms that make this argument run'),
}

export const articleFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), ...common, source, events: z.array(articleEvent).default([]) }),
  z.strictObject({ kind: z.literal('synthesis'), ...common, articles: z.array(articleSlug).min(2), laterEvents: z.array(laterEvent).default([]).describe('What has happened since the articles') }),
])
export type ArticleFile = z.infer<typeof articleFile>
export type ArticleEvent = z.infer<typeof articleEvent>
export type LaterEvent = z.infer<typeof laterEvent>
