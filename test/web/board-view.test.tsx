import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { doctorRows, lineRows, viewBoard } from '../../src/board/board-view.ts'
import { heaviest } from '../../src/board/flags.ts'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { ledgerOf } from '../../src/core/ledger/hours.ts'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Draft } from '../../src/core/rota/draft.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import { placesOf, type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { nb } from '../../src/text/nb.ts'
import type { BoardValue } from '../../src/usecases/show-board.ts'
import { Board } from '../../src/web/board/board.tsx'
import { BOARD_VIEWS } from '../../src/web/board/board-state.ts'
import { BoardSummary, Undeclared } from '../../src/web/board/board-summary.tsx'
import { FlagList } from '../../src/web/board/flag-list.tsx'
import { TextContext } from '../../src/web/text-context.ts'
import { always, makeDistrict, makeDoctor, makeLine, makeWindow } from '../support/make-district.ts'

const FROM = '2027-01-04'
const DRAFT: Draft = {
  id: 'd',
  name: 'Vår',
  from: FROM,
  to: addDays(FROM, 42),
  lineIds: ['h'],
  baseRevision: 0,
  status: 'draft',
}

/** A board of six weeks from 4 January 2027 with `holder` of each place by its index; null leaves it open. */
function boardOf(
  district: District,
  holder: (index: number) => string | null,
  said: Partial<BoardValue> = {},
): BoardValue {
  const needs = district.lines.flatMap((line) => needsOf(line, FROM, addDays(FROM, 42)))
  const byId = new Map(needs.map((need) => [need.id, need]))
  const cells = placesOf(needs).flatMap((place, index): Cell[] => {
    const personId = holder(index)
    const need = byId.get(place.needId)
    if (personId === null || !need) return []
    return [{ ...place, slices: [wholeSlice(need, personId)], locked: false, note: '' }]
  })
  const rota: Rota = {
    district,
    from: FROM,
    to: addDays(FROM, 42),
    needs: needs.toSorted((a, b) => a.start - b.start),
    cells: new Map(cells.map((cell) => [cellKey(cell), cell])),
    elsewhere: [],
  }
  return {
    district,
    rota,
    draft: DRAFT,
    edits: [],
    revision: 1,
    violations: checkRota(rota),
    ledger: ledgerOf(rota),
    shares: fairShares(rota),
    waivers: [],
    hidesHours: false,
    ownPersonId: null,
    ...said,
  }
}

const inTurn = (ids: readonly string[]) => (index: number) => ids[index % ids.length] ?? null
const everyone = ['a', 'b', 'c', 'd']

const html = (element: unknown) =>
  String(<TextContext.Provider value={nb}>{element as string}</TextContext.Provider>)

const drawn = (value: BoardValue, name: 'doctors' | 'lines' | 'list') =>
  html(
    <Board
      view={viewBoard(value)}
      state={{ from: FROM, view: name, span: 6, doctor: null }}
      hrefOf={() => '?cell=x'}
      selected={null}
    />,
  )

describe('a board', () => {
  it('draws each duty once, with its holder, and counts what is open', () => {
    const view = viewBoard(boardOf(makeDistrict(), (index) => (index === 3 ? null : 'a')))
    expect(view.entries).toHaveLength(42)
    expect(view.open.map((entry) => entry.need.date)).toEqual(['2027-01-07'])
    expect(doctorRows(view).map((row) => row.byDate.size)).toEqual([41, 0, 0, 0])
  })

  it('gives the two halves of a split duty to both doctors, and what nobody took to none', () => {
    const value = boardOf(makeDistrict(), () => null)
    const [need] = value.rota.needs
    if (!need) throw new Error('no need')
    const half = { ...wholeSlice(need, 'a'), end: need.start + 240 }
    const cell = { needId: need.id, seat: 0, slices: [half], locked: false, note: '' }
    const view = viewBoard({ ...value, rota: { ...value.rota, cells: new Map([[cellKey(cell), cell]]) } })
    const parts = view.entries.filter((entry) => entry.need === need)
    expect(
      parts.map((part) => [part.slice?.personId ?? null, part.part.end - part.part.start, part.isPart]),
    ).toEqual([
      ['a', 240, true],
      [null, 720, true],
    ])
  })

  it('has a row for each kind of duty, in the order of the lines', () => {
    const night = makeLine({ id: 'n', code: 'N', windows: [makeWindow('n', ['weekday'], '23:00', '08:00')] })
    const view = viewBoard(boardOf(makeDistrict({ lines: [night, makeLine()] }), inTurn(everyone)))
    expect(lineRows(view).map((row) => `${row.line.code} ${row.name}`)).toEqual(['N n', 'H1 k', 'H1 d'])
  })

  it('carries a weekend duty over the days it fills, and a night over none', () => {
    const weekend = makeWindow('w', ['saturday'], '08:00', '08:00', { endDay: 2 })
    const weekday = makeWindow('k', ['weekday'], '16:00', '08:00')
    const district = makeDistrict({ lines: [makeLine({ windows: [weekend, weekday] })] })
    const [row] = doctorRows(viewBoard(boardOf(district, () => 'a')))
    expect([...(row?.carried.keys() ?? [])].slice(0, 2)).toEqual(['2027-01-10', '2027-01-17'])
  })

  it('shows exemption and absence as the same sign', () => {
    const away = { id: '1', from: '2027-01-11', certainFrom: '2027-01-11', to: '2027-01-18' }
    const exempt = { id: '1', from: '2027-01-11', to: '2027-01-18', scope: { kind: 'out-of-hours' } as const }
    const rowOf = (doctor: ReturnType<typeof makeDoctor>) => {
      const value = boardOf(makeDistrict({ doctors: [doctor, makeDoctor('b')] }), () => null)
      return drawn(value, 'doctors').replace(/id="[^"]*"/g, '')
    }
    const absent = rowOf(makeDoctor('a', { absences: [away] }))
    expect(absent).toContain('ikke tilgjengelig')
    // The hours beside them may differ; the days may not.
    const days = (page: string) => page.match(/<td class="[^"]*x[^"]*">/g)
    expect(days(rowOf(makeDoctor('a', { exemptions: [exempt] })))).toEqual(days(absent))
  })

  it('does not call a conditional backup open while nobody needs it', () => {
    const backup = makeLine({ id: 'b', code: 'B', form: 'backup', behind: ['h'], conditional: true })
    const view = viewBoard(
      boardOf(makeDistrict({ lines: [makeLine(), backup] }), (index) => (index < 42 ? 'a' : null)),
    )
    expect(view.open).toEqual([])
    expect(view.entries.filter((entry) => entry.isIdle)).toHaveLength(42)
  })
})

