import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mechanisms } from './registry.ts'

interface ArticleFiles { readonly slug: string; readonly kind: string; readonly lists: readonly string[]; readonly claims: readonly string[]; readonly questions: readonly { id: string; mechanism: string; claims: string[] }[] }

const folder = new URL('../../data/articles/', import.meta.url)
const read = (slug: string, file: string) => parse(readFileSync(new URL(`${slug}/${file}.yaml`, folder), 'utf8')) ?? {}
const articles = readdirSync(folder).filter((slug) => existsSync(new URL(`${slug}/argument.yaml`, folder))).map((slug): ArticleFiles => {
  const { kind = 'article', mechanisms: lists = [] }: { kind?: string; mechanisms?: string[] } = read(slug, 'article')
  const { claims = [] }: { claims?: { id: string }[] } = read(slug, 'argument')
  const { questions = [] }: { questions?: { id: string; kind: string; mechanism?: string; claims: string[] }[] } = read(slug, 'questions')
  return { slug, kind, lists, claims: claims.map(({ id }) => id), questions: questions.flatMap((one) => (one.mechanism === undefined ? [] : [{ ...one, mechanism: one.mechanism }])) }
})

describe.each(mechanisms.map((mechanism) => [mechanism.id, mechanism] as const))('%s', (id, mechanism) => {
  it('bears on claims that the library has, each once', () => {
    expect(mechanism.claims.length).toBeGreaterThan(0)
    expect(new Set(mechanism.claims).size).toBe(mechanism.claims.length)
    const known = new Set(articles.flatMap(({ claims }) => claims))
    for (const claim of mechanism.claims) expect(known).toContain(claim)
  })

  it('is listed by exactly the articles whose claims it bears on', () => {
    for (const { slug, lists, claims } of articles.filter(({ kind }) => kind === 'article')) {
      expect(lists.includes(id), slug).toBe(mechanism.claims.some((claim) => claims.includes(claim)))
    }
  })

  it('bears on a claim of every question that is drawn from it', () => {
    const own = new Set<string>(mechanism.claims)
    for (const { questions } of articles) for (const question of questions) if (question.mechanism === id) expect(question.claims.some((claim) => own.has(claim)), question.id).toBe(true)
  })
})
