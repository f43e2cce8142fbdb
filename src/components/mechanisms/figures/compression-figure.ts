import { describeCompression, rawBits, sampleText, shannonBounds } from '../../../mechanisms/compression.ts'
import { fixed } from '../../../mechanisms/number-format.ts'
import { bitsPerCharacter } from '../../../mechanisms/text-compressor.ts'
import type { Figure } from './figure.ts'

const orders = [0, 1, 2, 3, 4, 5]

/** Bits a letter for every length of context, on any text. */
export function drawCompressionOf(text: string, order: number): Figure {
  const bars = orders.map((context) => ({ label: String(context), value: bitsPerCharacter(text, context), role: context === order ? 'hero' as const : 'context' as const }))
  return {
    kind: 'bars',
    plot: {
      title: 'Bits a letter by letters of context',
      sentence: describeCompression(text, order),
      valueLabel: 'bits a letter',
      categoryLabel: 'letters of context',
      max: Math.max(rawBits, ...bars.map((bar) => Math.ceil(bar.value))),
      format: fixed(2),
      bars,
      references: [
        { value: rawBits, label: 'plain, unpacked: 8' },
        { value: shannonBounds.high, low: shannonBounds.low, label: 'English, as readers guess it: 0.6 to 1.3' },
      ],
    },
  }
}

export const drawCompression = ({ order }: Readonly<Record<'order' | 'chance', number>>): Figure => drawCompressionOf(sampleText, order)
