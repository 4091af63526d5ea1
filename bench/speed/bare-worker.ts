/** The yardstick: the model alone, over pictures that lie ready, with the options that Keel uses. */
import '../../src/pose-worker/trusted-types'
import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision'

export type ToBare =
  | { readonly kind: 'start'; readonly model: string }
  | { readonly kind: 'pictures'; readonly pictures: readonly VideoFrame[] }
  /** Once over all pictures, or round and round for so many milliseconds. */
  | { readonly kind: 'run'; readonly milliseconds: number | null }

let landmarker: PoseLandmarker | null = null
let pictures: readonly VideoFrame[] = []
let stamp = 0

async function start(model: string): Promise<void> {
  const wasm = await FilesetResolver.forVisionTasks(new URL('/wasm', self.location.origin).href, true)
  landmarker = await PoseLandmarker.createFromOptions(wasm, {
    baseOptions: { modelAssetPath: new URL(`/models/${model}`, self.location.origin).href, delegate: 'CPU' },
    runningMode: 'VIDEO',
    numPoses: 1,
    outputSegmentationMasks: true,
  })
}

/** Milliseconds of each `detectForVideo`, picture after picture. */
function run(milliseconds: number | null): number[] {
  const spent: number[] = []
  const end = performance.now() + (milliseconds ?? 0)
  do {
    for (const picture of pictures) {
      const began = performance.now()
      landmarker?.detectForVideo(picture, (stamp += 83), (result) => {
        result.close()
      })
      spent.push(performance.now() - began)
      if (milliseconds !== null && performance.now() >= end) break
    }
  } while (milliseconds !== null && performance.now() < end)
  return spent
}

self.onmessage = ({ data }: MessageEvent<ToBare>) => {
  if (data.kind === 'start')
    void start(data.model).then(() => {
      self.postMessage([])
    })
  else if (data.kind === 'pictures') {
    pictures = data.pictures
    self.postMessage([])
  } else self.postMessage(run(data.milliseconds))
}
