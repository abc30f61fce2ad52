import type { Weekday } from '../../core/time/local-date.ts'
import { visible } from '../plain-text.ts'
import type { CellProblem, TableFault } from '../table-problem.ts'
import { count, dateOnly, list, number } from './format.ts'
import { weekdays } from './words.ts'

/** Sentences of the pages that take a spreadsheet in and send one out. */
export const page = {
  rotaTitle: 'Hent vaktliste fra regneark',
  rotaLead: (draft: string) =>
    `Lim inn vaktene, eller velg en fil. De legges i utkastet «${draft}» som ett steg du kan angre. Ingenting lagres før du har sett over og bekreftet.`,
  rotaHelp:
    'Datoer nedover eller bortover, og en kolonne for hver linje eller hver lege. En celle kan være KN, KN/OB (to plasser), KN til 20 eller KN, OB fra 20. Tomme celler lar vakta stå som den er; skriv «ledig» for å tømme den.',
  wishesTitle: 'Hent ønsker fra regneark',
  wishesLead: 'Lim inn linjene, eller velg en fil. Ingenting lagres før du har sett over og bekreftet.',
  absencesTitle: 'Hent fravær fra regneark',
  absencesLead:
    'Lim inn linjene, eller velg en fil. Skriv aldri grunnen til at noen er borte. Ingenting lagres før du har sett over og bekreftet.',
  absencesHelp:
    'En linje for hver periode: lege, første dag, siste dag. Siste dag kan stå tom når den ikke er kjent. Kolonnen «Gjelder» kan si fritak fra nattevakter eller fra én vaktform; ellers gjelder det all vakt.',
  doctorsTitle: 'Hent leger fra regneark',
  doctorsLead: 'Lim inn linjene, eller velg en fil. Ingenting lagres før du har sett over og bekreftet.',
  doctorsHelp:
    'Første linje er overskrifter: Navn og gjerne Initialer, HPR-nummer, E-post, Telefon, Avtale, Kommune, Stillingsprosent, Andel, Kompetanse, Akuttkurs, Voldskurs, Gjelder fra. Leger som er her fra før, kjennes igjen på HPR-nummer eller navn.',
  rows: 'Celler fra regnearket',
  file: 'Eller en fil',
  fileHelp: 'Excel (.xlsx) eller tekst (.csv), høyst 2 MB.',
  preview: 'Se over',
  previewAgain: 'Se over på nytt',
  sheet: 'Ark',
  sheetHelp: 'Fila har flere ark. Ett hentes om gangen.',
  choose: 'Velg …',
  problems: (amount: number) => `${count(amount, 'feil', 'feil')} må rettes først`,
  problemsHelp: 'Rett i feltet under eller i regnearket, og se over på nytt. Ingenting er lagret.',
  more: (amount: number) => `… og ${number(amount)} til`,
  unknownNames: (amount: number) => (amount === 1 ? 'Hvem er dette?' : 'Hvem er disse?'),
  unknownHelp: 'Velg lege for hvert navn. Valget gjelder til du har lagret.',
  timesUsed: (amount: number, address: string) => `${count(amount, 'gang', 'ganger')}, først i ${address}`,
  leaveOut: 'Ta ikke med',
  unknownColumns: 'Hva er disse kolonnene?',
  chosenColumn: (text: string, address: string) =>
    text === '' ? `Kolonne ${address}` : `«${text}» (${address})`,
  matched: (amount: number) => `${count(amount, 'navn', 'navn')} er kjent igjen`,
  yearTaken: (year: string) => `Datoer uten år er lest som ${year}, som i planen.`,
  outside: (amount: number) =>
    amount === 1
      ? 'Én dato er utenfor planen og er ikke tatt med.'
      : `${number(amount)} datoer er utenfor planen og er ikke tatt med.`,
  undated: (amount: number) =>
    amount === 1
      ? 'Én linje uten dato er ikke tatt med.'
      : `${number(amount)} linjer uten dato er ikke tatt med.`,
  onlyOwnDates: 'Ta bare med datoene i planen',
  same: (amount: number) =>
    amount === 1
      ? 'Én er slik fra før og står som den er.'
      : `${number(amount)} er slik fra før og står som de er.`,
  locked: (amount: number) =>
    amount === 1
      ? 'Én vakt er låst med en annen lege og står som den er.'
      : `${number(amount)} vakter er låst med andre leger og står som de er.`,
  moved: 'Noen har endret utkastet siden du så over. Slik blir det nå:',
  nothingNew: 'Alt står allerede slik. Det er ingenting å lagre.',
  changes: 'Dette blir endret',
  added: 'Dette blir lagt til',
  duty: 'Vakt',
  before: 'Nå',
  after: 'Blir',
  cell: 'Celle',
  open: 'ledig',
  confirmRota: (amount: number) => `Legg ${count(amount, 'vakt', 'vakter')} i utkastet`,
  confirmAbsences: (amount: number) => `Lagre ${count(amount, 'periode', 'perioder')}`,
  confirmDoctors: (amount: number) => `Lagre ${count(amount, 'lege', 'leger')}`,
  confirmWishes: (amount: number) => `Lagre ${count(amount, 'ønske', 'ønsker')}`,
  dutiesReached: (amount: number) =>
    amount === 0 ? '–' : `har ${count(amount, 'publisert vakt', 'publiserte vakter')}`,
  published: 'Publiserte vakter',
  what: 'Gjelder',
  doctor: 'Lege',
  isNew: 'ny',
  isChanged: 'endres',
  state: 'Hva skjer',
  fields: 'Opplysninger',
  field: (name: string, value: string) => `${name}: ${value}`,
  part: (name: string, part: string) => `${name} ${part}`,
}

