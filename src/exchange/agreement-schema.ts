import * as z from 'zod'
import type { AgreementEntry, AgreementParameters, ParameterName } from '../core/rota/agreement.ts'
import type { FaultCode, Shape, ShapeFault, TextShape } from '../core/rota/parameter-shape.ts'
import { valueFaults } from '../core/rota/parameter-values.ts'
import { PARAMETER_NAMES, shapeOf } from '../core/rota/parameters.ts'
import type { FileProblemCode } from '../text/file-problem.ts'
import { date, dated, dayOfYear, earlyDate, id, list, name, time } from './fields.ts'
import { shapeProblems } from './shape-problems.ts'

const TEXTS: Readonly<Record<TextShape['of'], z.ZodType>> = { name, time, date, 'day-of-year': dayOfYear }

/** What is wrong between the parts of a value; within a part the schema has named it already. */
const PROBLEMS: Readonly<Partial<Record<FaultCode, FileProblemCode>>> = {
  'given-twice': 'value-twice',
  'ends-before-start': 'ends-before-start',
  'out-of-range': 'too-small',
  'longer-than-12-hours': 'span-too-long',
  'shorter-than-4-hours': 'span-too-short',
  'longer-than-whole': 'too-big',
  'empty-value': 'empty-value',
}

/** In hours, where the code says it. */
const LIMITS: Readonly<Partial<Record<FaultCode, string>>> = {
  'longer-than-12-hours': '12',
  'shorter-than-4-hours': '4',
}

const agreementEntry = z.discriminatedUnion(
  'parameter',
  PARAMETER_NAMES.map(entry) as [EntryShape, ...EntryShape[]],
)
export const agreement = list(agreementEntry)

/** One place of an entry that no file could carry. */
export interface EntryProblem {
  /** The names within the entry, a full stop between them. */
  readonly field: string
  readonly code: FileProblemCode
  readonly value: string
}

/** Everything that would keep an entry out of a district file, by the schema of the file itself. */
export function agreementEntryProblems(entry: AgreementEntry): EntryProblem[] {
  const { error } = agreementEntry.safeParse(entry)
  return (error?.issues ?? []).flatMap((issue) =>
    shapeProblems([issue], entry).map(({ code, value }) => ({ field: issue.path.join('.'), code, value })),
  )
}

type EntryShape = { [K in ParameterName]: ReturnType<typeof entry<K>> }[ParameterName]

function entry<K extends ParameterName>(parameter: K) {
  return dated({
    parameter: z.literal(parameter),
    value: toValueSchema(parameter),
    status: z.enum(['reference', 'adopted']),
    source: name,
    author: name,
    decidedOn: earlyDate.nullable(),
  })
}

/** The registry's shape fits the parameter's type, which a schema made as it runs can't show the compiler. */
function toValueSchema<K extends ParameterName>(parameter: K): z.ZodType<AgreementParameters[K]> {
  const schema = toSchema(shapeOf(parameter)).superRefine((value, ctx) => {
    const named = new Set(ctx.issues.map(({ path = [] }) => path.join('.')))
    for (const fault of valueFaults(parameter, value))
      if (!named.has(fault.path.join('.'))) ctx.addIssue(toIssue(fault))
  })
  return schema as z.ZodType<AgreementParameters[K]>
}

function toSchema(shape: Shape): z.ZodType {
  switch (shape.kind) {
    case 'number':
      return (shape.isWhole ? z.int() : z.number()).min(shape.least).max(shape.most)
    case 'truth':
      return z.boolean()
    case 'text':
      return TEXTS[shape.of]
    case 'choice':
      return z.literal([...shape.of])
    case 'nullable':
      return toSchema(shape.of).nullable()
    case 'list':
      return list(toSchema(shape.of), shape.most)
    case 'by-line':
    case 'by-municipality':
      return z.record(id, toSchema(shape.of))
    case 'fields':
      return z.strictObject(
        Object.fromEntries(
          Object.entries(shape.fields).map(([field, own]) => [
            field,
            shape.isPartial ? toSchema(own).exactOptional() : toSchema(own),
          ]),
        ),
      )
  }
}

function toIssue({ path, code, value, against }: ShapeFault) {
  const problem = PROBLEMS[code]
  if (!problem) throw new Error(`the schema let ${code} through at ${path.join('.')}: ${value}`)
  const place = path.map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  return { code: 'custom' as const, path: place, params: { problem, against: against ?? LIMITS[code] ?? '' } }
}
