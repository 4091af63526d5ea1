/** The pictures of a film in the order in which it shows them, past damaged places. */
import {
  EncodedPacketSink,
  InputDisposedError,
  VideoSampleSink,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny'
import type { Stretch } from './edit-list'

/** What comes next in a film. The taker closes the sample of a picture. */
export type FilmStep =
  | { readonly kind: 'picture'; readonly sample: VideoSample; readonly time: number }
  /** The pictures before and after do not follow each other: something is damaged, or cut out by the author. */
  | {
      readonly kind: 'gap'
      readonly because: 'damaged' | 'cut'
      /** Seconds of the film, where the damage begins and ends; the same moment for a cut. */
      readonly from: number
      readonly to: number
    }
  /** Nothing after this can be read. */
  | { readonly kind: 'broken-off'; readonly detail: string }

/** The whole of a film that has no edit list. */
export const WHOLE: readonly Stretch[] = [{ from: -Infinity, to: Infinity }]

/**
 * Gives each picture with its time in seconds from the first one that is shown: a recording's own clock may
 * begin at any hour.
 * @param stretches what the film shows of its media, in order
 * @throws InputDisposedError when the film is closed meanwhile
 */
export async function* pictures(
  track: InputVideoTrack,
  stretches: readonly Stretch[],
): AsyncGenerator<FilmStep, void, undefined> {
  const sink = new VideoSampleSink(track)
  /** Film time of the stretch's first moment. */
  let begins = 0
  let zero: number | null = null
  let cutOut = false
  for (const { from, to } of stretches) {
    let start = Number.isFinite(from) ? from : null
    let seen = -Infinity
    let tried = -Infinity
    let ends = begins
    const timeOf = (stamp: number): number => begins + stamp - (start ?? 0)
    if (cutOut) yield { kind: 'gap', because: 'cut', from: begins, to: begins }
    for (let next: number | undefined = start ?? undefined; ;) {
      const samples = readable(sink, next, to)
      let fault: unknown = null
      try {
        for (;;) {
          const step = await samples.next()
          if (step.done) break
          const sample = step.value
          const { timestamp } = sample
          // Frames before zero are there for the decoder, not for the eye; repeated ones carry nothing new.
          if ((start === null && timestamp < 0) || timestamp <= seen) {
            sample.close()
            continue
          }
          start ??= timestamp
          zero ??= timeOf(timestamp)
          if (seen > -Infinity && tried > seen)
            yield { kind: 'gap', because: 'damaged', from: ends - zero, to: timeOf(timestamp) - zero }
          seen = timestamp
          ends = timeOf(timestamp) + sample.duration
          yield { kind: 'picture', sample, time: timeOf(timestamp) - zero }
        }
      } catch (error) {
        if (error instanceof InputDisposedError) throw error
        fault = error
      } finally {
        await samples.return()
      }
      if (fault === null) break
      const key = await keyAfter(track, Math.max(seen, tried))
      if (key === null || key >= to) {
        yield {
          kind: 'broken-off',
          detail: fault instanceof Error ? fault.message : 'a picture could not be decoded',
        }
        return
      }
      tried = key
      next = key
    }
    begins = ends
    cutOut = true
  }
}

const readable = (
  sink: VideoSampleSink,
  from: number | undefined,
  to: number,
): AsyncGenerator<VideoSample, void> => sink.samples(from, Number.isFinite(to) ? to : undefined)

/** Seconds, on the track's clock, of the first key frame after a moment; null where none can be read. */
async function keyAfter(track: InputVideoTrack, after: number): Promise<number | null> {
  const packets = new EncodedPacketSink(track)
  try {
    let packet =
      (Number.isFinite(after) ? await packets.getKeyPacket(after, { metadataOnly: true }) : null) ??
      (await packets.getFirstPacket({ metadataOnly: true }))
    while (packet && (packet.timestamp <= after || packet.type !== 'key'))
      packet = await packets.getNextKeyPacket(packet, { metadataOnly: true })
    return packet?.timestamp ?? null
  } catch (error) {
    if (error instanceof InputDisposedError) throw error
    return null
  }
}
