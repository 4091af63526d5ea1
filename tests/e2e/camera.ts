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
 * @param empty seconds of an empty room after it, with a camera's noise: a picture that stands still is a fault of its own
 * @param frozen seconds for which the last picture is repeated exactly
 * @param black seconds of black after that
 */
export function cameraFilm(
  name: string,
  cut: { from?: number; to: number; empty?: number; frozen?: number; black?: number },
): string {
  const { from = 0, to, empty = 0, frozen = 0, black = 0 } = cut
  const folder = path.join(tmpdir(), 'keel-camera-films')
  const film = path.join(
    folder,
    `${[name, from, to, empty > 0 ? `noisy${String(empty)}` : 0, frozen, black].join('-')}.mjpeg`,
  )
  if (existsSync(film)) return film
  mkdirSync(folder, { recursive: true })
  const fresh = `${film}.${String(process.pid)}`
  const pad = [
    empty > 0 ? `,tpad=stop_duration=${String(empty)}:color=gray,noise=alls=6:allf=t` : '',
    frozen > 0 ? `,tpad=stop_duration=${String(frozen)}:stop_mode=clone` : '',
    black > 0 ? `,tpad=stop_duration=${String(black)}:color=black` : '',
  ].join('')
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-ss', String(from), '-to', String(to), '-i', SAMPLE],
    ...['-vf', `fps=${String(CAMERA_RATE)},scale=640:480${pad}`, '-q:v', '5', '-f', 'mjpeg', fresh],
  ])
  renameSync(fresh, film)
  return film
}

/**
 * Somebody who does bridges, sits up, and lies down again: the sample's picture turned a quarter, with the head on
 * top, is as good as a person who sits.
 * @param seated seconds upright, after 16 of bridges and before 24 more
 */
export function sittingFilm(seated: number): string {
  const folder = path.join(tmpdir(), 'keel-camera-films')
  const film = path.join(folder, `sitting-${String(seated)}.mjpeg`)
  if (existsSync(film)) return film
  mkdirSync(folder, { recursive: true })
  const fresh = `${film}.${String(process.pid)}`
  const lying = `setpts=PTS-STARTPTS,fps=${String(CAMERA_RATE)},scale=640:480,setsar=1`
  const turned = `${lying},transpose=cclock,scale=360:480,pad=640:480:140:0,setsar=1`
  const filter = [
    '[0:v]split=3[a][b][c]',
    `[a]trim=0:16,${lying}[first]`,
    `[b]trim=0:1,${turned},tpad=stop_mode=clone:stop_duration=${String(seated - 1)}[up]`,
    `[c]trim=0:24,${lying}[then]`,
    '[first][up][then]concat=n=3:v=1',
  ].join(';')
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-i', SAMPLE, '-filter_complex', filter],
    ...['-q:v', '5', '-f', 'mjpeg', fresh],
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
