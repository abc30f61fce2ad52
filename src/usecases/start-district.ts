import { type Staffing, type StarterDoctor, starterDistrict } from '../core/plans/starter-district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { mondayOf } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { findDistrictHeads } from '../data/district-store.ts'
import { districtThatEntered } from '../data/person-store.ts'
import { writeDistrictFile } from '../exchange/district-file.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { importDistrict } from './import-district.ts'
import { municipalitiesNamed, municipalityNamed, type NamedMunicipality } from './municipality-options.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export interface StartDistrictInput {
  /** Names or numbers of municipalities, as typed; empty ones are left out. */
  readonly municipalities: readonly string[]
  readonly staffing: Staffing | null
  /** One doctor a line: name, and in any order initials and municipality, parted by comma, semicolon or tab. */
  readonly names: string
  /** How many doctors to make places for when no names are given. */
  readonly count: string
  /** Null when the question was not answered. */
  readonly isCompetent: boolean | null
  /** Whether whoever makes it coordinates it; null when the question was not answered, left out as in `importDistrict`. */
  readonly isCoordinating?: boolean | null
  /** Of the form: the same answers under the same key make one district, however often they are sent. */
  readonly key: string
}

/** Most doctors and municipalities of a district that starts here; larger ones come as a file. */
const MOST_DOCTORS = 200
const MOST_MUNICIPALITIES = 30
const LONGEST_NAME = 100

/**
 * Makes a district from three answers, ready for a first rota, for whoever may import one. What nobody answered stays unset.
 * Refused with each field that can't be read; nothing is stored then. Sent once more, it answers with the district it made.
 */
export async function startDistrict(
  ctx: Context,
  input: StartDistrictInput,
): Promise<Result<{ readonly districtId: DistrictId }>> {
  const isRefused = gate(ctx, 'create-district', { kind: 'installation' })
  if (isRefused) return isRefused
  const municipalities = readMunicipalities(input.municipalities)
  const doctors = readDoctors(ctx, input, municipalities.found)
  const { staffing, isCompetent, isCoordinating = false } = input
  const problems = [
    ...municipalities.problems,
    ...(staffing === null ? [{ field: 'staffing', code: 'not-chosen', value: '' } as const] : []),
    ...doctors.problems,
    ...(isCompetent === null ? [{ field: 'competence', code: 'not-chosen', value: '' } as const] : []),
    ...(isCoordinating === null ? [{ field: 'coordinator', code: 'not-chosen', value: '' } as const] : []),
  ]
  if (problems.length > 0 || staffing === null || isCompetent === null || isCoordinating === null)
    return refused({ kind: 'invalid', problems })
  const { words, districtName } = textFor(ctx.language).setup.starter
  const name = districtName(municipalities.found.map((found) => found.name))
  const { date: today } = toWall(ctx.now)
  const id = await freeId(ctx, name)
  const { language } = ctx
  const answers = { id, name, municipalities: municipalities.found, staffing, doctors: doctors.found }
  const district = starterDistrict(
    { ...answers, isCompetent, from: mondayOf(today), today, language, words },
    await idsOf(ctx, input),
  )
  const made = await importDistrict(ctx, {
    text: writeDistrictFile({ version: 1, district, timeline: null }),
    isCoordinating,
  })
  const [first] = district.persons
  const earlier = made.kind === 'refused' && first ? await districtThatEntered(ctx.db, first.id) : null
  return earlier === null ? made : done({ districtId: earlier })
}

/** Characters of a stem of ids; as many as part any two sendings. */
const STEM_CHARACTERS = 32

/** Ids that only these answers of this account under this key get: the database takes people of one id once. */
async function idsOf(ctx: Context, input: StartDistrictInput): Promise<() => string> {
  const stem = (await ctx.hash(JSON.stringify([actorId(ctx), input]))).slice(0, STEM_CHARACTERS)
  let count = 0
  return () => `${stem}-${++count}`
}

