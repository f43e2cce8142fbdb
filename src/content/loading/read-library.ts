/** Reads everything under `data/` and the decks; the structure pass. Nothing here judges content. */
import { join } from 'node:path'
import { existsSync, readdirSync } from 'node:fs'
import type { z } from 'zod'
import { argumentFile } from '../argument-schema.ts'
import { articleFile } from '../article-schema.ts'
import type { ArticleSlug } from '../ids.ts'
import { glossaryFile, issuesFile, libraryFile, peopleFile } from '../library-schema.ts'
import type { Deck, LoadedArticle, LoadedLibrary } from '../loaded-library.ts'
import type { Problem } from '../problem.ts'
import { questionsFile } from '../question-schema.ts'
import { Places } from './places.ts'
import { readDeck } from './read-decks.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'

/** Each kind of data file, its schema, and the JSON Schema generated from it. */
export const fileSchemas = {
  library: libraryFile, people: peopleFile, issues: issuesFile, glossary: glossaryFile,
  article: articleFile, argument: argumentFile, questions: questionsFile,
} as const satisfies Record<string, z.ZodType>

export interface ReadResult {
  /** Undefined only when data/library.yaml itself cannot be read. */
  readonly library: LoadedLibrary | undefined
  readonly places: Places
  /** Ids of items left out for problems of their own; what names them is not dangling. */
  readonly unreadableIds: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

/** Reads the library below `root`. Whatever is sound is in the result; every problem is in the list. */
export function readLibrary(root: string): ReadResult {
  const places = new Places()
  const problems: Problem[] = []
  const unreadableIds = new Set<string>()

  function read<S extends z.ZodType>(file: string, schema: S): YamlFile<z.infer<S>> | undefined {
    const result = readYaml(root, file, schema)
    problems.push(...result.problems)
    for (const id of result.unreadableIds) unreadableIds.add(id)
    return result.yaml
  }
  function placed<T extends object>(yaml: YamlFile<unknown> | undefined, list: string, items: readonly T[] | undefined): readonly T[] {
    items?.forEach((item, index) => {
      const authored = yaml?.keptIndexes[list]?.[index] ?? index
      if (yaml !== undefined) places.set(item, { file: yaml.file, lineOf: (path) => yaml.lineOf([list, authored, ...path]) })
    })
    return items ?? []
  }

  const libraryYaml = read('data/library.yaml', libraryFile)
  if (libraryYaml === undefined) return { library: undefined, places, unreadableIds, problems }
  places.set(libraryYaml.value, libraryYaml)
  const peopleYaml = read('data/people.yaml', peopleFile)
  const issuesYaml = read('data/issues.yaml', issuesFile)
  const glossaryYaml = read('data/glossary.yaml', glossaryFile)

  const articles: LoadedArticle[] = []
  const decks: Deck[] = []
  for (const [index, slug] of libraryYaml.value.articles.entries()) {
    const article = readArticle(slug, index)
    if (article !== undefined) articles.push(article)
    const { deck, problems: deckProblems } = readDeck(root, slug, places)
    if (deck !== undefined) decks.push(deck)
    problems.push(...deckProblems.map((problem) => (problem.rule === 'missing-deck' ? { ...problem, line: slugLine(index) } : problem)))
  }
  problems.push(...unlistedFolders())

  return {
    library: {
      library: libraryYaml.value,
      people: placed(peopleYaml, 'people', peopleYaml?.value.people),
      issues: placed(issuesYaml, 'issues', issuesYaml?.value.issues),
      terms: placed(glossaryYaml, 'terms', glossaryYaml?.value.terms),
      articles, decks,
    },
    places, unreadableIds, problems,
  }

  function slugLine(index: number): number {
    return libraryYaml?.lineOf(['articles', index]) ?? 1
  }

  function readArticle(slug: ArticleSlug, index: number): LoadedArticle | undefined {
    const folder = `data/articles/${slug}`
    if (!existsSync(join(root, folder))) {
      problems.push({ file: 'data/library.yaml', line: slugLine(index), severity: 'error', rule: 'missing-article', message: `${slug} has no folder ${folder}`, hint: `write it (npm run new -- ${slug} once it is out of the list), or take it out` })
      return undefined
    }
    const file = read(`${folder}/article.yaml`, articleFile)
    const argument = read(`${folder}/argument.yaml`, argumentFile)
    const questions = read(`${folder}/questions.yaml`, questionsFile)
    if (file === undefined) return undefined
    places.set(file.value, file)
    const article: LoadedArticle = {
      slug, file: file.value,
      claims: placed(argument, 'claims', argument?.value.claims),
      relations: placed(argument, 'relations', argument?.value.relations),
      references: placed(argument, 'references', argument?.value.references),
      questions: placed(questions, 'questions', questions?.value.questions),
    }
    places.set(article, file)
    return article
  }

  function unlistedFolders(): Problem[] {
    const folder = join(root, 'data/articles')
    if (!existsSync(folder) || libraryYaml === undefined) return []
    const listed = new Set<string>(libraryYaml.value.articles)
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !listed.has(entry.name)).map((entry): Problem => ({
      file: 'data/library.yaml', line: libraryYaml.lineOf(['articles']), severity: 'error', rule: 'unlisted-article', message: `data/articles/${entry.name} is not in the list of articles`, hint: `add ${entry.name} to articles, or delete the folder`,
    }))
  }
}
