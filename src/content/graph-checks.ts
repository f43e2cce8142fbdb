/** The graph pass: every id leads somewhere, arguments run in no circle, and every claim and question has its place. Pure. */
import type { Claim, Relation } from './argument-schema.ts'
import type { LoadedArticle, LoadedLibrary } from './loaded-library.ts'
import { suggest } from './nearest-word.ts'
import type { Finding } from './problem.ts'
import { authoredKindOf } from './question-schema.ts'

type Path = readonly (string | number)[]

const error = (rule: string, about: object, path: Path, message: string, hint: string): Finding => ({ severity: 'error', rule, about, path, message, hint })

/** All findings of the graph pass over the whole library. */
export function checkGraph(library: LoadedLibrary): Finding[] {
  return [
    ...checkUniqueIds(library), ...checkReferencesToIds(library), ...checkPrefixes(library), ...checkVoices(library),
    ...checkLocators(library), ...checkEvents(library), ...library.articles.flatMap((article) => [...checkSupportCycles(article), ...checkOrphans(article)]),
    ...checkQuestionsOfClaims(library), ...checkIssues(library), ...checkQuestionParts(library),
  ]
}

interface Identified { readonly id: string }

/** Everything with an authored id in one article. */
const articleItems = (article: LoadedArticle): readonly Identified[] => [...article.claims, ...article.relations, ...article.references, ...article.questions]

/** Ids are unique over all kinds, because URLs, the log and the retired list do not know kinds. */
export function checkUniqueIds(library: LoadedLibrary): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  const retired = new Set(library.library.retired)
  const groups: (readonly Identified[])[] = [library.people, library.issues, library.terms, ...library.articles.map(articleItems)]
  for (const [index, group] of groups.entries()) {
    // People, issues and terms are named in places of their own; each need only be unique among themselves.
    const scope = index < 3 ? new Set<string>() : seen
    for (const item of group) {
      if (scope.has(item.id)) findings.push(error('duplicate-id', item, ['id'], `the id ${item.id} is used twice`, 'give one of the two another id; keep the one that learners have met'))
      scope.add(item.id)
      if (retired.has(item.id)) findings.push(error('retired-id', item, ['id'], `the id ${item.id} is retired`, 'retired ids stay unused for ever: choose a new one'))
    }
  }
  const slugs = new Set<string>()
  library.library.articles.forEach((slug, index) => {
    if (slugs.has(slug)) findings.push(error('duplicate-id', library.library, ['articles', index], `${slug} is listed twice`, 'list it once'))
    slugs.add(slug)
  })
  return findings
}

/** Ids that lead nowhere. */
export function checkReferencesToIds(library: LoadedLibrary): Finding[] {
  const findings: Finding[] = []
  const claims = new Map(library.articles.flatMap((article) => article.claims.map((claim) => [claim.id as string, claim] as const)))
  const relations = new Map(library.articles.flatMap((article) => article.relations.map((relation) => [relation.id as string, relation] as const)))
  const people = new Set<string>(library.people.map((person) => person.id))
  const slugs = new Set<string>(library.library.articles)

  const need = (known: { has(id: string): boolean; keys(): Iterable<string> }, kind: string, file: string, about: object, path: Path, id: string): void => {
    if (!known.has(id)) findings.push(error('dangling-id', about, path, `there is no ${kind} ${id}`, suggest(id, known.keys(), `write the ${kind} in ${file}, or correct the id`)))
  }
  const needClaims = (about: { readonly claims: readonly string[] }): void => about.claims.forEach((id, index) => need(claims, 'claim', 'argument.yaml', about, ['claims', index], id))

  for (const article of library.articles) {
    for (const claim of article.claims) need(people, 'person', 'data/people.yaml', claim, ['voice', 'speaker'], claim.voice.speaker)
    for (const relation of article.relations) {
      need(claims, 'claim', 'argument.yaml', relation, ['from'], relation.from)
      checkTarget(relation)
    }
    article.references.forEach(needClaims)
    article.questions.forEach(needClaims)
    if (article.file.kind === 'article') {
      if (article.file.source.author !== undefined) need(people, 'person', 'data/people.yaml', article.file, ['source', 'author'], article.file.source.author)
    } else article.file.articles.forEach((slug, index) => need(slugs, 'article', 'data/library.yaml', article.file, ['articles', index], slug))
    if (article.file.slug !== article.slug) findings.push(error('dangling-id', article.file, ['slug'], `the slug ${article.file.slug} is not the folder's name ${article.slug}`, `write slug: ${article.slug}`))
  }
  for (const issue of library.issues) {
    issue.positions.forEach((position, at) => {
      need(slugs, 'article', 'data/library.yaml', issue, ['positions', at, 'article'], position.article)
      position.claims.forEach((id, index) => need(claims, 'claim', 'argument.yaml', issue, ['positions', at, 'claims', index], id))
    })
  }
  library.terms.forEach(needClaims)
  return findings

  function checkTarget(relation: Relation): void {
    if (relation.kind === 'undercuts') {
      if (claims.has(relation.to)) findings.push(error('undercut-target', relation, ['to'], `${relation.id} undercuts the claim ${relation.to}`, 'an undercut denies a step: name the relation, or make it a rebuttal (kind: rebuts)'))
      else need(relations, 'relation', 'argument.yaml', relation, ['to'], relation.to)
      if ((relation.to as string) === (relation.id as string)) findings.push(error('undercut-target', relation, ['to'], `${relation.id} undercuts itself`, 'name the relation that it denies'))
      return
    }
    if (relations.has(relation.to)) findings.push(error('relation-target', relation, ['to'], `${relation.id} ${relation.kind} the relation ${relation.to}`, relation.kind === 'rebuts' ? 'to deny a step write kind: undercuts; a rebuttal names a claim' : 'name the claim that it supports'))
    else need(claims, 'claim', 'argument.yaml', relation, ['to'], relation.to)
    if ((relation.from as string) === (relation.to as string)) findings.push(error('relation-target', relation, ['to'], `${relation.from} ${relation.kind} itself`, 'name two claims'))
  }
}

