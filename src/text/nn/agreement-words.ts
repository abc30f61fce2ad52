import type { BuilderWeightName, ParameterName, RateClass } from '../../core/rota/agreement.ts'
import type { ParameterGroup } from '../../core/rota/parameter.ts'
import type { Labels } from '../agreement-labels.ts'
import { ruleNames } from './rule-words.ts'
import { forms } from './words.ts'

export const groups: Readonly<Record<ParameterGroup, string>> = {
  hours: 'Timar i veka',
  rest: 'Kvile',
  'nights-and-weekends': 'Netter og helger',
  people: 'Legar og kompetanse',
  counting: 'Slik tel vi',
  sharing: 'Fordeling',
  publishing: 'Publisering, byte og ledige vakter',
  reporting: 'Rapportar og logg',
}

export const names: Readonly<Record<ParameterName, string>> = {
  weeklyTotalMinutes: ruleNames['weekly-total'],
  rollingTotalMinutes: ruleNames['rolling-total'],
  weeklyDutyMinutes: ruleNames['weekly-duty'],
  averageUnderAct: ruleNames['average-hours'],
  longUnderAct: ruleNames['long-hours'],
  averageDuty: 'Vakttimar i snitt',
  otherTasksMinutes: 'Andre oppgåver i veka',
  restAfterOnSiteNightMinutes: 'Kvile etter natt på legevakta',
  restAfterMinutes: 'Kvile etter andre vakter',
  restBeforeNightMinutes: 'Kvile før nattevakt',
  secondRestMinutes: 'Strek for fri i døgnet',
  weeklyRest: 'Strek for fri i veka',
  longestPeriodMinutes: ruleNames['longest-period'],
  officeDayAfterNight: ruleNames['office-day-after-night'],
  nightsInARow: ruleNames['nights-in-a-row'],
  weekendFrequency: 'Kor ofte helg',
  sundaysInARow: 'Sundagar på rad',
  leastDoctors: ruleNames['least-doctors'],
  agreementEnd: 'Når fastlegeavtalen går ut',
  exemptionAge: 'Alder for fritak',
  parentExemption: 'Fritak ved graviditet og amming',
  courseValidYears: 'Kor lenge kurs gjeld',
  competenceException: ruleNames['competence-exception'],
  backupReach: 'Slik blir bakvakta nådd',
  officeHours: 'Kontortid',
  night: 'Natt',
  weekend: 'Helg',
  hourWeights: 'Vekt på ein vakttime',
  activeHourWeight: 'Vekt på ein aktiv time',
  cutPoints: 'Klokkeslett der timar blir skilde',
  dutyClasses: 'Vaktklasse',
  agreementHolidays: 'Helg og høgtid i særavtalen',
  shareTolerancePercent: 'Avvik frå rettferdig del',
  specialHolidays: ruleNames['special-holidays'],
  holidayMemoryYears: 'Kor lenge høgtider blir hugsa',
  fairness: 'Kva bygginga deler likt',
  builderWeights: 'Kva bygginga elles tek omsyn til',
  publishDaysBefore: 'Frist for å publisere',
  planPeriods: 'Årshjul',
  swaps: 'Byte',
  openDutyOrder: 'Kven får ledige vakter først',
  leastGroup: 'Minste gruppe i rapportar',
  logYears: 'Kor lenge loggen blir lagra',
  municipalityKey: 'Fordelingsnøkkel mellom kommunane',
  dutyRates: 'Timesatsar for vakt',
  grantCriteria: 'Vilkår for tilskot',
}

