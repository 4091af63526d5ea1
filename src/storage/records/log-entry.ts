/** Reading the programme's log back. The programme itself says what an entry is; no schema repeats it. */
import type { LogEntry, SessionEntry } from '../../core/programme/log/log'
import { validateEntry } from '../../core/programme/log/validate'
import { open, type Checked, type Opened } from './envelope'

/** A clock that once ran ahead is no reason to lose an entry: the programme reads such an entry as today's. */
const ANY_DAY = '9999-12-31'

function checkEntry(data: unknown): Checked<LogEntry> {
  const checked = validateEntry(data, ANY_DAY)
  return checked.ok
    ? { ok: true, value: checked.entry }
    : { ok: false, reason: checked.faults.map(({ text }) => text).join(' ') }
}

function checkSession(data: unknown): Checked<SessionEntry> {
  const checked = checkEntry(data)
  if (!checked.ok) return checked
  return checked.value.kind === 'session'
    ? { ok: true, value: checked.value }
    : { ok: false, reason: 'not a session' }
}

/** Reads a stored entry of the log. Fields that a newer Keel added to it stay in it. */
export const openEntry = (raw: unknown): Opened<LogEntry> => open('log', checkEntry, raw)

/** Reads the session that is under way: what was planned, and the sets done so far. */
export const openSessionDraft = (raw: unknown): Opened<SessionEntry> =>
  open('session-draft', checkSession, raw)
