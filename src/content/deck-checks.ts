/** What Slidev itself would let pass: unknown ids, layouts and components, decks with one title, claims on no slide. Pure. */
import type { LoadedLibrary } from './loaded-library.ts'
import { suggest } from './nearest-word.ts'
import type { Finding } from './problem.ts'

/** Which layouts and components a deck may use: the theme's own and Slidev's built-in ones. */
export interface ThemeParts {
  readonly layouts: ReadonlySet<string>
  /** PascalCase. */
  readonly components: ReadonlySet<string>
}

/** Components that Vue and the router bring. */
const VUE_COMPONENTS = new Set(['Transition', 'TransitionGroup', 'KeepAlive', 'Teleport', 'Suspense', 'RouterLink', 'RouterView', 'Component', 'Slot', 'Template'])
/** Claims of these roles carry the argument: each is on some slide. */
export const SHOWN_ROLES: ReadonlySet<string> = new Set(['thesis', 'reason', 'objection', 'rebuttal'])

const pascalCase = (tag: string): string => tag.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())

/** All findings over the decks. `generatedIds` are the questions made from the graph; a deck may show them too. */
export function checkDecks(library: LoadedLibrary, theme: ThemeParts, generatedIds: ReadonlySet<string> = new Set()): Finding[] {
  const findings: Finding[] = []
  const claims = new Set<string>(library.articles.flatMap((article) => article.claims.map((claim) => claim.id)))
  const questions = new Set<string>([...library.articles.flatMap((article) => article.questions.map((question) => question.id)), ...generatedIds])
  const references = new Set<string>(library.articles.flatMap((article) => article.references.map((reference) => reference.id)))
  const issues = new Set<string>(library.issues.map(({ id }) => id))
  const components = new Set([...theme.components, ...VUE_COMPONENTS])

  for (const deck of library.decks) {
    const events = eventLabels(library, deck.slug)
    for (const slide of deck.slides) {
      const add = (rule: string, id: string, message: string, hint: string): void => {
        findings.push({ severity: 'error', rule, about: slide, path: [id], message: `slide ${slide.number}: ${message}`, hint })
      }
      for (const id of slide.claims) if (!claims.has(id)) add('deck-claim', id, `there is no claim ${id}`, suggest(id, claims, 'correct the id'))
      for (const id of slide.questions) if (!questions.has(id)) add('deck-question', id, `there is no question ${id}`, suggest(id, questions, 'correct the id'))
      for (const id of slide.references) if (!references.has(id)) add('deck-reference', id, `there is no reference ${id}`, suggest(id, references, 'correct the id'))
      for (const label of slide.events) if (!events.has(label)) add('deck-event', label, `there is no event “${label}”`, suggest(label, events, 'write the label as article.yaml has it'))
      for (const id of slide.issues) if (!issues.has(id)) add('deck-issue', id, `there is no issue ${id}`, suggest(id, issues, 'correct the id'))
      if (slide.layout !== undefined && !theme.layouts.has(slide.layout)) add('deck-layout', slide.layout, `there is no layout ${slide.layout}`, suggest(slide.layout, theme.layouts, `known: ${[...theme.layouts].sort().join(', ')}`))
      for (const tag of slide.components) {
        if (!components.has(pascalCase(tag))) add('deck-component', tag, `there is no component <${tag}>`, suggest(pascalCase(tag), components, 'write it in slides/_theme/components'))
      }
    }
  }

  const titles = new Map<string, string>()
  for (const deck of library.decks) {
    const title = deck.title ?? deck.slides[0]?.title
    const other = title === undefined ? undefined : titles.get(title)
    if (title === undefined || deck.title === undefined) findings.push({ severity: 'error', rule: 'deck-title', about: deck, message: `the deck ${deck.slug} has no title`, hint: 'write title: in its first frontmatter' })
    else if (other !== undefined) findings.push({ severity: 'error', rule: 'deck-title', about: deck, message: `the deck ${deck.slug} has the title of ${other}`, hint: 'the title keys the presenter window: make it its own' })
    if (title !== undefined) titles.set(title, deck.slug)
  }

  for (const article of library.articles) {
    const deck = library.decks.find(({ slug }) => slug === article.slug)
    if (deck === undefined) continue
    const onSlides = new Set<string>(deck.slides.flatMap((slide) => slide.claims))
    for (const claim of article.claims) {
      if (SHOWN_ROLES.has(claim.role) && !onSlides.has(claim.id)) findings.push({ severity: 'error', rule: 'claim-without-slide', about: claim, path: ['id'], message: `the ${claim.role} ${claim.id} is on no slide`, hint: `name it in claims: of a slide in slides/${deck.slug}/slides.md` })
    }
  }
  return findings
}

/** The events that a deck's timeline can show: the article's own; for the debate those of all articles and what came later. */
function eventLabels(library: LoadedLibrary, slug: string): ReadonlySet<string> {
  const isDebate = library.articles.some(({ file }) => file.slug === slug && file.kind === 'synthesis')
  return new Set(library.articles.flatMap(({ file }): string[] => {
    if (file.kind === 'synthesis') return file.slug === slug ? file.laterEvents.map(({ label }) => label) : []
    return isDebate || file.slug === slug ? file.events.map(({ label }) => label) : []
  }))
}
