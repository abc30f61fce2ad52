import type { CoveredElsewhere, District, Language } from '../rota/district.ts'
import { blankDoctor, type Doctor } from '../rota/doctor.ts'
import { freeInitials } from '../rota/initials.ts'
import type { DutyForm, Line, TemplateWindow } from '../rota/line.ts'
import type { MunicipalityNumber, Person } from '../rota/person.ts'
import type { Position } from '../rota/position.ts'
import type { DayKind } from '../time/day-kind.ts'
import type { LocalDate, Weekday } from '../time/local-date.ts'

/** How a newcomer says that duty is staffed; each is a set of lines with ordinary hours. */
export type Staffing = 'home' | 'home-weeks' | 'home-and-backup' | 'on-site-and-home' | 'on-site'
export const STAFFINGS: readonly Staffing[] = [
  'home',
  'home-weeks',
  'home-and-backup',
  'on-site-and-home',
  'on-site',
]

export interface StarterDoctor {
  readonly name: string
  /** Empty = made from the name. */
  readonly initials: string
  /** Null = in turn among the municipalities. */
  readonly municipality: MunicipalityNumber | null
}

/** Names of what is made, in the reader's language. */
export interface StarterWords {
  readonly lines: Readonly<Record<'home' | 'backup' | 'on-site' | 'night', string>>
  readonly windows: Readonly<Record<WindowName, string>>
  readonly surgeries: string
}

export type WindowName = 'weekday' | 'early' | 'day' | 'evening' | 'night' | 'whole'

export interface StarterAnswers {
  readonly id: string
  readonly name: string
  readonly municipalities: readonly { readonly number: MunicipalityNumber; readonly name: string }[]
  readonly staffing: Staffing
  readonly doctors: readonly StarterDoctor[]
  /** Somebody has confirmed that all are specialists, or on the way to it, with both courses. Else nothing is recorded. */
  readonly isCompetent: boolean
  /** From when everything holds. */
  readonly from: LocalDate
  /** On which the competence was confirmed. */
  readonly today: LocalDate
  readonly language: Language
  readonly words: StarterWords
}

/**
 * A district that a rota can be built for at once. Only what was answered is in it: contracts, surgery hours, inhabitants and
 * the whole agreement are left unset, and competence too where nobody has confirmed it.
 */
export function starterDistrict(answers: StarterAnswers, newId: () => string): District {
  const { id, name, municipalities, from, language } = answers
  const people = answers.doctors.map((doctor) => ({ ...doctor, personId: newId() }))
  const initials = initialsOf(answers.doctors)
  return {
    id,
    name,
    legalForm: municipalities.length > 1 ? 'host-municipality' : 'single-municipality',
    timeZone: 'Europe/Oslo',
    languages: [language],
    municipalities: municipalities.map((member) => ({
      number: member.number,
      name: member.name,
      facts: [],
      participation: [{ from, to: null, windows: null, quota: null }],
    })),
    lines: starterLines(answers.staffing, answers.words, from),
    coveredElsewhere: [surgeries(answers)],
    persons: people.map((own): Person => ({ ...NOBODY_KNOWN, id: own.personId, name: own.name })),
    doctors: people.map(({ personId }, index) => doctorOf(personId, initials[index] ?? '', answers)),
    positions: positionsOf(people, municipalities, from, newId),
    agreement: [],
    wishes: [],
  }
}

/** The lines of one way to staff, with ordinary hours around surgeries that are open from 08 to 16 on weekdays. */
export function starterLines(staffing: Staffing, words: StarterWords, from: LocalDate): Line[] {
  const line = (
    id: string,
    code: string,
    form: DutyForm,
    name: string,
    windows: readonly TemplateWindow[],
  ): Line => ({
    id,
    name,
    code,
    form,
    areas: [],
    serves: [],
    overlapClass: null,
    behind: [],
    conditional: false,
    templates: [{ from, to: null, windows, overrides: [], summer: null }],
  })
  const { lines } = words
  const home = line('hjemme', 'H', 'home', lines.home, roundTheClock(words, null))
  switch (staffing) {
    case 'home':
      return [home]
    case 'home-weeks':
      return [line('hjemme', 'H', 'home', lines.home, roundTheClock(words, 'week'))]
    case 'home-and-backup':
      return [
        home,
        { ...line('bakvakt', 'B', 'backup', lines.backup, roundTheClock(words, null)), behind: ['hjemme'] },
      ]
    case 'on-site-and-home':
      return [
        line('tilstede', 'T', 'on-site', lines['on-site'], daysAndEvenings(words)),
        line('natt', 'N', 'home', lines.night, nights(words)),
      ]
    case 'on-site':
      return [
        line('tilstede', 'T', 'on-site', lines['on-site'], [...daysAndEvenings(words), ...nights(words)]),
      ]
  }
}

