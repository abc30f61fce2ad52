import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Exemption } from '../../src/core/rota/exemption.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { openDatabase } from '../../src/data/database.ts'
import { findDistrict } from '../../src/data/district-store.ts'
import type { SeenAccount } from '../../src/data/ground-reader-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { changeAbsence } from '../../src/usecases/change-absence.ts'
import { claimRight, proposeClaim } from '../../src/usecases/claim-right.ts'
import { closePeriod } from '../../src/usecases/close-period.ts'
import type { Context } from '../../src/usecases/context.ts'
import { decideExemption } from '../../src/usecases/decide-exemption.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { endExemption } from '../../src/usecases/end-exemption.ts'
import { endUnavailability } from '../../src/usecases/end-unavailability.ts'
import { enterUnavailability } from '../../src/usecases/enter-unavailability.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { recordAppeal } from '../../src/usecases/record-appeal.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showMunicipalityExemptions } from '../../src/usecases/show-municipality-exemptions.ts'
import { showMyExemptions } from '../../src/usecases/show-my-exemptions.ts'
import { showUnavailability } from '../../src/usecases/show-unavailability.ts'
import { tellGround } from '../../src/usecases/tell-ground.ts'
import { withdrawRight } from '../../src/usecases/withdraw-right.ts'
import {
  contextOf,
  countRows,
  logOf,
  makeActor,
  makeWorld,
  refusalOf,
  unwrap,
  type World,
} from '../support/use-case-world.ts'

const db = openDatabase(env.DB)
const FROM = '2027-01-04'
const ALL_DUTY = { kind: 'out-of-hours' } as const
const TABLES = ['exemption', 'exemption_ground', 'absence', 'plan_snapshot', 'plan_snapshot_duty', 'audit']

let world: World
let decider: Context
let elsewhere: Context

/** The first two doctors are 60 and 59 on 10 February 2027; the first two days of January are theirs, published. */
beforeEach(async () => {
  world = await makeWorld(withAges)
  const as = async (number: string) =>
    contextOf(await makeActor([{ scopeKind: 'municipality', scopeId: number, role: 'municipality-decider' }]))
  decider = await as('4645')
  elsewhere = await as('4646')
})

function withAges(district: District): District {
  const births = ['1967-02-10', '1968-02-10']
  return {
    ...district,
    persons: district.persons.map((person, index) => ({
      ...person,
      birthDate: births[index] ?? person.birthDate,
    })),
  }
}

const placeOf = (index = 0) => ({ districtId: world.district.id, personId: world.people[index] as string })

const right = (change: Partial<Parameters<typeof claimRight>[1]> = {}) => ({
  districtId: world.district.id,
  right: 'over-60' as const,
  scope: ALL_DUTY,
  from: '2027-02-10',
  to: null,
  isConfirmed: true,
  ...change,
})

const decision = (change: Partial<Parameters<typeof decideExemption>[1]> = {}) => ({
  ...placeOf(),
  municipality: '4645',
  scope: ALL_DUTY,
  from: '2027-01-06',
  to: null,
  ground: { kind: 'discretionary', reason: 'health', decidedOn: '2026-11-20' } as const,
  readBy: doctorsAccount(),
  isConfirmed: true,
  ...change,
})

/** Of the doctor of whom is decided, as the page of the decision shows it. */
function doctorsAccount(): SeenAccount | undefined {
  const { actor } = world.doctor
  return actor.kind === 'account' ? { accountId: actor.accountId, email: null } : undefined
}

/** The fields and codes that an answer was refused with. */
function problemsOf(result: Result<unknown>): readonly string[] {
  if (result.kind === 'done' || result.refusal.kind !== 'invalid') return [JSON.stringify(result)]
  return result.refusal.problems.map(({ field, code }) => `${field}: ${code}`)
}

/** Asks for something that is refused at these fields, and sees that nothing is stored. */
async function refusedAt(ask: () => Promise<Result<unknown>>, ...problems: readonly string[]) {
  const before = await countRows(...TABLES)
  expect(problemsOf(await ask())).toEqual(problems)
  expect(await countRows(...TABLES)).toEqual(before)
}

