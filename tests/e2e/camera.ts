/** Films for Chromium's fake camera, made from our own sample when a test needs them. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium'

const SAMPLE = path.resolve(import.meta.dirname, '../../public/sample/bridge.mp4')

/** The fake camera plays 30 pictures a second whatever the file says, and begins anew at the end. */
const CAMERA_RATE = 30

/**
 * Cuts the sample for the camera; kept in the system's temporary folder from run to run.
 * @param empty seconds of an empty room after it
 */
export function cameraFilm(
  name: string,
  { from = 0, to, empty = 0 }: { from?: number; to: number; empty?: number },
): string {
  const folder = path.join(tmpdir(), 'keel-camera-films')
  const film = path.join(folder, `${name}-${String(from)}-${String(to)}-${String(empty)}.mjpeg`)
  if (existsSync(film)) return film
  mkdirSync(folder, { recursive: true })
  const fresh = `${film}.${String(process.pid)}`
  const pad = empty > 0 ? `,tpad=stop_duration=${String(empty)}:color=gray` : ''
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-ss', String(from), '-to', String(to), '-i', SAMPLE],
    ...['-vf', `fps=${String(CAMERA_RATE)},scale=640:480${pad}`, '-q:v', '5', '-f', 'mjpeg', fresh],
  ])
  renameSync(fresh, film)
  return film
}

/** How to start a browser whose camera shows a film, with or without somebody who says yes. */
export function withCamera(film: string, allowed = true) {
  const executablePath = findChromium()
  return {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...CHROMIUM_FLAGS,
      '--use-fake-device-for-media-stream',
      ...(allowed ? ['--use-fake-ui-for-media-stream'] : []),
      `--use-file-for-fake-video-capture=${film}`,
    ],
  }
}
