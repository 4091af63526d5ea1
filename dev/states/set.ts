/** The set itself, and everything that can stop it for a while. */
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

const cued = ({ session, player }: DevStage): void =>
  player.playUntil(() => (session.set?.cue?.check ?? null) !== null)

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
    then: ({ session, player }) =>
      player.playUntil(() => session.set?.cue?.check === null && session.set.cue.grade === 3),
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
      const { session, player } = stage
      // So small that nothing of it can be measured.
      const [speck = player.first] = scaled(0.005)([player.first])
      stage.must(
        player.hold(speck, 6, () => session.set?.lost === true),
        'sight is not lost',
      )
    },
  }),
  work('leaving', 'Nobody in the picture: the set is about to end', {
    then: (stage) => {
      const { session, player } = stage
      stage.must(
        player.hold(empty(player.first), 6, () => session.set?.leaving === 2),
        'nobody leaves',
      )
    },
  }),
  work('paused', 'Sat up: paused', {
    then: (stage) => {
      const { session, player } = stage
      stage.must(
        player.hold(seated(player.first), 6, () => session.set?.paused === 'up'),
        'no pause',
      )
      player.hold(seated(player.first), 4)
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
