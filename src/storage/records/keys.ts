/** The names under which things are kept: one key a record, its kind first. */
export type RecordKey = readonly [kind: string, ...rest: string[]]

export const setKey = (id: string): RecordKey => ['set', id]
/** The movement of a set, kept for the latest ones. */
export const traceKey = (id: string): RecordKey => ['trace', id]
/** The film of a set, kept only where the user asked for it. */
export const videoKey = (id: string): RecordKey => ['video', id]
/** `month` as 2026-11, in the zone in which the sets were done. */
export const monthKey = (month: string): RecordKey => ['month', month]
/** One entry of the programme's log. */
export const logKey = (id: string): RecordKey => ['log', id]
/** A record that could not be read, under the key that it had. */
export const asideKey = (key: RecordKey): RecordKey => ['aside', ...key]

/** The set that is running, in case the page goes away before it ends. */
export const DRAFT_KEY: RecordKey = ['draft', 'set']
/** The session that is under way, set by set. */
export const SESSION_DRAFT_KEY: RecordKey = ['draft', 'session']
export const SETTINGS_KEY: RecordKey = ['settings', 'user']
/** What is about this device alone, and in no export: when it was last exported. */
export const BACKUP_KEY: RecordKey = ['device', 'backup']
/** And what its graphics chip can do. */
export const GRAPHICS_KEY: RecordKey = ['device', 'graphics']
