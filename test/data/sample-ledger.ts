import type { BalanceEntry } from '../../src/core/ledger/balance.ts'
import type { Figures, PersonLedger } from '../../src/core/ledger/person-ledger.ts'
import type { ClosedPeriod } from '../../src/core/plans/closing.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'

const FIGURES: Figures = {
  minutes: { home: 420, 'on-site': 540, backup: 0 },
  weightedMinutes: 540 + 420 / 7,
  activeMinutes: null,
  activeOfMinutes: 0,
  callOuts: null,
  dutyMinutes: 960,
  elsewhereMinutes: 0,
  declaredElsewhereMinutes: 0,
  surgeryMinutes: null,
  taskMinutes: 90,
  knownMinutes: 1050,
  totalMinutes: null,
  duties: 1 / 3,
  nights: 1,
  weekendsAny: 0,
  weekendsFull: 0,
  everyNthWeekend: null,
  publicHolidays: 1,
  specialHolidays: ['new-year'],
  daysAfterNight: 1,
  longestPeriodMinutes: 960,
  shortestRestMinutes: null,
  minutesByOrigin: { share: 600, ordered: 0, voluntary: 0, swap: 360, 'sick-cover': 0, locum: 0 },
}

/** One doctor's figures, with what is not known and what has no end in it. */
export function ledgerOfSample(personId: string): PersonLedger {
  return {
    personId,
    period: { kind: 'month', name: '2027-01', from: '2027-01-01', to: '2027-02-01' },
    planned: FIGURES,
    worked: { ...FIGURES, activeMinutes: 37, activeOfMinutes: 960, callOuts: 0 },
    givenAway: 0.5,
    taken: 0,
    segments: [
      {
        form: 'on-site',
        dutyClass: null,
        dayKind: 'public-holiday',
        calendars: ['statutory'],
        window: '08:00',
        minutes: 540,
      },
    ],
  }
}

export function closingOf(
  id: string,
  from: string,
  to: string,
  said: Partial<ClosedPeriod> & { readonly kind?: ClosedPeriod['period']['kind'] } = {},
): ClosedPeriod {
  const { kind = 'month', ...rest } = said
  const load = { minutes: { home: 420, 'on-site': 540, backup: 0 }, nights: 1, weekends: 0, holidays: 1 }
  return {
    id,
    period: { kind, name: `${kind} ${from}`, from, to },
    closedAt: fromUtcText('2027-07-01T08:00Z'),
    by: 'coordinator',
    ledgers: [ledgerOfSample('d.a')],
    shares: [{ personId: 'd.a', weight: 2 / 3, actual: load, target: { ...load, nights: 1 / 3 } }],
    ...rest,
  }
}

export function correctionOf(id: string, personId: string, said: Partial<BalanceEntry> = {}): BalanceEntry {
  return {
    id,
    personId,
    measure: 'nights',
    amount: 1,
    on: '2027-02-01',
    kind: 'correction',
    closingId: null,
    reason: 'Natta 3. januar ble ført på feil lege',
    by: 'coordinator',
    at: fromUtcText('2027-07-02T08:00Z'),
    ...said,
  }
}
