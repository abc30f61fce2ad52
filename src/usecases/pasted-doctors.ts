import type { DoctorEntry } from '../core/plans/doctor-change.ts'
import type { District } from '../core/rota/district.ts'
import { type Doctor, factOn } from '../core/rota/doctor.ts'
import type { Person, PersonId } from '../core/rota/person.ts'
import { positionsHeldBy } from '../core/rota/position.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { email, hprNumber } from '../exchange/fields.ts'
import { currentOf } from '../exchange/sheets/facts-out.ts'
import { listColumns } from '../exchange/sheets/list-heads.ts'
import { namedDoctors, nameFinder, plainName } from '../exchange/sheets/names.ts'
import { addressOf, cellAt, type Table } from '../exchange/table.ts'
import { isPlainLine, visible } from '../text/plain-text.ts'
import { DOCTOR_HEADS, ENGAGEMENT_WORDS, ROUTE_WORDS, SERVICE_WORDS, WAY_WORDS } from '../text/sheet-words.ts'
import { cellProblem } from '../text/table-problem.ts'
import { readPastedDates } from './pasted-dates.ts'
import type { SheetProblem } from './pasted-table.ts'
import type { EnteredDoctor } from './save-doctors.ts'

export type DoctorHead = keyof typeof DOCTOR_HEADS

export interface PastedDoctor {
  readonly entry: EnteredDoctor
  /** What differs from what the district has; everything that is told of somebody new. */
  readonly changed: readonly { readonly head: DoctorHead; readonly text: string }[]
  /** Where what a fault may be about stands, by the fields of a doctor's form. */
  readonly addresses: Readonly<Record<string, string>>
}

export interface PastedDoctorRows {
  readonly doctors: readonly PastedDoctor[]
  readonly same: number
  readonly problems: readonly SheetProblem[]
}

const LONGEST_NAME = 200
const LONGEST_INITIALS = 6

/**
 * Reads rows of doctors by their headings; a name is needed, all else may be left out. Somebody with a known HPR number or name
 * is that doctor, with only what differs; everybody else is new, from `today` where no date is told.
 */
export function readPastedDoctors(district: District, table: Table, today: LocalDate): PastedDoctorRows {
  const heads = listColumns<DoctorHead>(table, DOCTOR_HEADS, [['name']])
  if (!heads) return { doctors: [], same: 0, problems: [cellProblem('', 'no-names')] }
  const doctors: PastedDoctor[] = []
  const problems: SheetProblem[] = []
  const seen = new Map<string, string>()
  let same = 0
  for (let row = heads.row + 1; row < table.rows.length; row++) {
    if (table.rows[row]?.every((cell) => cell.trim() === '')) continue
    const cells = rowCells(table, heads.columns, row)
    const read = readRow(district, cells, today)
    if (read.problems.length > 0) problems.push(...read.problems)
    if (!read.doctor) continue
    const key = read.doctor.entry.personId ?? `new ${plainName(read.doctor.entry.name)}`
    const other = seen.get(key)
    if (other !== undefined)
      problems.push(cellProblem(cells('name').address, 'same-doctor', visible(cells('name').text), other))
    seen.set(key, cells('name').address)
    if (read.doctor.changed.length === 0) same += 1
    else doctors.push(read.doctor)
  }
  return { doctors, same, problems }
}

interface RowCell {
  readonly text: string
  readonly address: string
}

type Cells = (head: DoctorHead) => RowCell

function rowCells(table: Table, columns: ReadonlyMap<DoctorHead, number>, row: number): Cells {
  return (head) => {
    const column = columns.get(head)
    if (column === undefined) return { text: '', address: addressOf(row, columns.get('name') ?? 0) }
    return { text: cellAt(table, row, column), address: addressOf(row, column) }
  }
}

interface ReadRow {
  readonly doctor: PastedDoctor | null
  readonly problems: readonly SheetProblem[]
}