export const links = {
  rota: 'Hent fra regneark',
  absences: 'Hent fravær fra regneark',
  doctors: 'Hent leger fra regneark',
  title: 'Regneark',
  takeOut: 'Last ned',
  rotaList: 'Vaktliste, alle opplysninger',
  rotaGrid: 'Vaktliste, datoer nedover',
  doctorsFile: 'Leger',
  absencesFile: 'Fravær',
  wishesFile: 'Ønsker',
  form: (what: string, form: string) => `${what} (${form})`,
  note: 'Filene kan rettes i et regneark og hentes inn igjen.',
}

/** What is wrong with a whole sheet or file. */
export const faults: Readonly<Record<TableFault['kind'], (value: string) => string>> = {
  empty: () => 'Det står ingenting i arket. Lim inn cellene, eller velg en fil.',
  'too-much-text': (value) =>
    `Arket har for mye tekst. Grensen er ${number(Number(value))} tegn. Hent en del om gangen.`,
  'too-many-rows': (value) =>
    `Arket har for mange rader. Grensen er ${number(Number(value) || 5000)}. Hent en del om gangen.`,
  'too-many-columns': (value) =>
    `Arket har for mange kolonner. Grensen er ${number(Number(value) || 400)}. Hent en del om gangen.`,
  'too-many-cells': () => `Fila har for mange celler. Lagre bare arket du trenger som en egen fil.`,
  'too-many-sheets': (value) =>
    `Fila har for mange ark. Grensen er ${value}. Lagre bare arket du trenger som en egen fil.`,
  'file-too-large': (value) =>
    `${named(value)} er for stor. Grensen er 2 MB. Lagre bare arket du trenger som en egen fil.`,
  'macro-workbook': (value) =>
    `${named(value)} har makroer og blir ikke åpnet. Lagre den som vanlig arbeidsbok (.xlsx) eller CSV.`,
  encrypted: (value) => `${named(value)} er låst med passord. Lagre den uten passord.`,
  'old-xls': (value) => `${named(value)} er i det gamle Excel-formatet. Lagre den som .xlsx eller CSV.`,
  'other-workbook': (value) => `${named(value)} er ikke en Excel-arbeidsbok. Lagre den som .xlsx eller CSV.`,
  'not-a-table': (value) => `${named(value)} er ikke et regneark. Velg en .xlsx- eller .csv-fil.`,
  'zip-bomb': (value) =>
    `${named(value)} pakker ut mye mer enn et regneark trenger, og blir ikke åpnet. Lagre bare arket du trenger som en egen fil.`,
  'broken-workbook': (value) =>
    `${named(value)} er ødelagt og kan ikke leses. Åpne den i regnearket og lagre den på nytt.`,
  'unknown-sheet': (value) => `Fila har ikke noe ark som heter «${visible(value)}».`,
}