describe('the published board', () => {
  const published = { draft: null }

  it('shows nothing of days for which nothing is published, and every duty of those for which something is', () => {
    const { rota, ...value } = boardOf(makeDistrict(), (index) => (index < 7 ? 'a' : null), published)
    const planned = (need: Need) => need.date < '2027-01-18'
    const ids = rota.needs.filter((need) => !planned(need)).map(({ id }) => id)
    const view = viewBoard({ ...value, rota: { ...rota, unpublished: new Set(ids) } })
    expect(view.entries).toHaveLength(14)
    expect(view.open.map(({ need }) => need.date)).toEqual(
      [11, 12, 13, 14, 15, 16, 17].map((day) => `2027-01-${day}`),
    )
  })

  it.each(BOARD_VIEWS.filter((name) => name !== 'doctor'))(
    'tells in each view that the first and the last duty are open: %s',
    (name) => {
      const { rota, ...value } = boardOf(
        makeDistrict(),
        (index) => (index === 0 || index === 41 ? null : 'a'),
        published,
      )
      const page = html(
        <Board
          view={viewBoard({ ...value, rota })}
          state={{ from: FROM, view: name, span: 6, doctor: 'a' }}
          hrefOf={(entry) => `#${entry.need.id}${entry.slice === null ? '-ledig' : ''}`}
          selected={null}
        />,
      )
      for (const need of [rota.needs[0], rota.needs.at(-1)]) expect(page).toContain(`#${need?.id}-ledig`)
    },
  )

  it('shows a duty that was left open between others', () => {
    const view = viewBoard(boardOf(makeDistrict(), (index) => (index === 7 ? null : 'a'), published))
    expect(view.open.map((entry) => entry.need.date)).toEqual(['2027-01-11'])
  })
})

describe('flags', () => {
  const broken = boardOf(
    makeDistrict({ doctors: everyone.map((id) => makeDoctor(id, id === 'b' ? { competences: [] } : {})) }),
    inTurn(everyone),
  )

  it('mark the duty of whom they are about, the heaviest first', () => {
    const view = viewBoard(broken)
    const [first] = view.flags.flags
    expect(first?.mark).toBe('blocks')
    const [needId = ''] = first?.violation.needIds ?? []
    expect(heaviest(view.flags.of(needId, 'b'))).toBe('blocks')
    expect(view.flags.of(needId, 'a')).toEqual([])
  })

  it('are told in words with their rule and its source', () => {
    const { flags } = viewBoard(broken).flags
    const page = html(
      <FlagList flags={flags} value={{ district: broken.district, needs: broken.rota.needs }} />,
    )
    expect(page).toContain('Lege B mangler kurs')
    expect(page).toContain('Hvorfor?')
    expect(page).toContain('kompetanseforskriften')
  })

  it('do not pass over the doctors whose hours are not known', () => {
    const doctors = everyone.map((id) => makeDoctor(id, id === 'b' ? { surgery: [] } : {}))
    const value = boardOf(makeDistrict({ doctors }), inTurn(everyone))
    const told = 'Samlet tid er ikke kjent for 1 lege (kontortid ikke oppgitt): Lege B.'
    expect(html(<Undeclared view={viewBoard(value)} />)).toContain(told)
    expect(html(<Undeclared view={viewBoard({ ...value, hidesHours: true })} />)).not.toContain(told)
  })

  it('of a published rota do not ask for anything before it is published', () => {
    const view = viewBoard(broken)
    const value = { district: broken.district, needs: broken.rota.needs }
    const listOf = (isPublished: boolean) =>
      html(<FlagList flags={view.flags.flags} value={value} isPublished={isPublished} />)
    expect(listOf(false)).toContain('Må rettes før publisering')
    expect(listOf(true)).toContain('Brudd på en regel')
    expect(listOf(true)).not.toContain('publisering')
    const published = viewBoard({ ...broken, draft: null })
    expect(html(<BoardSummary view={published} />)).toMatch(/brudd på regler/)
    expect(html(<BoardSummary view={view} />)).toMatch(/må rettes/)
  })
})

