import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { fromUtcText, type Minute } from '../../src/core/time/minute.ts'
import { nb } from '../../src/text/nb.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { closePeriod, previewClosing } from '../../src/usecases/close-period.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type CorrectShareInput, correctShare } from '../../src/usecases/correct-share.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { recordOutcome } from '../../src/usecases/record-outcome.ts'
import { showClosings } from '../../src/usecases/show-closings.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { type LedgerValue, showLedger } from '../../src/usecases/show-ledger.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { countRows, logOf, makeWorld, refusalOf, unwrap, type World } from '../support/use-case-world.ts'

/** Noon on 2 February 2027, when January is over. */
const LATER: Minute = fromUtcText('2027-02-02T11:00Z')
const JANUARY = { kind: 'month', date: '2027-01-15' } as const
const TABLES = ['closed_period', 'closed_period_figures', 'balance_entry', 'audit']

let world: World
let districtId: string

const later = (ctx: Context): Context => ({ ...ctx, now: LATER })
const needOn = (date: string) => `${world.lineId}.${date}.n`

const ledgerOf = async (
  ctx: Context,
  said: Partial<Parameters<typeof showLedger>[1]> = {},
): Promise<LedgerValue> =>
  unwrap(await showLedger(later(ctx), { districtId, personId: null, closingId: null, ...JANUARY, ...said }))

