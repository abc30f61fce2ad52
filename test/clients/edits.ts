import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { changeFeedLink } from '../../src/usecases/change-feed-link.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import type { BoardDuty } from './board-duties.ts'
import { HOME, unwrap } from './live-rota.ts'
import { changeCalendars, part, type Stage } from './steps.ts'

export interface Edit {
  readonly name: string
  /** False when the app refuses it, or there is nothing to do it to. */
  readonly act: (stage: Stage, board: readonly BoardDuty[], chance: () => number) => Promise<boolean>
}

const DOCTORS = ['a', 'b', 'c', 'd']
const WEEKS = { from: '2027-01-04', days: 14 } as const

/** Everything that happens to a published rota and to what calendars say of it. */
export const EDITS: readonly Edit[] = [
  {
    name: 'assign',
    act: async ({ rota }, board, chance) => {
      const duty = pick(board, chance)
      return isTaken(() => rota.amend(duty.need.id, pick(DOCTORS, chance)))
    },
  },
  {
    name: 'swap',
    act: async ({ rota }, board, chance) => {
      const whole = board.filter(({ holder, ...duty }) => holder !== null && isWhole(duty))
      const [one, other] = [pick(whole, chance), pick(whole, chance)]
      const cells = [one, other].map(({ need }) => ({ needId: need.id, seat: 0 })) as [Cell, Cell]
      return isTaken(() => rota.move(cells[0], cells[1]))
    },
  },
  {
    name: 'move',
    act: async ({ rota }, _, chance) => {
      const start = pick(['13:30', '14:30', '16:00'], chance)
      await rota.changeLine(HOME, (line) => ({
        ...line,
        templates: line.templates.map((version) => ({
          ...version,
          windows: version.windows.map((window) => ({ ...window, start })),
        })),
      }))
      return isTaken(() => rota.publish(WEEKS.from, WEEKS.days))
    },
  },
  {
    name: 'cut',
    act: async ({ rota }, board, chance) => {
      const duty = pick(board.filter(isWhole), chance)
      // Before the hour at which the clock changes, so that the outside check takes no start for one that drifts with it.
      const cut = duty.start + 60 * (1 + Math.floor(chance() * 3)) + 30
      const [first, second] = [pick(DOCTORS, chance), pick(DOCTORS, chance)]
      const slices = [part(first, duty.start, cut), part(second, cut, duty.end)]
      return isTaken(() => rota.amend(duty.need.id, slices))
    },
  },
  {
    name: 'cancel',
    act: async ({ rota }, board, chance) => {
      const held = board.filter(({ holder }) => holder !== null)
      return held.length > 0 && isTaken(() => rota.amend(pick(held, chance).need.id, []))
    },
  },
  {
    name: 'publish',
    act: async ({ rota }, board, chance) => {
      const ids = [...new Set(board.map(({ need }) => need.id))].filter((id) => id.includes('2027-01'))
      const holders = [1, 2, 3].map(() => [pick(ids, chance), chance() < 0.25 ? null : pick(DOCTORS, chance)])
      return isTaken(() => rota.publish(WEEKS.from, WEEKS.days, Object.fromEntries(holders)))
    },
  },
  {
    name: 'revert',
    act: async ({ rota }, _, chance) => {
      const revision = Math.max(1, (await rota.revision()) - 1 - Math.floor(chance() * 10))
      return isTaken(() => rota.restore(revision, WEEKS.from, WEEKS.days))
    },
  },
  {
    name: 'rename',
    act: async ({ rota }, _, chance) => {
      await rota.changeLine(HOME, (line) => ({ ...line, code: pick(['H1', 'H2', 'N;1'], chance) }))
      return true
    },
  },
  {
    name: 'language',
    act: async (stage, _, chance) => {
      const language = pick(['nb', 'nn', 'en'] as const, chance)
      unwrap(await chooseLanguage(await stage.rota.app.contextOf(stage.doctors.b), { language }))
      changeCalendars(stage, ({ personId }) => personId === 'b', { language })
      return true
    },
  },
  {
    name: 'options',
    act: async (stage, _, chance) => {
      const [backup, busyAtHome] = [chance() < 0.5, chance() < 0.5]
      // No alarm: the outside check does not look inside an event for one, and would say that nothing had changed.
      const options = { ...OWN_FEED_OPTIONS, backup, busyAtHome }
      const ctx = await stage.rota.app.contextOf(stage.doctors.a)
      const feedId = stage.linkIds.get('second') ?? ''
      unwrap(await changeFeedLink(ctx, { feedId, label: 'Nettbrett', options }))
      changeCalendars(stage, ({ id }) => id === 'second', { backup, busyAtHome })
      return true
    },
  },
  {
    name: 'names',
    act: async (stage, _, chance) => {
      const tellsNames = chance() < 0.5
      await stage.rota.change((district) => ({
        ...district,
        calendarNames: tellsNames ? 'names' : 'initials',
        persons: district.persons.map((own) =>
          own.id === 'd' ? { ...own, name: pick(['Lege D', 'Lege Dahl'], chance) } : own,
        ),
      }))
      changeCalendars(stage, () => true, { tellsNames })
      return true
    },
  },
]

type Cell = { readonly needId: string; readonly seat: number }

function pick<T>(list: readonly T[], chance: () => number): T {
  return list[Math.floor(chance() * list.length)] as T
}

function isWhole({ need, start, end }: Pick<BoardDuty, 'need' | 'start' | 'end'>): boolean {
  return start === need.start && end === need.end
}

/** Whether the app does it; what it refuses is no fault here. */
async function isTaken(act: () => Promise<void>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (fault) {
    if (fault instanceof Error && fault.message.startsWith('refused: ')) return false
    throw fault
  }
}
