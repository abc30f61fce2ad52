import type { Weekday } from '../../core/time/local-date.ts'
import { visible } from '../plain-text.ts'
import type { CellProblem, TableFault } from '../table-problem.ts'
import { count, dateOnly, list, number } from './format.ts'
import { weekdays } from './words.ts'

/** Sentences of the pages that take a spreadsheet in and send one out. */
export const page = {
  rotaTitle: 'Hent vaktliste frå rekneark',
  rotaLead: (draft: string) =>
    `Lim inn vaktene, eller vel ei fil. Dei blir lagde i utkastet «${draft}» som eitt steg du kan angre. Ingenting blir lagra før du har sett over og stadfesta.`,
  rotaHelp:
    'Datoar nedover eller bortover, og ein kolonne for kvar linje eller kvar lege. Ei celle kan vere KN, KN/OB (to plassar), KN til 20 eller KN, OB frå 20. Tomme celler lèt vakta stå som ho er; skriv «ledig» for å tømme henne.',
  wishesTitle: 'Hent ønske frå rekneark',
  wishesLead: 'Lim inn linjene, eller vel ei fil. Ingenting blir lagra før du har sett over og stadfesta.',
  absencesTitle: 'Hent fråvær frå rekneark',
  absencesLead:
    'Lim inn linjene, eller vel ei fil. Skriv aldri grunnen til at nokon er borte. Ingenting blir lagra før du har sett over og stadfesta.',
  absencesHelp:
    'Ei linje for kvar periode: lege, første dag, siste dag. Siste dag kan stå tom når han ikkje er kjend. Kolonnen «Gjeld» kan seie fritak frå nattevakter eller frå éi vaktform; elles gjeld det all vakt.',
  doctorsTitle: 'Hent legar frå rekneark',
  doctorsLead: 'Lim inn linjene, eller vel ei fil. Ingenting blir lagra før du har sett over og stadfesta.',
  doctorsHelp:
    'Første linje er overskrifter: Namn og gjerne Initialar, HPR-nummer, E-post, Telefon, Avtale, Kommune, Stillingsprosent, Del, Kompetanse, Akuttkurs, Valdskurs, Gjeld frå. Legar som er her frå før, blir kjende att på HPR-nummer eller namn.',
  rows: 'Celler frå reknearket',
  file: 'Eller ei fil',
  fileHelp: 'Excel (.xlsx) eller tekst (.csv), høgst 2 MB.',
  preview: 'Sjå over',
  previewAgain: 'Sjå over på nytt',
  sheet: 'Ark',
  sheetHelp: 'Fila har fleire ark. Eitt blir henta om gongen.',
  choose: 'Vel …',
  problems: (amount: number) => `${count(amount, 'feil', 'feil')} må rettast først`,
  problemsHelp: 'Rett i feltet under eller i reknearket, og sjå over på nytt. Ingenting er lagra.',
  more: (amount: number) => `… og ${number(amount)} til`,
  unknownNames: (amount: number) => (amount === 1 ? 'Kven er dette?' : 'Kven er desse?'),
  unknownHelp: 'Vel lege for kvart namn. Valet gjeld til du har lagra.',
  timesUsed: (amount: number, address: string) => `${count(amount, 'gong', 'gonger')}, først i ${address}`,
  leaveOut: 'Ta ikkje med',
  unknownColumns: 'Kva er desse kolonnane?',
  chosenColumn: (text: string, address: string) =>
    text === '' ? `Kolonne ${address}` : `«${text}» (${address})`,
  matched: (amount: number) => `${count(amount, 'namn', 'namn')} er kjende att`,
  yearTaken: (year: string) => `Datoar utan år er lesne som ${year}, som i planen.`,
  outside: (amount: number) =>
    amount === 1
      ? 'Éin dato er utanfor planen og er ikkje teken med.'
      : `${number(amount)} datoar er utanfor planen og er ikkje tekne med.`,
  undated: (amount: number) =>
    amount === 1
      ? 'Éi linje utan dato er ikkje teken med.'
      : `${number(amount)} linjer utan dato er ikkje tekne med.`,
  onlyOwnDates: 'Ta berre med datoane i planen',
  same: (amount: number) =>
    amount === 1
      ? 'Éin er slik frå før og står som han er.'
      : `${number(amount)} er slik frå før og står som dei er.`,
  locked: (amount: number) =>
    amount === 1
      ? 'Éi vakt er låst med ein annan lege og står som ho er.'
      : `${number(amount)} vakter er låste med andre legar og står som dei er.`,
  moved: 'Nokon har endra utkastet sidan du såg over. Slik blir det no:',
  nothingNew: 'Alt står alt slik. Det er ingenting å lagre.',
  changes: 'Dette blir endra',
  added: 'Dette blir lagt til',
  duty: 'Vakt',
  before: 'No',
  after: 'Blir',
  cell: 'Celle',
  open: 'ledig',
  confirmRota: (amount: number) => `Legg ${count(amount, 'vakt', 'vakter')} i utkastet`,
  confirmAbsences: (amount: number) => `Lagre ${count(amount, 'periode', 'periodar')}`,
  confirmDoctors: (amount: number) => `Lagre ${count(amount, 'lege', 'legar')}`,
  confirmWishes: (amount: number) => `Lagre ${count(amount, 'ønske', 'ønske')}`,
  dutiesReached: (amount: number) =>
    amount === 0 ? '–' : `har ${count(amount, 'publisert vakt', 'publiserte vakter')}`,
  published: 'Publiserte vakter',
  what: 'Gjeld',
  doctor: 'Lege',
  isNew: 'ny',
  isChanged: 'blir endra',
  state: 'Kva skjer',
  fields: 'Opplysningar',
  field: (name: string, value: string) => `${name}: ${value}`,
  part: (name: string, part: string) => `${name} ${part}`,
}

