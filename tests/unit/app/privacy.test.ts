import { describe, expect, it } from 'vitest'
import { fieldTexts, expandNames } from '../../../src/sentences/privacy'
import { fieldsOf } from '../../support/schema-fields'
import type { RecordType } from '../../../src/storage/records/migrations'
import * as schema from '../../../src/storage/records/schema'
import { z } from 'zod'

/** A draft is a set or a session, and of the log's entries the compiler knows each field. */
type Spelled = Exclude<RecordType, 'draft' | 'log' | 'session-draft'>

/** Every schema of a stored record, by the kind that the page says it under: one that is missing does not compile. */
const schemas: Readonly<Record<Spelled, z.ZodType>> = {
  set: schema.setRecordSchema,
  month: schema.monthSchema,
  usual: schema.usualSchema,
  settings: schema.settingsSchema,
  backup: schema.backupSchema,
  graphics: schema.graphicsSchema,
  trace: schema.traceSchema,
  video: schema.videoSchema,
}

describe('the page that says what is kept', () => {
  it.each(Object.entries(schemas))('has words for every field of a %s', (kind, of) => {
    const names = fieldTexts[kind as Spelled].flatMap(({ names }) => names.flatMap(expandNames))
    expect(fieldsOf(of).filter((field) => !names.includes(field))).toEqual([])
  })

  it('would notice a field that is new', () => {
    const grown = schema.settingsSchema.extend({ heart: z.object({ rate: z.number() }) })
    const names = fieldTexts.settings.flatMap(({ names }) => names)
    expect(fieldsOf(grown).filter((field) => !names.includes(field))).toEqual(['heart.rate'])
  })
})
