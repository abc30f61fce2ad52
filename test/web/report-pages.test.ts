import { beforeAll, describe, expect, it } from 'vitest'
import { closePeriod } from '../../src/usecases/close-period.ts'
import type { Context } from '../../src/usecases/context.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

const id = 'fjordane'
const number = '4645'

let world: PlanWorld
let after: Context

beforeAll(async () => {
  world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  await world.publish(draftId)
  after = world.at('2027-04-02T12:00Z')
})

const textOf = async (path: string, asked: Record<string, string>, ctx: Context = world.ctx) =>
  (await pagesAs(ctx).request(withQuery(path, asked))).text()

describe('a load report asked for by an address that can’t be followed', () => {
  it.each([
    [{ date: '2027-13-45' }, '«2027-13-45» er ikke en dato i kalenderen.'],
    [{ kind: 'decade', date: '2027-01-05' }, '«decade» er ingen slags periode.'],
    [{ kind: 'quarter', date: '<b>' }, '«&lt;b&gt;» er ikke en dato'],
    [{ kind: 'plan', date: '2029-01-05' }, 'Det er ingen plan på denne datoen.'],
  ])('%o says what was wrong, and shows another period', async (asked, sentence) => {
    for (const path of [
      paths.loadReport(id, number),
      paths.reportTime(id, number),
      paths.reportShares(id, number),
      paths.printReport(id, number),
    ])
      expect(await textOf(path, asked)).toContain(sentence)
  })

  it.each([
    [paths.loadReport(id, number), 'Siden viser 1. kvartal 2027.'],
    [paths.reportYearly(id, number), 'Siden viser 2027.'],
    [paths.payroll(id), 'Siden viser januar 2027.'],
  ])('%s says which period it shows instead', async (path, sentence) => {
    expect(await textOf(path, { kind: 'decade', date: '2027-01-05' })).toContain(sentence)
  })

  it('is the month of a date that no plan has, in hours for pay', async () => {
    const page = await textOf(paths.payroll(id), { kind: 'plan', date: '2029-01-05' })
    expect(page).toMatch(/Det er ingen plan på denne datoen\..*Siden viser januar 2029\./)
  })

  it('says nothing of one that can be', async () => {
    const page = await textOf(paths.loadReport(id, number), { kind: 'quarter', date: '2027-01-05' })
    expect(page).not.toMatch(/ikke en dato|ingen slags/)
  })

  it('is no file, which could not say so', async () => {
    const file = paths.reportFile(id, number, 'report.csv')
    for (const path of [file, paths.payrollFile(id, 'payroll.xlsx')])
      for (const [asked, sentence] of [
        [{ date: 'monday' }, 'Skriv en dato som finnes'],
        [{ kind: 'decade', date: '2027-01-05' }, '«decade» er ingen slags periode'],
      ] as const) {
        const answer = await pagesAs(world.ctx).request(withQuery(path, asked))
        expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
      }
    const good = { kind: 'quarter', date: '2027-01-05' }
    expect((await pagesAs(world.ctx).request(withQuery(file, good))).status).toBe(200)
  })
})

describe('a load report of a closed period', () => {
  const asked = { kind: 'quarter', date: '2027-01-05' } as const
  const COUNTED_NOW = 'Tallene her er regnet nå'

  it('says which figures are the stored ones, on page and paper', async () => {
    const shares = paths.reportShares(id, number)
    expect(await textOf(shares, asked, after)).not.toContain(COUNTED_NOW)
    unwrap(await closePeriod(after, { districtId: id, ...asked }))
    for (const path of [shares, paths.reportTime(id, number), paths.reportDuties(id, number)])
      expect(await textOf(path, asked, after)).toContain(COUNTED_NOW)
    const overview = await textOf(paths.loadReport(id, number), asked, after)
    expect(overview).toContain('Tallene for kommunens egne leger er de som ble lagret da')
    expect(await textOf(paths.printReport(id, number), asked, after)).toContain(COUNTED_NOW)
  })
})
