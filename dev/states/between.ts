/** After a set: done, another one, and the session from one set to the next. */
import type { DevStage } from '../dev-stage'
import type { Seeds } from '../seeds'
import type { DevState } from './state'

const [SIDE, FADES, SAGS, KNEES, PLANNED] = [
  'bridge_clean_side',
  'bridge_fatigue_rom_side',
  'sideplank_sag_front',
  'bridge_valgus_headend',
  // The exercise and side that the session begins with.
  'sideplank_knees_rot',
]

/** Somebody in their third week who has checked in today. */
async function ready(seeds: Seeds): Promise<void> {
  const diary = seeds.diary(2)
  diary.checkIn(seeds.day)
  await seeds.keep(diary)
}

const asSet = (id: string, title: string, trace: string, stop: 'form' | 'plan-complete'): DevState => ({
  id: `done/${id}`,
  title,
  trace,
  route: '/done/set',
  seed: (seeds) => seeds.set({ stop }),
})

/** Opens the camera for the next set of the session and works in it for so many seconds of its trace. */
async function workIn(stage: DevStage): Promise<void> {
  // Where sessions were done before, the camera's page comes by itself.
  const set = await stage.open()
  stage.player.start()
  stage.player.playTo(stage.at)
  stage.must(set.current.state === 'working', 'the set is over too soon')
}

export const between: readonly DevState[] = [
  asSet('form-gave', 'Done: form gave', FADES, 'form'),
  asSet('complete', 'Done: all reps', SIDE, 'plan-complete'),
  asSet('hold-gave', 'Done: a hold gave', SAGS, 'form'),
  {
    ...asSet('rest', 'Done: rests before another set', SIDE, 'plan-complete'),
    camera: true,
    show: async (stage) => {
      await stage.find('.between')
      stage.player.hold(stage.player.first, 12)
    },
  },
  {
    ...asSet('again', 'Done: another set may begin', SIDE, 'plan-complete'),
    camera: true,
    show: async (stage) => {
      await stage.find('.between')
      stage.player.hold({ ...stage.player.first, brightness: 0 }, 50)
    },
  },
  {
    ...asSet('over', 'Done: got up, the camera is closed', SIDE, 'plan-complete'),
    camera: true,
    show: async (stage) => {
      await stage.find('.between')
      stage.player.hold({ ...stage.player.first, body: null }, 12)
      await stage.find('.between.off')
    },
  },
  { id: 'session/begin', title: 'Session: about to begin', route: '/session', seed: ready },
  {
    id: 'session/set',
    title: 'Session: in a set',
    route: '/session',
    trace: PLANNED,
    at: 9,
    seed: ready,
    show: workIn,
  },
  {
    id: 'session/rest',
    title: 'Session: rest after a set',
    route: '/session',
    trace: PLANNED,
    at: 10,
    seed: ready,
    show: async (stage) => {
      await workIn(stage)
      stage.session.set?.endSet()
      await stage.find('.rest')
    },
  },
  {
    id: 'session/left-out',
    title: 'Session: a set was left out',
    route: '/session',
    trace: PLANNED,
    seed: ready,
    show: async (stage) => {
      const set = await stage.open()
      set.endSet()
      await stage.find('.rest')
    },
  },
  {
    id: 'session/go-on',
    title: 'Session: goes on in the middle',
    route: '/session',
    seed: async (seeds) => {
      const diary = seeds.diary(2)
      diary.checkIn(seeds.day)
      await seeds.keep(diary)
      await seeds.sessionUnderWay(diary, seeds.day, 3)
    },
  },
  {
    id: 'session/none',
    title: 'Session: none today',
    route: '/session',
    day: '2026-11-19',
    seed: ready,
  },
  asSet('knees', 'Done: knee check', KNEES, 'form'),
]
