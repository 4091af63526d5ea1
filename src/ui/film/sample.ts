/** The film that comes with Keel: eight bridges whose last two give. */
import { CaptureFault } from '../../capture/fault'
import type { ExerciseId } from '../../core/analysis/model'

export const sampleExercise: ExerciseId = 'bridge'
const SAMPLE = 'sample/bridge.mp4'

export async function fetchSample(): Promise<Blob> {
  const response = await fetch(SAMPLE).catch((error: unknown) => {
    throw new CaptureFault('film-unreadable', String(error))
  })
  if (!response.ok) throw new CaptureFault('film-unreadable', `${response.status}`)
  return response.blob()
}
