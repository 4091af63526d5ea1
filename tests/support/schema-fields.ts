/** The names of all that a schema keeps, for the page that says them in plain words. */
import type { z } from 'zod'

/** What of zod's own description of a schema is looked at. */
interface Described {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly in?: z.ZodType
}

/** "analysis.reps.side": every value that a record of that schema can hold, by the keys that lead to it. */
export function fieldsOf(schema: z.ZodType, path = ''): string[] {
  const { type, shape, element, innerType, options, in: first } = schema.def as unknown as Described
  if (shape !== undefined)
    return unique(
      Object.entries(shape).flatMap(([key, inner]) => fieldsOf(inner, path === '' ? key : `${path}.${key}`)),
    )
  if (options !== undefined && type === 'union')
    return unique(options.flatMap((option) => fieldsOf(option, path)))
  const inner = element ?? innerType ?? first
  return inner === undefined ? [path] : fieldsOf(inner, path)
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
