import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { LOG_ACTIONS } from '../../src/core/rota/log-action.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import type { D1 } from '../../src/data/d1-dialect.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import type { Role } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { addWish } from '../../src/usecases/add-wish.ts'
import type { Context } from '../../src/usecases/context.ts'
import { save } from '../../src/usecases/save.ts'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import {
  type LogInput,
  type LogValue,
  showDistrictLog,
  showInstallationLog,
  showMunicipalityLog,
} from '../../src/usecases/show-log.ts'
import { answerTo } from '../support/every-answer.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const districtId = 'fjordane'
const ALL: LogInput = { from: null, to: null, actor: null, before: null }

let world: PlanWorld
let doctor: Context

const coordinator = { scopeKind: 'district', scopeId: districtId, role: 'coordinator' } as const

function as(
  ctx: Context,
  accountId: string,
  personId: string | null,
  role: 'coordinator' | 'doctor',
): Context {
  const memberships = [{ ...coordinator, role }]
  return {
    ...ctx,
    actor: { kind: 'account', accountId, personId, memberships, sessionHash: accountId, ...WELL_SIGNED_IN },
  }
}

const log = async (asked: Partial<LogInput> = {}, ctx: Context = world.ctx): Promise<LogValue> =>
  unwrap(await showDistrictLog(ctx, { districtId, ...ALL, ...asked }))

async function note(date: string, now: string, ctx: Context = world.ctx): Promise<void> {
  const note = { districtId, date, text: 'Møte i kommunen', seen: '' }
  unwrap(await saveDayNote({ ...ctx, now: fromUtcText(now) }, note))
}

beforeAll(async () => {
  world = await PlanWorld.make()
  const { ctx } = world
  doctor = as(ctx, 'doctor-a', 'a', 'doctor')
  await writeAll(ctx.db, [
    ...accountWrites({ ...accountOf('second', null, 'anne@example.test', ctx.now) }),
    ...membershipWrites('second', coordinator, 'a', ctx.now),
    ...accountWrites(accountOf('doctor-a', 'a', 'lege-a@example.test', ctx.now)),
  ])
  const about = { kind: 'dates', from: '2027-01-04', to: '2027-01-06' } as const
  const wish = { districtId, personId: 'a', about, stance: 'cannot', weight: 1 } as const
  unwrap(await addWish({ ...doctor, now: fromUtcText('2026-12-02T10:00Z') }, wish))
  // Either side of midnight in Norway.
  await note('2027-01-05', '2026-12-03T22:59Z', as(ctx, 'second', null, 'coordinator'))
  await note('2027-01-06', '2026-12-03T23:00Z', as(ctx, 'second', null, 'coordinator'))
})

