import type { Line, TemplateSpan, TemplateVersion, TemplateWindow } from '../core/rota/line.ts'
import { LONGEST_NEED_MINUTES, windowsOn } from '../core/rota/need.ts'
import { addDays, datesIn, holdsOn, type LocalDate } from '../core/time/local-date.ts'
import { toMinuteOfDay } from '../core/time/local-time.ts'
import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { fromWall } from '../core/time/oslo.ts'
import type { FileProblem } from '../text/file-problem.ts'
import { type Place, pathOf, problemAt } from './problem-place.ts'
import { twiceAmong } from './references.ts'

/** Two doctors of one line may meet for this long at handover; more is a contradiction. */
const LONGEST_HANDOVER_MINUTES = 15
/** Real dates that a template is laid out on: each feast and both clock changes, on three different weekdays. */
const FIRST_DATE = '2025-01-01'
const LAST_DATE = '2095-01-01'
const DAYS_LAID_OUT = 3 * 366

/** Windows of a line that can't be held together, shown on the first date where they meet, and pieces that don't fit. */
export function lineWindowProblems(line: Line, place: Place): FileProblem[] {
  const windows = placedWindows(line, place)
  const odd = windows.flatMap(({ window, place: at }) => pieceProblems(window, at))
  return [...templateProblems(line, place), ...odd, ...layoutProblems(line, windows)]
}

interface PlacedWindow {
  readonly window: TemplateWindow
  readonly place: Place
}

function placedWindows(line: Line, place: Place): PlacedWindow[] {
  return line.templates.flatMap((version, index) => {
    const at = [...place, 'templates', index]
    return [
      ...version.windows.map((window, number) => ({ window, place: [...at, 'windows', number] })),
      ...version.overrides.flatMap((override, number) =>
        override.windows.map((window, nth) => ({
          window,
          place: [...at, 'overrides', number, 'windows', nth],
        })),
      ),
    ]
  })
}

function templateProblems(line: Line, place: Place): FileProblem[] {
  return line.templates.flatMap((version, index) => {
    const at = [...place, 'templates', index]
    return [...keyProblems(version.windows, [...at, 'windows']), ...overrideProblems(version, at)]
  })
}

function overrideProblems(version: TemplateVersion, place: Place): FileProblem[] {
  const dates = version.overrides.map(({ date }, index) => ({
    name: date,
    place: [...place, 'overrides', index, 'date'],
  }))
  return [
    ...twiceAmong(dates, 'date-twice'),
    ...version.overrides.flatMap(({ date, windows }, index) => [
      ...(holdsOn(version, date)
        ? []
        : [problemAt([...place, 'overrides', index, 'date'], 'override-outside-version', date)]),
      ...keyProblems(windows, [...place, 'overrides', index, 'windows']),
    ]),
  ]
}

function keyProblems(windows: readonly TemplateWindow[], place: Place): FileProblem[] {
  return twiceAmong(
    windows.map(({ key }, index) => ({ name: key, place: [...place, index, 'key'] })),
    'window-key-twice',
  )
}

function pieceProblems(window: TemplateWindow, place: Place): FileProblem[] {
  const whole = minutesOf({ startDay: 0, ...window })
  const problems: FileProblem[] = []
  if (whole.end - whole.start > LONGEST_NEED_MINUTES)
    problems.push(problemAt([...place, 'end'], 'duty-too-long', window.end, '72'))
  const pieces = window.pieces
    .map((piece, index) => ({ ...minutesOf(piece), at: [...place, 'pieces', index], shown: shown(piece) }))
    .sort((a, b) => a.start - b.start)
  let reached = whole.start
  for (const piece of pieces) {
    if (piece.start < whole.start || piece.end > whole.end)
      problems.push(problemAt(piece.at, 'piece-outside-window', piece.shown, shown(window)))
    else if (piece.start < reached) problems.push(problemAt(piece.at, 'pieces-overlap', piece.shown))
    else if (piece.start > reached) problems.push(problemAt(piece.at, 'pieces-leave-gap', piece.shown))
    reached = Math.max(reached, piece.end)
  }
  if (pieces.length > 0 && reached < whole.end)
    problems.push(problemAt([...place, 'pieces'], 'pieces-leave-gap', shown(window)))
  return problems
}

/** Lays the line out day by day; each window is reported once, with the date that shows it. */
function layoutProblems(line: Line, windows: readonly PlacedWindow[]): FileProblem[] {
  const placeOf = new Map(windows.map(({ window, place }) => [window, place]))
  const reported = new Set<TemplateWindow>()
  const problems: FileProblem[] = []
  let last: { readonly window: TemplateWindow; readonly end: number } | undefined
  for (const date of datesLaidOut(line)) {
    for (const { window, start, end } of needsOn(line, date)) {
      const place = placeOf.get(window) ?? []
      const over = last ? last.end - start : 0
      if (over > LONGEST_HANDOVER_MINUTES && last && !reported.has(window)) {
        reported.add(window)
        const against = `${pathOf(placeOf.get(last.window) ?? [])} (${shown(last.window)}) ${date}`
        problems.push(problemAt(place, 'windows-overlap', shown(window), against))
      }
      // Only the clock change can make a window of at most 72 hours on the wall longer, or turn it round.
      if (end - start > LONGEST_NEED_MINUTES && isWithinLimit(window) && !reported.has(window)) {
        reported.add(window)
        problems.push(problemAt([...place, 'end'], 'duty-too-long', window.end, '72'))
      }
      if (!last || end > last.end) last = { window, end }
    }
  }
  return problems
}

function needsOn(line: Line, date: LocalDate) {
  return windowsOn(line, date)
    .map((window) => ({
      window,
      start: fromWall(date, toMinuteOfDay(window.start)),
      end: fromWall(addDays(date, window.endDay), toMinuteOfDay(window.end)),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function datesLaidOut(line: Line): LocalDate[] {
  const dates = line.templates.flatMap((version) => {
    const from = version.from > FIRST_DATE ? version.from : FIRST_DATE
    if (from >= LAST_DATE) return []
    const latest = addDays(from, DAYS_LAID_OUT)
    const to = version.to !== null && version.to < latest ? version.to : latest
    return from < to ? datesIn({ from, to }) : []
  })
  return [...new Set([...dates, ...overrideDates(line)])].sort()
}

/** With the days before and after, which its windows may run into. */
function overrideDates(line: Line): LocalDate[] {
  return line.templates
    .flatMap((version) => version.overrides)
    .filter(({ date }) => date > FIRST_DATE && date < LAST_DATE)
    .flatMap(({ date }) => [-3, -2, -1, 0, 1, 2, 3].map((days) => addDays(date, days)))
}

function isWithinLimit(window: TemplateWindow): boolean {
  const { start, end } = minutesOf({ startDay: 0, ...window })
  return end - start <= LONGEST_NEED_MINUTES
}

/** Minutes on the wall clock from midnight of the duty's first day. */
function minutesOf(span: TemplateSpan): { readonly start: number; readonly end: number } {
  return {
    start: span.startDay * MINUTES_PER_DAY + toMinuteOfDay(span.start),
    end: span.endDay * MINUTES_PER_DAY + toMinuteOfDay(span.end),
  }
}

function shown(span: { readonly start: string; readonly end: string; readonly endDay: number }): string {
  return `${span.start}–${span.end}${span.endDay > 0 ? ` +${span.endDay}` : ''}`
}
