/** Records what a camera shows, piece by piece, where the user asked for it. */

/** The cheapest to make first: the pose model needs the machine more. */
const FORMATS = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4'] as const
/** About 6 MB a minute. */
const BITS_A_SECOND = 800_000
/** Milliseconds in a piece. */
const PIECE = 2000

export interface Recording {
  /** Ends it; null when nothing came. */
  stop(): Promise<Blob | null>
}

/** Starts to record; null where this browser can't. */
export function startRecording(stream: MediaStream): Recording | null {
  if (typeof MediaRecorder === 'undefined') return null
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format))
  if (mimeType === undefined) return null
  const pieces: Blob[] = []
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_A_SECOND })
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) pieces.push(data)
  })
  // Also comes by itself when the camera goes away, with what there was.
  const over = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => {
      resolve()
    })
  })
  recorder.start(PIECE)
  return {
    stop: async () => {
      if (recorder.state !== 'inactive') recorder.stop()
      await over
      return pieces.length === 0 ? null : new Blob(pieces, { type: recorder.mimeType })
    },
  }
}
