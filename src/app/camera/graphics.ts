/** Whether the pose model runs on the graphics chip: compared once per device, between sets, and never used again after a failure. */
import { scaled } from '../../capture/picture'
import { PoseClient } from '../../pose-worker/client'
import type { Delegate } from '../../pose-worker/protocol'
import type { GraphicsRecord } from '../../storage/records/schema'
import { PICTURE_COUNT, verdictOf, type Look, type Looks, type Verdict } from './graphics-verdict'

/** Time between the compared pictures, and by the model's own clock. */
const PICTURE_STEP_SECONDS = 1 / 15

export interface GraphicsOptions {
  /** The verdict kept on this device; null where there is none. */
  readonly read: () => Promise<GraphicsRecord | null>
  readonly keep: (record: GraphicsRecord) => Promise<void>
  /** The chip's name; null for software graphics, which take a second a frame. */
  readonly chip?: () => string | null
  readonly browser?: string
  readonly client?: () => PoseClient
  /** Milliseconds. */
  readonly now?: () => number
}

export class Graphics {
  readonly #options: Required<GraphicsOptions>
  #chip: string | null = null
  #known: GraphicsRecord | null = null
  #loaded: Promise<void> | null = null
  #pictures: ImageBitmap[] = []
  #latest = -Infinity
  #comparison: AbortController | null = null

  constructor(options: GraphicsOptions) {
    this.#options = {
      chip: graphicsChip,
      client: () => new PoseClient({ lastResort: null }),
      now: () => performance.now(),
      ...options,
      browser: options.browser ?? navigator.userAgent,
    }
  }

  /** Reads the kept verdict. It does not count for another driver, chip or browser. */
  load(): Promise<void> {
    this.#loaded ??= this.#load()
    return this.#loaded
  }

  async #load(): Promise<void> {
    this.#chip = this.#options.chip()
    const kept = this.#chip === null ? null : await this.#options.read().catch(() => null)
    if (kept !== null && kept.chip === this.#chip && kept.browser === this.#options.browser)
      this.#known = kept
  }

  /** Null until there is one. */
  get verdict(): Verdict | null {
    return this.#known?.verdict ?? null
  }

  /** What the model is to run on: the processor, unless the verdict is for the chip. */
  get delegate(): Delegate {
    return this.verdict === 'graphics' ? 'GPU' : 'CPU'
  }

  /** Copies a picture with a person in it, until there are enough. The caller keeps and closes the picture. */
  async see(image: VideoFrame | ImageBitmap, time: number): Promise<void> {
    const isTooSoon = time - this.#latest < PICTURE_STEP_SECONDS && time >= this.#latest
    if (this.#chip === null || this.#known !== null || this.#pictures.length === PICTURE_COUNT || isTooSoon)
      return
    this.#latest = time
    const copy = await createImageBitmap(image).catch(() => null)
    if (copy !== null) this.#pictures.push(copy)
  }

  /**
   * Lets processor and chip look at the pictures, and keeps the verdict. True when the chip may be used from now on.
   * No effect without enough pictures, or when there is a verdict already.
   */
  async compare(): Promise<boolean> {
    if (this.#pictures.length < PICTURE_COUNT || this.#known !== null || this.#comparison !== null)
      return false
    const { signal } = (this.#comparison = new AbortController())
    // This comparison owns them now; a set that begins meanwhile collects others.
    const pictures = this.#pictures
    this.#pictures = []
    try {
      const looks = await looksAt(pictures, this.#options, signal)
      const verdict = looks === null ? null : verdictOf(looks)
      if (verdict !== null) await this.#keepVerdict(verdict)
      return this.delegate === 'GPU'
    } finally {
      this.#comparison = null
      close(pictures)
    }
  }

  /** Stops a comparison, as a set needs the machine. It is tried again after the set. */
  stop(): void {
    this.#comparison?.abort()
    close(this.#pictures)
    this.#pictures = []
  }

  /** The chip failed in use: the processor from now on. */
  async fail(): Promise<void> {
    if (this.delegate === 'GPU') await this.#keepVerdict('failed')
  }

  async #keepVerdict(verdict: Verdict): Promise<void> {
    if (this.#chip === null) return
    const { browser, keep } = this.#options
    this.#known = { chip: this.#chip, browser, verdict }
    // If it can't be kept, the next visit compares again.
    await keep(this.#known).catch(() => undefined)
  }
}

function close(pictures: readonly ImageBitmap[]): void {
  for (const picture of pictures) picture.close()
}

/** What a comparison needs: workers of its own, and a clock in milliseconds. */
interface Tools {
  readonly client: () => PoseClient
  readonly now: () => number
}

/** How processor and chip see the same pictures. Null when the comparison was stopped, or the processor failed. */
export async function looksAt(
  pictures: readonly ImageBitmap[],
  tools: Tools,
  signal: AbortSignal,
): Promise<Looks | null> {
  const processor = await look(pictures, tools, signal, 'CPU', 1)
  const half = await look(pictures, tools, signal, 'CPU', 0.5)
  if (processor === null || half === null) return null
  const graphics = await look(pictures, tools, signal, 'GPU', 1)
  return signal.aborted ? null : { processor, half, graphics: graphics ?? [] }
}

/** Runs all pictures through a new worker, the first one twice, as the model compiles with it. Null when that fails. */
async function look(
  pictures: readonly ImageBitmap[],
  { client: create, now }: Tools,
  signal: AbortSignal,
  delegate: Delegate,
  scale: number,
): Promise<Look[] | null> {
  if (signal.aborted) return null
  const client = create()
  const stop = (): void => client.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await client.start('full', delegate)
    const looks: Look[] = []
    for (const [index, picture] of [...pictures.slice(0, 1), ...pictures].entries()) {
      const copy = await copyOf(picture, scale)
      const began = now()
      const frame = await client.estimate(copy, index * PICTURE_STEP_SECONDS)
      looks.push({ milliseconds: now() - began, frame })
      // After a failure the client falls back to the processor: then this was not the chip.
      if (client.setup?.delegate !== delegate) return null
    }
    return looks.slice(1)
  } catch {
    return null
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
}

function copyOf(picture: ImageBitmap, scale: number): Promise<ImageBitmap> {
  if (scale === 1) return createImageBitmap(picture)
  const { width, height } = scaled(picture, scale)
  return createImageBitmap(picture, { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' })
}

/** Names that browsers give to software graphics. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|swrast/i

/** The name of the graphics chip; null where there is none, or the browser does not tell. */
function graphicsChip(): string | null {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  const info = context?.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = info ? context?.getParameter(info.UNMASKED_RENDERER_WEBGL) : null
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' && name !== '' && !SOFTWARE.test(name) ? name : null
}
