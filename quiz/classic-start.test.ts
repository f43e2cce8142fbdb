import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { makeClassic } from './classic-start.ts'

test('leaves its exports in one global object and knows its own address', async () => {
  const code = await makeClassic("const here = import.meta.url; const name = () => new URL('data.json', here).href; export { name as n, here as h }")
  const page = { document: { currentScript: { src: 'https://example.org/assets/start.js' } }, URL }
  expect(runInNewContext(`${code};[lecternStart.n(), lecternStart.h]`, page)).toEqual(['https://example.org/assets/data.json', 'https://example.org/assets/start.js'])
})

test('still fetches the other scripts when they are asked for', async () => {
  expect(await makeClassic("export const open = () => import('./page.js')")).toContain('import(`./page.js`)')
})

test('refuses an export that changes later, which its importers would not see', async () => {
  await expect(makeClassic('let count = 0; export const add = () => { count += 1 }; export { count as c }')).rejects.toThrow('short names c')
})
