/** UnoCSS takes attributes for utilities: font-size="18" on SVG text would set every such text on the page at 72 px. Drawing attributes stay attributes here. */
import { defineUnoSetup } from '@slidev/types'

export default defineUnoSetup(() => ({ blocklist: [/^\[(?:font|fill|stroke|text-anchor|opacity|width|height|transform|d|r|rx|ry|cx|cy|x|y|x1|x2|y1|y2)[\w-]*~?=/] }))