function readRow(district: District, cells: Cells, today: LocalDate): ReadRow {
  const problems: SheetProblem[] = []
  const say = (head: DoctorHead, code: Parameters<typeof cellProblem>[1], ...also: string[]) => {
    problems.push(cellProblem(cells(head).address, code, visible(cells(head).text.slice(0, 60)), ...also))
    return undefined
  }
  for (const head of TEXTS) {
    const { text } = cells(head)
    if (!isPlainLine(text)) say(head, 'hidden-character')
    else if (text.length > (head === 'initials' ? LONGEST_INITIALS : LONGEST_NAME)) say(head, 'too-long')
  }
  if (!hprNumber.nullable().safeParse(cells('hprNumber').text || null).success)
    say('hprNumber', 'no-hpr-number')
  if (!email.nullable().safeParse(cells('email').text || null).success) say('email', 'no-email')
  if (cells('name').text === '') say('name', 'missing')
  else if (!/\p{L}/u.test(cells('name').text) || /^[=+\-@]/.test(cells('name').text)) say('name', 'no-name')
  const known = knownDoctor(district, cells)
  if (known === 'several') say('name', 'fits-several-doctors')
  const told = toldOf(district, cells, say)
  if (problems.length > 0 || known === 'several') return { doctor: null, problems }
  const from = told.from ?? today
  const entry = entryOf(district, known, told, cells, from)
  const changed = (Object.keys(DOCTOR_HEADS) as DoctorHead[])
    .filter((head) => entry.heads.has(head))
    .map((head) => ({ head, text: cells(head).text }))
  const addresses = Object.fromEntries(
    Object.entries(FIELDS).map(([field, head]) => [field, cells(head).address]),
  )
  return { doctor: { entry: entry.entered, changed, addresses }, problems }
}

const TEXTS = ['initials', 'name', 'hprNumber', 'email', 'phone'] as const satisfies readonly DoctorHead[]

/** The fields of a doctor's form, by the column that tells each. */
const FIELDS: Readonly<Record<string, DoctorHead>> = {
  name: 'name',
  initials: 'initials',
  municipality: 'municipality',
  fraction: 'percent',
  share: 'share',
  from: 'from',
  to: 'from',
  email: 'email',
  phone: 'phone',
  hprNumber: 'hprNumber',
  birthDate: 'birthDate',
}

/** By HPR number, else by name; initials alone never tell who somebody is. */
function knownDoctor(district: District, cells: Cells): Doctor | undefined | 'several' {
  const isDoctor = (id: PersonId) => district.doctors.find(({ personId }) => personId === id)
  const hpr = cells('hprNumber').text
  const byNumber = hpr === '' ? undefined : district.persons.find((person) => person.hprNumber === hpr)
  if (byNumber) return isDoctor(byNumber.id)
  const name = plainName(cells('name').text)
  const whole = namedDoctors(district).filter((own) => plainName(own.name) === name)
  const initials = cells('initials').text.toLowerCase()
  const [only] = whole.length > 1 ? whole.filter((own) => own.initials.toLowerCase() === initials) : whole
  if (whole.length > 1 && !only) return 'several'
  if (only) return isDoctor(only.personId)
  const reversed = nameFinder(namedDoctors(district), new Map())(cells('name').text)
  return cells('name').text.includes(',') && reversed.kind === 'found'
    ? isDoctor(reversed.personId)
    : undefined
}

interface Told {
  readonly from: LocalDate | undefined
  readonly birthDate: LocalDate | undefined
  readonly percent: number | undefined
  readonly share: number | undefined
  readonly form: NonNullable<DoctorEntry['engagement']>['form'] | undefined
  /** Null is the service itself. */
  readonly municipality: string | null | undefined
  readonly way: 'by-share' | 'backup-only' | 'supernumerary' | undefined
  readonly route: 'specialist' | 'lis1-goals' | 'old-internship' | 'none' | undefined
  readonly emergencyCourse: LocalDate | undefined
  readonly violenceCourse: LocalDate | undefined
}

