import type { Assignment } from '../core/rota/assignment.ts'
import { DUTY_FORMS, type DutyForm, type Line } from '../core/rota/line.ts'
import type { FormPiece, Need } from '../core/rota/need.ts'
import { clip, minutesOf } from '../core/time/interval.ts'
import { MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import type { Text } from '../text/text.ts'
import { type FeedWindow, isInWindow } from './feed-window.ts'
import type { FeedEvent } from './ics.ts'

export type FeedText = Text['feed']

/** One assignment of the feed's person with what its event tells. No colleague, reason or note is part of it. */
export interface FeedDuty {
  readonly assignment: Assignment
  readonly need: Pick<Need, 'start' | 'end' | 'pieces'>
  readonly line: Pick<Line, 'name' | 'code' | 'form'>
  readonly districtName: string
  /** Where the doctor meets; empty when not told. */
  readonly place: string
  /** Page of the duty behind sign-in; null = none. */
  readonly url: string | null
  /** When the duty was cancelled, so that nobody works it; null = it stands. A duty another person took is simply left out. */
  readonly cancelledAt: Minute | null
}

export interface DutyEventsInput {
  /** Id of the feed, never its secret: names the information event. */
  readonly feedId: string
  readonly feedCreatedAt: Minute
  readonly duties: readonly FeedDuty[]
  readonly window: FeedWindow
  readonly text: FeedText
  /** Forms whose time shows as busy; on-site duty alone by default, so that a week at home is not a week away. */
  readonly busyForms?: readonly DutyForm[]
  /** Whole minutes before each duty; null (the default) = no alarm. */
  readonly alarmMinutesBefore?: number | null
}

/** The events of one person's feed by start, never none: an information event stands in an otherwise empty calendar. */
export function dutyEvents(input: DutyEventsInput): FeedEvent[] {
  const shown = input.duties.filter((duty) =>
    isInWindow(input.window, duty.assignment, duty.cancelledAt !== null),
  )
  if (shown.length === 0) return [connectedEvent(input)]
  return shown
    .toSorted((a, b) => byStart(a.assignment, b.assignment))
    .map((duty, index, sorted) => toEvent(duty, uidOf(duty, sorted.slice(0, index)), input))
}

/** The one event of a feed whose link is turned off: it takes the place of duties that clients would keep. */
export function revokedEvent(feedId: string, revokedAt: Minute, text: FeedText): FeedEvent {
  const { revokedTitle: summary, revokedDescription: description } = text
  return { ...information(feedId, revokedAt), sequence: 1, summary, description }
}

function connectedEvent({ feedId, feedCreatedAt, text }: DutyEventsInput): FeedEvent {
  const { noDutiesTitle: summary, noDutiesDescription: description } = text
  return { ...information(feedId, feedCreatedAt), summary, description }
}

/** The hour up to `at`: past at once, so that it is in nobody's way. */
function information(feedId: string, at: Minute): Omit<FeedEvent, 'summary' | 'description'> {
  return {
    uid: `info-${feedId}@legevaktplan`,
    sequence: 0,
    modifiedAt: at,
    start: at - MINUTES_PER_HOUR,
    end: at,
    location: '',
    category: '',
    isCancelled: false,
    isBusy: false,
    url: null,
    alarmMinutesBefore: null,
  }
}

function byStart(a: Assignment, b: Assignment): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1)
}

/** The chain's, so that a moved duty stays one event; a second slice that a person holds of one seat is told apart by its own id. */
function uidOf({ assignment }: FeedDuty, earlier: readonly FeedDuty[]): string {
  const isTaken = earlier.some((duty) => duty.assignment.chainId === assignment.chainId)
  return `${assignment.chainId}${isTaken ? `.${assignment.id}` : ''}@legevaktplan`
}

function toEvent(duty: FeedDuty, uid: string, input: DutyEventsInput): FeedEvent {
  const { assignment, cancelledAt } = duty
  const { text, busyForms = ['on-site'], alarmMinutesBefore = null } = input
  const pieces = piecesOf(duty)
  const forms = pieces.length > 0 ? formsInOrder(pieces) : [duty.line.form]
  const title = text.title(forms, duty.line.code)
  return {
    uid,
    // Cancelling ends the assignment without another row, so the change of status is counted here.
    sequence: assignment.sequence + (cancelledAt === null ? 0 : 1),
    modifiedAt: cancelledAt ?? assignment.modifiedAt,
    start: assignment.start,
    end: assignment.end,
    summary: cancelledAt === null ? title : text.cancelledTitle(title),
    description: descriptionOf(duty, pieces, text),
    location: duty.place,
    category: text.kinds[mostBinding(forms)],
    isCancelled: cancelledAt !== null,
    isBusy: forms.some((form) => busyForms.includes(form)),
    url: duty.url,
    alarmMinutesBefore,
  }
}

function descriptionOf(duty: FeedDuty, pieces: readonly FormPiece[], text: FeedText): string {
  const { assignment, need } = duty
  const isPart = assignment.start > need.start || assignment.end < need.end
  return [
    ...(duty.cancelledAt === null ? [] : [text.cancelled]),
    ...(assignment.shadowing ? [text.shadowing] : []),
    ...(formsInOrder(pieces).length > 1 ? pieces.map(text.part) : []),
    ...(isPart ? [text.partOfDuty(need)] : []),
    text.length(minutesOf(assignment)),
    text.line(duty.line.name),
    text.district(duty.districtName),
    text.seeApp,
  ].join('\n')
}

function piecesOf({ assignment, need }: FeedDuty): FormPiece[] {
  return need.pieces.flatMap((piece) =>
    clip([piece], assignment).map((part) => ({ form: piece.form, ...part })),
  )
}

function formsInOrder(pieces: readonly FormPiece[]): DutyForm[] {
  const inOrder = [...pieces].sort((a, b) => a.start - b.start)
  return [...new Set(inOrder.map((piece) => piece.form))]
}

/** One category for each event: time at the station tells most of where the doctor has to be. */
function mostBinding(forms: readonly DutyForm[]): DutyForm {
  return ['on-site' as const, ...DUTY_FORMS].find((form) => forms.includes(form)) ?? 'home'
}
