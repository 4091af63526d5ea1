/**
 * The schemas of what is kept on this device, and the functions that read it back. Zod is large, and an empty device
 * has nothing to read: import this module dynamically, and types alone statically.
 */
import { z } from 'zod'
import type { CheckId } from '../../core/analysis/model'
import { exerciseIds } from '../../core/compiled/exercise-ids'
import { open, type Opened } from './envelope'
import type { RecordType } from './migrations'

// Zod compiles parsers with `new Function` where it may; the page's policy forbids that.
z.config({ jitless: true })

/** Seconds, degrees, shares and counts are all far below. A larger number is no measurement, and would break the charts. */
const LARGEST_NUMBER = 1e7
const number = z.number().min(-LARGEST_NUMBER).max(LARGEST_NUMBER)
const seconds = number
/** Part of keys and of addresses: printable ASCII. */
const setId = z.string().regex(/^[\x21-\x7e]{1,100}$/)
const side = z.enum(['left', 'right'])
const exerciseId = z.enum(exerciseIds)
/** Any slug: a record may name a check that this version of Keel no longer has. */
const checkId = z.custom<CheckId>((value) => typeof value === 'string' && /^[a-z][a-z-]*$/.test(value))
const grade = z.union([z.literal(1), z.literal(2), z.literal(3)])

const finding = z.discriminatedUnion('verdict', [
  z.object({ check: checkId, verdict: z.literal('clear'), value: number, unit: z.string() }),
  z.object({ check: checkId, verdict: z.literal('steady'), value: number, unit: z.string() }),
  z.object({
    check: checkId,
    verdict: z.literal('flagged'),
    grade,
    value: number,
    unit: z.string(),
    against: z.literal('good-form').exactOptional(),
    from: seconds.exactOptional(),
    to: seconds.exactOptional(),
  }),
  z.object({
    check: checkId,
    verdict: z.literal('unseen'),
    reason: z.enum(['view', 'coverage', 'slow', 'no-baseline', 'not-applicable']),
  }),
])

const rep = z.object({
  index: z.int(),
  side: side.nullable(),
  start: seconds,
  top: seconds,
  end: seconds,
  complete: z.boolean(),
  peak: number,
  coverage: number,
  findings: z.array(finding),
})

const hold = z.object({
  index: z.int(),
  side: side.nullable(),
  start: seconds,
  end: seconds,
  seconds,
  dips: z.int().optional(),
  coverage: number,
  findings: z.array(finding),
})

const stopReason = z.enum(['form', 'user', 'left-frame', 'plan-complete', 'tracking'])
const breakdown = z.object({
  rep: z.int().nullable(),
  seconds,
  side: side.nullable(),
  check: checkId,
  /** Present where form was off from the first rep or second on. */
  fromStart: z.literal(true).exactOptional(),
})
const isMeasure = (value: unknown): boolean =>
  typeof value === 'number' && value >= -LARGEST_NUMBER && value <= LARGEST_NUMBER
/** Rows of samples are most of a record. One loop a row, instead of a schema for each number, reads years of sets in seconds. */
const rowOf = <T>(fits: (value: unknown) => boolean, what: string): z.ZodType<T[]> =>
  z.custom<T[]>(
    (value) => {
      if (!Array.isArray(value)) return false
      // Not `every`, which skips holes.
      for (const each of value) if (!fits(each)) return false
      return true
    },
    { error: `not a row of ${what}` },
  )
const measures = rowOf<number>(isMeasure, 'numbers')
/** Null where the joint was not seen. */
const angles = rowOf<number | null>((value) => value === null || isMeasure(value), 'numbers and nulls')

const viewName = z.enum(['side', 'front', 'head-end', 'feet-end', 'oblique', 'unknown'])

/** As `KeptBaseline`. */
const baseline = z.object({
  side: side.nullable(),
  view: viewName,
  azimuth: number.nullable(),
  measures: z.record(z.string(), number),
})

