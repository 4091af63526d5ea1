/** The pose worker: keeps the model off the page's thread. Any error ends it; the page starts another. */
import './trusted-types'
import { createLandmarker, WorkerFault, type Landmarker } from './landmarker'
import { parseToWorker, type FromWorker, type ToWorker } from './protocol'
import type { PoseFrame } from '../core/pose/frame'

let landmarker: Landmarker | null = null

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = parseToWorker(event.data)
  if (!message) {
    say({ kind: 'fault', code: 'pose-failed', detail: 'the worker was sent something it does not know' })
    return
  }
  handle(message).catch(complain)
})

function complain(error: unknown): void {
  const code = error instanceof WorkerFault ? error.code : 'pose-failed'
  say({ kind: 'fault', code, detail: error instanceof Error ? error.message : String(error) })
}

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === 'start') {
    landmarker = await createLandmarker(message.model, message.delegate, complain)
    say({ kind: 'ready' })
    return
  }
  if (!landmarker) {
    message.image.close()
    throw new WorkerFault('pose-failed', 'a frame came before the model was ready')
  }
  const frame = await landmarker.estimate(message.image, message.time)
  say({ kind: 'pose', id: message.id, frame }, buffersOf(frame))
}

function buffersOf({ body }: PoseFrame): Transferable[] {
  if (!body) return []
  const arrays = [body.landmarks, body.world]
  if (body.contour) arrays.push(body.contour.clockwise, body.contour.counter)
  return arrays.map((array) => array.buffer as ArrayBuffer)
}

function say(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}