describe('the log of a district', () => {
  it('says who did what to whom, the latest first, by today’s names', async () => {
    const { entries } = await log()
    expect(entries.slice(0, 3)).toMatchObject([
      { action: 'save-day-note', actor: { kind: 'address', email: 'anne@example.test' }, subject: null },
      { action: 'save-day-note', actor: { kind: 'address', email: 'anne@example.test' } },
      { action: 'add-wish', actor: { kind: 'person', name: 'Lege A' }, subject: 'Lege A' },
    ])
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toSorted((a, b) => b - a))
  })

  it('is narrowed to whole days of Norwegian time, both in it, and to one who did it', async () => {
    const dates = async (from: string | null, to: string | null) =>
      (await log({ from, to })).entries.map(({ at }) => at)
    expect(await dates('2026-12-03', '2026-12-03')).toEqual([fromUtcText('2026-12-03T22:59Z')])
    expect(await dates('2026-12-04', '2026-12-04')).toEqual([fromUtcText('2026-12-03T23:00Z')])
    expect(await dates('2026-12-03', null)).toHaveLength(2)
    expect(await dates('2026-12-05', '2027-01-01')).toEqual([])
    const { entries, actors } = await log({ actor: 'doctor-a' })
    expect(entries.map(({ action }) => action)).toEqual(['add-wish'])
    expect(actors.map(({ id }) => id).sort()).toEqual(['a', 'doctor-a', 'second'])
    expect((await log({ actor: 'no one' })).entries).toEqual([])
  })

  it('names who signed in, who was nobody a moment before, and nobody where none was let in', async () => {
    const other = await PlanWorld.make()
    const { ctx } = other
    await writeAll(ctx.db, [...accountWrites(accountOf('doctor-b', 'b', 'lege-b@example.test', ctx.now))])
    const nobody = { ...ctx, actor: { kind: 'nobody' } } as const
    const of = { districtId, subjectKind: 'account', subjectId: 'doctor-b' }
    await save(nobody, { ...of, action: 'sign-in-refused' }, [])
    await save(nobody, { ...of, action: 'sign-in' }, [])
    const { entries } = unwrap(await showDistrictLog(ctx, { districtId, ...ALL }))
    expect(entries.slice(0, 2)).toMatchObject([
      { action: 'sign-in', actor: { kind: 'person', name: 'Lege B' }, subject: null },
      { action: 'sign-in-refused', actor: { kind: 'nobody' } },
    ])
  })

  it('is refused by the date that is none, and shows nothing then', async () => {
    const { problems, entries } = await log({ from: '2026-02-30', to: 'x' })
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'from not-a-date',
      'to not-a-date',
    ])
    expect(entries).toEqual([])
  })

  it('comes fifty at a time, each once, also while it grows', async () => {
    const other = await PlanWorld.make()
    for (let minute = 0; minute < 120; minute++) {
      const date = `2027-01-${String(4 + (minute % 20)).padStart(2, '0')}`
      const seen = minute < 20 ? '' : `note ${minute - 20}`
      unwrap(await saveDayNote(other.ctx, { districtId, date, text: `note ${minute}`, seen }))
    }
    const seen: number[] = []
    let before: number | null = null
    for (let pages = 0; pages < 10; pages++) {
      const value: LogValue = unwrap(await showDistrictLog(other.ctx, { districtId, ...ALL, before }))
      seen.push(...value.entries.map(({ seq }) => seq))
      const date = `2027-02-${String(pages + 1).padStart(2, '0')}`
      unwrap(await saveDayNote(other.ctx, { districtId, date, text: 'new', seen: '' }))
      before = value.older
      if (before === null) break
    }
    expect(seen).toEqual(Array.from({ length: 121 }, (_, index) => 121 - index))
  })

  it('is read by coordinators alone, and another district’s is not there', async () => {
    expect(refusalOf(await showDistrictLog(doctor, { districtId, ...ALL }))).toBe('not-allowed')
    expect(refusalOf(await showDistrictLog(world.ctx, { districtId: 'other', ...ALL }))).toBe('not-found')
    const nobody: Context = { ...world.ctx, actor: { kind: 'nobody' } }
    expect(refusalOf(await showDistrictLog(nobody, { districtId, ...ALL }))).toBe('not-signed-in')
    expect(refusalOf(await showInstallationLog(doctor, ALL))).toBe('not-found')
  })

  it('says of what the terminal did that no person did it', async () => {
    const other = await PlanWorld.make()
    const terminal: Context = { ...other.ctx, actor: { kind: 'job', name: 'terminal' } }
    const change = { districtId, action: 'save-day-note', subjectKind: 'date', subjectId: '2027-01-05' }
    await save(terminal, change, [])
    const { entries } = unwrap(await showDistrictLog(other.ctx, { districtId, ...ALL }))
    expect(entries[0]?.actor).toEqual({ kind: 'system', job: 'terminal' })
  })

  it('asks the database for as much, however many have an entry', async () => {
    const asked = async (people: number) => {
      const other = await PlanWorld.make()
      for (let person = 0; person < people; person++) {
        const ctx = as(other.ctx, `member-${person}`, null, 'coordinator')
        const change = { districtId, action: 'save-day-note', subjectKind: 'date', subjectId: '2027-01-05' }
        await save(ctx, change, [])
      }
      let statements = 0
      const d1: D1 = {
        prepare: (sql) => {
          statements++
          return other.ctx.db.d1.prepare(sql)
        },
        batch: (all) => other.ctx.db.d1.batch(all),
      }
      const { actors } = unwrap(
        await showDistrictLog({ ...other.ctx, db: openDatabase(d1) }, { districtId, ...ALL }),
      )
      expect(actors.length).toBeGreaterThanOrEqual(people)
      return statements
    }
    expect(await asked(40)).toBe(await asked(1))
  })

  it('tells nothing of whoever is no member any more', async () => {
    const other = await PlanWorld.make()
    await writeAll(other.ctx.db, accountWrites(accountOf('left', null, 'left@example.test', other.ctx.now)))
    await note('2027-01-05', '2026-12-03T10:00Z', as(other.ctx, 'left', null, 'coordinator'))
    await note('2027-01-06', '2026-12-03T10:00Z', as(other.ctx, 'erased', null, 'coordinator'))
    const { entries } = unwrap(await showDistrictLog(other.ctx, { districtId, ...ALL }))
    expect(entries.slice(0, 2).map(({ actor }) => actor.kind)).toEqual(['gone', 'gone'])
    expect(await answerTo(other.ctx, `/districts/${districtId}/log`)).not.toContain('left@example.test')
  })
})