/** What a value does, in one line. */
export const effects: Readonly<Record<ParameterName, string>> = {
  weeklyTotalMinutes: 'Kontor, andre oppgåver og vakt til saman, måndag til sundag. Meir gir åtvaring.',
  rollingTotalMinutes:
    'Det same på kva sju døgn som helst på rad, ikkje berre i kalenderveka. Meir gir åtvaring.',
  weeklyDutyMinutes: 'Berre vakt, måndag til sundag. Meir gir åtvaring.',
  averageUnderAct:
    'Timar i snitt som er arbeidstid etter lova. Kontortid hos sjølvstendige fastlegar er ikkje med. Meir gir åtvaring.',
  longUnderAct: 'Lengste veke og døgn etter lova. Meir blir vist, men gir inga åtvaring.',
  averageDuty: 'Berre vakt, i snitt over fleire veker. Meir blir vist, men gir inga åtvaring.',
  otherTasksMinutes:
    'Sjukeheim, helsestasjon og liknande for ein fastlege i full stilling. Meir blir vist, men gir inga åtvaring.',
  restAfterOnSiteNightMinutes: 'Fri etter tilstadevakt om natta. Mindre stoppar publisering.',
  restAfterMinutes: 'Fri etter vakt, for kvar vaktform. Mindre gir åtvaring.',
  restBeforeNightMinutes: 'Fri før ei nattevakt. Mindre gir åtvaring.',
  secondRestMinutes: 'Fri etter vakt, for kvar vaktform. Mindre blir vist, men gir inga åtvaring.',
  weeklyRest: 'Lengste fri i veka utan avbrot. Mindre blir vist, men gir inga åtvaring.',
  longestPeriodMinutes: 'Vakt utan opphald. Lengre gir åtvaring.',
  officeDayAfterNight: 'Om kontortid dagen etter ei natt skal gi åtvaring.',
  nightsInARow: 'Fleire nattevakter etter kvarandre gir åtvaring.',
  weekendFrequency: 'Oftare vakt i helgene, eller for sjeldan ei fri helg, gir åtvaring.',
  sundaysInARow: 'Fleire sundagar og heilagdagar med vakt etter kvarandre gir åtvaring.',
  leastDoctors: 'Færrast legar som deler ei vaktlinje. Færre stoppar publisering.',
  agreementEnd:
    'Alder når avtalen går ut, og når han seinast går ut med forlenging. Vakt etter det stoppar publisering.',
  exemptionAge: 'Frå denne fødselsdagen kan ein fastlege krevje fritak frå legevakt.',
  parentExemption: 'Kor lenge før fødsel og etter fødsel ein fastlege kan krevje fritak.',
  courseValidYears: 'Forskrifta har inga grense. Utan verdi gjeld eit kurs for alltid.',
  competenceException:
    'Kor mange dagar med arbeid som er ein månad, og når vi varslar om at unntaket er snart brukt opp.',
  backupReach: 'Om bakvakta svarer på telefon, eller skal kunne møte på legevakta.',
  officeHours: 'Tid utanom er legevakttid.',
  night: 'Når natta er, og kor mykje av henne ei vakt må dekkje for å telje som nattevakt.',
  weekend: 'Når helga er, og kor mykje vakt som gjer henne til ei helg med vakt.',
  hourWeights: 'Kva ein time tel i vekta timar. Klokketimar står alltid ved sida av.',
  activeHourWeight: 'Kva ein time tel i vekta timar når legen har sagt at han gjekk med til arbeid.',
  cutPoints: 'Timane blir talde kvar for seg på kvar side av klokkesletta.',
  dutyClasses: 'Klasse 1–4 for kvar vaktlinje, etter kor travel ho er. Blir brukt i grunnlag for løn.',
  agreementHolidays:
    'Når tillegget for helg og høgtid gjeld. Tidene er ikkje offentlege, så distriktet skriv dei inn.',
  shareTolerancePercent: 'Den som har meir eller mindre enn sin del med så mykje, får åtvaring.',
  specialHolidays: 'Høgtider der vi hugsar kven som hadde vakt, så dei går på omgang.',
  holidayMemoryYears:
    'Den som hadde vakt i ei høgtid, bør få fri frå henne så mange år. Ny vakt gir åtvaring.',
  fairness: 'Kor mykje timar, netter, helger og heilagdagar tel når vaktlista blir bygd.',
  builderWeights:
    'Kor mykje kvar ting tel når vaktlista blir bygd. 1 er som vanleg, 2 tel dobbelt. Krav som stoppar publisering, og ledige vakter, går alltid først.',
  publishDaysBefore:
    'Så mange dagar før første dag i planen. Seinare gir åtvaring. Endringar av enkeltvakter har ingen frist.',
  planPeriods: 'Planane gjennom året, og når kvar av dei skal vere publisert.',
  swaps: 'Om byte må godkjennast, og kor seint dei kan gjerast.',
  openDutyOrder: 'Rekkjefølgja ledige vakter blir tilbodne i.',
  leastGroup:
    'Tal som byggjer på færre legar, blir ikkje viste. Distriktet kan berre velje strengare enn fem.',
  logYears: 'Arkivplanen til kommunen avgjer dette.',
  municipalityKey:
    'Det kommunane blir målte mot når vakt og kostnad blir fordelt: innbyggjarar, pasientar på listene eller avtalte delar.',
  dutyRates:
    'Kroner per time vakt, som distriktet legg inn sjølv. Rapporten reknar kostnad og oppgjer av dei.',
  grantCriteria: 'Folketal og sentralitet som avgjer kva kommunar som kan søkje.',
}

/** Which rate an hour has. */
export const rateClasses: Readonly<Record<RateClass, string>> = {
  ordinary: 'Vanleg tid',
  weekend: 'Helg',
  publicHoliday: 'Heilagdag',
}

