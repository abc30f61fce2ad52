import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Cell, cellKey, type Slice } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { FeedChoice } from '../../src/core/rota/feed-choice.ts'
import type { DutyForm } from '../../src/core/rota/line.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import { type BusyElsewhere, isInPeriod } from '../../src/core/rota/rota.ts'
import { overlaps } from '../../src/core/time/interval.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { toOffsetText } from '../../src/core/time/oslo.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { parseDistrictFile, writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { buildRota } from '../../src/solver/build.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { EXAMPLES, exampleText } from '../support/edited-json.ts'
import { pollOf } from '../support/feed-poll.ts'
import { emptyInstallation } from '../support/installation.ts'
import { unwrap } from '../support/plan-world.ts'
import { readAgain, readCalendar } from '../support/read-calendar.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const FROM = '2027-01-04'
/** 52 weeks with both nights on which the clock changes. */
const TO = '2028-01-03'
const HALF = 182

/** A duty on the board: who has it, and what their calendar is to say. */
interface BoardDuty {
  readonly districtId: string
  readonly personId: string
  readonly initials: string
  readonly start: number
  readonly end: number
  /** The kind that binds most, and every kind in words. */
  readonly kind: string
  readonly kinds: string
  readonly code: string
}

let ctx: Context
let board: readonly BoardDuty[]
const districts = EXAMPLES.map(exampleDistrict)
/** One of them for a doctor who has duties in two. */
const districtOf = new Map(
  districts.flatMap(({ id, doctors }) => doctors.map(({ personId }) => [personId, id] as const)),
)

beforeAll(async () => {
  ctx = await installation()
  const elsewhere: BusyElsewhere[] = []
  for (const district of districts) {
    const needs = needsOver(district)
    const cells = built(district, needs, elsewhere)
    elsewhere.push(...cells.flatMap(busyIn(district, needs)))
    const holdings = cells.flatMap(({ needId, seat, slices }) =>
      slices.map((slice) => ({ ...slice, needId, seat, note: '' })),
    )
    const text = writeDistrictFile({ version: 1, district, timeline: { needs, holdings } })
    unwrap(await importDistrict(ctx, { text }))
  }
  board = (await Promise.all(districts.map(readBoard))).flat()
}, 60_000)

describe('the calendars of three districts, built and published over a year', () => {
  it('have a board with many duties in every district, over both nights on which the clock changes', () => {
    for (const { id } of districts) {
      const own = board.filter(({ districtId }) => districtId === id)
      expect(own.length).toBeGreaterThan(300)
      for (const change of ['2027-03-28T03:00+02:00', '2027-10-31T02:00+01:00'])
        expect(own.some((duty) => overlaps(duty, around(change)))).toBe(true)
    }
  })

  it.each(districts)('equal the boards for every doctor of $id, by two parsers', async ({ id, doctors }) => {
    for (const { personId } of doctors.filter((own) => districtOf.get(own.personId) === id)) {
      const own = board.filter((duty) => duty.personId === personId)
      const body = await calendarOf(personId, { kind: 'own', options: PLAIN }, id)
      if (own.length === 0) expect(readCalendar(body)).toHaveLength(1)
      else await expectSame(body, own, (duty) => titleOf(duty))
    }
  })

  it.each(districts)('equal the whole board of $id for a subscriber, by two parsers', async ({ id }) => {
    const own = board.filter(({ districtId }) => districtId === id)
    const options = { scope: { kind: 'all' } } as const
    const body = await calendarOf(null, { kind: 'district', districtId: id, options }, id)
    await expectSame(body, own, (duty) => `${titleOf(duty)}: ${duty.initials}`)
  })
})

const PLAIN = { backup: false, busyAtHome: false, monthsBack: 3, alarmMinutesBefore: null } as const

/** Start, end, kind and holder as bags, so that nothing may be there twice. */
async function expectSame(
  body: string,
  duties: readonly BoardDuty[],
  title: (duty: BoardDuty) => string,
): Promise<void> {
  const said = (start: number, end: number, ...words: string[]) =>
    [toOffsetText(start), toOffsetText(end), ...words].join(' | ')
  const events = readCalendar(body)
  expect(
    events.map((own) => said(own.start, own.end, own.category, withoutAside(own.summary))).sort(),
  ).toEqual(duties.map((own) => said(own.start, own.end, own.kind, title(own))).sort())
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(duties.length)
  const again = await readAgain(body)
  expect(again).toEqual(events.map(({ uid, start, end }) => [uid, start, end]))
}

/** Whoever learns is on the board as well. */
function withoutAside(summary: string): string {
  return summary.replace(' (går ved siden av)', '')
}

function around(instant: string) {
  const minute = Date.parse(instant) / 60_000
  return { start: minute - 1, end: minute + 1 }
}

function exampleDistrict(name: (typeof EXAMPLES)[number]): District {
  const parsed = parseDistrictFile(exampleText(name))
  if (parsed.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(parsed.problems[0])}`)
  return parsed.file.district
}

/** Its account also plans in the districts that it brings in. */
async function installation(): Promise<Context> {
  const bare = await emptyInstallation()
  const { actor } = bare
  if (actor.kind !== 'account') throw new Error('nobody is signed in')
  const plans = districts.map(({ id }) => {
    return { scopeKind: 'district', scopeId: id, role: 'coordinator' } as const
  })
  const hash = async (text: string) => createHash('sha256').update(text).digest('hex')
  return { ...bare, hash, actor: { ...actor, memberships: [...actor.memberships, ...plans] } }
}

function needsOver({ lines }: District): Need[] {
  return lines
    .flatMap((line) => needsOf(line, FROM, TO))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
}

function built(district: District, needs: readonly Need[], elsewhere: readonly BusyElsewhere[]) {
  const rota = { district, from: FROM, to: TO, needs, cells: new Map(), elsewhere }
  const lineIds = district.lines.map(({ id }) => id)
  return buildRota({ rota, lineIds, locked: new Set(), seed: 1, iterations: 1 }).cells
}

/** What a doctor with duties in two districts has in this one. */
function busyIn({ lines }: District, needs: readonly Need[]): (cell: Cell) => BusyElsewhere[] {
  const lineIdOf = new Map(needs.map((need) => [need.id, need.lineId]))
  const classOf = new Map(lines.map((line) => [line.id, line.overlapClass]))
  return ({ needId, slices }) =>
    slices.flatMap(({ personId, start, end }) =>
      personId === null
        ? []
        : [{ personId, start, end, overlapClass: classOf.get(lineIdOf.get(needId) ?? '') ?? null }],
    )
}

async function readBoard({ id: districtId }: District): Promise<BoardDuty[]> {
  const windows = [FROM, addDays(FROM, HALF)].map(async (from) => {
    const source = { kind: 'timeline' } as const
    const { rota } = unwrap(await showBoard(ctx, { districtId, source, from, days: HALF }))
    const { lines, doctors } = rota.district
    const initialsOf = new Map(doctors.map((own) => [own.personId, own.initials]))
    return rota.needs
      .filter((need) => isInPeriod(rota, need))
      .flatMap((need) =>
        Array.from({ length: need.number }, (_, seat) => rota.cells.get(cellKey({ needId: need.id, seat })))
          .flatMap((cell) => cell?.slices ?? [])
          .map((slice): BoardDuty => {
            const { start, end, personId } = slice
            const code = lines.find(({ id }) => id === need.lineId)?.code ?? ''
            const initials = initialsOf.get(personId ?? '') ?? ''
            const words = wordsOf(need, slice)
            return { districtId, personId: personId ?? '', initials, start, end, ...words, code }
          }),
      )
  })
  return (await Promise.all(windows)).flat()
}

/** From what binds most to what binds least. */
const KINDS: readonly (readonly [DutyForm, string])[] = [
  ['on-site', 'Legevakt på stedet'],
  ['home', 'Hjemmevakt'],
  ['backup', 'Bakvakt'],
]

/** The forms inside the time held, in the order of the duty: what binds most, and all in words. */
function wordsOf({ pieces }: Need, held: Pick<Slice, 'start' | 'end'>) {
  const inOrder = pieces.filter((piece) => overlaps(piece, held)).sort((a, b) => a.start - b.start)
  const forms = [...new Set(inOrder.map(({ form }) => form))]
  const named = forms.map((form) => KINDS.find(([own]) => own === form)?.[1] ?? '')
  const [first = '', ...rest] = named
  const kinds = [first, ...rest.map((kind) => kind.toLowerCase())].join(' og ')
  return { kind: KINDS.find(([form]) => forms.includes(form))?.[1] ?? '', kinds }
}

function titleOf({ kinds, code }: BoardDuty): string {
  return `${kinds} (${code})`
}

/** What a calendar program is served that a new account has asked for. */
async function calendarOf(personId: string | null, choice: FeedChoice, districtId: string): Promise<string> {
  const accountId = ctx.newId()
  const role = personId === null ? 'coordinator' : 'doctor'
  const memberships = [{ scopeKind: 'district', scopeId: districtId, role }] as const
  const written = await writeAll(ctx.db, [
    ...accountWrites(accountOf(accountId, personId, null, ctx.now)),
    ...memberships.flatMap((one) => membershipWrites(accountId, one, 'test', ctx.now)),
  ])
  if (written.kind === 'refused') throw new Error(`the account is refused: ${written.constraint}`)
  const actor = {
    kind: 'account',
    accountId,
    personId,
    memberships,
    sessionHash: accountId,
    ...WELL_SIGNED_IN,
  } as const
  const { path } = unwrap(await createFeedLink({ ...ctx, actor }, { label: 'Telefon', choice }))
  const secret = path.split('/')[2] as string
  const address = choice.kind === 'own' ? 'own' : 'district'
  const answer = await serveFeed({ ...ctx, actor: { kind: 'nobody' } }, pollOf(secret, { address }))
  if (answer.kind !== 'calendar') throw new Error(`the calendar is ${answer.kind}`)
  return answer.body
}
