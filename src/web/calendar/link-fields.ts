import * as z from 'zod'
import {
  type DistrictFeedOptions,
  type FeedScope,
  OWN_FEED_OPTIONS,
  type OwnFeedOptions,
} from '../../core/rota/feed-choice.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { type Posted, parseFields } from '../form.tsx'

/** Alarms that are offered, in minutes before a duty. */
export const ALARMS = [30, 60, 120, 12 * 60, 24 * 60] as const

const label = z.string().trim().min(1, 'missing').max(60, 'too-long')
const own = z.object({
  label,
  months: z.enum(['3', '12'], 'out-of-range').default('3'),
  alarm: z
    .string()
    .regex(/^\d{0,5}$/, 'out-of-range')
    .default(''),
})

/** A form as it was sent, and what is wrong with it. */
export interface LinkForm<O> {
  /** Tells two sendings of one form from two forms; '' where it makes nothing. */
  readonly key: string
  readonly label: string
  readonly options: O
  readonly problems: readonly FieldProblem[]
}

export const EMPTY_OWN: LinkForm<OwnFeedOptions> = {
  key: '',
  label: '',
  options: OWN_FEED_OPTIONS,
  problems: [],
}

/** The fields of a link to one's own duties. What can't be read keeps its usual value. */
export function readOwnLink({ values }: Posted): LinkForm<OwnFeedOptions> {
  const ticks = { backup: values.backup === 'yes', busyAtHome: values.busy === 'yes' }
  const parsed = parseFields(own, values)
  const { key = '' } = values
  if (parsed.kind === 'invalid')
    return {
      key,
      label: values.label ?? '',
      options: { ...OWN_FEED_OPTIONS, ...ticks },
      problems: parsed.problems,
    }
  const { months, alarm } = parsed.value
  const alarmMinutesBefore = alarm === '' ? null : Number(alarm)
  const options = { ...ticks, monthsBack: months === '12' ? 12 : 3, alarmMinutesBefore } as const
  return { key, label: parsed.value.label, options, problems: [] }
}

export interface DistrictOptions extends DistrictFeedOptions {
  readonly kind: 'district' | 'dispatch'
}

export const EMPTY_DISTRICT: LinkForm<DistrictOptions> = {
  key: '',
  label: '',
  options: { kind: 'district', scope: { kind: 'all' } },
  problems: [],
}

/** The fields of a link to a district; `kind` is asked for only where there is a choice. */
export function readDistrictLink({ values }: Posted): LinkForm<DistrictOptions> {
  const parsed = parseFields(z.object({ label }), { label: values.label })
  const kind = values.kind === 'dispatch' ? 'dispatch' : 'district'
  const scope = toScope(values.scope ?? 'all')
  const problems: FieldProblem[] = parsed.kind === 'invalid' ? [...parsed.problems] : []
  if (!scope) problems.push({ field: 'scope', code: 'out-of-range', value: '' })
  const { key = '', label: given = '' } = values
  return { key, label: given, options: { kind, scope: scope ?? { kind: 'all' } }, problems }
}

/** As the field's values tell it: 'all', 'line:<id>' or 'municipality:<number>'. */
export function scopeValue(scope: FeedScope): string {
  if (scope.kind === 'all') return 'all'
  return scope.kind === 'line' ? `line:${scope.lineId}` : `municipality:${scope.number}`
}

function toScope(value: string): FeedScope | undefined {
  const [, kind, id = ''] = /^(all|line|municipality)(?::(.+))?$/.exec(value) ?? []
  if (kind === 'all') return { kind }
  if (id === '') return undefined
  return kind === 'line' ? { kind, lineId: id } : { kind: 'municipality', number: id }
}
