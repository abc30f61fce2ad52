import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedParts, takeBackParts } from '../../../src/core/plans/changed-parts.ts'
import { planHead } from '../../../src/core/plans/district-change.ts'
import { type DoctorEntry, planDoctors } from '../../../src/core/plans/doctor-change.ts'
import { planDoctorEnd } from '../../../src/core/plans/doctor-end.ts'
import { planLine, planLineEnd } from '../../../src/core/plans/line-change.ts'
import { setUpState } from '../../../src/core/plans/set-up-state.ts'
import type { District } from '../../../src/core/rota/district.ts'
import { CALENDAR_NAMES } from '../../../src/core/rota/feed-choice.ts'
import { districtProblems } from '../../../src/exchange/district-file.ts'
import { exampleFile } from '../../support/installation.ts'

const { district } = exampleFile('fjordane')
const dates = fc.constantFrom('2026-12-01', '2027-01-01', '2027-03-28', '2027-10-31', '2028-02-29')
const someone = fc.constantFrom(...district.doctors.map(({ personId }) => personId), 'new-person')

let last = 0
const newId = () => `new-${++last}`

const doctor = fc
  .record({
    personId: someone,
    from: dates,
    share: fc.constantFrom(0.5, 1, 2),
    fractionPercent: fc.constantFrom(50, 100),
  })
  .map(({ personId, from, share, fractionPercent }) => (before: District) => {
    const entry: DoctorEntry = {
      personId,
      name: `Navn ${personId}`,
      initials: '',
      from,
      position: { municipality: '4647', share },
      engagement: { municipality: '4647', form: 'gp-self-employed', fractionPercent, to: null },
    }
    return planDoctors(before, [entry], newId)
  })
const leaving = fc
  .record({ personId: someone, on: dates, place: fc.constantFrom('vacant', 'locum-to-be-named', 'none') })
  .map((end) => (before: District) => planDoctorEnd(before, end))
const line = fc
  .record({
    index: fc.nat(2),
    from: dates,
    hour: fc.constantFrom('15:45', '16:00', '17:00'),
    place: fc.constantFrom('', 'Førde'),
  })
  .map(({ index, from, hour, place }) => (before: District) => {
    const known = before.lines[index] ?? before.lines[0]!
    const windows = (known.templates.at(-1)?.windows ?? []).map((window) =>
      window.start === '16:00' ? { ...window, start: hour } : window,
    )
    return planLine(before, { ...known, place, from, windows })
  })
const head = fc
  .record({
    name: fc.constantFrom('Fjordane', 'Nytt navn'),
    calendarNames: fc.constantFrom(...CALENDAR_NAMES),
  })
  .map((said) => (before: District) => {
    const { legalForm, languages } = before
    return planHead(before, { legalForm, languages, ...said })
  })
const ending = fc
  .record({ id: fc.constantFrom(...district.lines.map(({ id }) => id)), on: dates, isKept: fc.boolean() })
  .map(
    ({ id, on, isKept }) =>
      (before: District) =>
        planLineEnd(before, id, on, isKept),
  )

describe('changes of a set-up screen', () => {
  it('leave a district that a file could hold, and are taken back one after the other to what was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(doctor, leaving, line, head, ending), { minLength: 1, maxLength: 5 }),
        (changes) => {
          let now = district
          const steps = changes.flatMap((change) => {
            const plan = change(now)
            if (plan.kind === 'refused') return []
            const parts = changedParts(now, plan.after)
            now = plan.after
            return [parts]
          })
          expect(districtProblems(now)).toEqual([])
          for (const parts of steps.toReversed()) {
            const back = takeBackParts(now, parts)
            expect(back).toBeDefined()
            now = back ?? now
          }
          expect(now).toEqual(district)
        },
      ),
      { seed: 7, numRuns: 60 },
    )
  })

  it('are not taken back over a later one of the same part', () => {
    const [first] = district.lines
    const renamed = {
      ...district,
      lines: district.lines.map((own) => (own === first ? { ...own, name: 'A' } : own)),
    }
    const again = {
      ...district,
      lines: district.lines.map((own) => (own === first ? { ...own, name: 'B' } : own)),
    }
    expect(takeBackParts(again, changedParts(district, renamed))).toBeUndefined()
  })

  it('hold nothing of absences and exemptions', () => {
    const away = {
      ...district,
      doctors: district.doctors.map((own) => ({ ...own, absences: [], exemptions: [] })),
    }
    expect(changedParts(district, away)).toEqual([])
  })
})

describe('the end of a doctor', () => {
  it('leaves the rota without them from that day, and is refused a second time', () => {
    const [{ personId } = { personId: '' }] = district.doctors
    const plan = planDoctorEnd(district, { personId, on: '2027-06-01', place: 'vacant' })
    if (plan.kind === 'refused') throw new Error('refused')
    expect(setUpState(plan.after, '2027-05-31').doctors.length).toBe(district.doctors.length)
    expect(setUpState(plan.after, '2027-06-01').doctors.length).toBe(district.doctors.length - 1)
    expect(planDoctorEnd(plan.after, { personId, on: '2027-06-01', place: 'vacant' })).toMatchObject({
      problems: [{ field: 'on', code: 'already-ended' }],
    })
  })
})

describe('the end of a line', () => {
  it('is refused while it is all that a backup stands behind and it would be gone', () => {
    const backup = { ...district.lines[2]!, behind: ['fjordane-natt'] }
    const small = { ...district, lines: [district.lines[1]!, backup] }
    expect(planLineEnd(small, 'fjordane-natt', '2020-01-01', false)).toMatchObject({
      problems: [{ field: 'on', code: 'stands-behind', value: 'Bakvakt' }],
    })
  })
})
