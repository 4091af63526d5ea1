/** Keeps a set together with its movement, and reads the movement again. */
import type { PoseFrame } from '../../../core/pose/frame'
import type { SetRecord } from '../../../storage/records/schema'
import type { Store } from '../../../storage/device/store'
import { packTrace, unpackTrace } from './trace-recorder'

/** Keeps a set, and then its movement and what it measured where there is room. @throws what the device refuses to keep of the set */
export async function keepSetWithTrace(
  store: Store,
  record: SetRecord,
  trace: readonly PoseFrame[],
): Promise<void> {
  await store.keepSet(record)
  try {
    await store.usual.keep(record)
  } catch {
    // The next set has nothing to be compared with, as the first one had not.
  }
  if (trace.length < 2) return
  try {
    await store.media.keepTrace(record.id, record.startedAt, await packTrace(trace))
  } catch {
    // The review says that there is no movement to play.
  }
}

/** The movement of a kept set; null when it is gone or can't be read. */
export async function readTrace(store: Store, id: string): Promise<readonly PoseFrame[] | null> {
  const gzip = await store.media.readTrace(id)
  return gzip === null ? null : unpackTrace(gzip)
}
