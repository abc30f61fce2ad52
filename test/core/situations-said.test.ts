import { describe, expect, it } from 'vitest'
import { availabilityFor } from '../../src/core/ledger/availability.ts'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { ledgerOf } from '../../src/core/ledger/hours.ts'
import { asWorked } from '../../src/core/ledger/outcome.ts'
import { planAmendment } from '../../src/core/plans/amendment.ts'
import { planPublication } from '../../src/core/plans/publication.ts'
import { type Assignment, cellKey, type Slice } from '../../src/core/rota/assignment.ts'
import { doctorOf } from '../../src/core/rota/district.ts'
import { factOn } from '../../src/core/rota/doctor.ts'
import { isGpAgreement } from '../../src/core/rota/engagement.ts'
import { birthday } from '../../src/core/rota/person.ts'
import { dutiesOf, openParts, type Rota } from '../../src/core/rota/rota.ts'
import { minutesOf, unionMinutes } from '../../src/core/time/interval.ts'
import { toWall, toWallText } from '../../src/core/time/oslo.ts'
import { situationOf } from '../support/situations.ts'
import { rotaAt, type Situation } from '../support/situations-parts.ts'

describe('what a line asks for', () => {
  it.each([
    ['the Wednesday before Easter from noon', ['2027-03-24T12:00 2027-03-25T08:00']],
    ['the Friday after Ascension', ['2027-05-07T08:00 2027-05-08T08:00']],
    ['Christmas Eve on a Friday', ['2027-12-24T12:00 2027-12-25T08:00']],
    [
      'staggered 14–22 and 16–24 with 15 min handover',
      [
        '2027-01-20T14:00 2027-01-20T22:00',
        '2027-01-20T16:00 2027-01-21T00:00',
        '2027-01-20T23:45 2027-01-21T08:00',
      ],
    ],
    ['half a weekend given away', ['2027-01-16T08:00 2027-01-18T08:00']],
  ])('stands at its hours: %s', (name, spans) => {
    const { needs } = situationOf(name).rota
    expect(needs.map(({ start, end }) => `${wall(start)} ${wall(end)}`)).toEqual(spans)
  })

  it('holds two forms in one duty, eight hours of it over the hour that is not there', () => {
    const [need] = situationOf('home till 23, on-site after').rota.needs
    expect(need!.pieces.map((piece) => [piece.form, minutesOf(piece) / 60])).toEqual([
      ['home', 7],
      ['on-site', 8],
    ])
  })

  it('pays 24 hours for 8 on site', () => {
    const { needs } = situationOf('paid 24 h, on site 8').rota
    expect(needs.map((need) => [minutesOf(need) / 60, minutesOf(need.paid) / 60])).toEqual([
      [8, 24],
      [8, 24],
    ])
  })

  it('has two doctors on for six hours and at the handover for 15 minutes', () => {
    const duties = dutiesOf(situationOf('staggered 14–22 and 16–24 with 15 min handover').rota)
    const held = duties.reduce((sum, duty) => sum + minutesOf(duty), 0)
    expect(held - unionMinutes(duties)).toBe(6 * 60 + 15)
    expect(unionMinutes(duties)).toBe(18 * 60)
  })

  it('gives half a block away on behalf of the place it fell on', () => {
    const { rota } = situationOf('half a weekend given away')
    expect(dutiesOf(rota).map((duty) => [duty.personId, duty.blockId])).toEqual([
      ['kari', 'first.2027-W02.weekend'],
      ['lars', 'first.2027-W02.weekend'],
    ])
    expect(slicesOf(rota).map((slice) => [slice.origin, slice.positionId])).toEqual([
      ['share', null],
      ['swap', 'position-kari'],
    ])
  })
})

