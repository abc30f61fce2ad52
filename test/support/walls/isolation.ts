import { hprNumberOf } from '../hpr-number.ts'
import { type Answer, addressOf, ask, type Doors, ROUTES, type Route, without } from './asking.ts'
import { fieldsOf } from './fields.ts'
import { MARKS, PHONES, type SideName } from './sides.ts'
import type { Things, WallActor, Walls } from './world.ts'

/** What tells that an answer holds something of a side. */
export function canariesOf(side: SideName): readonly string[] {
  const people = ['one', 'two'].map((name) => hprNumberOf(`${MARKS[side]}-${name}`))
  return [MARKS[side], PHONES[side], ...people]
}

/** Kept as they are: they name no object, or one that each district has. */
const COMMON = [
  'looseMessageId',
  'issuer',
  'seat',
  'revision',
  'comment',
  'kind',
  'file',
  'report',
  'payroll',
  'parameter',
  'attachment',
]

/** The same kinds of things that are nowhere. */
export function nothing(things: Things): Things {
  const missing = (name: string) =>
    /^(number|municipality)$/.test(name) ? '9876' : `no-such-${name.replaceAll(' ', '-')}`
  return Object.fromEntries(
    Object.entries(things).map(([name, value]) => [name, COMMON.includes(name) ? value : missing(name)]),
  )
}

/** A side's things below the other's district and municipality. */
export function misplaced(home: Things, inside: Things): Things {
  const { districtId = '', number = '', municipality = '' } = home
  return { ...inside, districtId, number, municipality }
}

export interface Leak {
  readonly who: string
  readonly what: string
  readonly found: string
}

export interface Isolation {
  readonly asked: number
  readonly leaks: readonly Leak[]
  /** Foreign things that were told apart from missing ones. */
  readonly told: readonly Leak[]
  /** Foreign things that did not answer as missing ones do. */
  readonly strange: readonly Leak[]
}

interface Places {
  readonly home: SideName
  readonly foreign: SideName
}

/** Every route asked by each of these, with things of their own side, the other side, nowhere, and the other's below their own. */
export async function isolate(
  walls: Walls,
  doors: Doors,
  actors: readonly WallActor[],
  { home, foreign }: Places,
): Promise<Isolation> {
  const [own, others] = [walls.things[home], walls.things[foreign]]
  const leaks: Leak[] = []
  const told: Leak[] = []
  const strange: Leak[] = []
  let asked = 0
  const look = async (who: WallActor, route: Route, things: Things, fields: Things): Promise<Answer> => {
    asked += 1
    const isPost = route.method === 'POST'
    const query = isPost ? '' : `?${new URLSearchParams({ ...fields, draft: fields.draftId ?? '' })}`
    const address = addressOf(route, things)
    const answer = await ask(
      doors,
      who,
      route.method,
      `${address}${query}`,
      isPost ? fieldsOf(route, fields) : {},
    )
    const text = without(answer.text, [
      ...Object.values(things),
      ...Object.values(fieldsOf(route, fields)).map(String),
    ])
    const found = canariesOf(foreign).find((canary) => text.includes(canary))
    const what = `${route.method} ${address}`
    if (found) leaks.push({ who: who.name, what, found: around(text, found) })
    if (answer.status >= 500) strange.push({ who: who.name, what, found: `${answer.status}` })
    return { ...answer, text }
  }
  for (const who of actors)
    for (const route of ROUTES) {
      if (isOneWay(route)) continue
      if (route.method === 'GET') await look(who, route, own, others)
      for (const [things, missing] of [
        [others, nothing(others)],
        [misplaced(own, others), misplaced(own, nothing(others))],
      ] as const) {
        if (addressOf(route, things) === addressOf(route, own)) continue
        const answer = await look(who, route, things, things)
        const unknown = await look(who, route, missing, missing)
        const what = `${route.method} ${addressOf(route, things)}`
        if (answer.status !== unknown.status || answer.text !== unknown.text)
          told.push({ who: who.name, what, found: difference(answer, unknown) })
        if (answer.status < 300) strange.push({ who: who.name, what, found: `${answer.status}` })
      }
    }
  return { asked, leaks, told, strange }
}

/** Every form sent where it belongs, with the other side's things in its fields: what may be stored of it names none of them. */
export async function smuggle(
  walls: Walls,
  doors: Doors,
  actors: readonly WallActor[],
  { home, foreign }: Places,
): Promise<{ readonly asked: number; readonly leaks: readonly Leak[] }> {
  const [own, others] = [walls.things[home], walls.things[foreign]]
  const leaks: Leak[] = []
  let asked = 0
  for (const who of actors)
    for (const route of ROUTES) {
      if (route.method !== 'POST' || isOneWay(route)) continue
      asked += 1
      const fields = fieldsOf(route, { ...others, revision: '2' })
      const answer = await ask(doors, who, 'POST', addressOf(route, own), fields)
      const text = without(answer.text, Object.values(fields).map(String).concat(Object.values(others)))
      const found = canariesOf(foreign).find((canary) => text.includes(canary))
      const what = `POST ${addressOf(route, own)}`
      if (found) leaks.push({ who: who.name, what, found: around(text, found) })
      if (answer.status >= 500) leaks.push({ who: who.name, what, found: `${answer.status}` })
    }
  return { asked, leaks }
}

/** Ends the session that the rest is asked with, is asked by secret and looked at elsewhere, or asks a provider. */
function isOneWay({ path }: Route): boolean {
  return (
    path === '/sign-out' ||
    /:(token|secret)|\/\*$|\/provider\/:issuer$|\/providers\/:issuer\/try$/.test(path) ||
    path.startsWith('/dev/')
  )
}

function around(text: string, found: string): string {
  const at = text.indexOf(found)
  return text.slice(Math.max(0, at - 80), at + 80)
}

function difference(one: Answer, other: Answer): string {
  if (one.status !== other.status) return `${one.status} and ${other.status}`
  const at = [...one.text].findIndex((letter, index) => letter !== other.text[index])
  return `${one.text.slice(Math.max(0, at - 60), at + 60)} ≠ ${other.text.slice(Math.max(0, at - 60), at + 60)}`
}
