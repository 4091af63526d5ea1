/** The app in one state, and what a state may do with it. */
import { tick } from 'svelte'
import type { Keel } from '../src/app/keel'
import type { LiveSet } from '../src/app/set/live-set.svelte'
import type { Interruption, SetState } from '../src/app/set/set-state'
import type { StandInSession } from '../tests/support/stand-in-session.svelte'
import type { Player } from './player'
import type { Seeds } from './seeds'

/** Milliseconds within which a screen must show what a state waits for. */
const WAIT = 8000
/** Milliseconds between two looks. */
const LOOK = 20

export class DevStage {
  constructor(
    readonly keel: Keel,
    readonly session: StandInSession,
    readonly player: Player,
    readonly seeds: Seeds,
    /** Seconds of the trace at which the state stands. */
    readonly at: number,
  ) {}

  /** The state of the set, as the screen shows it; null before there is one. */
  get set(): SetState | null {
    return this.session.set?.current ?? null
  }

  /** What interrupts the work; null while nothing does. */
  get interruption(): Interruption | null {
    return this.set?.state === 'working' ? this.set.interruption : null
  }

  /** @throws when it is not so: a state that was not reached must not be looked at as if it were */
  must(so: boolean, otherwise: string): void {
    if (!so) throw new Error(otherwise)
  }

  /** Waits until something is there. @throws when it does not come */
  async until<T>(look: () => T | null | undefined | false, what: string): Promise<T> {
    for (let waited = 0; waited < WAIT; waited += LOOK) {
      const found = look()
      if (found !== null && found !== undefined && found !== false) return found
      await new Promise((resolve) => setTimeout(resolve, LOOK))
    }
    throw new Error(`${what} did not come`)
  }

  find(selector: string): Promise<HTMLElement> {
    return this.until(() => document.querySelector<HTMLElement>(selector), selector)
  }

  async press(selector: string): Promise<void> {
    const one = await this.find(selector)
    one.click()
    await tick()
  }

  /** Chooses a file where the screen asks for one. */
  async choose(file: File): Promise<void> {
    const input = (await this.find('input[type=file]')) as HTMLInputElement
    const files = new DataTransfer()
    files.items.add(file)
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** The camera runs, and a set waits for its frames. */
  async open(): Promise<LiveSet> {
    await this.find('main.live')
    this.session.state = 'running'
    return this.until(() => this.session.set, 'the set')
  }

  /** The work has begun. */
  async work(): Promise<LiveSet> {
    const set = await this.open()
    this.player.start()
    return set
  }
}
