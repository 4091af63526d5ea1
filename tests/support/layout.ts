/** What is wrong with where things lie on a page. Each function runs in the page and so stands by itself. */

/** Elements that reach past the window's right edge. */
export function tooWide(): string[] {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return []
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > room + 1)
    .slice(0, 4)
    .map(
      (one) =>
        `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} "${one.textContent.trim().slice(0, 30)}"`,
    )
}

/** What can be pressed and is smaller than 48 by 48 px, or lies over another such thing. Links inside of a text are as high as its lines. */
export function badTargets(): string[] {
  const [LEAST, SLACK] = [48, 0.6]
  const inText = (one: Element): boolean =>
    one instanceof HTMLAnchorElement &&
    getComputedStyle(one).display === 'inline' &&
    one.closest('p, dd, li, td')?.textContent.trim() !== one.textContent.trim()
  /** A control's label takes the tap for it. */
  const areaOf = (one: Element): DOMRect => (one.closest('label') ?? one).getBoundingClientRect()
  const shown = (one: Element): boolean =>
    one.checkVisibility() && getComputedStyle(one).clipPath === 'none' && areaOf(one).width > 0
  const nameOf = (one: Element): string =>
    `${one.tagName.toLowerCase()} "${(one.getAttribute('aria-label') ?? one.closest('label')?.textContent ?? one.textContent).trim().slice(0, 40)}"`

  const targets = [...document.querySelectorAll('a[href], button, input, select, summary, textarea')].filter(
    (one) => shown(one) && !inText(one),
  )
  const areas = targets.map(areaOf)
  const small = targets.flatMap((one, index) => {
    const { width = 0, height = 0 } = areas[index] ?? {}
    return width + SLACK < LEAST || height + SLACK < LEAST
      ? [`${nameOf(one)} is ${width.toFixed(0)} × ${height.toFixed(0)}`]
      : []
  })
  const over = targets.flatMap((one, index) =>
    targets.slice(index + 1).flatMap((other, further) => {
      const [a, b] = [areas[index], areas[index + 1 + further]]
      if (!a || !b || one.closest('label')?.contains(other) === true) return []
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      return across > 1 && down > 1 ? [`${nameOf(one)} lies over ${nameOf(other)}`] : []
    }),
  )
  return [...small, ...over]
}

/** Shapes that mean something and stand out from the page by less than 3:1, each kind once. For pages with one colour behind all, as forced colours make them. */
export function faintShapes(): string[] {
  const MEANS = '.mark *, .trace .angle, .trace .gave, .trunk, .limb:not(.far), .head, .known, .steady'
  const lightOf = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = lightOf(getComputedStyle(document.documentElement).backgroundColor)
  const shapes = [...document.querySelectorAll(MEANS)].filter((one) => one.checkVisibility())
  if (shapes.length === 0) return ['nothing is drawn']
  const faint = shapes.flatMap((one) => {
    const { fill, stroke } = getComputedStyle(one)
    const light = lightOf(stroke === 'none' ? fill : stroke)
    const ratio = (Math.max(light, behind) + 0.05) / (Math.min(light, behind) + 0.05)
    return ratio < 3 ? [`${one.tagName}.${one.getAttribute('class') ?? ''} ${ratio.toFixed(1)}:1`] : []
  })
  return [...new Set(faint)]
}