async function effectsOf(index = 0): Promise<readonly Exemption[]> {
  const district = await findDistrict(db, world.district.id)
  return district?.doctors[index]?.exemptions ?? []
}

const mine = async () => unwrap(await showMyExemptions(world.doctor, {})).places[0]!.exemptions
const ownList = async () =>
  unwrap(await showMunicipalityExemptions(decider, { number: '4645' }))
    .doctors!.filter(isHere)
    .flatMap((doctor) => doctor.exemptions)

/** Other tests' districts share the municipalities. */
const isHere = ({ districtId }: { readonly districtId: string }) => districtId === world.district.id

describe('a right claimed', () => {
  it('holds from the birthday without anybody’s decision, is withdrawn, and is claimed again as another', async () => {
    const { doctor, district } = world
    expect(unwrap(await claimRight(doctor, right())).isStored).toBe(true)
    expect(await effectsOf()).toMatchObject([{ from: '2027-02-10', to: null, scope: ALL_DUTY }])
    const [first] = await mine()
    expect(first).toMatchObject({
      ground: { kind: 'right', right: 'over-60', claimedOn: '2026-12-01', withdrawnOn: null },
      mayWithdraw: true,
    })
    const key = { districtId: district.id, exemptionId: first!.exemption.id }
    const later = { ...doctor, now: doctor.now + 100 * 24 * 60 }
    unwrap(await withdrawRight(later, { ...key, on: '2027-04-01' }))
    expect(await effectsOf()).toMatchObject([{ from: '2027-02-10', to: '2027-04-01' }])
    unwrap(await claimRight(later, right({ from: '2027-06-01' })))
    expect((await effectsOf()).map(({ from, to }) => [from, to])).toEqual([
      ['2027-02-10', '2027-04-01'],
      ['2027-06-01', null],
    ])
    expect((await mine()).map(({ ground }) => ground.kind === 'right' && ground.withdrawnOn)).toEqual([
      null,
      '2027-03-11',
    ])
  })

  it('taken back before it began is seen by the doctor and the municipality alone', async () => {
    unwrap(await claimRight(world.doctor, right()))
    const [first] = await mine()
    const key = { districtId: world.district.id, exemptionId: first!.exemption.id }
    unwrap(await withdrawRight(world.doctor, { ...key, on: '2027-01-01' }))
    expect(await effectsOf()).toEqual([])
    expect((await mine())[0]).toMatchObject({ mayWithdraw: false, ground: { withdrawnOn: '2026-12-01' } })
    expect(await ownList()).toHaveLength(1)
    const { times } = unwrap(await showUnavailability(world.coordinator, placeOf()))
    expect(times).toEqual([])
  })

  it('is refused before it exists, when it ends before it begins, twice, and without a GP agreement', async () => {
    const { doctor, colleague } = world
    await refusedAt(() => claimRight(doctor, right({ from: '2027-02-09' })), 'from: before-right')
    await refusedAt(() => claimRight(colleague, right()), 'from: before-right')
    await refusedAt(() => claimRight(doctor, right({ to: '2027-02-10' })), 'to: ends-before-start')
    await refusedAt(() => claimRight(doctor, right({ from: '2027-02-30' })), 'from: not-a-date')
    await refusedAt(
      () => claimRight(doctor, right({ right: 'pregnancy', from: '2026-11-30', to: '2027-01-01' })),
      'from: before-claim',
    )
    await refusedAt(
      () => claimRight(doctor, right({ right: 'breastfeeding', from: '2027-01-01' })),
      'to: missing',
    )
    unwrap(await claimRight(doctor, right()))
    await refusedAt(() => claimRight(doctor, right({ from: '2027-05-01' })), 'from: already-claimed')
    const locum = (of: District): District => ({
      ...of,
      doctors: of.doctors.map((one) => ({
        ...one,
        engagements: one.engagements.map((engagement) => ({ ...engagement, form: 'locum' as const })),
      })),
    })
    const text = writeDistrictFile({ version: 1, district: locum(world.district), timeline: null })
    unwrap(await importDistrict(world.coordinator, { text }))
    await refusedAt(() => claimRight(doctor, right({ from: '2028-01-01' })), 'from: no-gp-agreement')
  })

  it('is somebody’s own: nobody claims or withdraws for another', async () => {
    const { coordinator, colleague, doctor, district } = world
    unwrap(await claimRight(doctor, right()))
    const [first] = await mine()
    const key = { districtId: district.id, exemptionId: first!.exemption.id, on: '2027-03-01' }
    expect(refusalOf(await withdrawRight(colleague, key))).toBe('not-found')
    expect(refusalOf(await claimRight(coordinator, right()))).toBe('not-found')
    expect(refusalOf(await claimRight(world.nobody, right()))).toBe('not-signed-in')
    expect(refusalOf(await claimRight(doctor, right({ districtId: world.other.id })))).toBe('not-found')
  })

  it('comes with proposed dates for a birth, never before today, and the birth is not stored', async () => {
    const { doctor, district } = world
    const asked = (which: 'pregnancy' | 'breastfeeding', bornOn: string | null) =>
      proposeClaim(doctor, { districtId: district.id, right: which, bornOn })
    expect(unwrap(await asked('pregnancy', '2027-05-20'))).toEqual({ from: '2027-02-20', to: '2027-05-20' })
    expect(unwrap(await asked('pregnancy', '2027-01-20'))).toEqual({ from: '2026-12-01', to: '2027-01-20' })
    expect(unwrap(await asked('breastfeeding', '2026-10-01'))).toEqual({
      from: '2026-12-01',
      to: '2027-10-01',
    })
    await refusedAt(() => asked('pregnancy', null), 'bornOn: missing')
    const dates = { from: '2027-02-20', to: '2027-05-20' }
    unwrap(await claimRight(doctor, right({ right: 'pregnancy', ...dates })))
    expect(await effectsOf()).toMatchObject([dates])
    const { d1 } = db
    const tables = await d1
      .prepare('SELECT * FROM exemption_ground WHERE district_id = ?1')
      .bind(district.id)
      .all()
    expect(JSON.stringify(tables.results)).not.toContain('2027-05-20')
  })
})