function readMunicipalities(texts: readonly string[]): Read<NamedMunicipality> {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '')
  if (given.length === 0)
    return { found: [], problems: [{ field: 'municipality', code: 'missing', value: '' }] }
  if (given.length > MOST_MUNICIPALITIES)
    return { found: [], problems: [tooMany('municipality', given.length, MOST_MUNICIPALITIES)] }
  const named = given.map((text) => municipalityNamed('municipality', text))
  const found = named.flatMap((plan) => (plan.kind === 'planned' ? [plan.after] : []))
  const problems = named.flatMap((plan) => (plan.kind === 'refused' ? plan.problems : []))
  return { found: [...new Map(found.map((own) => [own.number, own])).values()], problems }
}

interface Read<T> {
  readonly found: readonly T[]
  readonly problems: readonly FieldProblem[]
}

function readDoctors(
  ctx: Context,
  { names, count }: StartDistrictInput,
  members: readonly NamedMunicipality[],
): Read<StarterDoctor> {
  const lines = names
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > MOST_DOCTORS)
    return { found: [], problems: [tooMany('names', lines.length, MOST_DOCTORS)] }
  if (lines.length > 0) return toNamed(lines.map((line) => readLine(line, members)))
  const amount = count.trim()
  if (amount === '') return { found: [], problems: [{ field: 'names', code: 'missing', value: '' }] }
  if (!/^\d{1,4}$/.test(amount))
    return { found: [], problems: [{ field: 'count', code: 'not-a-number', value: amount }] }
  if (Number(amount) < 1)
    return { found: [], problems: [{ field: 'count', code: 'out-of-range', value: amount }] }
  if (Number(amount) > MOST_DOCTORS)
    return { found: [], problems: [tooMany('count', Number(amount), MOST_DOCTORS)] }
  const { placeholder } = textFor(ctx.language).setup.starter
  const places = Array.from({ length: Number(amount) }, (_, index) => index + 1)
  return {
    found: places.map((number) => ({ name: placeholder(number), initials: '', municipality: null })),
    problems: [],
  }
}

/** The first part is the name; a part that names a municipality of the district is that, and two to four capitals are initials. */
function readLine(line: string, members: readonly NamedMunicipality[]): StarterDoctor {
  const [name = '', ...rest] = line.split(/[\t;,]/).map((part) => part.trim())
  const isMember = (part: string) =>
    municipalitiesNamed(part).find(({ number }) => members.some((own) => own.number === number))
  const municipality = rest.map(isMember).find((found) => found !== undefined)?.number ?? null
  const initials =
    rest.find((part) => isMember(part) === undefined && /^\p{Lu}[\p{Lu}\d]{1,3}$/u.test(part)) ?? ''
  return { name, initials, municipality }
}

/** Names that can be stored, and initials that only one has. */
function toNamed(found: readonly StarterDoctor[]): Read<StarterDoctor> {
  const holders = new Map<string, string>()
  const problems = found.flatMap(({ name, initials }): FieldProblem[] => {
    if (name === '') return [{ field: 'names', code: 'missing', value: '' }]
    const odd = freeTextProblem('names', name, LONGEST_NAME)
    if (odd) return [odd]
    const holder = holders.get(initials)
    if (initials !== '' && holder !== undefined)
      return [{ field: 'names', code: 'given-twice', value: `${initials}: ${holder}, ${name}` }]
    holders.set(initials, name)
    return []
  })
  return { found, problems }
}

function tooMany(field: string, count: number, most: number): FieldProblem {
  return { field, code: 'too-many', value: String(count), against: [String(most)] }
}

/** An id from the name, with a few letters of chance where another district has it. */
async function freeId(ctx: Context, name: string): Promise<DistrictId> {
  const letters = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a')
  const plain = letters
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const id = plain === '' ? 'legevakt' : plain
  const [known] = await findDistrictHeads(ctx.db, [id])
  return known ? `${id}-${ctx.newId().slice(0, 6)}` : id
}
