/** Which characters the shipped text fonts draw. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Font } from 'fonteditor-core'
import subsetFont from 'subset-font'
import { faces } from './fonts.ts'
import { cache, root } from './site.ts'

/** What the shipped fonts draw, kept between runs because reading a Chinese font takes seconds. */
export async function readDrawnCodePoints(): Promise<Set<number>> {
  const file = join(cache, 'drawn-code-points.json')
  const versions = [...new Set(faces.map((face) => face.package))].map((name) => `${name}@${packageVersion(name)}`).join(' ')
  if (existsSync(file)) {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (kept !== null && typeof kept === 'object' && 'versions' in kept && kept.versions === versions && 'codePoints' in kept && Array.isArray(kept.codePoints)) return new Set(kept.codePoints.map(Number))
  }
  const drawn = new Set<number>()
  for (const face of faces.filter(({ weight, style }) => weight === 400 && style === 'normal')) {
    for (const script of face.scripts) {
      const path = resolve(root, `node_modules/@fontsource/${face.package}/files/${face.package}-${script}-${face.weight}-${face.style}.woff2`)
      // As in the fonts that ship: the Chinese ones draw Chinese only.
      for (const code of await codePointsOf(readFileSync(path))) if (script !== 'chinese-simplified' || code > 0x2e00) drawn.add(code)
    }
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(file, JSON.stringify({ versions, codePoints: [...drawn] }))
  return drawn
}

function packageVersion(name: string): string {
  const content: unknown = JSON.parse(readFileSync(resolve(root, `node_modules/@fontsource/${name}/package.json`), 'utf8'))
  return content !== null && typeof content === 'object' && 'version' in content ? String(content.version) : ''
}

async function codePointsOf(file: Buffer): Promise<number[]> {
  const sfnt = await subsetFont(file, undefined, { targetFormat: 'sfnt', keepAllGlyphs: true })
  return Object.keys(Font.create(sfnt, { type: 'ttf' }).get().cmap).map(Number)
}
