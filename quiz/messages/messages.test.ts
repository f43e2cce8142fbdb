import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'vue/compiler-sfc'
import { describe, expect, test } from 'vitest'
import { kindNames } from '../../src/questions/registry.ts'
import { mechanismIds } from '../mechanism-list.ts'
import chinese from './zh-CN.json'
import english from './en.json'

const quiz = join(import.meta.dirname, '..')
const files = readdirSync(quiz, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
const sources = files.map((name) => ({ name, text: readFileSync(join(quiz, name), 'utf8') }))

/** The program text below a folder of src/. */
function readFolder(name: string): string {
  const folder = join(quiz, '../src', name)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(vue|ts)$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
}

function flatten(messages: object, prefix = ''): Map<string, string> {
  return new Map(Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => (typeof value === 'object' && value !== null ? [...flatten(value, `${prefix}${key}.`)] : [[prefix + key, String(value)]])))
}
const inEnglish = flatten(english)
const inChinese = flatten(chinese)
const placeholders = (message: string) => [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

const readable = ['aria-label', 'title', 'placeholder', 'alt', 'label']

/** Quoted words of an expression that are said to people: those with a space or a capital; keys and names of things have neither. */
const findSpokenLiterals = (expression: string) => [...expression.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '').filter((words) => /\p{L}{2}/u.test(words) && /^\p{Lu}|\p{L} \p{L}|\p{Script=Han}/u.test(words))

/** Texts and readable attributes that stand in a template as they are. */
function findHardCoded(name: string, source: string): string[] {
  const { descriptor } = parse(source, { filename: name })
  const found: string[] = []
  interface TemplateNode { readonly type: number; readonly content?: unknown; readonly children?: readonly TemplateNode[]; readonly branches?: readonly TemplateNode[]; readonly props?: readonly { readonly type: number; readonly name: string; readonly value?: { readonly content: string }; readonly arg?: { readonly content: string }; readonly exp?: { readonly content: string } }[] }
  const visit = (node: TemplateNode): void => {
    if (node.type === 2 && typeof node.content === 'string' && /\p{L}{2}/u.test(node.content)) found.push(node.content.trim())
    if (node.type === 5) found.push(...findSpokenLiterals((node.content as { readonly content: string }).content)) // an interpolation holds its expression
    for (const { type, name: word, value, arg, exp } of node.props ?? []) {
      if (type === 6 && readable.includes(word) && /\p{L}/u.test(value?.content ?? '')) found.push(`${word}="${value?.content}"`)
      if (type === 7 && word === 'bind' && readable.includes(arg?.content ?? '')) found.push(...findSpokenLiterals(exp?.content ?? ''))
    }
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

  test('hold nothing that no page asks for', () => {
    const all = sources.map(({ text }) => text).join('\n') + ['memory', 'storage', 'content', 'questions', 'components'].map(readFolder).join('\n')
    const beginnings = [...all.matchAll(/\bt\(`([\w.]+)\$\{/g)].flatMap(([, beginning]) => beginning ?? [])
    const isQuoted = (words: string) => ["'", '"', '`'].some((quote) => all.includes(quote + words + quote)) || all.includes(`${words}: `)
    const isAsked = (key: string) => isQuoted(key) || beginnings.some((beginning) => key.startsWith(beginning) && isQuoted(key.slice(beginning.length)))
    expect([...inEnglish.keys()].filter((key) => !isAsked(key))).toEqual([])
  })

  test('keep the space between two texts, which Vue drops at the start of a block', () => {
    expect(sources.flatMap(({ name, text }) => [...text.matchAll(/<template v-[^>]*> \{\{/g)].map(([found]) => `${name}: ${found}`))).toEqual([])
  })

  test('leave what stands between two sentences to the one place that knows their writing', () => {
    expect(sources.flatMap(({ name, text }) => [...text.matchAll(/\}\} \{\{|<\/strong> (?:\{\{|<span v-html)/g)].map(([found]) => `${name}: ${found}`))).toEqual([])
  })

  test('name every kind of question', () => {
    expect(kindNames.filter((kind) => !inEnglish.has(`kind.${kind}`))).toEqual([])
  })

  test('name every mechanism', () => {
    expect(mechanismIds.filter((id) => !inEnglish.has(`mechanism.${id}`))).toEqual([])
  })

  test.each([
    '<p>Hello there</p>', '<button aria-label="Close it" />', '<ul><li v-for="x in y">word {{ x }}</li></ul>', '<p v-if="a" /><p v-else>No</p>', '<slot>fallback</slot>',
    "<p>{{ 'Hard coded' }}</p>", "<p>{{ a ? 'Yes' : t('no') }}</p>", "<p :title=\"'Close it'\" />", '<p>{{ "完成" }}</p>',
  ])('find text hard-coded in %s', (template) => { expect(findHardCoded('sample.vue', `<template>${template}</template>`)).toHaveLength(1) })

  test('leave no text hard-coded in a template', () => {
    const found = sources.filter(({ name }) => name.endsWith('.vue')).flatMap(({ name, text }) => findHardCoded(name, text).map((words) => `${name}: ${words}`))
    expect(found).toEqual([])
  })
})