/** Every id of an article begins with its prefix, so that an id says where it belongs. */
export function checkPrefixes(library: LoadedLibrary): Finding[] {
  const findings: Finding[] = []
  const owners = new Map<string, string>()
  for (const article of library.articles) {
    const { prefix } = article.file
    const owner = owners.get(prefix)
    if (owner !== undefined) findings.push(error('prefix', article.file, ['prefix'], `the prefix ${prefix} belongs to ${owner}`, 'choose another one'))
    owners.set(prefix, article.slug)
    for (const item of articleItems(article)) {
      if (!item.id.startsWith(`${prefix}-`)) findings.push(error('prefix', item, ['id'], `the id ${item.id} does not begin with ${prefix}-`, `write ${prefix}-${item.id}`))
      if (item.id.startsWith(`${prefix}-gen-`)) findings.push(error('prefix', item, ['id'], `${item.id} looks like a generated question`, `${prefix}-gen- is kept for questions made from the graph; choose another id`))
    }
  }
  return findings
}

/** `asserts` is for the article's own author; everyone else's words are endorsed, reported or rejected. */
export function checkVoices(library: LoadedLibrary): Finding[] {
  return library.articles.flatMap(({ file, claims }) => {
    if (file.kind !== 'article' || file.source.author === undefined) return []
    const author = file.source.author
    return claims.flatMap((claim): Finding[] => {
      const own = claim.voice.speaker === author
      if (own && claim.voice.stance !== 'asserts') return [error('voice', claim, ['voice', 'stance'], `${claim.id}: the author ${claim.voice.stance} a claim of the author's own`, 'write stance: asserts, or name the person whom the author reports')]
      if (!own && claim.voice.stance === 'asserts') return [error('voice', claim, ['voice', 'stance'], `${claim.id}: ${claim.voice.speaker} is not the author (${author}), so the article cannot assert it in that voice`, 'write endorses, reports or rejects')]
      return []
    })
  })
}

/** Locators stay within the source's paragraphs, each named once and in order. */
export function checkLocators(library: LoadedLibrary): Finding[] {
  return library.articles.flatMap(({ file, claims }) => {
    if (file.kind !== 'article') return []
    const last = file.source.paragraphs
    const check = (about: object, path: Path, paragraphs: readonly number[]): Finding[] => paragraphs.flatMap((paragraph, index) => {
      if (paragraph > last) return [error('locator', about, [...path, index], `paragraph ${paragraph} does not exist: the source has ${last}`, 'look it up in the numbered source text')]
      if (paragraphs.indexOf(paragraph) !== index) return [error('locator', about, [...path, index], `paragraph ${paragraph} is named twice`, 'name it once')]
      return []
    })
    return [
      ...claims.flatMap((claim) => check(claim, ['paragraphs'], claim.paragraphs)),
      ...file.events.flatMap((event, index) => check(file, ['events', index, 'paragraphs'], event.paragraphs)),
    ]
  })
}

