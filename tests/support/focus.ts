/** What is wrong with how the focus is shown; runs in the page and so stands by itself. Empty when nothing is. */
export function focusFault(): string {
  const one = document.activeElement
  if (one === null || one === document.body) return ''
  const name = `${one.tagName.toLowerCase()} "${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}"`
  // A tile shows the focus of the input in it.
  const ringed = [one.closest('label') ?? one, one].find((each) => {
    const { outlineStyle, outlineWidth, outlineColor, opacity } = getComputedStyle(each)
    return (
      opacity !== '0' &&
      outlineStyle !== 'none' &&
      parseFloat(outlineWidth) >= 2 &&
      !outlineColor.endsWith(', 0)')
    )
  })
  if (ringed === undefined) return `${name} has no outline`
  const { left, right, top, bottom, width, height } = ringed.getBoundingClientRect()
  const inside = left < innerWidth && right > 0 && top < innerHeight && bottom > 0 && width > 0 && height > 0
  if (!inside || !ringed.checkVisibility()) return `${name} is out of sight`
  const [x, y] = [
    (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
    (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2,
  ]
  const hit = document.elementFromPoint(x, y)
  return hit !== null && (ringed.contains(hit) || hit.contains(ringed)) ? '' : `${name} lies under something`
}
