import type { DutyChange, HeldTime } from '../core/rota/duty-change.ts'
import type { DutyForm } from '../core/rota/line.ts'
import type { Interval } from '../core/time/interval.ts'
import { toWall } from '../core/time/oslo.ts'
import type { formatIn } from './format.ts'

/** A message as mail and console show it. */
export interface MessageText {
  readonly subject: string
  readonly body: string
}

/** What one doctor is told of changed duties in one district. */
export interface ChangedDuties {
  readonly district: string
  /** Whether a plan was published; else single duties were changed. */
  readonly isPublished: boolean
  /** Within 48 hours of being changed; the doctor is to say that they have seen them. */
  readonly urgent: readonly DutyChange[]
  readonly other: readonly DutyChange[]
  readonly links: DutyLinks
}

export interface DutyLinks {
  readonly changes: string
  readonly duties: string
  readonly calendar: string
}

/** A duty as a list of own duties tells of it. */
export interface ToldDuty extends HeldTime {
  readonly name: string
  readonly districtName: string
  readonly line: Pick<DutyChange['line'], 'form' | 'place'>
}

/** What a week's overview holds. */
export interface WeekTold {
  /** ISO week that begins. */
  readonly week: string
  readonly duties: readonly ToldDuty[]
  readonly changes: readonly DutyChange[]
  /** Urgent changes that nobody has said they have seen. */
  readonly unconfirmed: number
  readonly links: DutyLinks
}

/** What all the changes of a message have in common; several kinds are 'changed'. */
export type ChangeKind = 'gained' | 'lost' | 'changed'

/** The words of a language; what they are joined to stands here once. */
export interface DutyMessageWords {
  readonly format: Pick<
    ReturnType<typeof formatIn>,
    'timeSpan' | 'shortDate' | 'shortWeek' | 'list' | 'dateTime'
  >
  readonly forms: Readonly<Record<DutyForm, string>>
  /** `day` is the first of the days where there are several duties. */
  readonly subjects: Readonly<Record<ChangeKind, (count: number, district: string, day: string) => string>>
  /** Goes before the subject of what begins within 48 hours. */
  readonly haste: string
  readonly publishedLead: (district: string) => string
  readonly changedLead: (district: string) => string
  readonly confirm: string
  readonly confirmHere: string
  readonly others: string
  readonly gained: string
  readonly lost: string
  readonly moved: string
  readonly before: string
  readonly after: string
  readonly shadowing: string
  readonly yourDuties: string
  readonly yourCalendar: string
  readonly noReply: string
  readonly sms: (district: string, said: string, url: string) => string
  readonly smsGained: (time: string) => string
  readonly smsLost: (time: string) => string
  readonly smsMoved: (before: string, after: string) => string
  /** Of a duty kept at the same time. */
  readonly smsChanged: (time: string) => string
  readonly smsMore: (count: number) => string
  readonly digestSubject: (week: string, count: number) => string
  readonly digestDuties: string
  readonly digestNone: string
  readonly digestChanges: string
  readonly digestUnconfirmed: (count: number) => string
  readonly digestStop: string
}

/** Messages about duties: nothing of colleagues, nothing of why. */
export function dutyMessagesIn(words: DutyMessageWords) {
  return {
    dutiesChanged: (told: ChangedDuties) => dutiesChanged(words, told),
    urgentSms: (district: string, changes: readonly DutyChange[], url: string) =>
      words.sms(district, smsOf(words, changes), url),
    weeklyDigest: (told: WeekTold) => weeklyDigest(words, told),
  }
}

function dutiesChanged(words: DutyMessageWords, told: ChangedDuties): MessageText {
  const { district, urgent, other, links } = told
  const all = [...urgent, ...other]
  const subject = words.subjects[kindOf(all)](all.length, district, nearestOf(words, all))
  const lead = told.isPublished ? words.publishedLead : words.changedLead
  const confirm = [words.confirm, ...changeLines(words, urgent), `${words.confirmHere} ${links.changes}`]
  return {
    subject: urgent.length > 0 ? `${words.haste} ${subject}` : subject,
    body: parts(
      [lead(district)],
      urgent.length > 0 ? confirm : [],
      urgent.length > 0 && other.length > 0 ? [words.others] : [],
      changeLines(words, other),
      footer(words, links),
    ),
  }
}

function kindOf(changes: readonly DutyChange[]): ChangeKind {
  if (changes.every((change) => change.before === null)) return 'gained'
  return changes.every((change) => change.after === null) ? 'lost' : 'changed'
}

