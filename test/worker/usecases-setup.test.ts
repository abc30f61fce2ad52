import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { starterDistrict } from '../../src/core/plans/starter-district.ts'
import type { District } from '../../src/core/rota/district.ts'
import { openDatabase } from '../../src/data/database.ts'
import { findDistrict } from '../../src/data/district-store.ts'
import type { Context } from '../../src/usecases/context.ts'
import { endDoctor } from '../../src/usecases/end-doctor.ts'
import { enterUnavailability } from '../../src/usecases/enter-unavailability.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { districtStamp, saveDistrict } from '../../src/usecases/save-district.ts'
import { doctorStamp, type EnteredDoctor, saveDoctors } from '../../src/usecases/save-doctors.ts'
import { endLine, lineStamp, previewLine, saveLine } from '../../src/usecases/save-line.ts'
import { showSetUp } from '../../src/usecases/show-set-up.ts'
import { startDistrict } from '../../src/usecases/start-district.ts'
import { undoSetUp } from '../../src/usecases/undo-set-up.ts'
import {
  contextOf,
  countRows,
  logOf,
  makeActor,
  makeWorld,
  refusalOf,
  unwrap,
} from '../support/use-case-world.ts'

const ANSWERS = {
  municipalities: ['Sunnfjord', '4645', ' ', 'sunnfjord (4647)'],
  staffing: 'home-and-backup',
  names: 'Kari Berg, KBE, Askvoll\nOla Nes\tSunnfjord\n\nPer Ås',
  count: '',
  isCompetent: true,
  key: 'a',
} as const
const TABLES = ['district', 'doctor', 'person', 'line', 'line_template', 'position', 'audit', 'set_up_change']

async function stored(id: string): Promise<District> {
  const district = await findDistrict(openDatabase(env.DB), id)
  if (!district) throw new Error(`no district ${id}`)
  return district
}

function problemsIn(result: Result<unknown>) {
  return result.kind === 'refused' && result.refusal.kind === 'invalid' ? result.refusal.problems : []
}

const entered = (said: Partial<EnteredDoctor> = {}): EnteredDoctor => ({
  personId: null,
  name: 'Ny Lege',
  initials: 'NYL',
  from: '2027-01-01',
  ...said,
})

