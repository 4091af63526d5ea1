/** The component of each address. All but the first screen are loaded when needed, or shortly before. */
import type { Component } from 'svelte'
import { m } from '../words/compiled/messages'
import type { Route } from '../app/route'
import Missing from './parts/Missing.svelte'
import Today from './today/Today.svelte'

/** A screen whose component is loaded. */
export interface Screen {
  readonly route: Route
  readonly component: Component<object>
  readonly props: object
}

interface Module<Props extends object> {
  readonly default: Component<Props>
}
interface Part {
  readonly component: Component<object>
  readonly props: object
}

/** A component, loaded if necessary, with its props. */
async function part<Props extends object>(
  from: Module<Props> | Promise<Module<Props>>,
  props: Props,
): Promise<Part> {
  return { component: (await from).default as Component<object>, props }
}

type Page = Route['page']
type Parts = { readonly [P in Page]: (route: Extract<Route, { page: P }>) => Promise<Part> }

const parts: Parts = {
  today: () => part({ default: Today }, {}),
  start: () => part(import('./start/Start.svelte'), { toFirstSet: false }),
  first: () => part(import('./start/Start.svelte'), { toFirstSet: true }),
  checkin: () => part(import('./checkin/CheckIn.svelte'), {}),
  morning: () => part(import('./checkin/Morning.svelte'), {}),
  session: () => part(import('./session/Session.svelte'), {}),
  after: () => part(import('./checkin/After.svelte'), {}),
  choose: () => part(import('./choose/Choose.svelte'), {}),
  live: ({ plan }) => part(import('./live/Live.svelte'), { plan }),
  film: ({ sample }) => part(import('./film/Film.svelte'), { sample }),
  done: ({ id }) => part(import('./review/Done.svelte'), { id }),
  set: ({ id }) => part(import('./review/SetPage.svelte'), { id }),
  history: () => part(import('./history/History.svelte'), {}),
  summary: () => part(import('./history/Summary.svelte'), {}),
  trend: (route) => part(import('./history/Trend.svelte'), { route }),
  week: (route) => part(import('./week/Week.svelte'), { route }),
  recovery: () => part(import('./recovery/Recovery.svelte'), {}),
  portfolio: () => part(import('./portfolio/Portfolio.svelte'), {}),
  settings: () => part(import('./settings/Settings.svelte'), {}),
  privacy: () => part(import('./privacy/Privacy.svelte'), {}),
  import: () => part(import('./import/Import.svelte'), {}),
  learn: ({ exercise, check }) =>
    exercise === null
      ? part(import('./learn/Learn.svelte'), {})
      : check === null
        ? part(import('./learn/LearnExercise.svelte'), { exercise })
        : part(import('./learn/LearnCheck.svelte'), { exercise, check }),
  unseen: () => part(import('./learn/Unseen.svelte'), {}),
  unknown: () => part({ default: Missing }, { title: m.app_nothing_here() }),
}

/** Loads the screen of an address. @throws when its code can't be fetched */
export async function screenOf(route: Route): Promise<Screen> {
  const load = parts[route.page] as (route: Route) => Promise<Part>
  return { route, ...(await load(route)) }
}

/** The screens that people go to from a screen, most likely first. */
const next: Readonly<Partial<Record<Page, readonly (() => Promise<unknown>)[]>>> = {
  today: [
    () => import('./choose/Choose.svelte'),
    () => import('./checkin/CheckIn.svelte'),
    () => import('./session/Session.svelte'),
    () => import('./live/Live.svelte'),
  ],
  checkin: [() => import('./session/Session.svelte')],
  choose: [() => import('./live/Live.svelte')],
  live: [() => import('./review/Done.svelte')],
  session: [() => import('./checkin/After.svelte')],
  done: [() => import('./review/SetPage.svelte')],
  history: [() => import('./review/SetPage.svelte'), () => import('./history/Trend.svelte')],
}

/** Loads the screens that are likely to come next. A failure shows when the screen is opened. */
export async function preloadAfter(page: Page): Promise<void> {
  for (const load of next[page] ?? []) await load().catch(() => undefined)
}
