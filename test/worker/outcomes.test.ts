import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import { fromUtcText, type Minute } from '../../src/core/time/minute.ts'
import { fromOffsetText } from '../../src/core/time/oslo.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { type RecordOutcomeInput, recordOutcome } from '../../src/usecases/record-outcome.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { showMyDuties } from '../../src/usecases/show-my-duties.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { countRows, logOf, makeWorld, refusalOf, unwrap, type World } from '../support/use-case-world.ts'

const at = fromOffsetText
const START = at('2027-01-05T16:00+01:00')
const END = at('2027-01-06T08:00+01:00')
/** Noon after the duties. */
const LATER: Minute = fromUtcText('2027-01-07T11:00Z')
const TABLES = ['outcome', 'audit', 'outbox', 'assignment']

let world: World
let needId: string
let assignmentId: string

const later = (ctx: Context): Context => ({ ...ctx, now: LATER })

const input = (said: Partial<RecordOutcomeInput> = {}): RecordOutcomeInput => ({
  districtId: world.district.id,
  needId,
  assignmentId,
  start: START,
  end: END + 180,
  activeMinutes: 200,
  callOuts: 3,
  ...said,
})

/** The second doctor lacks courses: holding a duty is a breach that must be accepted. */
function withoutCourses(doctor: Doctor, index: number): Doctor {
  return index === 1 ? { ...doctor, competences: [] } : doctor
}