const analysis = z.object({
  exercise: exerciseId,
  variation: z.string().nullable(),
  view: z.object({
    name: viewName,
    azimuth: number.nullable(),
    raised: z.boolean().nullable(),
    near: side.nullable(),
  }),
  coverage: number,
  frames: z.int(),
  reps: z.array(rep),
  holds: z.array(hold),
  breakdown: breakdown.nullable(),
  stop: z.object({ seconds, reason: stopReason }).nullable(),
  steadyLimit: number,
  series: z.object({
    time: measures,
    hipLeft: angles,
    hipRight: angles,
    kneeLeft: angles,
    kneeRight: angles,
    drive: angles,
  }),
  /** The fatigue markers of the set. Any id, as markers may be added and removed. */
  fatigue: z.array(
    z.object({
      id: z.string(),
      points: z.array(z.object({ x: number, value: number })),
      unit: z.string(),
      change: number,
      level: z.enum(['steady', 'early', 'strong']),
    }),
  ),
  /** What the good reps or seconds measured, by side. Older records have none. */
  baselines: z.array(baseline).default([]),
  /** Where the set began lower than the person's usual. */
  lowerThanUsual: z
    .array(z.object({ check: checkId, side: side.nullable(), value: number, unit: z.string() }))
    .default([]),
})

/** The body at one moment as numbers: enough to draw it, not enough to recognise anyone. */
const still = z.object({
  /** Seconds on the source's clock. */
  time: seconds,
  /** The rep it belongs to; null in a hold. */
  rep: z.int().nullable(),
  /** Width over height of the picture. */
  aspect: number.positive(),
  /** 33 × [x, y, visibility]; x and y as shares of width and height. */
  points: measures.refine((row) => row.length === 99),
  /** As in `TrunkContour`: offsets in trunk lengths; null where the outline has no edge. */
  clockwise: angles,
  counter: angles,
})

export const setRecordSchema = z.object({
  id: setId,
  /** ISO 8601 in UTC. */
  startedAt: z.iso.datetime(),
  /** IANA name of the zone in which the set was done. */
  zone: z.string(),
  /** Calendar day in that zone, YYYY-MM-DD. */
  day: z.iso.date(),
  source: z.enum(['camera', 'film']),
  exercise: exerciseId,
  variation: z.string().nullable(),
  side: side.nullable(),
  /** The target in reps or seconds; null when the set was to run until form gives. */
  target: number.nullable(),
  /** Null when a film ran to its end. */
  stopReason: stopReason.nullable(),
  /** Present on a few reps at the exercise's second camera place. */
  secondView: z.literal(true).exactOptional(),
  analysis,
  stills: z.object({ best: still.nullable(), breakdown: still.nullable() }),
  /**
   * The cues of the set: for a check, or that the laptop had moved. `spoken` is true when a voice said it, false when a
   * tone and a caption did, and absent when another cue took its place.
   */
  cues: z.array(
    z.union([
      z.object({ time: seconds, check: checkId, grade, spoken: z.boolean().exactOptional() }),
      z.object({ time: seconds, moved: z.literal(true), spoken: z.boolean().exactOptional() }),
    ]),
  ),
})

/** What the first screen, the history and the trends need of a set. */
const setSummarySchema = z.object({
  id: setId,
  startedAt: z.iso.datetime(),
  day: z.iso.date(),
  source: z.enum(['camera', 'film']),
  exercise: exerciseId,
  variation: z.string().nullable(),
  side: side.nullable(),
  /** Whole reps, or seconds of the longest hold. */
  done: number,
  steadyLimit: number,
  /** Null when a film ran to its end. */
  stopReason: stopReason.nullable(),
  /** The check that went first; null when form held. */
  gave: checkId.nullable(),
  /** Present on a few reps at the exercise's second camera place, which count for no steady limit. */
  secondView: z.literal(true).exactOptional(),
  /** False when too little of the form was seen for a limit. */
  judged: z.boolean(),
})

export const monthSchema = z.object({ sets: z.array(setSummarySchema) })

/** What somebody's best form measured, and in which set: what the next set from the same place is compared with. */
export const usualSchema = baseline.extend({
  exercise: exerciseId,
  variation: z.string(),
  /** The set that it was measured in, and its day. */
  set: setId,
  day: z.iso.date(),
})

export const settingsSchema = z.object({
  theme: z.enum(['auto', 'light', 'dark']),
  /** What happens when form gives. */
  onBreakdown: z.enum(['stop', 'tell']),
  /** Tones. */
  sound: z.boolean(),
  // Fields that were added later have a default, so that older records can be read.
  /** Tones and captions alone, no voice. */
  quiet: z.boolean().default(false),
  /** The chosen voice's URI; null for the first one in the user's language. */
  voice: z.string().nullable().default(null),
  /** Of voice and tones, 0 to 1. */
  volume: z.number().min(0).max(1).default(0.7),
  /** 1 is the voice's own speed. */
  rate: z.number().min(0.5).max(2).default(1),
  /** Whether a shape and a soft tone set the pace of the movement or the breath. */
  tempo: z.boolean().default(false),
  /** The camera to see with, by the id that the browser gives it here; null for the browser's own choice. */
  camera: z.string().nullable().default(null),
  /** Whether Keel says a word when a cue was followed. */
  praise: z.boolean().default(true),
  /** Whether the key ? opens the list of keys. */
  helpKey: z.boolean().default(true),
})

