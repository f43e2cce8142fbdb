/** Walking a zod schema beside a value: the compiler finds Markdown fields this way, error messages find known keys. */
import { z } from 'zod'

/** The schema under optional, default and the like. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return unwrap(schema.unwrap())
  return schema
}

/** Of a union, the member that the value was written for: by discriminator, else the first that accepts it. */
function memberFor(schema: z.ZodUnion | z.ZodDiscriminatedUnion, value: unknown): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const key = schema.def.discriminator
    return schema.options.find((member) => {
      const field = member instanceof z.ZodObject ? member.shape[key] : undefined
      // A literal's own set of values; parsing each member would cost more than all the rest of a walk.
      return field instanceof z.ZodLiteral && isRecord(value) && [...field.values].some((allowed) => allowed === value[key])
    })
  }
  return schema.options.find((member) => z.safeParse(member, value).success)
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export type Path = readonly (string | number)[]

/** True when the field holds Markdown (see text.ts). */
const isMarkdown = (schema: z.core.$ZodType): boolean => z.globalRegistry.get(schema)?.['format'] === 'markdown'

/** The value with every Markdown string replaced by what `render` makes of it. The value must have passed the schema. */
export function mapMarkdown(schema: z.core.$ZodType, value: unknown, render: (text: string, path: Path) => string, path: Path = []): unknown {
  if (isMarkdown(schema) && typeof value === 'string') return render(value, path)
  const inner = unwrap(schema)
  if (inner !== schema) return value === undefined ? undefined : mapMarkdown(inner, value, render, path)
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((item, index) => mapMarkdown(schema.element, item, render, [...path, index]))
  if (schema instanceof z.ZodUnion) {
    const member = memberFor(schema, value)
    return member === undefined ? value : mapMarkdown(member, value, render, path)
  }
  if (schema instanceof z.ZodObject && isRecord(value)) {
    const shape: Record<string, z.core.$ZodType> = schema.shape
    return Object.fromEntries(Object.entries(value).map(([key, field]) => {
      const fieldSchema = shape[key]
      return [key, fieldSchema === undefined ? field : mapMarkdown(fieldSchema, field, render, [...path, key])]
    }))
  }
  return value
}

/** Every Markdown string of a value with its path. */
export function markdownFields(schema: z.core.$ZodType, value: unknown): { text: string; path: Path }[] {
  const found: { text: string; path: Path }[] = []
  mapMarkdown(schema, value, (text, path) => {
    found.push({ text, path })
    return text
  })
  return found
}

/** The keys that the schema knows at a path of the value; empty when the path leads to no object. */
export function knownKeysAt(schema: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodUnion) {
    const member = memberFor(inner, value)
    if (member !== undefined) return knownKeysAt(member, value, path)
    return inner.options.flatMap((option) => knownKeysAt(option, value, path))
  }
  const [first, ...rest] = path
  if (first === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
  if (inner instanceof z.ZodArray && Array.isArray(value)) return knownKeysAt(inner.element, value[Number(first)], rest)
  if (inner instanceof z.ZodObject && isRecord(value)) {
    const shape: Record<string, z.core.$ZodType> = inner.shape
    const field = shape[String(first)]
    return field === undefined ? [] : knownKeysAt(field, value[String(first)], rest)
  }
  return []
}
