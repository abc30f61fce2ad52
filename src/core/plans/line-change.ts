import { endedOn, holdFrom } from '../rota/dated.ts'
import type { District } from '../rota/district.ts'
import type { Line, LineId, TemplateVersion, TemplateWindow } from '../rota/line.ts'
import { LONGEST_NEED_MINUTES, needsOf } from '../rota/need.ts'
import { addDays, holdsOn, type LocalDate } from '../time/local-date.ts'
import { isLocalTime, toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { LAST_CLOCK_DATE } from '../time/oslo.ts'
import { sameText } from './changed-parts.ts'
import { planned, refusedBy, type SetUpFault, type SetUpPlan, setUpFault } from './set-up-fault.ts'

/** A line as somebody enters or changes it. */
export interface LineEntry extends Pick<Line, 'id' | 'name' | 'code' | 'form' | 'behind' | 'conditional'> {
  /** Where its doctors meet; empty or left out = not told. */
  readonly place?: string
  /** From when the duties below hold; what held until then stays, and so does what is published. */
  readonly from: LocalDate
  readonly windows: readonly TemplateWindow[]
}

/** Two doctors of one line may meet for this long at handover (the district file says the same). */
const LONGEST_HANDOVER_MINUTES = 15
/** Every feast and both clock changes, on three different weekdays. */
const DAYS_LAID_OUT = 3 * 366

/**
 * The district with a line entered or changed from a date, or all that is wrong with it. A problem of one duty has the field
 * `w<n>.<name>`, counted from 0.
 */
export function planLine(district: District, entry: LineEntry): SetUpPlan<District> {
  const problems = [...lineFaults(district, entry), ...windowFaults(entry)]
  if (problems.length > 0) return { kind: 'refused', problems }
  const line = lineFrom(
    district.lines.find(({ id }) => id === entry.id),
    entry,
  )
  const over = overlapFaults(line, entry)
  if (over.length > 0) return { kind: 'refused', problems: over }
  return planned({ ...district, lines: put(district.lines, line) })
}

/**
 * The district where a line makes no more duties from a date. One that then never made any is gone, unless `isKept` since
 * something points at it. Refused for a line that another stands behind and that would leave it behind nothing.
 */
export function planLineEnd(
  district: District,
  lineId: LineId,
  on: LocalDate,
  isKept: boolean,
): SetUpPlan<District> {
  const line = district.lines.find(({ id }) => id === lineId)
  if (!line) return refusedBy(setUpFault('line', 'unknown-line', lineId))
  if (line.templates.every(({ to }) => to !== null && to <= on))
    return refusedBy(setUpFault('on', 'already-ended', line.templates.at(-1)?.to ?? on))
  const templates = endedOn(line.templates, on).map(withinDates)
  if (templates.length > 0 || isKept)
    return planned({ ...district, lines: put(district.lines, { ...line, templates }) })
  const backup = district.lines.find(({ behind }) => behind.length === 1 && behind[0] === lineId)
  if (backup) return refusedBy(setUpFault('on', 'stands-behind', backup.name))
  const others = district.lines.filter(({ id }) => id !== lineId)
  return planned({ ...district, lines: others.map((other) => withoutBehind(other, lineId)) })
}

function withoutBehind(line: Line, lineId: LineId): Line {
  return line.behind.includes(lineId) ? { ...line, behind: line.behind.filter((id) => id !== lineId) } : line
}

function lineFaults(
  { lines }: District,
  { id, name, code, form, behind, conditional }: LineEntry,
): SetUpFault[] {
  const others = lines.filter((line) => line.id !== id)
  const named = others.find((line) => line.code.toUpperCase() === code.trim().toUpperCase())
  const wrong = behind.flatMap((lineId) => {
    if (lineId === id) return [setUpFault('behind', 'behind-itself')]
    const first = others.find((line) => line.id === lineId)
    return first && first.form !== 'backup' && first.behind.length === 0
      ? []
      : [setUpFault('behind', 'unknown-line', lineId)]
  })
  return [
    ...(name.trim() === '' ? [setUpFault('name', 'missing')] : []),
    ...(code.trim() === '' ? [setUpFault('code', 'missing')] : []),
    ...(named && code.trim() !== '' ? [setUpFault('code', 'code-taken', code, [named.name])] : []),
    ...((form === 'backup' || conditional) && behind.length === 0 ? [setUpFault('behind', 'missing')] : []),
    ...wrong,
  ]
}

function windowFaults({ windows }: LineEntry): SetUpFault[] {
  if (windows.length === 0) return [setUpFault('windows', 'no-duties')]
  return windows.flatMap((window, index) => {
    const at = (field: string) => `w${index}.${field}`
    const times = (['start', 'end'] as const).flatMap((field) =>
      isLocalTime(window[field]) ? [] : [setUpFault(at(field), 'not-a-time', window[field])],
    )
    return [
      ...(window.name.trim() === '' ? [setUpFault(at('name'), 'missing')] : []),
      ...times,
      ...(window.dayKinds.length === 0 ? [setUpFault(at('kinds'), 'no-duties')] : []),
      ...(times.length === 0 ? lengthFaults(window, at) : []),
    ]
  })
}

function lengthFaults(window: TemplateWindow, at: (field: string) => string): SetUpFault[] {
  const start = toMinuteOfDay(window.start)
  const minutes = window.endDay * MINUTES_PER_DAY + toMinuteOfDay(window.end) - start
  if (minutes <= 0) return [setUpFault(at('end'), 'ends-before-start', window.end)]
  if (minutes > LONGEST_NEED_MINUTES) return [setUpFault(at('end'), 'longer-than-72-hours', window.end)]
  const [, second] = window.pieces
  if (!second) return []
  const turn = second.startDay * MINUTES_PER_DAY + toMinuteOfDay(second.start) - start
  return turn > 0 && turn < minutes ? [] : [setUpFault(at('switchAt'), 'out-of-range', second.start)]
}

function lineFrom(known: Line | undefined, entry: LineEntry): Line {
  const { id, name, code, form, behind, conditional, from, windows } = entry
  const place = entry.place?.trim() ?? ''
  const told = place === '' ? {} : { place }
  const said = { name: name.trim(), code: code.trim(), form, behind, conditional, ...told }
  if (!known) {
    const templates = [{ from, to: null, windows, overrides: [], summer: null }]
    return { id, ...said, areas: [], serves: [], overlapClass: null, templates }
  }
  const { place: _, ...kept } = known
  return { ...kept, ...said, templates: templatesFrom(known.templates, from, windows) }
}

function templatesFrom(
  templates: readonly TemplateVersion[],
  from: LocalDate,
  windows: readonly TemplateWindow[],
): readonly TemplateVersion[] {
  const now = templates.find((version) => holdsOn(version, from))
  if (now && sameText(now.windows) === sameText(windows)) return templates
  const { overrides = [], summer = null } = now ?? {}
  return holdFrom(templates, from, null, { windows, overrides, summer }).map(withinDates)
}

/** Single dates of their own go with the version that holds on them. */
function withinDates(version: TemplateVersion): TemplateVersion {
  const overrides = version.overrides.filter(({ date }) => holdsOn(version, date))
  return overrides.length === version.overrides.length ? version : { ...version, overrides }
}

/** Where two duties of the line meet for longer than a handover, each duty once, on the first date that shows it. */
function overlapFaults(line: Line, { from, windows }: LineEntry): SetUpFault[] {
  const last = addDays(from, DAYS_LAID_OUT)
  const reported = new Set<string>()
  let former: { readonly name: string; readonly end: number } | undefined
  return needsOf(line, from, last < LAST_CLOCK_DATE ? last : LAST_CLOCK_DATE).flatMap((need) => {
    const key = need.id.slice(need.id.lastIndexOf('.') + 1)
    const index = windows.findIndex((window) => window.key === key)
    const over = former ? former.end - need.start : 0
    const against = former?.name ?? ''
    if (!former || need.end > former.end) former = { name: need.name, end: need.end }
    if (over <= LONGEST_HANDOVER_MINUTES || index < 0 || reported.has(key)) return []
    reported.add(key)
    return [setUpFault(`w${index}.start`, 'over-own-line', need.name, [against, need.date])]
  })
}

function put(lines: readonly Line[], line: Line): readonly Line[] {
  return lines.some(({ id }) => id === line.id)
    ? lines.map((own) => (own.id === line.id ? line : own))
    : [...lines, line]
}
