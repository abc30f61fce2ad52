import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../src/core/rota/assignment.ts'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import type { DutyForm } from '../../src/core/rota/line.ts'
import type { Interval } from '../../src/core/time/interval.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { fromWall, toOffsetText } from '../../src/core/time/oslo.ts'
import {
  connectedEvent,
  dutyEvents,
  type FeedDuty,
  type OwnManner,
  plainManner,
  revokedEvent,
} from '../../src/feeds/duty-events.ts'
import { feedWindow } from '../../src/feeds/feed-window.ts'
import { type FeedEvent, renderFeed } from '../../src/feeds/ics.ts'
import * as text from '../../src/text/nb/feed.ts'

const seconds = (minute: string, second: number) => fromUtcText(minute) * 60 + second
const at = (date: string, hour: number) => fromWall(date, hour * 60)

/** All that is stored of it: what an event may tell is a part. */
const storedOf = (span: Interval): Assignment => ({
  ...span,
  id: 'as-9',
  chainId: 'chain-7',
  needId: 'h1.2027-01-04.natt',
  seat: 0,
  personId: 'p-kari',
  positionId: 'askvoll-3',
  origin: 'swap',
  shadowing: false,
  revisionFrom: 4,
  revisionTo: null,
  sequence: 2,
  modifiedAt: fromUtcText('2026-11-30T09:30Z'),
  enteredBy: 'konto-koordinator',
  reason: 'Sykt barn',
  replaces: 'as-8',
  note: 'Byttet med Ola',
})

const dutyOf = (start: number, end: number, over: Partial<FeedDuty> = {}): FeedDuty => ({
  assignment: storedOf({ start, end }),
  need: { start, end, pieces: [{ form: 'home', start, end }] },
  line: { name: 'Hjemmevakt natt', code: 'H1', form: 'home' },
  districtName: 'Nordøy',
  place: 'Nordøy legekontor',
  url: null,
  stamp: seconds('2026-12-01T09:30Z', 4),
  titleStamp: 0,
  isCancelled: false,
  ...over,
})

const january = feedWindow(at('2027-01-06', 12))
const manner = plainManner(text)
const eventsOf = (duties: readonly FeedDuty[], over: Partial<OwnManner> = {}) =>
  dutyEvents(duties, january, { ...manner, ...over })

const only = (duty: FeedDuty, over: Partial<OwnManner> = {}): FeedEvent => {
  const [event, ...rest] = eventsOf([duty], over)
  expect(rest).toEqual([])
  return event as FeedEvent
}

const plain = dutyOf(at('2027-01-04', 16), at('2027-01-05', 8))

