/**
 * Every stored field in plain words. A field without words fails: the compiler checks the log's, a test the others.
 */
import type { DoneSet, LogEntry, Profile, SessionEntry } from '../core/programme'
import { m } from '../words/compiled/messages'

/** One sentence about some fields. */
export interface FieldText {
  readonly text: string
  /** Names of the fields in the file; "reps.{start,end}" names two. */
  readonly names: readonly string[]
}

export interface KeptGroup {
  readonly title: string
  readonly texts: readonly FieldText[]
}

const FINDING = 'findings.{check,verdict,value,unit,grade,against,from,to,reason}'
const STILL = '{time,rep,aspect,points,clockwise,counter}'

const set: readonly FieldText[] = [
  { text: m.data_privacy_set_when(), names: ['id', 'startedAt', 'zone', 'day'] },
  {
    text: m.data_privacy_set_what(),
    names: [
      ...['source', 'exercise', 'variation', 'side', 'target', 'secondView'],
      'analysis.{exercise,variation}',
    ],
  },
  { text: m.data_privacy_set_end(), names: ['stopReason', 'analysis.stop.{seconds,reason}'] },
  {
    text: m.data_privacy_set_view(),
    names: ['analysis.view.{name,azimuth,raised,near}', 'analysis.{coverage,frames}'],
  },
  {
    text: m.data_privacy_set_reps(),
    names: ['analysis.reps.{index,side,start,top,end,complete,peak,coverage}'],
  },
  {
    text: m.data_privacy_set_holds(),
    names: ['analysis.holds.{index,side,start,end,seconds,dips,coverage}'],
  },
  { text: m.data_privacy_set_findings(), names: [`analysis.reps.${FINDING}`, `analysis.holds.${FINDING}`] },
  {
    text: m.data_privacy_set_gave(),
    names: ['analysis.breakdown.{rep,seconds,side,check,fromStart}', 'analysis.steadyLimit'],
  },
  {
    text: m.data_privacy_set_measured(),
    names: [
      'analysis.baselines.{side,view,azimuth,measures}',
      'analysis.lowerThanUsual.{check,side,value,unit}',
    ],
  },
  {
    text: m.data_privacy_set_angles(),
    names: ['analysis.series.{time,hipLeft,hipRight,kneeLeft,kneeRight,drive}'],
  },
  {
    text: m.data_privacy_set_tired(),
    names: ['analysis.fatigue.{id,unit,change,level}', 'analysis.fatigue.points.{x,value}'],
  },
  { text: m.data_privacy_set_stills(), names: [`stills.best.${STILL}`, `stills.breakdown.${STILL}`] },
  { text: m.data_privacy_set_cues(), names: ['cues.{time,check,grade,moved,spoken}'] },
]

const month: readonly FieldText[] = [
  {
    text: m.data_privacy_month_what(),
    names: [
      'sets.{id,startedAt,day,source,exercise,variation,side,done,steadyLimit,stopReason,gave,secondView,judged}',
    ],
  },
]

const usual: readonly FieldText[] = [
  {
    text: m.data_privacy_usual_what(),
    names: ['exercise', 'variation', 'side', 'view', 'azimuth', 'measures', 'set', 'day'],
  },
]

const settings: readonly FieldText[] = [
  {
    text: m.data_privacy_settings_what(),
    names: [
      'theme',
      'onBreakdown',
      'sound',
      'quiet',
      'voice',
      'volume',
      'rate',
      'tempo',
      'camera',
      'praise',
      'helpKey',
    ],
  },
]
const backup: readonly FieldText[] = [
  { text: m.data_privacy_backup(), names: ['exportedAt', 'putOffAt', 'asked'] },
]
const graphics: readonly FieldText[] = [
  { text: m.data_privacy_graphics(), names: ['chip', 'browser', 'verdict'] },
]
const trace: readonly FieldText[] = [{ text: m.data_privacy_trace_what(), names: ['at', 'gzip'] }]
const video: readonly FieldText[] = [{ text: m.data_privacy_video_what(), names: ['film', 'from', 'until'] }]

/** By kind of record, for the test that compares them with the schema. */
export const fieldTexts = { set, month, usual, settings, backup, graphics, trace, video } as const

type EntryHead = 'id' | 'seq' | 'day' | 'at' | 'zone' | 'kind'
type EntryOf<K extends LogEntry['kind']> = Extract<LogEntry, { kind: K }>
/** Every field by name, so that a new field or a removed one does not compile. */
type AllFields<T> = Readonly<Record<keyof T, true>>
type Fields<K extends LogEntry['kind']> = AllFields<Omit<EntryOf<K>, EntryHead>>

