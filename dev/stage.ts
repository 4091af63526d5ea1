/** Shows the app in one state: the real screens and state classes, on a device in memory and in front of a trace. */
import '../src/pose-worker/trusted-types'
import '@fontsource-variable/inter/wght.css'
import { mount } from 'svelte'
import { href, type Route } from '../src/app/route'
import { Keel } from '../src/app/keel'
import App from '../src/ui/App.svelte'
import { contextWith } from '../src/ui/context'
import '../src/ui/styles/base.css'
import '../src/ui/styles/tokens.css'
import '../src/ui/styles/contrast.css'
import { getLocale } from '../src/words/compiled/runtime'
import { StandInSession } from '../tests/support/stand-in-session.svelte'
import { DevStage } from './dev-stage'
import { Player } from './player'
import { roomFor } from './room'
import { Seeds } from './seeds'
import { states } from './states'
import type { DevState } from './states/state'
import { DAY, setClock } from './surroundings'
import { framesOf, planOf } from './traces'

/** Milliseconds without a change after which a screen counts as drawn, and after which it does anyway: clocks run on. */
const QUIET = 120
const DRAWN_ANYWAY = 900

/** What the gallery reads: `ready`, or why the state could not be shown. */
const report = (text: string): void => {
  document.documentElement.dataset.dev = text
}

/** Shows a state in this page. The address may name another trace and another second of it. */
export async function show(id: string): Promise<void> {
  try {
    const state = states.find((one) => one.id === id)
    if (state === undefined) throw new Error(`there is no state ${id}`)
    const asked = new URLSearchParams(location.search)
    await stage(withWishes(state, asked), asked)
    await drawn()
    report('ready')
  } catch (error) {
    report(String(error))
    throw error
  }
}

function withWishes(state: DevState, asked: URLSearchParams): DevState {
  const [trace, at] = [asked.get('trace'), asked.get('at')]
  if (state.trace === undefined) return state
  return { ...state, ...(trace !== null && { trace }), ...(at !== null && { at: Number(at) }) }
}

async function stage(state: DevState, asked: URLSearchParams): Promise<void> {
  const { trace = 'bridge_clean_side', day = DAY, target = 8 } = state
  setClock(day)
  document.documentElement.lang = getLocale()
  const seeds = new Seeds(day, trace)
  const theme = asked.get('theme')
  await seeds.settings({
    quiet: true,
    sound: false,
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  })
  await state.seed?.(seeds)
  const frames = await framesOf(trace)
  const live: Route = { page: 'live', plan: planOf(trace, target) }
  location.replace(`#${state.route ?? href(live).slice(1)}`)

  const session = new StandInSession()
  const player = new Player(session, frames, () => keel.coach.tick())
  const keel: Keel = new Keel(window, { connect: seeds.connect, seconds: () => player.now })
  session.stream = roomFor(player.first)
  keel.live = session.asSession
  if (state.camera === true) session.state = 'running'
  mount(App, { target: document.getElementById('app') ?? document.body, context: contextWith(keel) })
  const shown = new DevStage(keel, session, player, seeds, state.at ?? 0)
  await shown.find('h1')
  await state.show?.(shown)
  session.repaint()
  addEventListener('resize', () => session.repaint())
  if (asked.has('play')) void player.playOn()
}

/** Waits until fonts are there and the screen has stopped changing. */
async function drawn(): Promise<void> {
  await document.fonts.ready
  await new Promise<void>((resolve) => {
    const done = (): void => {
      changes.disconnect()
      clearTimeout(quiet)
      clearTimeout(anyway)
      resolve()
    }
    let quiet = setTimeout(done, QUIET)
    const anyway = setTimeout(done, DRAWN_ANYWAY)
    const changes = new MutationObserver(() => {
      clearTimeout(quiet)
      quiet = setTimeout(done, QUIET)
    })
    changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}
