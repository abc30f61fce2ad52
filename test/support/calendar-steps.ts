import fc from 'fast-check'
import { planDoctorEnd } from '../../src/core/plans/doctor-end.ts'
import type { Intent } from '../../src/core/plans/intent.ts'
import type { District, Language } from '../../src/core/rota/district.ts'
import type { CalendarNames, OwnFeedOptions } from '../../src/core/rota/feed-choice.ts'
import type { Line, TemplateWindow } from '../../src/core/rota/line.ts'
import type { Need } from '../../src/core/rota/need.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import type { WantedSlice } from '../../src/usecases/edit-draft.ts'
import { type CalendarWorld, DOCTORS, FROM, LINES, placesIn, withWindow } from './calendar-world.ts'

type Step = (world: CalendarWorld) => Promise<unknown>

export interface NamedStep {
  readonly name: string
  readonly minutes: number
  readonly run: Step
}

const number = fc.nat(999)
const doctor = fc.nat(DOCTORS.length - 1)
const line = fc.nat(LINES.length - 1)

const named = (name: string, run: Step) => ({ name, run })

/** Who holds a place: nobody, one, two who hand over (now and then the same), with one who learns, or a locum to be named. */
const holding = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'nobody' as const }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('whole' as const), by: doctor }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('cut' as const),
      early: doctor,
      late: doctor,
      at: fc.constantFrom(0.25, 0.5, 0.75),
      isTwin: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('learning' as const), by: doctor, beside: doctor }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('locum' as const), position: doctor }) },
)
type Holding = typeof holding extends fc.Arbitrary<infer T> ? T : never

const who = (index: number) => DOCTORS[index] as string

/** Of those who take this place: home and backup share one doctor, so that nearly nobody is asked to be at two at once. */
function whoAt(index: number, { lineId }: Need, seat: number): string {
  if (lineId === 'fjordane-home') return who(index % 4)
  if (lineId === 'fjordane-backup') return who(3 + (index % 4))
  return who(2 * (index % 4) + (seat % 2))
}

export function slicesOf(held: Holding, need: Need, seat: number): WantedSlice[] {
  const { start, end } = need
  const at = (index: number) => whoAt(index, need, seat)
  const slice = (personId: string | null, from = start, to = end): WantedSlice => {
    return { start: from, end: to, personId, positionId: null, origin: 'share', shadowing: false }
  }
  switch (held.kind) {
    case 'nobody':
      return []
    case 'whole':
      return [slice(at(held.by))]
    case 'cut': {
      const cut = start + Math.round((end - start) * held.at)
      const late = held.isTwin ? held.early : held.late
      return [slice(at(held.early), start, cut), slice(at(late), cut, end)]
    }
    case 'learning':
      return [slice(at(held.by)), { ...slice(who(held.beside)), shadowing: true }]
    case 'locum':
      return [{ ...slice(null), positionId: `fjordane-position-${held.position + 1}` }]
  }
}

const edit = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('slice' as const), place: number, held: holding }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), place: number, to: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const), place: number, text: number }) },
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function intentOf(own: Edit, needs: readonly Need[]): Intent[] {
  const places = placesIn(needs)
  const at = (index: number) => places[index % places.length]
  const found = at(own.place)
  if (!found) return []
  const { need, place: cell } = found
  if (own.kind === 'slice') return [{ kind: 'slice', cell, slices: slicesOf(own.held, need, cell.seat) }]
  if (own.kind === 'note') return [{ kind: 'note', cell, note: `Merk ${own.text}` }]
  const to = at(own.to)?.place
  return to ? [{ kind: 'move', cell, to }] : []
}

const rotaStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(edit, { minLength: 1, maxLength: 8 })
      .map((edits) =>
        named('publish', (world) => world.publish((needs) => edits.flatMap((own) => intentOf(own, needs)))),
      ),
  },
  {
    weight: 1,
    arbitrary: line.map((own) =>
      named('publish line', (world) => world.publish(() => [], [LINES[own] as string])),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ place: number, held: holding })
      .map(({ place, held }) => named(`amend ${held.kind}`, (world) => amend(world, place, held))),
  },
  {
    weight: 2,
    arbitrary: number.map((which) =>
      named('restore', (world) => world.restore(which % (world.revision + 1))),
    ),
  },
)

async function amend(world: CalendarWorld, index: number, held: Holding): Promise<unknown> {
  const places = placesIn(await world.publishedNeeds())
  const found = places[index % Math.max(places.length, 1)]
  return found && world.amend(found.place, slicesOf(held, found.need, found.place.seat))
}

const withLine = (index: number, change: (line: Line) => Line) => (district: District) => ({
  ...district,
  lines: district.lines.map((own, place) => (place === index ? change(own) : own)),
})

const windowOf = (index: number, change: Partial<TemplateWindow>) =>
  withLine(index, (own) => withWindow(own, change))

function otherPlace(own: Line, n: number): Line {
  const { place: _, ...rest } = own
  return n % 4 === 0 ? rest : { ...rest, place: `Sted ${n}` }
}

const onSiteLate: Partial<TemplateWindow> = {
  pieces: [
    { form: 'home', startDay: 0, start: '16:00', endDay: 0, end: '22:00' },
    { form: 'on-site', startDay: 0, start: '22:00', endDay: 1, end: '08:00' },
  ],
}