describe('a decision', () => {
  it('is the doctor’s own municipality’s, goes through its appeal, and ends when it is reversed', async () => {
    unwrap(await decideExemption(decider, decision()))
    const [held] = await ownList()
    expect(held?.ground).toEqual({
      kind: 'discretionary',
      reason: 'health',
      decidedBy: '4645',
      decidedOn: '2026-11-20',
      appeal: 'none',
    })
    const key = { ...placeOf(), municipality: '4645', exemptionId: held!.exemption.id, on: '2027-03-01' }
    await refusedAt(() => recordAppeal(decider, { ...key, appeal: 'reversed' }), 'appeal: not-a-step')
    unwrap(await recordAppeal(decider, { ...key, appeal: 'pending' }))
    expect(await effectsOf()).toMatchObject([{ to: null }])
    unwrap(await recordAppeal(decider, { ...key, appeal: 'reversed' }))
    expect(await effectsOf()).toMatchObject([{ from: '2027-01-06', to: '2027-03-01' }])
    await refusedAt(() => recordAppeal(decider, { ...key, appeal: 'pending' }), 'appeal: not-a-step')
    expect((await mine())[0]?.ground).toMatchObject({ appeal: 'reversed' })
  })

  it('of a municipality that is not the doctor’s is refused, and its decider finds no such doctor', async () => {
    const moved = (of: District): District => ({
      ...of,
      doctors: of.doctors.map((one, index) =>
        index > 0
          ? one
          : {
              ...one,
              engagements: one.engagements.flatMap((engagement) => [
                { ...engagement, to: '2027-01-01' },
                {
                  ...engagement,
                  id: `${engagement.id}-next`,
                  from: '2027-01-01',
                  employer: { kind: 'municipality' as const, number: '4646' },
                },
              ]),
            },
      ),
    })
    const before = await countRows(...TABLES)
    const asked = decision({ municipality: '4646' })
    expect(refusalOf(await decideExemption(elsewhere, asked))).toBe('not-found')
    expect(refusalOf(await decideExemption(decider, asked))).toBe('not-found')
    expect(await countRows(...TABLES)).toEqual(before)
    const text = writeDistrictFile({ version: 1, district: moved(world.district), timeline: null })
    unwrap(await importDistrict(world.coordinator, { text }))
    await refusedAt(() => decideExemption(decider, decision()), 'ground: not-home-municipality')
    unwrap(await decideExemption(elsewhere, asked))
    expect(await ownList()).toEqual([])
  })

  it('is refused when it ends before it begins, is dated in the future, or names a contract that is not there', async () => {
    const ask = (change: Partial<Parameters<typeof decideExemption>[1]>) => () =>
      decideExemption(decider, decision(change))
    await refusedAt(ask({ to: '2027-01-06' }), 'to: ends-before-start')
    await refusedAt(
      ask({ ground: { kind: 'discretionary', reason: 'health', decidedOn: '2026-12-02' } }),
      'decidedOn: in-the-future',
    )
    await refusedAt(
      ask({ ground: { kind: 'discretionary', reason: 'health', decidedOn: '2026-11-31' } }),
      'decidedOn: not-a-date',
    )
    await refusedAt(ask({ ground: { kind: 'contract-term', engagementId: 'none' } }), 'engagementId: missing')
    await refusedAt(
      ask({ ground: { kind: 'right', right: 'over-60', claimedOn: '2026-11-01' } }),
      'from: before-right',
    )
  })
})

