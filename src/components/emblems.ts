/** The emblems of the volumes, drawn with round strokes on a grid of 24. */
import type { Accent } from '../content/article-schema.ts'

export interface Emblem {
  readonly path: string
  /** A second line with its own look. */
  readonly dashed?: string
  readonly bar?: string
  readonly dot?: { readonly x: number, readonly y: number, readonly r: number }
}

export const emblems: Readonly<Record<Accent, Emblem>> = {
  route: { path: 'M3 5l6 7-6 7M21 5l-6 7 6 7M12 3.5v17' },
  limits: { path: 'M4 3.5V20H20.5M4 20L18 6M11 5.5H18.5V13' },
  o1: { path: 'M12 3v6M12 9L5.5 20M12 9l5 7.6', dot: { x: 18.4, y: 18.6, r: 2.7 } },
  orion: { path: 'M3.5 20.5C5.5 12.5 10 10 20.5 9.6', dashed: 'M3.5 4.5H20.5' },
  wall: { path: 'M4 20v-7C4 7 7 4 12 4s8 3 8 9v6M16.6 16l3.4 3.4L23.4 16', bar: 'M12 12v8.5' },
  synthesis: { path: 'M3.5 4.5C12 4.5 11 12 20.5 12M3.5 12H20.5M3.5 19.5C12 19.5 11 12 20.5 12' },
}