/** Changes of the district that a page or a file makes, each by its name. */
const CHANGES: Readonly<Record<string, (i: number, n: number) => (district: District) => District>> = {
  'line name': (i, n) => withLine(i % 3, (own) => ({ ...own, name: `Linje ${n}` })),
  'line code': (i, n) => withLine(i % 3, (own) => ({ ...own, code: `${'HBL'[i % 3]}${n}` })),
  'line place': (i, n) => withLine(i % 3, (own) => otherPlace(own, n)),
  'line areas': (i, n) => withLine(i % 3, (own) => ({ ...own, areas: n % 3 === 0 ? [] : [`Område ${n}`] })),
  'municipality name': (_, n) => (district) => ({
    ...district,
    municipalities: district.municipalities.map((own) =>
      own.number === '4645' ? { ...own, name: ['Askvoll', 'Fjaler', 'Område 1'][n % 3] ?? '' } : own,
    ),
  }),
  conditional: (_, n) => withLine(1, (own) => ({ ...own, conditional: n % 2 === 0 })),
  nothing: () => (district) => district,
  behind: (_, n) =>
    withLine(1, (own) => ({
      ...own,
      behind: [['fjordane-home'], ['fjordane-station'], ['fjordane-home', 'fjordane-station']][n % 3] ?? [],
    })),
  'district name': (_, n) => (district) => ({ ...district, name: `Distrikt ${n}` }),
  'doctor name': (i, n) => (district) => ({
    ...district,
    persons: district.persons.map((own) => (own.id === who(i % 3) ? { ...own, name: `Lege ${n}` } : own)),
  }),
  initials: (i, n) => (district) => ({
    ...district,
    doctors: district.doctors.map((own) =>
      own.personId === who(i % 3) ? { ...own, initials: `I${i % 3}${n}` } : own,
    ),
  }),
  'traded initials': (i) => (district) => {
    const [one, two] = [i % 3, (i % 3) + 1].map((own) => district.doctors[own]?.initials ?? '')
    const initialsOf = (own: string) => (own === one ? two : own === two ? one : own) ?? ''
    return {
      ...district,
      doctors: district.doctors.map((own) => ({ ...own, initials: initialsOf(own.initials) })),
    }
  },
  policy: (_, n) => (district) => ({
    ...district,
    calendarNames: (['names', 'initials', 'none'] as CalendarNames[])[n % 3] ?? 'none',
  }),
  'position name': (i, n) => (district) => ({
    ...district,
    positions: district.positions.map((own, place) => (place === i ? { ...own, name: `Plass ${n}` } : own)),
  }),
  times: (i, n) => windowOf(i % 2, { start: n % 2 === 0 ? '16:00' : '15:30', pieces: [] }),
  pieces: (i, n) => windowOf(i % 2, n % 2 === 0 ? { ...onSiteLate, start: '16:00' } : { pieces: [] }),
  'duty name': (i, n) => windowOf(i % 3, { name: `Vakt ${n}` }),
  number: (_, n) => windowOf(2, { number: 1 + (n % 2) }),
  days: (_, n) => windowOf(2, { dayKinds: n % 2 === 0 ? ['saturday', 'sunday'] : ['sunday'] }),
}

/** Changes that tell only when they meet others of their kind, or a calendar that shows them. */
const OFTEN = ['policy', 'initials', 'doctor name', 'behind', 'conditional']

const districtStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        what: fc.constantFrom(...Object.keys(CHANGES), ...OFTEN),
        i: doctor,
        n: fc.nat(40),
      })
      .map(({ what, i, n }) => named(what, (world) => world.save(CHANGES[what]?.(i, n) ?? ((same) => same)))),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ i: doctor, days: fc.nat(3), isPast: fc.boolean() })
      .map(({ i, days, isPast }) =>
        named('doctor leaves', (world) => world.save(leaving(3 * (i % 2), days, isPast))),
      ),
  },
  {
    weight: 1,
    arbitrary: doctor.map((i) =>
      named('doctor comes back', (world) => world.save(world.withDoctorBack(who(3 * (i % 2))))),
    ),
  },
)

const northStep = fc
  .record({ n: fc.nat(3), isShared: fc.boolean() })
  .map(({ n, isShared }) => named('another district', (world) => world.saveNorth(`Nord ${n}`, isShared)))

const leaving = (i: number, days: number, isPast: boolean) => (district: District) => {
  const on = isPast ? '2026-11-01' : addDays(FROM, days)
  const plan = planDoctorEnd(district, { personId: who(i), on, place: 'vacant' })
  return plan.kind === 'planned' ? plan.after : district
}

const options: fc.Arbitrary<OwnFeedOptions> = fc.record({
  backup: fc.boolean(),
  busyAtHome: fc.boolean(),
  monthsBack: fc.constantFrom(3, 12),
  alarmMinutesBefore: fc.constantFrom(null, 30, 120),
})

const readerStep = fc.oneof(
  fc
    .record({ which: doctor, said: options })
    .map(({ which, said }) =>
      named('options', (world) => world.chooseOptions(world.own[which % world.own.length], said)),
    ),
  fc
    .record({ which: number, language: fc.constantFrom<Language>('nb', 'nn', 'en') })
    .map(({ which, language }) =>
      named('language', (world) =>
        world.chooseLanguage(world.subscribers[which % world.subscribers.length], language),
      ),
    ),
)

/** How far the clock goes before a step: not at all, some minutes or days, and now and then back. */
const pause = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 1, arbitrary: fc.integer({ min: -90, max: -1 }) },
  { weight: 1, arbitrary: fc.constantFrom(8 * 1440, 30 * 1440) },
)

/** One thing that somebody does, at some time after the last. */
export const step: fc.Arbitrary<NamedStep> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: rotaStep },
      { weight: 4, arbitrary: districtStep },
      { weight: 2, arbitrary: readerStep },
      { weight: 1, arbitrary: northStep },
    ),
    pause,
  )
  .map(([own, minutes]) => ({ ...own, minutes, toString: () => `${own.name} after ${minutes}` }))
