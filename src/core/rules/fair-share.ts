import { type FairShare, type Load, shareGround, sharesFrom, unnamedIn } from '../ledger/fair-share.ts'
import { ROUNDING } from '../ledger/rounding.ts'
import { heldOf, type PlacedSpan } from '../ledger/share-load.ts'
import { parameterOn } from '../rota/agreement.ts'
import type { Need } from '../rota/need.ts'
import { openParts, placesOf, type Rota, type ShareMeasure } from '../rota/rota.ts'
import { dayInterval } from '../time/oslo.ts'
import { ofLine, ofLineAlone, ofPerson, ofRota } from './facts.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, nightsHeldBy, type RotaView } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * How far a doctor stands from the fair share, in percent of it, once the district has adopted a tolerance (P27; agreed): clock
 * minutes of each form, and nights, weekends and public holidays. Numbers are judged where the share is at least one, and only
 * from one whole away: nearer is as near as numbers come. Silent while any place that must be filled is open, since a half-built
 * rota is not yet unfair; conditional backups need not be held. The tolerance is that of the period's first date.
 */
export const fairShare: Rule = {
  id: 'fair-share',
  rows: ['P27'],
  subject: 'period',
  source: 'even-sharing',
  kinds: ['far-from-share'],
  parameters: ['shareTolerancePercent'],
  check: (view) => {
    const { rota } = view
    const tolerance = parameterOn(rota.district.agreement, 'shareTolerancePercent', rota.from)
    if (tolerance === undefined || rota.to <= rota.from) return []
    if (rota.district.lines.some((line) => placesOfLine(view, line.id).isOpen)) return []
    return sharesIn(view)
      .filter((share) => share.weight > 0)
      .flatMap((share) => breaches(rota, share, tolerance))
  },
}

/** `fairShares` of the view's rota, in which no firm place is open; after an edit only what its doctors and lines hold is counted again. */
function sharesIn(view: RotaView): FairShare[] {
  const held = new Map([...view.dutiesByPerson.keys()].map((personId) => [personId, heldBy(view, personId)]))
  const unnamed = view.rota.district.lines.flatMap((line) => placesOfLine(view, line.id).unnamed)
  return sharesFrom(view.rota, groundOf(view), { held, unnamed, open: [] })
}

const groundOf = ofRota((view) => shareGround(view.rota))
const heldBy = ofPerson((view, personId) =>
  heldOf(groundOf(view), dutiesHeldBy(view, personId), nightsHeldBy(view, personId)),
)
const firmByLine = ofRota((view) => Map.groupBy(groundOf(view).firm, (need) => need.lineId))

interface Places {
  readonly isOpen: boolean
  readonly unnamed: readonly PlacedSpan[]
}

const placesOfLine = ofLine((view, lineId): Places => {
  const firm = firmByLine(view).get(lineId) ?? []
  if (isHeldByName(view, lineId)) return { isOpen: false, unnamed: [] }
  return { isOpen: firm.some((need) => isOpen(view.rota, need)), unnamed: unnamedIn(view.rota, firm) }
})

/** What counts in one place never overlaps, so a line whose minutes are all held by name has nothing open. */
const isHeldByName = ofLineAlone((view, lineId) => {
  const { from, to } = view.rota
  const firm = firmByLine(view).get(lineId) ?? []
  let open = firm.reduce((sum, need) => sum + (need.end - need.start) * need.number, 0)
  for (const duty of view.dutiesByLine.get(lineId) ?? []) {
    if (!duty.shadowing && duty.date >= from && duty.date < to) open -= duty.end - duty.start
  }
  return open === 0
})

function isOpen(rota: Rota, need: Need): boolean {
  return placesOf([need]).some(({ seat }) => openParts(rota, need, seat).length > 0)
}

/** Numbers are whole: only a share of at least one is judged, from one whole away. */
const MEASURES: readonly { measure: ShareMeasure; isNumber: boolean; of: (load: Load) => number }[] = [
  { measure: 'home', isNumber: false, of: ({ minutes }) => minutes.home },
  { measure: 'on-site', isNumber: false, of: ({ minutes }) => minutes['on-site'] },
  { measure: 'backup', isNumber: false, of: ({ minutes }) => minutes.backup },
  { measure: 'nights', isNumber: true, of: ({ nights }) => nights },
  { measure: 'weekends', isNumber: true, of: ({ weekends }) => weekends },
  { measure: 'holidays', isNumber: true, of: ({ holidays }) => holidays },
]

function breaches(rota: Rota, { personId, actual, target }: FairShare, tolerance: number): Violation[] {
  const found: Violation[] = []
  for (const { measure, isNumber, of } of MEASURES) {
    const share = of(target)
    const away = Math.abs(of(actual) - share)
    if (isNumber ? share < 1 || away < 1 : share <= 0) continue
    const percent = (away * 100) / share
    // Shares are fractions: what is over by less than a hair is at the limit.
    if (percent <= tolerance + ROUNDING) continue
    found.push(breach(rota, personId, measure, Math.ceil(percent - ROUNDING), tolerance))
  }
  return found
}

function breach(
  { from, to }: Rota,
  personId: string,
  measure: ShareMeasure,
  measured: number,
  limit: number,
): Violation {
  const span = { start: dayInterval(from).start, end: dayInterval(to).start }
  return violation(
    { rule: 'fair-share', personId, needIds: [], span, measured, limit, unit: 'percent' },
    { kind: 'far-from-share', measure },
  )
}
