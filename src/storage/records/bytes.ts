/** Bytes as base64 text, so that a record that holds bytes is JSON like any other. */

/** The number of arguments of one call is limited. */
const CHUNK_BYTES = 8192

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES))
  return btoa(text)
}

/**
 * @param text base64
 * @throws DOMException when it is not
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
