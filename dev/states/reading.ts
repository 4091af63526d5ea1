/** Screens to read or to choose on: set-up, choosing, films, learning, and what is not there. */
import { exercises } from '../../src/exercises'
import type { DevState } from './state'

const film = (id: string, title: string, file: File): DevState => ({
  id: `film/${id}`,
  title: `Film: ${title}`,
  route: '/film',
  show: async (stage) => {
    await stage.choose(file)
    await stage.until(() => document.querySelector('main [role=alert]'), 'the fault')
  },
})

export const reading: readonly DevState[] = [
  { id: 'start/red-flags', title: 'Set-up: is this for you', route: '/start' },
  {
    id: 'start/emergency',
    title: 'Set-up: an emergency sign is ticked',
    route: '/start',
    show: async (stage) => {
      await stage.press('fieldset input')
      await stage.find('.advice')
    },
  },
  {
    id: 'start/see-someone',
    title: 'Set-up: a sign to be looked at is ticked',
    route: '/start',
    show: async (stage) => {
      await stage.press('fieldset + fieldset input')
      await stage.find('.advice')
    },
  },
  {
    id: 'start/profile',
    title: 'Set-up: your days and your back',
    route: '/start',
    show: async (stage) => {
      await stage.press('.primary.large')
      await stage.find('form')
    },
  },
  {
    id: 'start/again',
    title: 'Set-up, once more',
    route: '/start',
    seed: (seeds) => seeds.keep(seeds.diary(2)),
  },
  { id: 'choose/plain', title: 'Choose a set', route: '/choose' },
  { id: 'film/pick', title: 'Film: choose one', route: '/film' },
  film('empty', 'an empty file', new File([], 'empty.mp4', { type: 'video/mp4' })),
  film('unreadable', 'not a film', new File(['not a film'], 'notes.mp4', { type: 'video/mp4' })),
  { id: 'learn/all', title: 'Learn', route: '/learn' },
  { id: 'learn/camera', title: 'Learn: what the camera can’t see', route: '/learn/camera' },
  ...Object.values(exercises).flatMap(({ id, checks }): DevState[] => [
    { id: `learn/${id}`, title: `Learn: ${id}`, route: `/learn/${id}` },
    ...checks.map(({ id: check }) => ({
      id: `learn/${id}-${check}`,
      title: `Learn: ${id}, ${check}`,
      route: `/learn/${id}/${check}`,
    })),
  ]),
  { id: 'missing/address', title: 'No such address', route: '/nowhere' },
  {
    id: 'missing/records',
    title: 'The records can’t be opened',
    route: '/',
    seed: ({ faults }) => {
      // The device answers once: one that never did would be taken for a browser that keeps nothing.
      faults.read = new DOMException('the disk failed', 'DataError')
      faults.readsLeft = 1
    },
  },
  {
    id: 'help/keys',
    title: 'The keys of a screen',
    route: '/',
    show: async (stage) => {
      await stage.press('footer .keys')
      await stage.find('dialog')
    },
  },
]
