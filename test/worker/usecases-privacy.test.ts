import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { ExemptionGround } from '../../src/core/rota/exemption.ts'
import type { Wish } from '../../src/core/rota/wish.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { addWish } from '../../src/usecases/add-wish.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showDoctors } from '../../src/usecases/show-doctors.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { showMyDuties } from '../../src/usecases/show-my-duties.ts'
import { showWishes } from '../../src/usecases/show-wishes.ts'
import { toldGroundWrites } from '../support/told-grounds.ts'
import { makeWorld, NOW, unwrap, type World } from '../support/use-case-world.ts'

const FROM = '2027-01-04'
const TO = '2027-01-18'
const timeline = { kind: 'timeline' } as const
const DATES = { kind: 'dates', from: FROM, to: TO } as const

let world: World

beforeAll(async () => {
  world = await makeWorld((district) => ({
    ...district,
    doctors: district.doctors.map((doctor, index) =>
      index === 1
        ? {
            ...doctor,
            absences: [
              { id: 'canary-absence', from: '2027-02-01', certainFrom: '2027-02-01', to: '2027-02-05' },
            ],
            exemptions: [
              { id: 'canary-exemption', from: '2027-01-10', to: '2027-06-01', scope: { kind: 'nights' } },
            ],
          }
        : doctor,
    ),
  }))
  await publishFortnight(world)
  const { district, people, colleague, coordinator, lineId } = world
  const amendment = {
    districtId: district.id,
    needId: `${lineId}.2027-01-06.n`,
    seat: 0,
    expectedRevision: 1,
    reason: 'canary-reason',
    waivesBlocking: false,
  }
  const holder = { kind: 'person', personId: people[1] as string, origin: 'sick-cover' } as const
  unwrap(await amendDuty(coordinator, { ...amendment, holder }))
  const wish: Omit<Wish, 'id'> = { personId: people[1] as string, about: DATES, stance: 'cannot', weight: 3 }
  unwrap(await addWish(colleague, { districtId: district.id, ...wish }))
})

describe('a doctor of the district', () => {
  const everything = async (ctx: Context): Promise<Record<string, unknown>> => {
    const { district, lineId } = world
    const districtId = district.id
    const board = await showBoard(ctx, { districtId, source: timeline, from: FROM, days: 14 })
    return {
      board: { ...unwrap(board), cells: [...unwrap(board).rota.cells.values()] },
      duty: unwrap(await showDuty(ctx, { districtId, needId: `${lineId}.2027-01-06.n` })),
      hours: unwrap(await showHours(ctx, { districtId, source: timeline, from: '2027-W01', weeks: 2 })),
      wishes: unwrap(await showWishes(ctx, { districtId })),
      own: unwrap(await showMyDuties(ctx, {})),
    }
  }

  it('sees who has which duty, who hands over and who takes over', async () => {
    const { doctor, district, people, lineId } = world
    const board = unwrap(
      await showBoard(doctor, { districtId: district.id, source: timeline, from: FROM, days: 14 }),
    )
    const holders = [...board.rota.cells.values()].map((cell) => cell.slices[0]?.personId)
    expect(holders).toEqual([people[0], people[1], people[2]])
    expect(board.hidesHours).toBe(true)
    expect(board.district.persons.map(({ name }) => name)).toEqual(district.persons.map(({ name }) => name))
    const duty = unwrap(await showDuty(doctor, { districtId: district.id, needId: `${lineId}.2027-01-06.n` }))
    expect(duty.before?.slices.map(({ personId }) => personId)).toEqual([people[0]])
    expect(duty.after?.slices.map(({ personId }) => personId)).toEqual([people[2]])
  })

  it('gets their own hours and nobody else’s', async () => {
    const { doctor, district, people } = world
    const hours = unwrap(
      await showHours(doctor, { districtId: district.id, source: timeline, from: '2027-W01', weeks: 2 }),
    )
    expect(hours.rows.map(({ personId, week }) => [personId, week])).toEqual([
      [people[0], '2027-W01'],
      [people[0], '2027-W02'],
    ])
    expect(hours.rows[0]?.totalMinutes).toBe((16 + 6) * 60)
    expect([hours.floors, hours.hidesHours]).toEqual([[], true])
  })

  it('finds no surgery, absence, exemption, wish, contact or competence of a colleague in any answer', async () => {
    const { doctor, people } = world
    const answers = await everything(doctor)
    for (const [name, answer] of Object.entries(answers)) {
      const text = JSON.stringify(answer)
      for (const id of people.slice(1)) {
        expect([name, text.includes(`engagement-${id}`)]).toEqual([name, false])
        expect([name, text.includes(`${id}@example.test`)]).toEqual([name, false])
      }
      for (const secret of ['canary-absence', 'canary-exemption', 'canary-reason', '"cannot"', 'sick-cover'])
        expect([name, secret, text.includes(secret)]).toEqual([name, secret, false])
      // Once for the doctor's own facts in each district value of the answer, never twice in one.
      expect(text.split('canary-surgery-source').length - 1).toBe(
        text.split(`engagement-${people[0]}`).length - 1,
      )
    }
  })

  it('is told nothing by the same answers when a colleague’s surgery, absence and wishes differ', async () => {
    const before = JSON.stringify(await everything(world.doctor))
    const { district, people, colleague } = world
    const wish = { personId: people[1] as string, about: DATES, stance: 'wish', weight: 1 } as const
    unwrap(await addWish(colleague, { districtId: district.id, ...wish }))
    await env.DB.batch([
      env.DB.prepare(`UPDATE surgery SET timetable = '[]' WHERE district_id = ?1 AND person_id = ?2`).bind(
        district.id,
        people[1],
      ),
      env.DB.prepare(
        `UPDATE absence SET from_date = '2027-03-01', certain_from = '2027-03-01', to_date = '2027-03-05'
        WHERE district_id = ?1`,
      ).bind(district.id),
    ])
    expect(JSON.stringify(await everything(world.doctor))).toBe(before)
  })
})

