/** Analyses a folder of films with known truth, in one browser, and scores what came of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AnalyseRequest } from '../../src/analyse-page'
import { AnalyserPage } from '../../scripts/analyser-page'
import type { AnalysisReport } from '../../src/core/analysis/report'
import { renderedTruth, type ManifestClip, type RenderedTruth, type TruthFile } from './rendered-truth'
import { printScored } from './score'
import { scoreRendered } from './score-rendered'

const PAGES = 2

export interface FilmsRequest {
  /** With manifest.json, and NAME.truth.json beside each film. */
  readonly folder: string
  /** Where NAME.json goes. */
  readonly out: string
  /** Where the recorded traces go; null for nowhere. */
  readonly traces: string | null
  /** Part of the names of the films that are analysed; empty for all. */
  readonly only: string
  readonly analyse: Omit<AnalyseRequest, 'exercise'>
}

const readJson = (...parts: readonly string[]): unknown =>
  JSON.parse(readFileSync(path.join(...parts), 'utf8'))

interface KnownFilm {
  readonly file: string
  readonly truth: RenderedTruth
}

/** Reads what is known of a folder's films. */
export function truthOf(folder: string, only: string): readonly KnownFilm[] {
  const { clips } = readJson(folder, 'manifest.json') as { readonly clips: readonly ManifestClip[] }
  return clips
    .filter(({ name }) => name.includes(only))
    .map((clip) => ({
      file: clip.file,
      truth: renderedTruth(clip, readJson(folder, `${clip.name}.truth.json`) as TruthFile),
    }))
}

/** Analyses, writes and scores; films that fail are told on stderr and end with 1. */
export async function judgeFilms(request: FilmsRequest): Promise<void> {
  const { folder, out, traces, only, analyse } = request
  const films = truthOf(folder, only)
  const reports = new Map<string, AnalysisReport>()
  mkdirSync(out, { recursive: true })
  if (traces !== null) mkdirSync(traces, { recursive: true })
  const page = await AnalyserPage.open()
  const queue = films.values()
  const work = async (): Promise<void> => {
    for (const { file, truth } of queue) {
      const { name, exercise } = truth
      try {
        const { report, trace, milliseconds } = await page.analyse(path.join(folder, file), {
          ...analyse,
          exercise,
        })
        reports.set(name, report)
        writeFileSync(path.join(out, `${name}.json`), `${JSON.stringify(report)}\n`)
        if (trace !== null && traces !== null)
          writeFileSync(path.join(traces, `${name}.ktr.gz`), Buffer.from(trace, 'base64'))
        const each = milliseconds / Math.max(1, report.clip.analysedFrames)
        console.error(`${name}: ${String(report.clip.analysedFrames)} frames, ${each.toFixed(1)} ms each`)
      } catch (error) {
        process.exitCode = 1
        console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: PAGES }, work))
  } finally {
    await page.close()
  }
  printScored(
    scoreRendered(
      films.map(({ truth }) => truth),
      reports,
    ),
  )
}
