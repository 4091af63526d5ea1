/** What got better over weeks: trends, history, and what the back answers. */
import type { Seeds } from '../seeds'
import type { DevState } from './state'

const keys = {
  bridge: '/history/bridge/double-leg',
  'bird-dog': '/history/bird-dog/leg-only',
  'side-plank': '/history/side-plank/knees/left',
} as const
const kinds = ['improver', 'plateau', 'flare', 'one-sided'] as const

async function someSets(seeds: Seeds): Promise<void> {
  await seeds.set({ id: 'a', trace: 'bridge_fatigue_rom_side', daysAgo: 2 })
  await seeds.set({ id: 'b', trace: 'sideplank_sag_front', daysAgo: 2 })
  await seeds.set({ id: 'c', trace: 'birddog_arch_side', daysAgo: 4 })
  await seeds.set({ id: 'd', trace: 'bridge_clean_side', daysAgo: 4, stop: 'plan-complete' })
}

export const progress: readonly DevState[] = [
  ...kinds.flatMap((kind) =>
    Object.entries(keys).map(([exercise, route]): DevState => ({
      id: `trend/${kind}-${exercise}`,
      title: `Trend: ${exercise}, ${kind}`,
      route,
      seed: (seeds) => seeds.year(kind),
    })),
  ),
  {
    id: 'trend/early',
    title: 'Trend: too early to tell',
    route: keys.bridge,
    seed: (seeds) => seeds.keep(seeds.diary(1)),
  },
  { id: 'trend/empty', title: 'Trend: nothing yet', route: keys.bridge },
  {
    id: 'history/year',
    title: 'History: a year',
    route: '/history',
    seed: async (seeds) => {
      await seeds.year('improver')
      await someSets(seeds)
    },
  },
  { id: 'history/sets', title: 'History: a few sets', route: '/history', seed: someSets },
  {
    id: 'history/summary',
    title: 'History: weeks on one page',
    route: '/summary',
    seed: (seeds) => seeds.year('improver'),
  },
  { id: 'history/empty', title: 'History: empty', route: '/history' },
  {
    id: 'history/unread',
    title: 'History: the device can’t be read',
    route: '/history',
    seed: someSets,
    show: async (stage) => {
      stage.seeds.faults.read = new DOMException('the disk failed', 'DataError')
      stage.keel.history.touch()
      await stage.keel.history.load()
    },
  },
  {
    id: 'portfolio/year',
    title: 'What the back answers: a year',
    route: '/portfolio',
    seed: (seeds) => seeds.year('improver'),
  },
  { id: 'portfolio/empty', title: 'What the back answers: empty', route: '/portfolio' },
]
