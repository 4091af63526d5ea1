/**
 * `npm run --silent analyse -- CLIP --exercise E [options]`: the app's own way from a video file to an analysis,
 * in a headless browser. Prints one `keel.analysis/1` document on stdout, everything else on stderr.
 * Exit 0, or 2 with one line for a bad file or argument.
 */
import { writeFileSync } from 'node:fs'
import { AnalyserPage, FilmError } from './analyser-page'
import { parseArguments, USAGE, UsageError } from './analyse-arguments'

async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(USAGE)
    return
  }
  const { clip, traceFile, request } = parseArguments(argv)
  const page = await AnalyserPage.open()
  try {
    const { report, trace, warnings, milliseconds } = await page.analyse(clip, request)
    for (const warning of warnings) console.error(`warning: ${clip}: ${warning}`)
    const perFrame = milliseconds / Math.max(1, report.clip.analysedFrames)
    console.error(`${String(report.clip.analysedFrames)} frames, ${perFrame.toFixed(1)} ms each`)
    if (traceFile !== null && trace !== null) writeFileSync(traceFile, Buffer.from(trace, 'base64'))
    process.stdout.write(`${JSON.stringify(report)}\n`)
  } catch (error) {
    throw error instanceof FilmError ? new UsageError(`${clip}: ${error.message}`) : error
  } finally {
    await page.close()
  }
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
