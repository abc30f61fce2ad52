import type { BuilderWeightName, ParameterName, RateClass } from '../../core/rota/agreement.ts'
import type { ParameterGroup } from '../../core/rota/parameter.ts'
import type { Labels } from '../agreement-labels.ts'
import { ruleNames } from './rule-words.ts'
import { forms } from './words.ts'

export const groups: Readonly<Record<ParameterGroup, string>> = {
  hours: 'Timer i uka',
  rest: 'Hvile',
  'nights-and-weekends': 'Netter og helger',
  people: 'Leger og kompetanse',
  counting: 'Slik teller vi',
  sharing: 'Fordeling',
  publishing: 'Publisering, bytter og ledige vakter',
  reporting: 'Rapporter og logg',
}

export const names: Readonly<Record<ParameterName, string>> = {
  weeklyTotalMinutes: ruleNames['weekly-total'],
  rollingTotalMinutes: ruleNames['rolling-total'],
  weeklyDutyMinutes: ruleNames['weekly-duty'],
  averageUnderAct: ruleNames['average-hours'],
  longUnderAct: ruleNames['long-hours'],
  averageDuty: 'Vakttimer i snitt',
  otherTasksMinutes: 'Andre oppgaver i uka',
  restAfterOnSiteNightMinutes: 'Hvile etter natt på legevakta',
  restAfterMinutes: 'Hvile etter andre vakter',
  restBeforeNightMinutes: 'Hvile før nattevakt',
  secondRestMinutes: 'Strek for fri i døgnet',
  weeklyRest: 'Strek for fri i uka',
  longestPeriodMinutes: ruleNames['longest-period'],
  officeDayAfterNight: ruleNames['office-day-after-night'],
  nightsInARow: ruleNames['nights-in-a-row'],
  weekendFrequency: 'Hvor ofte helg',
  sundaysInARow: 'Søndager på rad',
  leastDoctors: ruleNames['least-doctors'],
  agreementEnd: 'Når fastlegeavtalen går ut',
  exemptionAge: 'Alder for fritak',
  parentExemption: 'Fritak ved graviditet og amming',
  courseValidYears: 'Hvor lenge kurs gjelder',
  competenceException: ruleNames['competence-exception'],
  backupReach: 'Slik nås bakvakta',
  officeHours: 'Kontortid',
  night: 'Natt',
  weekend: 'Helg',
  hourWeights: 'Vekt på en vakttime',
  activeHourWeight: 'Vekt på en aktiv time',
  cutPoints: 'Klokkeslett der timer skilles',
  dutyClasses: 'Vaktklasse',
  agreementHolidays: 'Helg og høytid i særavtalen',
  shareTolerancePercent: 'Avvik fra rettferdig del',
  specialHolidays: ruleNames['special-holidays'],
  holidayMemoryYears: 'Hvor lenge høytider huskes',
  fairness: 'Hva byggingen deler likt',
  builderWeights: 'Hva byggingen ellers tar hensyn til',
  publishDaysBefore: 'Frist for å publisere',
  planPeriods: 'Årshjul',
  swaps: 'Bytter',
  openDutyOrder: 'Hvem får ledige vakter først',
  leastGroup: 'Minste gruppe i rapporter',
  logYears: 'Hvor lenge loggen lagres',
  municipalityKey: 'Fordelingsnøkkel mellom kommunene',
  dutyRates: 'Timesatser for vakt',
  grantCriteria: 'Vilkår for tilskudd',
}

