import { describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { type Database, writeAll } from '../../src/data/database.ts'
import {
  districtWrites,
  findDistrict,
  findDistrictHeads,
  listDistricts,
  listDistrictsOfMunicipality,
  listDistrictsOfPerson,
} from '../../src/data/district-store.ts'
import { editionGuard } from '../../src/data/edition.ts'
import { groundGuard, listSealedOfDoctor } from '../../src/data/ground-store.ts'
import { findPersonStanding } from '../../src/data/person-store.ts'
import { findWish, listWishes, wishRemovals, wishWrites } from '../../src/data/wish-store.ts'
import { toldGrounds, toldGroundWrites } from '../support/told-grounds.ts'
import { freshDatabase } from './fresh-database.ts'
import { sampleDistrict, sampleGrounds } from './sample-district.ts'

async function saved(db: Database, district: District): Promise<District | undefined> {
  expect(await writeAll(db, districtWrites(district, 0))).toEqual({ kind: 'written' })
  return findDistrict(db, district.id)
}

function withFirstPerson(district: District, said: Partial<District['persons'][number]>): District {
  const persons = district.persons.map((person, index) => (index === 0 ? { ...person, ...said } : person))
  return { ...district, persons }
}

describe('a stored district', () => {
  it('comes back as it was saved, everything in the same order', async () => {
    const district = sampleDistrict('d')
    expect(await saved(freshDatabase(), district)).toStrictEqual(district)
  })

  it('comes back the same when it is saved over itself', async () => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('d'))
    expect(await saved(db, sampleDistrict('d'))).toStrictEqual(sampleDistrict('d'))
  })

  it('forgets what it no longer says', async () => {
    const db = freshDatabase()
    const full = sampleDistrict('d')
    await saved(db, full)
    const [first] = full.doctors
    const small: District = {
      ...full,
      name: 'Nytt navn',
      languages: ['nb'],
      municipalities: full.municipalities.slice(1),
      lines: full.lines.slice(1),
      coveredElsewhere: [],
      persons: full.persons.slice(0, 1),
      doctors: [{ ...first!, initials: 'X', exemptions: first!.exemptions.slice(1), absences: [] }],
      positions: [],
      agreement: full.agreement.slice(2),
      // The wishes of the doctor who stays are all named.
      wishes: full.wishes.slice(1),
      holidaysHeld: full.holidaysHeld!.slice(0, 1),
    }
    expect(await saved(db, small)).toStrictEqual(small)
  })

  it('takes doctors who trade their initials', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    await saved(db, district)
    const initials = ['AO', 'BÅ', 'CH']
    const traded = district.doctors.map((doctor, index) => ({ ...doctor, initials: initials[index]! }))
    expect((await saved(db, { ...district, doctors: traded }))?.doctors).toStrictEqual(traded)
  })

  it('refuses two doctors with the same initials and stores nothing', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    const doctors = district.doctors.map((doctor) => ({ ...doctor, initials: 'AA' }))
    const written = await writeAll(db, districtWrites({ ...district, doctors }, 0))
    expect(written).toEqual({ kind: 'refused', constraint: 'duplicate' })
    expect(await findDistrict(db, 'd')).toBeUndefined()
  })

  it('lies beside others without touching them', async () => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('one'))
    await saved(db, sampleDistrict('two'))
    await saved(db, {
      ...sampleDistrict('two'),
      doctors: [],
      wishes: [],
      lines: [],
      positions: [],
      holidaysHeld: [],
    })
    expect(await findDistrict(db, 'one')).toStrictEqual(sampleDistrict('one'))
  })

  it('is listed by id, by name of the wanted ones, by municipality and by doctor', async () => {
    const db = freshDatabase()
    await saved(db, { ...sampleDistrict('b'), name: 'Aa' })
    await saved(db, { ...sampleDistrict('a'), name: 'Bb' })
    expect((await listDistricts(db)).map((head) => head.id)).toEqual(['a', 'b'])
    expect((await listDistricts(db, 'a')).map((head) => head.id)).toEqual(['b'])
    const heads = await findDistrictHeads(db, ['a', 'nowhere', 'b'])
    expect(heads.map((head) => ({ ...head }))).toEqual([
      { id: 'b', name: 'Aa', revision: 0, edition: 1 },
      { id: 'a', name: 'Bb', revision: 0, edition: 1 },
    ])
    expect(await listDistrictsOfMunicipality(db, '4645')).toEqual(['a', 'b'])
    expect(await listDistrictsOfPerson(db, 'a.b')).toEqual(['a'])
  })
})

