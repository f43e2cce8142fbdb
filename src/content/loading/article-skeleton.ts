/** A new article that passes every check at once: data files and a deck whose words ask to be replaced. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isSeq, parseDocument } from 'yaml'
import { accents, type Accent } from '../article-schema.ts'
import { articleSlug } from '../ids.ts'
import type { LoadedLibrary } from '../loaded-library.ts'
import { readLibrary } from './read-library.ts'

export type CreateResult = { readonly ok: true; readonly written: readonly string[] } | { readonly ok: false; readonly problems: readonly string[] }

/** Writes the article's files below `root`; nothing is written when the slug cannot be used. */
export function createArticle(root: string, slug: string): CreateResult {
  const parsed = articleSlug.safeParse(slug)
  if (!parsed.success) return { ok: false, problems: [`“${slug}” is no slug: it ${parsed.error.issues[0]?.message ?? 'is malformed'}`] }
  const { library } = readLibrary(root)
  if (library === undefined) return { ok: false, problems: ['data/library.yaml cannot be read; npm run check says why'] }
  const folder = `data/articles/${slug}`
  const deck = `slides/${slug}/slides.md`
  const taken = [library.library.articles.includes(parsed.data) ? 'data/library.yaml' : '', existsSync(join(root, folder)) ? folder : '', existsSync(join(root, deck)) ? deck : ''].filter((place) => place !== '')
  if (taken.length > 0) return { ok: false, problems: [`${slug} exists already in ${taken.join(', ')}; choose another slug`] }

  const skeleton = describe(library, slug)
  const files: readonly (readonly [string, string])[] = [
    [`${folder}/article.yaml`, articleYaml(skeleton)], [`${folder}/argument.yaml`, argumentYaml(skeleton)], [`${folder}/questions.yaml`, questionsYaml(skeleton)], [deck, slidesMarkdown(skeleton)],
    ['data/library.yaml', withEntry(root, 'data/library.yaml', 'articles', slug)],
    ['data/people.yaml', withEntry(root, 'data/people.yaml', 'people', { id: skeleton.author, name: skeleton.authorName, kind: 'person' })],
  ]
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return { ok: true, written: files.map(([file]) => file) }
}

interface Skeleton {
  readonly slug: string
  readonly prefix: string
  readonly title: string
  readonly author: string
  readonly authorName: string
  readonly number: number
  readonly accent: Accent
  readonly name: string
}

function describe(library: LoadedLibrary, slug: string): Skeleton {
  const prefixes = new Set(library.articles.map((article) => article.file.prefix))
  const first = slug.split('-')[0] ?? slug
  const prefix = prefixes.has(first) ? slug.replaceAll('-', '') : first
  const used = library.articles.map((article) => article.file.volume.accent)
  const spare = accents.filter((accent) => accent !== 'synthesis')
  const accent = [...spare].sort((a, b) => used.filter((other) => other === a).length - used.filter((other) => other === b).length)[0] ?? 'o1'
  const phrase = slug.replaceAll('-', ' ')
  const title = (phrase.charAt(0).toUpperCase() + phrase.slice(1)).slice(0, 60)
  return {
    slug, prefix, title, accent,
    author: `${slug}-author`, authorName: `Author of ${title}`,
    number: Math.min(99, Math.max(0, ...library.articles.map((article) => article.file.volume.number)) + 1),
    name: title.slice(0, 14).trim(),
  }
}

