import { describe, expect, it } from 'vitest'
import { type Entry, entriesOfPlace } from '../../src/board/entries.ts'
import { type FaceContext, faceOf } from '../../src/board/face.ts'
import { runsOf } from '../../src/board/week-runs.ts'
import type { Cell } from '../../src/core/rota/assignment.ts'
import { lineOf } from '../../src/core/rota/district.ts'
import type { Need } from '../../src/core/rota/need.ts'
import { textFor } from '../../src/text/text.ts'
import { filledExample } from '../support/filled-example.ts'

const rota = filledExample('fjordane', '2027-01-04', 6)
const [doctor] = rota.district.doctors
const [need] = rota.needs
if (!doctor || !need) throw new Error('the example is empty')
const text = textFor('nb')
const { personId, initials } = doctor
const name = rota.district.persons.find(({ id }) => id === personId)?.name ?? ''
const seen: FaceContext = {
  rows: 'lines',
  initials: new Map([[personId, initials]]),
  names: new Map([[personId, name]]),
  text,
}

/** What a place looks like that a doctor holds a part of. */
function entriesOf(own: Need, held: Partial<Cell> = {}, end = own.end): Entry[] {
  const slices = [{ start: own.start, end, personId, shadowing: false }]
  const cell = { needId: own.id, seat: 0, slices, locked: false, note: '', ...held } as unknown as Cell
  const line = lineOf(rota.district, own.lineId)
  return entriesOfPlace({ need: own, line, seat: 0, cell, isAsked: false, isBeside: false })
}

function faces(entries: readonly Entry[], rows: FaceContext['rows'] = 'lines') {
  return entries.map((entry) => faceOf(entry, { ...seen, rows }))
}

describe('the face of a duty', () => {
  it('is who in a row of a line, with the name beside it', () => {
    expect(faces(entriesOf(need))).toMatchObject([{ label: initials, title: name, part: '', under: '' }])
  })

  it('is which line in a row of a doctor, with the time beside it', () => {
    const [face] = faces(entriesOf(need), 'doctors')
    expect(`${face?.label}${face?.under}`).toContain(lineOf(rota.district, need.lineId).code)
    expect(face?.title).toBe(`${need.name} ${text.format.clockSpan(need)}`)
  })

  it('tells halves, and what is left open of them', () => {
    const halves = faces(entriesOf(need, {}, (need.start + need.end) / 2))
    expect(halves).toMatchObject([
      { label: initials, part: text.board.half, title: name },
      { label: text.board.open, part: text.board.half, title: '' },
    ])
  })

  it('is locked and has a note', () => {
    const [face] = faces(entriesOf(need, { locked: true, note: 'Ring først' }))
    expect(face?.classes.split(' ')).toEqual(expect.arrayContaining(['d', 'l', 'n']))
  })
})

describe('the face of a week’s run', () => {
  const days = rota.needs.filter(({ id }) => /^fjordane-natt\.2027-01-(0[4-9]|10)\./.test(id))

  it('says beside the name that it is the whole week', () => {
    const [run] = runsOf(days.flatMap((own) => entriesOf(own)))
    const face = run && faceOf(run.entries[0], seen, run)
    expect(face).toMatchObject({ label: initials, title: `${name}, ${text.views.wholeWeek}` })
  })

  it('tells its days where somebody else has the others', () => {
    const held = days.flatMap((own, index) =>
      index < 2 ? entriesOf(own) : entriesOf(own).map((entry) => ({ ...entry, slice: null })),
    )
    const told = runsOf(held).map((run) => faceOf(run.entries[0], seen, run))
    expect(told).toMatchObject([
      { label: `${initials} ma–ti`, title: name },
      { label: `${text.board.open} on–sø`, title: '' },
    ])
  })
})