/** When this device's data was last exported, and how the reminder was answered. */
export const backupSchema = z.object({
  /** ISO 8601 in UTC; null before the first export. */
  exportedAt: z.iso.datetime().nullable(),
  /** ISO 8601 in UTC; null when the reminder was never postponed. */
  putOffAt: z.iso.datetime().nullable(),
  /** Whether the browser was asked to store the data persistently. */
  asked: z.boolean(),
})

/** Whether this device's graphics chip may run the pose model. */
export const graphicsSchema = z.object({
  /** The names that they give themselves; the chip is tried again when one changes. */
  chip: z.string(),
  browser: z.string(),
  /** `graphics`: use it. `slower`: not clearly quicker than the processor. `differs`: its poses differ. `failed`: it did not run. */
  verdict: z.enum(['graphics', 'slower', 'differs', 'failed']),
})

/** A set's movement as `encodeTrace` packs it, gzipped and then base64, so that an export can carry it. */
export const traceSchema = z.object({
  /** When the set began, ISO 8601 in UTC. The oldest are deleted first. */
  at: z.iso.datetime(),
  gzip: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/),
})

/** A film that the user asked to keep. It stays on this device, is in no export, and is deleted after some days. */
export const videoSchema = z.object({
  film: z.instanceof(Blob),
  /** Time of its first picture on the set's clock, seconds. */
  from: seconds,
  /** ISO 8601 in UTC. It is deleted after this. */
  until: z.iso.datetime(),
})

export const EXPORT_FORMAT = 'keel.export/1'

/** A file with everything that was kept. */
export const exportSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  exportedAt: z.iso.datetime(),
  /** As stored: each value is an envelope of type, version and data, or was set aside unread. */
  records: z.array(z.object({ key: z.array(z.string()).min(1), value: z.unknown() })),
})

export const PRESCRIPTION_FORMAT = 'keel.prescription/1'

const named = z.array(z.object({ exercise: z.string().max(60), level: z.string().max(60) })).max(20)

/** A physiotherapist's sheet as a file. What it asks for may contradict itself: core/programme/prescription tells. */
export const prescriptionSchema = z.strictObject({
  format: z.literal(PRESCRIPTION_FORMAT),
  start: named.default([]),
  ceiling: named.default([]),
  locks: z
    .array(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('exercise'), exercise: z.string().max(60) }),
        z.object({ what: z.literal('side'), exercise: z.string().max(60), side }),
        z.object({
          what: z.literal('position'),
          position: z.enum(['kneeling', 'wrists', 'shoulder', 'lying-on-back']),
        }),
      ]),
    )
    .max(20)
    .default([]),
  painLimit: z.number().nullable().default(null),
  minutes: z.number().nullable().default(null),
})

/** A function that reads stored values of one type. */
function opener<T>(type: RecordType, schema: z.ZodType<T>): (raw: unknown) => Opened<T> {
  return (raw) =>
    open(
      type,
      (data) => {
        const { success, data: value, error } = schema.safeParse(data)
        return success ? { ok: true, value } : { ok: false, reason: z.prettifyError(error) }
      },
      raw,
    )
}

export const openSet = opener('set', setRecordSchema)
export const openDraft = opener('draft', setRecordSchema)
export const openMonth = opener('month', monthSchema)
export const openUsual = opener('usual', usualSchema)
export const openSettings = opener('settings', settingsSchema)
export const openBackup = opener('backup', backupSchema)
export const openGraphics = opener('graphics', graphicsSchema)
export const openTrace = opener('trace', traceSchema)
export const openVideo = opener('video', videoSchema)

export type SetRecord = z.infer<typeof setRecordSchema>
export type SetSummary = z.infer<typeof setSummarySchema>
export type UsualRecord = z.infer<typeof usualSchema>
export type Settings = z.infer<typeof settingsSchema>
export type Backup = z.infer<typeof backupSchema>
export type GraphicsRecord = z.infer<typeof graphicsSchema>
export type ExportDocument = z.infer<typeof exportSchema>
export type KeptVideo = z.infer<typeof videoSchema>
export type Still = z.infer<typeof still>
export type StoredAnalysis = z.infer<typeof analysis>
export type StoredSeries = StoredAnalysis['series']
