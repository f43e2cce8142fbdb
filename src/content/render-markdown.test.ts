import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'

const html = (text: string): string => {
  const result = renderMarkdown(text)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

describe('rendering Markdown', () => {
  it('renders one paragraph without a paragraph around it', () => {
    expect(html('a *b* **c**')).toBe('a <em>b</em> <strong>c</strong>')
    expect(html('a\n\nb')).toBe('<p>a</p>\n<p>b</p>')
  })
  it('lets no raw HTML and no picture through', () => {
    expect(html('<script>x</script> ![p](https://example.org/p.png)')).not.toMatch(/<script|<img/)
  })
  it('marks Han and Cyrillic runs with their language', () => {
    expect(html('the idiom 刻舟求剑, or стена here')).toBe('the idiom <span lang="zh">刻舟求剑</span>, or <span lang="ru">стена</span> here')
  })
  it('sets TeX as HTML with MathML, and leaves no brace that a placeholder could be mistaken for', () => {
    const rendered = html('$\\frac{n}{d}$ of {n}')
    expect(rendered).toContain('<math')
    expect(rendered.match(/\{n\}/g)).toHaveLength(1)
  })
  it('takes prices for prices', () => expect(html('from $5 to $10 a month')).toBe('from $5 to $10 a month'))
  it('sets typed apostrophes and quotation marks curly, and leaves all else as it was typed', () => expect(html(`Zhang's "law" ... (c) -- 刻舟`)).toBe('Zhang’s “law” ... (c) -- <span lang="zh">刻舟</span>'))
  it('keeps the blank of a cloze', () => expect(html('It is ___ here.')).toBe('It is ___ here.'))
  it('says why TeX does not parse', () => expect(renderMarkdown('$\\frac{1$')).toEqual({ ok: false, reason: expect.stringContaining('\\frac{1') }))
})
