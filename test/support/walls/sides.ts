import type { District } from '../../../src/core/rota/district.ts'
import { doctor, exampleDistrict, person } from '../example-district.ts'

/** A word that stands in every id and text of one side and nowhere else: found in an answer, it tells where that came from. */
export const MARKS = { alpha: 'zqalpha', bravo: 'zqbravo' } as const
export type SideName = keyof typeof MARKS
/** Not the bare mark: an address carries it, and is taken out of an answer before the mark is looked for. */
export const DISTRICTS: Readonly<Record<SideName, string>> = {
  alpha: `district-of-${MARKS.alpha}`,
  bravo: `district-of-${MARKS.bravo}`,
}

/** Figures can't hold a word: each side has numbers of its own. */
export const PHONES: Readonly<Record<SideName, string>> = { alpha: '41526374', bravo: '92837465' }

export const OWN_MUNICIPALITY: Readonly<Record<SideName, string>> = { alpha: '4645', bravo: '4650' }
/** A member of both districts, whose doctor serves both. */
export const COMMON_MUNICIPALITY = '4647'
export const SHARED = 'shared-doctor'

export const PERIOD = { from: '2027-01-04', to: '2027-01-18' } as const

/** A district of two municipalities and three doctors, the last of whom is a doctor of the other district too. */
export function districtOf(side: SideName): District {
  const mark = MARKS[side]
  const own = ['one', 'two'].map((name) => ({
    ...person(`${mark}-${name}`, `Lege ${name} ${mark}`),
    phone: PHONES[side],
  }))
  const shared = { ...person(SHARED, 'Lege Felles'), phone: null }
  const plain = exampleDistrict(mark, [...own, shared])
  const numbers = [OWN_MUNICIPALITY[side], COMMON_MUNICIPALITY] as const
  const homes = [numbers[0], numbers[0], numbers[1]]
  const [member] = plain.municipalities
  if (!member) throw new Error('the example has no municipality')
  return {
    ...plain,
    id: DISTRICTS[side],
    name: `Distrikt ${mark}`,
    municipalities: numbers.map((number) => ({
      ...member,
      number,
      name: number === COMMON_MUNICIPALITY ? 'Felleskommunen' : `Kommune ${mark}`,
    })),
    lines: plain.lines.map((line) => ({ ...line, name: `Linje ${mark}` })),
    coveredElsewhere: plain.coveredElsewhere.map((cover) => ({ ...cover, name: `Kontor ${mark}` })),
    doctors: plain.doctors.map((facts, index) => ({
      ...marked(doctor(facts.personId, `${facts.initials}`, homes[index] ?? ''), mark),
      ...(index === 1 ? UNAVAILABLE(mark) : {}),
    })),
    positions: plain.positions.map((position, index) => ({
      ...position,
      name: `Hjemmel ${mark}`,
      municipality: homes[index] ?? '',
    })),
    wishes: [
      {
        id: `${mark}-wish`,
        personId: `${mark}-one`,
        about: { kind: 'dates', from: '2027-02-01', to: '2027-02-03' },
        stance: 'cannot',
        weight: 2,
      },
    ],
  }
}

const UNAVAILABLE = (mark: string) => ({
  absences: [{ id: `${mark}-absence`, from: '2027-03-01', certainFrom: '2027-03-01', to: '2027-03-08' }],
  exemptions: [
    { id: `${mark}-exemption`, scope: { kind: 'nights' as const }, from: '2027-04-01', to: '2027-05-01' },
  ],
})

type Facts = ReturnType<typeof doctor>

function marked(facts: Facts, mark: string): Facts {
  return {
    ...facts,
    engagements: facts.engagements.map((own) => ({ ...own, id: `engagement-${mark}-${facts.personId}` })),
    competences: facts.competences.map((own) => ({ ...own, evidence: `Kurs ${mark}` })),
    surgery: facts.surgery.map((own) => ({ ...own, source: `Kontoret ${mark}` })),
    otherTasks: [
      { from: '2020-01-01', to: null, name: `Oppgave ${mark}`, timetable: [], looseMinutesPerWeek: 60 },
    ],
  }
}
