import { count, decimal, number } from './format.ts'

/** The frame of a load report's pages, and what its tables say when a figure is missing. */
export const frame = {
  countedNow:
    'Tallene her er regnet nå, av vaktene slik de står. Perioden er avsluttet, og oversikten viser det som ble lagret for kommunens egne leger da.',
  unreadKind: (value: string) =>
    `«${value}» er ingen slags periode. Velg uke, måned, kvartal, år eller plan.`,
  unreadDate: (value: string) => `«${value}» er ikke en dato i kalenderen. Skriv den som 2027-01-04.`,
  noPlan: 'Det er ingen plan på denne datoen.',
  /** Instead of what could not be followed. */
  shows: (period: string) => `Siden viser ${period}.`,
  about: (district: string, dates: string) => `Kommunens egne leger i ${district}, ${dates}.`,
  titleOf: (title: string, part: string) => `${title}: ${part.toLowerCase()}`,
  tabs: 'Deler av rapporten',
  tab: {
    overview: 'Oversikt',
    time: 'Over tid',
    shares: 'Mellom kommunene',
    yearly: 'Årlig',
  },
  files: 'Ta med rapporten',
  xlsx: 'Regneark (XLSX)',
  csv: 'Tabell (CSV)',
  json: 'Data (JSON)',
  print: 'Utskrift',
}

/** A cell without a figure, and under the table why. */
export const cells = {
  hidden: 'vises ikke',
  hiddenWhy: 'For få leger står bak tallet til at det kan vises.',
  notKnown: 'ikke kjent',
  notKnownWhy: 'Det tallet skal regnes ut fra, er ikke oppgitt.',
  why: (word: string, why: string) => `«${word}»: ${why}`,
  kroner: (øre: number) => `${number(øre / 100, øre % 100 === 0 ? 0 : 2)} kr`,
}

/** The whole report on A4. */
export const paper = {
  title: 'Skriv ut belastningsrapporten',
  lead: 'Skriv ut fra nettleseren (Ctrl+P); bare arkene kommer på papir. Alt kan leses i svart-hvitt.',
  made: (when: string) => `Laget ${when}`,
  turn: { landscape: 'Snu arkene til liggende A4', portrait: 'Snu arkene til stående A4' },
  back: 'Tilbake til rapporten',
}

/** What load reports say of a doctor, told to the doctor. */
export const mine = {
  title: 'Rapporter om meg',
  link: 'Se hva kommunen får vite',
  linkLead: 'Kommunen din får en belastningsrapport med timene dine. Her ser du det samme som den.',
  lead: 'Kommunen som har deg som egen lege, får en rapport om belastningen. Her står alt den får se om deg. Velg et år for å se det som bare årsrapporten har: dager du har jobbet etter unntaket fra kravet om spesialisering, og datoen du fyller 60 år.',
  none: 'Ingen kommune har deg som egen lege, så ingen belastningsrapport har deg med ved navn.',
  notIn: (municipality: string) =>
    `Du var ikke egen lege for ${municipality} i perioden, så denne rapporten har deg ikke med ved navn.`,
  to: (municipality: string, district: string) => `Til ${municipality}, fra ${district}`,
  weeks: 'Bildene av ukene dine, slik kommunen ser dem',
  worst: (week: string, amount: string) =>
    `Øverst i rapporten står den tyngste uka av alle, og den er din: ${amount} i ${week}.`,
  worstDuty: (week: string, amount: string) =>
    `Øverst i rapporten står uka med mest vakt, og den er din: ${amount} i ${week}.`,
  duties: 'Vaktene bak tallene dine, med hvordan de ble dine',
  neverOpened: 'Ingen har åpnet en rapport som gjelder disse dagene.',
  opened: 'Rapporter som gjelder disse dagene, er åpnet:',
  opening: (when: string, role: string, dates: string) => `${when}, ${role}. Gjaldt ${dates}`,
  payroll: (district: string) => `Timer til lønn, ${district}`,
  payrollOpened:
    'Timer til lønn som gjelder disse dagene, er åpnet. Der står vaktene dine, aktiv tid og utrykninger:',
  notSentTitle: 'Dette får ingen kommune se i rapporten',
  notSent: [
    'hvorfor du er borte eller har fritak; fravær og fritak er samme merke',
    'ønskene dine, og utkast som ikke er publisert',
    'adressen og telefonnummeret ditt',
    'timer fra dager da du bare var en annen kommunes egen lege',
    'navnet ditt sammen med kontortid eller samlet tid hos andre kommuner: der er du bare del av en sum, og bare når minst så mange leger som avtalen sier, er med i den',
  ],
}

/** What a chief physician must know first, in a sentence each. */
export const findings = {
  title: 'Kort fortalt',
  /** Whose total is known, of all. */
  meanTotal: (mean: string, known: number, all: number) =>
    known === all
      ? `Kommunens leger arbeider i snitt ${mean} i uka, med vakt.`
      : `${number(known)} av kommunens ${number(all)} leger arbeider i snitt ${mean} i uka, med vakt. Samlet arbeidstid er ikke kjent for ${count(all - known, 'lege', 'leger')}.`,
  meanDuty: (mean: string) =>
    `Kommunens leger har i snitt ${mean} vakt i uka. Samlet arbeidstid er ikke kjent for noen av dem.`,
  overCap: (by: string, cap: string) => `Det er ${by} over grensen på ${cap}.`,
  overLine: (by: string, line: string) =>
    `Det er ${by} over ${line}, som distriktet ikke har vedtatt som grense.`,
  underCap: (cap: string) => `Det er innenfor grensen på ${cap}.`,
  worst: (name: string, week: string, amount: string) => `Tyngste uke: ${name} arbeidet ${amount} i ${week}.`,
  worstDuty: (name: string, week: string, amount: string) =>
    `Mest vakt i én uke: ${name} hadde ${amount} i ${week}.`,
  past: (past: number, all: number, limit: string) =>
    `${past === 0 ? 'Ingen' : number(past)} av ${number(all)} uker er over ${limit}, når hver lege telles for seg.`,
  noBreaches: 'Ingen brudd på regler eller grenser.',
  breaches: (all: number, doctors: number) =>
    `${count(all, 'brudd', 'brudd')} på regler og grenser, hos ${count(doctors, 'lege', 'leger')}.`,
  needing: (amount: number) => `${number(amount)} av dem skulle vært godtatt, og er det ikke.`,
  accepted: (amount: number) => `${number(amount)} er godtatt med begrunnelse.`,
  allWarnings: 'Alle er advarsler.',
  noneOpen: (all: number) => `Alle ${decimal(all, 1)} vakter i distriktet har lege.`,
  open: (duties: string, all: string, amount: string) =>
    `${duties} av ${all} vakter i distriktet står uten lege, ${amount} i alt.`,
  heldBy: (parts: string) => `Vakttimene i distriktet: ${parts}.`,
  holder: (name: string, share: string) => `${name} ${share}`,
  holders: {
    'own-gp': 'kommunens egne fastleger',
    'other-gp': 'andre fastleger',
    locum: 'vikarer',
    trainee: 'LIS1',
    employed: 'ansatte legevaktsleger',
    other: 'andre',
    open: 'uten lege',
  },
}
