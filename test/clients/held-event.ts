import type { Minute } from '../../src/core/time/minute.ts'
import { toOffsetText } from '../../src/core/time/oslo.ts'

/** An event as a calendar program keeps it, or as it should. */
export interface HeldEvent {
  /** Null where the program makes up one of its own; 'open' stands for that of a duty that nobody holds. */
  readonly uid: string | null
  readonly start: Minute
  readonly end: Minute
  readonly title: string
  readonly isCancelled: boolean
  readonly isBusy: boolean
}

/** What a calendar should hold: these duties and nothing else, or one notice that says so instead of any. */
export type Expected =
  | { readonly kind: 'duties'; readonly events: readonly HeldEvent[] }
  | { readonly kind: 'notice'; readonly title: string }

/** What is wrong with what a program holds, one line each; none when it is exactly as it should. */
export function differencesFrom(
  expected: Expected,
  held: readonly HeldEvent[],
  keepsUids: boolean,
): string[] {
  if (expected.kind === 'notice') {
    const titles = held.map(({ title }) => title)
    return titles.length === 1 && titles[0] === expected.title
      ? []
      : [`holds ${titles.join(' | ') || 'nothing'}`]
  }
  const lines = (events: readonly HeldEvent[]) => events.map((event) => lineOf(event, keepsUids)).sort()
  const [want, have] = [lines(expected.events), lines(held)]
  return [
    ...without(want, have).map((line) => `lacks ${line}`),
    ...without(have, want).map((line) => `holds ${line}`),
  ]
}

function lineOf(event: HeldEvent, keepsUids: boolean): string {
  const { start, end, title, isCancelled, isBusy, uid } = event
  const signs = [
    isCancelled ? 'cancelled' : 'stands',
    isBusy ? 'busy' : 'free',
    ...(keepsUids ? [uid?.replace(/^open-.*/, 'open')] : []),
  ]
  return `${toOffsetText(start)} – ${toOffsetText(end)} "${title}" ${signs.join(' ')}`
}

/** As bags: a line that stands twice on one side must stand twice on the other. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