describe('deciding', () => {
  it('is for the municipality’s decider alone, and everybody else finds nothing', async () => {
    unwrap(await decideExemption(decider, decision()))
    const exemptionId = (await ownList())[0]!.exemption.id
    const key = { ...placeOf(), municipality: '4645', exemptionId, on: '2027-03-01' }
    const { ground } = decision()
    const verbs: readonly ((ctx: Context) => Promise<Result<unknown>>)[] = [
      (ctx) => decideExemption(ctx, decision()),
      (ctx) => tellGround(ctx, { ...key, ground }),
      (ctx) => endExemption(ctx, { ...key, isAgreed: true }),
      (ctx) => recordAppeal(ctx, { ...key, appeal: 'pending' }),
    ]
    const { coordinator, doctor, manager, administrator, reader, nobody } = world
    const before = await countRows(...TABLES)
    for (const verb of verbs) {
      for (const ctx of [elsewhere, coordinator, doctor, manager, administrator])
        expect(refusalOf(await verb(ctx))).toBe('not-found')
      expect(refusalOf(await verb(reader))).toBe('not-allowed')
      expect(refusalOf(await verb(nobody))).toBe('not-signed-in')
    }
    expect(await countRows(...TABLES)).toEqual(before)
  })
})

describe('a term of the contract', () => {
  it('lasts until both agree', async () => {
    const engagementId = world.district.doctors[0]!.engagements[0]!.id
    unwrap(await decideExemption(decider, decision({ ground: { kind: 'contract-term', engagementId } })))
    const [held] = await ownList()
    const key = { ...placeOf(), municipality: '4645', exemptionId: held!.exemption.id, on: '2027-03-01' }
    await refusedAt(() => endExemption(decider, { ...key, isAgreed: false }), 'agreed: missing')
    expect(problemsOf(await withdrawRight(world.doctor, { ...key, on: '2027-03-01' }))).toEqual([
      'on: not-a-right',
    ])
    unwrap(await endExemption(decider, { ...key, isAgreed: true }))
    expect(await effectsOf()).toMatchObject([{ to: '2027-03-01' }])
  })
})

