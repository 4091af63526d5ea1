/** How records of older versions become today's. A step is never edited once it has shipped. */
export type RecordType =
  'set' | 'month' | 'draft' | 'settings' | 'log' | 'session-draft' | 'backup' | 'graphics' | 'trace' | 'video'

/** The version that is written today. */
export const versions: Readonly<Record<RecordType, number>> = {
  set: 1,
  month: 1,
  draft: 1,
  settings: 1,
  log: 1,
  'session-draft': 1,
  backup: 1,
  graphics: 1,
  trace: 1,
  video: 1,
}

/** Turns a record of version n into one of version n + 1; undefined when it is beyond help. */
export type Migration = (data: unknown) => unknown

export const migrations: Readonly<Record<RecordType, Readonly<Record<number, Migration>>>> = {
  set: {},
  month: {},
  draft: {},
  settings: {},
  log: {},
  'session-draft': {},
  backup: {},
  graphics: {},
  trace: {},
  video: {},
}