describe('who takes part', () => {
  it('counts a year by municipality and form: two municipalities and two forms in one year', () => {
    const { rota } = situationOf('two municipalities and two forms in one year')
    const cato = doctorOf(rota.district, 'cato')
    const told = dutiesOf(rota).map((duty) => {
      const position = rota.district.positions.find(
        ({ id }) => id === slicesOf(rota, duty.needId)[0]!.positionId,
      )
      const engagement = factOn(cato.engagements, duty.date)
      return [position?.municipality, engagement?.form, engagement?.employer, minutesOf(duty) / 60]
    })
    expect(told).toEqual([
      ['4647', 'gp-self-employed', { kind: 'municipality', number: '4647' }, 16],
      ['4645', 'gp-salaried', { kind: 'municipality', number: '4645' }, 16],
    ])
  })

  it.each([
    ['exemption claimed, withdrawn, claimed again', 'magne', ['exempt', 'available', 'exempt']],
    ['parental leave with unknown date', 'berit', ['available', 'at-risk', 'away']],
    ['daytime duty 08–16 inside surgery hours', 'jorunn', ['available']],
    ['50 % sick leave', 'dagfinn', ['available', 'available', 'available']],
  ])('knows who can: %s', (name, personId, expected) => {
    const { district, needs } = situationOf(name).rota
    const doctor = doctorOf(district, personId)
    expect(needs.map((need) => availabilityFor(doctor, district.agreement, need))).toEqual(expected)
  })

  it.each([
    ['two municipalities and two forms in one year', { cato: (181 * 1 + 184 * 0.8) / 365 }],
    ['a group of two LIS1, one shadowing', { ulla: 0.5, vidar: 0, wenche: 1 }],
    ['50 % sick leave', { dagfinn: 0.5, eli: 1 }],
    ['exemption claimed, withdrawn, claimed again', { magne: 92 / 365 }],
    ['parental leave with unknown date', { berit: 75 / 91 }],
    ['a retired GP as locum', { sverre: 0 }],
  ])('weighs the share by place, presence and way: %s', (name, expected) => {
    const told = fairShares(situationOf(name).rota).map((share) => [share.personId, share.weight] as const)
    for (const [personId, weight] of told)
      expect(weight).toBeCloseTo((expected as Record<string, number>)[personId]!, 10)
    expect(told.map(([personId]) => personId)).toEqual(Object.keys(expected))
  })

  it('shares nothing of what a locum will hold, named or not', () => {
    const situation = situationOf('locum named three weeks before')
    for (const revision of [1, 2]) {
      const gro = fairShares(rotaAt(situation, revision)).find((share) => share.personId === 'gro')
      expect(gro?.target).toMatchObject({ minutes: { home: 960 }, nights: 1 })
    }
  })

  it('lets the age limit end a GP agreement, never the person', () => {
    const { district } = situationOf('a retired GP as locum').rota
    const sverre = doctorOf(district, 'sverre')
    const ends = sverre.engagements.find(({ form }) => isGpAgreement(form))?.to
    expect(ends).toBe(birthday(district.persons[0]!.birthDate!, 70))
    expect(factOn(sverre.engagements, '2027-07-07')?.form).toBe('locum')
  })

  it('asks for a conditional backup only where it is held', () => {
    const { rota } = situationOf('backup only when needed')
    const shares = fairShares(rota)
    const backup = shares.reduce((sum, share) => sum + share.target.minutes.backup, 0)
    expect(backup).toBeCloseTo(7 * 60)
    expect(ledgerOf(rota).reduce((sum, row) => sum + row.minutes.backup, 0)).toBe(7 * 60)
  })
})

