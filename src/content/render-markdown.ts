/** Markdown with inline TeX to safe HTML: no raw HTML passes, Han and Cyrillic runs carry their language. Build time only. */
import katex from 'katex'
import MarkdownIt from 'markdown-it'

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

// A run goes on over the script's own punctuation, digits or spaces only when more of the script follows.
const HAN_RUN = /\p{Script=Han}(?:[\p{Script=Han}，。、；：！？（）《》“”·…—]*\p{Script=Han})?/gu
const CYRILLIC_RUN = /\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\p{M} ,«»-]*\p{Script=Cyrillic})?/gu

/** Wraps runs of Han and Cyrillic letters in spans that name their language, for fonts, speech and line breaking. */
export const markLanguages = (html: string): string =>
  html.replace(HAN_RUN, '<span lang="zh">$&</span>').replace(CYRILLIC_RUN, '<span lang="ru">$&</span>')

class TexError extends Error {}

function renderTex(tex: string): string {
  try {
    // Braces of the TeX annotation are escaped: at run time `{name}` in the HTML is a placeholder of a question.
    return katex.renderToString(tex, { output: 'htmlAndMathml', throwOnError: true, strict: 'error' })
      .replaceAll('{', '&#123;').replaceAll('}', '&#125;')
  } catch (error) {
    throw new TexError(`TeX “${tex}”: ${error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : String(error)}`)
  }
}

/** Where TeX that opens at `start` (a dollar sign) closes, by the rule that tells $x$ from prices; -1 when it does not. */
function closingDollar(text: string, start: number): number {
  if (/\s/.test(text[start + 1] ?? ' ')) return -1
  for (let end = start + 1; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === '$') return end > start + 1 && !/\s/.test(text[end - 1] ?? ' ') && !/\d/.test(text[end + 1] ?? '') ? end : -1
  }
  return -1
}

// Straight apostrophes and quotation marks are typed, curly ones are set; nothing else is replaced.
const markdownIt = new MarkdownIt({ html: false, linkify: false, typographer: true, quotes: '“”‘’' }).disable('replacements')
// Pictures would be requests; figures are components.
markdownIt.disable(['image'])
markdownIt.inline.ruler.after('escape', 'tex', (state, silent) => {
  if (state.src[state.pos] !== '$') return false
  const end = closingDollar(state.src, state.pos)
  if (end === -1) return false
  if (!silent) state.push('tex', '', 0).content = state.src.slice(state.pos + 1, end)
  state.pos = end + 1
  return true
})
markdownIt.renderer.rules['tex'] = (tokens, index) => renderTex(tokens[index]?.content ?? '')
markdownIt.renderer.rules['text'] = (tokens, index) => markLanguages(escapeHtml(tokens[index]?.content ?? ''))

type Rendered = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string }

/** An edit changes one text of thousands: the others are rendered once a process. */
const rendered = new Map<string, Rendered>()

/** HTML of a Markdown text; a single paragraph comes without `<p>`. Fails with the reason when its TeX does not parse. */
export function renderMarkdown(text: string): Rendered {
  const known = rendered.get(text)
  if (known !== undefined) return known
  const result = renderAnew(text)
  rendered.set(text, result)
  return result
}

function renderAnew(text: string): Rendered {
  try {
    const tokens = markdownIt.parse(text, {})
    const [, inline] = tokens
    const single = tokens.length === 3 && tokens[0]?.type === 'paragraph_open' && inline?.type === 'inline'
    return { ok: true, value: single ? markdownIt.renderer.renderInline(inline.children ?? [], markdownIt.options, {}) : markdownIt.render(text).trim() }
  } catch (error) {
    if (error instanceof TexError) return { ok: false, reason: error.message }
    throw error
  }
}