describe('effect and dates alone', () => {
  const effect = { kind: 'exemption', scope: { kind: 'nights' }, from: '2027-01-06', to: null } as const

  it('are entered by a coordinator where the municipality has nobody who decides', async () => {
    const { coordinator, district } = world
    const ask = (index: number) =>
      enterUnavailability(coordinator, { ...placeOf(index), away: effect, isConfirmed: true })
    await refusedAt(() => ask(0), 'kind: municipality-decides')
    expect(unwrap(await showUnavailability(coordinator, placeOf(0))).mayEnterExemption).toBe(false)
    await env.DB.prepare("DELETE FROM membership WHERE scope_id = '4645'").run()
    unwrap(await ask(0))
    expect(await effectsOf()).toMatchObject([{ from: '2027-01-06', scope: { kind: 'nights' } }])
    expect((await mine())[0]?.ground).toEqual({ kind: 'untold' })
    // The ground is told afterwards; the coordinator notices nothing, and still may end what they entered.
    const before = JSON.stringify(unwrap(await showUnavailability(coordinator, placeOf())))
    const [held] = await ownList()
    const exemptionId = held!.exemption.id
    const told = { kind: 'discretionary', reason: 'weighty-social', decidedOn: '2026-11-30' } as const
    const key = { ...placeOf(), municipality: '4645', exemptionId }
    unwrap(await tellGround(decider, { ...key, ground: told, readBy: doctorsAccount() }))
    await refusedAt(() => tellGround(decider, { ...key, ground: told }), 'ground: already-told')
    expect(JSON.stringify(unwrap(await showUnavailability(coordinator, placeOf())))).toBe(before)
    const end = { ...placeOf(), kind: 'exemption', id: exemptionId } as const
    await refusedAt(() => endUnavailability(coordinator, { ...end, on: '2027-02-30' }), 'on: not-a-date')
    unwrap(await endUnavailability(coordinator, { ...end, on: '2027-02-01' }))
    expect(await effectsOf()).toMatchObject([{ to: '2027-02-01' }])
    expect(await logOf(district.id)).toEqual(['create-district', 'enter-exemption', 'change-exemption'])
  })

  it('ends nothing that the doctor or the municipality entered, and neither does a file', async () => {
    const { coordinator, district } = world
    unwrap(await decideExemption(decider, decision()))
    const [held] = await effectsOf()
    const end = { ...placeOf(), kind: 'exemption', id: held!.id, on: '2027-02-01' } as const
    expect(refusalOf(await endUnavailability(coordinator, end))).toBe('not-found')
    const shortened = {
      ...district,
      doctors: district.doctors.map((doctor, index) =>
        index === 0 ? { ...doctor, exemptions: [{ ...held!, to: '2027-01-07' }] } : doctor,
      ),
    }
    for (const file of [district, shortened]) {
      const text = writeDistrictFile({ version: 1, district: file, timeline: null })
      unwrap(await importDistrict(coordinator, { text }))
      expect(await effectsOf()).toEqual([held])
    }
    expect((await mine())[0]?.ground.kind).toBe('discretionary')
  })
})

