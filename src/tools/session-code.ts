/** The QR code on the last slide of a deck, made at build so that pages carry a drawing and no library. */
import { encode } from 'uqr'
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

/** Undefined when data/library.yaml names no public address. */
export function readSessionCode(root: string, slug: string | undefined): SessionCode | undefined {
  const { publicAddress } = readCards(root).library
  return publicAddress === undefined || slug === undefined ? undefined : drawSessionCode(publicAddress, slug)
}