/** Dates that the calendar knows. */
export function checkEvents(library: LoadedLibrary): Finding[] {
  const impossible = (date: string): boolean => {
    const [year, month, day] = date.split('-').map(Number)
    if (year === undefined || month === undefined) return false
    return month < 1 || month > 12 || (day !== undefined && (day < 1 || day > daysIn(year, month)))
  }
  const check = (about: object, path: Path, date: string | undefined): Finding[] =>
    date !== undefined && impossible(date) ? [error('date', about, path, `${date} is not a date`, 'write YYYY-MM-DD, as precise as the source allows')] : []
  return library.articles.flatMap(({ file, claims }) => [
    ...claims.flatMap((claim) => check(claim, ['asOf'], claim.asOf)),
    ...(file.kind === 'article' ? [...check(file, ['source', 'published', 'date'], file.source.published.date), ...file.events.flatMap((event, index) => check(file, ['events', index, 'date'], event.date))] : []),
  ])
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A claim must not end up supporting itself. */
export function checkSupportCycles(article: LoadedArticle): Finding[] {
  const supports = article.relations.filter((relation) => relation.kind === 'supports')
  const findings: Finding[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (id: string, trail: readonly string[]): void => {
    state.set(id, 'open')
    for (const relation of supports) {
      if (relation.from !== id) continue
      if (state.get(relation.to) === 'open') {
        const circle = [...trail.slice(trail.indexOf(relation.to)), relation.to]
        findings.push(error('support-cycle', relation, ['to'], `the claims support each other in a circle: ${circle.join(', ')}`, 'take out the step that the article does not make'))
      } else if (!state.has(relation.to)) visit(relation.to, [...trail, relation.to])
    }
    state.set(id, 'done')
  }
  for (const { from } of supports) if (!state.has(from)) visit(from, [from])
  return findings
}

/** A claim that nothing supports, attacks or rests on is not part of the argument. */
export function checkOrphans(article: LoadedArticle): Finding[] {
  if (article.claims.length < 2) return []
  const connected = new Set<string>(article.relations.flatMap((relation) => [relation.from, relation.to]))
  return article.claims.filter((claim) => !connected.has(claim.id)).map((claim) =>
    error('orphan-claim', claim, ['id'], `${claim.id} stands alone: no relation leads to it or from it`, 'say in relations what it supports or attacks, or leave it out'))
}

/** How many questions a claim needs by its role; evidence and consequences are optional. */
const NEEDS_QUESTIONS: ReadonlySet<Claim['role']> = new Set(['thesis', 'reason', 'objection', 'rebuttal'])

/** Every thesis, reason, objection and rebuttal has two authored questions or more, one of them recall. */
export function checkQuestionsOfClaims(library: LoadedLibrary): Finding[] {
  const questions = library.articles.flatMap((article) => article.questions)
  return library.articles.flatMap((article) => article.claims.flatMap((claim): Finding[] => {
    if (!NEEDS_QUESTIONS.has(claim.role)) return []
    const own = questions.filter((question) => question.claims.includes(claim.id))
    if (own.length < 2) return [error('claim-without-questions', claim, ['id'], `the ${claim.role} ${claim.id} has ${own.length === 0 ? 'no question' : 'one question'}`, 'write at least two, one of them at level recall')]
    if (!own.some((question) => question.level === 'recall')) return [error('claim-without-questions', claim, ['id'], `the ${claim.role} ${claim.id} has no question at level recall`, 'write one')]
    return []
  }))
}

/** Each article takes each issue once, and rests on its own claims. */
export function checkIssues(library: LoadedLibrary): Finding[] {
  const findings: Finding[] = []
  for (const issue of library.issues) {
    const seen = new Set<string>()
    issue.positions.forEach((position, at) => {
      if (seen.has(position.article)) findings.push(error('issue', issue, ['positions', at, 'article'], `${issue.id}: ${position.article} takes two positions`, 'join them into one'))
      seen.add(position.article)
      const article = library.articles.find(({ slug }) => slug === position.article)
      position.claims.forEach((id, index) => {
        if (article !== undefined && !id.startsWith(`${article.file.prefix}-`)) findings.push(error('issue', issue, ['positions', at, 'claims', index], `${issue.id}: the position of ${position.article} rests on ${id}, a claim of another article`, 'name claims of this article'))
      })
    })
    for (const { slug, file } of library.articles) {
      if (file.kind === 'article' && !seen.has(slug)) findings.push({ ...error('issue-coverage', issue, ['positions'], `${issue.id} does not say where ${slug} stands`, 'add its position, or stance: silent with the reason'), severity: 'warning' })
    }
    const numbers = issue.positions.map((position) => library.articles.find(({ slug }) => slug === position.article)?.file.volume.number ?? 0)
    if (numbers.some((number, index) => index > 0 && number < (numbers[index - 1] ?? 0))) findings.push(error('issue', issue, ['positions'], `${issue.id}: the positions are not in the order of time`, 'order them by volume number'))
  }
  return findings
}

/** Ids inside a question: unique, and those that name another part lead to it. */
export function checkQuestionParts(library: LoadedLibrary): Finding[] {
  const findings: Finding[] = []
  for (const question of library.articles.flatMap((article) => article.questions)) {
    const kind = authoredKindOf(question)
    for (const group of kind.parts(question)) {
      const seen = new Set<string>()
      for (const [list, parts] of Object.entries(group)) {
        parts.forEach(({ id }, index) => {
          if (seen.has(id)) findings.push(error('duplicate-id', question, [list, index, 'id'], `${question.id}: the id ${id} is used twice in ${list}`, 'give one of the two another id'))
          seen.add(id)
        })
      }
    }
    for (const { path, id, among } of kind.partReferences?.(question) ?? []) {
      const known = among.map((part) => part.id)
      if (!known.includes(id)) findings.push(error('dangling-id', question, path, `${question.id}: nothing here has the id ${id}`, suggest(id, known, `known: ${known.join(', ')}`)))
    }
    for (const { rule, path, message, hint } of kind.partSlips?.(question) ?? []) findings.push(error(rule, question, path, `${question.id}: ${message}`, hint))
  }
  return findings
}