/** What a builder trades against each other, beside even sharing. */
export const builderWeights: Readonly<Record<BuilderWeightName, string>> = {
  overLimits: 'Timar over ei grense, og kort kvile',
  officeDays: 'Kontordag rett etter natt',
  leastDuties: 'Avtalt minste tal på vakter',
  specialHolidays: 'Jul, nyttår, påske og 17. mai på omgang',
  wishes: 'Ønske',
  together: 'Heile helger og vaktveker hos éin lege',
  spacing: 'God tid mellom vaktene',
  wholeWeekends: 'Få helger med vakt',
  idleBackups: 'Inga bakvakt utan behov',
  fewChanges: 'Få endringar frå førre utkast',
}

const FORMS = {
  home: 'Etter heimevakt',
  'on-site': 'Etter tilstadevakt',
  backup: 'Etter bakvakt',
}
const HOURS = 'Timar i veka'
const WEEKS = 'I snitt over så mange veker'
const NONE = {}

export const parts: Labels = {
  weeklyTotalMinutes: NONE,
  rollingTotalMinutes: NONE,
  weeklyDutyMinutes: NONE,
  averageUnderAct: { minutes: HOURS, weeks: WEEKS },
  longUnderAct: { weekMinutes: 'Lengste veke', dayMinutes: 'Lengste døgn' },
  averageDuty: { minutes: HOURS, weeks: WEEKS },
  otherTasksMinutes: NONE,
  restAfterOnSiteNightMinutes: NONE,
  restAfterMinutes: FORMS,
  restBeforeNightMinutes: NONE,
  secondRestMinutes: FORMS,
  weeklyRest: { minutes: 'Fri i veka', forms: 'Vaktformer som bryt av' },
  longestPeriodMinutes: NONE,
  officeDayAfterNight: FORMS,
  nightsInARow: NONE,
  weekendFrequency: {
    oneOf: 'Vakt høgst éi av så mange helger',
    weeks: WEEKS,
    freeAmong: 'Fri minst éi av så mange helger',
  },
  sundaysInARow: NONE,
  leastDoctors: {
    home: 'Linjer med heimevakt',
    'on-site': 'Linjer med tilstadevakt',
    'full-day': 'Linjer med døgnvakter',
  },
  agreementEnd: { age: 'Alder når avtalen går ut', latestAge: 'Høgste alder med forlenging' },
  exemptionAge: NONE,
  parentExemption: { monthsBefore: 'Månader før fødsel', childMonths: 'Alderen til barnet i månader' },
  courseValidYears: NONE,
  competenceException: {
    daysPerMonth: 'Dagar med arbeid som er ein månad',
    warnAtPercent: 'Varsle når så mange prosent er brukt',
  },
  backupReach: { onSiteWithinMinutes: 'Skal kunne møte innan' },
  officeHours: { start: 'Frå klokka', end: 'Til klokka' },
  night: { start: 'Frå klokka', end: 'Til klokka', leastMinutes: 'Så mykje gjer det til ei nattevakt' },
  weekend: {
    fridayStart: 'Frå fredag klokka',
    mondayEnd: 'Til måndag klokka',
    leastMinutes: 'Så mykje gjer det til ei helg med vakt',
  },
  hourWeights: { home: 'Heimevakt', 'on-site': 'Tilstadevakt', backup: 'Bakvakt' },
  activeHourWeight: NONE,
  cutPoints: NONE,
  dutyClasses: NONE,
  agreementHolidays: {
    from: 'Frå dato',
    start: 'Frå klokka',
    to: 'Til dato',
    end: 'Til klokka',
  },
  shareTolerancePercent: NONE,
  specialHolidays: NONE,
  holidayMemoryYears: NONE,
  fairness: { hours: 'Timar', nights: 'Netter', weekends: 'Helger', holidays: 'Heilagdagar' },
  builderWeights,
  publishDaysBefore: NONE,
  planPeriods: { name: 'Namn', from: 'Første dag', publishBy: 'Blir publisert innan' },
  swaps: { approval: 'Godkjenning', latestHoursBefore: 'Timar før vakta det seinast kan gjerast' },
  openDutyOrder: NONE,
  leastGroup: NONE,
  logYears: NONE,
  municipalityKey: { kind: 'Kva nøkkelen følgjer', shares: 'Tala til kommunane' },
  dutyRates: { ...forms, ...rateClasses },
  grantCriteria: { populationBelow: 'Færre innbyggjarar enn', centrality: 'Sentralitet, frå 1 til 6' },
}

export { sources } from './sources.ts'