describe('a person in two districts', () => {
  it('is corrected by the district that entered them first', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('one')
    await saved(db, district)
    const corrected = withFirstPerson(district, { name: 'Bård Rettet', hprNumber: '1234567', phone: null })
    expect(await saved(db, corrected)).toStrictEqual(corrected)
  })

  it('is to each district what that district says, whatever the other knows', async () => {
    const db = freshDatabase()
    const one = sampleDistrict('one', 'p')
    await saved(db, one)
    const two = withFirstPerson(sampleDistrict('two', 'p'), { name: 'B.', phone: null, email: 'b@x.no' })
    expect(await saved(db, two)).toStrictEqual(two)
    expect(await findDistrict(db, 'one')).toStrictEqual(one)
  })

  it('may be saved again by the other as it was, after a correction by the first', async () => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('one', 'p'))
    const two = sampleDistrict('two', 'p')
    await saved(db, two)
    await saved(db, withFirstPerson(sampleDistrict('one', 'p'), { birthDate: '1965-03-01' }))
    expect(await saved(db, two)).toStrictEqual(two)
  })

  it('is corrected by the only district that is left', async () => {
    const db = freshDatabase()
    const one = sampleDistrict('one', 'p')
    await saved(db, one)
    await saved(db, sampleDistrict('two', 'p'))
    const corrected = withFirstPerson(sampleDistrict('two', 'p'), { hprNumber: '77' })
    expect(await writeAll(db, districtWrites(corrected, 0))).toEqual({
      kind: 'refused',
      constraint: 'duplicate',
    })
    await saved(db, { ...one, persons: [], doctors: [], positions: [], wishes: [], holidaysHeld: [] })
    expect(await saved(db, corrected)).toStrictEqual(corrected)
    expect(await findPersonStanding(db, 'two', 'p.b')).toEqual({ isEnteredHere: true, isElsewhere: false })
  })

  it.each([
    { hprNumber: '7' },
    { birthDate: '1970-01-01' },
    { hprNumber: null },
    { birthDate: null },
    { hprNumber: null, birthDate: null, email: null, phone: null, name: 'X' },
  ])(
    'is not proven to be the same when the other district says %j: refused, and nothing stored',
    async (said) => {
      const db = freshDatabase()
      await saved(db, sampleDistrict('one', 'p'))
      const other = withFirstPerson(sampleDistrict('two', 'p'), said)
      expect(await writeAll(db, districtWrites(other, 0))).toEqual({
        kind: 'refused',
        constraint: 'duplicate',
      })
      expect(await findDistrict(db, 'two')).toBeUndefined()
    },
  )

  it('cannot have the HPR number of another', async () => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('one'))
    const number = sampleDistrict('one').persons[0]?.hprNumber ?? null
    const other = withFirstPerson(sampleDistrict('two'), { hprNumber: number })
    expect(await writeAll(db, districtWrites(other, 0))).toEqual({ kind: 'refused', constraint: 'duplicate' })
  })
})

describe('a district saved at the same time', () => {
  it('twice from one reading is saved once', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    await saved(db, district)
    const [head] = await findDistrictHeads(db, ['d'])
    const save = (name: string) =>
      writeAll(db, [...editionGuard('d', head?.edition ?? 0), ...districtWrites({ ...district, name }, 0)])
    expect(await save('En')).toEqual({ kind: 'written' })
    expect(await save('To')).toEqual({ kind: 'refused', constraint: 'stale-revision' })
    expect((await findDistrict(db, 'd'))?.name).toBe('En')
  })

  it('as a wish is entered or taken back is not the one that was read', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    const editionNow = async () => (await findDistrictHeads(db, ['d']))[0]?.edition
    expect(await writeAll(db, editionGuard('d', 0))).toEqual({ kind: 'written' })
    await saved(db, district)
    expect(await editionNow()).toBe(1)
    await writeAll(db, wishWrites('d', [{ ...district.wishes[0]!, id: 'new' }]))
    expect(await editionNow()).toBe(2)
    await writeAll(db, wishRemovals('d', 'new'))
    expect(await editionNow()).toBe(3)
    expect(await writeAll(db, editionGuard('d', 2))).toEqual({
      kind: 'refused',
      constraint: 'stale-revision',
    })
  })
})

