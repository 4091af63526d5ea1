/** How records of older versions are brought to today's version. A step is never edited once it has been released. */
export type RecordType =
  | 'set'
  | 'month'
  | 'usual'
  | 'draft'
  | 'settings'
  | 'log'
  | 'session-draft'
  | 'backup'
  | 'graphics'
  | 'trace'
  | 'video'

/** The version that is written today. */
export const versions: Readonly<Record<RecordType, number>> = {
  set: 1,
  month: 1,
  usual: 1,
  draft: 1,
  settings: 1,
  log: 1,
  'session-draft': 1,
  backup: 1,
  graphics: 1,
  trace: 1,
  video: 1,
}

/** Turns the data of version n into that of version n + 1. Undefined when it can't be done. */
export type Migration = (data: unknown) => unknown

export const migrations: Readonly<Record<RecordType, Readonly<Record<number, Migration>>>> = {
  set: {},
  month: {},
  usual: {},
  draft: {},
  settings: {},
  log: {},
  'session-draft': {},
  backup: {},
  graphics: {},
  trace: {},
  video: {},
}
