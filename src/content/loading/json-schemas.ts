/** The JSON Schemas under `data/schemas`, generated so that an editor completes and underlines while one writes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../problem.ts'
import { fileSchemas } from './read-library.ts'

const schemaFile = (name: string): string => `data/schemas/${name}.schema.json`
const generate = (schema: z.ZodType): string => `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), undefined, 2)}\n`

/** Writes the schemas below `root`; gives the files whose content changed. */
export function writeJsonSchemas(root: string): string[] {
  mkdirSync(join(root, 'data/schemas'), { recursive: true })
  return Object.entries(fileSchemas).flatMap(([name, schema]) => {
    const file = schemaFile(name)
    const text = generate(schema)
    if (existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8') === text) return []
    writeFileSync(join(root, file), text)
    return [file]
  })
}

/** Committed schemas that are no longer what the code says. */
export function checkSchemaDrift(root: string): Problem[] {
  return Object.entries(fileSchemas).flatMap(([name, schema]): Problem[] => {
    const file = schemaFile(name)
    const committed = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
    return committed === generate(schema) ? [] : [{ file, line: 1, severity: 'error', rule: 'schema-drift', message: committed === '' ? 'the schema is missing' : 'the schema is not what src/content says', hint: 'npm run check -- --write-schemas' }]
  })
}