/** Characters of duties in a text message of two parts, beside the district and the link. */
const SMS_ROOM = 180

/** Each duty got, lost or moved, as many as there is room for; the first always. */
function smsOf(words: DutyMessageWords, changes: readonly DutyChange[]): string {
  const all = changes.map((change) => smsLine(words, change))
  const sums = all.map((_, index) => all.slice(0, index + 1).join('. ').length)
  const shown = Math.max(1, sums.filter((sum) => sum <= SMS_ROOM).length)
  const rest = all.length - shown
  return [...all.slice(0, shown), ...(rest > 0 ? [words.smsMore(rest)] : [])].join('. ')
}

function smsLine(words: DutyMessageWords, { before, after }: DutyChange): string {
  const said = (held: HeldTime) => words.format.timeSpan(held)
  if (before && after) {
    const isMoved = before.start !== after.start || before.end !== after.end
    return isMoved ? words.smsMoved(said(before), said(after)) : words.smsChanged(said(after))
  }
  if (after) return words.smsGained(said(after))
  return before ? words.smsLost(said(before)) : ''
}

function weeklyDigest(words: DutyMessageWords, told: WeekTold): MessageText {
  const { week, duties, changes, unconfirmed, links } = told
  const held = duties.map((duty) => `- ${dutyLine(words, duty, duty, duty.districtName)}`)
  return {
    subject: words.digestSubject(words.format.shortWeek(week), duties.length),
    body: parts(
      unconfirmed > 0 ? [words.digestUnconfirmed(unconfirmed), `${words.confirmHere} ${links.changes}`] : [],
      held.length > 0 ? [words.digestDuties, ...held] : [words.digestNone],
      changes.length > 0
        ? [words.digestChanges, ...changeLines(words, changes, (change) => change.districtName)]
        : [],
      footer(words, links),
      [words.digestStop],
    ),
  }
}

/** By kind, each by start: moved first, since a wrong hour is worse than a surprise. */
function changeLines(
  words: DutyMessageWords,
  changes: readonly DutyChange[],
  districtOf: (change: DutyChange) => string = () => '',
): string[] {
  const lineOf = (change: DutyChange, held: HeldTime) => dutyLine(words, change, held, districtOf(change))
  const moved = changes.flatMap((change) =>
    change.before && change.after
      ? [
          `- ${words.before} ${lineOf(change, change.before)}`,
          `  ${words.after} ${lineOf(change, change.after)}`,
        ]
      : [],
  )
  const gained = changes.flatMap((change) =>
    change.after && !change.before ? [`- ${lineOf(change, change.after)}`] : [],
  )
  const lost = changes.flatMap((change) =>
    change.before && !change.after ? [`- ${lineOf(change, change.before)}`] : [],
  )
  return [headed(words.moved, moved), headed(words.gained, gained), headed(words.lost, lost)].flat()
}

const headed = (head: string, lines: readonly string[]) => (lines.length > 0 ? [head, ...lines] : [])

/** 'man. 4. jan. 16:00 – tir. 5. jan. 08:00: Natt, hjemmevakt, Førde legevakt'. */
function dutyLine(
  words: DutyMessageWords,
  duty: { readonly name: string; readonly line: ToldDuty['line'] },
  held: HeldTime,
  district: string,
): string {
  const forms = [...new Set(held.pieces.map((piece) => words.forms[piece.form]))]
  const kind = forms.length > 0 ? words.format.list(forms) : words.forms[duty.line.form]
  const said = [duty.name, kind, held.shadowing ? words.shadowing : '', duty.line.place, district]
  return `${words.format.timeSpan(held)}: ${said.filter((part) => part !== '').join(', ')}`
}

/** The first day among all times, old and new. */
function nearestOf(words: DutyMessageWords, changes: readonly DutyChange[]): string {
  const times = changes.flatMap(({ before, after }) => [before, after].filter((time) => time !== null))
  const first = times.reduce<Interval | undefined>(
    (soonest, time) => (soonest && soonest.start <= time.start ? soonest : time),
    undefined,
  )
  return first ? words.format.shortDate(toWall(first.start).date) : ''
}

function footer(words: DutyMessageWords, links: DutyLinks): string[] {
  return [`${words.yourDuties} ${links.duties}`, `${words.yourCalendar} ${links.calendar}`, words.noReply]
}

/** Parts with a blank line between; empty ones leave none. */
function parts(...blocks: readonly (readonly string[])[]): string {
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}
