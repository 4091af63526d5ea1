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

/** A piece of a film, in seconds; its first picture is held before it. */
interface Piece {
  readonly film: string
  readonly from: number
  readonly to: number
  readonly held?: number
}

/**
 * A whole session of somebody who does two sets of bird dogs and two of bridges, rests between them, and takes the
 * start position in time. Each set shows two reps more than the six that are asked for: one may be missed.
 * @param birdDogs a film of six bird dogs from the side, the first after a second and a half in their start position
 */
export function twoExercisesFilm(birdDogs: string): string {
  const six = { film: birdDogs, from: 0, to: 30.5 }
  const more = { film: birdDogs, from: 1.5, to: 11 }
  const bridges = { film: SAMPLE, from: 0, to: 42, held: 47 }
  return joinedFilm(`two-${path.basename(birdDogs, '.mp4')}`, [
    ...[{ ...six, held: 25 }, more, { ...six, held: 50 }, more],
    ...[bridges, bridges],
  ])
}

function joinedFilm(name: string, pieces: readonly Piece[]): string {
  const folder = path.join(tmpdir(), 'keel-camera-films')
  const film = path.join(folder, `${name}.mjpeg`)
  if (existsSync(film)) return film
  mkdirSync(folder, { recursive: true })
  const fresh = `${film}.${String(process.pid)}`
  // A picture that stands still is a fault of its own, so a held one has a camera's noise.
  const filters = pieces.map(({ from, to, held = 0 }, index) =>
    [
      `[${String(index)}:v]trim=${String(from)}:${String(to)},setpts=PTS-STARTPTS`,
      `fps=${String(CAMERA_RATE)},scale=640:480,setsar=1`,
      `tpad=start_mode=clone:start_duration=${String(held)},noise=alls=5:allf=t[piece${String(index)}]`,
    ].join(),
  )
  const all = pieces.map((_, index) => `[piece${String(index)}]`).join('')
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', ...pieces.flatMap((piece) => ['-i', piece.film])],
    ...['-filter_complex', [...filters, `${all}concat=n=${String(pieces.length)}:v=1`].join(';')],
    ...['-q:v', '8', '-f', 'mjpeg', fresh],
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
