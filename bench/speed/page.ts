/** The page that `npm run bench` drives: the bare model and Keel's own way from film to overlay, side by side. */
import '../../src/pose-worker/trusted-types'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import { looksAt } from '../../src/app/camera/graphics'
import { differenceOf, verdictOf, type Difference, type Verdict } from '../../src/app/camera/graphics-verdict'
import { FilmAnalysis } from '../../src/app/camera/film-analysis.svelte'
import { openFilm } from '../../src/capture/film/film'
import { sampler } from '../../src/capture/sampler'
import { exercises } from '../../src/exercises'
import { PoseClient, type WorkerLike } from '../../src/pose-worker/client'
import { FilmScreen } from '../../src/ui/film/screen'
import manifest from '../../models/manifest.json'
import type { ToBare } from './bare-worker'

/** As in the app: see FilmAnalysis. */
const FILM_RATE = 12

export interface BareRound {
  /** Milliseconds of each `detectForVideo`. */
  readonly spent: readonly number[]
  /** The whole loop. */
  readonly milliseconds: number
}

export interface KeelRound {
  readonly frames: number
  /** From the first picture that went to the worker to the last overlay. */
  readonly milliseconds: number
  /** Also opening the film and making the record. */
  readonly whole: number
  /** Each frame's time from the page and back, less the model's. */
  readonly worker: readonly number[]
  /** Each frame's time in the analyser, and in analyser and overlay. */
  readonly analyser: readonly number[]
  readonly page: readonly number[]
}

/** How the graphics delegate compares with the processor, whatever draws here. */
export interface GraphicsFigures {
  readonly processor: readonly number[]
  readonly graphics: readonly number[]
  /** From the processor's poses on the whole pictures: the processor's on half, and the graphics delegate's. */
  readonly half: readonly (Difference | null)[]
  readonly found: readonly (Difference | null)[]
  readonly verdict: Verdict | null
}

declare global {
  interface Window {
    keelBench: {
      /** Reads the film's pictures and loads the bare model, and Keel's where it is wanted; returns how many pictures. */
      prepare(keel: boolean): Promise<number>
      /** Fills the page with the camera's picture, as a live set does. */
      showCamera(): Promise<void>
      bare(): Promise<BareRound>
      keel(): Promise<KeelRound>
      firstPose(bare: boolean): Promise<number>
      bareFor(milliseconds: number): Promise<BareRound>
      graphics(): Promise<GraphicsFigures>
    }
  }
}

const FILM = '/short.mp4'
const model = manifest.models.find(({ name }) => name === 'full')?.file ?? ''
const pictures: VideoFrame[] = []
let bareWorker: Worker | null = null
let blob = new Blob()

/** Every picture that the app would look at, in memory: the bare loop waits for nothing. */
async function readPictures(): Promise<void> {
  const film = await openFilm(blob)
  const due = sampler(FILM_RATE)
  const taken: Promise<VideoFrame>[] = []
  await film.poses(
    {
      estimate: (image, time) => {
        if (image instanceof VideoFrame && due(time)) taken.push(inMemory(image))
        else image.close()
        return Promise.resolve(null)
      },
    },
    () => undefined,
  )
  pictures.push(...(await Promise.all(taken)))
  film.close()
}

/** A copy that holds no buffer of the decoder's. */
async function inMemory(frame: VideoFrame): Promise<VideoFrame> {
  const { format, timestamp, visibleRect } = frame
  if (format === null || visibleRect === null) throw new Error('a picture without a format')
  const bytes = new Uint8Array(frame.allocationSize())
  await frame.copyTo(bytes)
  frame.close()
  const size = { codedWidth: visibleRect.width, codedHeight: visibleRect.height }
  return new VideoFrame(bytes, { format, timestamp, ...size })
}

const newBareWorker = (): Worker =>
  new Worker(new URL('./bare-worker.ts', import.meta.url), { type: 'module', name: 'bare' })

function ask(worker: Worker, message: ToBare): Promise<number[]> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number[]>) => {
      resolve(data)
    }
    worker.onerror = (event) => {
      reject(new Error(event.message))
    }
    worker.postMessage(message)
  })
}

async function bare(milliseconds: number | null): Promise<BareRound> {
  if (!bareWorker) throw new Error('not prepared')
  const began = performance.now()
  const spent = await ask(bareWorker, { kind: 'run', milliseconds })
  return { spent, milliseconds: performance.now() - began }
}

/** When each frame left for the worker and its pose came back. */
const left: number[] = []
const back: number[] = []

