import type { Interval } from '../core/time/interval.ts'
import type { Minute } from '../core/time/minute.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { type OthersDuty, othersEvent, othersLines } from './backup-events.ts'
import { byStart } from './duty-events.ts'
import {
  categoryOf,
  closingLines,
  type DutyFacts,
  type FeedText,
  isPartOf,
  partLines,
  shortName,
  titleOf,
} from './duty-facts.ts'
import { stampOf } from './event-stamp.ts'
import { fingerprint, uidOf, uidsOf } from './event-uids.ts'
import { fullName, type HolderWords, holderWords } from './holder-words.ts'
import type { FeedEvent } from './ics.ts'
import { connectedStamp, informationEvent } from './information-event.ts'

/** Which areas a line covers; none = all of its district. */
export interface Areas {
  readonly areas: readonly string[]
  readonly areaStamp: Stamp
}

/** Part of a place that nobody holds. */
export interface OpenPart extends Interval, DutyFacts, Areas {
  readonly districtId: string
  readonly needId: string
  readonly seat: number
  readonly place: string
  readonly titleStamp: Stamp
  /** The revision that left it open, or that asked for it first, and its stamp. */
  readonly since: { readonly revision: number; readonly stamp: Stamp }
}

/** Language of the calendar's reader, and since when. */
export interface Reader {
  readonly text: FeedText
  readonly textStamp: Stamp
}

/** Who is on in a district, each part of a duty by itself, and what nobody holds, so that a hole does not look like a day without duties; by start. */
export function districtEvents(
  duties: readonly OthersDuty[],
  open: readonly OpenPart[],
  reader: Reader,
): FeedEvent[] {
  const { text } = reader
  const held = eventsOf(
    duties,
    'd',
    (duty) => holderWords(duty.holder, text),
    reader,
    (duty, words) => ({
      summary: text.held(titleOf(duty, duty.assignment, text), words, duty.assignment.shadowing),
      lines: [],
      stamp: 0,
    }),
  )
  const holes = open.map((part) =>
    openEvent(part, 'd', reader, { summary: text.open(titleOf(part, part, text)), lines: [], stamp: 0 }),
  )
  return [...held, ...holes].sort(inOrder)
}

/** The same for the dispatch centre: always by full name, and with the areas. */
export function dispatchEvents(
  duties: readonly (OthersDuty & Areas)[],
  open: readonly OpenPart[],
  reader: Reader,
): FeedEvent[] {
  const { text } = reader
  const held = eventsOf(
    duties,
    'v',
    (duty) => fullName(duty.holder, text),
    reader,
    (duty, words) => {
      const areas = areaNames(duty)
      const title = text.held(titleOf(duty, duty.assignment, text), words, duty.assignment.shadowing)
      return { summary: text.inAreas(title, areas), lines: [text.areas(areas)], stamp: duty.areaStamp }
    },
  )
  const holes = open.map((part) => {
    const areas = areaNames(part)
    const summary = text.inAreas(text.open(titleOf(part, part, text)), areas)
    return openEvent(part, 'v', reader, { summary, lines: [text.areas(areas)], stamp: part.areaStamp })
  })
  return [...held, ...holes].sort(inOrder)
}

function inOrder(a: FeedEvent, b: FeedEvent): number {
  return a.start - b.start || (a.uid < b.uid ? -1 : 1)
}

/** Stands in a calendar of a district without duties; `content` names what it shows, alike in all that show the same. */
export function noDistrictDutiesEvent(
  content: readonly string[],
  followedSince: Minute,
  reader: Reader,
): FeedEvent {
  const { noDutiesTitle: summary, noDistrictDutiesDescription: description } = reader.text
  const stamp = connectedStamp({ createdAt: followedSince, textStamp: reader.textStamp })
  const feedId = fingerprint(JSON.stringify(content))
  return informationEvent({ feedId, at: followedSince, summary, description, stamp })
}

interface Said {
  readonly summary: string
  /** Told first. */
  readonly lines: readonly string[]
  /** Of what is said beside the duty and its holder. */
  readonly stamp: Stamp
}

function eventsOf<D extends OthersDuty>(
  duties: readonly D[],
  kind: 'd' | 'v',
  holderOf: (duty: D) => HolderWords,
  { text, textStamp }: Reader,
  say: (duty: D, words: string | null) => Said,
): FeedEvent[] {
  const sorted = duties.toSorted((a, b) => byStart(a.assignment, b.assignment))
  const uids = uidsOf(
    sorted.map(({ assignment }) => assignment),
    kind,
  )
  return sorted.map((duty, index) => {
    const { words, stamp } = holderOf(duty)
    const said = say(duty, words)
    return {
      uid: uids[index] as string,
      ...stampOf(duty.stamp, stamp, said.stamp, duty.titleStamp, textStamp),
      summary: said.summary,
      description: [...said.lines, ...othersLines(duty, text)].join('\n'),
      ...othersEvent(duty, text),
    }
  })
}

/**
 * Nothing is stored of a hole, so its id is made of all that it shows of the duty and of the revision that left it open: other
 * hours are another hole, and one that was filled and opens again is a new one, that no client has thrown away before.
 */
function openEvent(part: OpenPart, kind: 'd' | 'v', { text, textStamp }: Reader, said: Said): FeedEvent {
  const { districtId, needId, seat, start, end, need, since } = part
  const lines = partLines(part, part, text)
  const form = need.pieces.map((piece) => [piece.form, piece.start, piece.end])
  const told = JSON.stringify([
    districtId,
    needId,
    seat,
    start,
    end,
    need.start,
    need.end,
    form,
    since.revision,
  ])
  return {
    uid: uidOf([`open-${fingerprint(told)}`, kind]),
    ...stampOf(since.stamp, part.titleStamp, said.stamp, textStamp),
    start,
    end,
    summary: said.summary,
    description: [
      text.openExplained,
      ...said.lines,
      ...lines,
      ...(isPartOf(part, part) ? [text.partOfWhole(need)] : []),
      ...closingLines(part, part, text),
    ].join('\n'),
    location: part.place,
    category: categoryOf(part, part, text),
    isCancelled: false,
    isBusy: false,
    url: null,
    alarmMinutesBefore: null,
  }
}

function areaNames({ areas, districtName }: Areas & DutyFacts): string[] {
  return (areas.length === 0 ? [districtName] : areas).map(shortName)
}
