/** The set itself, and everything that can stop it for a while. */
import type { Cue } from '../../src/app/set/set-cues.svelte'
import type { Interruption } from '../../src/app/set/set-state'
import type { PoseFrame } from '../../src/core/pose/frame'
import { scaled, seated } from '../../tests/support/variants'
import type { DevStage } from '../dev-stage'
import type { DevState } from './state'

const [SIDE, FADES, ARCHES] = ['bridge_clean_side', 'bridge_fatigue_rom_side', 'birddog_arch_side']
const [PLANK, SAGS, KNEES] = ['sideplank_clean_front', 'sideplank_sag_front', 'bridge_valgus_headend']
const AT = 12.5

const empty = (frame: PoseFrame): PoseFrame => ({ ...frame, body: null })

/** A state of the work: up to a second of its trace, and then as given. */
const work = (
  id: string,
  title: string,
  changes: Partial<DevState> & { readonly then?: (stage: DevStage) => void } = {},
): DevState => {
  const { then, ...rest } = changes
  const show = async (stage: DevStage): Promise<void> => {
    await stage.work()
    stage.player.playTo(stage.at)
    then?.(stage)
  }
  return { id: `live/${id}`, title, trace: SIDE, at: AT, show, ...rest }
}

const cueOf = ({ set: now }: DevStage): Cue | null => (now?.state === 'working' ? now.cue : null)
/** Plays on to the first cue of a check. */
const cued = (stage: DevStage): void => stage.player.playUntil(() => (cueOf(stage)?.check ?? null) !== null)

/** Holds a picture until it interrupts the set in that way. @throws when it does not */
function interrupt(stage: DevStage, frame: PoseFrame, kind: Interruption['kind']): void {
  const come = stage.player.hold(frame, 8, () => stage.interruption?.kind === kind)
  stage.must(come, `the set goes on, and should be interrupted: ${kind}`)
}

export const set: readonly DevState[] = [
  work('working', 'Counts reps'),
  work('working-dog', 'Counts reps, bird dog', { trace: 'birddog_clean_side', target: 6 }),
  work('working-plank', 'Counts the seconds of a hold', { trace: PLANK, target: 20 }),
  work('working-knees', 'Knee check', {
    trace: KNEES,
    at: 8,
    route: '/live/bridge/double-leg?target=5&view=knees',
  }),
  work('cue', 'A cue: bridge', { trace: FADES, at: 0, target: 12, then: cued }),
  work('cue-dog', 'A cue: bird dog', { trace: ARCHES, at: 0, target: 10, then: cued }),
  work('cue-plank', 'A cue: side plank', { trace: SAGS, at: 0, target: 40, then: cued }),
  work('cue-knees', 'A cue: knee check', {
    trace: KNEES,
    at: 0,
    route: '/live/bridge/double-leg?view=knees',
    then: cued,
  }),
  work('tempo', 'With the tempo shape', {
    seed: (seeds) => seeds.settings({ tempo: true, quiet: true, sound: false }),
  }),
  work('form-given', 'Form gave, and the set goes on as asked', {
    trace: FADES,
    at: 0,
    target: 12,
    seed: (seeds) => seeds.settings({ onBreakdown: 'tell', quiet: true, sound: false }),
    then: (stage) =>
      stage.player.playUntil(() => {
        const cue = cueOf(stage)
        return cue?.check === null && cue.grade === 3
      }),
  }),
  work('counting-only', 'Too few pictures: counts only', {
    then: ({ session }) => void (session.pace = { path: 'lite', slow: true }),
  }),
  ...(['small', 'half', 'lite'] as const).map((path) =>
    work(`pace-${path}`, `Slow machine: ${path}`, {
      then: ({ session }) => void (session.pace = { path, slow: false }),
    }),
  ),
  work('lighter-model', 'The lighter model sees', {
    then: ({ session }) => void (session.lighter = true),
  }),
  work('lost', 'Can’t see the body', {
    then: (stage) => {
      const { first } = stage.player
      // So small that nothing of it can be measured.
      const [speck = first] = scaled(0.005)([first])
      interrupt(stage, speck, 'lost')
    },
  }),
  work('leaving', 'Nobody in the picture: the set is about to end', {
    then: (stage) => interrupt(stage, empty(stage.player.first), 'leaving'),
  }),
  work('paused', 'Sat up: paused', {
    then: (stage) => {
      const sitting = seated(stage.player.first)
      interrupt(stage, sitting, 'paused')
      stage.player.hold(sitting, 4)
    },
  }),
  work('paused-away', 'Lies elsewhere: paused', { then: ({ session }) => session.set?.pause('away') }),
  ...(['hidden', 'muted', 'silent', 'frozen', 'dark', 'model'] as const).map((blind) =>
    work(`blind-${blind}`, `No picture: ${blind}`, {
      then: ({ session }) => {
        session.blind = blind
        session.set?.loseSight(blind === 'hidden' ? 'hidden' : 'camera')
      },
    }),
  ),
  work('reframing', 'The camera’s picture changed: look again at the place', {
    then: ({ session, player }) => {
      session.set?.reframe()
      player.hold(empty(player.first), 1)
    },
  }),
]
