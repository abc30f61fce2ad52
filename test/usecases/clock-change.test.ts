import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { accountPersonWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { pollOf, secretIn } from '../support/feed-poll.ts'
import { emptyInstallation, exampleFile } from '../support/installation.ts'

const sigrid = 'sigrid-hovland-eide'

/** Fjordane with one published night, from 23:00 on `date` to 08:00, held by Sigrid; seen as her and as coordinator. */
async function withNight(date: string, next: string): Promise<Context> {
  const { district } = exampleFile('fjordane')
  const needs = district.lines
    .filter(({ id }) => id === 'fjordane-natt')
    .flatMap((line) => needsOf(line, date, next))
  const holdings = needs.map((need) => ({ needId: need.id, seat: 0, note: '', ...wholeSlice(need, sigrid) }))
  const ctx = await emptyInstallation()
  const text = writeDistrictFile({ version: 1, district, timeline: { needs, holdings } })
  unwrap(await importDistrict(ctx, { text }))
  if (ctx.actor.kind !== 'account') throw new Error('no account')
  const { accountId } = ctx.actor
  const written = await writeAll(ctx.db, accountPersonWrites(accountId, sigrid))
  if (written.kind === 'refused') throw new Error(written.constraint)
  return { ...ctx, actor: { ...ctx.actor, personId: sigrid } }
}

function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe('a night from 23 to 08', () => {
  it.each([
    {
      why: 'when summer time begins',
      date: '2027-03-27',
      next: '2027-03-28',
      week: '2027-W12',
      minutes: 8 * 60,
    },
    {
      why: 'when summer time ends',
      date: '2027-10-30',
      next: '2027-10-31',
      week: '2027-W43',
      minutes: 10 * 60,
    },
    { why: 'on any other date', date: '2027-10-23', next: '2027-10-24', week: '2027-W42', minutes: 9 * 60 },
  ])(
    'counts $minutes minutes $why, in ledger, report and feed alike',
    async ({ date, next, week, minutes }) => {
      const ctx = await withNight(date, next)
      const period = { districtId: 'fjordane', from: week, weeks: 1 }
      const hours = unwrap(await showHours(ctx, { ...period, source: { kind: 'timeline' } }))
      expect(hours.rows.find((row) => row.personId === sigrid)?.minutes.home).toBe(minutes)
      const { report } = unwrap(
        await showLoadReport(ctx, { districtId: 'fjordane', municipality: '4647', kind: 'week', date }),
      )
      expect(report.doctors.find((row) => row.personId === sigrid)?.worked.minutes.home).toBe(minutes)
      expect(await minutesInFeed(ctx)).toBe(minutes)
    },
  )
})

async function minutesInFeed(ctx: Context): Promise<number> {
  const { path } = unwrap(await createFeedLink(ctx, { label: 'telefon' }))
  const answer = await serveFeed(ctx, pollOf(secretIn(path)))
  if (answer.kind !== 'calendar') throw new Error(answer.kind)
  const [event] = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent')
  if (!event) throw new Error('no event in the feed')
  return new ICAL.Event(event).duration.toSeconds() / 60
}