type Say = (head: DoctorHead, code: Parameters<typeof cellProblem>[1], ...also: string[]) => undefined

/** What the cells besides names tell; undefined for an empty one. */
function toldOf(district: District, cells: Cells, say: Say): Told {
  const date = (head: DoctorHead) => {
    const { text } = cells(head)
    if (text === '') return undefined
    return readBirthDate(text) ?? say(head, 'not-a-date')
  }
  const amount = (head: DoctorHead) => {
    const { text } = cells(head)
    if (text === '') return undefined
    const number = Number(text.replace(/ ?%$/, '').replace(',', '.'))
    return Number.isFinite(number) && number >= 0 && number <= 100 ? number : say(head, 'not-a-number')
  }
  const word = <T>(head: DoctorHead, words: ReadonlyMap<string, T>) => {
    const { text } = cells(head)
    return text === '' ? undefined : (words.get(text.toLowerCase()) ?? say(head, 'unknown-word'))
  }
  const way = word('way', WAY_WORDS)
  const route = word('route', ROUTE_WORDS)
  return {
    from: date('from'),
    birthDate: date('birthDate'),
    percent: amount('percent'),
    share: amount('share'),
    form: word('form', ENGAGEMENT_WORDS),
    municipality: municipalityOf(district, cells('municipality').text, say),
    // Hours and periods that were agreed are more than one cell can tell: such stays as it is.
    way: way === 'contracted-hours' || way === 'offered-windows' ? undefined : way,
    route: route === 'transitional' ? undefined : route,
    emergencyCourse: date('emergencyCourse'),
    violenceCourse: date('violenceCourse'),
  }
}

/** Any date of a life; `readPastedDates` knows those that can be planned. */
function readBirthDate(text: string): LocalDate | undefined {
  const read = readPastedDates(text.replace(/ 00:00$/, ''))
  if (read) return read.first === read.last ? read.first : undefined
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? []
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isOldDate(date) ? date : undefined
}

function isOldDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] =
    /^(19\d\d|20\d\d)-(\d\d)-(\d\d)$/.exec(date)?.slice(1).map(Number) ?? []
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function municipalityOf({ municipalities }: District, text: string, say: Say): string | null | undefined {
  if (text === '') return undefined
  if (SERVICE_WORDS.has(text.toLowerCase())) return null
  const found = municipalities.find(
    ({ number, name }) =>
      number === text || plainName(name) === plainName(text.replace(/ kommun[ea]?$/i, '')),
  )
  return found ? found.number : say('municipality', 'not-a-member')
}

/** The entry with only what differs, and the columns that tell it. */
function entryOf(district: District, known: Doctor | undefined, told: Told, cells: Cells, from: LocalDate) {
  const person = known && district.persons.find(({ id }) => id === known.personId)
  const heads = new Set<DoctorHead>(known ? [] : ['name'])
  const contact = contactOf(person, told, cells, heads)
  const initials = cells('initials').text
  if (known && initials !== '' && initials !== known.initials) heads.add('initials')
  const engagement = engagementOf(district, known, told, from, heads)
  const position = positionOf(district, known, told, from, heads)
  const takingPart = wayOf(known, told, from, heads)
  const competence = competenceOf(known, told, from, heads)
  const name = person && cells('name').text.includes(',') ? person.name : cells('name').text
  if (person && name !== person.name) heads.add('name')
  const entered: EnteredDoctor = {
    personId: known?.personId ?? null,
    name,
    initials: heads.has('initials') || !known ? initials : '',
    from,
    ...contact,
    ...(engagement ? { engagement } : {}),
    ...(position ? { position } : {}),
    ...(takingPart ? { takingPart } : {}),
    ...(competence ? { competence } : {}),
  }
  return { entered, heads }
}

