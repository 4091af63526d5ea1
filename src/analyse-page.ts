/**
 * The page behind `npm run analyse`: the app's own way from a video file to an analysis, without screens.
 * The command puts a file into the input and calls `keelAnalyse`.
 */
import './pose-worker/trusted-types'
import type { AnalysisReport } from './core/analysis/report'
import type { PoseFrame, Side } from './core/pose/frame'
import { CaptureFault } from './capture/fault'
import { openFilm, type Film, type FilmRun } from './capture/film/film'
import { saveTrace } from './capture/trace'
import { Judging } from './exercises/judging'
import { PoseClient } from './pose-worker/client'
import type { ModelName } from './pose-worker/protocol'

export interface AnalyseRequest {
  /** An exercise's id, or `auto`. */
  readonly exercise: string
  readonly variation: string | null
  readonly side: Side | null
  readonly series: boolean
  readonly fps: number | null
  readonly model: ModelName
  /** Also return the recorded pose frames. */
  readonly trace: boolean
}

export type AnalyseAnswer =
  | {
      readonly ok: true
      readonly report: AnalysisReport
      /** Gzipped trace, base64. */
      readonly trace: string | null
      /** What the person should know of the film: cut off, damaged, cut, turned or retimed; one line each. */
      readonly warnings: readonly string[]
      /** Milliseconds from the first picture to the last pose. */
      readonly milliseconds: number
    }
  | { readonly ok: false; readonly code: string; readonly detail: string }

declare global {
  interface Window {
    keelAnalyse: (request: AnalyseRequest) => Promise<AnalyseAnswer>
  }
}

window.keelAnalyse = async (request) => {
  try {
    return await analyse(request)
  } catch (error) {
    if (error instanceof CaptureFault) return { ok: false, code: error.code, detail: error.detail }
    throw error
  }
}

async function analyse(request: AnalyseRequest): Promise<AnalyseAnswer> {
  const file = document.querySelector<HTMLInputElement>('#film')?.files?.[0]
  if (!file) throw new Error('no file')
  const judging = new Judging(request)
  const film = await openFilm(file)
  const client = new PoseClient({ lastResort: null })
  try {
    await client.start(request.model, 'CPU')
    const recorded: PoseFrame[] = []
    const began = performance.now()
    const run = await film.poses(
      client,
      (frame) => {
        judging.step(frame)
        if (request.trace) recorded.push(frame)
      },
      { everyFps: request.fps, onBreak: () => judging.interrupt() },
    )
    const milliseconds = performance.now() - began
    const { width, height, duration } = film
    const clip = { width, height, duration, frames: run.frames, analysedFrames: run.analysedFrames }
    return {
      ok: true,
      report: judging.report(clip, { series: request.series }),
      trace: request.trace ? base64(new Uint8Array(await (await saveTrace(recorded)).arrayBuffer())) : null,
      warnings: warningsOf(film, run),
      milliseconds,
    }
  } finally {
    client.close()
    film.close()
  }
}

function warningsOf({ retimed }: Film, { fault, gaps, turns }: FilmRun): string[] {
  const seconds = (time: number): string => time.toFixed(1)
  return [
    ...(fault === null ? [] : [`the film is cut off (${fault.detail}); this is what came before`]),
    ...gaps.map(({ because, from, to }) =>
      because === 'cut'
        ? `the film was cut at ${seconds(from)} s; no rep or hold was counted across it`
        : `the film is damaged from ${seconds(from)} to ${seconds(to)} s; nobody watched there`,
    ),
    ...(turns === 0
      ? []
      : ['the picture changed its shape in mid-film; no rep or hold was counted across it']),
    ...(retimed ? ['a part was slowed or sped up; it is read at the speed at which it was recorded'] : []),
  ]
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}