export const links = {
  rota: 'Hent frå rekneark',
  absences: 'Hent fråvær frå rekneark',
  doctors: 'Hent legar frå rekneark',
  title: 'Rekneark',
  takeOut: 'Last ned',
  rotaList: 'Vaktliste, alle opplysningar',
  rotaGrid: 'Vaktliste, datoar nedover',
  doctorsFile: 'Legar',
  absencesFile: 'Fråvær',
  wishesFile: 'Ønske',
  form: (what: string, form: string) => `${what} (${form})`,
  note: 'Filene kan rettast i eit rekneark og hentast inn att.',
}

/** What is wrong with a whole sheet or file. */
export const faults: Readonly<Record<TableFault['kind'], (value: string) => string>> = {
  empty: () => 'Det står ingenting i arket. Lim inn cellene, eller vel ei fil.',
  'too-much-text': (value) =>
    `Arket har for mykje tekst. Grensa er ${number(Number(value))} teikn. Hent ein del om gongen.`,
  'too-many-rows': (value) =>
    `Arket har for mange rader. Grensa er ${number(Number(value) || 5000)}. Hent ein del om gongen.`,
  'too-many-columns': (value) =>
    `Arket har for mange kolonnar. Grensa er ${number(Number(value) || 400)}. Hent ein del om gongen.`,
  'too-many-cells': () => `Fila har for mange celler. Lagre berre arket du treng som ei eiga fil.`,
  'too-many-sheets': (value) =>
    `Fila har for mange ark. Grensa er ${value}. Lagre berre arket du treng som ei eiga fil.`,
  'file-too-large': (value) =>
    `${named(value)} er for stor. Grensa er 2 MB. Lagre berre arket du treng som ei eiga fil.`,
  'macro-workbook': (value) =>
    `${named(value)} har makroar og blir ikkje opna. Lagre henne som vanleg arbeidsbok (.xlsx) eller CSV.`,
  encrypted: (value) => `${named(value)} er låst med passord. Lagre henne utan passord.`,
  'old-xls': (value) => `${named(value)} er i det gamle Excel-formatet. Lagre henne som .xlsx eller CSV.`,
  'other-workbook': (value) =>
    `${named(value)} er ikkje ei Excel-arbeidsbok. Lagre henne som .xlsx eller CSV.`,
  'not-a-table': (value) => `${named(value)} er ikkje eit rekneark. Vel ei .xlsx- eller .csv-fil.`,
  'zip-bomb': (value) =>
    `${named(value)} pakkar ut mykje meir enn eit rekneark treng, og blir ikkje opna. Lagre berre arket du treng som ei eiga fil.`,
  'broken-workbook': (value) =>
    `${named(value)} er øydelagd og kan ikkje lesast. Opne henne i reknearket og lagre henne på nytt.`,
  'unknown-sheet': (value) => `Fila har ikkje noko ark som heiter «${visible(value)}».`,
}