function contactOf(person: Person | undefined, { birthDate }: Told, cells: Cells, heads: Set<DoctorHead>) {
  const contact: { hprNumber?: string; birthDate?: string; email?: string; phone?: string } = {}
  const said = {
    hprNumber: cells('hprNumber').text || undefined,
    birthDate,
    email: cells('email').text || undefined,
    phone: cells('phone').text || undefined,
  }
  for (const head of ['hprNumber', 'birthDate', 'email', 'phone'] as const) {
    const value = said[head]
    if (value === undefined || person?.[head] === value) continue
    contact[head] = value
    heads.add(head)
  }
  return contact
}

function engagementOf(
  { municipalities }: District,
  known: Doctor | undefined,
  { form, municipality, percent }: Told,
  from: LocalDate,
  heads: Set<DoctorHead>,
): DoctorEntry['engagement'] {
  const held = known && currentOf(known.engagements, from)
  const heldNumber = held && (held.employer.kind === 'municipality' ? held.employer.number : null)
  if (form !== undefined && form !== held?.form) heads.add('form')
  if (municipality !== undefined && municipality !== heldNumber) heads.add('municipality')
  if (percent !== undefined && percent !== held?.fractionPercent) heads.add('percent')
  if (!['form', 'municipality', 'percent'].some((head) => heads.has(head as DoctorHead))) return undefined
  const [own] = municipalities
  const number = municipality === undefined ? (heldNumber ?? own?.number ?? null) : municipality
  return {
    ...(held ? { replaces: held.id } : {}),
    municipality: number,
    form: form ?? held?.form ?? 'gp-self-employed',
    fractionPercent: percent ?? held?.fractionPercent ?? 100,
    to: held?.to ?? null,
  }
}

function positionOf(
  { positions, municipalities }: District,
  known: Doctor | undefined,
  { share, municipality }: Told,
  from: LocalDate,
  heads: Set<DoctorHead>,
): DoctorEntry['position'] {
  const [held] = known ? positionsHeldBy(positions, known.personId, from) : []
  if (share === undefined || share === held?.share) return undefined
  heads.add('share')
  const [own] = municipalities
  return { share, municipality: municipality ?? held?.municipality ?? own?.number ?? '' }
}

function wayOf(
  known: Doctor | undefined,
  { way }: Told,
  from: LocalDate,
  heads: Set<DoctorHead>,
): DoctorEntry['takingPart'] {
  const held = known && (factOn(known.takingPart, from) ?? known.takingPart.at(-1))
  if (known ? way === undefined || way === held?.way.kind : false) return undefined
  if (way !== undefined) heads.add('way')
  return { way: { kind: way ?? 'by-share' }, least: held?.least ?? null, most: held?.most ?? null }
}

function competenceOf(
  known: Doctor | undefined,
  { route, emergencyCourse, violenceCourse }: Told,
  from: LocalDate,
  heads: Set<DoctorHead>,
): DoctorEntry['competence'] {
  const held = known && (factOn(known.competences, from) ?? known.competences.at(-1))
  if (route !== undefined && route !== held?.route.kind) heads.add('route')
  if (emergencyCourse !== undefined && emergencyCourse !== held?.emergencyCourseOn)
    heads.add('emergencyCourse')
  if (violenceCourse !== undefined && violenceCourse !== held?.violenceCourseOn) heads.add('violenceCourse')
  if (!['route', 'emergencyCourse', 'violenceCourse'].some((head) => heads.has(head as DoctorHead)))
    return undefined
  return {
    route:
      route === undefined || route === held?.route.kind ? (held?.route ?? { kind: 'none' }) : { kind: route },
    emergencyCourseOn: emergencyCourse ?? held?.emergencyCourseOn ?? null,
    violenceCourseOn: violenceCourse ?? held?.violenceCourseOn ?? null,
    evidence: held?.evidence ?? '',
  }
}
