import { browserBuild } from './build-here.ts'
import { pollBuild } from './build-poll.ts'
import { loadBuildWords } from './words.ts'

const place = document.querySelector<HTMLElement>('[data-build]')
if (place) {
  const text = await loadBuildWords()
  // Two tabs of one browser do the work once; the other looks on.
  const isHere = place.dataset.here !== undefined && 'Worker' in globalThis
  if (!isHere) pollBuild(place, text)
  else if (!('locks' in navigator)) browserBuild(place, text)
  else {
    navigator.locks.request(`build ${place.dataset.build}`, { ifAvailable: true }, (lock) =>
      lock ? browserBuild(place, text) : pollBuild(place, text),
    )
  }
}
