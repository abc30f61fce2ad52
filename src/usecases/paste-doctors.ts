import { planDoctors } from '../core/plans/doctor-change.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { toWall } from '../core/time/oslo.ts'
import { cellProblem } from '../text/table-problem.ts'
import type { Context } from './context.ts'
import { type PastedDoctor, readPastedDoctors } from './pasted-doctors.ts'
import {
  NOTHING_READ,
  type PastedSheet,
  readPaste,
  type SheetProblem,
  type SheetReading,
} from './pasted-table.ts'
import { done, type Result } from './refusal.ts'
import { saveDoctors } from './save-doctors.ts'
import { fromProblem, readSetUp } from './set-up-reading.ts'

export interface PasteDoctorsInput {
  readonly districtId: DistrictId
  readonly sheet: PastedSheet
  readonly isConfirmed: boolean
}

export interface PastedDoctors extends SheetReading {
  readonly district: District
  readonly doctors: readonly PastedDoctor[]
}

/** More is a wrong paste: the largest districts have a few hundred. */
const MOST_ROWS = 500

/** Doctors from a spreadsheet, entered or changed as the form does it, all in one batch. */
export async function pasteDoctors(ctx: Context, input: PasteDoctorsInput): Promise<Result<PastedDoctors>> {
  const { districtId, sheet, isConfirmed } = input
  const reading = await readSetUp(ctx, districtId)
  if (reading.kind === 'refused') return reading
  const { district } = reading.value
  const blank = { ...NOTHING_READ, district, doctors: [] }
  const pasted = readPaste(sheet)
  if (pasted.kind === 'fault') return done({ ...blank, fault: pasted.fault })
  const rows = readPastedDoctors(district, pasted.table, toWall(ctx.now).date)
  const { doctors, same } = rows
  const tooMany =
    doctors.length > MOST_ROWS
      ? [cellProblem('', 'too-many-rows', String(doctors.length), String(MOST_ROWS))]
      : []
  const found = tooMany.length > 0 || rows.problems.length > 0 ? [] : faultsOf(ctx, reading.value, doctors)
  const read = {
    ...blank,
    doctors,
    same,
    problems: [...tooMany, ...pasted.problems, ...rows.problems, ...found],
  }
  if (!isConfirmed || read.problems.length > 0 || doctors.length === 0) return done(read)
  const stored = await saveDoctors(ctx, { districtId, doctors: doctors.map(({ entry }) => entry) })
  return stored.kind === 'refused' ? stored : done({ ...read, isStored: true })
}

/** What the form would refuse, by the cell that tells it. */
function faultsOf(
  ctx: Context,
  reading: Parameters<typeof fromProblem>[0],
  doctors: readonly PastedDoctor[],
): SheetProblem[] {
  const dates = doctors.flatMap(({ entry, addresses }): SheetProblem[] => {
    const wrong = fromProblem(reading, 'from', entry.from)
    if (wrong?.refusal.kind !== 'invalid') return []
    return wrong.refusal.problems.map((field) => ({ address: addresses.from ?? '', field }))
  })
  if (dates.length > 0) return dates
  const entries = doctors.map(({ entry }) => ({ ...entry, personId: entry.personId ?? ctx.newId() }))
  const plan = planDoctors(reading.district, entries, ctx.newId)
  if (plan.kind === 'planned') return []
  return plan.problems.map(({ row, ...field }) => {
    const addresses = doctors[row]?.addresses ?? {}
    return { address: addresses[field.field] ?? addresses.name ?? '', field }
  })
}