describe('a district from three answers', () => {
  it('has lines, places and doctors, and nothing that nobody said', async () => {
    const { administrator } = await makeWorld()
    const { districtId } = unwrap(await startDistrict(administrator, ANSWERS))
    const district = await stored(districtId)
    expect(district.name).toBe('Sunnfjord og Askvoll legevakt')
    expect(district.lines.map(({ form, behind }) => [form, behind])).toEqual([
      ['home', []],
      ['backup', ['hjemme']],
    ])
    expect(district.doctors.map(({ initials }) => initials)).toEqual(['KBE', 'ON', 'PÅ'])
    expect(district.positions.map(({ name }) => name)).toEqual(['Askvoll 1', 'Sunnfjord 1', 'Sunnfjord 2'])
    expect(district.agreement).toEqual([])
    expect(district.municipalities.every(({ facts }) => facts.length === 0)).toBe(true)
    expect(district.doctors.every(({ engagements }) => engagements.length === 0)).toBe(true)
    expect(district.doctors.every(({ surgery }) => surgery[0]?.kind === 'not-declared')).toBe(true)
  })

  it('is ready to plan in for whoever made it, and says what is not checked', async () => {
    const { administrator } = await makeWorld()
    const { districtId } = unwrap(await startDistrict(administrator, { ...ANSWERS, staffing: 'home' }))
    const maker = await madeBy(administrator, districtId)
    const { state } = unwrap(await showSetUp(maker, { districtId }))
    expect(state).toMatchObject({ isReady: true, gaps: [], unable: [], adopted: 0, timesAway: 0 })
    expect(state.undeclared.length).toBe(3)
    expect(state.unproven.length).toBe(3)
  })

  it('is made once, however often the same answers are sent from one form, at once too', async () => {
    const { administrator } = await makeWorld()
    const { districtId } = unwrap(await startDistrict(administrator, ANSWERS))
    const before = await countRows(...TABLES)
    const again = await Promise.all([1, 2, 3].map(() => startDistrict(administrator, ANSWERS)))
    expect(again.map((result) => unwrap(result).districtId)).toEqual(Array(3).fill(districtId))
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('is another one from another form, and for other answers', async () => {
    const { administrator } = await makeWorld()
    const made = [ANSWERS, { ...ANSWERS, key: 'b' }, { ...ANSWERS, staffing: 'home' as const }]
    const ids = new Set<string>()
    for (const answers of made) ids.add(unwrap(await startDistrict(administrator, answers)).districtId)
    expect(ids.size).toBe(3)
  })

  it('sent twice at the same moment, is made once', async () => {
    const { administrator } = await makeWorld()
    const sent = await Promise.all([1, 2].map(() => startDistrict(administrator, ANSWERS)))
    expect(new Set(sent.map((result) => unwrap(result).districtId)).size).toBe(1)
  })

  it('records no competence that nobody confirmed, and then is not ready', async () => {
    const { administrator } = await makeWorld()
    const input = { ...ANSWERS, names: '', count: '4', isCompetent: false }
    const { districtId } = unwrap(await startDistrict(administrator, input))
    const district = await stored(districtId)
    expect(district.doctors.map(({ initials, competences }) => [initials, competences])).toEqual([
      ['L1', []],
      ['L2', []],
      ['L3', []],
      ['L4', []],
    ])
    const { state } = unwrap(await showSetUp(await madeBy(administrator, districtId), { districtId }))
    expect(state).toMatchObject({ isReady: false, lacksBackups: true })
    expect(state.unable.length).toBe(4)
  })

  it('is refused with each field that cannot be read, and stores nothing', async () => {
    const { administrator } = await makeWorld()
    const before = await countRows(...TABLES)
    const wrong = await startDistrict(administrator, {
      municipalities: ['Atlantis', 'Herøy', 'Sunnfjord'],
      staffing: null,
      names: 'Kari Berg, KB\nKnut Bø, KB\n\u200bX',
      count: '',
      isCompetent: null,
      key: 'a',
    })
    expect(problemsIn(wrong)).toEqual([
      { field: 'municipality', code: 'unknown-municipality', value: 'Atlantis' },
      { field: 'municipality', code: 'many-municipalities', value: 'Herøy', against: ['1515', '1818'] },
      { field: 'staffing', code: 'not-chosen', value: '' },
      { field: 'names', code: 'given-twice', value: 'KB: Kari Berg, Knut Bø' },
      { field: 'names', code: 'hidden-character', value: '\u200bX' },
      { field: 'competence', code: 'not-chosen', value: '' },
    ])
    const amounts = ['', '0', '201', 'mange', '-1', '1e3']
    for (const count of amounts)
      expect(problemsIn(await startDistrict(administrator, { ...ANSWERS, names: '', count })).length).toBe(1)
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('is made only by whoever may import one', async () => {
    const { coordinator, doctor, nobody } = await makeWorld()
    const before = await countRows(...TABLES)
    expect(refusalOf(await startDistrict(coordinator, ANSWERS))).toBe('not-found')
    expect(refusalOf(await startDistrict(doctor, ANSWERS))).toBe('not-found')
    expect(refusalOf(await startDistrict(nobody, ANSWERS))).toBe('not-signed-in')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('takes another id where the name is taken', async () => {
    const { administrator } = await makeWorld()
    const first = unwrap(await startDistrict(administrator, ANSWERS))
    const second = unwrap(await startDistrict(administrator, { ...ANSWERS, key: 'b' }))
    expect(second.districtId).not.toBe(first.districtId)
  })
})

/** The administrator with the place in the district that making it gave. */
async function madeBy(ctx: Context, districtId: string): Promise<Context> {
  return contextOf(await makeActor([{ scopeKind: 'district', scopeId: districtId, role: 'coordinator' }]), {
    now: ctx.now,
  })
}

describe('saving doctors', () => {
  it('enters many in one batch, or none of them', async () => {
    const { district, coordinator } = await makeWorld()
    const many = Array.from({ length: 60 }, (_, index) =>
      entered({ name: `Lege Nummer ${index}`, initials: '' }),
    )
    const { personIds } = unwrap(await saveDoctors(coordinator, { districtId: district.id, doctors: many }))
    expect(personIds.length).toBe(60)
    expect((await stored(district.id)).doctors.length).toBe(64)
    const before = await countRows(...TABLES)
    const clash = [entered({ initials: 'XX1' }), entered({ initials: 'xx1' })]
    const refused = await saveDoctors(coordinator, { districtId: district.id, doctors: clash })
    expect(problemsIn(refused)).toMatchObject([{ field: '1.initials', code: 'initials-taken', value: 'xx1' }])
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('refuses a form that was filled in from a doctor who has changed since', async () => {
    const { district, coordinator, people } = await makeWorld()
    const [personId = ''] = people
    const seen = await doctorStamp(coordinator, await stored(district.id), personId)
    const change = entered({ personId, name: 'Nytt Navn', initials: '' })
    unwrap(await saveDoctors(coordinator, { districtId: district.id, doctors: [change], seen }))
    const again = await saveDoctors(coordinator, { districtId: district.id, doctors: [change], seen })
    expect(refusalOf(again)).toBe('stale-revision')
    expect(await logOf(district.id)).toEqual(['create-district', 'save-doctor'])
  })

  it('is a coordinator’s of the district alone', async () => {
    const { district, otherCoordinator, doctor, manager, administrator, nobody } = await makeWorld()
    const input = { districtId: district.id, doctors: [entered()] }
    const before = await countRows(...TABLES)
    expect(refusalOf(await saveDoctors(otherCoordinator, input))).toBe('not-found')
    expect(refusalOf(await saveDoctors(doctor, input))).toBe('not-allowed')
    expect(refusalOf(await saveDoctors(manager, input))).toBe('not-allowed')
    expect(refusalOf(await saveDoctors(administrator, input))).toBe('not-found')
    expect(refusalOf(await saveDoctors(nobody, input))).toBe('not-signed-in')
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('says what a file with it would be refused for, and stores nothing', async () => {
    const { district, coordinator } = await makeWorld()
    const before = await countRows(...TABLES)
    for (const said of [
      { name: 'a\u200bb' },
      { name: 'x'.repeat(201) },
      { email: 'nope' },
      { hprNumber: 'abc' },
    ]) {
      const refused = await saveDoctors(coordinator, { districtId: district.id, doctors: [entered(said)] })
      expect(refusalOf(refused)).toBe('file-refused')
    }
    expect(
      problemsIn(
        await saveDoctors(coordinator, {
          districtId: district.id,
          doctors: [entered({ from: '2027-02-30' })],
        }),
      ),
    ).toEqual([{ field: 'from', code: 'not-a-date', value: '2027-02-30' }])
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('ends a doctor from a date and leaves the place vacant, and takes it back', async () => {
    const { district, coordinator, people } = await makeWorld()
    const [personId = ''] = people
    const before = await stored(district.id)
    unwrap(
      await endDoctor(coordinator, { districtId: district.id, personId, on: '2027-06-01', place: 'vacant' }),
    )
    const after = await stored(district.id)
    expect(after.positions[0]?.holders.map(({ kind, from }) => [kind, from]).at(-1)).toEqual([
      'vacant',
      '2027-06-01',
    ])
    expect(after.doctors[0]?.takingPart.at(-1)).toMatchObject({
      from: '2027-06-01',
      way: { kind: 'offered-windows', windows: [] },
    })
    const { last } = unwrap(await showSetUp(coordinator, { districtId: district.id }))
    unwrap(await undoSetUp(coordinator, { districtId: district.id, number: last?.number ?? 0 }))
    expect(await stored(district.id)).toEqual(before)
  })
})

describe('a line', () => {
  const night = {
    key: 'natt',
    name: 'Natt',
    dayKinds: ['weekday', 'saturday', 'sunday'],
    start: '23:00',
    end: '08:00',
    endDay: 1,
  } as const
  const window = { ...night, number: 1, pieces: [], paid: null, block: null }
  const line = {
    id: null,
    name: 'Nattlinje',
    code: 'N',
    form: 'home',
    behind: [],
    conditional: false,
    from: '2027-01-04',
    windows: [window],
  } as const

  it('is shown as duties over the coming feasts before it is stored', async () => {
    const { district, coordinator } = await makeWorld()
    const before = await countRows(...TABLES)
    const { parts, lineId } = unwrap(
      await previewLine(coordinator, { districtId: district.id, line, seen: '' }),
    )
    expect(parts.map(({ name }) => name)).toEqual([
      'ordinary-week',
      'christmas',
      'easter',
      'constitution-day',
      'clock-change',
    ])
    expect(
      parts[0]?.days.every(({ duties }) => duties.some((duty) => duty.lineId === lineId && duty.startsHere)),
    ).toBe(true)
    expect(await countRows(...TABLES)).toEqual(before)
  })

  it('is entered, changed from a date, and ended; what held until then stays', async () => {
    const { district, coordinator } = await makeWorld()
    const districtId = district.id
    const { lineId } = unwrap(await saveLine(coordinator, { districtId, line, seen: '' }))
    const seen = await lineStamp(coordinator, await stored(districtId), lineId)
    const later = { ...line, id: lineId, from: '2027-06-07', windows: [{ ...window, start: '22:00' }] }
    unwrap(await saveLine(coordinator, { districtId, line: later, seen }))
    expect(refusalOf(await saveLine(coordinator, { districtId, line: later, seen }))).toBe('stale-revision')
    unwrap(await endLine(coordinator, { districtId, lineId, on: '2027-09-01' }))
    const made = (await stored(districtId)).lines.find(({ id }) => id === lineId)
    expect(made?.templates.map(({ from, to, windows }) => [from, to, windows[0]?.start])).toEqual([
      ['2027-01-04', '2027-06-07', '23:00'],
      ['2027-06-07', '2027-09-01', '22:00'],
    ])
    expect(await logOf(districtId)).toEqual(['create-district', 'save-line', 'save-line', 'end-line'])
  })

  it('that never held a duty is gone when it is ended before it begins, and comes back', async () => {
    const { district, coordinator } = await makeWorld()
    const districtId = district.id
    const { lineId } = unwrap(await saveLine(coordinator, { districtId, line, seen: '' }))
    const before = await stored(districtId)
    unwrap(await endLine(coordinator, { districtId, lineId, on: '2027-01-04' }))
    expect((await stored(districtId)).lines.some(({ id }) => id === lineId)).toBe(false)
    const { last } = unwrap(await showSetUp(coordinator, { districtId }))
    unwrap(await undoSetUp(coordinator, { districtId, number: last?.number ?? 0 }))
    expect(await stored(districtId)).toEqual(before)
  })

  it.each([
    [{ name: ' ' }, [{ field: 'name', code: 'missing' }]],
    [{ windows: [] }, [{ field: 'windows', code: 'no-duties' }]],
    [{ form: 'backup' }, [{ field: 'behind', code: 'missing' }]],
    [{ form: 'backup', behind: ['nowhere'] }, [{ field: 'behind', code: 'unknown-line', value: 'nowhere' }]],
    [
      { windows: [{ ...window, start: '25:00' }] },
      [{ field: 'w0.start', code: 'not-a-time', value: '25:00' }],
    ],
    [{ windows: [{ ...window, endDay: 4 }] }, [{ field: 'w0.end', code: 'longer-than-72-hours' }]],
    [{ windows: [{ ...window, dayKinds: [] }] }, [{ field: 'w0.kinds', code: 'no-duties' }]],
    [
      {
        windows: [
          window,
          { ...window, key: 'kveld', name: 'Kveld', start: '16:00', end: '23:16', endDay: 0 },
        ],
      },
      [{ field: 'w0.start', code: 'over-own-line', value: 'Natt', against: ['Kveld', '2027-01-04'] }],
    ],
    [{ from: '2027-13-01' }, [{ field: 'from', code: 'not-a-date', value: '2027-13-01' }]],
  ] as const)('is refused by field and value, and nothing stored: %j', async (said, problems) => {
    const { district, coordinator } = await makeWorld()
    const before = await countRows(...TABLES)
    const refused = await saveLine(coordinator, {
      districtId: district.id,
      line: { ...line, ...said },
      seen: '',
    })
    expect(problemsIn(refused)).toMatchObject(problems)
    expect(await countRows(...TABLES)).toEqual(before)
  })
})

describe('taking a set-up change back', () => {
  it('is refused when the doctor it added has been entered as away since', async () => {
    const { district, coordinator } = await makeWorld()
    const districtId = district.id
    const { personIds } = unwrap(await saveDoctors(coordinator, { districtId, doctors: [entered()] }))
    const away = { kind: 'absence', from: '2027-02-01', certainFrom: '2027-02-01', to: '2027-02-08' } as const
    const [personId = ''] = personIds
    unwrap(await enterUnavailability(coordinator, { districtId, personId, away, isConfirmed: true }))
    const { last } = unwrap(await showSetUp(coordinator, { districtId }))
    expect(refusalOf(await undoSetUp(coordinator, { districtId, number: last?.number ?? 0 }))).toBe(
      'cell-changed',
    )
  })

  it('keeps absences that came after a change of the same doctor', async () => {
    const { district, coordinator, people } = await makeWorld()
    const districtId = district.id
    const [personId = ''] = people
    unwrap(
      await saveDoctors(coordinator, { districtId, doctors: [entered({ personId, name: 'Annet Navn' })] }),
    )
    const away = { kind: 'absence', from: '2027-02-01', certainFrom: '2027-02-01', to: '2027-02-08' } as const
    unwrap(await enterUnavailability(coordinator, { districtId, personId, away, isConfirmed: true }))
    const { last } = unwrap(await showSetUp(coordinator, { districtId }))
    unwrap(await undoSetUp(coordinator, { districtId, number: last?.number ?? 0 }))
    const back = await stored(districtId)
    expect(back.persons[0]?.name).toBe(district.persons[0]?.name)
    expect(back.doctors[0]?.absences.length).toBe((district.doctors[0]?.absences.length ?? 0) + 1)
  })

  it('goes one step at a time, and never past a later change unseen', async () => {
    const { district, coordinator } = await makeWorld()
    const districtId = district.id
    const before = await stored(districtId)
    unwrap(await saveDoctors(coordinator, { districtId, doctors: [entered()] }))
    const first = unwrap(await showSetUp(coordinator, { districtId })).last?.number ?? 0
    unwrap(await saveDoctors(coordinator, { districtId, doctors: [entered({ initials: 'AN2' })] }))
    expect(refusalOf(await undoSetUp(coordinator, { districtId, number: first }))).toBe('stale-revision')
    for (const number of [first + 1, first]) unwrap(await undoSetUp(coordinator, { districtId, number }))
    expect(await stored(districtId)).toEqual(before)
    expect(refusalOf(await undoSetUp(coordinator, { districtId, number: first }))).toBe('nothing-to-undo')
  })
})

describe('what a district says of itself', () => {
  it('changes by name, members and what others cover, each only on the state that was seen', async () => {
    const { district, coordinator } = await makeWorld()
    const districtId = district.id
    const save = async (change: Parameters<typeof saveDistrict>[1]['change']) =>
      saveDistrict(coordinator, {
        districtId,
        change,
        seen: await districtStamp(coordinator, await stored(districtId)),
      })
    const { legalForm, languages } = district
    const old = await districtStamp(coordinator, await stored(districtId))
    unwrap(await save({ kind: 'head', name: 'Nytt navn', legalForm, languages }))
    const stale = { kind: 'head', name: 'Et annet', legalForm, languages } as const
    expect(refusalOf(await saveDistrict(coordinator, { districtId, change: stale, seen: old }))).toBe(
      'stale-revision',
    )
    unwrap(await save({ kind: 'add-member', municipality: 'Bergen', from: '2027-01-01' }))
    expect(
      problemsIn(await save({ kind: 'add-member', municipality: '4601', from: '2027-02-01' })),
    ).toMatchObject([{ field: 'municipality', code: 'given-twice' }])
    unwrap(await save({ kind: 'end-member', number: '4601', on: '2027-07-01' }))
    const hours = {
      name: 'Nabolegevakta',
      weekdays: [6, 7],
      start: '23:00',
      end: '08:00',
      onPublicHolidays: true,
    } as const
    unwrap(await save({ kind: 'covered', id: null, from: '2027-01-01', ...hours }))
    const made = await stored(districtId)
    expect(made.name).toBe('Nytt navn')
    expect(made.municipalities.at(-1)?.participation).toEqual([
      { from: '2027-01-01', to: '2027-07-01', windows: null, quota: null },
    ])
    const covered = made.coveredElsewhere.at(-1)
    expect(covered?.windows).toEqual([
      { weekday: 6, start: '23:00', end: '08:00', endDay: 1 },
      { weekday: 7, start: '23:00', end: '08:00', endDay: 1 },
    ])
    unwrap(await save({ kind: 'covered', id: covered?.id ?? '', from: '2027-03-01', ...hours, end: '07:00' }))
    const later = await stored(districtId)
    expect(
      later.coveredElsewhere.slice(-2).map(({ from, to, windows }) => [from, to, windows[0]?.end]),
    ).toEqual([
      ['2027-01-01', '2027-03-01', '08:00'],
      ['2027-03-01', null, '07:00'],
    ])
  })
})

describe('a starter district', () => {
  it('is the same for the same answers', () => {
    const ids = () => {
      let last = 0
      return () => `id-${++last}`
    }
    const words = {
      lines: { home: 'h', backup: 'b', 'on-site': 't', night: 'n' },
      windows: { weekday: 'w', early: 'e', day: 'd', evening: 'k', night: 'n', whole: 'o' },
      surgeries: 's',
    }
    const answers = {
      id: 'd',
      name: 'D',
      municipalities: [{ number: '4647', name: 'Sunnfjord' }],
      staffing: 'on-site',
      doctors: [{ name: 'Kari Berg', initials: '', municipality: null }],
      isCompetent: true,
      from: '2026-11-30',
      today: '2026-12-01',
      language: 'nb',
      words,
    } as const
    expect(starterDistrict(answers, ids())).toEqual(starterDistrict(answers, ids()))
  })
})