/** The YAML file with one more entry in a list at its top; comments and layout stay. */
function withEntry(root: string, file: string, list: string, entry: unknown): string {
  const document = parseDocument(readFileSync(join(root, file), 'utf8'))
  const sequence = document.get(list)
  if (!isSeq(sequence)) throw new Error(`${file} has no list ${list}`)
  sequence.add(document.createNode(entry))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

const articleYaml = ({ slug, prefix, title, number, accent, name, author }: Skeleton): string => `# yaml-language-server: $schema=../../schemas/article.schema.json
# A skeleton that passes the checks. Replace every sentence; ids are permanent once learners have met them.
kind: article
slug: ${slug}
prefix: ${prefix}
title: ${JSON.stringify(title)}
subtitle: What the article argues, in one line
question: What question does the article answer?
summary: Two or three sentences on what is argued and on what it rests. Replace them.
volume: { number: ${number}, accent: ${accent}, name: ${JSON.stringify(name)} }
source:
  title: ${JSON.stringify(title)}
  language: en
  author: ${author}
  outlet: Where the text was published
  published: { date: "2025" }
  paragraphs: 3
`

const argumentYaml = ({ prefix, author }: Skeleton): string => `# yaml-language-server: $schema=../../schemas/argument.schema.json
claims:
  - id: ${prefix}-thesis
    text: The thesis of the article stands here as one full sentence in our own words.
    short: The thesis, as short as a map label
    role: thesis
    status: opinion
    voice: { speaker: ${author}, stance: asserts }
    paragraphs: [1]
  - id: ${prefix}-first-reason
    text: The first reason for the thesis stands here as one full sentence of its own.
    short: The first reason, in brief
    role: reason
    status: opinion
    voice: { speaker: ${author}, stance: asserts }
    paragraphs: [2]
  - id: ${prefix}-second-reason
    text: The second reason for the thesis stands here and rests on something else than the first.
    short: The second reason, in brief
    role: reason
    status: opinion
    voice: { speaker: ${author}, stance: asserts }
    paragraphs: [3]

relations:
  - { kind: supports, id: ${prefix}-r-first, from: ${prefix}-first-reason, to: ${prefix}-thesis, warrant: Say here why the first reason bears on the thesis at all. }
  - { kind: supports, id: ${prefix}-r-second, from: ${prefix}-second-reason, to: ${prefix}-thesis, warrant: Say here why the second reason bears on the thesis at all. }
`

const questionsYaml = ({ prefix, title }: Skeleton): string => {
  const article = `“${title}”`
  const choice = (id: string, level: string, claims: string, stem: string, explanation: string, options: readonly (readonly [string, string, string])[]): string => `  - id: ${prefix}-q-${id}
    rev: 1
    kind: choice
    level: ${level}
    claims: [${claims}]
    stem: ${JSON.stringify(stem)}
    explanation: ${explanation}
    options:
${options.map(([option, text, feedback], index) => `      - { id: ${option}, text: ${JSON.stringify(text)}, ${index === 0 ? 'correct: true, ' : ''}feedback: ${JSON.stringify(feedback)} }`).join('\n')}
`
  return `# yaml-language-server: $schema=../../schemas/questions.schema.json
# Every thesis, reason, objection and rebuttal needs two questions or more, one of them at level recall.
questions:
${choice('thesis', 'recall', `${prefix}-thesis`, `What does the article ${article} hold above all?`, 'Say why the key is the thesis and where the text gives it.', [
    ['thesis', 'The thesis, in other words', 'Say what makes this the thesis.'],
    ['too-strong', 'A stronger form of it', 'This goes further than the author does: say how far.'],
    ['topic', 'What it is merely about', 'This names the topic, not what is held about it.'],
  ])}${choice('first-reason', 'recall', `${prefix}-first-reason`, `Which reason does the article ${article} give first?`, 'Say how the first reason carries the thesis of the article.', [
    ['first', 'Whatever opens the case', 'Say why it is a reason for the thesis.'],
    ['example', 'An example that it mentions', 'An example shows the reason at work; it is not the reason.'],
    ['result', 'A result that it draws', 'A consequence follows from the thesis; it does not carry it.'],
  ])}${choice('second-reason', 'recall', `${prefix}-second-reason`, `Which reason does the article ${article} give second?`, 'Say how the second reason carries the thesis by itself.', [
    ['second', 'Whatever is added to it', 'Say why it stands without the first.'],
    ['restated', 'The first one, said once more', 'This repeats the first reason in new words.'],
    ['background', 'A fact that both presuppose', 'Both reasons presuppose it, so it supports neither thesis nor denial.'],
  ])}${choice('without-first', 'analyse', `${prefix}-thesis, ${prefix}-first-reason, ${prefix}-second-reason`, `If the first reason of ${article} fell, what would become of its thesis?`, 'The two reasons are independent; the second keeps its force when the first is gone.', [
    ['weaker', 'It would stand on less', 'The second reason still supports it.'],
    ['refuted', 'It would be shown false', 'A lost reason leaves a claim unsupported, which is not to refute it.'],
    ['untouched', 'It would be as strong', 'The first reason added support, and that is gone.'],
  ])}`
}

const slidesMarkdown = ({ prefix, title }: Skeleton): string => `---
theme: ../_theme
title: ${JSON.stringify(title)}
layout: cover
---

# ${title}

One sentence on what the article argues and why it matters here.

<!--
[30 s] Say in a few sentences what this deck is about, and why it matters to the people in the room.
-->

---
layout: thesis
claims: [${prefix}-thesis, ${prefix}-first-reason, ${prefix}-second-reason]
reasons:
  - { word: Because, text: The first reason in a few words }
  - { word: Because, text: The second reason in a few words }
  - { word: But, text: The strongest objection in a few words }
---

# The thesis stands here as **one sentence** that asserts **one thing**

<!--
[1 min] Say the thesis aloud, then each reason once. Notes are written to be spoken: 60 to 140 words a slide.
-->

---
layout: assertion
claims: [${prefix}-first-reason]
---

# The first reason is a headline that one could doubt

Show here why it holds: a figure, a mechanism, a number, two voices side by side.

<!--
[1 min] Tell what the figure shows before you say what follows from it.
-->

---
layout: check
question: ${prefix}-q-first-reason
title: Which reason comes first?
clicks: 1
---

<!--
[1 min] Let everyone answer for themselves before the click shows the key.
-->

---
layout: sources
---

# Where this comes from, and what to know about the source

<!--
[30 s] Say which figures are the article's own and which come from the literature.
-->
`
