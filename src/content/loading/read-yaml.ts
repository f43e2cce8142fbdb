/** One YAML file: parsed with its positions, checked against its schema, every problem with its line and a hint. */
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { findNearest } from '../nearest-word.ts'
import type { Problem } from '../problem.ts'
import { isRecord, knownKeysAt, type Path } from '../schema-walk.ts'

/** A value of a YAML file and the way back to its lines. */
export interface YamlFile<T> {
  readonly file: string
  readonly value: T
  /** Line (from 1) of the value at a path; of the nearest enclosing value when the path leads nowhere. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
  /** Of each array at the top of the file: the authored index of each item that was kept. */
  readonly keptIndexes: Readonly<Record<string, readonly number[]>>
}

export interface YamlResult<T> {
  /** Undefined when nothing of the file can be used. */
  readonly yaml: YamlFile<T> | undefined
  /** Ids of items that were left out: they are authored, though not readable. */
  readonly unreadableIds: readonly string[]
  readonly problems: readonly Problem[]
}

const parsedDocuments = new Map<string, { text: string; document: Document.Parsed; lines: LineCounter }>()

/** Parsing dominates loading: an unchanged file is parsed once a process. */
function parseOnce(path: string, text: string) {
  const known = parsedDocuments.get(path)
  if (known?.text === text) return known
  const lines = new LineCounter()
  const parsed = { text, document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines }
  parsedDocuments.set(path, parsed)
  return parsed
}

/**
 * Reads and validates `file` (relative to `root`). Items of the file's top-level arrays that do not fit the schema
 * are reported and left out, so that one bad question does not hide the rest of the library.
 */
export function readYaml<S extends z.ZodType>(root: string, file: string, schema: S): YamlResult<z.infer<S>> {
  let text: string
  try {
    text = readFileSync(isAbsolute(file) ? file : join(root, file), 'utf8')
  } catch {
    return { yaml: undefined, unreadableIds: [], problems: [{ file, line: 1, severity: 'error', rule: 'missing-file', message: 'the file does not exist', hint: 'add it, or take its article out of data/library.yaml' }] }
  }
  const { document, lines } = parseOnce(join(root, file), text)
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => ({
      file, line: lines.linePos(error.pos[0]).line, severity: 'error', rule: 'yaml', message: firstLine(error.message), hint: yamlHint(error.code),
    }))
    return { yaml: undefined, unreadableIds: [], problems }
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(document, lines, path)
  const raw: unknown = document.toJS() ?? {}
  const problems: Problem[] = []
  const first = schema.safeParse(raw)
  if (first.success) return { yaml: { file, value: first.data, lineOf, keptIndexes: indexes(raw, new Map()) }, unreadableIds: [], problems }

  const dropped = new Map<string, Set<number>>()
  let beyondItems = false
  for (const issue of first.error.issues) {
    problems.push(...problemsOf(issue, { file, schema, raw, lineOf, document, lines }))
    const [list, index] = issue.path
    if (typeof list === 'string' && typeof index === 'number' && isRecord(raw) && Array.isArray(raw[list])) {
      dropped.set(list, (dropped.get(list) ?? new Set()).add(index))
    } else beyondItems = true
  }
  if (beyondItems || !isRecord(raw)) return { yaml: undefined, unreadableIds: [], problems }
  const kept = Object.fromEntries(Object.entries(raw).map(([key, value]) =>
    [key, Array.isArray(value) ? value.filter((_, index) => dropped.get(key)?.has(index) !== true) : value]))
  const second = schema.safeParse(kept)
  const unreadableIds = [...dropped].flatMap(([list, places]) => [...places].flatMap((index) => {
    const id = valueAt(raw, [list, index, 'id'])
    return typeof id === 'string' ? [id] : []
  }))
  return { yaml: second.success ? { file, value: second.data, lineOf, keptIndexes: indexes(raw, dropped) } : undefined, unreadableIds, problems }
}

function indexes(raw: unknown, dropped: ReadonlyMap<string, ReadonlySet<number>>): Record<string, number[]> {
  if (!isRecord(raw)) return {}
  return Object.fromEntries(Object.entries(raw).flatMap(([key, value]) =>
    Array.isArray(value) ? [[key, value.map((_, index) => index).filter((index) => dropped.get(key)?.has(index) !== true)]] : []))
}

