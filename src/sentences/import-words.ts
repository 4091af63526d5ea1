/** The sentences of an import, before and after it is done. */
import { isDay, type Day } from '../core/programme'
import { LARGEST_FILE_BYTES, type FileFault } from '../storage/transfer/import/parse'
import type { ImportPlan, Refusal, RefusalWhy } from '../storage/transfer/import/plan'
import { m } from '../words/compiled/messages'
import type { FaultText } from './faults/fault-text'
import { intlLocale } from './language'
import { capital } from './set/set-words'

const fileTexts: Readonly<Record<FileFault, Omit<FaultText, 'action'>>> = {
  'too-large': {
    title: m.data_file_too_large(),
    remedy: m.data_file_too_large_why({ most: LARGEST_FILE_BYTES / 1024 / 1024 }),
  },
  empty: { title: m.data_file_empty(), remedy: m.data_file_empty_why() },
  'not-json': { title: m.data_file_unreadable(), remedy: m.data_file_unreadable_why() },
  'not-an-export': { title: m.data_file_foreign(), remedy: m.data_file_foreign_why() },
  'newer-format': { title: m.data_file_newer(), remedy: m.data_file_newer_why() },
  'too-many': { title: m.data_file_too_many(), remedy: m.data_file_unchanged() },
}

export const fileFault = (code: FileFault): FaultText => ({ ...fileTexts[code], action: 'other-film' })

/** A count with the language's thousands separator. */
export const count = (value: number): string => value.toLocaleString(intlLocale())

type CountMessage = (inputs: { count: number; shown: string }) => string
/** "1 set", "1,200 sets", by a message that takes the number and its text. */
export const countText = (value: number, message: CountMessage): string =>
  message({ count: value, shown: count(value) })

/** "3 March 2026"; text that is no day comes back unchanged. */
export function fullDay(day: Day): string {
  if (!isDay(day)) return day
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(intlLocale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** What is new, in one sentence. */
export function newsOf({ entries, sets, carried, own, days }: ImportPlan): string {
  const parts = [
    ...(entries.fresh > 0 ? [countText(entries.fresh, m.data_entries)] : []),
    ...(sets.fresh > 0 ? [countText(sets.fresh, m.data_sets)] : []),
    ...(carried.fresh > 0 ? [countText(carried.fresh, m.data_unreadable)] : []),
    ...(own > 0 ? [countText(own, m.data_own)] : []),
  ]
  if (parts.length === 0) return m.data_news_none()
  const what = new Intl.ListFormat(intlLocale()).format(parts)
  if (days === null) return m.data_news({ what })
  const [from, to] = [fullDay(days[0]), fullDay(days[1])]
  return from === to ? m.data_news_day({ what, day: from }) : m.data_news_days({ what, from, to })
}

/** Which version counts where there are two, in one sentence. */
export function conflictText({ entries, sets, carried }: ImportPlan): string {
  const others = sets.conflicting + carried.conflicting
  if (entries.conflicting > 0) return others > 0 ? m.data_conflicting_both() : m.data_conflicting_entries()
  return others > 0 ? m.data_conflicting_sets() : m.data_conflicting_none()
}

/** Whether taking the file would change anything. */
export const changesAnything = ({ writes }: ImportPlan): boolean => writes.length > 0

const kinds: Readonly<Record<string, string>> = {
  'check-in': m.data_kind_check_in(),
  morning: m.data_kind_morning(),
  session: m.data_kind_session(),
  after: m.data_kind_after(),
  profile: m.data_kind_profile(),
  'screen-read': m.data_kind_screen_read(),
  override: m.data_kind_override(),
  plan: m.data_kind_plan(),
  recovery: m.data_kind_recovery(),
  deletion: m.data_kind_deletion(),
  'set-aside': m.data_kind_set_aside(),
  set: m.data_kind_set(),
  trace: m.data_kind_trace(),
  settings: m.data_kind_settings(),
  draft: m.data_kind_draft(),
}

function whyText(why: RefusalWhy): string {
  const field = 'path' in why && why.path !== '' ? why.path : m.data_kind_record()
  switch (why.code) {
    case 'missing':
      return m.data_why_missing({ field })
    case 'wrong-type':
      return m.data_why_wrong_type({ field })
    case 'out-of-range':
      return why.bounds === undefined
        ? m.data_why_out_of_range({ field })
        : m.data_why_bounds({ field, ...why.bounds })
    case 'unknown-choice':
      return m.data_why_unknown_choice({ field })
    case 'not-a-day':
      return m.data_why_not_a_day({ field })
    case 'not-a-zone':
      return m.data_why_not_a_zone({ field })
    case 'day-ahead':
      return m.data_why_day_ahead()
    case 'contradiction':
      return m.data_why_contradiction({ field })
    case 'same-id':
      return m.data_why_same_id()
    case 'no-target':
      return m.data_why_no_target()
    case 'no-entry':
      return m.data_why_no_entry()
    case 'no-set':
      return m.data_why_no_set()
    case 'no-trace':
      return m.data_why_no_trace()
    case 'no-own':
      return m.data_why_no_own()
    case 'other-id':
      return m.data_why_other_id()
    case 'newer-here':
      return m.data_why_newer_here()
    case 'twice-aside':
      return m.data_why_twice_aside()
    case 'unknown-kind':
      return m.data_why_unknown_kind({ kind: why.kind.slice(0, 40) })
  }
}

/** "Check-in of 3 March 2026: pain is 42; it must be from 0 to 10." */
export function refusalText({ what, day, why }: Refusal): string {
  const kind = kinds[what] ?? m.data_kind_record()
  const text = whyText(why)
  return capital(
    day === null
      ? m.data_refusal({ what: kind, why: text })
      : m.data_refusal_of({ what: kind, day: fullDay(day), why: text }),
  )
}
