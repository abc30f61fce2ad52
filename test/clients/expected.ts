import type { Slice } from '../../src/core/rota/assignment.ts'
import type { Language } from '../../src/core/rota/district.ts'
import type { DutyForm } from '../../src/core/rota/line.ts'
import type { Need } from '../../src/core/rota/need.ts'
import { isInPeriod } from '../../src/core/rota/rota.ts'
import { overlaps } from '../../src/core/time/interval.ts'
import type { Expected, HeldEvent } from './held-event.ts'
import type { LiveRota } from './live-rota.ts'

/** One doctor's own calendar, as it was asked for. */
export interface OwnCalendar {
  readonly id: string
  readonly personId: string
  readonly language: Language
  readonly busyAtHome: boolean
  /** Turned off: it tells so in place of any duty. */
  readonly isOff: boolean
  /** The doctor has left the district, whose duties are all there were. */
  readonly hasLeft: boolean
}

/** A duty of which the last holder's calendar says that nobody works it. */
export interface CancelledDuty {
  readonly personId: string
  readonly chainId: string
  readonly need: Need
  readonly slice: Pick<Slice, 'start' | 'end'>
}

/** Written out here and not taken from the product, so that a calendar that says another word is found. */
const FORMS: Readonly<Record<Language, Readonly<Record<DutyForm, string>>>> = {
  nb: { 'on-site': 'Legevakt på stedet', home: 'Hjemmevakt', backup: 'Bakvakt' },
  nn: { 'on-site': 'Legevakt på staden', home: 'Heimevakt', backup: 'Bakvakt' },
  en: { 'on-site': 'Out-of-hours duty on site', home: 'Home duty', backup: 'Backup duty' },
}
const CANCELLED: Readonly<Record<Language, string>> = { nb: 'AVLYST', nn: 'AVLYST', en: 'CANCELLED' }
const TURNED_OFF = 'Kalenderlenken er slått av, hent ny i Legevaktplan'
const NO_DUTIES = 'Legevaktplan: kalenderen er koblet til'

/** What a doctor's calendar should hold, by the published board and what was cancelled. */
export async function expectedOf(
  rota: LiveRota,
  calendar: OwnCalendar,
  cancelled: readonly CancelledDuty[],
): Promise<Expected> {
  if (calendar.isOff) return { kind: 'notice', title: TURNED_OFF }
  const held = calendar.hasLeft ? [] : await heldOnBoard(rota, calendar)
  const own = cancelled.filter(({ personId }) => personId === calendar.personId && !calendar.hasLeft)
  const events = [...held, ...own.map((duty) => cancelledEvent(rota, calendar, duty))]
  return events.length === 0 ? { kind: 'notice', title: NO_DUTIES } : { kind: 'duties', events }
}

async function heldOnBoard(rota: LiveRota, calendar: OwnCalendar): Promise<HeldEvent[]> {
  const events: HeldEvent[] = []
  for (const board of await rota.boards()) {
    for (const need of board.needs.filter((own) => isInPeriod(board, own))) {
      for (const cell of board.cells.values()) {
        if (cell.needId !== need.id) continue
        for (const slice of cell.slices.filter(({ personId }) => personId === calendar.personId)) {
          const forms = formsOf(need, slice)
          events.push({
            uid: `${await rota.chainOf(cell, slice)}@legevaktplan`,
            start: slice.start,
            end: slice.end,
            title: titleOf(rota, need, forms, calendar.language),
            isCancelled: false,
            isBusy: forms.includes('on-site') || calendar.busyAtHome,
          })
        }
      }
    }
  }
  return events
}

function cancelledEvent(rota: LiveRota, { language }: OwnCalendar, duty: CancelledDuty): HeldEvent {
  const { need, slice, chainId } = duty
  const title = titleOf(rota, need, formsOf(need, slice), language)
  return {
    uid: `${chainId}@legevaktplan`,
    start: slice.start,
    end: slice.end,
    title: `${CANCELLED[language]}: ${title}`,
    isCancelled: true,
    isBusy: false,
  }
}

function formsOf(need: Need, slice: Pick<Slice, 'start' | 'end'>): DutyForm[] {
  return [...new Set(need.pieces.filter((piece) => overlaps(piece, slice)).map(({ form }) => form))]
}

/** All lines here keep to one form. */
function titleOf(rota: LiveRota, need: Need, forms: readonly DutyForm[], language: Language): string {
  const line = rota.district.lines.find(({ id }) => id === need.lineId)
  const [form] = forms
  if (!line || !form || forms.length > 1) throw new Error(`${need.id} has ${forms.length} forms`)
  return `${FORMS[language][form]} (${line.code})`
}
