/**
 * UnoCSS styles Slidev's own controls and nothing of ours: it would take our words and attributes for utilities, so it reads Slidev's
 * client only. What it makes of the client's stroke-width="2" would reach our drawings too.
 */
import { defineUnoSetup } from '@slidev/types'

export default defineUnoSetup(() => ({ content: { pipeline: { include: [/@slidev[\\/]client[\\/].*\.vue/] } }, blocklist: [/^\[stroke-width/] }))
