/** Records the camera's picture, where the user asked for it. */

/** In order of encoding cost, cheapest first: the pose model needs the processor. */
const FORMATS = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4'] as const
/** About 6 MB a minute. */
const BITS_A_SECOND = 800_000
/** Length of the pieces in which the recorder hands over what it has. */
const PIECE_MS = 2000

export interface Recording {
  /** Ends the recording. Null when the camera gave nothing. */
  stop(): Promise<Blob | null>
}

/** Starts to record. Null where this browser can't. */
export function startRecording(stream: MediaStream): Recording | null {
  if (typeof MediaRecorder === 'undefined') return null
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format))
  if (mimeType === undefined) return null
  const pieces: Blob[] = []
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_A_SECOND })
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) pieces.push(data)
  })
  // Fires by itself when the camera is unplugged; what was recorded until then is kept.
  const over = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => {
      resolve()
    })
  })
  recorder.start(PIECE_MS)
  return {
    stop: async () => {
      if (recorder.state !== 'inactive') recorder.stop()
      await over
      return pieces.length === 0 ? null : new Blob(pieces, { type: recorder.mimeType })
    },
  }
}
