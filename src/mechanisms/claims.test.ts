import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { mechanisms } from './registry.ts'

const articles = new URL('../../data/articles/', import.meta.url)

it('every mechanism bears on claims that the library has', () => {
  const ids = new Set<string>()
  for (const slug of readdirSync(articles)) {
    const file = new URL(`${slug}/argument.yaml`, articles)
    if (!existsSync(file)) continue
    const argument: { claims?: { id: string }[] } = parse(readFileSync(file, 'utf8'))
    for (const { id } of argument.claims ?? []) ids.add(id)
  }
  for (const { id, claims } of mechanisms) for (const claim of claims) expect(ids, `${id} names ${claim}`).toContain(claim)
})