describe('the event of a duty', () => {
  it('tells kind, time, place and line in words', () => {
    expect(only(plain)).toEqual({
      uid: 'chain-7@legevaktplan',
      sequence: seconds('2026-12-01T09:30Z', 4) - seconds('2026-01-01T00:00Z', 0),
      modifiedAt: seconds('2026-12-01T09:30Z', 4),
      start: at('2027-01-04', 16),
      end: at('2027-01-05', 8),
      summary: 'Hjemmevakt (H1)',
      description:
        'Varer 16 t\nVaktlinje: Hjemmevakt natt\nDistrikt: Nordøy\nVakter kan bli endret på kort varsel. Se Legevaktplan for den nyeste lista.',
      location: 'Nordøy legekontor',
      category: 'Hjemmevakt',
      isCancelled: false,
      isBusy: false,
      url: null,
      alarmMinutesBefore: null,
    })
  })

  it('carries no person, reason, note, position or need', () => {
    const feed = renderFeed({ name: 'Mine vakter', events: [only(plain)] })
    for (const hidden of ['kari', 'Ola', 'Sykt', 'askvoll', 'koordinator', 'h1.2027', 'as-8', 'as-9']) {
      expect(feed.toLowerCase()).not.toContain(hidden.toLowerCase())
    }
  })

  it.each([
    ['2027-03-27', '2027-03-28', 8, 'Varer 8 t'],
    ['2027-10-30', '2027-10-31', 10, 'Varer 10 t'],
    ['2027-11-06', '2027-11-07', 9, 'Varer 9 t'],
  ])('says how long the night 23–08 of %s really is', (evening, morning, hours, words) => {
    const event = only(dutyOf(at(evening, 23), at(morning, 8)))
    const [read] = new ICAL.Component(ICAL.parse(renderFeed({ name: 'Vakter', events: [event] })))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
    const span = [read?.startDate, read?.endDate].map((time) => (time?.toUnixTime() ?? 0) / 60)
    expect(span).toEqual([at(evening, 23), at(morning, 8)])
    expect((Number(span[1]) - Number(span[0])) / 60).toBe(hours)
    expect(read?.description).toContain(words)
  })

  const forms: readonly [DutyForm, string, string, boolean][] = [
    ['on-site', 'Legevakt på stedet (H1)', 'Legevakt på stedet', true],
    ['home', 'Hjemmevakt (H1)', 'Hjemmevakt', false],
    ['backup', 'Bakvakt (H1)', 'Bakvakt', false],
  ]
  it.each(forms)(
    'of form %s is called "%s" and shows as busy only at the station',
    (form, summary, category, isBusy) => {
      const { start, end } = plain.assignment
      const event = only({ ...plain, need: { start, end, pieces: [{ form, start, end }] } })
      expect(event).toMatchObject({ summary, category, isBusy })
    },
  )

  it('shows other forms as busy when the link says so', () => {
    expect(only(plain, { options: { ...OWN_FEED_OPTIONS, busyAtHome: true } }).isBusy).toBe(true)
  })

  it('reminds as long before as the link says, and not of a cancelled one', () => {
    const options = { ...OWN_FEED_OPTIONS, alarmMinutesBefore: 90 }
    expect(only(plain, { options }).alarmMinutesBefore).toBe(90)
    expect(only({ ...plain, isCancelled: true }, { options }).alarmMinutesBefore).toBeNull()
  })

  const evening = at('2027-01-04', 16)
  const night = at('2027-01-04', 23)
  const morning = at('2027-01-05', 8)
  const mixed = dutyOf(evening, morning, {
    need: {
      start: evening,
      end: morning,
      pieces: [
        { form: 'home', start: evening, end: night },
        { form: 'on-site', start: night, end: morning },
      ],
    },
  })

  it('with two forms names both in order, with their times, and takes the category of the station', () => {
    const event = only(mixed)
    expect(event.summary).toBe('Hjemmevakt og legevakt på stedet (H1)')
    expect(event.category).toBe('Legevakt på stedet')
    expect(event.isBusy).toBe(true)
    expect(event.description.split('\n').slice(0, 2)).toEqual([
      'Hjemmevakt man. 4. jan. 16:00–23:00',
      'Legevakt på stedet man. 4. jan. 23:00 – tir. 5. jan. 08:00',
    ])
  })

  it('cut before its second form names only the form that is held, and says that it is a part', () => {
    const cut = { ...mixed, assignment: { ...mixed.assignment, end: at('2027-01-04', 20) } }
    const event = only(cut)
    expect(event.summary).toBe('Hjemmevakt (H1)')
    expect(event.end).toBe(at('2027-01-04', 20))
    expect(event.description).toContain('Du har en del av vakta 16:00–08:00\nVarer 4 t')
  })

  it('outside every form piece falls back to the form of its line', () => {
    expect(only({ ...plain, need: { ...plain.need, pieces: [] } }).summary).toBe('Hjemmevakt (H1)')
  })

  it('says when the doctor only learns', () => {
    const event = only({ ...plain, assignment: { ...plain.assignment, shadowing: true } })
    expect(event.description).toContain('Du går ved siden av')
  })

  it('cancelled says so first, with the stamp of the cancelling', () => {
    const stamp = seconds('2026-12-20T08:00Z', 0)
    const event = only({ ...plain, stamp, isCancelled: true })
    expect(event).toMatchObject({ isCancelled: true, isBusy: false, modifiedAt: stamp })
    expect(event.summary).toBe('AVLYST: Hjemmevakt (H1)')
    expect(event.description).toMatch(/^Vakta er avlyst/)
  })

  it('lost while it stands open is not called cancelled, and has the stamp of the last turn since', () => {
    const stamp = seconds('2026-12-21T08:00Z', 0)
    const event = only({ ...plain, stamp, isCancelled: true, isOpen: true })
    expect(event).toMatchObject({ isCancelled: true, modifiedAt: stamp })
    expect(event.summary).toBe('Ikke lenger din: Hjemmevakt (H1)')
    expect(event.description).toMatch(/^Du har ikke denne vakta lenger/)
  })
})