describe('the ground of an exemption', () => {
  it('changes no byte of any answer to anybody who does not decide it', async () => {
    const before = await answersOfEverybody(world)
    const grounds: ExemptionGround[] = [
      { kind: 'right', right: 'pregnancy', claimedOn: '2026-12-01', withdrawnOn: null },
      {
        kind: 'discretionary',
        reason: 'health',
        decidedBy: '4645',
        decidedOn: '2026-12-01',
        appeal: 'none',
      },
    ]
    for (const [index, ground] of grounds.entries()) {
      const key = {
        districtId: world.district.id,
        personId: world.people[1] as string,
        exemptionId: 'canary-exemption',
      }
      expect(
        await writeAll(
          openDatabase(env.DB),
          await toldGroundWrites(key, index + 1, ground, { by: 'decider', at: NOW }),
        ),
      ).toEqual({ kind: 'written' })
      expect(await answersOfEverybody(world)).toEqual(before)
    }
  })
})

describe('a municipality', () => {
  it('reads its own doctors by name and of others only sums', async () => {
    const { reader, district, people } = world
    const report = unwrap(
      await showLoadReport(reader, {
        districtId: district.id,
        municipality: '4645',
        kind: 'quarter',
        date: '2027-01-04',
      }),
    )
    expect(report.report.doctors.map(({ personId }) => personId)).toEqual([people[0], people[2]])
    const text = JSON.stringify(report)
    for (const id of [people[1], people[3]]) expect(text).not.toContain(id)
  })

  it('has the ledger’s own figures', async () => {
    const { reader, coordinator, district, people } = world
    const weeks = { from: '2027-W01', weeks: 2 }
    const { report } = unwrap(
      await showLoadReport(reader, {
        districtId: district.id,
        municipality: '4645',
        kind: 'quarter',
        date: '2027-01-04',
      }),
    )
    const { rows } = unwrap(
      await showHours(coordinator, { districtId: district.id, source: timeline, ...weeks }),
    )
    for (const doctor of report.doctors) {
      const own = rows.filter((row) => row.personId === doctor.personId)
      expect(doctor.worked.minutes.home).toBe(own.reduce((sum, row) => sum + row.minutes.home, 0))
    }
    expect(report.sum.worked.minutes.home).toBe(2 * 16 * 60)
    expect(people).toHaveLength(4)
  })
})

async function answersOfEverybody(of: World): Promise<string[]> {
  const { district, coordinator, manager, unionRepresentative, doctor, colleague, reader } = of
  const districtId = district.id
  const weeks = { from: '2027-W01', weeks: 2 }
  const answers = [
    ...[coordinator, manager, unionRepresentative, doctor, colleague].flatMap((ctx) => [
      showBoard(ctx, { districtId, source: timeline, from: FROM, days: 14 }),
      showHours(ctx, { districtId, source: timeline, ...weeks }),
    ]),
    showDoctors(coordinator, { districtId }),
    exportDistrict(coordinator, { districtId }),
    showLoadReport(reader, { districtId, municipality: '4645', kind: 'month', date: '2027-01-04' }),
  ]
  return (await Promise.all(answers)).map((answer) => JSON.stringify(answer))
}

/** Three duties in a row, held by the first three doctors. */
async function publishFortnight({ district, lineId, people, coordinator }: World): Promise<void> {
  const districtId = district.id
  const input = { districtId, name: 'Januar', from: FROM, to: TO, lineIds: [lineId] }
  const { draftId } = unwrap(await openDraft(coordinator, input))
  for (const [index, date] of ['2027-01-05', '2027-01-06', '2027-01-07'].entries()) {
    const cell = { needId: `${lineId}.${date}.n`, seat: 0 }
    const change = { kind: 'assign', cell, personId: people[index] as string } as const
    unwrap(await editDraft(coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
  const part = { districtId, draftId, lineIds: null, from: null, to: null }
  unwrap(await publishDraft(coordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
}
