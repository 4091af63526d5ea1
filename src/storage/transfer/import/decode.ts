/** The text of a file, whichever Unicode form an editor or a mail program left it in. */

/**
 * UTF-8 unless a byte order mark or the zero beside a first Latin letter says UTF-16.
 * @returns the text without its mark
 */
export async function textOf(file: Blob): Promise<string> {
  const [first = -1, second = -1] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isLittle = (first === 0xff && second === 0xfe) || (first > 0 && second === 0)
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second > 0)
  // Much the quickest for what Keel writes itself; it drops a mark of its own.
  if (!isLittle && !isBig) return file.text()
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(await file.arrayBuffer())
}
