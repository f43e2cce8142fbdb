import { describe, expect, it } from 'vitest'
import { readOptions } from './export-options.ts'

const known = ['one', 'two']
const problemsOf = async (...args: string[]): Promise<readonly string[]> => { const read = await readOptions(args, known); return read.ok ? [] : read.problems }

describe('the options of the export', () => {
  it('are all four sorts on A4, twelve questions, seed one, when nothing is asked for', async () => {
    expect(await readOptions([], known)).toMatchObject({ ok: true, value: { slugs: [], only: ['slides', 'handout', 'worksheet', 'answers'], paper: 'a4', count: 12, seed: 1, withClicks: false, dark: false, language: 'en', built: false } })
  })
  it('keep what is asked for', async () => {
    expect(await readOptions(['two', '--only', 'answers,worksheet', '--paper', 'letter', '--kinds', 'choice', '--count', '5', '--seed', '9', '--range', '2-5,8', '--with-clicks', '--dark', '--language', 'zh-CN'], known))
      .toMatchObject({ ok: true, value: { slugs: ['two'], only: ['worksheet', 'answers'], paper: 'letter', kinds: ['choice'], count: 5, seed: 9, range: '2-5,8', withClicks: true, dark: true, language: 'zh-CN' } })
  })
  it('name every mistake at once, with what is known', async () => {
    const problems = await problemsOf('three', '--only', 'posters', '--paper', 'a3', '--kinds', 'riddle', '--count', '0', '--seed', 'x', '--range', 'last', '--language', 'ru')
    expect(problems).toHaveLength(8)
    expect(problems[0]).toBe('There is no deck named three. The decks are one, two.')
  })
  it('point to the help for an option that is not there', async () => {
    expect((await problemsOf('--colour')).at(-1)).toContain('--help')
  })
})
