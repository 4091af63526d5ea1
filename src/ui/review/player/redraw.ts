/** Redraws a canvas when its size or the page's colours change. */

const COLOUR_QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** Calls `draw` whenever the size of the canvas or the colours of the page change; returns a function that stops it. */
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
