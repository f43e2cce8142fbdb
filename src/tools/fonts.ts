/**
 * The site's fonts: static weights from @fontsource, subset to the characters that the project uses, in one shared
 * folder with one stylesheet. A typeface is split by script, as @fontsource splits it, so a page fetches only what it shows.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import subsetFont from 'subset-font'
import { Font } from 'fonteditor-core'
import { root } from './site.ts'

interface Face { readonly family: string, readonly package: string, readonly weight: 400 | 600, readonly style: 'normal' | 'italic', readonly scripts: readonly string[] }

const textScripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek']
const face = (family: string, name: string, weight: 400 | 600, style: 'normal' | 'italic' = 'normal', scripts = textScripts): Face => ({ family, package: name, weight, style, scripts })

export const faces: readonly Face[] = [
  face('Source Serif 4', 'source-serif-4', 400), face('Source Serif 4', 'source-serif-4', 400, 'italic'), face('Source Serif 4', 'source-serif-4', 600),
  face('Source Sans 3', 'source-sans-3', 400), face('Source Sans 3', 'source-sans-3', 400, 'italic'), face('Source Sans 3', 'source-sans-3', 600),
  face('Source Code Pro', 'source-code-pro', 400),
  face('Noto Sans SC', 'noto-sans-sc', 400, 'normal', ['chinese-simplified']), face('Noto Sans SC', 'noto-sans-sc', 600, 'normal', ['chinese-simplified']),
  face('Noto Serif SC', 'noto-serif-sc', 400, 'normal', ['chinese-simplified']), face('Noto Serif SC', 'noto-serif-sc', 600, 'normal', ['chinese-simplified']),
]

/** What a learner or presenter may type or an interface may format, beside what the files contain: ASCII, Latin-1 letters and signs, Russian, dashes and quotes. */
const alwaysKept = [[0x20, 0x7e], [0xa0, 0xff], [0x410, 0x44f], [0x401, 0x401], [0x451, 0x451], [0x2013, 0x2014], [0x2018, 0x201a], [0x201c, 0x201e], [0x2020, 0x2020], [0x2026, 0x2026], [0x2212, 0x2212]] as const
/** Full-width punctuation that Chinese text needs anywhere. */
const chinesePunctuation = '，。、：；？！（）《》“”‘’「」『』…—·０１２３４５６７８９％'
const textFiles = new Set(['.yaml', '.md', '.vue', '.ts', '.json', '.html'])

/** Every character that stands in the data, the decks, the components and the app's messages. */
export function charactersInUse(folders: readonly string[] = ['data', 'slides', 'quiz', 'src/components', 'src/mechanisms', 'src/questions', 'src/memory', 'src/content', 'src/tools/pdf']): Set<string> {
  const characters = new Set<string>(chinesePunctuation)
  const visit = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) { if (name !== 'node_modules' && name !== 'fixtures') visit(join(path, name)) }
    else if (textFiles.has(extname(path)) && !path.endsWith('.test.ts')) for (const character of readFileSync(path, 'utf8')) characters.add(character)
  }
  for (const folder of folders) visit(resolve(root, folder))
  for (const [from, to] of alwaysKept) for (let code = from; code <= to; code++) characters.add(String.fromCodePoint(code))
  return characters
}

/** The part of a font that draws these characters, with the code points that it does draw. Reading the map of the part is far cheaper than that of the whole. */
async function subsetFace(file: Buffer, characters: string): Promise<{ sfnt: Buffer, codePoints: number[] }> {
  const sfnt = await subsetFont(file, characters, { targetFormat: 'sfnt' })
  return { sfnt, codePoints: Object.keys(Font.create(sfnt, { type: 'ttf' }).get().cmap).map(Number).sort((a, b) => a - b) }
}

function unicodeRange(codePoints: readonly number[]): string {
  const ranges: string[] = []
  for (let start = 0; start < codePoints.length;) {
    let end = start
    while (codePoints[end + 1] === (codePoints[end] ?? 0) + 1) end++
    const [first, last] = [(codePoints[start] ?? 0).toString(16), (codePoints[end] ?? 0).toString(16)]
    ranges.push(first === last ? `U+${first}` : `U+${first}-${last}`)
    start = end + 1
  }
  return ranges.join(',')
}

/** The KaTeX faces that formulas here need: upright, italic, sizes of brackets, symbols. */
const formulaFaces = /KaTeX_(Main|Math|Size\d|AMS)-/

/** KaTeX's stylesheet with those faces and their woff2 files only; the other formats are for browsers that cannot run the app. */
function writeFormulaFonts(folder: string): string {
  const katex = resolve(root, 'node_modules/katex/dist')
  const used = new Set<string>()
  const css = readFileSync(join(katex, 'katex.min.css'), 'utf8').replace(/@font-face\{[^}]*\}/g, (rule) => {
    const file = /url\(fonts\/([^)]+\.woff2)\)/.exec(rule)?.[1]
    if (file === undefined || !formulaFaces.test(file)) return ''
    used.add(file)
    return rule.replace(/src:[^;}]*/, `src:url(${file}) format("woff2")`).replace('font-display:block', 'font-display:swap')
  })
  for (const file of used) writeFileSync(join(folder, file), readFileSync(join(katex, 'fonts', file)))
  return css
}

/**
 * Writes `<folder>/fonts.css` and its woff2 files.
 * @returns characters of the library, the decks and the messages that no shipped text font draws
 */
export async function buildFonts(folder: string): Promise<{ missing: string[] }> {
  const used = charactersInUse()
  const drawn = new Set<number>()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const rules: string[] = []
  for (const { family, package: name, weight, style, scripts } of faces) {
    const taken = new Set<number>()
    for (const script of scripts) {
      const source = readFileSync(resolve(root, `node_modules/@fontsource/${name}/files/${name}-${script}-${weight}-${style}.woff2`))
      // The Chinese fonts bring their own Latin; the text fonts draw that better.
      const wanted = [...used].filter((character) => { const code = character.codePointAt(0) ?? 0; return !taken.has(code) && (script !== 'chinese-simplified' || code > 0x2e00) }).join('')
      const { sfnt, codePoints } = await subsetFace(source, wanted)
      if (codePoints.length === 0) continue
      for (const code of codePoints) { taken.add(code); drawn.add(code) }
      const output = `${name}-${script}-${weight}-${style}.woff2`
      writeFileSync(join(folder, output), await subsetFont(sfnt, String.fromCodePoint(...codePoints), { targetFormat: 'woff2' }))
      rules.push(`@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:swap;src:url(${output}) format('woff2');unicode-range:${unicodeRange(codePoints)}}`)
    }
  }
  rules.push(writeFormulaFonts(folder))
  writeFileSync(join(folder, 'fonts.css'), rules.join('\n'))
  const shown = charactersInUse(['data', 'quiz/messages'])
  return { missing: [...shown].filter((character) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && !drawn.has(character.codePointAt(0) ?? 0)) }
}
