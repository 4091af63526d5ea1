/** The graphics chip as the model's other home: tried once per device, between sets, and let go for good when it fails. */
import { scaled } from '../../capture/picture'
import { PoseClient } from '../../pose-worker/client'
import type { Delegate } from '../../pose-worker/protocol'
import type { GraphicsRecord } from '../../storage/records/schema'
import { PICTURE_COUNT, verdictOf, type Look, type Looks, type Verdict } from './graphics-verdict'

/** Seconds between the pictures that both look at, and by the model's own clock. */
const PICTURE_STEP_SECONDS = 1 / 15

export interface GraphicsOptions {
  /** What was found on this device; null when nothing was. */
  readonly read: () => Promise<GraphicsRecord | null>
  readonly keep: (record: GraphicsRecord) => Promise<void>
  /** The chip's name; null where graphics are software, which takes a second a frame. */
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
  #under: AbortController | null = null

  constructor(options: GraphicsOptions) {
    this.#options = {
      chip: graphicsChip,
      client: () => new PoseClient({ lastResort: null }),
      now: () => performance.now(),
      ...options,
      browser: options.browser ?? navigator.userAgent,
    }
  }

  /** Reads what was found before. A new driver, chip or browser is tried anew. */
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

  /** What was found; null before. */
  get verdict(): Verdict | null {
    return this.#known?.verdict ?? null
  }

  /** What the model is to run on; the processor until the chip has shown itself. */
  get delegate(): Delegate {
    return this.verdict === 'graphics' ? 'GPU' : 'CPU'
  }

  /** Takes a copy of a picture with somebody in it, until there are enough; the picture stays the caller's. */
  async see(image: VideoFrame | ImageBitmap, time: number): Promise<void> {
    const soon = time - this.#latest < PICTURE_STEP_SECONDS && time >= this.#latest
    if (this.#chip === null || this.#known !== null || this.#pictures.length === PICTURE_COUNT || soon) return
    this.#latest = time
    const copy = await createImageBitmap(image).catch(() => null)
    if (copy !== null) this.#pictures.push(copy)
  }

  /**
   * Lets both look at the pictures, and keeps what came of it. True when the chip may be used and could not before.
   * Nothing happens without pictures, or when the answer is known.
   */
  async compare(): Promise<boolean> {
    if (this.#pictures.length < PICTURE_COUNT || this.#known !== null || this.#under !== null) return false
    const { signal } = (this.#under = new AbortController())
    // They are this comparison's now: a set that begins meanwhile shows others.
    const pictures = this.#pictures
    this.#pictures = []
    try {
      const looks = await looksAt(pictures, this.#options, signal)
      const verdict = looks === null ? null : verdictOf(looks)
      if (verdict !== null) await this.#find(verdict)
      return this.delegate === 'GPU'
    } finally {
      this.#under = null
      close(pictures)
    }
  }

  /** A set begins: the machine is needed. What was under way is tried again after it. */
  stop(): void {
    this.#under?.abort()
    close(this.#pictures)
    this.#pictures = []
  }

  /** It failed in use: the processor from now on. */
  async fail(): Promise<void> {
    if (this.delegate === 'GPU') await this.#find('failed')
  }

  async #find(verdict: Verdict): Promise<void> {
    if (this.#chip === null) return
    const { browser, keep } = this.#options
    this.#known = { chip: this.#chip, browser, verdict }
    // Where it can't be kept, the next visit finds out anew.
    await keep(this.#known).catch(() => undefined)
  }
}

function close(pictures: readonly ImageBitmap[]): void {
  for (const picture of pictures) picture.close()
}

/** What it takes to look: workers of one's own, and a clock in milliseconds. */
interface Looking {
  readonly client: () => PoseClient
  readonly now: () => number
}

/** How both see the same pictures. Null when it was stopped, or the processor failed. */
export async function looksAt(
  pictures: readonly ImageBitmap[],
  looking: Looking,
  signal: AbortSignal,
): Promise<Looks | null> {
  const processor = await look(pictures, looking, signal, 'CPU', 1)
  const half = await look(pictures, looking, signal, 'CPU', 0.5)
  if (processor === null || half === null) return null
  const graphics = await look(pictures, looking, signal, 'GPU', 1)
  return signal.aborted ? null : { processor, half, graphics: graphics ?? [] }
}

/** A worker of its own looks at all pictures, at the first one twice: it compiles with that. Null when it can't. */
async function look(
  pictures: readonly ImageBitmap[],
  { client: create, now }: Looking,
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
      // The client helps itself over a failure by the processor: then these are not the chip's eyes.
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

/** Names that browsers give to graphics without a chip. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|swrast/i

/** The name of the chip that draws; null where there is none, or the browser does not say. */
function graphicsChip(): string | null {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  const info = context?.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = info ? context?.getParameter(info.UNMASKED_RENDERER_WEBGL) : null
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' && name !== '' && !SOFTWARE.test(name) ? name : null
}
