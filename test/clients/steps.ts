import type { Slice } from '../../src/core/rota/assignment.ts'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import type { Minute } from '../../src/core/time/minute.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import { changeFeedLink } from '../../src/usecases/change-feed-link.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import { endDoctor } from '../../src/usecases/end-doctor.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { type BoardDuty, boardDuties } from './board-duties.ts'
import type { LiveCalendar } from './expected.ts'
import type { AccountActor } from './live-app.ts'
import { backupDuty, DISTRICT, HOME, homeDuty, type LiveRota, stationDuty, unwrap } from './live-rota.ts'

/** Everything that a step may change, and what calendars must then tell. */
export interface Stage {
  readonly rota: LiveRota
  readonly doctors: Readonly<Record<'a' | 'b', AccountActor>>
  /** Replaced as what they should show changes. */
  calendars: readonly LiveCalendar[]
  readonly linkIds: ReadonlyMap<string, string>
  /** Duties that nobody works, with their last holder. */
  cancelled: readonly BoardDuty[]
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
        [backupDuty(mon)]: 'c',
        [backupDuty(wed)]: 'd',
        [backupDuty(fri)]: 'c',
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
      const duty = await dutyOn(rota, homeDuty('2027-01-04'))
      const cut = fromWall('2027-01-04', 22 * 60)
      await rota.amend(duty.need.id, [part('a', duty.start, cut), part('b', cut, duty.end)])
    },
  },
  {
    name: 'cut in the hour that the autumn repeats, at its second 02:30',
    act: async ({ rota }) => {
      const duty = await dutyOn(rota, homeDuty(AUTUMN))
      const cut = fromWall('2027-10-31', 150, 1)
      await rota.amend(duty.need.id, [part('a', duty.start, cut), part('b', cut, duty.end)])
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
      await cancelling(stage, homeDuty('2027-01-11'))
      await rota.amend(homeDuty('2027-01-11'), [])
    },
  },
  {
    name: 'cancelled: withdrawn by the template',
    act: async (stage) => {
      const { rota } = stage
      await cancelling(stage, homeDuty('2027-01-13'))
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
      changeCalendars(stage, ({ personId }) => personId === 'b', { language: 'en' })
    },
  },
  {
    name: 'another device told to show busy time at home and the backup behind',
    act: async (stage) => {
      const ctx = await stage.rota.app.contextOf(stage.doctors.a)
      const feedId = stage.linkIds.get('second') ?? ''
      const options = { ...OWN_FEED_OPTIONS, backup: true, busyAtHome: true }
      unwrap(await changeFeedLink(ctx, { feedId, label: 'Nettbrett', options }))
      changeCalendars(stage, ({ id }) => id === 'second', { backup: true, busyAtHome: true })
    },
  },
  {
    name: 'the backup behind a duty handed on',
    act: ({ rota }) => rota.amend(backupDuty('2027-01-04'), 'd'),
  },
  {
    name: 'names instead of initials, by the district’s decision',
    act: async (stage) => {
      await stage.rota.change((district) => ({ ...district, calendarNames: 'names' }))
      changeCalendars(stage, () => true, { tellsNames: true })
    },
  },
  {
    name: 'a doctor’s name changed',
    act: ({ rota }) =>
      rota.change((district) => ({
        ...district,
        persons: district.persons.map((own) => (own.id === 'd' ? { ...own, name: 'Lege Dahl' } : own)),
      })),
  },
  {
    name: 'doctor leaves the district',
    act: async (stage) => {
      const ctx = await stage.rota.context()
      unwrap(await endDoctor(ctx, { districtId: DISTRICT, personId: 'b', on: '2026-10-05', place: 'vacant' }))
      changeCalendars(stage, ({ id }) => id === 'b', { hasLeft: true })
      // What a doctor had of the district as one of its doctors ends with that.
      changeCalendars(stage, ({ id }) => id === 'district', { isOff: true })
    },
  },
  {
    name: 'link turned off',
    act: async (stage) => {
      const ctx = await stage.rota.app.contextOf(stage.doctors.a)
      unwrap(await revokeFeedLink(ctx, { feedId: stage.linkIds.get('a') ?? '' }))
      changeCalendars(stage, ({ id }) => id === 'a', { isOff: true })
    },
  },
  {
    name: '31 days later: gone',
    act: async ({ rota }) => rota.app.waitDays(31),
    isGone: true,
  },
]

/** Keeps what its holder's calendar is to say of a duty that is about to be cancelled. */
async function cancelling(stage: Stage, needId: string): Promise<void> {
  stage.cancelled = [...stage.cancelled, await dutyOn(stage.rota, needId)]
}

async function dutyOn(rota: LiveRota, needId: string): Promise<BoardDuty> {
  const found = (await boardDuties(rota)).filter(({ need }) => need.id === needId)
  if (found.length !== 1) throw new Error(`the board has ${found.length} duties ${needId}`)
  return found[0] as BoardDuty
}

export function changeCalendars(
  stage: Stage,
  which: (calendar: LiveCalendar) => boolean,
  change: Partial<LiveCalendar>,
): void {
  stage.calendars = stage.calendars.map((calendar) =>
    which(calendar) ? { ...calendar, ...change } : calendar,
  )
}

export function part(personId: string, start: Minute, end: Minute): Slice {
  return { ...wholeSlice({ start, end } as Parameters<typeof wholeSlice>[0], personId), origin: 'swap' }
}
