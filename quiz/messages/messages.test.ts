import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'vue/compiler-sfc'
import { describe, expect, test } from 'vitest'
import { mechanismIds } from '../mechanism-list.ts'
import chinese from './zh-CN.json'
import english from './en.json'

const quiz = join(import.meta.dirname, '..')
const files = readdirSync(quiz, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
const sources = files.map((name) => ({ name, text: readFileSync(join(quiz, name), 'utf8') }))

function flatten(messages: object, prefix = ''): Map<string, string> {
  return new Map(Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => (typeof value === 'object' && value !== null ? [...flatten(value, `${prefix}${key}.`)] : [[prefix + key, String(value)]])))
}
const inEnglish = flatten(english)
const inChinese = flatten(chinese)
const placeholders = (message: string) => [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

/** Texts and readable attributes that stand in a template as they are. */
function findHardCoded(name: string, source: string): string[] {
  const { descriptor } = parse(source, { filename: name })
  const found: string[] = []
  interface TemplateNode { readonly type: number; readonly content?: unknown; readonly children?: readonly TemplateNode[]; readonly branches?: readonly TemplateNode[]; readonly props?: readonly { readonly type: number; readonly name: string; readonly value?: { readonly content: string } }[] }
  const visit = (node: TemplateNode): void => {
    if (node.type === 2 && typeof node.content === 'string' && /\p{L}{2}/u.test(node.content)) found.push(node.content.trim())
    for (const prop of node.props ?? []) if (prop.type === 6 && ['aria-label', 'title', 'placeholder', 'alt', 'label'].includes(prop.name) && /\p{L}/u.test(prop.value?.content ?? '')) found.push(`${prop.name}="${prop.value?.content}"`)
    for (const child of [...node.children ?? [], ...node.branches ?? []]) visit(child)
  }
  // The compiler's own node types are a closed union; what is read here is what all of them share.
  if (descriptor.template?.ast) visit(descriptor.template.ast as unknown as TemplateNode)
  return found
}

describe('the message catalogues', () => {
  test('have the same keys in both languages', () => {
    expect([...inChinese.keys()].sort()).toEqual([...inEnglish.keys()].sort())
  })

  test('use the same placeholders in both languages', () => {
    const differing = [...inEnglish].filter(([key, message]) => placeholders(message).join() !== placeholders(inChinese.get(key) ?? '').join()).map(([key]) => key)
    expect(differing).toEqual([])
  })

  test('hold every key that a page asks for', () => {
    const asked = sources.flatMap(({ name, text }) => [...text.matchAll(/\bt\('([\w.-]+)'/g)].map(([, key]) => ({ name, key: key ?? '' })))
    expect(asked.filter(({ key }) => !inEnglish.has(key))).toEqual([])
    expect(asked.length).toBeGreaterThan(100)
  })

  test('hold every group that a page picks from', () => {
    const groups = sources.flatMap(({ name, text }) => [...text.matchAll(/\bt\(`([\w.]+)\.\$\{/g)].map(([, group]) => ({ name, group: group ?? '' })))
    expect(groups.filter(({ group }) => ![...inEnglish.keys()].some((key) => key.startsWith(`${group}.`)))).toEqual([])
  })

  test('name every mechanism', () => {
    expect(mechanismIds.filter((id) => !inEnglish.has(`mechanism.${id}`))).toEqual([])
  })

  test('leave no text hard-coded in a template', () => {
    const found = sources.filter(({ name }) => name.endsWith('.vue')).flatMap(({ name, text }) => findHardCoded(name, text).map((words) => `${name}: ${words}`))
    expect(found).toEqual([])
  })
})