function named(value: string): string {
  return value === '' ? 'Fila' : `«${visible(value)}»`
}

const given = (value: string) => (value === '' ? '' : ` Det står «${value}».`)

/** What is wrong with one cell; the address stands before the sentence. */
export const cells: Readonly<
  Record<CellProblem['code'], (value: string, also: readonly string[]) => string>
> = {
  'unknown-name': (value) => `Ingen lege i distriktet heiter «${value}».`,
  'fits-several': (value, also) =>
    `«${value}» kan vere ${list([...also])}. Skriv initialane, eller vel under.`,
  'not-a-date': (value) => `Skriv ein dato som finst, til dømes 04.01.2027.${given(value)}`,
  'other-year': (value, [years = '']) => `«${value}» er i eit anna år enn planen (${years}).`,
  'other-weekday': (value, [date = '', day = '1']) =>
    `Det står «${value}», men ${dateOnly(date)} er ein ${weekdays[(Number(day) as Weekday) - 1]}.`,
  'unknown-column': (value) =>
    value === ''
      ? 'Kolonnen har inga overskrift. Vel linje under.'
      : `«${value}» er ikkje ei linje i planen. Vel linje under.`,
  'unknown-line': (value) => `Planen har inga linje som heiter «${value}».`,
  'unknown-duty': (value) => `Det er inga vakt som heiter «${value}» den dagen.`,
  'no-duty': (value, [, date = '']) => `Det er inga slik vakt ${dateOnly(date)}.${given(value)}`,
  'other-number': (value, [names = '', places = '']) =>
    `«${value}» passar ikkje: ${count(Number(names), 'namn', 'namn')} til ${count(Number(places), 'plass', 'plassar')}.`,
  'unreadable-time': (value) => `Klokkeslettet kan ikkje lesast. Skriv til dømes «KN til 20».${given(value)}`,
  'no-such-time': (value, [date = '', time = '']) =>
    `Klokka er aldri ${time} ${dateOnly(date)}: ho blir stilt frå 02 til 03.${given(value)}`,
  'time-twice': (value, [date = '', time = '']) =>
    `Klokka er ${time} to gonger ${dateOnly(date)}. Skriv «${time}+02:00» for den første eller «${time}+01:00» for den andre.${given(value)}`,
  'outside-duty': (value, [times = '']) =>
    `Tida i «${value}» er ikkje inne i vakta${times === '' ? '' : ` (${times})`}.`,
  overlapping: (value) => `«${value}» gir to legar same tid.`,
  'given-twice': (value, [other = '']) => `«${value}» er ei vakt som òg står i ${other}.`,
  formula: () => 'Cella har ein formel utan svar. Lagre fila i reknearket, eller skriv svaret.',
  'hidden-character': (value) => `Cella har teikn som ikkje viser. Fjern dei.${given(value)}`,
  'too-long': (value) => `Teksten er for lang.${given(value)}`,
  missing: () => 'Cella er tom.',
  'unknown-word': (value) => `«${value}» er ikkje noko som kan stå her.`,
  'not-a-number': (value) => `Skriv eit tal.${given(value)}`,
  'no-dates': () =>
    'Fann ingen datoar i arket. Datoane kan stå nedover i ein kolonne eller bortover i ei rad.',
  'no-names': () => 'Fann inga overskrift «Namn». Første linje må ha overskrifter.',
  'no-hpr-number': (value) => `«${value}» er ikkje eit HPR-nummer.`,
  'no-email': (value) => `«${value}» er ikkje ei e-postadresse.`,
  'no-name': (value) => `«${value}» er ikkje eit namn.`,
  'not-a-member': (value) => `Distriktet har ingen kommune som heiter «${value}».`,
  'fits-several-doctors': (value) => `Fleire legar her heiter «${value}». Skriv HPR-nummer eller initialar.`,
  'same-doctor': (value, [other = '']) => `«${value}» er den same legen som i ${other}.`,
  'too-many-rows': (value, [most = '']) =>
    `Arket har ${number(Number(value))} linjer. Det går å hente ${number(Number(most))} om gongen.`,
  'too-many-places': (value, [most = '']) =>
    `Arket endrar ${number(Number(value))} vakter. Eitt steg kan ha ${number(Number(most))}. Hent ein kortare periode om gongen.`,
}

/** Before a sentence that belongs to the whole sheet. */
export const wholeSheet = 'Arket'