describe('the drawn board', () => {
  it.each(['doctors', 'lines'] as const)('is a table with heads for its rows, days and weeks: %s', (name) => {
    const page = drawn(boardOf(makeDistrict(), inTurn(everyone)), name)
    expect(page.match(/scope="colgroup"/g)).toHaveLength(6)
    expect(page.match(/scope="col"/g)).toHaveLength(44)
    expect(page).toContain('role="grid" aria-label="Vaktliste')
    expect(page).toContain('tabindex="0"')
  })

  it('names a special day in words', () => {
    const value = boardOf(makeDistrict(), () => null)
    const easter = { ...value, rota: { ...value.rota, from: '2027-03-22', to: '2027-05-03' } }
    expect(drawn(easter, 'doctors')).toContain('søn. 28. mars: 1. påskedag, sommertid begynner')
  })

  it('hides hours from colleagues and shows them the number of duties', () => {
    const page = drawn(
      boardOf(makeDistrict(), () => 'a', { hidesHours: true, shares: [] }),
      'doctors',
    )
    expect(page).toContain('42 vakter')
    expect(page).not.toContain('class="load"')
  })

  it('tells a coordinator that nothing is to be mended, and a colleague, who sees few flags, nothing', () => {
    const calm = { violations: [], hidesHours: false }
    const summaryOf = (said: Partial<BoardValue>) =>
      html(<BoardSummary view={viewBoard(boardOf(makeDistrict(), inTurn(everyone), said))} />)
    expect(summaryOf(calm)).toContain('ingenting å rette')
    expect(summaryOf({ ...calm, hidesHours: true })).toBe('')
  })

  it('calls half a duty half and another part a part', () => {
    const value = boardOf(makeDistrict(), () => null)
    const [need] = value.rota.needs
    if (!need) throw new Error('no need')
    const pageOf = (minutes: number) => {
      const slices = [{ ...wholeSlice(need, 'a'), end: need.start + minutes }]
      const cell = { needId: need.id, seat: 0, slices, locked: false, note: '' }
      return drawn({ ...value, rota: { ...value.rota, cells: new Map([[cellKey(cell), cell]]) } }, 'doctors')
    }
    expect(pageOf((need.end - need.start) / 2)).toContain('<small>½</small>')
    expect(pageOf(60)).toContain('<small> del</small>')
    expect(pageOf(60)).not.toContain('½')
  })

  it('escapes what files and people named', () => {
    const doctors = [makeDoctor('a', { initials: '<script>' })]
    expect(
      drawn(
        boardOf(makeDistrict({ doctors }), () => 'a'),
        'lines',
      ),
    ).not.toContain('<script>')
  })

  it('stays within 30 KB on the wire for the largest example, in every view', () => {
    const parsed = parseDistrictFile(readFileSync('examples/storby.json', 'utf8'))
    if (parsed.kind === 'refused') throw new Error('the example is refused')
    const { district } = parsed.file
    const value = boardOf(district, inTurn(district.doctors.map((doctor) => doctor.personId)))
    for (const name of ['doctors', 'lines', 'list'] as const)
      expect(gzipSync(drawn(value, name)).length).toBeLessThan(30_000)
  })
})

describe('a district with facts', () => {
  it('draws a doctor at risk apart from one who is away', () => {
    const absence = { id: '1', from: '2027-01-11', certainFrom: '2027-02-01', to: null }
    const doctors = [
      makeDoctor('a', { absences: [absence] }),
      makeDoctor('b', { capacities: [{ ...always, percent: 50 }] }),
    ]
    const [row] = doctorRows(viewBoard(boardOf(makeDistrict({ doctors }), () => null)))
    expect(row?.atRisk.has('2027-01-12')).toBe(true)
    expect(row?.unavailable.has('2027-01-12')).toBe(false)
    expect(row?.unavailable.has('2027-02-02')).toBe(true)
  })
})
