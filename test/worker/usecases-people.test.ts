import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { Person } from '../../src/core/rota/person.ts'
import { findAccountOfPerson, listMemberships } from '../../src/data/account-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { findDistrict } from '../../src/data/district-store.ts'
import { feedBodyWrites, findFeedBody } from '../../src/data/feed-body-store.ts'
import { feedLinkWrites, findFeed } from '../../src/data/feed-store.ts'
import { findInvitation, invitationWrites } from '../../src/data/invitation-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { addWish } from '../../src/usecases/add-wish.ts'
import type { Context } from '../../src/usecases/context.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { invitePerson } from '../../src/usecases/invite-person.ts'
import { showDoctors } from '../../src/usecases/show-doctors.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { feedLinkOf, SUBSCRIBERS } from '../data/sample-feed.ts'
import { doctor } from '../support/example-district.ts'
import {
  contextOf,
  countRows,
  makeActor,
  makeWorld,
  NOW,
  refusalOf,
  unwrap,
} from '../support/use-case-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const db = openDatabase(env.DB)
const TABLES = ['person', 'district_person', 'doctor', 'wish', 'invitation', 'account', 'audit', 'session']
const fileOf = (district: District) => writeDistrictFile({ version: 1, district, timeline: null })

/** The district with one more doctor, of whom nothing is told but this. */
function withDoctor(district: District, person: Person): District {
  const bare = { ...doctor(person.id, 'XX', '4645'), engagements: [] }
  return { ...district, persons: [...district.persons, person], doctors: [...district.doctors, bare] }
}

function without(district: District, personId: string | undefined): District {
  return {
    ...district,
    persons: district.persons.filter(({ id }) => id !== personId),
    doctors: district.doctors.filter((one) => one.personId !== personId),
    positions: district.positions.filter(
      ({ holders }) => !holders.some((holder) => holder.kind === 'person' && holder.personId === personId),
    ),
  }
}

const tokenIn = (path: string): string => path.split('/').at(-1) as string
const nobody = (): Promise<Context> => contextOf({ kind: 'nobody' })

describe('a file that names somebody whom another district entered', () => {
  const NOTHING = { hprNumber: null, birthDate: null, email: null, phone: null }

  it.each<readonly [string, Partial<Person>]>([
    ['nothing but the id', NOTHING],
    ['the HPR number alone', { ...NOTHING, hprNumber: 'theirs' }],
    ['the birth date alone', { ...NOTHING, birthDate: '1980-05-05' }],
    ['another birth date', { hprNumber: 'theirs', birthDate: '1980-05-06' }],
    ['another HPR number', { hprNumber: '7', birthDate: '1980-05-05' }],
  ])('and tells %s is refused in the same words, and stores and shows nothing', async (_what, told) => {
    const { district, other, coordinator } = await makeWorld()
    const [victim] = other.persons
    const said = told.hprNumber === 'theirs' ? { ...told, hprNumber: victim!.hprNumber } : told
    const stolen = withDoctor(district, { ...victim!, name: 'X', ...said })
    const before = [await exported(coordinator, district), await countRows(...TABLES)]
    const answer = await importDistrict(coordinator, { text: fileOf(stolen) })
    expect(answer).toEqual({
      kind: 'refused',
      refusal: {
        kind: 'duplicate',
        problems: [{ path: 'district.persons[4].id', code: 'taken-person', value: victim!.id, against: '' }],
      },
    })
    expect([await exported(coordinator, district), await countRows(...TABLES)]).toEqual(before)
    const invited = await invitePerson(coordinator, { districtId: district.id, personId: victim!.id })
    expect(refusalOf(invited)).toBe('not-found')
  })

  it('by their HPR number under a new id is refused, naming the number', async () => {
    const { district, other, coordinator } = await makeWorld()
    const stolen = withDoctor(district, { ...other.persons[0]!, id: `new-${district.id}` })
    expect(await importDistrict(coordinator, { text: fileOf(stolen) })).toMatchObject({
      refusal: {
        kind: 'duplicate',
        problems: [
          {
            path: 'district.persons[4].hprNumber',
            code: 'taken-hpr-number',
            value: stolen.persons[4]?.hprNumber,
          },
        ],
      },
    })
  })

  it('with HPR number and birth date joins them, and shows only what it says itself', async () => {
    const { district, other, coordinator, otherCoordinator } = await makeWorld()
    const [known] = other.persons
    const joined = withDoctor(district, { ...known!, name: 'Vikaren', email: null, phone: null })
    unwrap(await importDistrict(coordinator, { text: fileOf(joined) }))
    expect(await exported(coordinator, district)).toBe(fileOf(joined))
    expect(await exported(otherCoordinator, other)).toBe(fileOf(other))
    const { district: shown } = unwrap(await showDoctors(coordinator, { districtId: district.id }))
    expect(shown.persons.at(-1)).toEqual(joined.persons.at(-1))
    for (const secret of [known!.email, known!.name]) expect(JSON.stringify(shown)).not.toContain(secret)
  })
})

