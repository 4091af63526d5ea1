/** When a drawing on a canvas has to be made again although its moment stays. */

const COLOUR_QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** Calls `draw` whenever the canvas has another size or the page other colours; returns how to stop. */
export function redrawOn(canvas: HTMLCanvasElement, draw: () => void): () => void {
  const stopped = new AbortController()
  const sized = new ResizeObserver(draw)
  sized.observe(canvas)
  const themed = new MutationObserver(draw)
  themed.observe(document.documentElement, { attributes: true })
  for (const query of COLOUR_QUERIES)
    matchMedia(query).addEventListener('change', draw, { signal: stopped.signal })
  return () => {
    sized.disconnect()
    themed.disconnect()
    stopped.abort()
  }
}
