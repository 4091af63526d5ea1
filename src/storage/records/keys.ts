/** The keys under which records are stored: the kind first, then its id. */
export type RecordKey = readonly [kind: string, ...rest: string[]]

export const setKey = (id: string): RecordKey => ['set', id]
/** The movement of a set. Only the latest sets have one. */
export const traceKey = (id: string): RecordKey => ['trace', id]
/** The film of a set. There is one only where the user asked for it. */
export const videoKey = (id: string): RecordKey => ['video', id]
/** `month` as 2026-11, in the zone in which the sets were done. */
export const monthKey = (month: string): RecordKey => ['month', month]
/** What somebody's best form measured: by exercise, variation, side and camera place. */
export const usualKey = (
  exercise: string,
  variation: string,
  side: string | null,
  view: string,
): RecordKey => ['usual', exercise, variation, side ?? 'both', view]
/** One entry of the programme's log. */
export const logKey = (id: string): RecordKey => ['log', id]
/** A record that could not be read. Its former key follows. */
export const asideKey = (key: RecordKey): RecordKey => ['aside', ...key]

/** The set that is running, in case the page goes away before it ends. */
export const DRAFT_KEY: RecordKey = ['draft', 'set']
/** The session that is under way, set by set. */
export const SESSION_DRAFT_KEY: RecordKey = ['draft', 'session']
export const SETTINGS_KEY: RecordKey = ['settings', 'user']
/** When this device's data was last exported. About this device alone, so it is in no export. */
export const BACKUP_KEY: RecordKey = ['device', 'backup']
/** What this device's graphics chip can do. In no export either. */
export const GRAPHICS_KEY: RecordKey = ['device', 'graphics']