describe('what was published and what happened', () => {
  it.each([
    ['published line by line', ['nora', 'nora ola']],
    ['locum named three weeks before', ['gro', 'finn gro']],
    ['A→B→C', ['hakon', 'inga', 'jens']],
  ])('keeps who held it at each revision: %s', (name, holders) => {
    const situation = situationOf(name)
    const told = situation.publications.map(({ revision }) => dutiesOf(rotaAt(situation, revision)))
    expect(
      told.map((duties) =>
        duties
          .map((duty) => duty.personId)
          .sort()
          .join(' '),
      ),
    ).toEqual(holders)
    expect(rotaAt(situation, holders.length).cells).toEqual(situation.rota.cells)
  })

  it('has a place held before its locum has a name', () => {
    const early = rotaAt(situationOf('locum named three weeks before'), 1)
    expect(early.needs.flatMap((need) => openParts(early, need, 0))).toEqual([])
    expect(ledgerOf(early).reduce((sum, row) => sum + row.dutyMinutes, 0)).toBe(16 * 60)
  })

  it('leaves the other line open until it is published', () => {
    const early = rotaAt(situationOf('published line by line'), 1)
    expect(early.needs.map((need) => openParts(early, need, 0).length)).toEqual([1, 0])
  })

  it('comes about by publishing one line and then the other', () => {
    const situation = situationOf('published line by line')
    let timeline: readonly Assignment[] = []
    for (const publication of situation.publications) {
      const { lineIds, at, by, revision } = publication
      const result = planPublication({
        revision: revision - 1,
        timeline,
        needs: situation.rota.needs,
        draftCells: new Map([...situation.rota.cells].map(([key, cell]) => [key, { ...cell, edit: 0 }])),
        draftId: 'april',
        lineIds,
        from: '2027-04-12',
        to: '2027-04-13',
        published: [],
        clashes: [],
        violationsBefore: [],
        violations: [],
        waivers: [],
        by,
        now: at,
        reason: '',
        newId: idsOf('by-line', revision),
      })
      if (result.kind === 'refused') throw new Error(result.refusal.kind)
      expect(result.plan.publication.lineIds).toEqual(lineIds)
      timeline = [...timeline, ...result.plan.open]
    }
    expect(timeline).toEqual(situation.assignments)
  })

  it.each([
    ['A→B→C', 'handed'],
    ['locum named three weeks before', 'locum'],
  ])('comes about by amendments of one duty: %s', (name, ids) => {
    const situation = situationOf(name)
    const amendments = situation.publications.filter(({ kind }) => kind === 'amendment')
    let timeline = situation.assignments
      .filter((one) => one.revisionFrom === 1)
      .map((one): Assignment => ({ ...one, revisionTo: null }))
    for (const { at, revision, reason, lineIds, from, to } of amendments) {
      const after = situation.assignments.find((one) => one.revisionFrom === revision)!
      const need = situation.rota.needs.find(({ id }) => id === after.needId)!
      const result = planAmendment({
        revision: revision - 1,
        need,
        seat: 0,
        current: timeline.filter((one) => one.needId === need.id && one.revisionTo === null),
        slices: [sliceOf(after)],
        note: '',
        violationsBefore: [],
        violations: [],
        waivesBlocking: false,
        reason,
        by: after.enteredBy,
        now: at,
        newId: idsOf(ids, timeline.length + 1),
      })
      if (result.kind === 'refused') throw new Error(result.refusal.kind)
      expect(result.plan.publication).toMatchObject({ kind: 'amendment', lineIds, from, to })
      timeline = closed(timeline, result.plan.close, revision).concat(result.plan.open)
    }
    expect(timeline).toEqual(situation.assignments)
  })

  it('tells the late relief by what was worked, form by form, and passes over outcomes of other duties', () => {
    const { rota, assignments, outcomes } = situationOf('relief late by 3 h')
    const worked = asWorked(dutiesOf(rota), rota, assignments, outcomes)
    expect(worked.map(({ personId, start, end }) => [personId, wall(start), wall(end)])).toEqual([
      ['knut', '2027-05-22T23:00', '2027-05-23T11:00'],
      ['liv', '2027-05-23T11:00', '2027-05-23T15:00'],
      ['knut', '2027-05-23T23:00', '2027-05-24T08:00'],
    ])
    for (const duty of worked) expect(unionMinutes(duty.pieces)).toBe(minutesOf(duty))
    const other = { ...outcomes[0]!, assignmentId: 'somebody-elses' }
    expect(asWorked(dutiesOf(rota), rota, assignments, [other])).toEqual(dutiesOf(rota))
  })

  it('counts nothing for a doctor who never came', () => {
    const { rota, assignments, outcomes } = situationOf('relief late by 3 h')
    const absent = { ...outcomes[1]!, start: outcomes[1]!.end }
    const worked = asWorked(dutiesOf(rota), rota, assignments, [absent])
    expect(worked.map((duty) => duty.personId)).toEqual(['knut', 'knut'])
  })
})

function wall(minute: number): string {
  return toWallText(toWall(minute))
}

function slicesOf(rota: Rota, needId = rota.needs[0]!.id): readonly Slice[] {
  return rota.cells.get(cellKey({ needId, seat: 0 }))?.slices ?? []
}

function sliceOf({
  start,
  end,
  personId,
  positionId,
  origin,
  shadowing,
}: Situation['assignments'][number]): Slice {
  return { start, end, personId, positionId, origin, shadowing }
}

function idsOf(prefix: string, first: number): () => string {
  let next = first
  return () => `${prefix}-${next++}`
}

function closed(timeline: readonly Assignment[], ids: readonly string[], revision: number): Assignment[] {
  return timeline.map((one) => (ids.includes(one.id) ? { ...one, revisionTo: revision } : one))
}
