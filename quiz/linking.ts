/** Where things of the library stand on the site, and how one thing leads to the others. Pure look-ups. */
import type { ArticleFile } from '../src/content/article-schema.ts'
import type { Claim, Reference, Relation } from '../src/content/argument-schema.ts'
import type { ArticleSlug, ClaimId, PersonId, QuestionId } from '../src/content/ids.ts'
import type { ArticleText, Catalogue, QuestionStub, SlideEntry } from '../src/content/library.ts'
import type { Person } from '../src/content/library-schema.ts'

export function findArticle(catalogue: Catalogue, slug: string): ArticleFile | undefined {
  return catalogue.articles.find((article) => article.slug === slug)
}

/** The article that an id of a claim, relation or question belongs to, told by the id's first word. */
export function findArticleOfId(catalogue: Catalogue, id: string): ArticleFile | undefined {
  return catalogue.articles.find((article) => id.startsWith(`${article.prefix}-`))
}

export function findStub(catalogue: Catalogue, id: string): QuestionStub | undefined {
  return catalogue.questions.find((stub) => stub.id === id)
}

export function findPerson(catalogue: Catalogue, id: PersonId): Person | undefined {
  return catalogue.people.find((person) => person.id === id)
}

/** The volumes in the order of the shelf. */
export function volumesInOrder(catalogue: Catalogue): readonly ArticleFile[] {
  return [...catalogue.articles].sort((one, other) => one.volume.number - other.volume.number)
}

export const deckAddress = (slug: ArticleSlug, slide?: number) => `decks/${slug}/${slide === undefined ? '' : `#/${slide}`}`

/** The slides that show any of these claims, earliest first. */
export function slidesOfClaims(catalogue: Catalogue, claims: readonly ClaimId[]): readonly SlideEntry[] {
  return catalogue.slides.filter((slide) => slide.claims.some((claim) => claims.includes(claim))).sort((one, other) => one.number - other.number)
}

/** Where to read about a question again: the slide that asks it, else the first that shows its main claim, else any of its claims. */
export function findSlideOfQuestion(catalogue: Catalogue, question: { id: QuestionId; claims: readonly ClaimId[] }): SlideEntry | undefined {
  const main = question.claims.slice(0, 1)
  return slidesOfClaims(catalogue, main)[0] ?? slidesOfClaims(catalogue, question.claims)[0] ?? catalogue.slides.find((slide) => slide.questions.includes(question.id))
}

export interface ClaimLinks {
  readonly supportedBy: readonly Relation[]
  readonly attackedBy: readonly Relation[]
  readonly bearsOn: readonly Relation[]
  readonly references: readonly Reference[]
}

/** Everything in its article that a claim is joined to. An undercut of a step that rests on the claim counts as an attack on it. */
export function linksOfClaim(content: ArticleText, id: ClaimId): ClaimLinks {
  const steps = new Set<string>(content.relations.filter((relation) => relation.from === id || relation.to === id).map((relation) => relation.id))
  return {
    supportedBy: content.relations.filter((relation) => relation.kind === 'supports' && relation.to === id),
    attackedBy: content.relations.filter((relation) => (relation.kind === 'rebuts' && relation.to === id) || (relation.kind === 'undercuts' && steps.has(relation.to))),
    bearsOn: content.relations.filter((relation) => relation.from === id),
    references: content.references.filter((reference) => reference.claims.includes(id)),
  }
}

/** The claim that a relation aims at; of an undercut, the claim that the undercut step supports or denies. */
export function targetOfRelation(content: ArticleText, relation: Relation): Claim | undefined {
  if (relation.kind !== 'undercuts') return content.claims.find((claim) => claim.id === relation.to)
  const step = content.relations.find((other) => other.id === relation.to)
  return step && step.kind !== 'undercuts' ? content.claims.find((claim) => claim.id === step.to) : undefined
}

/** Paragraph numbers as one writes them: 3, 5–7, 12. */
export function writeParagraphs(paragraphs: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of [...new Set(paragraphs)].sort((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
