/**
 * Makes the `.task` bundles that the app serves from the files of the `@mediapipe/pose` package,
 * and checks them against the sums in `manifest.json`. Makes nothing that is already there and right.
 *
 *   npm run models
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { zipSync } from 'fflate'
import { withNormalization } from './metadata'

interface Source {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}
interface Manifest {
  readonly detector: Source
  readonly models: readonly (Source & { readonly landmarks: Source })[]
}

const here = import.meta.dirname
const packageFolder = path.dirname(createRequire(import.meta.url).resolve('@mediapipe/pose/package.json'))
const manifest = JSON.parse(readFileSync(path.join(here, 'manifest.json'), 'utf8')) as Manifest

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function checked(bytes: Uint8Array, expected: Source): Uint8Array {
  const sum = sha256(bytes)
  if (sum !== expected.sha256 || bytes.length !== expected.bytes)
    throw new Error(
      `${expected.file}: sha256 ${sum} (${String(bytes.length)} bytes) is not what manifest.json says`,
    )
  return bytes
}

function source(from: Source): Uint8Array {
  return checked(new Uint8Array(readFileSync(path.join(packageFolder, from.file))), from)
}

function upToDate(target: string, expected: Source): boolean {
  return existsSync(target) && sha256(readFileSync(target)) === expected.sha256
}

for (const model of manifest.models) {
  const target = path.join(here, model.file)
  if (upToDate(target, model)) continue
  // Stored, not deflated, and undated: Tasks maps the files in place, and the sum must not change by the day.
  const task = zipSync(
    {
      'pose_detector.tflite': withNormalization(source(manifest.detector), { mean: 127.5, std: 127.5 }),
      'pose_landmarks_detector.tflite': withNormalization(source(model.landmarks), { mean: 0, std: 255 }),
    },
    { level: 0, mtime: new Date(1980, 0, 1) },
  )
  writeFileSync(target, checked(task, model))
  console.log(`made models/${model.file}`)
}