function timedSpawn(): WorkerLike {
  const worker = new Worker(new URL('./timed-worker.ts', import.meta.url), { type: 'module', name: 'pose' })
  const like: WorkerLike = {
    postMessage: (message, transfer) => {
      if (message.kind === 'frame') left.push(performance.now())
      worker.postMessage(message, transfer)
    },
    terminate: () => {
      worker.terminate()
    },
    onmessage: null,
    onerror: null,
  }
  worker.onmessage = (event: MessageEvent<{ kind: string }>) => {
    if (event.data.kind === 'pose') back.push(performance.now())
    like.onmessage?.(event)
  }
  worker.onerror = (event) => like.onerror?.(event)
  return like
}

const client = new PoseClient({ spawn: timedSpawn })

function inferences(): Promise<number[]> {
  const channel = new BroadcastChannel('keel-bench')
  return new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<number[]>) => {
      channel.close()
      resolve(data)
    }
    channel.postMessage('give')
  })
}

async function keel(): Promise<KeelRound> {
  left.length = back.length = 0
  const judged: number[] = []
  const shown: number[] = []
  let last = 0
  const screen = new FilmScreen()
  const canvas = document.querySelector<HTMLCanvasElement>('#screen')
  if (canvas) screen.showOn(canvas)
  const analysis = new FilmAnalysis(client)
  const analyser = createAnalyser({ exercise: exercises.bridge, variation: null, side: null })
  analysis.paintWith({
    picture: (picture, time) => {
      screen.picture(picture, time)
    },
    pose: (frame) => {
      screen.pose(frame)
      last = performance.now()
      shown.push(last)
    },
  })
  const before: number[] = []
  const began = performance.now()
  await analysis.analyse({
    film: () => Promise.resolve(blob),
    head: {
      ...{ id: 'bench', startedAt: new Date(0).toISOString(), zone: 'UTC', day: '1970-01-01' },
      ...{ source: 'film', exercise: 'bridge', variation: null, side: null, target: null },
    },
    analyser: {
      step: (frame) => {
        const from = performance.now()
        before.push(from)
        const events = analyser.step(frame)
        judged.push(performance.now() - from)
        return events
      },
      interrupt: () => analyser.interrupt(),
      reading: () => analyser.reading(),
      finish: () => analyser.finish(),
    },
  })
  const whole = performance.now() - began
  if (analysis.state !== 'done') throw new Error(`the film was not read: ${String(analysis.fault)}`)
  const spent = await inferences()
  return {
    frames: back.length,
    milliseconds: last - (left[0] ?? 0),
    whole,
    worker: back.map((time, i) => time - (left[i] ?? 0) - (spent[i] ?? 0)),
    analyser: judged,
    page: shown.map((time, i) => time - (before[i] ?? 0)),
  }
}

/** Milliseconds from nothing to the first pose, the files lying in the browser's cache. */
async function firstPose(alone: boolean): Promise<number> {
  const picture = pictures[0]
  if (!picture) throw new Error('not prepared')
  const began = performance.now()
  if (alone) {
    const worker = newBareWorker()
    await ask(worker, { kind: 'start', model })
    await ask(worker, { kind: 'pictures', pictures: [picture] })
    await ask(worker, { kind: 'run', milliseconds: null })
    worker.terminate()
  } else {
    const fresh = new PoseClient()
    await fresh.start()
    await fresh.estimate(picture.clone(), 0)
    fresh.close()
  }
  return performance.now() - began
}

async function graphics(): Promise<GraphicsFigures> {
  const bitmaps = await Promise.all(pictures.slice(0, 3).map((picture) => createImageBitmap(picture)))
  const looking = { client: () => new PoseClient({ lastResort: null }), now: () => performance.now() }
  const looks = await looksAt(bitmaps, looking, new AbortController().signal)
  if (looks === null) throw new Error('the processor saw nothing')
  const { processor, half, graphics: chip } = looks
  const times = (of: typeof processor): number[] => of.map(({ milliseconds }) => milliseconds)
  const apart = (of: typeof processor): (Difference | null)[] =>
    processor.map(({ frame }, i) => differenceOf(frame, of[i]?.frame ?? null))
  return {
    ...{ processor: times(processor), graphics: times(chip) },
    ...{ half: apart(half), found: apart(chip), verdict: verdictOf(looks) },
  }
}

window.keelBench = {
  prepare: async (both) => {
    blob = await (await fetch(FILM)).blob()
    await readPictures()
    bareWorker = newBareWorker()
    await ask(bareWorker, { kind: 'start', model })
    await ask(bareWorker, { kind: 'pictures', pictures })
    if (both) await client.start()
    return pictures.length
  },
  showCamera: async () => {
    const video = document.querySelector<HTMLVideoElement>('#camera')
    if (!video) throw new Error('no place for the camera')
    video.srcObject = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
    })
    video.width = window.innerWidth
    video.height = window.innerHeight
    await video.play()
  },
  bare: () => bare(null),
  bareFor: bare,
  keel,
  firstPose,
  graphics,
}