/** What a value does, in one line. */
export const effects: Readonly<Record<ParameterName, string>> = {
  weeklyTotalMinutes: 'Kontor, andre oppgaver og vakt til sammen, mandag til søndag. Mer gir advarsel.',
  rollingTotalMinutes:
    'Det samme på hvilke som helst sju døgn på rad, ikke bare i kalenderuka. Mer gir advarsel.',
  weeklyDutyMinutes: 'Bare vakt, mandag til søndag. Mer gir advarsel.',
  averageUnderAct:
    'Timer i snitt som er arbeidstid etter loven. Kontortid hos selvstendige fastleger er ikke med. Mer gir advarsel.',
  longUnderAct: 'Lengste uke og døgn etter loven. Mer vises, men gir ingen advarsel.',
  averageDuty: 'Bare vakt, i snitt over flere uker. Mer vises, men gir ingen advarsel.',
  otherTasksMinutes:
    'Sykehjem, helsestasjon og lignende for en fastlege i full stilling. Mer vises, men gir ingen advarsel.',
  restAfterOnSiteNightMinutes: 'Fri etter tilstedevakt om natta. Mindre stopper publisering.',
  restAfterMinutes: 'Fri etter vakt, for hver vaktform. Mindre gir advarsel.',
  restBeforeNightMinutes: 'Fri før en nattevakt. Mindre gir advarsel.',
  secondRestMinutes: 'Fri etter vakt, for hver vaktform. Mindre vises, men gir ingen advarsel.',
  weeklyRest: 'Lengste fri i uka uten avbrudd. Mindre vises, men gir ingen advarsel.',
  longestPeriodMinutes: 'Vakt uten opphold. Lengre gir advarsel.',
  officeDayAfterNight: 'Om kontortid dagen etter en natt skal gi advarsel.',
  nightsInARow: 'Flere nattevakter etter hverandre gir advarsel.',
  weekendFrequency: 'Oftere vakt i helgene, eller for sjelden en fri helg, gir advarsel.',
  sundaysInARow: 'Flere søndager og helligdager med vakt etter hverandre gir advarsel.',
  leastDoctors: 'Færrest leger som deler en vaktlinje. Færre stopper publisering.',
  agreementEnd:
    'Alder når avtalen går ut, og når den senest går ut med forlengelse. Vakt etter det stopper publisering.',
  exemptionAge: 'Fra denne fødselsdagen kan en fastlege kreve fritak fra legevakt.',
  parentExemption: 'Hvor lenge før fødsel og etter fødsel en fastlege kan kreve fritak.',
  courseValidYears: 'Forskriften har ingen grense. Uten verdi gjelder et kurs for alltid.',
  competenceException:
    'Hvor mange dager med arbeid som er en måned, og når vi varsler om at unntaket er snart brukt opp.',
  backupReach: 'Om bakvakta svarer på telefon, eller skal kunne møte på legevakta.',
  officeHours: 'Tid utenom er legevakttid.',
  night: 'Når natta er, og hvor mye av den en vakt må dekke for å telle som nattevakt.',
  weekend: 'Når helga er, og hvor mye vakt som gjør den til en helg med vakt.',
  hourWeights: 'Hva en time teller i vektede timer. Klokketimer står alltid ved siden av.',
  activeHourWeight: 'Hva en time teller i vektede timer når legen har sagt at den gikk med til arbeid.',
  cutPoints: 'Timene telles hver for seg på hver side av klokkeslettene.',
  dutyClasses: 'Klasse 1–4 for hver vaktlinje, etter hvor travel den er. Brukes i grunnlag for lønn.',
  agreementHolidays:
    'Når tillegget for helg og høytid gjelder. Tidene er ikke offentlige, så distriktet skriver dem inn.',
  shareTolerancePercent: 'Den som har mer eller mindre enn sin del med så mye, får advarsel.',
  specialHolidays: 'Høytider der vi husker hvem som hadde vakt, så de går på omgang.',
  holidayMemoryYears: 'Den som hadde vakt i en høytid, bør få fri fra den så mange år. Ny vakt gir advarsel.',
  fairness: 'Hvor mye timer, netter, helger og helligdager teller når vaktlista bygges.',
  builderWeights:
    'Hvor mye hver ting teller når vaktlista bygges. 1 er som vanlig, 2 teller dobbelt. Krav som stopper publisering, og ledige vakter, går alltid først.',
  publishDaysBefore:
    'Så mange dager før planens første dag. Senere gir advarsel. Endringer av enkeltvakter har ingen frist.',
  planPeriods: 'Planene gjennom året, og når hver av dem skal være publisert.',
  swaps: 'Om bytter må godkjennes, og hvor sent de kan gjøres.',
  openDutyOrder: 'Rekkefølgen ledige vakter tilbys i.',
  leastGroup: 'Tall som bygger på færre leger, vises ikke. Distriktet kan bare velge strengere enn fem.',
  logYears: 'Kommunens plan for arkivet bestemmer dette.',
  municipalityKey:
    'Det kommunene måles mot når vakt og kostnad fordeles: innbyggere, pasienter på listene eller avtalte andeler.',
  dutyRates:
    'Kroner per time vakt, som distriktet legger inn selv. Rapporten regner kostnad og oppgjør av dem.',
  grantCriteria: 'Folketall og sentralitet som avgjør hvilke kommuner som kan søke.',
}

/** Which rate an hour has. */
export const rateClasses: Readonly<Record<RateClass, string>> = {
  ordinary: 'Vanlig tid',
  weekend: 'Helg',
  publicHoliday: 'Helligdag',
}

