/** The QR code on the last slide of a deck, made at build so that pages carry a drawing and no library. */
import { readFileSync } from 'node:fs'
import { encode } from 'uqr'
import type { CompiledLibrary } from '../content/compile.ts'
import { readCards } from './pdf/library-cards.ts'

interface SessionCode {
  /** Where the code leads. */
  readonly address: string
  /** Modules on a side, the quiet zone among them. */
  readonly size: number
  /** The dark modules as an SVG path, one unit a module. */
  readonly path: string
}

/** The code that opens a session on a deck's article where the site is published. */
export function drawSessionCode(publicAddress: string, slug: string): SessionCode {
  const address = `${publicAddress.replace(/\/*$/, '/')}#/study?article=${slug}`
  // Four light modules all around, as ISO/IEC 18004 asks for.
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { address, size, path }
}

/** Undefined when the library names no public address. `compiledFile` is the library as the build has compiled it; without it data/library.yaml is read. */
export function readSessionCode(root: string, slug: string | undefined, compiledFile?: string): SessionCode | undefined {
  const { publicAddress } = compiledFile === undefined ? readCards(root).library : readCompiled(compiledFile).catalogue.library
  return publicAddress === undefined || slug === undefined ? undefined : drawSessionCode(publicAddress, slug)
}

function readCompiled(file: string): CompiledLibrary {
  return JSON.parse(readFileSync(file, 'utf8')) as CompiledLibrary // written by build.ts from a compiled library
}
