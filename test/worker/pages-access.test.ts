import { beforeAll, describe, expect, it } from 'vitest'
import { DOORS } from '../../src/identity/doors.ts'
import type { Context } from '../../src/usecases/context.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { webApp } from '../../src/web/app.tsx'
import { devPaths } from '../../src/web/dev-paths.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { makeWorld, unwrap, type World } from '../support/use-case-world.ts'

/** What the table of doors says that a route asks; the table itself is held elsewhere to name every route. */
const lockOf = ({ method, path }: { readonly method: string; readonly path: string }) =>
  DOORS[`${method} ${path}`]?.kind

const routes = webApp()
  .routes.filter((route) => route.method !== 'ALL')
  .map(({ method, path }) => ({ method, path }))
const guarded = routes.filter((route) => lockOf(route) === 'may' || lockOf(route) === 'own')
const inDistrict = guarded.filter(({ path }) => path.startsWith('/districts/'))
/** Of the person; what is the account's own, as its sessions, is there for whoever has one. */
const ofOneself = guarded.filter(
  (route) =>
    route.path.startsWith('/me/') && (lockOf(route) === 'may' || route.path.startsWith(paths.myCalendar)),
)

let world: World
let draftId: string

beforeAll(async () => {
  world = await makeWorld()
  const opened = await openDraft(world.coordinator, {
    districtId: world.district.id,
    name: 'Vår',
    from: '2027-01-04',
    to: '2027-02-15',
    lineIds: [world.lineId],
  })
  draftId = unwrap(opened).draftId
})

/** Asks as somebody, with a form that is empty. */
function ask(ctx: Context, method: string, address: string) {
  const body = method === 'POST' ? new URLSearchParams({ district: '' }) : null
  return pagesAs(ctx).request(address, { method, body })
}

/** A route's address in a district, with things that exist in the world's own district. */
function addressOf(path: string, districtId: string): string {
  return path
    .replace(':districtId', districtId)
    .replace(':draftId', draftId)
    .replace(':needId', `${world.lineId}.2027-01-04.n`)
    .replace(':seat', '0')
    .replace(':personId', world.people[0] as string)
    .replace(':municipality', '4645')
    .replace(':wishId', 'none')
    .replace(':revision', '1')
    .replace(':comment', '1')
    .replace(':buildId', 'none')
    .replace(':report', 'report.csv')
    .replace(':payroll', 'payroll.csv')
    .replace(':feedId', 'none')
    .replace(':number', '4645')
    .replace(':exemptionId', 'none')
    .replace(':absenceId', 'none')
    .replace(':file', 'wishes.csv')
    .replace(':lineId', world.lineId)
    .replace(':kind', 'absence')
    .replace(':awayId', 'none')
    .replace(':parameter', 'nightsInARow')
    .replace(':accountId', doctorsAccount())
}

function doctorsAccount(): string {
  const { actor } = world.doctor
  return actor.kind === 'account' ? actor.accountId : ''
}

const named = (list: readonly { readonly method: string; readonly path: string }[]) =>
  list.map(({ method, path }) => [method, path] as const)

describe('the pages', () => {
  it('are enough to be worth guarding', () => {
    expect(inDistrict.length).toBeGreaterThan(25)
    expect(ofOneself.length).toBeGreaterThan(3)
  })

  it.each(named(guarded))('send nobody to sign in: %s %s', async (method, path) => {
    const answer = await ask(world.nobody, method, addressOf(path, world.district.id))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe(method === 'POST' ? '/sign-in?lost=yes' : paths.signIn)
  })

  it.each(named(inDistrict))(
    'answer a stranger as if the district were not there: %s %s',
    async (method, path) => {
      const answer = await ask(world.otherCoordinator, method, addressOf(path, world.district.id))
      const unknown = await ask(world.otherCoordinator, method, addressOf(path, 'no-such-district'))
      expect(answer.status).toBe(404)
      expect(unknown.status).toBe(404)
      // Each tells the address that was asked for, to be asked again in another language.
      const texts = await Promise.all([answer.text(), unknown.text()])
      const [text, unknownText] = texts.map((own) => own.replaceAll(world.district.id, 'no-such-district'))
      expect(text).toBe(unknownText)
    },
  )

  it.each(named(ofOneself))(
    'of a person are not there for an account without one: %s %s',
    async (method, path) => {
      // A form is read before it is asked whose it is; empty, it is refused at its field or not found.
      const answer = await ask(world.coordinator, method, addressOf(path, world.district.id))
      expect(answer.status).toBe(404)
    },
  )

  it('of plans are not there for a doctor', async () => {
    for (const path of [
      paths.drafts(':districtId'),
      paths.draft(':districtId', ':draftId'),
      paths.doctors(':districtId'),
    ]) {
      const answer = await ask(world.doctor, 'GET', addressOf(path, world.district.id))
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  it('of the rota and of one’s own duties are there for a doctor', async () => {
    const { id } = world.district
    for (const address of [
      paths.home,
      paths.district(id),
      paths.rota(id),
      paths.hours(id),
      paths.wishes(id),
      paths.myDuties,
      paths.myCalendar,
    ]) {
      const answer = await ask(world.doctor, 'GET', address)
      expect([address, answer.status]).toEqual([address, 200])
    }
  })

  it('lead a reader of one municipality to its report, and to nothing in the district', async () => {
    const { id } = world.district
    const home = await (await ask(world.reader, 'GET', paths.home)).text()
    expect(home).toContain(paths.loadReport(id, '4645'))
    const report = await ask(world.reader, 'GET', paths.loadReport(id, '4645'))
    expect(report.status).toBe(200)
    expect(await report.text()).not.toContain(`href="${paths.district(id)}"`)
    expect((await ask(world.reader, 'GET', paths.loadReport(id, '4646'))).status).toBe(404)
  })

  it('are there for the coordinator', async () => {
    const { id } = world.district
    const pages = inDistrict.filter(
      ({ method, path }) => method === 'GET' && !/needId|buildId|absenceId|:revision/.test(path),
    )
    for (const { path } of pages) {
      const answer = await ask(world.coordinator, 'GET', addressOf(path, id))
      expect([path, answer.status]).toEqual([path, 200])
    }
  })
})

describe('the door that sets up examples', () => {
  it('is not there in production', async () => {
    const answer = await ask({ ...world.nobody, mode: 'production' }, 'POST', devPaths.setUp)
    expect(answer.status).toBe(404)
  })
})

describe('the outbox of a development server', () => {
  it('is not there in production, whoever asks', async () => {
    for (const who of [world.nobody, world.administrator, world.coordinator]) {
      const ctx: Context = { ...who, mode: 'production' }
      expect((await ask(ctx, 'GET', devPaths.outbox)).status).toBe(404)
      expect((await ask(ctx, 'GET', devPaths.attachment('m', '0'))).status).toBe(404)
    }
  })
})
