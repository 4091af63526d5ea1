/** The review of a set. */
import { shortened } from '../../src/storage/records/summary'
import { traceNames } from '../traces'
import type { DevState } from './state'

const review = (id: string, title: string, trace: string, changes: Partial<DevState> = {}): DevState => ({
  id: `review/${id}`,
  title: `Review: ${title}`,
  trace,
  route: '/set/set',
  seed: (seeds) => seeds.set(),
  ...changes,
})

export const reviews: readonly DevState[] = [
  review('reps-gave', 'reps, form gave', 'bridge_fatigue_rom_side'),
  review('in-plan', 'reps, with what comes next in the plan', 'bridge_fatigue_rom_side', {
    seed: async (seeds) => {
      await seeds.keep(seeds.diary(8))
      await seeds.set()
    },
  }),
  review('reps-steady', 'reps, steady', 'bridge_clean_side', {
    seed: (seeds) => seeds.set({ stop: 'plan-complete' }),
  }),
  review('arch', 'bird dog, back arched', 'birddog_arch_side'),
  review('hold-gave', 'hold, form gave', 'sideplank_sag_front'),
  review('hold-steady', 'hold, steady', 'sideplank_clean_front', {
    seed: (seeds) => seeds.set({ stop: 'plan-complete' }),
  }),
  review('knees', 'knees fell in, from the head end', 'bridge_valgus_headend'),
  review('unjudged', 'a view that judges nothing', 'bridge_valgus_feetend'),
  review('folded-open', 'all that is folded, opened', 'bridge_fatigue_rom_side', {
    show: async (stage) => {
      await stage.find('details')
      for (const one of document.querySelectorAll('details')) one.open = true
    },
  }),
  review('no-movement', 'an older set, its movement gone', 'bridge_fatigue_rom_side', {
    seed: async (seeds) => {
      const record = await seeds.set()
      await seeds.store.deleteSet(record.id)
      await seeds.store.keepSet(record)
    },
  }),
  review('short', 'kept without angles, for want of room', 'bridge_fatigue_rom_side', {
    seed: async (seeds) => {
      const record = await seeds.set()
      await seeds.store.deleteSet(record.id)
      await seeds.store.keepSet(shortened(record))
    },
  }),
  review('gone', 'a set that is not here', 'bridge_clean_side', { seed: () => undefined }),
  ...traceNames.map((trace) => review(`trace-${trace}`, `the trace ${trace}`, trace)),
]