beforeAll(async () => {
  world = await makeWorld()
  districtId = world.district.id
  const { coordinator, lineId, people } = world
  const plan = { districtId, name: 'Januar', from: '2027-01-04', to: '2027-01-18', lineIds: [lineId] }
  const { draftId } = unwrap(await openDraft(coordinator, plan))
  const holders = ['2027-01-04', '2027-01-05', '2027-01-08', '2027-01-09', '2027-01-12'] as const
  for (const [index, date] of holders.entries()) {
    const personId = people[index % 3] as string
    const change = { kind: 'assign', cell: { needId: needOn(date), seat: 0 }, personId } as const
    unwrap(await editDraft(coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
  const part = { districtId, draftId, lineIds: null, from: null, to: null }
  unwrap(await publishDraft(coordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
  const duty = unwrap(await showDuty(coordinator, { districtId, needId: needOn('2027-01-05') }))
  const [assignment] = duty.seats[0]?.assignments ?? []
  // The second doctor's relief came two hours late.
  const outcome = {
    assignmentId: assignment?.id as string,
    start: assignment?.start as Minute,
    end: (assignment?.end as Minute) + 120,
    activeMinutes: 300,
    callOuts: 4,
  }
  const told = { districtId, needId: needOn('2027-01-05'), ...outcome }
  unwrap(await recordOutcome(later(coordinator), told))
})

describe('the ledger of a period', () => {
  it('gives a coordinator a row for every doctor, equal to the hours of the same week', async () => {
    const { ledgers } = await ledgerOf(world.coordinator, { kind: 'week', date: '2027-01-05' })
    const source = { kind: 'timeline' } as const
    const hours = unwrap(
      await showHours(world.coordinator, { districtId, source, from: '2027-W01', weeks: 1 }),
    )
    const told = (row: (typeof hours.rows)[number]) => [
      row.personId,
      row.dutyMinutes,
      row.weightedMinutes,
      row.surgeryMinutes,
      row.totalMinutes,
      row.nights,
      row.duties,
    ]
    expect(
      ledgers.map(({ personId, planned }) => [
        personId,
        planned.dutyMinutes,
        planned.weightedMinutes,
        planned.surgeryMinutes,
        planned.totalMinutes,
        planned.nights,
        planned.duties,
      ]),
    ).toEqual(hours.rows.map(told))
  })

  it('sets what was worked beside what was planned', async () => {
    const { ledgers } = await ledgerOf(world.coordinator)
    const second = ledgers.find(({ personId }) => personId === world.people[1])
    expect([second?.planned.dutyMinutes, second?.worked.dutyMinutes]).toEqual([32 * 60, 34 * 60])
    expect([second?.worked.activeMinutes, second?.worked.callOuts]).toEqual([300, 4])
  })

  it('opens on the published plan of the nearest duties', async () => {
    const value = await ledgerOf(world.coordinator, { kind: null, date: null })
    expect([value.period.kind, value.period.from, value.period.to]).toEqual([
      'plan',
      '2027-01-04',
      '2027-01-18',
    ])
    expect(value.kinds).toContain('plan')
  })

  it('gives a doctor their own figures, of others only what the rota shows', async () => {
    const value = await ledgerOf(world.doctor)
    const [own = ''] = world.people
    expect(value.ledgers.map(({ personId }) => personId)).toEqual([own])
    expect(value.shares.map(({ personId }) => personId)).toEqual([own])
    expect(value.counts.map(({ personId, duties, nights }) => [personId, duties, nights])).toEqual([
      [world.people[0], 2, 2],
      [world.people[1], 2, 2],
      [world.people[2], 1, 1],
      [world.people[3], 0, 0],
    ])
    const surgery = value.district.doctors.filter((doctor) => doctor.surgery.length > 0)
    expect(surgery.map(({ personId }) => personId)).toEqual([own])
  })

  it('of a colleague is not there, whatever the address says', async () => {
    const [own = '', other = ''] = world.people
    const ask = (personId: string) =>
      showLedger(later(world.doctor), { districtId, personId, closingId: null, ...JANUARY })
    expect(refusalOf(await ask(other))).toBe('not-found')
    expect(refusalOf(await ask('nobody-at-all'))).toBe('not-found')
    expect(unwrap(await ask(own)).ledgers.map(({ personId }) => personId)).toEqual([own])
  })

  it('is nothing for an account with a doctor’s role and no person behind it', async () => {
    const ctx = { ...world.doctor, actor: { ...world.doctor.actor, personId: null } } as Context
    expect((await ledgerOf(ctx)).ledgers).toEqual([])
  })

  it('is not there for strangers, and asks nobody to sign in first', async () => {
    const kinds: (string | undefined)[] = []
    for (const who of [world.nobody, world.otherCoordinator, world.reader, world.administrator])
      kinds.push(
        refusalOf(await showLedger(later(who), { districtId, personId: null, closingId: null, ...JANUARY })),
      )
    expect(kinds).toEqual(['not-signed-in', 'not-found', 'not-found', 'not-found'])
  })
})

describe('a correction', () => {
  const input = (said: Partial<CorrectShareInput> = {}): CorrectShareInput => ({
    districtId,
    personId: world.people[0] as string,
    measure: 'home',
    amount: -90,
    on: '2027-01-01',
    reason: 'Vakt i november var ikke ført',
    ...said,
  })

  it.each<[string, Partial<CorrectShareInput>, string]>([
    ['without a reason', { reason: '  ' }, 'reason missing'],
    ['of nothing', { amount: 0 }, 'amount zero'],
    ['of half a minute', { amount: 0.5 }, 'amount out-of-range'],
    ['of more than a year', { amount: 9001 * 60 }, 'amount out-of-range'],
    ['for a stranger', { personId: 'nobody-at-all' }, 'personId unknown-doctor'],
    ['on no date', { on: '2027-02-30' }, 'on not-a-date'],
    ['in a year before any duty', { on: '2026-12-31' }, 'on before-first-duty'],
    ['with a long story', { reason: 'x'.repeat(501) }, 'reason too-long'],
    ['with a reason that nobody sees', { reason: '\u200b' }, 'reason hidden-character'],
  ])('%s is refused at its field, and nothing is stored', async (_name, said, problem) => {
    const before = await countRows(...TABLES)
    const result = await correctShare(later(world.coordinator), input(said))
    const problems =
      result.kind === 'refused' && result.refusal.kind === 'invalid' ? result.refusal.problems : []
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([problem])
    expect(await countRows(...TABLES)).toEqual(before)
  })

  const targetIn = async (kind: 'week' | 'plan') => {
    const { shares } = await ledgerOf(world.doctor, { kind, date: '2027-01-05' })
    return shares[0]?.target.minutes.home as number
  }

  it('is signed by a coordinator and by nobody else', async () => {
    const before = await countRows(...TABLES)
    for (const who of [world.doctor, world.manager, world.unionRepresentative])
      expect(refusalOf(await correctShare(later(who), input()))).toBe('not-allowed')
    expect(refusalOf(await correctShare(later(world.otherCoordinator), input()))).toBe('not-found')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('stands with its reason and date, moves the share, and is shown to its doctor alone', async () => {
    const share = async () => (await ledgerOf(world.doctor)).shares[0]?.target.minutes.home as number
    const before = await share()
    const [weekBefore, planBefore] = [await targetIn('week'), await targetIn('plan')]
    unwrap(await correctShare(later(world.coordinator), input()))
    expect(await share()).toBeGreaterThan(before)
    // A week of a plan of two evens out a half.
    const [inWeek, inPlan] = [(await targetIn('week')) - weekBefore, (await targetIn('plan')) - planBefore]
    expect(inPlan).toBeGreaterThan(0)
    expect(inWeek).toBeCloseTo(inPlan / 2, 6)
    const told = (value: LedgerValue) =>
      value.entries.map(({ measure, amount, reason, at }) => [measure, amount, reason, at])
    const entry = ['home', -90, 'Vakt i november var ikke ført', LATER]
    expect(told(await ledgerOf(world.doctor))).toEqual([entry])
    expect(told(await ledgerOf(world.colleague))).toEqual([])
    expect((await logOf(districtId)).at(-1)).toBe('correct-share')
  })
})

describe('closing a period', () => {
  it('is refused while it is not over, to whoever may not, and stores nothing', async () => {
    const before = await countRows(...TABLES)
    const close = (ctx: Context) => closePeriod(ctx, { districtId, ...JANUARY })
    const early = { ...world.coordinator, now: fromUtcText('2027-01-31T22:59Z') }
    expect(refusalOf(await close(early))).toBe('not-over')
    for (const who of [world.doctor, world.manager])
      expect(refusalOf(await close(later(who)))).toBe('not-allowed')
    expect(refusalOf(await close(later(world.otherCoordinator)))).toBe('not-found')
    expect(refusalOf(await previewClosing(later(world.doctor), { districtId, ...JANUARY }))).toBe(
      'not-allowed',
    )
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('is refused where no duty was ever published, and not offered', async () => {
    const before = await countRows(...TABLES)
    const late = later(world.coordinator)
    for (const [kind, date] of [
      ['week', '1998-01-05'],
      ['quarter', '2026-07-01'],
    ] as const) {
      expect(refusalOf(await closePeriod(late, { districtId, kind, date }))).toBe('nothing-to-close')
      expect(refusalOf(await previewClosing(late, { districtId, kind, date }))).toBe('nothing-to-close')
    }
    expect((await ledgerOf(world.coordinator, { kind: 'quarter', date: '2026-07-01' })).mayClose).toBe(false)
    expect((await ledgerOf(world.coordinator)).mayClose).toBe(true)
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('stores the figures that its preview showed, and what each doctor carries on', async () => {
    const preview = unwrap(await previewClosing(later(world.coordinator), { districtId, ...JANUARY }))
    const { closingId } = unwrap(await closePeriod(later(world.coordinator), { districtId, ...JANUARY }))
    const value = await ledgerOf(world.coordinator, { closingId })
    expect(value.ledgers).toEqual(preview.closing.ledgers)
    expect(value.shares).toEqual(preview.closing.shares)
    expect(value.closing).toMatchObject({ id: closingId, closedAt: LATER })
    const carried = value.entries.filter((entry) => entry.kind === 'closing')
    expect(carried.length).toBe(preview.entries.length)
    expect(carried.length).toBeGreaterThan(0)
    expect((await logOf(districtId)).at(-1)).toBe('close-period')
  })

  it('happens once to each day', async () => {
    const before = await countRows(...TABLES)
    const close = (kind: 'month' | 'week' | 'quarter', date: string) =>
      closePeriod({ ...world.coordinator, now: fromUtcText('2027-05-01T11:00Z') }, { districtId, kind, date })
    expect(refusalOf(await close('month', '2027-01-01'))).toBe('already-closed')
    expect(refusalOf(await close('week', '2027-01-05'))).toBe('overlaps-closed')
    expect(refusalOf(await close('quarter', '2027-01-05'))).toBe('overlaps-closed')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('freezes the duties in it and how they went', async () => {
    const before = await countRows(...TABLES, 'outcome', 'assignment')
    const needId = needOn('2027-01-04')
    const duty = unwrap(await showDuty(later(world.doctor), { districtId, needId }))
    const [outcome] = duty.outcomes
    const { id, start, end } = outcome?.assignment ?? { id: '', start: 0, end: 0 }
    const told = { districtId, needId, assignmentId: id, start, end, activeMinutes: null, callOuts: null }
    expect(outcome?.isClosed).toBe(true)
    expect(refusalOf(await recordOutcome(later(world.doctor), told))).toBe('period-closed')
    const holder = { kind: 'person', personId: world.people[1] as string, origin: 'swap' } as const
    const amendment = {
      districtId,
      needId,
      seat: 0,
      expectedRevision: 1,
      reason: 'Bytte',
      waivesBlocking: true,
    }
    expect(refusalOf(await amendDuty(later(world.coordinator), { ...amendment, holder }))).toBe(
      'period-closed',
    )
    expect(await countRows(...TABLES, 'outcome', 'assignment')).toEqual(before)
  })

  it('keeps its figures when something is corrected later', async () => {
    const before = await ledgerOf(world.coordinator)
    const correction = { personId: world.people[0] as string, measure: 'nights', amount: 1 } as const
    unwrap(
      await correctShare(
        { ...world.coordinator, now: LATER + 60 },
        {
          districtId,
          ...correction,
          on: '2027-02-01',
          reason: 'Natt som ikke var ført',
        },
      ),
    )
    const after = await ledgerOf(world.coordinator)
    expect([after.ledgers, after.shares, after.brought]).toEqual([
      before.ledgers,
      before.shares,
      before.brought,
    ])
    expect(after.entries.length).toBe(before.entries.length + 1)
  })

  it('is listed for doctors too, who read their own figures of it', async () => {
    const { closings, closable, mayClose } = unwrap(await showClosings(later(world.doctor), { districtId }))
    expect(closings.map(({ period }) => period.name)).toEqual(['2027-01'])
    expect([closable, mayClose]).toEqual([[], false])
    const value = await ledgerOf(world.doctor, { closingId: closings[0]?.id as string })
    expect(value.ledgers.map(({ personId }) => personId)).toEqual([world.people[0]])
  })
})

describe('the pages of the ledger', () => {
  const appFor = (ctx: Context) => pagesAs(later(ctx))
  const get = (address: string, ctx: Context) => appFor(ctx).request(address)
  const post = (address: string, fields: Record<string, string>, ctx: Context) =>
    appFor(ctx).request(address, { method: 'POST', body: new URLSearchParams(fields) })

  it('show the sums that the core has, in the order asked for', async () => {
    const { ledgers } = await ledgerOf(world.coordinator)
    const sum = ledgers.reduce((total, { worked }) => total + worked.dutyMinutes, 0)
    const address = withQuery(paths.ledger(districtId), { ...JANUARY, sort: 'duty' })
    const page = await (await get(address, world.coordinator)).text()
    expect(page).toContain(`<td>${nb.ledger.clockHours(sum)}</td>`)
    expect(page).toContain('aria-sort="descending"')
    const names = world.district.persons.map(({ name }) => name)
    const inOrder = [1, 0, 2, 3].map((index) => page.indexOf(`>${names[index]}<`))
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
    expect(inOrder.every((at) => at > 0)).toBe(true)
  })

  it('answer a doctor who changes the address as if nothing were there', async () => {
    const [own = '', other = ''] = world.people
    expect((await get(paths.doctorLedger(districtId, own), world.doctor)).status).toBe(200)
    expect((await get(paths.doctorLedger(districtId, other), world.doctor)).status).toBe(404)
    const close = withQuery(paths.closePeriod(districtId), { kind: 'month', date: '2027-02-01' })
    expect((await get(close, world.doctor)).status).toBe(404)
    const page = await (await get(paths.ledger(districtId), world.doctor)).text()
    expect(page).not.toContain(paths.doctorLedger(districtId, other))
  })

  it('keep what was typed in a refused correction, and say what is missing', async () => {
    const [personId = ''] = world.people
    const fields = {
      personId,
      ...JANUARY,
      measure: 'home',
      sign: 'less',
      amount: '7:30',
      on: '2027-03-01',
      reason: '',
    }
    const answer = await post(paths.corrections(districtId), fields, world.coordinator)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('id="f-reason-problem"')
    expect(page).toContain('value="7:30"')
    expect(page).toMatch(/<option value="less" selected/)
  })

  it('answer with the ledger where a refused correction is loaded anew', async () => {
    const answer = await get(paths.corrections(districtId), world.coordinator)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<h1')])
  })

  it('store a correction as it was signed, and show it with its reason', async () => {
    const [personId = ''] = world.people
    const fields = {
      personId,
      ...JANUARY,
      measure: 'home',
      sign: 'less',
      amount: '7:30',
      on: '2027-03-01',
      reason: 'Ført to ganger',
    }
    const answer = await post(paths.corrections(districtId), fields, world.coordinator)
    expect(answer.status).toBe(303)
    const page = await (await get(answer.headers.get('Location') as string, world.coordinator)).text()
    expect(page).toContain('Ført to ganger')
    expect(page).toContain('−7 t 30 min')
  })

  it('say in plain words why a period cannot be closed', async () => {
    const answer = await post(paths.closePeriod(districtId), { ...JANUARY }, world.coordinator)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Perioden er avsluttet fra før')
    const open = withQuery(paths.closePeriod(districtId), { kind: 'month', date: '2027-02-01' })
    expect(await (await get(open, world.coordinator)).text()).toContain('Perioden er ikke slutt ennå')
  })

  it('say that a closed period is closed, when and for good', async () => {
    const page = await (await get(withQuery(paths.ledger(districtId), JANUARY), world.doctor)).text()
    expect(page).toContain('Perioden er avsluttet tir. 2. feb. 2027 kl. 12:00')
  })
})
