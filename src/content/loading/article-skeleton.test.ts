import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lintLibrary } from '../lint/lint-library.ts'
import { isError } from '../problem.ts'
import { createArticle } from './article-skeleton.ts'
import { loadLibrary } from './load-library.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-new-'))
  cpSync(fileURLToPath(new URL('../fixtures/sound', import.meta.url)), root, { recursive: true })
  mkdirSync(join(root, 'slides/_theme/layouts'), { recursive: true })
  for (const layout of ['thesis', 'assertion', 'check', 'sources']) writeFileSync(join(root, 'slides/_theme/layouts', `${layout}.vue`), '<template><slot /></template>')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a new article', () => {
  it('passes every check at once', () => {
    expect(createArticle(root, 'my-article')).toMatchObject({ ok: true })
    const { loaded, problems } = loadLibrary(root)
    expect(problems).toEqual([])
    expect(loaded && lintLibrary(loaded.library).filter(isError)).toEqual([])
  })
  it('keeps the comments of data/library.yaml', () => {
    createArticle(root, 'my-article')
    expect(readFileSync(join(root, 'data/library.yaml'), 'utf8')).toContain('# The shelf, in the order of time.\narticles: [tides, my-article]')
  })
  it('takes another prefix when the first word belongs to an article', () => {
    createArticle(root, 'tides-again')
    expect(readFileSync(join(root, 'data/articles/tides-again/article.yaml'), 'utf8')).toContain('prefix: tidesagain')
  })
  it.each([['tides', 'exists already'], ['My Article', 'is no slug'], ['', 'is no slug'], ['../up', 'is no slug']])('refuses %j', (slug, reason) => {
    expect(createArticle(root, slug)).toEqual({ ok: false, problems: [expect.stringContaining(reason)] })
  })
})
