/** The address of every screen, read and written. */
import type { CheckId, ExerciseId } from '../core/analysis/model'
import type { Side } from '../core/pose/frame'
import { isDay, type Day } from '../core/programme'
import { findVariation, isSided, outlines } from '../exercises/outlines'
import type { SetPlan } from '../exercises/set-plan'
import { secondPlaceFor, secondViewPlan } from '../exercises/second-place'
import { m } from '../words/compiled/messages'

export type Route =
  | { readonly page: 'today' }
  | { readonly page: 'start' }
  /** The first visit: the safety page, and then a small first set. */
  | { readonly page: 'first' }
  | { readonly page: 'checkin' }
  | { readonly page: 'morning' }
  | { readonly page: 'session' }
  | { readonly page: 'after' }
  | { readonly page: 'choose' }
  | { readonly page: 'live'; readonly plan: SetPlan }
  | { readonly page: 'film'; readonly sample: boolean }
  | { readonly page: 'done'; readonly id: string }
  | { readonly page: 'set'; readonly id: string }
  | { readonly page: 'history' }
  /** Some weeks on one page, to print. */
  | { readonly page: 'summary' }
  | {
      readonly page: 'trend'
      readonly exercise: ExerciseId
      readonly variation: string
      readonly side: Side | null
    }
  /** A day of the week that is shown; null for this week. */
  | { readonly page: 'week'; readonly day: Day | null }
  | { readonly page: 'recovery' }
  | { readonly page: 'portfolio' }
  | { readonly page: 'settings' }
  | { readonly page: 'import' }
  | { readonly page: 'privacy' }
  /** Explains an exercise or one of its checks; null for all of them. */
  | { readonly page: 'learn'; readonly exercise: ExerciseId | null; readonly check: CheckId | null }
  /** What the camera can't see. */
  | { readonly page: 'unseen' }
  | { readonly page: 'unknown' }

/** The title of each page, for the browser's tab. */
export const titles: Readonly<Record<Route['page'], string>> = {
  today: m.nav_today(),
  start: m.app_title_start(),
  first: m.app_title_start(),
  checkin: m.data_kind_check_in(),
  morning: m.app_title_morning(),
  session: m.app_title_session(),
  after: m.app_title_after(),
  choose: m.app_title_choose(),
  live: m.app_title_live(),
  film: m.film_title(),
  done: m.app_title_done(),
  set: m.review_title(),
  history: m.nav_history(),
  summary: m.summary_title(),
  trend: m.common_steady_limit(),
  week: m.nav_week(),
  recovery: m.common_recovery(),
  portfolio: m.common_back_answers(),
  settings: m.settings_title(),
  import: m.data_import_title(),
  privacy: m.data_privacy_title(),
  learn: m.learn_page_title(),
  unseen: m.learn_unseen_title(),
  unknown: m.app_title_unknown(),
}

/** A part of an address, decoded; as it is when its encoding is broken. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece
  }
}

/** Parses the part of an address after `#`. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [page = '', first = '', second = '', third = ''] = path.split('/').map(decoded)
  switch (page) {
    case '':
      return { page: 'today' }
    case 'start':
    case 'first':
    case 'checkin':
    case 'morning':
    case 'session':
    case 'after':
    case 'choose':
    case 'recovery':
    case 'portfolio':
    case 'summary':
    case 'settings':
    case 'import':
    case 'privacy':
      return { page }
    case 'week':
      return { page, day: isDay(first) ? first : null }
    case 'film':
      return { page, sample: first === 'sample' }
    case 'done':
    case 'set':
      return first === '' ? { page: 'unknown' } : { page, id: first }
    case 'history':
      return first === '' ? { page } : parseTrend(first, second, third)
    case 'learn':
      return parseLearn(first, second)
    case 'live':
      return parseLive(first, second, third, query)
    default:
      return { page: 'unknown' }
  }
}

function parseLearn(exercise: string, id: string): Route {
  if (exercise === '') return { page: 'learn', exercise: null, check: null }
  if (exercise === 'camera' && id === '') return { page: 'unseen' }
  const known = Object.values(outlines).find((one) => one.id === exercise)
  if (known === undefined || !/^[a-z-]*$/.test(id)) return { page: 'unknown' }
  // The page itself looks up the check, so that the first screen does not load the rules.
  return { page: 'learn', exercise: known.id, check: id === '' ? null : id }
}

function parseTrend(exercise: string, variation: string, side: string): Route {
  const known = knownVariation(exercise, variation)
  return known ? { page: 'trend', ...known, side: parseSide(side) } : { page: 'unknown' }
}

function parseLive(exercise: string, variation: string, side: string, query: string): Route {
  const known = knownVariation(exercise, variation)
  if (!known) return { page: 'unknown' }
  const sided = isSided(known.exercise, known.variation)
  const asked = new URLSearchParams(query)
  const aim = Number(asked.get('target'))
  const lens = asked.get('lens')
  const second = secondPlaceFor(known.exercise, known.variation)
  if (second !== null && asked.get('view') === second.id)
    return { page: 'live', plan: secondViewPlan(known.exercise, known.variation, second) }
  const plan: SetPlan = {
    ...known,
    side: sided ? (parseSide(side) ?? 'left') : null,
    target: Number.isInteger(aim) && aim > 0 && aim <= 600 ? aim : null,
    raised: outlines[known.exercise].view !== 'front' || lens === null ? null : lens === 'raised',
  }
  return { page: 'live', plan }
}

function knownVariation(exercise: string, variation: string) {
  const found = Object.values(outlines).find(({ id }) => id === exercise)
  if (!found || !findVariation(found.id, variation)) return undefined
  return { exercise: found.id, variation }
}

const parseSide = (text: string): Side | null => (text === 'left' || text === 'right' ? text : null)

/** The link to a route. */
export function href(route: Exclude<Route, { page: 'unknown' }>): string {
  switch (route.page) {
    case 'today':
      return '#/'
    case 'week':
      return route.day === null ? '#/week' : `#/week/${route.day}`
    case 'film':
      return route.sample ? '#/film/sample' : '#/film'
    case 'done':
    case 'set':
      return `#/${route.page}/${encodeURIComponent(route.id)}`
    case 'learn':
      return `#/${['learn', route.exercise, route.check].filter(Boolean).join('/')}`
    case 'unseen':
      return '#/learn/camera'
    case 'trend':
      return `#/history/${[route.exercise, route.variation, route.side ?? ''].filter(Boolean).join('/')}`
    case 'live': {
      const { exercise, variation, side, target, raised } = route.plan
      const path = [exercise, variation, side ?? ''].filter(Boolean).join('/')
      const query = new URLSearchParams()
      if (target !== null) query.set('target', String(target))
      const second = outlines[exercise].secondView
      if (route.plan.secondView === true && second !== undefined) query.set('view', second.id)
      if (raised !== null) query.set('lens', raised ? 'raised' : 'low')
      return `#/live/${path}${query.size > 0 ? `?${query.toString()}` : ''}`
    }
    default:
      return `#/${route.page}`
  }
}
