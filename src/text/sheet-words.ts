import type { Origin } from '../core/rota/assignment.ts'
import type { CompetenceRoute } from '../core/rota/competence.ts'
import type { TakingPart } from '../core/rota/doctor.ts'
import type { EngagementForm } from '../core/rota/engagement.ts'
import type { Weekday } from '../core/time/local-date.ts'
import * as enTables from './en/tables.ts'
import * as en from './en/words.ts'
import * as nbTables from './nb/tables.ts'
import * as nb from './nb/words.ts'
import * as nnTables from './nn/tables.ts'
import * as nn from './nn/words.ts'

/** What stands in the sheets that people paste, lower case, in the three languages of the product: a sheet may be in any. */

/** The first two letters of a weekday, in full or cut short. */
export const WEEKDAY_STARTS: Readonly<Record<string, Weekday>> = {
  ma: 1,
  mo: 1,
  må: 1,
  ti: 2,
  ty: 2,
  tu: 2,
  on: 3,
  we: 3,
  to: 4,
  th: 4,
  fr: 5,
  lø: 6,
  la: 6,
  sa: 6,
  sø: 7,
  su: 7,
}

export const WEEKDAY_WORD =
  /^(?:ma(?:n(?:dag)?)?|måndag|ti(?:r(?:sdag)?)?|tys(?:dag)?|on(?:s(?:dag)?)?|to(?:r(?:sdag)?)?|fr(?:e(?:dag)?)?|lø(?:r(?:dag)?)?|lau(?:r(?:dag)?)?|sø(?:n(?:dag)?)?|sun(?:dag)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sunday)\.?$/

export const WEEK_HEAD = /^(?:uke|veke|week|u|v|w)\.? ?(\d{1,2})(?: ?[-/, ] ?(\d{4}))?$/

/** A place that is to be open again. */
export const OPEN_WORDS: ReadonlySet<string> = new Set([
  'ledig',
  'ledig vakt',
  'ubesatt',
  'åpen',
  'open',
  'vakant',
  'vacant',
])

/** Signs that people put where there is nothing. */
export const BLANK_SIGNS: ReadonlySet<string> = new Set(['-', '–', '—', '.', '..', '...'])

/** Columns that tell nothing about who has a duty. */
export const OTHER_HEADS: ReadonlySet<string> = new Set([
  'dag',
  'dagar',
  'ukedag',
  'vekedag',
  'weekday',
  'day',
  'uke',
  'veke',
  'week',
  'dato',
  'date',
  'merknad',
  'merknader',
  'kommentar',
  'kommentarar',
  'kommentarer',
  'notat',
  'note',
  'notes',
  'remarks',
  'comment',
  'comments',
  'helligdag',
  'heilagdag',
  'holiday',
  'ferie',
  'sum',
  'timer',
  'timar',
  'hours',
])

/** That a doctor is on the line that the sheet is about. */
export const ON_DUTY_SIGNS: ReadonlySet<string> = new Set(['x', 'vakt', 'duty', '1'])