/** What a builder trades against each other, beside even sharing. */
export const builderWeights: Readonly<Record<BuilderWeightName, string>> = {
  overLimits: 'Timer over en grense, og kort hvile',
  officeDays: 'Kontordag rett etter natt',
  leastDuties: 'Avtalt minste antall vakter',
  specialHolidays: 'Jul, nyttår, påske og 17. mai på omgang',
  wishes: 'Ønsker',
  together: 'Hele helger og vaktuker hos én lege',
  spacing: 'God tid mellom vaktene',
  wholeWeekends: 'Få helger med vakt',
  idleBackups: 'Ingen bakvakt uten behov',
  fewChanges: 'Få endringer fra forrige utkast',
}

const FORMS = {
  home: 'Etter hjemmevakt',
  'on-site': 'Etter tilstedevakt',
  backup: 'Etter bakvakt',
}
const HOURS = 'Timer i uka'
const WEEKS = 'I snitt over så mange uker'
const NONE = {}

export const parts: Labels = {
  weeklyTotalMinutes: NONE,
  rollingTotalMinutes: NONE,
  weeklyDutyMinutes: NONE,
  averageUnderAct: { minutes: HOURS, weeks: WEEKS },
  longUnderAct: { weekMinutes: 'Lengste uke', dayMinutes: 'Lengste døgn' },
  averageDuty: { minutes: HOURS, weeks: WEEKS },
  otherTasksMinutes: NONE,
  restAfterOnSiteNightMinutes: NONE,
  restAfterMinutes: FORMS,
  restBeforeNightMinutes: NONE,
  secondRestMinutes: FORMS,
  weeklyRest: { minutes: 'Fri i uka', forms: 'Vaktformer som bryter av' },
  longestPeriodMinutes: NONE,
  officeDayAfterNight: FORMS,
  nightsInARow: NONE,
  weekendFrequency: {
    oneOf: 'Vakt høyst én av så mange helger',
    weeks: WEEKS,
    freeAmong: 'Fri minst én av så mange helger',
  },
  sundaysInARow: NONE,
  leastDoctors: {
    home: 'Linjer med hjemmevakt',
    'on-site': 'Linjer med tilstedevakt',
    'full-day': 'Linjer med døgnvakter',
  },
  agreementEnd: { age: 'Alder når avtalen går ut', latestAge: 'Høyeste alder med forlengelse' },
  exemptionAge: NONE,
  parentExemption: { monthsBefore: 'Måneder før fødsel', childMonths: 'Barnets alder i måneder' },
  courseValidYears: NONE,
  competenceException: {
    daysPerMonth: 'Dager med arbeid som er en måned',
    warnAtPercent: 'Varsle når så mange prosent er brukt',
  },
  backupReach: { onSiteWithinMinutes: 'Skal kunne møte innen' },
  officeHours: { start: 'Fra klokka', end: 'Til klokka' },
  night: { start: 'Fra klokka', end: 'Til klokka', leastMinutes: 'Så mye gjør det til en nattevakt' },
  weekend: {
    fridayStart: 'Fra fredag klokka',
    mondayEnd: 'Til mandag klokka',
    leastMinutes: 'Så mye gjør det til en helg med vakt',
  },
  hourWeights: { home: 'Hjemmevakt', 'on-site': 'Tilstedevakt', backup: 'Bakvakt' },
  activeHourWeight: NONE,
  cutPoints: NONE,
  dutyClasses: NONE,
  agreementHolidays: {
    from: 'Fra dato',
    start: 'Fra klokka',
    to: 'Til dato',
    end: 'Til klokka',
  },
  shareTolerancePercent: NONE,
  specialHolidays: NONE,
  holidayMemoryYears: NONE,
  fairness: { hours: 'Timer', nights: 'Netter', weekends: 'Helger', holidays: 'Helligdager' },
  builderWeights,
  publishDaysBefore: NONE,
  planPeriods: { name: 'Navn', from: 'Første dag', publishBy: 'Publiseres innen' },
  swaps: { approval: 'Godkjenning', latestHoursBefore: 'Timer før vakta det senest kan gjøres' },
  openDutyOrder: NONE,
  leastGroup: NONE,
  logYears: NONE,
  municipalityKey: { kind: 'Hva nøkkelen følger', shares: 'Kommunenes tall' },
  dutyRates: { ...forms, ...rateClasses },
  grantCriteria: { populationBelow: 'Færre innbyggere enn', centrality: 'Sentralitet, fra 1 til 6' },
}

export { sources } from './sources.ts'
