/**
 * `npm run --silent analyse -- FILE --exercise E [options]`: the app's own way from a film to an analysis, in a
 * headless browser; or from a recorded trace, which needs none. Prints one `keel.analysis/1` document on stdout,
 * everything else on stderr. Exit 0, or 2 with one line for a bad file or argument.
 */
import { writeFileSync } from 'node:fs'
import type { AnalysisReport } from '../src/core/analysis/report'
import { parseArguments, USAGE, UsageError, type AnalyseArguments } from './analyse-arguments'
import { analyseFrames, looksLikeTrace, readTraceFile, TraceFileError } from './analyse-trace'

async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(USAGE)
    return
  }
  if (argv.includes('--batch')) {
    const { batch } = await import('./batch')
    process.exitCode = (await batch(argv)) > 0 ? 1 : 0
    return
  }
  const asked = parseArguments(argv)
  const report = looksLikeTrace(asked.clip) ? ofTrace(asked) : await ofFilm(asked)
  if (report.exercise === null) console.error('none of these: the movement is no exercise that Keel knows')
  process.stdout.write(`${JSON.stringify(report)}\n`)
}

function ofTrace({ clip, filmOptions, request }: AnalyseArguments): AnalysisReport {
  if (filmOptions.length > 0)
    throw new UsageError(`${clip} is a recorded trace; ${filmOptions.join(' and ')} can only go with a film`)
  const began = performance.now()
  try {
    const report = analyseFrames(readTraceFile(clip), request)
    tellTime(report, performance.now() - began)
    return report
  } catch (error) {
    throw error instanceof TraceFileError ? new UsageError(`${clip}: ${error.message}`) : error
  }
}

async function ofFilm({ clip, traceFile, request }: AnalyseArguments): Promise<AnalysisReport> {
  // A browser and a bundler take seconds to load, which a trace does without.
  const { AnalyserPage, FilmError } = await import('./analyser-page')
  const page = await AnalyserPage.open()
  try {
    const { report, trace, warnings, milliseconds } = await page.analyse(clip, request)
    for (const warning of warnings) console.error(`warning: ${clip}: ${warning}`)
    tellTime(report, milliseconds)
    if (traceFile !== null && trace !== null) writeFileSync(traceFile, Buffer.from(trace, 'base64'))
    return report
  } catch (error) {
    throw error instanceof FilmError ? new UsageError(`${clip}: ${error.message}`) : error
  } finally {
    await page.close()
  }
}

function tellTime({ clip }: AnalysisReport, milliseconds: number): void {
  const perFrame = milliseconds / Math.max(1, clip.analysedFrames)
  console.error(`${String(clip.analysedFrames)} frames, ${perFrame.toFixed(1)} ms each`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`analyse: ${error.message}`)
    process.exitCode = 2
  } else {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
