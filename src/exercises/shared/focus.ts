/** Where on the body a check shows, by the side that works. */
import type { CheckText } from '../../core/analysis/definition'
import { LM } from '../../core/pose/frame'

type FocusOf = CheckText['focus']

const HIPS = [LM.leftHip, LM.rightHip]
const SHOULDERS = [LM.leftShoulder, LM.rightShoulder]
const KNEES = [LM.leftKnee, LM.rightKnee]
const LEG = {
  left: [LM.leftHip, LM.leftKnee, LM.leftAnkle],
  right: [LM.rightHip, LM.rightKnee, LM.rightAnkle],
}
const ARM = { left: [LM.leftElbow, LM.leftWrist], right: [LM.rightElbow, LM.rightWrist] }

const on =
  (joints: readonly number[], outline = false): FocusOf =>
  () => ({ joints, outline })

export const hips = on(HIPS)
export const hipsAndOutline = on(HIPS, true)
export const shoulders = on(SHOULDERS)
export const trunk = on([...SHOULDERS, ...HIPS])
export const knees = on(KNEES)
export const lowerLegs = on([...KNEES, LM.leftAnkle, LM.rightAnkle])
export const head = on([LM.nose, LM.leftEar, LM.rightEar])
export const elbows = on([LM.leftElbow, LM.rightElbow])
/** The body as a whole shows it, such as the speed of a rep. */
export const nowhere = on([])

/** The leg that works; both where it is not known. */
export const leg: FocusOf = (side) => ({
  joints: side === null ? [...LEG.left, ...LEG.right] : LEG[side],
  outline: false,
})

/** The leg that works and the arm of the other side. */
export const reachingLimbs: FocusOf = (side) => ({
  joints: side === null ? HIPS : [...LEG[side], ...ARM[side === 'left' ? 'right' : 'left']],
  outline: false,
})
