import { BOARD_VERSION } from '../../../src/core/plans/step.ts'
import type { Route } from './asking.ts'
import type { Things } from './world.ts'

/** A form or JSON for any door: all the names that forms use, with things of one side, and what some doors read in their own way. */
export function fieldsOf(route: Route, things: Things): Readonly<Record<string, unknown>> {
  if (route.path.startsWith('/api/')) return jsonOf(route, things)
  return Object.assign(common(things), ...OWN.map(([path, fields]) => (path.test(route.path) ? fields : {})))
}

/** A form's texts. */
export function formOf(route: Route, things: Things): Readonly<Record<string, string>> {
  const entries = Object.entries(fieldsOf(route, things))
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

const OWN: readonly (readonly [path: RegExp, fields: Readonly<Record<string, string>>])[] = [
  [/readers$/, { role: 'service-manager', name: 'Leder' }],
  [/amend$/, { origin: 'sick-cover', revision: '2' }],
  [/outcome$/, { start: '2027-01-06T16:00', end: '2027-01-07T08:00' }],
  [/corrections$/, { measure: 'nights', amount: '1', on: '2026-11-01' }],
  [/close-period$/, { kind: 'month', date: '2026-10-12' }],
  [/\/revisions\/:revision\/draft$/, { of: '1' }],
]

function common(things: Things): Record<string, string> {
  const person = things.personId ?? ''
  const texts = ['text', 'reason', 'note', 'message'].map((name) => [name, 'Et ord'])
  return {
    ...things,
    ...Object.fromEntries(texts),
    change: 'assign',
    cell: `${things.needId}#0`,
    person,
    doctor: person,
    holder: person,
    line: things.lineId ?? '',
    draft: things.draftId ?? '',
    district: things.districtId ?? '',
    district_id: things.districtId ?? '',
    need: things.needId ?? '',
    name: 'Et navn',
    label: 'En lenke',
    email: 'somebody@example.test',
    role: 'coordinator',
    version: '7',
    from: '2027-01-04',
    to: '2027-01-18',
    date: '2027-01-12',
    on: '2027-02-01',
    state: 'seen',
    stance: 'wish',
    weight: '1',
    form: 'csv',
  }
}

function jsonOf({ path }: Route, things: Things): Record<string, unknown> {
  const posted = { version: BOARD_VERSION, key: 'key-of-the-walls' }
  const cell = { needId: things.needId, seat: 0 }
  if (path.endsWith('/steps'))
    return {
      ...posted,
      kind: 'assign',
      intents: [{ kind: 'assign', cell, personId: things.personId }],
      seen: {},
    }
  if (path.endsWith('/progress')) return { done: 1, open: 1, cost: 1 }
  return posted
}
