import { browserBuild } from './build-here.ts'
import { pollBuild } from './build-poll.ts'

const place = document.querySelector<HTMLElement>('[data-build]')
if (place) {
  // Two tabs of one browser do the work once; the other looks on.
  const isHere = place.dataset.here !== undefined && 'Worker' in globalThis
  if (!isHere) pollBuild(place)
  else if (!('locks' in navigator)) browserBuild(place)
  else {
    navigator.locks.request(`build ${place.dataset.build}`, { ifAvailable: true }, (lock) =>
      lock ? browserBuild(place) : pollBuild(place),
    )
  }
}
