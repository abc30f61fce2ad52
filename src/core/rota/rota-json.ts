import type { Interval } from '../time/interval.ts'
import { isoWeekOf } from '../time/iso-week.ts'
import { fromDayNumber, type LocalDate, toDayNumber, yearOf } from '../time/local-date.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { DEFAULT_PARAMETERS } from './agreement.ts'
import { type Cell, cellKey, type Origin, type Slice } from './assignment.ts'
import type { District } from './district.ts'
import type { Doctor } from './doctor.ts'
import type { DraftCell } from './draft.ts'
import type { DutyForm, LineId } from './line.ts'
import type { Need } from './need.ts'
import type { Person } from './person.ts'
import type { BusyElsewhere, Rota } from './rota.ts'

/**
 * A rota as text for a browser that judges it: all that the rules read, and nothing else. Contact data, register numbers,
 * evidence, who wrote what, and dates of birth that no rule comes to ask for are left out.
 */
export interface RotaJson extends Pick<Rota, 'from' | 'to' | 'plan' | 'holidaysHeld' | 'balances'> {
  readonly district: District
  readonly kinds: readonly KindJson[]
  readonly needs: readonly NeedJson[]
  readonly cells: readonly CellJson[]
  readonly elsewhere: readonly ElsewhereJson[]
}

/** What many needs have in common. Spans are minutes from the start of the need, and minutes long. */
type KindJson = readonly [
  lineId: LineId,
  key: string,
  name: string,
  number: number,
  minutes: number,
  pieces: readonly (readonly [form: DutyForm, from: number, minutes: number])[],
  paid: readonly [from: number, minutes: number],
]

/** `start` in minutes from midnight UTC of the day; a block by its kind where its id follows from line and week; the id where it does not follow. */
type NeedJson = readonly [kind: number, day: number, start: number, block?: string | 0, id?: string]

/** By the place of a need in the list. What is left out at the end is as in an unlocked place without a note. */
export type CellJson = readonly [
  need: number,
  seat: number,
  slices: readonly SliceJson[],
  locked?: 0 | 1,
  note?: string,
  edit?: number,
  base?: readonly [slices: readonly SliceJson[], note: string],
]

/** The place of a doctor in the list who holds the whole need by their share, or what else is told of a slice. */
type SliceJson =
  | number
  | readonly [
      personId: string | null,
      from: number,
      to: number,
      origin: Origin,
      positionId: string | null,
      shadowing: 0 | 1,
    ]

type ElsewhereJson = readonly [personId: string, start: number, minutes: number, overlapClass: string | null]

export function toRotaJson(rota: Rota): RotaJson {
  const { from, to, plan, holidaysHeld, balances } = rota
  const kinds = new Map<string, { readonly index: number; readonly kind: KindJson }>()
  const kindOf = (need: Need): number => {
    const kind = toKind(need)
    const text = JSON.stringify(kind)
    const known = kinds.get(text) ?? { index: kinds.size, kind }
    kinds.set(text, known)
    return known.index
  }
  const needs = rota.needs.map((need) => toNeedJson(need, kindOf(need)))
  return {
    district: judgedDistrict(rota),
    from,
    to,
    ...(plan === undefined ? {} : { plan }),
    ...(holidaysHeld ? { holidaysHeld } : {}),
    ...(balances ? { balances } : {}),
    kinds: [...kinds.values()].map(({ kind }) => kind),
    needs,
    cells: toCellsJson(rota, rota.cells.values()),
    elsewhere: rota.elsewhere.map(({ personId, start, end, overlapClass }) => [
      personId,
      start,
      end - start,
      overlapClass,
    ]),
  }
}

export function fromRotaJson(json: RotaJson): Rota {
  const { district, from, to, plan, holidaysHeld, balances } = json
  const needs = json.needs.map((row) => fromNeedJson(row, json.kinds[row[0]] as KindJson))
  const cells = fromCellsJson({ district, needs }, json.cells)
  return {
    district,
    from,
    to,
    ...(plan === undefined ? {} : { plan }),
    ...(holidaysHeld ? { holidaysHeld } : {}),
    ...(balances ? { balances } : {}),
    needs,
    cells: new Map(cells.map((cell) => [cellKey(cell), cell])),
    elsewhere: json.elsewhere.map(toElsewhere),
  }
}

type Ground = Pick<Rota, 'needs'> & { readonly district: Pick<District, 'doctors'> }

/** Places of needs that are not in the rota are left out: nothing is judged by them. */
export function toCellsJson(ground: Ground, cells: Iterable<Cell | DraftCell>): CellJson[] {
  const needs = new Map(ground.needs.map((need, index) => [need.id, { need, index }]))
  const doctors = new Map(ground.district.doctors.map(({ personId }, index) => [personId, index]))
  const slices = (list: readonly Slice[], need: Need) =>
    list.map((slice) => toSliceJson(slice, need, doctors))
  return [...cells].flatMap((cell): CellJson[] => {
    const found = needs.get(cell.needId)
    if (!found) return []
    const { need, index } = found
    const row = [index, cell.seat, slices(cell.slices, need)] as const
    const { edit = 0, base = undefined } = 'edit' in cell ? cell : {}
    const told = [cell.locked ? 1 : 0, cell.note, edit] as const
    if (base) return [[...row, ...told, [slices(base.slices, need), base.note]]]
    return [edit > 0 || cell.locked || cell.note !== '' ? [...row, ...told] : row]
  })
}

