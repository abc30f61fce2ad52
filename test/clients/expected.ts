import type { Language } from '../../src/core/rota/district.ts'
import { overlaps } from '../../src/core/time/interval.ts'
import type { BoardDuty } from './board-duties.ts'
import { WORDS } from './calendar-words.ts'
import type { Expected, HeldEvent } from './held-event.ts'

/** A calendar as it was asked for. */
export interface LiveCalendar {
  readonly id: string
  readonly kind: 'own' | 'district' | 'dispatch'
  /** Whose duties it holds, or whose link it is. */
  readonly personId: string
  readonly language: Language
  readonly backup: boolean
  readonly busyAtHome: boolean
  /** A calendar of the district tells full names instead of initials; the dispatch centre's always does. */
  readonly tellsNames: boolean
  /** It tells that it is turned off in place of any duty. */
  readonly isOff: boolean
  /** The doctor has left the district, whose duties are all there were. */
  readonly hasLeft: boolean
}

/** What a calendar should hold, by the published board and by the duties of which it must say that nobody works them. */
export function expectedOf(
  calendar: LiveCalendar,
  board: readonly BoardDuty[],
  cancelled: readonly BoardDuty[],
): Expected {
  const words = WORDS[calendar.language]
  if (calendar.isOff) return { kind: 'notice', title: words.turnedOff }
  const events = calendar.kind === 'own' ? ownEvents(calendar, board, cancelled) : allEvents(calendar, board)
  return events.length === 0 ? { kind: 'notice', title: words.noDuties } : { kind: 'duties', events }
}

function ownEvents(
  calendar: LiveCalendar,
  board: readonly BoardDuty[],
  cancelled: readonly BoardDuty[],
): HeldEvent[] {
  if (calendar.hasLeft) return []
  const isOwn = ({ holder }: BoardDuty) => holder?.personId === calendar.personId
  const own = board.filter(isOwn)
  const words = WORDS[calendar.language]
  const isAsked = ({ need }: BoardDuty) => board.some((duty) => duty.need.id === need.id)
  return [
    ...own.map((duty) => ({
      ...eventOf(duty, titleOf(calendar, duty), ''),
      isBusy: duty.form === 'on-site' || calendar.busyAtHome,
    })),
    ...cancelled.filter(isOwn).map((duty) => ({
      ...eventOf(duty, `${isAsked(duty) ? words.lost : words.cancelled}: ${titleOf(calendar, duty)}`, ''),
      isCancelled: true,
    })),
    ...(calendar.backup ? backupsBehind(own, board) : []).map((duty) =>
      eventOf(duty, `${words.backupBehind}: ${nameOf(calendar, duty)}`, '.b'),
    ),
  ]
}

function backupsBehind(own: readonly BoardDuty[], board: readonly BoardDuty[]): BoardDuty[] {
  const isBehind = ({ line, holder, ...span }: BoardDuty) =>
    own.some(
      (duty) =>
        line.behind.includes(duty.line.id) &&
        holder?.personId !== duty.holder?.personId &&
        overlaps(duty, span),
    )
  return board.filter((duty) => duty.holder !== null && isBehind(duty))
}

function allEvents(calendar: LiveCalendar, board: readonly BoardDuty[]): HeldEvent[] {
  const isDispatch = calendar.kind === 'dispatch'
  const ending = isDispatch ? ' · Distrikt vestby' : ''
  return board.map((duty) => {
    const title = titleOf(calendar, duty)
    if (duty.holder !== null)
      return eventOf(duty, `${title}: ${nameOf(calendar, duty)}${ending}`, isDispatch ? '.v' : '.d')
    const open = `${WORDS[calendar.language].open}: ${title}${ending}`
    return { ...eventOf(duty, open, ''), uid: 'open' }
  })
}

function eventOf({ start, end, chainId }: BoardDuty, title: string, kind: string): HeldEvent {
  return { uid: `${chainId}${kind}@legevaktplan`, start, end, title, isCancelled: false, isBusy: false }
}

function titleOf({ language }: LiveCalendar, { form, line }: BoardDuty): string {
  return `${WORDS[language].forms[form]} (${line.code})`
}

function nameOf({ kind, tellsNames }: LiveCalendar, { holder }: BoardDuty): string {
  return (tellsNames || kind === 'dispatch' ? holder?.name : holder?.initials) ?? ''
}
