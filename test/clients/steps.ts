import type { Slice } from '../../src/core/rota/assignment.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import type { Minute } from '../../src/core/time/minute.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import { endDoctor } from '../../src/usecases/end-doctor.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import type { CancelledDuty, OwnCalendar } from './expected.ts'
import type { AccountActor } from './live-app.ts'
import { DISTRICT, HOME, homeDuty, type LiveRota, stationDuty, unwrap } from './live-rota.ts'

/** Everything that a step may change, and what calendars must then tell. */
export interface Stage {
  readonly rota: LiveRota
  readonly doctors: Readonly<Record<'a' | 'b', AccountActor>>
  /** Of a's and b's calendars; replaced as what they should show changes. */
  calendars: readonly OwnCalendar[]
  readonly linkIds: ReadonlyMap<string, string>
  cancelled: readonly CancelledDuty[]
}

export interface ClientStep {
  readonly name: string
  readonly act: (stage: Stage) => Promise<void>
  /** The answer is no calendar any more: programs keep what they hold. */
  readonly isGone?: true
}

const SPRING = '2027-03-27'
const AUTUMN = '2027-10-30'

export const STEPS: readonly ClientStep[] = [
  {
    name: 'first publication, both nights of the clock with it',
    act: async ({ rota }) => {
      const [mon, tue, wed, thu, fri] = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08']
      await rota.publish('2027-01-04', 14, {
        [homeDuty(mon)]: 'a',
        [homeDuty(tue)]: 'b',
        [homeDuty(wed)]: 'a',
        [homeDuty(thu)]: 'b',
        [stationDuty(fri)]: 'a',
        [homeDuty('2027-01-11')]: 'a',
        [homeDuty('2027-01-13')]: 'b',
        [homeDuty('2027-01-15')]: 'a',
      })
      await rota.publish(SPRING, 1, { [homeDuty(SPRING)]: 'a', [stationDuty(SPRING)]: 'b' })
      await rota.publish(AUTUMN, 1, { [homeDuty(AUTUMN)]: 'a', [stationDuty(AUTUMN)]: 'c' })
    },
  },
  {
    name: 'moved by a new template: home duty from 15',
    act: async ({ rota }) => {
      await rota.changeLine(HOME, (line) => ({
        ...line,
        templates: line.templates.map((version) => ({
          ...version,
          windows: version.windows.map((window) => ({ ...window, start: '15:00' })),
        })),
      }))
      await rota.publish('2027-01-04', 14)
    },
  },
  {
    name: 'moved by an amendment: half of it to b',
    act: async ({ rota }) => {
      const need = await rota.need(homeDuty('2027-01-04'))
      const cut = fromWall('2027-01-04', 22 * 60)
      await rota.amend(need.id, [part('a', need.start, cut), part('b', cut, need.end)])
    },
  },
  {
    name: 'cut in the hour that the autumn repeats, at its second 02:30',
    act: async ({ rota }) => {
      const need = await rota.need(homeDuty(AUTUMN))
      const cut = fromWall('2027-10-31', 150, 1)
      await rota.amend(need.id, [part('a', need.start, cut), part('b', cut, need.end)])
    },
  },
  {
    name: 'swapped: a’s Wednesday to b, b’s Thursday to a',
    act: async ({ rota }) => {
      await rota.amend(homeDuty('2027-01-06'), 'b')
      await rota.amend(homeDuty('2027-01-07'), 'a')
    },
  },
  {
    name: 'taken back, twice within a minute',
    act: async ({ rota }) => {
      await rota.amend(homeDuty('2027-01-06'), 'a')
      await rota.amend(homeDuty('2027-01-06'), 'b')
      await rota.amend(homeDuty('2027-01-06'), 'a')
    },
  },
  {
    name: 'cancelled: left open',
    act: async (stage) => {
      const { rota } = stage
      await cancelling(stage, homeDuty('2027-01-11'), 'a')
      await rota.amend(homeDuty('2027-01-11'), [])
    },
  },
  {
    name: 'cancelled: withdrawn by the template',
    act: async (stage) => {
      const { rota } = stage
      await cancelling(stage, homeDuty('2027-01-13'), 'b')
      await rota.changeLine(HOME, (line) => ({
        ...line,
        templates: line.templates.map((version) => ({
          ...version,
          overrides: [{ date: '2027-01-13', windows: [] }],
        })),
      }))
      await rota.publish('2027-01-13', 1)
    },
  },
  {
    name: 'taken again: one by another, one by the same doctor',
    act: async (stage) => {
      const { rota } = stage
      await rota.amend(homeDuty('2027-01-11'), 'b')
      await rota.changeLine(HOME, (line) => ({
        ...line,
        templates: line.templates.map((version) => ({ ...version, overrides: [] })),
      }))
      await rota.publish('2027-01-13', 1, { [homeDuty('2027-01-13')]: 'b' })
      stage.cancelled = []
    },
  },
  {
    name: 'line given another name and sign',
    act: ({ rota }) => rota.changeLine(HOME, (line) => ({ ...line, name: 'Hjemmevakt nord', code: 'N1' })),
  },
  {
    name: 'language changed, to Nynorsk and on to English',
    act: async (stage) => {
      for (const language of ['nn', 'en'] as const) {
        const ctx = await stage.rota.app.contextOf(stage.doctors.b)
        unwrap(await chooseLanguage(ctx, { language }))
      }
      changeCalendars(stage, 'b', { language: 'en' })
    },
  },
  {
    name: 'doctor leaves the district',
    act: async (stage) => {
      const ctx = await stage.rota.context()
      unwrap(await endDoctor(ctx, { districtId: DISTRICT, personId: 'b', on: '2026-12-01', place: 'vacant' }))
      changeCalendars(stage, 'b', { hasLeft: true })
    },
  },
  {
    name: 'link turned off',
    act: async (stage) => {
      const ctx = await stage.rota.app.contextOf(stage.doctors.a)
      unwrap(await revokeFeedLink(ctx, { feedId: stage.linkIds.get('a') ?? '' }))
      changeCalendars(stage, 'a', { isOff: true })
    },
  },
  {
    name: '31 days later: gone',
    act: async ({ rota }) => rota.app.waitDays(31),
    isGone: true,
  },
]

/** Keeps what the holder's calendar is to say of a duty that is about to be cancelled. */
async function cancelling(stage: Stage, needId: string, personId: string): Promise<void> {
  const need = await stage.rota.need(needId)
  const chainId = await stage.rota.chainOf({ needId, seat: 0 }, { personId, start: need.start })
  stage.cancelled = [...stage.cancelled, { personId, chainId, need, slice: need }]
}

function changeCalendars(stage: Stage, personId: string, change: Partial<OwnCalendar>): void {
  stage.calendars = stage.calendars.map((calendar) =>
    calendar.personId === personId ? { ...calendar, ...change } : calendar,
  )
}

function part(personId: string, start: Minute, end: Minute): Slice {
  return { ...wholeSlice({ start, end } as Parameters<typeof wholeSlice>[0], personId), origin: 'swap' }
}