describe('the ground of an exemption', () => {
  const key = { districtId: 'd', personId: 'd.b', exemptionId: 'x1' }
  const entered = { by: 'decider', at: fromUtcText('2027-01-04T08:00Z') }

  it.each(sampleGrounds)('comes back as it was stored: %j', async (ground) => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('d'))
    await writeAll(db, await toldGroundWrites(key, 1, { kind: 'untold' }, entered))
    await writeAll(db, await toldGroundWrites(key, 2, ground, entered))
    expect((await toldGrounds(db, key)).at(-1)).toStrictEqual({ ground, entered })
    const latest = await listSealedOfDoctor(db, 'd', 'd.b')
    expect(latest.map(({ exemptionId, entry }) => [exemptionId, entry])).toStrictEqual([['x1', 2]])
  })

  it('keeps what it was before, by whom and when, and is refused when somebody told it meanwhile', async () => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('d'))
    const told = sampleGrounds.map((ground, index) => ({ ground, by: `a${index}`, at: entered.at + index }))
    for (const [index, { ground, by, at }] of told.entries())
      expect(
        await writeAll(db, [
          ...groundGuard(key, index),
          ...(await toldGroundWrites(key, index + 1, ground, { by, at })),
        ]),
      ).toEqual({
        kind: 'written',
      })
    expect(await toldGrounds(db, key)).toStrictEqual(
      told.map(({ ground, by, at }) => ({ ground, entered: { by, at } })),
    )
    expect(await listSealedOfDoctor(db, 'd', 'd.b')).toHaveLength(1)
    expect(
      await writeAll(db, [
        ...groundGuard(key, 4),
        ...(await toldGroundWrites(key, 5, { kind: 'untold' }, entered)),
      ]),
    ).toEqual({
      kind: 'refused',
      constraint: 'stale-revision',
    })
    expect(await toldGrounds(db, key)).toHaveLength(told.length)
  })

  it('changes nothing that the district loads', async () => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('d'))
    for (const [index, ground] of sampleGrounds.entries()) {
      await writeAll(db, await toldGroundWrites(key, index + 1, ground, entered))
      expect(await findDistrict(db, 'd')).toStrictEqual(sampleDistrict('d'))
    }
  })

  it('outlives saving the district, and goes with its exemption', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    await saved(db, district)
    await writeAll(db, await toldGroundWrites(key, 1, { kind: 'untold' }, entered))
    await saved(db, district)
    expect(await toldGrounds(db, key)).toEqual([{ ground: { kind: 'untold' }, entered }])
    const doctors = district.doctors.map((doctor) => ({ ...doctor, exemptions: [] }))
    await saved(db, { ...district, doctors })
    expect(await toldGrounds(db, key)).toEqual([])
  })

  it('cannot be stored for an exemption that is not there', async () => {
    const db = freshDatabase()
    await saved(db, sampleDistrict('d'))
    const writes = await toldGroundWrites({ ...key, exemptionId: 'x9' }, 1, { kind: 'untold' }, entered)
    const write = writeAll(db, writes)
    await expect(write).rejects.toThrow('FOREIGN KEY')
  })
})

describe('wishes', () => {
  it('are added after those that stand, and removed one by one', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    await saved(db, district)
    const [first, second] = district.wishes
    await writeAll(db, wishRemovals('d', first!.id))
    const added = [
      { ...first!, id: 'new-2' },
      { ...second!, id: 'new-1' },
    ]
    expect(await writeAll(db, wishWrites('d', added))).toEqual({ kind: 'written' })
    expect(await listWishes(db, 'd')).toStrictEqual([...district.wishes.slice(1), ...added])
    expect(await findWish(db, 'd', 'new-1')).toStrictEqual(added[1])
    expect(await findWish(db, 'elsewhere', 'new-1')).toBeUndefined()
  })

  it('that a saved district does not name stay behind those it does, and go with their doctor', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    await saved(db, district)
    const [ofA, ofB] = district.wishes
    const late = [
      { ...ofA!, id: 'late-1' },
      { ...ofB!, id: 'late-2' },
    ]
    await writeAll(db, wishWrites('d', late))
    const named = [{ ...ofB!, stance: 'wish' as const }, ofA!]
    const after = await saved(db, { ...district, wishes: named })
    expect(after?.wishes).toStrictEqual([...named, district.wishes[2], ...late])
    const doctors = district.doctors.filter(({ personId }) => personId !== 'd.a')
    const without = { ...district, doctors, positions: [], wishes: [], holidaysHeld: [] }
    const left = (await saved(db, without))?.wishes
    expect(left).toStrictEqual([named[0], district.wishes[2], late[1]])
  })

  it('refuse an id that is taken', async () => {
    const db = freshDatabase()
    const district = sampleDistrict('d')
    await saved(db, district)
    const written = await writeAll(db, wishWrites('d', district.wishes.slice(0, 1)))
    expect(written).toEqual({ kind: 'refused', constraint: 'duplicate' })
  })
})
