import { beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../src/identity/policy.ts'
import type { Context } from '../../src/usecases/context.ts'
import { showDutyNow } from '../../src/usecases/show-duty-now.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const districtId = 'fjordane'
/** In the night of a, before that of b. */
const AT_NIGHT = '2027-01-05T20:00Z'

let world: PlanWorld

beforeEach(async () => {
  world = await PlanWorld.make((district) => ({
    ...district,
    persons: district.persons.map((one) => ({ ...one, phone: `4000000${one.id}` })),
  }))
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  await world.assign(draftId, '2027-01-06', 'b')
  await world.assign(draftId, '2027-01-08', 'c')
  unwrap(await world.publish(draftId))
})

function as(role: Role, now: string): Context {
  const memberships = [{ scopeKind: 'district', scopeId: districtId, role }] as const
  const actor = {
    kind: 'account',
    accountId: role,
    personId: null,
    memberships,
    sessionHash: 's',
    ...WELL_SIGNED_IN,
  } as const
  return { ...world.at(now), actor }
}

const shown = async (now: string, role: Role = 'dispatch-centre') =>
  unwrap(await showDutyNow(as(role, now), { districtId }))

/** Who is on and who is next, in the only line. */
async function holders(now: string) {
  const [line] = (await shown(now)).lines
  const names = (parts: NonNullable<typeof line>['now'] = []) =>
    parts.map(({ holder }) => (holder.kind === 'doctor' ? holder.name : holder.kind))
  return [names(line?.now), names(line?.next)]
}

describe('who is on duty now', () => {
  it('is whoever holds this minute, with who comes after', async () => {
    expect(await holders(AT_NIGHT)).toEqual([['Lege A'], ['Lege B']])
    expect(await holders('2027-01-05T14:59Z')).toEqual([[], ['Lege A']])
    expect(await holders('2027-01-05T15:00Z')).toEqual([['Lege A'], ['Lege B']])
    expect(await holders('2027-01-06T06:59Z')).toEqual([['Lege A'], ['Lege B']])
    expect(await holders('2027-01-06T07:00Z')).toEqual([[], ['Lege B']])
  })

  it('is told as open where nobody has the duty', async () => {
    expect(await holders('2027-01-07T02:00Z')).toEqual([['Lege B'], ['open']])
    expect(await holders('2027-01-07T20:00Z')).toEqual([['open'], ['Lege C']])
  })

  it('is told with times, line and areas, and nothing of anybody else', async () => {
    const value = await shown(AT_NIGHT)
    expect(value).toMatchObject({ district: { name: world.district.name }, hasPhones: true })
    const [line] = value.lines
    expect(line).toMatchObject({ code: 'H1', areas: [] })
    expect((line?.now[0]?.end ?? 0) - (line?.now[0]?.start ?? 0)).toBe(16 * 60)
    const told = JSON.stringify(value)
    for (const other of ['Lege C', '4000000c', 'Lege D', '4000000d', '@example.test'])
      expect(told).not.toContain(other)
  })

  it.each([
    ['dispatch-centre', true],
    ['coordinator', true],
    ['doctor', false],
    ['service-manager', false],
    ['union-representative', false],
    ['payroll-reader', false],
  ] as const)('comes with telephone numbers for the %s: %s', async (role, has) => {
    const value = await shown(AT_NIGHT, role)
    expect(value.hasPhones).toBe(has)
    expect(JSON.stringify(value).includes('4000000')).toBe(has)
    const phones = value.lines.flatMap((line) => [...line.now, ...line.next]).map(({ holder }) => holder)
    expect(phones).toMatchObject([
      { name: 'Lege A', phone: has ? '4000000a' : null },
      { name: 'Lege B', phone: has ? '4000000b' : null },
    ])
  })

  it('tells nothing of a line without duties in the week ahead', async () => {
    expect((await shown('2027-03-01T12:00Z')).lines).toEqual([])
  })

  it('is for those of the district', async () => {
    const stranger = { ...as('doctor', AT_NIGHT), actor: { kind: 'nobody' } } as const
    expect(refusalOf(await showDutyNow(stranger, { districtId }))).toBe('not-signed-in')
    expect(refusalOf(await showDutyNow(as('coordinator', AT_NIGHT), { districtId: 'elsewhere' }))).toBe(
      'not-found',
    )
  })
})
