import { describe, expect, it } from 'vitest'
import { planDoctors } from '../../src/core/plans/doctor-change.ts'
import { doctorOf } from '../../src/core/rota/district.ts'
import { awayIn } from '../../src/web/absences/away-weeks.ts'
import { formOf, readDoctorForm, readHours } from '../../src/web/doctors/doctor-fields.ts'
import { BLANK_WINDOW, toForm, toWindows } from '../../src/web/lines/window-fields.ts'
import { exampleFile } from '../support/installation.ts'

const files = ['fjordane', 'nordoey', 'storby'].map((name) => exampleFile(name).district)

describe('the form of a doctor', () => {
  it('sent as it was filled in changes nothing, for every doctor of every example', () => {
    for (const district of files)
      for (const { personId } of district.doctors) {
        const doctor = doctorOf(district, personId)
        const person = district.persons.find(({ id }) => id === personId)!
        const form = formOf(district, doctor, person, '2027-01-04')
        const read = readDoctorForm(form, { doctor, personId, today: '2026-11-22' })
        if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems))
        const plan = planDoctors(district, [{ ...read.entry, personId }], () => 'new-id')
        expect(plan.kind === 'planned' && plan.after).toEqual(district)
      }
  })

  it.each([
    ['8-15', '08:00', '15:00'],
    ['08:00–15:30', '08:00', '15:30'],
    ['8–15.30', '08:00', '15:30'],
    ['7.45 - 24', '07:45', '24:00'],
  ])('reads %j as hours', (text, start, end) => {
    expect(readHours(1, text)).toEqual({ weekday: 1, start, end, endDay: 0 })
  })

  it.each(['8', '8 til 15', '15-8', '8-8', '25-26', '8:60-9', '', 'a-b'])('refuses %j as hours', (text) => {
    expect(readHours(1, text)).toBeUndefined()
  })

  it('names each number that is none', () => {
    const form = { ...formOf(files[0]!, files[0]!.doctors[0]!, files[0]!.persons[0]!, '2027-01-04') }
    const wrong = { ...form, share: 'en', fraction: '1e3', least: '1,5', surgery1: 'nei' }
    const read = readDoctorForm(wrong, { doctor: null, personId: null, today: '2026-11-22' })
    expect(read.kind === 'refused' && read.problems.map(({ field, value }) => [field, value])).toEqual([
      ['share', 'en'],
      ['fraction', '1e3'],
      ['least', '1,5'],
      ['surgery1', 'nei'],
    ])
  })
})

describe('the form of a line', () => {
  it('sent as it was filled in says the same duties, for every line of every example', () => {
    for (const { lines } of files)
      for (const line of lines)
        for (const { windows } of line.templates) {
          const forms = windows.map((window) => toForm(window, line.form))
          expect(toWindows(forms, windows, line.form)).toEqual(windows)
        }
  })

  it('puts an end that is not after its start on the next day, and gives new duties keys of their own', () => {
    const typed = { ...BLANK_WINDOW, name: 'Natt', kinds: ['weekday'], start: '23:00', end: '08:00' }
    const [first, second] = toWindows([{ ...typed, key: 'v1' }, typed], [], 'home')
    expect(first).toMatchObject({ key: 'v1', endDay: 1 })
    expect(second?.key).toBe('v2')
  })

  it('splits a duty where its form changes, also after midnight', () => {
    const typed = {
      ...BLANK_WINDOW,
      kinds: ['weekday'],
      start: '16:00',
      end: '08:00',
      endDay: '1',
      switchTo: 'on-site',
    }
    const [evening] = toWindows([{ ...typed, switchAt: '23:00' }], [], 'home')
    expect(evening?.pieces).toEqual([
      { form: 'home', startDay: 0, start: '16:00', endDay: 0, end: '23:00' },
      { form: 'on-site', startDay: 0, start: '23:00', endDay: 1, end: '08:00' },
    ])
    const [night] = toWindows([{ ...typed, switchAt: '02:00' }], [], 'home')
    expect(night?.pieces.map(({ startDay, endDay }) => [startDay, endDay])).toEqual([
      [0, 1],
      [1, 1],
    ])
  })
})

describe('a week of absences', () => {
  const doctor = files[0]!.doctors[0]!
  const away = (from: string, to: string | null, certainFrom = from) => ({
    ...doctor,
    exemptions: [],
    absences: [{ id: 'a', from, certainFrom, to }],
  })

  it.each([
    ['all of it', away('2027-01-04', '2027-01-11'), { kind: 'all' }],
    ['without end', away('2026-12-01', null), { kind: 'all' }],
    ['all but its Sunday', away('2027-01-04', '2027-01-10'), { kind: 'part', days: 6 }],
    ['its Monday', away('2026-12-01', '2027-01-05'), { kind: 'part', days: 1 }],
    ['the week after', away('2027-01-11', null), { kind: 'here' }],
    ['up to it', away('2026-12-01', '2027-01-04'), { kind: 'here' }],
    ['perhaps', away('2027-01-04', null, '2027-02-01'), { kind: 'risk' }],
  ] as const)('%s', (_, who, expected) => {
    expect(awayIn(who, '2027-01-04')).toEqual(expected)
  })

  it('shows an exemption from all duty as an absence', () => {
    const scope = { kind: 'out-of-hours' } as const
    const exempt = {
      ...doctor,
      absences: [],
      exemptions: [{ id: 'x', scope, from: '2027-01-04', to: '2027-01-11' }],
    }
    expect(awayIn(exempt, '2027-01-04')).toEqual({ kind: 'all' })
    const nights = {
      ...exempt,
      exemptions: [{ id: 'x', scope: { kind: 'nights' } as const, from: '2027-01-04', to: null }],
    }
    expect(awayIn(nights, '2027-01-04')).toEqual({ kind: 'some' })
  })
})
