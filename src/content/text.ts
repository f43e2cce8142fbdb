/** The two sorts of text in the library, told apart by metadata that the compiler and the JSON Schemas read. */
import { z } from 'zod'

/**
 * Markdown with inline TeX between dollar signs, no raw HTML. In the authored files it is Markdown; in the compiled
 * library that pages read (see compile.ts) the same field holds the HTML rendered from it.
 */
export const markdown = () => z.string().trim().min(1, 'must not be empty').meta({ format: 'markdown' })

/** Plain text: shown as it is, never parsed. */
export const plain = () => z.string().trim().min(1, 'must not be empty')
