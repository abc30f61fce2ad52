import type { CountedRota } from '../../core/ledger/person-ledger.ts'
import type { District } from '../../core/rota/district.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import { hasGpAgreementOn, isGpAgreement } from '../../core/rota/engagement.ts'
import { hasEffect } from '../../core/rota/exemption.ts'
import type { MunicipalityNumber } from '../../core/rota/person.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { minutesOf } from '../../core/time/interval.ts'
import { type Dates, holdsOn, type LocalDate, rangesOverlap } from '../../core/time/local-date.ts'
import { carriedDuties } from '../between/between.ts'
import type { HeldDuty } from '../between/held-duty.ts'
import { openSlices, unnamedSlices } from '../between/open-slices.ts'
import { ownersBy } from './own-places.ts'

/** Who holds a duty, by the engagement on its date; a GP's agreement before anything else. */
export type HolderKind = 'own-gp' | 'other-gp' | 'locum' | 'trainee' | 'employed' | 'other'

export const HOLDER_KINDS: readonly HolderKind[] = [
  'own-gp',
  'other-gp',
  'locum',
  'trainee',
  'employed',
  'other',
]

export interface DutyAmount {
  /** Of duties that start in the period; a part counts as that part. */
  readonly duties: number
  /** Clock minutes in the period, as worked. */
  readonly minutes: number
}

/** How the district's duties were covered. Whoever learns beside another covers nothing. */
export interface Coverage {
  readonly open: DutyAmount
  readonly held: Readonly<Record<HolderKind, DutyAmount>>
  /** Everything held and open. */
  readonly all: DutyAmount
}

const NONE: DutyAmount = { duties: 0, minutes: 0 }

/** Of every line of the district, for the GPs of one municipality. A conditional backup is demanded only where it is held. */
export function coverageOf(
  rota: Rota,
  period: Dates,
  municipality: MunicipalityNumber,
  counted: CountedRota,
): Coverage {
  const held = Object.fromEntries(HOLDER_KINDS.map((kind) => [kind, NONE])) as Record<HolderKind, DutyAmount>
  for (const doctor of rota.district.doctors) {
    const ownersOn = ownersBy(rota.district, doctor)
    for (const own of carriedDuties(counted, doctor.personId, period)) {
      const kind = holderKind(doctor, ownersOn, municipality, own.duty.date)
      held[kind] = added(held[kind], own)
    }
  }
  held.locum = unnamedSlices(rota, period).reduce(added, held.locum)
  const open = openSlices(rota, period).reduce(added, NONE)
  const all = Object.values(held).reduce(
    (sum, { duties, minutes }) => ({ duties: sum.duties + duties, minutes: sum.minutes + minutes }),
    open,
  )
  return { open, held, all }
}

/** Two duties at once of one doctor are counted once in minutes, as in the ledger. */
function added(sum: DutyAmount, { count, held }: Pick<HeldDuty, 'count' | 'held'>): DutyAmount {
  const minutes = held.reduce((total, piece) => total + minutesOf(piece), 0)
  return { duties: sum.duties + count, minutes: sum.minutes + minutes }
}

function holderKind(
  { engagements }: Doctor,
  ownersOn: (date: LocalDate) => readonly MunicipalityNumber[],
  municipality: MunicipalityNumber,
  date: LocalDate,
): HolderKind {
  if (hasGpAgreementOn(engagements, date))
    return ownersOn(date).includes(municipality) ? 'own-gp' : 'other-gp'
  const forms = engagements.filter((engagement) => holdsOn(engagement, date)).map(({ form }) => form)
  if (forms.includes('lis1')) return 'trainee'
  if (forms.includes('locum')) return 'locum'
  return forms.includes('employed-duty-doctor') ? 'employed' : 'other'
}

/** How many of the district's other GPs are exempt from some duty in the period, and of how many. */
export interface ExemptCount {
  /** `few` is none to `least` − 1: no closer than that. */
  readonly exempt:
    | { readonly kind: 'known'; readonly doctors: number }
    | { readonly kind: 'few'; readonly below: number }
  readonly of: number
}

/** `isKnown`: whom the reader knows by name is no cover for the others. */
export function exemptCount(
  { doctors }: District,
  period: Dates,
  least: number,
  isKnown: (doctor: Doctor) => boolean,
): ExemptCount {
  const gps = doctors.filter(
    (doctor) =>
      !isKnown(doctor) &&
      doctor.engagements.some((held) => isGpAgreement(held.form) && rangesOverlap(held, period)),
  )
  const exempt = gps.filter(({ exemptions }) =>
    exemptions.some((exemption) => hasEffect(exemption) && rangesOverlap(exemption, period)),
  ).length
  return {
    exempt: exempt < least ? { kind: 'few', below: least } : { kind: 'known', doctors: exempt },
    of: gps.length,
  }
}
