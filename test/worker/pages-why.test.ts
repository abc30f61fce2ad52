import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { countRows, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

const DATE = '2027-01-09'
/** The search for a clash is all computing, here beside other tests, in milliseconds. */
const SLOW = 60_000

let world: World
let draftId: string
let clash: string
let place: string

/** Everybody is away, or exempt, on one night; the first doctor holds the night before. */
beforeAll(async () => {
  world = await makeWorld((district) => ({
    ...district,
    doctors: district.doctors.map((doctor, index) =>
      index === 0
        ? {
            ...doctor,
            exemptions: [
              { id: 'secret-exemption', from: DATE, to: '2027-01-11', scope: { kind: 'out-of-hours' } },
            ],
          }
        : {
            ...doctor,
            absences: [{ id: `secret-absence-${index}`, from: DATE, certainFrom: DATE, to: '2027-01-10' }],
          },
    ),
  }))
  const districtId = world.district.id
  const plan = { name: 'Vinter', from: '2027-01-04', to: '2027-01-18', lineIds: [world.lineId] }
  draftId = unwrap(await openDraft(world.coordinator, { districtId, ...plan })).draftId
  const cell = { needId: `${world.lineId}.2027-01-08.n`, seat: 0 }
  const change = { kind: 'assign', cell, personId: world.people[0] as string } as const
  unwrap(await editDraft(world.coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  clash = paths.whyClash(districtId, draftId)
  place = paths.whyInDraft(districtId, draftId, cell.needId, 0)
})

async function ask(ctx: Context, address: string) {
  const answer = await pagesAs(ctx).request(address)
  return { status: answer.status, text: await answer.text() }
}

describe('the page of what clashes', () => {
  it(
    'names the night that nobody can have and how many are kept from it, and stores nothing',
    async () => {
      const before = await countRows('draft_edit', 'draft_cell', 'build', 'audit')
      const { status, text } = await ask(world.coordinator, clash)
      expect(status).toBe(200)
      expect(text).toContain('Denne vakta kan ingen ha')
      expect(text).toContain('4 leger: ikke tilgjengelig')
      expect(text).toContain('stå ledig, eller finn vikar')
      expect(await countRows('draft_edit', 'draft_cell', 'build', 'audit')).toEqual(before)
    },
    SLOW,
  )

  it(
    'says absence and exemption by one sign, and neither by its name',
    async () => {
      const { text } = await ask(world.coordinator, clash)
      for (const word of ['fritak', 'fritatt', 'permisjon', 'sykmeld', 'fravær', 'secret-'])
        expect(text.toLowerCase()).not.toContain(word)
    },
    SLOW,
  )
})

describe('the page of why a place is held', () => {
  it('is there for a coordinator, of a draft', async () => {
    const { status, text } = await ask(world.coordinator, place)
    expect(status).toBe(200)
    expect(text).toContain(world.district.persons[0]?.name)
    expect(text).toContain('Hvorfor')
  })

  it.each(['no-such-need', 'no.2027-01-08.n'])(
    'is not found for a need that is not there: %s',
    async (need) => {
      const address = paths.whyInDraft(world.district.id, draftId, need, 0)
      expect((await ask(world.coordinator, address)).status).toBe(404)
    },
  )

  it.each(['1', '-1', '0.5', 'x'])('is not found for a seat that is not there: %s', async (seat) => {
    const address = paths.whyInDraft(world.district.id, draftId, `${world.lineId}.2027-01-08.n`, seat)
    expect((await ask(world.coordinator, address)).status).toBe(404)
  })
})

describe('both pages', () => {
  it.each(['doctor', 'colleague', 'manager', 'unionRepresentative', 'reader', 'otherCoordinator'] as const)(
    'are not there for %s, and name nobody',
    async (name) => {
      for (const address of [clash, place]) {
        const { status, text } = await ask(world[name], address)
        expect([address, status]).toEqual([address, 404])
        expect(text).not.toContain(world.district.persons[1]?.name)
      }
    },
  )

  it('send nobody to sign in', async () => {
    for (const address of [clash, place]) {
      const answer = await pagesAs(world.nobody).request(address)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.signIn])
    }
  })

  it('are of no draft of another district', async () => {
    const { other } = world
    for (const address of [
      paths.whyClash(other.id, draftId),
      paths.whyInDraft(other.id, draftId, `${world.lineId}.2027-01-08.n`, 0),
    ])
      expect((await ask(world.otherCoordinator, address)).status).toBe(404)
  })
})