interface IssueContext {
  readonly file: string
  readonly schema: z.ZodType
  readonly raw: unknown
  readonly lineOf: (path: readonly PropertyKey[]) => number
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/** A zod issue in the words of someone who edits the YAML. */
function problemsOf(issue: z.core.$ZodIssue, context: IssueContext): Problem[] {
  const { file, raw } = context
  const where = describePath(issue.path, raw)
  const problem = (message: string, hint: string, line = context.lineOf(issue.path)): Problem =>
    ({ file, line, severity: 'error', rule: 'structure', message: where === '' ? message : `${where}: ${message}`, hint })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = knownKeysAt(context.schema, raw, issue.path)
        const present = valueAt(raw, issue.path)
        const free = known.filter((candidate) => !isRecord(present) || !(candidate in present))
        const nearest = findNearest(key, free)
        return problem(`unknown key “${key}”`, nearest === undefined ? `known here: ${known.join(', ')}` : `did you mean “${nearest}”?`, keyLine(context, [...issue.path, key]))
      })
    case 'invalid_value':
      return [withNearest(problem, valueAt(raw, issue.path), issue.values.map(String))]
    case 'invalid_union': {
      const value = valueAt(raw, issue.path)
      if ('discriminator' in issue && typeof issue.discriminator === 'string') {
        const parent = valueAt(raw, issue.path.slice(0, -1))
        return [withNearest(problem, isRecord(parent) ? parent[issue.discriminator] : value, discriminatorValues(context.schema, raw, issue.path))]
      }
      return [problem(`${shown(value)} has none of the forms allowed here`, 'see the schema in data/schemas')]
    }
    case 'invalid_type':
      return [valueAt(raw, issue.path) === undefined
        ? problem('is missing', `add it (${issue.expected})`)
        : problem(`must be ${article(issue.expected)}, is ${shown(valueAt(raw, issue.path))}`, issue.expected === 'string' ? 'put it in quotes' : 'see the schema in data/schemas')]
    case 'too_small':
      return [problem(`needs at least ${String(issue.minimum)}${issue.origin === 'array' ? ' entries' : ''}`, issue.origin === 'array' ? 'add what is missing' : 'write a larger one')]
    case 'too_big':
      return [problem(`is longer or larger than ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}`, issue.origin === 'string' ? 'shorten it' : 'make it smaller')]
    default:
      return [problem(issue.message, `it is ${shown(valueAt(raw, issue.path))}`)]
  }
}

function withNearest(problem: (message: string, hint: string) => Problem, value: unknown, allowed: readonly string[]): Problem {
  if (value === undefined) return problem('is missing', `write one of ${allowed.join(', ')}`)
  const nearest = findNearest(String(value), allowed)
  return problem(`${shown(value)} is not one of ${allowed.join(', ')}`, nearest === undefined ? 'use one of these' : `did you mean “${nearest}”?`)
}

function discriminatorValues(schema: z.ZodType, raw: unknown, path: readonly PropertyKey[]): string[] {
  const parent = path.slice(0, -1)
  const key = path.at(-1)
  let inner: unknown = schema
  let value = raw
  for (const step of parent) {
    if (inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) inner = inner.unwrap()
    inner = inner instanceof z.ZodArray ? inner.element : inner instanceof z.ZodObject ? inner.shape[String(step)] : undefined
    if (inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) inner = inner.unwrap()
    value = valueAt(value, [step])
  }
  if (!(inner instanceof z.ZodDiscriminatedUnion)) return []
  return inner.options.flatMap((member) => {
    const field = member instanceof z.ZodObject ? member.shape[String(key)] : undefined
    return field instanceof z.ZodLiteral ? [...field.values].map(String) : []
  })
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text
const article = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`)

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

function yamlHint(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY': return 'keep one of the two'
    case 'BAD_INDENT': return 'align it with the lines above'
    case 'MISSING_CHAR': return 'check indentation, quotes and brackets here'
    case 'TAB_AS_INDENT': return 'indent with spaces'
    default: return 'put text that holds “: ”, “#” or quotes between quotes'
  }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((current, step) => {
    if (Array.isArray(current)) return current[Number(step)]
    return isRecord(current) ? current[String(step)] : undefined
  }, value)

/** `questions o1-q-share, options 2, text`: the way to a value, with ids where there are any. */
function describePath(path: readonly PropertyKey[], raw: unknown): string {
  const parts: string[] = []
  path.forEach((step, index) => {
    const value = valueAt(raw, path.slice(0, index + 1))
    const id = isRecord(value) && typeof value['id'] === 'string' ? value['id'] : undefined
    if (typeof step === 'number') parts[parts.length - 1] = `${parts.at(-1) ?? ''} ${id ?? `${step + 1}`}`.trim()
    else parts.push(String(step))
  })
  return parts.join(', ')
}

const yamlPath = (path: readonly PropertyKey[]): Path => path.map((step) => (typeof step === 'number' ? step : String(step)))

function lineAt(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(yamlPath(path.slice(0, length)), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** The line of a key (an unknown key has a value on perhaps another line). */
function keyLine(context: IssueContext, path: readonly PropertyKey[]): number {
  const parent = path.length === 1 ? context.document.contents : context.document.getIn(yamlPath(path.slice(0, -1)), true)
  if (isMap(parent)) {
    for (const pair of parent.items) {
      if (isScalar(pair.key) && pair.key.value === path.at(-1) && pair.key.range) return context.lines.linePos(pair.key.range[0]).line
    }
  }
  return context.lineOf(path)
}