describe('the calendar of a person', () => {
  it('is sorted by start, whatever order the duties come in', () => {
    const later = dutyOf(at('2027-01-11', 16), at('2027-01-12', 8))
    const second = { ...later, assignment: { ...later.assignment, id: 'as-8', chainId: 'chain-8' } }
    const sorted = eventsOf([second, plain])
    expect(sorted).toEqual(eventsOf([plain, second]))
    expect(sorted.map((event) => toOffsetText(event.start))).toEqual([
      '2027-01-04T16:00+01:00',
      '2027-01-11T16:00+01:00',
    ])
  })

  it('tells two parts of one duty apart, since both belong to one chain', () => {
    const first = dutyOf(at('2027-01-04', 16), at('2027-01-04', 18))
    const second = dutyOf(at('2027-01-04', 20), at('2027-01-05', 8))
    const other = { ...second, assignment: { ...second.assignment, id: 'as-10' } }
    expect(eventsOf([other, first]).map((event) => event.uid)).toEqual([
      'chain-7@legevaktplan',
      'chain-7.as-10@legevaktplan',
    ])
  })

  it('has the same bytes all week long', () => {
    const on = (date: string) => {
      const events = dutyEvents([plain], feedWindow(at(date, 7)), manner)
      return renderFeed({ name: text.calendarName(['Nordøy']), events })
    }
    expect(on('2027-01-10')).toBe(on('2027-01-04'))
  })

  it('shows nothing outside its window', () => {
    expect(eventsOf([dutyOf(at('2026-01-04', 16), at('2026-01-05', 8))])).toEqual([])
    expect(eventsOf([dutyOf(at('2028-07-04', 0), at('2028-07-04', 8))])).toEqual([])
  })

  const createdAt = fromUtcText('2026-11-02T10:00Z')

  it('without duties says in one past event that the link works', () => {
    const event = connectedEvent('feed-1', createdAt, manner)
    expect(event).toMatchObject({ summary: 'Legevaktplan: kalenderen er koblet til', isBusy: false })
    expect(event.end).toBe(createdAt)
  })

  it.each([
    ['later', 0, '2027-02-01T10:00Z', seconds('2027-02-01T10:00Z', 0)],
    ['in the minute it was made', 0, '2026-11-02T10:00Z', seconds('2026-11-02T10:00Z', 1)],
    [
      'in the minute its words changed',
      seconds('2026-12-01T09:30Z', 40),
      '2026-12-01T09:30Z',
      seconds('2026-12-01T09:30Z', 41),
    ],
    ['with the clock set back', 0, '2026-11-01T10:00Z', seconds('2026-11-02T10:00Z', 1)],
  ])('turned off %s takes over the information event with a later stamp', (_, textStamp, at, stamp) => {
    const connected = connectedEvent('feed-1', createdAt, { text, textStamp })
    const revoked = revokedEvent({ id: 'feed-1', createdAt, textStamp }, fromUtcText(at), text)
    expect(revoked.uid).toBe(connected.uid)
    expect(revoked.sequence).toBeGreaterThan(connected.sequence)
    expect(revoked.modifiedAt).toBe(stamp)
    expect(revoked.summary).toContain('slått av')
  })

  it('is named by its districts', () => {
    expect(text.calendarName(['Nordøy'])).toBe('Mine vakter – Nordøy')
    expect(text.calendarName(['Fjordane', 'Storby'])).toBe('Mine vakter – Fjordane og Storby')
    expect(text.calendarName([])).toBe('Mine vakter')
  })
})
