import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { District } from '../../src/core/rota/district.ts'
import { listMemberships } from '../../src/data/account-store.ts'
import { openDatabase } from '../../src/data/database.ts'
import { findDistrict } from '../../src/data/district-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { addWish } from '../../src/usecases/add-wish.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { pasteWishes } from '../../src/usecases/paste-wishes.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { removeWish } from '../../src/usecases/remove-wish.ts'
import { showWishes } from '../../src/usecases/show-wishes.ts'
import { countRows, logOf, makeWorld, refusalOf, unwrap, type World } from '../support/use-case-world.ts'

const TABLES = ['district', 'person', 'doctor', 'wish', 'publication', 'audit', 'membership', 'draft']
const fileOf = (district: District) => writeDistrictFile({ version: 1, district, timeline: null })

describe('a district file', () => {
  it('read back is the district that was stored', async () => {
    const { district, coordinator } = await makeWorld()
    const { text, fileName } = unwrap(await exportDistrict(coordinator, { districtId: district.id }))
    expect(fileName).toBe(`${district.id}.json`)
    expect(text).toBe(fileOf(district))
  })

  it('replaces one’s own district, and makes whoever stores a new one its coordinator only when they ask for it', async () => {
    const { district, coordinator, administrator } = await makeWorld()
    const renamed = { ...district, name: 'Et annet navn' }
    const replaced = await importDistrict(coordinator, { text: fileOf(renamed) })
    expect(unwrap(replaced)).toEqual({ districtId: district.id, isNew: false })
    expect((await findDistrict(openDatabase(env.DB), district.id))?.name).toBe('Et annet navn')
    expect(await logOf(district.id)).toEqual(['create-district', 'replace-district'])
    const accountId = administrator.actor.kind === 'account' ? administrator.actor.accountId : ''
    const rolesIn = async (id: string) =>
      (await listMemberships(openDatabase(env.DB), accountId)).filter(({ scopeId }) => scopeId === id)
    expect(await rolesIn(district.id)).toEqual([])
    const own = { ...district, id: `own-${district.id}`, persons: [], doctors: [], positions: [] }
    unwrap(await importDistrict(administrator, { text: fileOf(own), isCoordinating: true }))
    expect(await rolesIn(own.id)).toMatchObject([{ role: 'coordinator' }])
  })

  it('of another district is refused as one that would be new, to whoever may make none', async () => {
    const { district, other, coordinator, doctor, reader, nobody } = await makeWorld()
    const before = await countRows(...TABLES)
    for (const ctx of [coordinator, doctor, reader]) {
      const taken = await importDistrict(ctx, { text: fileOf({ ...district, ...idOf(other) }) })
      const free = await importDistrict(ctx, { text: fileOf({ ...district, id: `new-${district.id}` }) })
      expect(JSON.stringify(taken)).toBe(JSON.stringify(free))
      expect(refusalOf(taken)).toBe('not-found')
    }
    expect(refusalOf(await importDistrict(nobody, { text: fileOf(district) }))).toBe('not-signed-in')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('of a district that an administrator has no place in is not theirs to replace', async () => {
    const { district, administrator } = await makeWorld()
    expect(refusalOf(await importDistrict(administrator, { text: fileOf(district) }))).toBe('not-allowed')
  })

  it('that can’t be read stores nothing and names what is wrong', async () => {
    const { district, coordinator } = await makeWorld()
    const before = await countRows(...TABLES)
    const whole = fileOf(district)
    const broken = [whole.slice(0, whole.length / 2), whole.replace('"name"', '"nmae"'), '', '[]', 'null']
    for (const text of broken) {
      const answer = await importDistrict(coordinator, { text })
      expect(refusalOf(answer)).toBe('file-refused')
      expect(problemsIn(answer).length).toBeGreaterThan(0)
    }
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('leaves out no doctor who has stood in the published rota', async () => {
    const world = await makeWorld()
    const { district, coordinator, people } = world
    await publishOneDuty(world)
    const without = {
      ...district,
      persons: district.persons.filter(({ id }) => id !== people[0]),
      doctors: district.doctors.filter(({ personId }) => personId !== people[0]),
      positions: district.positions.slice(1),
    }
    const before = await countRows(...TABLES)
    expect(refusalOf(await importDistrict(coordinator, { text: fileOf(without) }))).toBe('still-used')
    expect(await countRows(...TABLES)).toEqual(before)
  })
})

describe('wishes', () => {
  it('are entered, seen and taken back by the doctor, and by the coordinator for them', async () => {
    const { district, doctor, coordinator, people } = await makeWorld()
    const districtId = district.id
    const own = { districtId, personId: people[0] as string, stance: 'wish', weight: 3 } as const
    const dates = { kind: 'dates', from: '2027-03-26', to: '2027-03-30' } as const
    const pattern = { ...dates, kind: 'pattern', weekdays: [6, 7] } as const
    const duty = { kind: 'duty', needId: `${district.lines[0]?.id}.2027-03-28.n` } as const
    unwrap(await addWish(doctor, { ...own, about: dates }))
    unwrap(await addWish(coordinator, { ...own, about: pattern }))
    const { wishId } = unwrap(await addWish(doctor, { ...own, about: duty }))
    unwrap(await removeWish(doctor, { districtId, wishId }))
    const seen = unwrap(await showWishes(doctor, { districtId }))
    expect(seen.wishes.map(({ about }) => about)).toEqual([dates, pattern])
    expect(seen.mayEnterFor).toEqual([people[0]])
    expect(unwrap(await showWishes(coordinator, { districtId })).mayEnterFor).toEqual(people)
    expect(await logOf(districtId)).toEqual([
      'create-district',
      'add-wish',
      'add-wish',
      'add-wish',
      'remove-wish',
    ])
  })

  it.each<[string, object, string]>([
    ['a day that is none', { kind: 'dates', from: '2027-02-29', to: '2027-03-01' }, 'not-a-date'],
    ['an end before its start', { kind: 'dates', from: '2027-03-02', to: '2027-03-02' }, 'ends-before-start'],
    ['ten years', { kind: 'dates', from: '2027-01-01', to: '2037-01-01' }, 'period-too-long'],
    ['no weekday', { kind: 'pattern', from: '2027-01-01', to: '2027-02-01', weekdays: [] }, 'missing'],
    ['a duty nobody asks for', { kind: 'duty', needId: 'home.2027-01-01.x' }, 'unknown-duty'],
  ])('of %s are refused and stored nowhere', async (_name, about, code) => {
    const { district, doctor, people } = await makeWorld()
    const before = await countRows(...TABLES)
    const wish = {
      districtId: district.id,
      personId: people[0] as string,
      stance: 'wish',
      weight: 1,
    } as const
    const answer = await addWish(doctor, { ...wish, about: about as never })
    expect(problemsIn(answer)).toMatchObject([{ code }])
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('are pasted from a spreadsheet, shown first and stored when confirmed', async () => {
    const { district, coordinator, people } = await makeWorld()
    const districtId = district.id
    const text = [
      'D1\t26.03.2027\t29.03.2027\tkan ikke\t3',
      'd2;2027-10-31;;Ønsker;',
      '',
      `${district.persons[2]?.name}\t2027-12-24\t2027-12-26\thelst ikkje\t1`,
    ].join('\r\n')
    const before = await countRows(...TABLES)
    const shown = unwrap(await pasteWishes(coordinator, { districtId, ...pasted(text), isConfirmed: false }))
    expect([shown.isStored, await countRows(...TABLES)]).toEqual([false, before])
    const stored = unwrap(await pasteWishes(coordinator, { districtId, ...pasted(text), isConfirmed: true }))
    expect(stored.wishes.map(({ id: _, ...wish }) => wish)).toEqual([
      wishOf(people[0], '2027-03-26', '2027-03-30', 'cannot', 3),
      wishOf(people[1], '2027-10-31', '2027-11-01', 'wish', 2),
      wishOf(people[2], '2027-12-24', '2027-12-27', 'rather-not', 1),
    ])
    expect(unwrap(await showWishes(coordinator, { districtId })).wishes).toEqual(stored.wishes)
  })

  it('pasted with a row that can’t be read are stored not at all, and the row is named', async () => {
    const { district, coordinator } = await makeWorld()
    const districtId = district.id
    const text = [
      'D1\t2027-01-05\t\tkan ikke',
      'D9\t2027-01-05\t\tkan ikke',
      'D1\t31.02.2027\t\tkan ikke',
      'D1\t2027-01-05\t2027-01-04\tkan ikke',
      'D1\t2027-01-05\t\tkanskje',
      'D1\t2027-01-05\t\tkan ikke\t4',
    ].join('\n')
    const before = await countRows(...TABLES)
    const answer = unwrap(await pasteWishes(coordinator, { districtId, ...pasted(text), isConfirmed: true }))
    expect(answer).toMatchObject({ isStored: false, unknownNames: [{ text: 'D9', address: 'A2' }] })
    expect(answer.problems).toEqual([
      at('B3', 'not-a-date', '31.02.2027'),
      at('C4', 'ends-before-start', '2027-01-04'),
      at('D5', 'unknown-stance', 'kanskje'),
      at('E6', 'unknown-weight', '4'),
      { address: 'A2', code: 'unknown-name', value: 'D9', also: [] },
    ])
    const empty = unwrap(await pasteWishes(coordinator, { districtId, ...pasted(' \n '), isConfirmed: true }))
    expect([empty.fault, empty.isStored]).toEqual([{ kind: 'empty', value: '' }, false])
    expect(await countRows(...TABLES)).toEqual(before)
  })
})

function pasted(text: string) {
  return { sheet: { text, sheetName: '', unreckoned: [] }, names: new Map<string, string | null>() }
}

function at(address: string, code: string, value: string) {
  return { address, field: { field: address, code, value } }
}

function wishOf(personId: string | undefined, from: string, to: string, stance: string, weight: number) {
  return { personId, about: { kind: 'dates', from, to }, stance, weight }
}

function idOf({ id }: District) {
  return { id }
}

function problemsIn(answer: Result<unknown>): readonly object[] {
  return answer.kind === 'refused' && 'problems' in answer.refusal ? answer.refusal.problems : []
}

async function publishOneDuty({ district, lineId, people, coordinator }: World): Promise<void> {
  const districtId = district.id
  const days = { from: '2027-01-04', to: '2027-01-11' }
  const { draftId } = unwrap(
    await openDraft(coordinator, { districtId, name: 'Uke 1', ...days, lineIds: [lineId] }),
  )
  const cell = { needId: `${lineId}.2027-01-05.n`, seat: 0 }
  const change = { kind: 'assign', cell, personId: people[0] as string } as const
  unwrap(await editDraft(coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  const part = { districtId, draftId, lineIds: null, from: null, to: null }
  unwrap(await publishDraft(coordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
}
