/** Where on the body to look for what a check has flagged. */
import type { CheckId, ExerciseId } from '../../core/analysis/model'
import { LM, type Side } from '../../core/pose/frame'

/** The joints that a check is about, and whether it is about the trunk's outline. */
export interface Focus {
  readonly joints: readonly number[]
  readonly outline: boolean
}

const HIPS = [LM.leftHip, LM.rightHip]
const SHOULDERS = [LM.leftShoulder, LM.rightShoulder]
const KNEES = [LM.leftKnee, LM.rightKnee]
const ANKLES = [LM.leftAnkle, LM.rightAnkle]
const LEG = {
  left: [LM.leftHip, LM.leftKnee, LM.leftAnkle],
  right: [LM.rightHip, LM.rightKnee, LM.rightAnkle],
}
const ARM = { left: [LM.leftElbow, LM.leftWrist], right: [LM.rightElbow, LM.rightWrist] }

/** @param side the side that works; null where both do */
export function focusOf(exercise: ExerciseId, check: CheckId, side: Side | null): Focus {
  const only = (joints: readonly number[], outline = false): Focus => ({ joints, outline })
  switch (check) {
    case 'lumbar-extension':
      return only(HIPS, true)
    case 'leg-high':
      return only(side === null ? [...LEG.left, ...LEG.right] : LEG[side])
    case 'short-range':
      if (exercise !== 'bird-dog' || side === null) return only(HIPS)
      return only([...LEG[side], ...ARM[side === 'left' ? 'right' : 'left']])
    case 'hip-sag':
    case 'hip-high':
    case 'hip-flexion':
    case 'hip-overextension':
    case 'pelvic-drop':
    case 'pelvic-rotation':
    case 'lateral-shift':
      return only(HIPS)
    case 'knee-valgus':
    case 'knee-splay':
      return only(KNEES)
    case 'trunk-roll':
    case 'balance-loss':
    case 'sway':
      return only([...SHOULDERS, ...HIPS])
    case 'shoulder-collapse':
      return only(SHOULDERS)
    case 'neck':
      return only([LM.nose, LM.leftEar, LM.rightEar])
    case 'elbow-off':
      return only([LM.leftElbow, LM.rightElbow])
    case 'feet-far':
      return only([...KNEES, ...ANKLES])
    case 'tempo-drift':
      return only([])
  }
}
