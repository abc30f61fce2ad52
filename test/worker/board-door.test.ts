import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiApp } from '../../src/api/app.ts'
import { BOARD_VERSION, MOST_PLACES } from '../../src/core/plans/step.ts'
import type { AppEnv, Context } from '../../src/usecases/context.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { countRows, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

const TABLES = ['draft_edit', 'draft_cell', 'audit']
let world: World
let place: { districtId: string; draftId: string }

beforeAll(async () => {
  world = await makeWorld()
  const { district, lineId, coordinator } = world
  const plan = {
    districtId: district.id,
    name: 'Januar',
    from: '2027-01-04',
    to: '2027-01-18',
    lineIds: [lineId],
  }
  place = { districtId: district.id, draftId: unwrap(await openDraft(coordinator, plan)).draftId }
})

function doorAs(ctx: Context) {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('ctx', ctx)
    await next()
  })
  return app.route('/', apiApp())
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

async function post(path: string, said: unknown, ctx: Context = world.coordinator, headers = JSON_TYPE) {
  const body = typeof said === 'string' ? said : JSON.stringify(said)
  const address = `/api/districts/${place.districtId}/drafts/${place.draftId}/${path}`
  const answer = await doorAs(ctx).request(address, { method: 'POST', headers, body })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text), headers: answer.headers }
}

