/** Writes an edit list into an MP4 film, as a phone does when it trims without loss. */

export interface EditMade {
  /** Seconds for which the film shows it. */
  readonly seconds: number
  /** Seconds into the media; -1 for a pause. */
  readonly from: number
  readonly rate?: number
}

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
const text = (value: string): number[] => Array.from(value, (letter) => letter.charCodeAt(0))
const box = (type: string, data: readonly number[]): number[] => [
  ...word(data.length + 8),
  ...text(type),
  ...data,
]

/** The film with these edits in place of any that it had. Its index must lie behind its media, or be moved there. */
export async function withEdits(film: Blob, edits: readonly EditMade[]): Promise<Blob> {
  const bytes = new Uint8Array(await film.arrayBuffer())
  const view = new DataView(bytes.buffer)
  const find = (type: string, from: number, to: number): number => {
    for (let at = from; at + 8 <= to; at += view.getUint32(at))
      if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === type) return at
    throw new Error(`no ${type}`)
  }
  const end = (at: number): number => at + view.getUint32(at)
  const movie = find('moov', 0, bytes.length)
  const head = find('mvhd', movie + 8, end(movie))
  const track = find('trak', movie + 8, end(movie))
  const media = find('mdia', track + 8, end(track))
  const mediaHead = find('mdhd', media + 8, end(media))
  const scale = (at: number): number => view.getUint32(at + 8 + (bytes[at + 8] === 1 ? 20 : 12))
  const list = box('elst', [
    ...[0, 0, 0, 0],
    ...word(edits.length),
    ...edits.flatMap(({ seconds, from, rate = 1 }) => [
      ...word(Math.round(seconds * scale(head))),
      ...word(from < 0 ? -1 : Math.round(from * scale(mediaHead))),
      ...word(Math.round(rate * 0x10000)),
    ]),
  ])
  // The index is copied to the end with the list in it, and the old one becomes free space: no offset changes.
  const inside: number[] = []
  for (let at = track + 8; at < end(track); at = end(at))
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) !== 'edts')
      inside.push(...bytes.subarray(at, end(at)))
  const others: number[] = []
  for (let at = movie + 8; at < end(movie); at = end(at))
    others.push(
      ...(at === track ? box('trak', [...inside, ...box('edts', list)]) : bytes.subarray(at, end(at))),
    )
  const before = bytes.slice()
  before.set(text('free'), movie + 4)
  return new Blob([before, Uint8Array.from(box('moov', others))])
}