const FREE_DAYS: readonly DayKind[] = ['saturday', 'sunday', 'public-holiday', 'eve']

function roundTheClock({ windows }: StarterWords, block: TemplateWindow['block']): TemplateWindow[] {
  return [
    window('kveld-natt', windows.weekday, ['weekday'], '16:00', '08:00', 1, block),
    window('tidlig', windows.early, ['early-close'], '12:00', '08:00', 1, block),
    window('dogn', windows.whole, FREE_DAYS, '08:00', '08:00', 1, block),
  ]
}

function daysAndEvenings({ windows }: StarterWords): TemplateWindow[] {
  return [
    window('kveld', windows.evening, ['weekday'], '16:00', '23:00', 0),
    window('tidlig', windows.early, ['early-close'], '12:00', '23:00', 0),
    window('dag', windows.day, FREE_DAYS, '08:00', '16:00', 0),
    window('helgekveld', windows.evening, FREE_DAYS, '16:00', '23:00', 0),
  ]
}

function nights({ windows }: StarterWords): TemplateWindow[] {
  return [window('natt', windows.night, ['weekday', 'early-close', ...FREE_DAYS], '23:00', '08:00', 1)]
}

function window(
  key: string,
  name: string,
  dayKinds: readonly DayKind[],
  start: string,
  end: string,
  endDay: number,
  block: TemplateWindow['block'] = null,
): TemplateWindow {
  return { key, name, dayKinds, start, end, endDay, number: 1, pieces: [], paid: null, block }
}

const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

function surgeries({ from, words }: StarterAnswers): CoveredElsewhere {
  return {
    id: 'dagtid',
    name: words.surgeries,
    from,
    to: null,
    windows: WORKING_DAYS.map((weekday) => ({ weekday, start: '08:00', end: '16:00', endDay: 0 })),
    onPublicHolidays: false,
  }
}

const NOBODY_KNOWN = { hprNumber: null, birthDate: null, email: null, phone: null } as const

function initialsOf(doctors: readonly StarterDoctor[]): string[] {
  const taken = new Set(doctors.map(({ initials }) => initials).filter((initials) => initials !== ''))
  return doctors.map(({ name, initials }) => {
    const own = initials === '' ? freeInitials(name, taken) : initials
    taken.add(own)
    return own
  })
}

function doctorOf(personId: string, initials: string, { from, today, isCompetent }: StarterAnswers): Doctor {
  return {
    ...blankDoctor(personId),
    initials,
    takingPart: [{ from, to: null, way: { kind: 'by-share' }, least: null, most: null }],
    competences: isCompetent ? [confirmedCompetence(from, today)] : [],
    surgery: [{ from, to: null, kind: 'not-declared' }],
  }
}

/** Specialist under §3(1) by word alone: the courses on the day it was said at the latest, and no evidence. */
export function confirmedCompetence(from: LocalDate, today: LocalDate): Doctor['competences'][number] {
  const courseOn = today < from ? today : from
  return {
    from,
    to: null,
    route: { kind: 'specialist' },
    emergencyCourseOn: courseOn,
    violenceCourseOn: courseOn,
    evidence: '',
  }
}

function positionsOf(
  people: readonly (StarterDoctor & { readonly personId: string })[],
  municipalities: StarterAnswers['municipalities'],
  from: LocalDate,
  newId: () => string,
): Position[] {
  const used = new Map<MunicipalityNumber, number>()
  let turn = 0
  return people.flatMap(({ personId, municipality }) => {
    const number = municipality ?? municipalities[turn++ % municipalities.length]?.number
    const member = municipalities.find((own) => own.number === number)
    if (!member) return []
    const count = (used.get(member.number) ?? 0) + 1
    used.set(member.number, count)
    const holders = [{ kind: 'person', personId, from, to: null }] as const
    return [{ id: newId(), name: `${member.name} ${count}`, municipality: member.number, share: 1, holders }]
  })
}