describe('an exemption or absence over published duties', () => {
  const NIGHTS = ['2027-01-05', '2027-01-06', '2027-01-07']

  beforeEach(async () => {
    const { district, lineId, people, coordinator } = world
    const districtId = district.id
    const input = { districtId, name: 'Januar', from: FROM, to: '2027-01-18', lineIds: [lineId] }
    const { draftId } = unwrap(await openDraft(coordinator, input))
    for (const date of NIGHTS) {
      const cell = { needId: `${lineId}.${date}.n`, seat: 0 }
      const change = { kind: 'assign', cell, personId: people[0] as string } as const
      unwrap(await editDraft(coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
    }
    const part = { districtId, draftId, lineIds: null, from: null, to: null }
    unwrap(await publishDraft(coordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
  })

  const nightsOf = (list: readonly { readonly needId: string }[]) =>
    list.map(({ needId }) => needId.split('.')[1])

  it('leaves them where they are, flagged, and keeps the plan as it stood', async () => {
    const { coordinator, district, lineId, people } = world
    unwrap(await decideExemption(decider, decision({ from: '2027-01-06' })))
    const list = async () => unwrap(await showUnavailability(coordinator, placeOf())).times[0]!
    const nights = (await list()).duties.map(({ duty }) => duty.need.date)
    // The night of the 5th reaches into the first day.
    expect(nights).toEqual(NIGHTS)
    const source = { kind: 'timeline' } as const
    const board = unwrap(
      await showBoard(coordinator, { districtId: district.id, source, from: FROM, days: 14 }),
    )
    const flagged = board.violations.filter(({ kind }) => kind === 'not-available')
    expect(flagged.flatMap(({ needIds }) => needIds).sort()).toEqual(
      NIGHTS.map((date) => `${lineId}.${date}.n`),
    )
    const amendment = { needId: `${lineId}.2027-01-07.n`, seat: 0, reason: 'Ny lege', waivesBlocking: false }
    const holder = { kind: 'person', personId: people[2] as string, origin: 'ordered' } as const
    unwrap(
      await amendDuty(coordinator, { districtId: district.id, ...amendment, expectedRevision: 1, holder }),
    )
    expect((await list()).duties.map(({ duty }) => duty.need.date)).toEqual(NIGHTS.slice(0, 2))
    expect(nightsOf((await list()).kept?.duties ?? [])).toEqual(NIGHTS)
    expect(nightsOf((await mine())[0]?.kept?.duties ?? [])).toEqual(NIGHTS)
  })

  it('is shown with what it reaches before anything is stored', async () => {
    const { coordinator, doctor } = world
    const before = await countRows(...TABLES)
    const away = { kind: 'absence', from: '2027-01-06', certainFrom: '2027-01-08', to: '2027-02-01' } as const
    const asked = unwrap(await enterUnavailability(coordinator, { ...placeOf(), away, isConfirmed: false }))
    expect(asked.duties.map(({ duty, isAtRisk }) => [duty.need.date, isAtRisk])).toEqual([
      ['2027-01-05', true],
      ['2027-01-06', true],
      ['2027-01-07', false],
    ])
    const claim = right({ right: 'breastfeeding', from: '2027-01-07', to: '2027-03-01', isConfirmed: false })
    const claimed = unwrap(await claimRight(doctor, claim))
    expect(claimed.duties.map(({ duty }) => duty.need.date)).toEqual(NIGHTS.slice(1))
    const decided = unwrap(
      await decideExemption(decider, decision({ from: '2027-01-07', isConfirmed: false })),
    )
    expect(decided.duties.map(({ duty }) => duty.need.date)).toEqual(NIGHTS.slice(1))
    expect([asked.isStored, claimed.isStored, decided.isStored]).toEqual([false, false, false])
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('is shown with duties that are over too', async () => {
    const coordinator = { ...world.coordinator, now: fromUtcText('2027-01-12T11:00Z') }
    const away = { kind: 'absence', from: '2027-01-06', certainFrom: '2027-01-06', to: null } as const
    const asked = await enterUnavailability(coordinator, { ...placeOf(), away, isConfirmed: false })
    expect(unwrap(asked).duties.map(({ duty }) => duty.need.date)).toEqual(NIGHTS)
  })

  it('as an absence is entered, changed and ended, and keeps the plan of every day it has covered', async () => {
    const { coordinator, district } = world
    const away = { kind: 'absence', from: '2027-01-07', certainFrom: '2027-01-07', to: null } as const
    const enter = (change: object) => () =>
      enterUnavailability(coordinator, { ...placeOf(), away: { ...away, ...change }, isConfirmed: true })
    await refusedAt(enter({ to: '2027-01-07' }), 'to: ends-before-start')
    await refusedAt(enter({ certainFrom: '2027-01-06' }), 'certainFrom: outside-absence')
    await refusedAt(enter({ from: 'soon' }), 'from: not-a-date')
    unwrap(await enter({})())
    const list = async () => unwrap(await showUnavailability(coordinator, placeOf())).times[0]
    expect(nightsOf((await list())?.kept?.duties ?? [])).toEqual(NIGHTS.slice(1))
    const { away: held } = (await list())!
    const absenceId = held.kind === 'absence' ? held.absence.id : ''
    const dates = { from: '2027-01-05', certainFrom: '2027-01-06', to: '2027-03-01' }
    const change = { ...placeOf(), absenceId, isConfirmed: true }
    await refusedAt(
      () => changeAbsence(coordinator, { ...change, dates: { ...dates, to: '2027-01-05' } }),
      'to: ends-before-start',
    )
    unwrap(await changeAbsence(coordinator, { ...change, dates }))
    expect(nightsOf((await list())?.kept?.duties ?? [])).toEqual(NIGHTS)
    const end = { ...placeOf(), kind: 'absence', id: absenceId } as const
    await refusedAt(() => endUnavailability(coordinator, { ...end, on: '2027-03-01' }), 'on: already-ended')
    unwrap(await endUnavailability(coordinator, { ...end, on: '2027-02-01' }))
    expect((await list())?.away).toMatchObject({ absence: { ...dates, to: '2027-02-01' } })
    unwrap(await endUnavailability(coordinator, { ...end, on: '2027-01-05' }))
    expect(await list()).toBeUndefined()
    expect((await logOf(district.id)).slice(-4)).toEqual([
      'enter-absence',
      'change-absence',
      'end-absence',
      'end-absence',
    ])
  })

  describe('dates that are closed', () => {
    /** Noon on 12 January 2027: the week before is over and closed. */
    const late = (ctx: Context): Context => ({ ...ctx, now: fromUtcText('2027-01-12T11:00Z') })
    const closeWeek = async () => {
      const { district } = world
      const week = { districtId: district.id, kind: 'week', date: '2027-01-05' } as const
      unwrap(await closePeriod(late(world.coordinator), week))
    }
    const away = { kind: 'absence', from: '2027-01-05', certainFrom: '2027-01-05', to: '2027-01-20' } as const
    const enter = (change: object, isConfirmed = true) =>
      enterUnavailability(late(world.coordinator), {
        ...placeOf(),
        away: { ...away, ...change },
        isConfirmed,
      })

    it('take no new absence, exemption or decision, which may begin on the day after', async () => {
      await closeWeek()
      for (const isConfirmed of [false, true])
        await refusedAt(() => enter({ from: '2027-01-10' }, isConfirmed), 'from: in-closed-period')
      const asked = decision({ from: '2027-01-10' })
      await refusedAt(() => decideExemption(late(decider), asked), 'from: in-closed-period')
      const open = { from: '2027-01-11', certainFrom: '2027-01-11' }
      expect(unwrap(await enter(open)).isStored).toBe(true)
      unwrap(await decideExemption(late(decider), decision({ from: '2027-01-11' })))
    })

    it('keep the absences and exemptions that stood, which may change from the day after', async () => {
      unwrap(await enter({}))
      unwrap(await decideExemption(decider, decision()))
      await closeWeek()
      const { times } = unwrap(await showUnavailability(late(world.coordinator), placeOf()))
      const held = times.find(({ away: own }) => own.kind === 'absence')!.away
      const id = held.kind === 'absence' ? held.absence.id : ''
      const end = { ...placeOf(), kind: 'absence', id } as const
      const coordinator = late(world.coordinator)
      for (const on of ['2027-01-04', '2027-01-10'])
        await refusedAt(() => endUnavailability(coordinator, { ...end, on }), 'on: in-closed-period')
      const change = { ...placeOf(), absenceId: id, isConfirmed: true }
      const dates = { from: '2027-01-05', certainFrom: '2027-01-05', to: '2027-01-18' }
      const later = { ...dates, from: '2027-01-06', certainFrom: '2027-01-06' }
      await refusedAt(() => changeAbsence(coordinator, { ...change, dates: later }), 'from: in-closed-period')
      unwrap(await changeAbsence(coordinator, { ...change, dates }))
      unwrap(await endUnavailability(coordinator, { ...end, on: '2027-01-11' }))
      const exemptionId = (await ownList())[0]!.exemption.id
      const decided = { ...placeOf(), municipality: '4645', exemptionId, isAgreed: true }
      await refusedAt(
        () => endExemption(late(decider), { ...decided, on: '2027-01-10' }),
        'on: in-closed-period',
      )
      unwrap(await endExemption(late(decider), { ...decided, on: '2027-01-11' }))
    })
  })
})

describe('the list of coming rights', () => {
  it('names whoever turns 60 within a year, to their own municipality’s decider and reader', async () => {
    const { reader, people } = world
    const list = async (ctx: Context, number: string) =>
      unwrap(await showMunicipalityExemptions(ctx, { number })).coming.filter(isHere)
    const expected = [{ personId: people[0], on: '2027-02-10', age: 60 }]
    expect(await list(decider, '4645')).toMatchObject(expected)
    expect(await list(reader, '4645')).toMatchObject(expected)
    expect(await list(elsewhere, '4646')).toEqual([])
    expect(refusalOf(await showMunicipalityExemptions(reader, { number: '4646' }))).toBe('not-found')
    expect(unwrap(await showMunicipalityExemptions(reader, { number: '4645' })).doctors).toBeNull()
  })

  it('keeps who has claimed already, so that leaving it tells nothing', async () => {
    unwrap(await claimRight(world.doctor, right()))
    const { coming } = unwrap(await showMunicipalityExemptions(world.reader, { number: '4645' }))
    expect(coming.filter(isHere).map(({ personId }) => personId)).toEqual([world.people[0]])
  })
})

describe('the log', () => {
  it('of the municipality holds who did what, with ids and dates and never the ground', async () => {
    unwrap(await decideExemption(decider, decision()))
    unwrap(await claimRight(world.doctor, right()))
    await ownList()
    const rows = await listAudit(db, 'municipality:4645', 0, 1000)
    const own = rows.slice(-3)
    expect(own.map(({ action }) => action)).toEqual(['enter-exemption', 'enter-exemption', 'read-grounds'])
    expect(own[0]?.after).toEqual({ ...placeOf(), from: '2027-01-06', to: null })
    for (const word of ['health', 'over-60', 'discretionary', 'right'])
      expect(JSON.stringify(rows)).not.toContain(`"${word}"`)
    expect(await logOf(world.district.id)).toEqual(['create-district'])
  })
})

describe('what is entered twice', () => {
  const problemOf = (result: Result<unknown>) =>
    result.kind === 'done' || result.refusal.kind !== 'invalid'
      ? refusalOf(result)
      : result.refusal.problems.map(({ field, code }) => `${field}: ${code}`).join()

  it('is one decision, however often and however fast it is sent', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => decideExemption(decider, decision())))
    expect(all.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    const before = await countRows(...TABLES)
    const later = await decideExemption(decider, decision({ from: '2027-03-01' }))
    expect(problemOf(later)).toBe('from: already-exempt')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('is one absence, and one exemption by effect and dates alone', async () => {
    await env.DB.prepare("DELETE FROM membership WHERE scope_id = '4645'").run()
    const away = { kind: 'absence', from: FROM, certainFrom: FROM, to: '2027-01-11' } as const
    const exempt = { kind: 'exemption', scope: ALL_DUTY, from: FROM, to: '2027-01-11' } as const
    for (const [wanted, code] of [
      [away, 'from: already-away'],
      [exempt, 'from: already-exempt'],
    ] as const) {
      const enter = () =>
        enterUnavailability(world.coordinator, { ...placeOf(), away: wanted, isConfirmed: true })
      const all = await Promise.all(Array.from({ length: 5 }, enter))
      expect(all.filter(({ kind }) => kind === 'done')).toHaveLength(1)
      const before = await countRows(...TABLES)
      expect(problemOf(await enter())).toBe(code)
      expect(await countRows(...TABLES)).toEqual(before)
    }
  })
})
