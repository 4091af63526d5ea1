/** The sample film that comes with Keel. */
import { CaptureFault } from '../../capture/fault'
import type { ExerciseId } from '../../core/analysis/model'
import { exerciseIds } from '../../core/compiled/exercise-ids'
import { outlines } from '../../exercises/outlines'

const sample = Object.values(outlines).find(({ sampleFilm }) => sampleFilm !== undefined)

export const sampleExercise: ExerciseId = sample?.id ?? exerciseIds[0]

export async function fetchSample(): Promise<Blob> {
  const response = await fetch(sample?.sampleFilm ?? '').catch((error: unknown) => {
    throw new CaptureFault('film-unreadable', String(error))
  })
  if (!response.ok) throw new CaptureFault('film-unreadable', `${response.status}`)
  return response.blob()
}