describe('actors who would be told by the same words', () => {
  it('are told apart by number, alike beside what they did and where one is picked', async () => {
    const other = await PlanWorld.make()
    await note('2027-01-05', '2026-12-03T10:00Z', as(other.ctx, 'gone-a', null, 'coordinator'))
    await note('2027-01-06', '2026-12-03T10:00Z', as(other.ctx, 'gone-b', null, 'coordinator'))
    const all = unwrap(await showDistrictLog(other.ctx, { districtId, ...ALL }))
    for (const [id, number] of [
      ['gone-a', 1],
      ['gone-b', 2],
    ] as const) {
      expect(all.actors.find((own) => own.id === id)?.actor).toEqual({ kind: 'gone', number })
      const { entries } = unwrap(await showDistrictLog(other.ctx, { districtId, ...ALL, actor: id }))
      expect(entries.map(({ actor }) => actor)).toEqual([{ kind: 'gone', number }])
    }
    expect(await answerTo(other.ctx, `/districts/${districtId}/log`)).toContain('En konto som er borte (2)')
  })
})

describe('the log of a municipality', () => {
  const number = '4645'
  const decider = (role: Role = 'municipality-decider'): Context => {
    const memberships = [{ scopeKind: 'municipality', scopeId: number, role }] as const
    const actor = {
      kind: 'account',
      accountId: 'liv',
      personId: null,
      memberships,
      sessionHash: 'liv',
    } as const
    return { ...world.ctx, actor: { ...actor, ...WELL_SIGNED_IN } }
  }

  it('says who did what to whom, and is read by those who lead it alone', async () => {
    const change = { districtId: `municipality:${number}`, action: 'read-grounds' }
    await save(decider(), { ...change, subjectKind: 'person', subjectId: 'a' }, [])
    const { municipality, entries } = unwrap(await showMunicipalityLog(decider(), { number, ...ALL }))
    expect(municipality).not.toBe('')
    expect(entries[0]).toMatchObject({ action: 'read-grounds', subject: 'Lege A' })
    const page = await answerTo(decider(), `/municipalities/${number}/log`)
    expect(page.slice(0, 3)).toBe('200')
    expect(page).toContain('Lege A')
    expect(await answerTo(decider(), `/municipalities/${number}/exemptions`)).toContain(
      `/municipalities/${number}/log`,
    )
    const refused = (ctx: Context) => showMunicipalityLog(ctx, { number, ...ALL })
    expect(refusalOf(await refused(decider('municipality-reader')))).toBe('not-allowed')
    expect(refusalOf(await refused(world.ctx))).toBe('not-found')
    expect(refusalOf(await showMunicipalityLog(decider(), { number: '9999', ...ALL }))).toBe('not-found')
  })
})

describe('the page of a log', () => {
  it('says it in words, keeps what was asked for, and leads on', async () => {
    const page = await answerTo(world.ctx, `/districts/${districtId}/log?from=2026-12-02&by=second`)
    expect(page.slice(0, 3)).toBe('200')
    expect(page).toContain('Skrev et notat til en dag')
    expect(page).toContain('anne@example.test')
    expect(page).toContain('value="2026-12-02"')
    expect(page).toMatch(/<option value="second" selected/)
    expect(page).not.toContain('Møte i kommunen')
  })

  it('says what is wrong with a date', async () => {
    const page = await answerTo(world.ctx, `/districts/${districtId}/log?from=2026-02-30`)
    expect(page.slice(0, 3)).toBe('422')
    expect(page).toContain('2026-02-30')
  })

  it.each(['?before=x', '?before=-1', '?before=1e99', '?by=%00', '?from=&to=&by='])(
    'is there for an address like %s',
    async (query) => {
      expect((await answerTo(world.ctx, `/districts/${districtId}/log${query}`)).slice(0, 3)).toBe('200')
    },
  )

  it('of the installation is the administrator’s', async () => {
    const page = await answerTo(world.ctx, '/installation/log')
    expect(page.slice(0, 3)).toBe('200')
    expect((await answerTo(doctor, '/installation/log')).slice(0, 3)).toBe('404')
  })
})

describe('everything that is done', () => {
  /** What stands after `action` in the sources, and what is handed to what makes a change of it. */
  const SAID =
    /(?:\baction(?:: | = )|\b(?:noticeChange|changeOf|refuseLink)\((?:ctx, )?)([^\n]*(?:\n\s+[?:] [^\n]*)*)/g
  /** Asked of the policy, and not done. */
  const ASKED = ['amend-rota', 'edit-drafts', 'subscribe-dispatch', 'subscribe-district', 'invite-people']

  it('has words in the log', () => {
    const found = new Map<string, string>()
    for (const room of ['usecases', 'jobs'])
      for (const name of readdirSync(`src/${room}`))
        for (const [, said = ''] of readFileSync(`src/${room}/${name}`, 'utf8').matchAll(SAID))
          for (const [, action = ''] of said.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)) found.set(action, name)
    const known: readonly string[] = [...LOG_ACTIONS, ...ASKED]
    expect(found.size).toBeGreaterThan(70)
    expect([...found].filter(([action]) => !known.includes(action))).toEqual([])
  })
})