function named(value: string): string {
  return value === '' ? 'Fila' : `«${visible(value)}»`
}

const given = (value: string) => (value === '' ? '' : ` Det står «${value}».`)

/** What is wrong with one cell; the address stands before the sentence. */
export const cells: Readonly<
  Record<CellProblem['code'], (value: string, also: readonly string[]) => string>
> = {
  'unknown-name': (value) => `Ingen lege i distriktet heter «${value}».`,
  'fits-several': (value, also) =>
    `«${value}» kan være ${list([...also])}. Skriv initialene, eller velg under.`,
  'not-a-date': (value) => `Skriv en dato som finnes, for eksempel 04.01.2027.${given(value)}`,
  'other-year': (value, [years = '']) => `«${value}» er i et annet år enn planen (${years}).`,
  'other-weekday': (value, [date = '', day = '1']) =>
    `Det står «${value}», men ${dateOnly(date)} er en ${weekdays[(Number(day) as Weekday) - 1]}.`,
  'unknown-column': (value) =>
    value === ''
      ? 'Kolonnen har ingen overskrift. Velg linje under.'
      : `«${value}» er ikke en linje i planen. Velg linje under.`,
  'unknown-line': (value) => `Planen har ingen linje som heter «${value}».`,
  'unknown-duty': (value) => `Det er ingen vakt som heter «${value}» den dagen.`,
  'no-duty': (value, [, date = '']) => `Det er ingen slik vakt ${dateOnly(date)}.${given(value)}`,
  'other-number': (value, [names = '', places = '']) =>
    `«${value}» passer ikke: ${count(Number(names), 'navn', 'navn')} til ${count(Number(places), 'plass', 'plasser')}.`,
  'unreadable-time': (value) =>
    `Klokkeslettet kan ikke leses. Skriv for eksempel «KN til 20».${given(value)}`,
  'no-such-time': (value, [date = '', time = '']) =>
    `Klokka er aldri ${time} ${dateOnly(date)}: den stilles fra 02 til 03.${given(value)}`,
  'time-twice': (value, [date = '', time = '']) =>
    `Klokka er ${time} to ganger ${dateOnly(date)}. Skriv «${time}+02:00» for den første eller «${time}+01:00» for den andre.${given(value)}`,
  'outside-duty': (value, [times = '']) =>
    `Tiden i «${value}» er ikke inne i vakta${times === '' ? '' : ` (${times})`}.`,
  overlapping: (value) => `«${value}» gir to leger samme tid.`,
  'given-twice': (value, [other = '']) => `«${value}» er en vakt som også står i ${other}.`,
  formula: () => 'Cellen har en formel uten svar. Lagre fila i regnearket, eller skriv svaret.',
  'hidden-character': (value) => `Cellen har tegn som ikke vises. Fjern dem.${given(value)}`,
  'too-long': (value) => `Teksten er for lang.${given(value)}`,
  missing: () => 'Cellen er tom.',
  'unknown-word': (value) => `«${value}» er ikke noe som kan stå her.`,
  'not-a-number': (value) => `Skriv et tall.${given(value)}`,
  'no-dates': () =>
    'Fant ingen datoer i arket. Datoene kan stå nedover i en kolonne eller bortover i en rad.',
  'no-names': () => 'Fant ingen overskrift «Navn». Første linje må ha overskrifter.',
  'no-hpr-number': (value) => `«${value}» er ikke et HPR-nummer.`,
  'no-email': (value) => `«${value}» er ikke en e-postadresse.`,
  'no-name': (value) => `«${value}» er ikke et navn.`,
  'not-a-member': (value) => `Distriktet har ingen kommune som heter «${value}».`,
  'fits-several-doctors': (value) => `Flere leger her heter «${value}». Skriv HPR-nummer eller initialer.`,
  'same-doctor': (value, [other = '']) => `«${value}» er den samme legen som i ${other}.`,
  'too-many-rows': (value, [most = '']) =>
    `Arket har ${number(Number(value))} linjer. Det går å hente ${number(Number(most))} om gangen.`,
  'too-many-places': (value, [most = '']) =>
    `Arket endrer ${number(Number(value))} vakter. Ett steg kan ha ${number(Number(most))}. Hent en kortere periode om gangen.`,
}

/** Before a sentence that belongs to the whole sheet. */
export const wholeSheet = 'Arket'
