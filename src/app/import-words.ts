/** What an import says before and after. */
import type { FileFault, ImportPlan, Refusal } from '../storage/incoming'
import type { FaultText } from './faults'
import { daysInWords, sayDay } from './week-words'
import { capital } from './words'

const fileTexts: Readonly<Record<FileFault, Omit<FaultText, 'action'>>> = {
  'too-large': {
    title: 'This file is too large',
    remedy: 'Keel reads files up to 50 MB; its own exports are far smaller. Nothing was changed.',
  },
  empty: { title: 'This file is empty', remedy: 'It may not have finished copying. Nothing was changed.' },
  'not-json': {
    title: 'This file can’t be read',
    remedy: 'It is not JSON, or it breaks off. Download it again from the other device. Nothing was changed.',
  },
  'not-an-export': {
    title: 'This is not a file of Keel’s',
    remedy: 'Choose one that “Download everything” made. Nothing was changed.',
  },
  'newer-format': {
    title: 'This file is from a newer Keel',
    remedy: 'Bring this device up to date, then try again. Nothing was changed.',
  },
  'too-many': {
    title: 'This file holds more records than Keel takes at once',
    remedy: 'Nothing was changed.',
  },
}

export const fileFault = (code: FileFault): FaultText => ({ ...fileTexts[code], action: 'other-film' })

export const some = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`

/** What is new, in one sentence. */
export function newsOf({ entries, sets, carried, days }: ImportPlan): string {
  const parts = [
    ...(entries.fresh > 0 ? [some(entries.fresh, 'entry', 'entries')] : []),
    ...(sets.fresh > 0 ? [some(sets.fresh, 'set', 'sets')] : []),
    ...(carried.fresh > 0 ? [some(carried.fresh, 'unreadable record', 'unreadable records')] : []),
  ]
  if (parts.length === 0) return 'Nothing in it is new.'
  const what = `${parts.join(' and ')} new here`
  if (days === null) return `${what}.`
  const format = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const [from, to] = [sayDay(days[0], format), sayDay(days[1], format)]
  return from === to ? `${what}, all of ${from}.` : `${what}, from ${from} to ${to}.`
}

/** Whether taking the file would change anything. */
export const changesAnything = ({ writes }: ImportPlan): boolean => writes.length > 0

/** "Check-in of 3 March 2026: pain is 42; it must be from 0 to 10." */
export function refusalText({ what, day, why }: Refusal): string {
  const words = capital(what.replaceAll('-', ' ')).replace('Check in', 'Check-in')
  // A day that does not exist stands as it came.
  const exists = day !== null && !Number.isNaN(Date.parse(`${day}T12:00:00Z`))
  const date = exists ? sayDay(day, { day: 'numeric', month: 'long', year: 'numeric' }) : day
  return `${words}${date === null ? '' : ` of ${date}`}: ${daysInWords(why)}`
}
