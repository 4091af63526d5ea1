/** What goes wrong in front of the camera, before and in the middle of a set. */
import { CaptureFault, type CaptureFaultCode } from '../../src/capture/fault'
import type { DevState } from './state'

const SIDE = 'bridge_clean_side'
const codes: readonly CaptureFaultCode[] = [
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'camera-unsuitable',
  'camera-unsupported',
  'camera-lost',
  'model-missing',
  'model-corrupt',
  'graphics-missing',
  'pose-failed',
]

export const trouble: readonly DevState[] = [
  ...codes.map((code): DevState => ({
    id: `trouble/${code}`,
    title: `Trouble: ${code}`,
    trace: SIDE,
    show: ({ session }) => {
      session.fault = new CaptureFault(code)
      session.state = 'fault'
    },
  })),
  {
    id: 'trouble/lost-in-set',
    title: 'The camera is lost in a set, which can go on',
    trace: SIDE,
    at: 12.5,
    show: async (stage) => {
      const set = await stage.work()
      stage.player.playTo(stage.at)
      set.loseSight('camera')
      stage.session.fault = new CaptureFault('camera-lost')
      stage.session.state = 'fault'
    },
  },
  {
    id: 'trouble/nothing-counted',
    title: 'Nothing was counted',
    trace: SIDE,
    show: async (stage) => {
      const set = await stage.work()
      set.endSet()
    },
  },
  {
    id: 'trouble/nobody-came',
    title: 'Nobody came in three minutes',
    trace: SIDE,
    show: async (stage) => {
      const set = await stage.open()
      const { player } = stage
      stage.must(
        player.hold({ ...player.first, body: null }, 200, () => set.current.state === 'ended'),
        'the set still waits',
      )
    },
  },
  {
    id: 'trouble/not-kept',
    title: 'The set could not be kept',
    trace: SIDE,
    at: 20,
    show: async (stage) => {
      const set = await stage.work()
      stage.player.playTo(stage.at)
      stage.seeds.faults.write = new DOMException('the disk failed', 'DataError')
      set.endSet()
      await stage.until(
        () =>
          stage.set?.state === 'ended' && stage.set.record !== null && stage.set.saving.state === 'failed',
        'the failure',
      )
    },
  },
  {
    id: 'trouble/another-tab',
    title: 'Another tab records',
    trace: SIDE,
    show: async (stage) => {
      await new Promise<void>((held) => {
        void navigator.locks.request('keel-recording', () => {
          held()
          return new Promise(() => undefined)
        })
      })
      await stage.press('.ask .primary')
      await stage.find('.veil')
    },
  },
]
