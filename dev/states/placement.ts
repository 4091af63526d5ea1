/** Before a set: the question for the camera, the place, and each advice that it can give. */
import type { PoseFrame } from '../../src/core/pose/frame'
import type { PlacementAdvice } from '../../src/core/pose/placement'
import { adviceText, facingOf } from '../../src/sentences/set/placement-words'
import { moved, scaled, seated } from '../../tests/support/variants'
import type { DevStage } from '../dev-stage'
import type { DevState } from './state'

const [SIDE, DOG, PLANK] = ['bridge_clean_side', 'birddog_clean_side', 'sideplank_clean_front']
/** Seconds for which a picture is held: long enough to be judged, too short to be left as a good place. */
const LOOKED_AT = 0.95
/** Seconds within which a start position leads to the countdown. */
const COUNTDOWN_WITHIN = 15

type Change = (frame: PoseFrame) => PoseFrame
const each = (variant: ReturnType<typeof scaled>): Change => {
  return (frame) => variant([frame])[0] ?? frame
}
const shift = (right: number, down: number): Change => each(moved(right, down))

/** Seven steps from far off to nearly right. */
const nearer = (make: (amount: number) => Change): readonly Change[] =>
  [0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1].map(make)

interface Misplaced {
  readonly title: string
  /** Pictures of which one or the other brings the advice. */
  readonly pictures: readonly Change[]
  readonly trace?: string
  readonly route?: string
}

const asIs: readonly Change[] = [(frame) => frame]
const misplaced: Readonly<Record<PlacementAdvice, Misplaced>> = {
  'come-in': { title: 'nobody in the picture', pictures: [(frame) => ({ ...frame, body: null })] },
  dark: { title: 'too dark', pictures: [(frame) => ({ ...frame, brightness: 0.02 })] },
  bright: { title: 'too bright', pictures: [(frame) => ({ ...frame, brightness: 0.99 })] },
  'laptop-closer': { title: 'too far away', pictures: [each(scaled(0.3))] },
  'laptop-back': { title: 'too near', pictures: [each(scaled(2.2)), each(scaled(1.7))] },
  'tilt-back': { title: 'cut off at the top', pictures: nearer((by) => shift(0, -by)) },
  'tilt-forward': { title: 'cut off at the bottom', pictures: nearer((by) => shift(0, by)) },
  'to-the-middle': { title: 'cut off at one side', pictures: nearer((by) => shift(by, 0)) },
  'room-to-reach': {
    title: 'no room for hand and foot',
    pictures: [0.3, 0.26, 0.22, 0.18, 0.14, 0.1].flatMap((by) => [shift(by, 0), shift(-by, 0)]),
    trace: DOG,
  },
  'start-position': { title: 'sitting, not lying', pictures: [seated] },
  'head-nearer': { title: 'turned, feet too near', pictures: asIs, trace: 'bridge_valgus_az30_high' },
  'feet-nearer': { title: 'turned, head too near', pictures: asIs, trace: 'bridge_clean_headend' },
  'behind-the-head': {
    title: 'knee check from the side',
    pictures: asIs,
    route: '/live/bridge/double-leg?view=knees',
  },
  'other-side': {
    title: 'side plank on the other side',
    pictures: asIs,
    trace: PLANK,
    route: '/live/side-plank/feet/right?target=20',
  },
  outline: {
    title: 'no edge against what is behind',
    pictures: [(frame) => ({ ...frame, body: frame.body && { ...frame.body, contour: null } })],
  },
}

/** Shows the first of the pictures that brings the advice. @throws when none does */
async function misplace(stage: DevStage, advice: PlacementAdvice): Promise<void> {
  const { pictures } = misplaced[advice]
  await stage.open()
  const { route } = stage.keel.router
  if (route.page !== 'live') throw new Error('this is not the screen of a set')
  const wanted = adviceText(advice, route.plan, facingOf(route.plan))
  const { player } = stage
  const shown = (): boolean => stage.set?.state === 'placing' && stage.set.sentence === wanted
  const brings = (picture: Change): boolean => player.hold(picture(player.first), LOOKED_AT, shown)
  if (!pictures.some(brings))
    throw new Error(`no picture brings the advice ${advice}: ${JSON.stringify(stage.set)}`)
}

export const placement: readonly DevState[] = [
  { id: 'before/ask', title: 'Asks for the camera', trace: SIDE },
  { id: 'before/ask-plank', title: 'Asks for the camera, side plank', trace: PLANK, target: 20 },
  {
    id: 'before/opening',
    title: 'Waits for the browser’s question',
    trace: SIDE,
    show: ({ session }) => void (session.state = 'opening'),
  },
  {
    id: 'before/loading',
    title: 'Loads the model',
    trace: SIDE,
    show: ({ session }) => void (session.state = 'loading'),
  },
  ...(Object.keys(misplaced) as PlacementAdvice[]).map((advice): DevState => {
    const { title, trace = SIDE, route } = misplaced[advice]
    return {
      id: `placement/${advice}`,
      title: `Place: ${title}`,
      trace,
      ...(route !== undefined && { route }),
      show: (stage) => misplace(stage, advice),
    }
  }),
  {
    id: 'before/settling',
    title: 'The place is right: asks for the start position',
    trace: SIDE,
    show: async (stage) => {
      const set = await stage.open()
      stage.player.playUntil(() => set.current.state !== 'placing')
    },
  },
  {
    id: 'before/countdown',
    title: 'Counts down',
    trace: SIDE,
    show: async (stage) => {
      const set = await stage.open()
      const { player } = stage
      if (!player.hold(player.first, COUNTDOWN_WITHIN, () => set.current.state === 'countdown'))
        throw new Error('the start position brings no countdown')
    },
  },
]
