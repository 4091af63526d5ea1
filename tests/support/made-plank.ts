/** A front plank as a camera beside it would see it: made up from a few joints, so that its line is known. */
import { LANDMARK_COUNT, LM, type PoseFrame } from '../../src/core/pose/frame'

const RATE = 15
/** Metres that the picture is wide and high. */
const [WIDE, HIGH] = [3.2, 2.4]

type Place = readonly [x: number, up: number]

/** Joints of one side, metres from the floor under the hips; the head is towards the right of the picture. */
function jointsOf(drop: number): Readonly<Record<string, Place>> {
  const shoulder: Place = [0.45, 0.38]
  const ankle: Place = [-0.95, 0.1]
  const hip: Place = [-0.05, 0.28 - drop]
  return {
    nose: [0.72, 0.38],
    Ear: [0.64, 0.42],
    Shoulder: shoulder,
    Elbow: [0.47, 0.03],
    Wrist: [0.72, 0.02],
    Hip: hip,
    Knee: [(hip[0] + ankle[0]) / 2, (hip[1] + ankle[1]) / 2],
    Ankle: ankle,
    Heel: [-1, 0.14],
    Foot: [-0.93, 0],
  }
}

/** How far the hips have to drop from the straight line for so many degrees of bend there, metres. */
const dropFor = (degrees: number): number => (degrees * Math.PI) / 180 / (1 / 0.49 + 1 / 0.92)

function frameAt(time: number, bend: number): PoseFrame {
  // The model is never quite still.
  const noise = (of: number): number => 0.0015 * Math.sin(time * (3 + of) + of)
  const joints = jointsOf(dropFor(bend))
  const landmarks = new Float32Array(4 * LANDMARK_COUNT)
  const world = new Float32Array(3 * LANDMARK_COUNT)
  const named = Object.fromEntries(Object.entries(LM).map(([name, index]) => [index, name]))
  const hips = joints.Hip ?? [0, 0]
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const name = named[i] ?? 'nose'
    const [x, up] = joints[name] ?? joints[name.replace(/^(left|right)/, '')] ?? [0, 0]
    const away = name.startsWith('right') ? 0.16 : name.startsWith('left') ? -0.16 : 0
    landmarks.set([0.5 + (x + noise(i)) / WIDE, 0.75 - (up + noise(i + 7)) / HIGH, away, 0.97], 4 * i)
    // A little turned, as nobody lies quite square to the lens.
    world.set([x - hips[0], hips[1] - up, away + 0.04 * (x - hips[0])], 3 * i)
  }
  return {
    time,
    width: 640,
    height: 480,
    brightness: 0.5,
    body: {
      landmarks,
      world,
      contour: null,
      silhouette: { left: 0.17, right: 0.74, top: 0.55, bottom: 0.76 },
    },
  }
}

/** Degrees that the hips hang while they rest on the floor. */
const RESTING = 28

/**
 * Three seconds of lying, a second of lifting, `seconds` of hold, and down again.
 *
 * @param bendAt degrees by which the hips hang so many seconds into the hold
 */
export function madePlank(seconds: number, bendAt: (time: number) => number): PoseFrame[] {
  const bend = (time: number): number => {
    if (time < 3) return RESTING
    if (time < 4) return RESTING * (4 - time)
    if (time < 4 + seconds) return bendAt(time - 4)
    return Math.min(RESTING, bendAt(seconds) + RESTING * (time - 4 - seconds))
  }
  return Array.from({ length: RATE * (seconds + 8) }, (_, i) => frameAt(i / RATE, bend(i / RATE)))
}
