/** What can go wrong on the way to a pose frame. The app turns each code into a sentence with a remedy. */

export type CaptureFaultCode =
  /** The user or the system refused access. */
  | 'camera-denied'
  /** There is no camera, or not the chosen one. */
  | 'camera-missing'
  /** Another program holds it. */
  | 'camera-busy'
  /** It can't give a usable picture. */
  | 'camera-unsuitable'
  /** This browser or address gives no camera access at all. */
  | 'camera-unsupported'
  /** This browser lacks something that Keel needs; `detail` is the feature's name in `features.ts`. */
  | 'browser-lacks'
  /** It ended, was muted or stopped sending during a set. */
  | 'camera-lost'
  /** Not a film that Keel can open. */
  | 'film-unreadable'
  /** 0 bytes. */
  | 'film-empty'
  /** No video track, or one without a picture. */
  | 'film-no-picture'
  /** This browser can't decode it; `detail` names the codec. */
  | 'film-codec'
  /** It ends before it should; what came before is kept. */
  | 'film-cut-off'
  | 'trace-unreadable'
  | 'model-missing'
  | 'model-corrupt'
  /** This browser gives no WebGL2, which the pose model needs even on the CPU. */
  | 'graphics-missing'
  /** The pose model failed repeatedly, and so did the lighter one. */
  | 'pose-failed'
  /** A part of Keel that is loaded when it is needed could not be: no network, or a newer version took its place. */
  | 'part-missing'
  /** An error that none of these names; `detail` has its own words, for the console. */
  | 'unexpected'

export class CaptureFault extends Error {
  override readonly name = 'CaptureFault'

  /** @param detail for the log and for `film-codec`'s sentence; never the sentence itself */
  constructor(
    readonly code: CaptureFaultCode,
    readonly detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`)
  }
}

/** Any error as a fault, so that a screen can end in a state that says what to do. */
export function asCaptureFault(error: unknown): CaptureFault {
  if (error instanceof CaptureFault) return error
  console.error(error)
  return new CaptureFault('unexpected', error instanceof Error ? error.message : String(error))
}
