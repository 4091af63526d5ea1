/** Films made in the browser, so that a test knows every frame of them. */
import {
  AudioSampleSource,
  AudioSample,
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny'

export interface MadeFilm {
  readonly frames: number
  readonly fps?: number
  readonly width?: number
  readonly height?: number
  readonly container?: 'webm' | 'mp4'
  /** Degrees clockwise by which a player has to turn it. */
  readonly rotation?: 0 | 90
}

/** A VP8 film whose n-th frame is a grey of brightness n / frames, white in the left upper quarter. */
export async function makeFilm(made: MadeFilm): Promise<Blob> {
  const { frames, fps = 30, width = 64, height = 48, container = 'webm', rotation = 0 } = made
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2D canvas')
  const target = new BufferTarget()
  const format =
    container === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' })
  const output = new Output({ format, target })
  const source = new CanvasSource(canvas, {
    codec: container === 'webm' ? 'vp8' : 'vp9',
    quality: new Quality('medium'),
  })
  output.addVideoTrack(source, { frameRate: fps, rotation })
  await output.start()
  for (let i = 0; i < frames; i++) {
    context.fillStyle = `rgb(${[0, 0, 0].fill(Math.round((255 * i) / frames)).join(' ')})`
    context.fillRect(0, 0, width, height)
    context.fillStyle = 'white'
    context.fillRect(0, 0, width / 2, height / 2)
    await source.add(i / fps, 1 / fps)
  }
  await output.finalize()
  return new Blob([target.buffer ?? new ArrayBuffer(0)])
}

/** A file with sound and no picture. */
export async function makeSound(): Promise<Blob> {
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const source = new AudioSampleSource({ codec: 'opus', quality: new Quality('low') })
  output.addAudioTrack(source)
  await output.start()
  const data = new Float32Array(4800)
  const sample = new AudioSample({
    data,
    format: 'f32',
    numberOfChannels: 1,
    sampleRate: 48_000,
    timestamp: 0,
  })
  await source.add(sample)
  await output.finalize()
  return new Blob([target.buffer ?? new ArrayBuffer(0)])
}

/** Brightness, 0-255, of a made film's picture where it is grey. */
export function greyOf(picture: VideoFrame | ImageBitmap): number {
  const context = new OffscreenCanvas(8, 8).getContext('2d')
  if (!context) throw new Error('no 2D canvas')
  context.drawImage(picture, 0, 0, 8, 8)
  return context.getImageData(6, 6, 1, 1).data[0] ?? NaN
}