const entryHead: AllFields<Pick<LogEntry, EntryHead>> = {
  id: true,
  seq: true,
  day: true,
  at: true,
  zone: true,
  kind: true,
}
const profile: AllFields<Profile> = {
  usualPain: true,
  usualReach: true,
  avoid: true,
  trainingDays: true,
  heavyWeekdays: true,
  heavyDates: true,
  weightUnit: true,
  prescription: true,
}
const sets: AllFields<DoneSet> = {
  id: true,
  exercise: true,
  variation: true,
  side: true,
  level: true,
  planned: true,
  reps: true,
  holds: true,
  steadyLimit: true,
  breakdown: true,
  stop: true,
  offForm: true,
  grade3: true,
  recoveryUsed: true,
  coverage: true,
  sway: true,
  shrug: true,
  quiet: true,
  capacity: true,
}
const session: AllFields<Omit<SessionEntry, EntryHead>> = { planned: true, sets: true }
const checkIn: Fields<'check-in'> = {
  pain: true,
  reach: true,
  safety: true,
  sleepHours: true,
  sleepQuality: true,
  stress: true,
  heavyDay: true,
}
const after: Fields<'after'> = {
  session: true,
  pain: true,
  sharp: true,
  reach: true,
  reserve: true,
  brace: true,
  gaveOut: true,
}
const morning: Fields<'morning'> = { pain: true, stiffnessMinutes: true, reach: true }
const screenRead: Fields<'screen-read'> = { edition: true }
const override: Fields<'override'> = { change: true }
const plan: Fields<'plan'> = { plan: true }
const recovery: Fields<'recovery'> = { item: true, minutes: true }
const deletion: Fields<'deletion'> = { target: true }
const aside: Fields<'set-aside'> = { entry: true }

const namesOf = (fields: object, path = ''): string[] => Object.keys(fields).map((name) => path + name)

const log: readonly FieldText[] = [
  { text: m.data_privacy_log_every(), names: namesOf(entryHead) },
  { text: m.data_privacy_log_screen(), names: namesOf(screenRead) },
  { text: m.data_privacy_log_profile(), names: namesOf(profile, 'profile.') },
  { text: m.data_privacy_log_checkin(), names: namesOf(checkIn) },
  { text: m.data_privacy_log_session(), names: namesOf(session) },
  { text: m.data_privacy_log_sets(), names: namesOf(sets, 'sets.') },
  { text: m.data_privacy_log_after(), names: namesOf(after) },
  { text: m.data_privacy_log_morning(), names: namesOf(morning) },
  { text: m.data_privacy_log_override(), names: namesOf(override) },
  { text: m.data_privacy_log_plan(), names: namesOf(plan) },
  { text: m.data_privacy_log_recovery(), names: namesOf(recovery) },
  { text: m.data_privacy_log_deletion(), names: namesOf(deletion) },
  { text: m.data_privacy_log_aside(), names: namesOf(aside) },
]

/** Everything that is kept, the largest first. */
export const keptGroups: readonly KeptGroup[] = [
  { title: m.data_privacy_sets(), texts: set },
  { title: m.data_privacy_trace(), texts: trace },
  { title: m.data_privacy_video(), texts: video },
  { title: m.data_privacy_draft(), texts: [{ text: m.data_privacy_draft_what(), names: [] }] },
  { title: m.data_privacy_month(), texts: month },
  { title: m.data_privacy_usual(), texts: usual },
  { title: m.data_privacy_log(), texts: log },
  {
    title: m.data_privacy_settings(),
    texts: [...settings, { text: m.data_privacy_language(), names: ['keel.language'] }],
  },
  {
    title: m.data_privacy_device(),
    texts: [
      ...backup,
      ...graphics,
      { text: m.data_privacy_aside(), names: [] },
      { text: m.data_privacy_files(), names: [] },
    ],
  },
]

/** "reps.{start,end}" as "reps.start" and "reps.end". */
export function expandNames(name: string): string[] {
  const parts = /^(.*)\{([^}]*)\}(.*)$/.exec(name)
  if (parts === null) return [name]
  const [, before = '', choices = '', behind = ''] = parts
  return choices.split(',').flatMap((choice) => expandNames(before + choice + behind))
}
