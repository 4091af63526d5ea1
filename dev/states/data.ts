/** The person's data: settings, import, and where nothing or not all is kept. */
import { aYear, asExport } from '../../tests/support/year'
import type { DevStage } from '../dev-stage'
import type { DevState } from './state'

const json = (name: string, text: string): File => new File([text], name, { type: 'application/json' })

/** The year of somebody, as they exported it elsewhere. */
const theirYear = ({ seeds }: DevStage): File =>
  json(
    'keel-2026-11-18.json',
    JSON.stringify(asExport(aYear('improver', '2026-11-18', 2), `${seeds.day}T06:00:00.000Z`)),
  )

const toPreview = async (stage: DevStage): Promise<void> => {
  await stage.choose(theirYear(stage))
  await stage.find('.page button.primary')
}
const full = new DOMException('no room', 'QuotaExceededError')

export const data: readonly DevState[] = [
  { id: 'settings/plain', title: 'Settings', route: '/settings' },
  {
    id: 'settings/year',
    title: 'Settings with a year of data',
    route: '/settings',
    seed: (seeds) => seeds.year('improver'),
  },
  { id: 'settings/privacy', title: 'Privacy', route: '/privacy' },
  { id: 'import/choose', title: 'Import: choose a file', route: '/import' },
  { id: 'import/preview', title: 'Import: preview', route: '/import', show: toPreview },
  {
    id: 'import/done',
    title: 'Import: done',
    route: '/import',
    show: async (stage) => {
      await toPreview(stage)
      await stage.press('.page button.primary')
      await stage.find('.page a.primary')
    },
  },
  {
    id: 'import/nothing-new',
    title: 'Import: nothing new',
    route: '/import',
    seed: ({ store }) => store.keepEntries(aYear('improver', '2026-11-18', 2)),
    show: async (stage) => {
      await stage.choose(theirYear(stage))
      await stage.find('.page label.primary, .page .lead + *')
    },
  },
  {
    id: 'import/refused',
    title: 'Import: not a file of Keel’s',
    route: '/import',
    show: async (stage) => {
      await stage.choose(json('notes.json', '{"hello": 1}'))
      await stage.until(() => document.querySelector('main [role=alert]'), 'the refusal')
    },
  },
  {
    id: 'banner/refused',
    title: 'Banner: the browser keeps nothing',
    route: '/',
    seed: ({ faults }) => {
      faults.read = faults.write = new DOMException('no storage here', 'SecurityError')
    },
    show: (stage) => stage.find('.banner'),
  },
  {
    id: 'banner/waiting',
    title: 'Banner: a set waits for room on the device',
    route: '/',
    trace: 'bridge_clean_side',
    seed: (seeds) => seeds.set(),
    show: async (stage) => {
      const kept = await stage.keel.store.readSet('set')
      stage.must(kept?.state === 'ok', 'the set is not there')
      stage.seeds.faults.write = full
      if (kept?.state === 'ok')
        await stage.keel.store.keepSet({ ...kept.value, id: 'another' }).catch(() => undefined)
      await stage.find('.banner')
    },
  },
  {
    id: 'banner/short',
    title: 'Banner: the last set was kept without its angles',
    route: '/',
    seed: (seeds) => seeds.set(),
    show: async (stage) => {
      stage.keel.data.noteSet('short')
      await stage.find('.banner')
    },
  },
  {
    id: 'banner/another-tab',
    title: 'Banner: another tab records',
    route: '/',
    seed: (): Promise<void> =>
      new Promise((held) => {
        void navigator.locks.request('keel-recording', () => {
          held()
          return new Promise(() => undefined)
        })
      }),
    show: (stage) => stage.find('.banner'),
  },
  {
    id: 'banner/undo',
    title: 'A set was just deleted',
    route: '/history',
    seed: (seeds) => seeds.set(),
    show: (stage) => stage.keel.data.deleteSet('set'),
  },
]
