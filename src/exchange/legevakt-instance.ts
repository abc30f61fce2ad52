import * as z from 'zod'

/** An instance of the legevakt bench: slots, doctors and the judge's rules, as `gen.mjs` writes them. */
export type LegevaktInstance = z.infer<typeof instanceSchema>

export type InstanceRead =
  | { readonly kind: 'read'; readonly instance: LegevaktInstance }
  | { readonly kind: 'refused'; readonly field: string; readonly value: string }

// Bounds far above any real case, within which no sum or square of points loses its value.
const whole = z.int().min(0).max(100_000)
const amount = z.int().min(0).max(1_000_000)
const target = z.number().min(-1_000_000).max(1_000_000)
const points = z.number().min(0).max(100_000)

const slotSchema = z.object({
  id: z.string().regex(/^[^,\s]+$/),
  day: whole,
  kind: z.string(),
  type: z.string(),
  start: whole,
  end: whole,
  hours10: amount,
  night: z.boolean(),
  weekend: z.boolean(),
  holiday: z.boolean(),
  specialistOnly: z.boolean(),
  optional: z.boolean(),
})

const gpSchema = z.object({
  id: z.string().regex(/^[^,\s]+$/),
  exempt: z.boolean(),
  specialist: z.boolean(),
  leaveWeeks: z.array(whole),
  requestsOff: z.array(z.object({ day: whole, weight: points })),
  dislikes: z.string().nullable(),
  weeklyCap10: amount,
  target: z.object({
    hours10: target,
    night10: target,
    weekend10: target,
    holiday10: target,
  }),
})

const instanceSchema = z.object({
  days: whole.min(1).max(3700),
  weeks: whole.min(1).max(530),
  slots: z.array(slotSchema).min(1),
  gps: z.array(gpSchema).min(1).max(1000),
  rules: z.object({
    oneDutyPerDay: z.literal(true),
    restSite: whole.max(24),
    restHome: whole.max(24),
    maxConsecutiveDuties: whole.min(1).max(7),
    maxNightsIn7: whole,
    noTwoWeekendsInRow: z.boolean(),
    spacingDays: whole.min(1).max(8),
    weights: z.object({
      hours10: points,
      night: points,
      weekend: points,
      holiday: points,
      request: points,
      dislike: points,
      spacing: points,
      optionalBackup: points,
    }),
  }),
})

/** Reads an instance; refused is what is no JSON, misses or misstates a field, names something twice, or lies outside the period. */
export function readLegevaktInstance(text: string): InstanceRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'refused', field: 'JSON', value: text.slice(0, 40) }
  }
  const parsed = instanceSchema.safeParse(json)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? []
    return { kind: 'refused', field: path.join('.') || 'JSON', value: shown(valueAt(json, path)) }
  }
  const fault = faultIn(parsed.data)
  return fault ? { kind: 'refused', ...fault } : { kind: 'read', instance: parsed.data }
}

interface Fault {
  readonly field: string
  readonly value: string
}

function faultIn({ slots, gps, days, weeks }: LegevaktInstance): Fault | undefined {
  if (days !== weeks * 7) return { field: 'days', value: String(days) }
  const ids = new Set<string>()
  for (const [i, slot] of slots.entries()) {
    const at = `slots.${i}`
    if (ids.has(slot.id)) return { field: `${at}.id`, value: slot.id }
    ids.add(slot.id)
    if (slot.day >= days) return { field: `${at}.day`, value: String(slot.day) }
    if (Math.floor(slot.start / 24) !== slot.day) return { field: `${at}.start`, value: String(slot.start) }
    if (slot.end <= slot.start || slot.end > slot.start + 24)
      return { field: `${at}.end`, value: String(slot.end) }
  }
  const people = new Set<string>()
  for (const [i, gp] of gps.entries()) {
    if (people.has(gp.id)) return { field: `gps.${i}.id`, value: gp.id }
    people.add(gp.id)
  }
  return undefined
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    json,
  )
}

function shown(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value).slice(0, 60)
}
