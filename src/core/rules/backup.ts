import { abilityOn } from '../rota/competence.ts'
import type { LineId } from '../rota/line.ts'
import { LONGEST_NEED_MINUTES } from '../rota/need.ts'
import type { Duty } from '../rota/rota.ts'
import { type Interval, overlaps, subtractIntervals } from '../time/interval.ts'
import { addDays } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { timesOf } from './covered-elsewhere.ts'
import { ofLineAlone } from './facts.ts'
import type { Rule } from './rule.ts'
import { isBackupLine, lineIn, type RotaView } from './view.ts'
import { violation } from './violation.ts'

/**
 * While the holder of a first line may not work alone, as a LIS1 in service never may, somebody else who may be backup holds
 * a line behind it, for every minute of the duty (P3, P33; FOR-2017-02-17-192 §3a). Backups may take over from each other,
 * another service's agreed backup among them.
 */
export const backup: Rule = {
  id: 'backup',
  rows: ['P3', 'P33'],
  subject: 'line',
  source: 'competence-regulation-3a',
  kinds: ['backup-missing'],
  parameters: ['courseValidYears'],
  check: (view, lineId) => {
    if (isBackupLine(lineIn(view, lineId))) return []
    const behind = linesBehind(view, lineId)
    return notAlone(view, lineId).flatMap((duty) => {
      const missing = subtractIntervals(
        [duty],
        [...backupsOf(view, duty, behind), ...backupElsewhere(view, duty)],
      )
      return missing.length > 0 ? [breach(view, duty, missing, behind)] : []
    })
  },
}

/** The duties of a line whose holders may not work alone. */
const notAlone = ofLineAlone((view, lineId) =>
  (view.dutiesByLine.get(lineId) ?? []).filter((duty) => !duty.shadowing && !mayWorkAlone(view, duty)),
)

/** The lines that stand behind a first line. */
function linesBehind(view: RotaView, lineId: LineId): LineId[] {
  return view.rota.district.lines.filter((line) => line.behind.includes(lineId)).map((line) => line.id)
}

function mayWorkAlone(view: RotaView, duty: Duty): boolean {
  return abilityFor(view, duty)?.mayWorkAlone ?? true
}

/** Undefined for a person who is no doctor of the district: nothing is known to judge by. */
function abilityFor(view: RotaView, duty: Duty) {
  const doctor = view.doctors.get(duty.personId)
  return doctor && abilityOn(doctor, view.rota.district.agreement, duty.date)
}

function backupsOf(view: RotaView, duty: Duty, behind: readonly LineId[]): Duty[] {
  return behind.flatMap((lineId) =>
    heldDuring(view.dutiesByLine.get(lineId) ?? [], duty).filter(
      (other) =>
        !other.shadowing && other.personId !== duty.personId && abilityFor(view, other)?.mayBeBackup === true,
    ),
  )
}

/** Those of some duties, which come by start, that share a minute with another; no need is longer than `LONGEST_NEED_MINUTES`. */
function heldDuring(duties: readonly Duty[], { start, end }: Interval): Duty[] {
  const found: Duty[] = []
  for (let next = firstFrom(duties, start - LONGEST_NEED_MINUTES); next < duties.length; next++) {
    const duty = duties[next] as Duty
    if (duty.start >= end) break
    if (duty.end > start) found.push(duty)
  }
  return found
}

/** The index of the first that starts at a minute or later. */
function firstFrom(duties: readonly Duty[], minute: Minute): number {
  let low = 0
  let high = duties.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((duties[middle] as Duty).start < minute) low = middle + 1
    else high = middle
  }
  return low
}

function backupElsewhere(view: RotaView, duty: Duty): Interval[] {
  return view.rota.district.coveredElsewhere
    .filter((covered) => covered.behind?.includes(duty.lineId))
    .flatMap((covered) => timesOf(covered, duty.date, addDays(duty.date, DAYS_OF_DUTY)))
}

/** A duty lasts at most 72 hours, so it ends at the latest on the third day after its first. */
const DAYS_OF_DUTY = 4

function breach(view: RotaView, duty: Duty, missing: readonly Interval[], behind: readonly LineId[]) {
  const isMissing = (span: Interval) => missing.some((part) => overlaps(part, span))
  const places = behind.flatMap((lineId) => (view.needsByLine.get(lineId) ?? []).filter(isMissing))
  const first = missing[0] as Interval
  const last = missing.at(-1) as Interval
  return violation(
    {
      rule: 'backup',
      personId: duty.personId,
      lineId: duty.lineId,
      needIds: [duty.needId, ...places.map((need) => need.id)],
      span: { start: first.start, end: last.end },
      measured: missing.reduce((sum, part) => sum + part.end - part.start, 0),
      limit: 0,
      unit: 'minutes',
    },
    { kind: 'backup-missing' },
  )
}
