/** Asks how far the build has come and moves the bar; when it is over, the page itself is asked for. */
const POLL_MILLISECONDS = 700

interface Progress {
  readonly status: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly iterations: number
}

async function poll(place: HTMLElement, address: string): Promise<void> {
  const progress = await ask(address)
  if (progress === undefined) return again(place, address)
  if (progress.status === 'done' || progress.status === 'failed') return location.reload()
  show(place, progress)
  again(place, address)
}

async function ask(address: string): Promise<Progress | undefined> {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as Progress) : undefined
  } catch {
    // A network that comes and goes is asked again later.
    return undefined
  }
}

function again(place: HTMLElement, address: string): void {
  setTimeout(() => poll(place, address), POLL_MILLISECONDS)
}

function show(place: HTMLElement, { status, done, iterations }: Progress): void {
  if (status === 'waiting') return
  const bar = place.querySelector<HTMLProgressElement>('[data-bar]')
  if (bar) {
    bar.max = iterations
    bar.value = done
  }
  const count = place.querySelector<HTMLElement>('[data-count]')
  if (!count) return
  const grouped = (value: number) => value.toLocaleString('nb')
  count.textContent = (count.dataset.count ?? '')
    .replace('{done}', grouped(done))
    .replace('{iterations}', grouped(iterations))
}

const place = document.querySelector<HTMLElement>('[data-build]')
const address = place?.dataset.build
if (place && address) again(place, address)