describe('an invitation to somebody whom another district entered', () => {
  async function joinedWorld() {
    const world = await makeWorld()
    const person = world.other.persons[0] as Person
    unwrap(await importDistrict(world.coordinator, { text: fileOf(withDoctor(world.district, person)) }))
    return { ...world, personId: person.id, place: { districtId: world.district.id, personId: person.id } }
  }

  it('is not made before they have an account', async () => {
    const { coordinator, place } = await joinedWorld()
    const before = await countRows(...TABLES)
    expect(refusalOf(await invitePerson(coordinator, place))).toBe('invited-elsewhere-first')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('opens no first account, however it came to be', async () => {
    const { district, personId } = await joinedWorld()
    const ctx = await nobody()
    const token = ctx.newSecret()
    const membership = { scopeKind: 'district', scopeId: district.id, role: 'doctor' } as const
    const made = { email: null, personId, membership, invitedBy: 'x', createdAt: NOW, expiresAt: NOW + 9 }
    const unbound = { accountId: null, isByInstallation: false, acceptedBy: null, acceptedAt: null }
    const invitation = { ...made, ...unbound, hash: await ctx.hash(token) }
    await writeAll(db, invitationWrites(invitation))
    expect(refusalOf(await useSignInLink(ctx, { token }))).toBe('link-used')
    expect(await findAccountOfPerson(db, personId)).toBeUndefined()
  })

  it('adds a role once the district that entered them has given the account, to who is signed in there', async () => {
    const { district, other, coordinator, otherCoordinator, personId, place } = await joinedWorld()
    const first = unwrap(await invitePerson(otherCoordinator, { districtId: other.id, personId }))
    unwrap(await useSignInLink(await nobody(), { token: tokenIn(first.path) }))
    const account = await findAccountOfPerson(db, personId)
    const token = tokenIn(unwrap(await invitePerson(coordinator, place)).path)
    expect(refusalOf(await useSignInLink(await nobody(), { token }))).toBe('link-used')
    expect(refusalOf(await useSignInLink(coordinator, { token }))).toBe('link-used')
    const accountId = account?.id as string
    const memberships = await listMemberships(db, accountId)
    const own = await contextOf({
      kind: 'account',
      accountId,
      personId,
      memberships,
      sessionHash: 'own',
      ...WELL_SIGNED_IN,
    })
    unwrap(await useSignInLink(own, { token }))
    const districts = (await listMemberships(db, accountId)).map(({ scopeId }) => scopeId)
    expect(districts.sort()).toEqual([district.id, other.id].sort())
  })

  it('opens an account that already has its role only to who is signed in there', async () => {
    const { district, coordinator, other, otherCoordinator, people } = await makeWorld()
    const personId = people[0] as string
    const place = { districtId: district.id, personId }
    const invite = async () => tokenIn(unwrap(await invitePerson(coordinator, place)).path)
    unwrap(await useSignInLink(await nobody(), { token: await invite() }))
    unwrap(await useSignInLink(await nobody(), { token: await invite() }))
    const joined = withDoctor(other, district.persons[0] as Person)
    unwrap(await importDistrict(otherCoordinator, { text: fileOf(joined) }))
    expect(refusalOf(await useSignInLink(await nobody(), { token: await invite() }))).toBe('link-used')
  })
})

describe('a doctor who is left out of the district’s new file', () => {
  it('loses role, unused invitation and calendar links there, and nothing elsewhere', async () => {
    const { district, other, coordinator, people } = await makeWorld()
    const personId = people[3] as string
    const inDistrict = (id: string) => ({ scopeKind: 'district', scopeId: id, role: 'doctor' }) as const
    const member = await makeActor([inDistrict(district.id), inDistrict(other.id)], personId)
    const invited = unwrap(await invitePerson(coordinator, { districtId: district.id, personId }))
    const invitation = await coordinator.hash(tokenIn(invited.path))
    const { accountId } = member
    const link = (districtId: string | null) =>
      feedLinkOf(
        `${personId}-${districtId}`,
        { accountId, personId, createdAt: NOW },
        districtId === null
          ? undefined
          : { kind: 'district', districtId, options: { scope: { kind: 'all' } } },
      )
    const links = [district.id, other.id, null].map(link)
    await writeAll(db, [
      ...links.flatMap(feedLinkWrites),
      ...links.flatMap(({ id }) => feedBodyWrites(id, { key: id, state: '"1"' }, 'BEGIN:VCALENDAR', NOW)),
    ])
    const colleagues = await countRows('membership')
    unwrap(await importDistrict(coordinator, { text: fileOf(without(district, personId)) }))
    expect(await listMemberships(db, member.accountId)).toEqual([inDistrict(other.id)])
    expect(await countRows('membership')).toEqual(colleagues.map((count) => count - 1))
    expect(await findInvitation(db, invitation)).toBeUndefined()
    const left = await Promise.all(links.map(({ hash }) => findFeed(db, hash, NOW, SUBSCRIBERS)))
    expect(left.map((feed) => feed?.link.revokedAt)).toEqual([NOW, null, null])
    const bodies = await Promise.all(links.map(({ id }) => findFeedBody(db, { key: id, state: '"1"' })))
    expect(bodies).toEqual([undefined, 'BEGIN:VCALENDAR', 'BEGIN:VCALENDAR'])
  })

  it('keeps them when the file is refused', async () => {
    const { district, other, coordinator, colleague, people } = await makeWorld()
    const taken = { ...other.persons[0]!, id: `taken-${district.id}` }
    const refusedFile = withDoctor(without(district, people[1]), taken)
    expect(refusalOf(await importDistrict(coordinator, { text: fileOf(refusedFile) }))).toBe('duplicate')
    const { actor } = colleague
    const accountId = actor.kind === 'account' ? actor.accountId : ''
    expect(await listMemberships(db, accountId)).toHaveLength(1)
  })
})

describe('a district file read in', () => {
  it('while another is stored is refused as stale, and so is one while a wish is entered', async () => {
    const { district, coordinator, doctor: self, people } = await makeWorld()
    const named = (name: string) => ({ text: fileOf({ ...district, name }) })
    const about = { kind: 'dates', from: '2027-03-26', to: '2027-03-30' } as const
    const wish = { personId: people[0] as string, about, stance: 'cannot', weight: 3 } as const
    const meanwhile = [
      async () => unwrap(await importDistrict(coordinator, named('Den andre'))),
      async () => unwrap(await addWish(self, { districtId: district.id, ...wish })),
    ]
    for (const change of meanwhile) {
      // The log is hashed between what an import reads and what it writes.
      const steps = [change]
      const hash = async (text: string) => {
        await steps.pop()?.()
        return coordinator.hash(text)
      }
      const answer = await importDistrict({ ...coordinator, hash }, named('Den ene'))
      expect(refusalOf(answer)).toBe('stale-revision')
    }
    const stored = await findDistrict(db, district.id)
    expect([stored?.name, stored?.wishes.length]).toEqual(['Den andre', 1])
  })

  it('keeps the wishes that came after it was written', async () => {
    const { district, coordinator, doctor: self, people } = await makeWorld()
    const districtId = district.id
    const written = await exported(coordinator, district)
    const about = { kind: 'dates', from: '2027-03-26', to: '2027-03-30' } as const
    const wish = { personId: people[0] as string, about, stance: 'cannot', weight: 3 } as const
    const { wishId } = unwrap(await addWish(self, { districtId, ...wish }))
    unwrap(await importDistrict(coordinator, { text: written }))
    expect((await findDistrict(db, districtId))?.wishes).toEqual([{ id: wishId, ...wish }])
    unwrap(await importDistrict(coordinator, { text: fileOf(without(district, people[0])) }))
    expect((await findDistrict(db, districtId))?.wishes).toEqual([])
  })
})

async function exported(ctx: Context, { id }: District): Promise<string> {
  return unwrap(await exportDistrict(ctx, { districtId: id })).text
}
