/** The pose worker: runs the model off the page's thread. After any error the page replaces it. */
import './trusted-types'
import { createLandmarker, WorkerFault, type Landmarker } from './landmarker'
import { parseToWorker, type FromWorker, type ToWorker } from './protocol'
import type { PoseFrame } from '../core/pose/frame'

let landmarker: Landmarker | null = null

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = parseToWorker(event.data)
  if (!message) {
    send({ kind: 'fault', code: 'pose-failed', detail: 'the worker was sent an unknown message' })
    return
  }
  handle(message).catch(sendFault)
})

function sendFault(error: unknown): void {
  const code = error instanceof WorkerFault ? error.code : 'pose-failed'
  send({ kind: 'fault', code, detail: error instanceof Error ? error.message : String(error) })
}

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === 'start') {
    landmarker = await createLandmarker(message.model, message.delegate, sendFault)
    send({ kind: 'ready' })
    return
  }
  if (!landmarker) {
    message.image.close()
    throw new WorkerFault('pose-failed', 'a frame came before the model was ready')
  }
  const frame = await landmarker.estimate(message.image, message.time)
  send({ kind: 'pose', id: message.id, frame }, buffersOf(frame))
}

function buffersOf({ body }: PoseFrame): Transferable[] {
  if (!body) return []
  const arrays = [body.landmarks, body.world]
  if (body.contour) arrays.push(body.contour.clockwise, body.contour.counter)
  return arrays.map((array) => array.buffer as ArrayBuffer)
}

function send(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}