export function fromCellsJson(ground: Ground, cells: readonly CellJson[]): DraftCell[] {
  return cells.map(([index, seat, slices, locked = 0, note = '', edit = 0, base]) => {
    const need = ground.needs[index] as Need
    const read = (list: readonly SliceJson[]) => list.map((slice) => fromSliceJson(slice, need, ground))
    const cell = { needId: need.id, seat, slices: read(slices), locked: locked === 1, note, edit }
    return base ? { ...cell, base: { slices: read(base[0]), note: base[1] } } : cell
  })
}

function toKind(need: Need): KindJson {
  const { lineId, name, number, pieces, paid, start, end } = need
  return [
    lineId,
    need.id.startsWith(prefixOf(need)) ? need.id.slice(prefixOf(need).length) : '',
    name,
    number,
    end - start,
    pieces.map((piece) => [piece.form, ...toSpan(piece, start)]),
    toSpan(paid, start),
  ]
}

function toNeedJson(need: Need, kind: number): NeedJson {
  const day = toDayNumber(need.date)
  const row = [kind, day, need.start - day * MINUTES_PER_DAY] as const
  const blockPrefix = blockPrefixOf(need)
  const block = need.blockId?.startsWith(blockPrefix) ? need.blockId.slice(blockPrefix.length) : need.blockId
  if (!need.id.startsWith(prefixOf(need))) return [...row, block ?? 0, need.id]
  return block === null ? row : [...row, block]
}

function fromNeedJson([, day, from, block = 0, id]: NeedJson, kind: KindJson): Need {
  const [lineId, key, name, number, minutes, pieces, paid] = kind
  const date = fromDayNumber(day)
  const start = day * MINUTES_PER_DAY + from
  const place = { lineId, date }
  return {
    start,
    end: start + minutes,
    id: id ?? prefixOf(place) + key,
    lineId,
    name,
    date,
    number,
    pieces: pieces.map(([form, ...span]) => ({ form, ...fromSpan(span, start) })),
    paid: fromSpan(paid, start),
    blockId: block === 0 ? null : block.includes('.') ? block : blockPrefixOf(place) + block,
  }
}

type Place = Pick<Need, 'lineId' | 'date'>

function prefixOf({ lineId, date }: Place): string {
  return `${lineId}.${date}.`
}

function blockPrefixOf({ lineId, date }: Place): string {
  return `${lineId}.${isoWeekOf(date)}.`
}

function toSpan({ start, end }: Interval, from: number): readonly [number, number] {
  return [start - from, end - start]
}

function fromSpan([from, minutes]: readonly [number, number], start: number): Interval {
  return { start: start + from, end: start + from + minutes }
}

function toSliceJson(slice: Slice, need: Need, doctors: ReadonlyMap<string, number>): SliceJson {
  const { personId, start, end, origin, positionId, shadowing } = slice
  const index = personId === null ? undefined : doctors.get(personId)
  const isWhole = start === need.start && end === need.end
  if (index !== undefined && isWhole && origin === 'share' && positionId === null && !shadowing) return index
  return [personId, start - need.start, end - need.start, origin, positionId, shadowing ? 1 : 0]
}

function fromSliceJson(slice: SliceJson, need: Need, { district }: Ground): Slice {
  if (typeof slice === 'number') {
    const { start, end } = need
    const { personId } = district.doctors[slice] as Doctor
    return { start, end, personId, positionId: null, origin: 'share', shadowing: false }
  }
  const [personId, from, to, origin, positionId, shadowing] = slice
  const span = { start: need.start + from, end: need.start + to }
  return { ...span, personId, positionId, origin, shadowing: shadowing === 1 }
}

function toElsewhere([personId, start, minutes, overlapClass]: ElsewhereJson): BusyElsewhere {
  return { personId, start, end: start + minutes, overlapClass }
}

function judgedDistrict({ district, to }: Rota): District {
  const age = lowestEndAge(district)
  return {
    ...district,
    municipalities: district.municipalities.map((member) => ({ ...member, facts: [] })),
    persons: district.persons.map((person) => judgedPerson(person, to, age)),
    doctors: district.doctors.map(judgedDoctor),
    positions: district.positions.map((position) => ({ ...position, name: '' })),
    agreement: district.agreement.map((entry) => ({ ...entry, author: '' })),
    wishes: district.wishes.map((wish) => ({ ...wish, id: '' })),
  }
}

/** The age at which a GP agreement ends is the only one that a rule asks for; nobody younger in the year after the rota is judged by it. */
function judgedPerson({ id, name, birthDate }: Person, to: LocalDate, age: number): Person {
  const isAsked = birthDate !== null && yearOf(to) + 1 - yearOf(birthDate) >= age
  return { id, name, hprNumber: null, birthDate: isAsked ? birthDate : null, email: null, phone: null }
}

function lowestEndAge({ agreement }: District): number {
  const ages = agreement.flatMap((entry) => (entry.parameter === 'agreementEnd' ? [entry.value.age] : []))
  return Math.min(DEFAULT_PARAMETERS.agreementEnd.age, ...ages)
}

function judgedDoctor(doctor: Doctor): Doctor {
  return {
    ...doctor,
    engagements: doctor.engagements.map((own) => ({ ...own, id: '' })),
    competences: doctor.competences.map((own) => ({ ...own, evidence: '' })),
    surgery: doctor.surgery.map((own) =>
      own.kind === 'declared' ? { ...own, source: '', declaredOn: own.from } : own,
    ),
    otherTasks: doctor.otherTasks.map((own) => ({ ...own, name: '' })),
    absences: doctor.absences.map((own) => ({ ...own, id: '' })),
    exemptions: doctor.exemptions.map((own) => ({ ...own, id: '' })),
  }
}
