/** The placement coach's advice in words, and what it needs to know of a plan. */
import { SupportSide } from '../../core/analysis/holds/support-side'
import type {
  Facing,
  PlacementAdvice,
  PlacementMark,
  PlacementMarkId,
  PlacementWish,
} from '../../core/pose/placement'
import { exercises } from '../../exercises'
import { findVariation } from '../../exercises/outlines'
import { m } from '../../words/compiled/messages'
import type { SetPlan } from '../../exercises/set-plan'
import { secondViewOf } from './second-view'

/** From where the lens should see the person in a set. */
export function facingOf(plan: SetPlan): Facing {
  return secondViewOf(plan)?.facing ?? (exercises[plan.exercise].view === 'front' ? 'front' : 'side')
}

/** What must be right before a set. Of reps the near leg is judged; in a hold the side on the floor works. */
export function placementWish({ exercise, variation, side }: SetPlan, facing: Facing): PlacementWish {
  const { rules } = exercises[exercise]
  return {
    facing,
    reaches: facing === 'side' && findVariation(exercise, variation)?.reaches === true,
    side: side && {
      wanted: side,
      of: (seen) => {
        if (rules.kind === 'reps') return seen.near
        const support = new SupportSide()
        support.add(seen)
        return rules.sample(seen, support.side).inPosition ? support.side : null
      },
    },
  }
}

/** A piece of advice as one sentence. */
export function adviceText(advice: PlacementAdvice, { exercise, side }: SetPlan, facing: Facing): string {
  switch (advice) {
    case 'dark':
      return m.live_place_dark()
    case 'bright':
      return m.live_place_bright()
    case 'come-in':
      return m.live_place_come_in()
    case 'laptop-back':
      return m.live_place_back()
    case 'laptop-closer':
      return m.live_place_closer()
    case 'tilt-back':
      return m.live_place_tilt_back()
    case 'tilt-forward':
      return m.live_place_tilt_forward()
    case 'to-the-middle':
      return m.live_place_middle()
    case 'room-to-reach':
      return m.live_place_room()
    case 'start-position':
      return m.live_place_start()
    case 'feet-nearer':
      return facing === 'front' ? m.live_place_chest_feet() : m.live_place_side_feet()
    case 'head-nearer':
      return facing === 'front' ? m.live_place_chest_head() : m.live_place_side_head()
    case 'behind-the-head':
      return m.live_place_behind_head()
    case 'other-side':
      return otherSide(exercises[exercise].sideMeans === 'side-on-floor', side === 'left')
    case 'outline':
      return m.live_place_outline()
  }
}

function otherSide(onFloor: boolean, left: boolean): string {
  if (onFloor) return left ? m.live_place_lie_left() : m.live_place_lie_right()
  return left ? m.live_place_near_left() : m.live_place_near_right()
}

/** A mark of the place as a person sees it. */
export interface NamedMark {
  readonly id: PlacementMarkId
  readonly name: string
  readonly met: boolean
}

/** The four marks with their names. Where the outline is wanted too, it shares the light's: both are how well the picture shows. */
export function namedMarks(marks: readonly PlacementMark[], facing: Facing): readonly NamedMark[] {
  const outline = marks.find(({ id }) => id === 'outline')
  return marks.flatMap(({ id, met }): NamedMark[] => {
    switch (id) {
      case 'whole-body':
        return [{ id, met, name: m.live_mark_whole() }]
      case 'side-on':
        return [{ id, met, name: turnedName(facing) }]
      case 'distance':
        return [{ id, met, name: m.live_mark_distance() }]
      case 'light':
        return outline === undefined
          ? [{ id, met, name: m.live_mark_light() }]
          : [{ id, met: met && outline.met, name: m.live_mark_light_outline() }]
      case 'outline':
        return []
    }
  })
}

function turnedName(facing: Facing): string {
  if (facing === 'front') return m.live_mark_chest()
  return facing === 'side' ? m.live_mark_side() : m.live_mark_head_end()
}