async function changes(after: string, ctx: Context = world.coordinator) {
  const address = `/api/districts/${place.districtId}/drafts/${place.draftId}/changes?after=${after}`
  const answer = await doorAs(ctx).request(address)
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

const cell = (date: string, seat = 0) => ({ needId: `${world.lineId}.${date}.n`, seat })
const assign = (date: string, person = 0) => ({
  kind: 'assign',
  cell: cell(date),
  personId: world.people[person],
})
let keys = 0
const step = (intents: readonly unknown[], said: object = {}) => ({
  version: BOARD_VERSION,
  key: `key-${1000 + keys++}`,
  kind: 'sweep',
  intents,
  seen: {},
  ...said,
})

describe('the door of a draft’s board', () => {
  it('stores many places as one step, gives the cells, takes it back and brings it again', async () => {
    const told = step([assign('2027-01-05'), assign('2027-01-06', 1), assign('2027-01-07', 2)])
    const sent = await post('steps', told)
    expect(sent).toMatchObject({
      status: 200,
      body: { edits: 1, cells: [{ edit: 1 }, { edit: 1 }, { edit: 1 }] },
    })
    expect(sent.headers.get('Cache-Control')).toBe('no-store')
    expect((await post('steps', told)).body).toEqual(sent.body)
    const undone = await post('undo', { version: BOARD_VERSION, key: 'undo-0001' })
    expect(undone.body).toMatchObject({ edits: 2, step: { kind: 'sweep', as: 'undo', places: 3 } })
    expect(undone.body.cells.map((own: { slices: unknown[] }) => own.slices)).toEqual([[], [], []])
    const redone = await post('redo', { version: BOARD_VERSION, key: 'redo-0001' })
    expect(redone.body).toMatchObject({ edits: 3, step: { kind: 'sweep', as: 'redo', places: 3 } })
    const none = await post('redo', { version: BOARD_VERSION, key: 'redo-0002' })
    expect([none.status, none.body.kind]).toEqual([409, 'nothing-to-redo'])
  })

  it('tells what has happened since, by whom, and of each place only how it is', async () => {
    const { status, body } = await changes('1')
    expect(status).toBe(200)
    expect(body).toMatchObject({ edits: 3, status: 'draft', revision: 0 })
    expect(body.cells.map((own: { edit: number }) => own.edit)).toEqual([3, 3, 3])
    expect(body.steps).toMatchObject([
      { number: 2, kind: 'sweep', name: 'vaktkoordinator', places: 3 },
      { number: 3, kind: 'sweep', name: 'vaktkoordinator', places: 3 },
    ])
    expect((await changes('3')).body).toMatchObject({ cells: [], steps: [] })
  })

  it('tells a page of another version to load again, whatever else it says, and somebody else’s page too', async () => {
    const before = await countRows(...TABLES)
    for (const said of [
      step([assign('2027-01-08')], { version: BOARD_VERSION + 1 }),
      { version: 0, words: 'of a page from long ago' },
      step([assign('2027-01-08')], { account: 'somebody-else' }),
    ]) {
      const { status, body } = await post('steps', said)
      expect([status, body.kind]).toEqual([409, 'reload-needed'])
    }
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('says who was first at a place that was changed since it was seen', async () => {
    const { needId } = cell('2027-01-05')
    const said = step([assign('2027-01-05', 3)], { seen: { [`${needId}#0`]: 1 } })
    const { status, body } = await post('steps', said)
    expect(status).toBe(409)
    expect(body).toMatchObject({
      kind: 'cell-changed',
      cell: `${needId}#0`,
      by: 'vaktkoordinator',
      isOwn: true,
      now: { edit: 3, slices: [{ personId: world.people[0] }] },
    })
  })

  it.each<[string, () => unknown, string]>([
    ['no JSON', () => '{"version":1,', 'cut-short'],
    ['a list', () => [], 'not-object'],
    ['nothing in it', () => ({}), 'missing-field'],
    [
      'a hidden key',
      () => JSON.stringify(step([assign('2027-01-08')])).replace('"seen":{}', '"seen":{"__proto__":1}'),
      'unknown-field',
    ],
    [
      'a hidden key in disguise',
      () =>
        JSON.stringify(step([assign('2027-01-08')])).replace(
          '"seen":{}',
          '"seen":{"__pro\\u0074o__":{"a":1}}',
        ),
      'unknown-field',
    ],
    [
      'a key twice',
      () => JSON.stringify(step([assign('2027-01-08')])).replace('"seen":{}', '"seen":{},"seen":{}'),
      'key-twice',
    ],
    ['an unknown field', () => step([assign('2027-01-08')], { by: 'me' }), 'unknown-field'],
    ['a kind that hands do not make', () => step([assign('2027-01-08')], { kind: 'build' }), 'not-a-choice'],
    ['an unknown intent', () => step([{ kind: 'steal', cell: cell('2027-01-08') }]), 'not-a-choice'],
    ['no intent', () => step([]), 'too-few'],
    [
      'too many intents',
      () =>
        step(
          Array.from({ length: MOST_PLACES + 1 }, () => ({ kind: 'lock', cell: { needId: 'n', seat: 0 } })),
        ),
      'too-many',
    ],
    [
      'a note of 501 signs',
      () => step([{ kind: 'note', cell: cell('2027-01-08'), note: 'x'.repeat(501) }]),
      'too-long',
    ],
    ['a seat of minus one', () => step([{ kind: 'clear', cell: cell('2027-01-08', -1) }]), 'too-small'],
    ['half a seat', () => step([{ kind: 'clear', cell: cell('2027-01-08', 0.5) }]), 'not-whole-number'],
    [
      'a minute of the year 9999',
      () =>
        step([
          {
            kind: 'slice',
            cell: cell('2027-01-08'),
            slices: [
              { start: 0, end: 4e9, personId: null, positionId: null, origin: 'share', shadowing: false },
            ],
          },
        ]),
      'too-big',
    ],
    ['deep nesting', () => `${'['.repeat(100_000)}`, 'not-a-choice'],
  ])('refuses %s, with where it is, and stores nothing', async (_name, said, code) => {
    const before = await countRows(...TABLES)
    const { status, body } = await post('steps', said())
    expect([status, body.kind]).toEqual([422, 'file-refused'])
    expect(body.problems[0]).toMatchObject({ code })
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it.each<[string, () => unknown, object]>([
    [
      'a duty that is not the draft’s',
      () => [assign('2027-03-08')],
      { field: 'needId', code: 'unknown-duty' },
    ],
    [
      'a seat that the duty has not',
      () => [{ kind: 'clear', cell: cell('2027-01-08', 9) }],
      { code: 'unknown-duty' },
    ],
    [
      'a stranger',
      () => [{ ...assign('2027-01-08'), personId: 'nobody' }],
      { field: 'personId', value: 'nobody' },
    ],
    [
      'a note with hidden signs',
      () => [{ kind: 'note', cell: cell('2027-01-08'), note: 'a\u202eb' }],
      { field: 'note', code: 'hidden-character' },
    ],
    [
      'a duty that is an object’s own',
      () => [{ kind: 'clear', cell: { needId: 'constructor', seat: 0 } }],
      { code: 'unknown-duty' },
    ],
  ])('refuses %s with field and value', async (_name, intents, problem) => {
    const { status, body } = await post('steps', step(intents() as unknown[]))
    expect([status, body.kind]).toEqual([422, 'invalid'])
    expect(body.problems[0]).toMatchObject(problem)
  })

  it('reads no more than 256 kB, JSON alone, and a number to begin after', async () => {
    expect((await post('steps', step([], { seen: 'x'.repeat(300_000) }))).status).toBe(413)
    expect((await post('undo', { version: 1, key: 'x'.repeat(2000) })).status).toBe(413)
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await post('steps', 'kind=sweep', world.coordinator, form)).status).toBe(415)
    for (const after of ['', '-1', '1.5', 'x', '9'.repeat(20)])
      expect((await changes(after)).body).toMatchObject({ kind: 'invalid', problems: [{ field: 'after' }] })
  })

  it('is open to coordinators of the district alone', async () => {
    const said = step([assign('2027-01-08')])
    for (const [ctx, status] of [
      [world.nobody, 401],
      [world.doctor, 403],
      [world.otherCoordinator, 404],
    ] as const) {
      for (const path of ['steps', 'undo', 'redo']) expect((await post(path, said, ctx)).status).toBe(status)
      expect((await changes('0', ctx)).status).toBe(status)
    }
  })

  it('stores nothing once the draft is published, and goes on telling how it is', async () => {
    const { coordinator } = world
    const part = {
      ...place,
      lineIds: null,
      from: null,
      to: null,
      expectedRevision: 0,
      reason: '',
      waivers: [],
    }
    unwrap(await publishDraft(coordinator, part))
    for (const [path, said] of [
      ['steps', step([assign('2027-01-08')])],
      ['undo', { version: BOARD_VERSION, key: 'undo-late' }],
    ] as const) {
      const { status, body } = await post(path, said)
      expect([status, body.kind]).toEqual([409, 'stale-revision'])
    }
    expect((await changes('0')).body).toMatchObject({ status: 'published', revision: 1 })
  })
})
