/**
 * Makes the end of a WebM or Matroska film readable when it was cut off.
 *
 * Frames are stored in clusters of several seconds, each with its length in front. mediabunny 1.61 skips a cluster
 * whose length reaches beyond the end of the file, and loses the whole frames in it. Writing the true length into the
 * head of that cluster makes them readable. Delete this when mediabunny reads them by itself.
 */

const EBML_HEADER = 0x1a45dfa3
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
/** An element's head: an id of at most 4 bytes and a size of at most 8. */
const HEAD_BYTES = 12

interface Element {
  readonly id: number
  /** Where the size field stands and how many bytes it has. */
  readonly sizeAt: number
  readonly sizeLength: number
  readonly dataAt: number
  /** Infinity when the size is not stated, as in a live recording. */
  readonly end: number
}

/** Returns the blob itself, unless it is such a film and ends within a cluster. */
export async function withWholeTail(blob: Blob): Promise<Blob> {
  const header = await elementAt(blob, 0)
  if (header?.id !== EBML_HEADER) return blob
  const segment = await elementAt(blob, header.end)
  if (segment?.id !== SEGMENT) return blob
  let element = await elementAt(blob, segment.dataAt)
  while (element && element.end < blob.size) element = await elementAt(blob, element.end)
  if (element?.id !== CLUSTER || element.end === Infinity || element.end <= blob.size) return blob

  const cluster = new Uint8Array(await blob.slice(element.dataAt).arrayBuffer())
  let whole = 0
  for (
    let child = readElement(cluster, 0);
    child && child.end <= cluster.length;
    child = readElement(cluster, whole)
  )
    whole = child.end
  return new Blob([
    blob.slice(0, element.sizeAt),
    sizeField(whole, element.sizeLength),
    cluster.subarray(0, whole),
  ])
}

async function elementAt(blob: Blob, at: number): Promise<Element | null> {
  const bytes = new Uint8Array(await blob.slice(at, at + HEAD_BYTES).arrayBuffer())
  const element = readElement(bytes, 0)
  if (!element) return null
  const { id, sizeLength } = element
  return { id, sizeLength, sizeAt: at + element.sizeAt, dataAt: at + element.dataAt, end: at + element.end }
}

/** Reads an element's head at a byte offset (RFC 8794, sections 4 to 6). Null when it is incomplete. */
function readElement(bytes: Uint8Array, at: number): Element | null {
  const idLength = lengthOf(bytes[at])
  const sizeAt = at + idLength
  const sizeLength = lengthOf(bytes[sizeAt])
  const dataAt = sizeAt + sizeLength
  if (idLength > 4 || dataAt > bytes.length) return null
  let id = 0
  for (let i = at; i < sizeAt; i++) id = id * 256 + (bytes[i] ?? 0)
  let size = (bytes[sizeAt] ?? 0) & (0xff >> sizeLength)
  for (let i = sizeAt + 1; i < dataAt; i++) size = size * 256 + (bytes[i] ?? 0)
  const unstated = size === 2 ** (7 * sizeLength) - 1
  return { id, sizeAt, sizeLength, dataAt, end: unstated ? Infinity : dataAt + size }
}

/** Length in bytes of a field, which the leading zeros of its first byte give; longer than any field for an invalid byte. */
const lengthOf = (first: number | undefined): number => (first ? Math.clz32(first) - 23 : HEAD_BYTES)

function sizeField(size: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let rest = size
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[0] = (bytes[0] ?? 0) | (0x80 >> (length - 1))
  return bytes
}
