import { describe, expect, it } from 'vitest'
import { saidOf, spelledOut } from '../../../src/app/privacy'
import { fieldsOf } from '../../../src/storage/fields'
import * as schema from '../../../src/storage/schema'
import { z } from 'zod'

/** Every schema of a stored record, by the kind that the page says it under. */
const schemas: Readonly<Record<string, z.ZodType | undefined>> = {
  set: schema.setRecordSchema,
  month: schema.monthSchema,
  settings: schema.settingsSchema,
  backup: schema.backupSchema,
  ...('traceSchema' in schema ? { trace: schema.traceSchema } : {}),
  ...('videoSchema' in schema ? { video: schema.videoSchema } : {}),
}

describe('the page that says what is kept', () => {
  it.each(Object.entries(schemas))('has words for every field of a %s', (kind, of) => {
    if (of === undefined) throw new Error(`no schema of a ${kind}`)
    const names = saidOf[kind as keyof typeof saidOf].flatMap((said) => said.names.flatMap(spelledOut))
    expect(fieldsOf(of).filter((field) => !names.includes(field))).toEqual([])
  })

  it('would notice a field that is new', () => {
    const grown = schema.settingsSchema.extend({ heart: z.object({ rate: z.number() }) })
    const names = saidOf.settings.flatMap((said) => said.names)
    expect(fieldsOf(grown).filter((field) => !names.includes(field))).toEqual(['heart.rate'])
  })
})
