import type { Language } from '../../src/core/rota/district.ts'
import type { DutyForm } from '../../src/core/rota/line.ts'

/** Written out here and not taken from the product, so that a calendar that says another word is found. */
interface CalendarWords {
  readonly forms: Readonly<Record<DutyForm, string>>
  readonly cancelled: string
  /** Lost, and open for somebody else. */
  readonly lost: string
  readonly open: string
  readonly backupBehind: string
  readonly turnedOff: string
  readonly noDuties: string
}

export const WORDS: Readonly<Record<Language, CalendarWords>> = {
  nb: {
    forms: { 'on-site': 'Legevakt på stedet', home: 'Hjemmevakt', backup: 'Bakvakt' },
    cancelled: 'AVLYST',
    lost: 'Ikke lenger din',
    open: 'Ledig – ingen lege',
    backupBehind: 'Bakvakt bak deg',
    turnedOff: 'Kalenderlenken er slått av, hent ny i Legevaktplan',
    noDuties: 'Legevaktplan: kalenderen er koblet til',
  },
  nn: {
    forms: { 'on-site': 'Legevakt på staden', home: 'Heimevakt', backup: 'Bakvakt' },
    cancelled: 'AVLYST',
    lost: 'Ikkje lenger di',
    open: 'Ledig – ingen lege',
    backupBehind: 'Bakvakt bak deg',
    turnedOff: 'Kalenderlenkja er slått av, hent ny i Legevaktplan',
    noDuties: 'Legevaktplan: kalenderen er kopla til',
  },
  en: {
    forms: { 'on-site': 'On-site duty', home: 'Home duty', backup: 'Backup duty' },
    cancelled: 'CANCELLED',
    lost: 'No longer yours',
    open: 'Open – no doctor',
    backupBehind: 'Backup behind you',
    turnedOff: 'The calendar link is turned off, get a new one in Legevaktplan',
    noDuties: 'Legevaktplan: the calendar is connected',
  },
}
