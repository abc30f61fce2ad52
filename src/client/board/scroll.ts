/** The place that a board was scrolled to, kept from page to page, so that an edit without script does not lose it. */
export function keepScroll(scroller: HTMLElement): void {
  const weeks = new URLSearchParams(location.search).get('from') ?? ''
  const key = `board-scroll:${location.pathname}:${weeks}`
  const [left = 0, top = 0] = (sessionStorage.getItem(key) ?? '').split(',').map(Number)
  scroller.scrollTo({ left, top })
  const current = scroller.querySelector('a[aria-current]')
  if (current && !isInSight(scroller, current)) current.scrollIntoView({ block: 'nearest', inline: 'center' })
  addEventListener('pagehide', () =>
    sessionStorage.setItem(key, `${scroller.scrollLeft},${scroller.scrollTop}`),
  )
}

function isInSight(scroller: HTMLElement, element: Element): boolean {
  const outer = scroller.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}