/** What the columns of a list of duties are called. */
export const ROTA_HEADS = {
  date: ['dato', 'date'],
  line: ['linje', 'vaktlinje', 'line'],
  duty: ['vakt', 'vaktnavn', 'vaktnamn', 'duty'],
  seat: ['plass', 'place'],
  from: ['fra', 'frå', 'from', 'start'],
  to: ['til', 'to', 'slutt', 'end'],
  doctor: ['initialer', 'initialar', 'initials', 'lege', 'doctor', 'navn', 'namn', 'name'],
  position: ['stilling', 'hjemmel', 'heimel', 'position'],
  origin: ['opphav', 'origin'],
  shadowing: ['hospiterer', 'hospiterar', 'shadowing'],
  note: ['merknad', 'note'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What a word means in any of the languages that a page may have written it in. */
export type WordsRead<K> = ReadonlyMap<string, K>

function readBy<K extends string | number>(
  ...languages: readonly Readonly<Record<K, string>>[]
): Map<string, K> {
  return new Map(
    languages.flatMap((words) =>
      (Object.entries(words) as [K, string][]).map(([key, word]) => [word.toLowerCase(), key]),
    ),
  )
}

export const ORIGIN_WORDS: WordsRead<Origin> = new Map([
  ...readBy(nb.origins, nn.origins, en.origins),
  ['andel', 'share'],
  ['byttet', 'swap'],
  ['sykevakt', 'sick-cover'],
  // As files were written before the words said nothing of health.
  ['dekker sykdom', 'sick-cover'],
  ['dekkjer sjukdom', 'sick-cover'],
  ['covers sickness', 'sick-cover'],
])

export const ENGAGEMENT_WORDS: WordsRead<EngagementForm> = new Map([
  ...readBy(nb.engagementForms, nn.engagementForms, en.engagementForms),
  ['fastlege', 'gp-self-employed'],
  ['næringsdrivende', 'gp-self-employed'],
  ['8.2', 'gp-self-employed-municipal-premises'],
  ['fastlønnet', 'gp-salaried'],
  ['fastlønn', 'gp-salaried'],
  ['vikarlege', 'locum'],
  ['turnuslege', 'lis1'],
  ['legevaktlege', 'employed-duty-doctor'],
])

export const ROUTE_WORDS: WordsRead<CompetenceRoute['kind']> = new Map([
  ...readBy(nb.competenceRoutes, nn.competenceRoutes, en.competenceRoutes),
  ['spesialist', 'specialist'],
  ['specialist', 'specialist'],
])

export const WAY_WORDS: WordsRead<TakingPart['way']['kind']> = readBy(
  nb.waysOfTakingPart,
  nn.waysOfTakingPart,
  en.waysOfTakingPart,
)

export const YES_WORDS: ReadonlySet<string> = new Set(['ja', 'yes', 'x', '1', 'sann', 'true'])
export const NO_WORDS: ReadonlySet<string> = new Set(['nei', 'no', '', '0', 'usann', 'false', '-'])

/** A second doctor who learns, after the name: «KN (hosp.)». */
export const SHADOWING_MARK = / ?\((?:hosp\.?|hospiterer|hospiterar|shadowing)\)$/i

/** Between those who hold the places of one day. */
export const PLACE_SIGN = / ?(?:\/|\n|\+(?!0[12]:)|&| og | and ) ?/
/** Between those who share one place. */
export const SHARE_SIGN = / ?[,;] ?/

const TIME = '(?:(?:kl\\.?|at) ?)?((?:\\d{4}-\\d{2}-\\d{2}[ t])?\\d{1,2}(?:[.:]?\\d{2})?(?:\\+0[12]:00)?)'

/** «KN 08-14» and «KN fra 08 til 14», «KN til 20», «KN fra 20». */
export const FROM_TO = new RegExp(
  `^(.+?) \\(?(?:(?:fra|frå|from) )?${TIME} ?(?:-|–|til|to) ?${TIME}\\)?$`,
  'i',
)
export const UNTIL = new RegExp(`^(.+?) \\(?(?:til|to|until) ?${TIME}\\)?$`, 'i')
export const SINCE = new RegExp(`^(.+?) \\(?(?:fra|frå|from) ?${TIME}\\)?$`, 'i')

/** The headings of a sheet that was sent out in any language, and what else people call them. */
function headsOf<K extends string>(
  languages: readonly Readonly<Record<K, string>>[],
  others: Readonly<Partial<Record<K, readonly string[]>>>,
): Readonly<Record<K, readonly string[]>> {
  const [first] = languages
  const keys = Object.keys(first ?? {}) as K[]
  const heads = keys.map((key) => [
    key,
    [...new Set([...languages.map((words) => words[key].toLowerCase()), ...(others[key] ?? [])])],
  ])
  return Object.fromEntries(heads)
}

const DOCTOR_NAMES = ['lege', 'doctor', 'navn', 'namn', 'name']
const FIRST_DAYS = [
  'fra',
  'frå',
  'from',
  'fom',
  'f.o.m',
  'fra og med',
  'start',
  'når',
  'dato',
  'date',
  'when',
]
const LAST_DAYS = ['til', 'to', 'tom', 't.o.m', 'til og med', 'slutt', 'end']

export const WISH_HEADS = headsOf([nbTables.wishes.heads, nnTables.wishes.heads, enTables.wishes.heads], {
  name: DOCTOR_NAMES,
  from: FIRST_DAYS,
  to: LAST_DAYS,
  weight: ['viktighet', 'vekt', 'weight'],
})

export const ABSENCE_HEADS = headsOf(
  [nbTables.absences.heads, nnTables.absences.heads, enTables.absences.heads],
  {
    name: DOCTOR_NAMES,
    from: FIRST_DAYS,
    to: LAST_DAYS,
    what: ['type', 'hva', 'kva', 'what'],
  },
)

export const DOCTOR_HEADS = headsOf(
  [nbTables.doctors.heads, nnTables.doctors.heads, enTables.doctors.heads],
  {
    name: DOCTOR_NAMES,
    hprNumber: ['hpr', 'hpr-nr', 'hprnr', 'hpr nr'],
    birthDate: ['født', 'fødd', 'born'],
    email: ['epost', 'e-postadresse', 'mail', 'e-mail'],
    phone: ['tlf', 'mobil', 'mobile', 'telefonnummer'],
    form: ['ansettelse', 'tilsetting', 'avtaleform', 'form'],
    municipality: ['arbeidsgiver', 'arbeidsgjevar', 'employer'],
    percent: ['prosent', 'stilling', 'stilling %', '%', 'percent'],
    share: ['vaktandel', 'andel av vakter'],
    route: ['kompetanse etter forskriften'],
    emergencyCourse: ['akuttmedisinkurs', 'kurs i akuttmedisin'],
    violenceCourse: ['kurs i vold og overgrep', 'overgrepskurs'],
    from: ['fra', 'frå', 'fra dato', 'from', 'start'],
  },
)

/** What an absence's row is about. */
export const AWAY_WORDS: WordsRead<keyof typeof nbTables.absences.what> = new Map([
  ...readBy(nbTables.absences.what, nnTables.absences.what, enTables.absences.what),
  ['', 'absence'],
  ['borte', 'absence'],
  ['permisjon', 'absence'],
  ['leave', 'absence'],
  ['ferie', 'absence'],
  ['fritak', 'out-of-hours'],
  ['exempt', 'out-of-hours'],
])

/** The service itself as the employer. */
export const SERVICE_WORDS: ReadonlySet<string> = new Set(
  [nbTables, nnTables, enTables].map(({ doctors }) => doctors.service.toLowerCase()),
)