beforeAll(async () => {
  world = await makeWorld((district) => ({ ...district, doctors: district.doctors.map(withoutCourses) }))
  const { coordinator, district, lineId, people } = world
  const districtId = district.id
  const plan = { districtId, name: 'Januar', from: '2027-01-04', to: '2027-01-18', lineIds: [lineId] }
  const { draftId } = unwrap(await openDraft(coordinator, plan))
  for (const [date, personId] of [
    ['2027-01-05', people[0] as string],
    ['2027-01-06', people[1] as string],
  ] as const) {
    const change = { kind: 'assign', cell: { needId: `${lineId}.${date}.n`, seat: 0 }, personId } as const
    unwrap(await editDraft(coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
  const part = { districtId, draftId, lineIds: null, from: null, to: null }
  const { violations } = unwrap(await previewPublication(coordinator, part))
  const waivers = violations
    .filter((found) => found.grade === 'blocks')
    .map((found) => ({
      rule: found.rule,
      personId: found.personId,
      needIds: found.needIds,
      reason: 'canary-waiver-reason',
    }))
  unwrap(await publishDraft(coordinator, { ...part, expectedRevision: 0, reason: '', waivers }))
  needId = `${lineId}.2027-01-05.n`
  const duty = unwrap(await showDuty(coordinator, { districtId, needId }))
  assignmentId = duty.seats[0]?.assignments[0]?.id as string
})

describe('how a duty went', () => {
  it.each<[string, (ctx: World) => Context, () => Partial<RecordOutcomeInput>, string]>([
    ['ends before it starts', (w) => w.doctor, () => ({ end: START - 1 }), 'end ends-before-start'],
    [
      'lasts more than 72 hours',
      (w) => w.doctor,
      () => ({ start: END - 72 * 60 - 1, end: END }),
      'end longer-than-72-hours',
    ],
    [
      'begins on a wrong date',
      (w) => w.doctor,
      () => ({ start: START - 12 * 60 - 1, end: END }),
      'start begun-too-early',
    ],
    [
      'is more active than long',
      (w) => w.doctor,
      () => ({ end: END, activeMinutes: 16 * 60 + 1 }),
      'activeMinutes active-too-long',
    ],
    ['is not over', (w) => w.doctor, () => ({ end: LATER + 1 }), 'end in-the-future'],
    [
      'is about another time',
      (w) => w.coordinator,
      () => ({ start: END, activeMinutes: null }),
      'start not-this-duty',
    ],
    [
      'was less than no minutes active',
      (w) => w.coordinator,
      () => ({ activeMinutes: -1 }),
      'activeMinutes out-of-range',
    ],
  ])('is refused at its field when it %s, and nothing is stored', async (_name, who, said, problem) => {
    const before = await countRows(...TABLES)
    const result = await recordOutcome(later(who(world)), input(said()))
    const problems =
      result.kind === 'refused' && result.refusal.kind === 'invalid' ? result.refusal.problems : []
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([problem])
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('is refused before the duty has begun', async () => {
    expect(refusalOf(await recordOutcome(world.doctor, input()))).toBe('invalid')
  })

  it('is told by its holder or a coordinator and by nobody else', async () => {
    const before = await countRows(...TABLES)
    const { colleague, manager, unionRepresentative, nobody, otherCoordinator, administrator } = world
    const kinds: (string | undefined)[] = []
    for (const who of [colleague, manager, unionRepresentative, nobody, otherCoordinator, administrator])
      kinds.push(refusalOf(await recordOutcome(later(who), input())))
    expect(kinds).toEqual([
      'not-found',
      'not-allowed',
      'not-allowed',
      'not-signed-in',
      'not-found',
      'not-found',
    ])
    const other = input({ needId: `${world.lineId}.2027-01-06.n` })
    expect(refusalOf(await recordOutcome(later(world.doctor), other))).toBe('not-found')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('stands beside the plan, is corrected by telling it again, and is logged', async () => {
    const districtId = world.district.id
    unwrap(await recordOutcome(later(world.doctor), input()))
    unwrap(await recordOutcome(later(world.coordinator), input({ callOuts: 4, activeMinutes: null })))
    const { outcomes } = unwrap(await showDuty(later(world.doctor), { districtId, needId }))
    expect(outcomes.map(({ told }) => [told?.start, told?.end, told?.activeMinutes, told?.callOuts])).toEqual(
      [[START, END + 180, null, 4]],
    )
    expect((await logOf(districtId)).slice(-2)).toEqual(['record-outcome', 'record-outcome'])
    expect(await countRows('outcome')).toEqual([2])
  })

  it('is not told to a colleague, and to its holder also on their own page', async () => {
    const districtId = world.district.id
    expect(unwrap(await showDuty(later(world.colleague), { districtId, needId })).outcomes).toEqual([])
    const own = unwrap(await showMyDuties(later(world.doctor), {})).past
    expect(own.map((duty) => [duty.needId, duty.isTold])).toEqual([[needId, true]])
  })

  it('is refused where it reaches into the holder’s own next duty, until that one is told to begin later', async () => {
    const { coordinator, district, lineId, people } = world
    const districtId = district.id
    const plan = { districtId, name: 'Helg', from: '2027-01-22', to: '2027-01-25', lineIds: [lineId] }
    const { draftId } = unwrap(await openDraft(coordinator, plan))
    const idOn = (date: string) => `${lineId}.${date}.n`
    for (const date of ['2027-01-23', '2027-01-24']) {
      const cell = { needId: idOn(date), seat: 0 }
      const change = { kind: 'assign', cell, personId: people[0] as string } as const
      unwrap(await editDraft(coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
    }
    const part = { districtId, draftId, lineIds: null, from: null, to: null }
    unwrap(await publishDraft(coordinator, { ...part, expectedRevision: 1, reason: '', waivers: [] }))
    const told = async (date: string) => {
      const duty = unwrap(await showDuty(coordinator, { districtId, needId: idOn(date) }))
      const { id, start, end } = duty.seats[0]!.assignments[0]!
      return {
        districtId,
        needId: idOn(date),
        assignmentId: id,
        start,
        end,
        activeMinutes: null,
        callOuts: null,
      }
    }
    const [first, second] = [await told('2027-01-23'), await told('2027-01-24')]
    const after = { ...coordinator, now: second.end }
    const longer = { ...first, end: second.start + 45 }
    const problem = { field: 'end', code: 'over-own-duty', value: '' }
    expect(await recordOutcome(after, longer)).toMatchObject({ refusal: { problems: [problem] } })
    unwrap(await recordOutcome(after, { ...second, start: second.start + 45 }))
    unwrap(await recordOutcome(after, longer))
  })
})

describe('the page of a duty', () => {
  const address = () => paths.duty(world.district.id, needId, 0)
  const post = (fields: Record<string, string>, ctx: Context) =>
    pagesAs(ctx).request(paths.recordOutcome(world.district.id, needId, 0), {
      method: 'POST',
      body: new URLSearchParams(fields),
    })

  it('has no form before the duty has begun, and afterwards one that asks for times and numbers alone', async () => {
    const early = await (await pagesAs(world.doctor).request(address())).text()
    expect(early).not.toContain('name="callOuts"')
    const page = await (await pagesAs(later(world.doctor)).request(address())).text()
    expect(page).toContain('name="callOuts"')
    expect(page).not.toContain('<textarea')
  })

  it('keeps what was typed and says what is wrong at its field', async () => {
    const fields = {
      assignment: assignmentId,
      start: '2027-01-05T16:00',
      end: '2027-01-05T15:00',
      activeMinutes: '1:30',
      callOuts: '2',
    }
    const answer = await post(fields, later(world.doctor))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('id="f-end-problem"')
    expect(page).toContain('Slutten må komme etter starten')
    expect(page).toContain('value="1:30"')
  })

  it('stores what is told, an empty number as not known', async () => {
    const fields = {
      assignment: assignmentId,
      start: '2027-01-05T16:00',
      end: '2027-01-06T09:30',
      activeMinutes: '',
      callOuts: '0',
    }
    const answer = await post(fields, later(world.doctor))
    expect(answer.status).toBe(303)
    const page = await (await pagesAs(later(world.doctor)).request(address())).text()
    expect(page).toContain('17 t 30 min')
    expect(page).toContain('ikke skrevet inn')
  })
})

describe('what was accepted of a duty', () => {
  const other = () => ({ districtId: world.district.id, needId: `${world.lineId}.2027-01-06.n` })

  it('stands beside it with rule, reason, who and when for the coordinator', async () => {
    const { waivers } = unwrap(await showDuty(world.coordinator, other()))
    expect(waivers.map(({ rule, reason, at: when }) => [rule, reason, when])).toEqual([
      ['competence', 'canary-waiver-reason', world.coordinator.now],
      ['backup', 'canary-waiver-reason', world.coordinator.now],
    ])
    expect(waivers.filter(({ by = '' }) => by.includes('@'))).toEqual([])
  })

  it('is told to the doctor it is about without the reason, and to a colleague only as far as the rota shows it', async () => {
    const own = unwrap(await showDuty(world.colleague, other()))
    expect(own.waivers.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['competence', ''],
      ['backup', ''],
    ])
    const { waivers } = unwrap(await showDuty(world.doctor, other()))
    expect(waivers.map(({ rule, reason, by }) => [rule, reason, by])).toEqual([['backup', '', undefined]])
  })

  it('marks the board and the hours instead of standing there as something to mend', async () => {
    const districtId = world.district.id
    const board = async (ctx: Context) =>
      unwrap(await showBoard(ctx, { districtId, source: { kind: 'timeline' }, from: '2027-01-04', days: 14 }))
    const { needId } = other()
    const own = await board(world.coordinator)
    const blocking = own.violations.filter((found) => found.grade === 'blocks')
    expect(blocking.filter((found) => found.needIds.includes(needId))).toEqual([])
    expect(own.waivers.map(({ rule, personId }) => [rule, personId])).toEqual([
      ['competence', world.people[1]],
      ['backup', world.people[1]],
    ])
    expect((await board(world.doctor)).waivers.map(({ rule }) => rule)).toEqual(['backup'])
    expect(JSON.stringify(await board(world.doctor))).not.toContain('canary-waiver-reason')
    const source = { kind: 'timeline' } as const
    const hours = unwrap(
      await showHours(world.coordinator, { districtId, source, from: '2027-W01', weeks: 2 }),
    )
    expect(hours.violations.filter((found) => found.rule === 'competence')).toEqual([])
    const page = await pagesAs(world.coordinator).request(
      withQuery(paths.rota(districtId), { from: '2027-01-04' }),
    )
    expect(await page.text()).toContain('Godtatt regelbrudd')
  })

  it('is told in the load report with who and why', async () => {
    const report = unwrap(
      await showLoadReport(world.coordinator, {
        districtId: world.district.id,
        municipality: '4646',
        kind: 'quarter',
        date: '2027-01-04',
      }),
    )
    const flags = report.report.doctors.flatMap((doctor) => doctor.flags)
    const waived = flags.filter((flag) => flag.waiver !== null)
    expect(waived.map(({ violation, waiver }) => [violation.rule, waiver?.reason])).toEqual([
      ['competence', 'canary-waiver-reason'],
      ['backup', 'canary-waiver-reason'],
    ])
    expect(waived[0]?.origins).toEqual([{ origin: 'share', duties: 1 }])
  })
})
