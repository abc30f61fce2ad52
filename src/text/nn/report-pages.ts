import { count, decimal, number } from './format.ts'

/** The frame of a load report's pages, and what its tables say when a figure is missing. */
export const frame = {
  countedNow:
    'Tala her er rekna no, av vaktene slik dei står. Perioden er avslutta, og oversikta viser det som vart lagra for dei eigne legane i kommunen då.',
  unreadKind: (value: string) => `«${value}» er inga slags periode. Vel veke, månad, kvartal, år eller plan.`,
  unreadDate: (value: string) => `«${value}» er ikkje ein dato i kalenderen. Skriv han som 2027-01-04.`,
  noPlan: 'Det er ingen plan på denne datoen.',
  /** Instead of what could not be followed. */
  shows: (period: string) => `Sida viser ${period}.`,
  about: (district: string, dates: string) => `Eigne legar i kommunen i ${district}, ${dates}.`,
  titleOf: (title: string, part: string) => `${title}: ${part.toLowerCase()}`,
  tabs: 'Delar av rapporten',
  tab: {
    overview: 'Oversikt',
    time: 'Over tid',
    shares: 'Mellom kommunane',
    yearly: 'Årleg',
  },
  files: 'Ta med rapporten',
  xlsx: 'Rekneark (XLSX)',
  csv: 'Tabell (CSV)',
  json: 'Data (JSON)',
  print: 'Utskrift',
}

/** A cell without a figure, and under the table why. */
export const cells = {
  hidden: 'blir ikkje vist',
  hiddenWhy: 'For få legar står bak talet til at det kan visast.',
  notKnown: 'ikkje kjent',
  notKnownWhy: 'Det talet skal reknast ut frå, er ikkje oppgitt.',
  why: (word: string, why: string) => `«${word}»: ${why}`,
  kroner: (øre: number) => `${number(øre / 100, øre % 100 === 0 ? 0 : 2)} kr`,
}

/** The whole report on A4. */
export const paper = {
  title: 'Skriv ut belastningsrapporten',
  lead: 'Skriv ut frå nettlesaren (Ctrl+P); berre arka kjem på papir. Alt kan lesast i svart-kvitt.',
  made: (when: string) => `Laga ${when}`,
  turn: { landscape: 'Snu arka til liggjande A4', portrait: 'Snu arka til ståande A4' },
  back: 'Tilbake til rapporten',
}

/** What load reports say of a doctor, told to the doctor. */
export const mine = {
  title: 'Rapportar om meg',
  link: 'Sjå kva kommunen får vite',
  linkLead: 'Kommunen din får ein belastningsrapport med timane dine. Her ser du det same som han.',
  lead: 'Kommunen som har deg som eigen lege, får ein rapport om belastninga. Her står alt han får sjå om deg. Vel eit år for å sjå det som berre årsrapporten har: dagar du har jobba etter unntaket frå kravet om spesialisering, og datoen du fyller 60 år.',
  none: 'Ingen kommune har deg som eigen lege, så ingen belastningsrapport har deg med ved namn.',
  notIn: (municipality: string) =>
    `Du var ikkje eigen lege for ${municipality} i perioden, så denne rapporten har deg ikkje med ved namn.`,
  to: (municipality: string, district: string) => `Til ${municipality}, frå ${district}`,
  weeks: 'Bileta av vekene dine, slik kommunen ser dei',
  worst: (week: string, amount: string) =>
    `Øvst i rapporten står den tyngste veka av alle, og ho er di: ${amount} i ${week}.`,
  worstDuty: (week: string, amount: string) =>
    `Øvst i rapporten står veka med mest vakt, og ho er di: ${amount} i ${week}.`,
  duties: 'Vaktene bak tala dine, med korleis dei vart dine',
  neverOpened: 'Ingen har opna ein rapport som gjeld desse dagane.',
  opened: 'Rapportar som gjeld desse dagane, er opna:',
  opening: (when: string, role: string, dates: string) => `${when}, ${role}. Gjaldt ${dates}`,
  payroll: (district: string) => `Timar til løn, ${district}`,
  payrollOpened:
    'Timar til løn som gjeld desse dagane, er opna. Der står vaktene dine, aktiv tid og utrykkingar:',
  notSentTitle: 'Dette får ingen kommune sjå i rapporten',
  notSent: [
    'kvifor du er borte eller har fritak; fråvær og fritak er same merke',
    'ønska dine, og utkast som ikkje er publiserte',
    'adressa og telefonnummeret ditt',
    'timar frå dagar då du berre var eigen lege i ein annan kommune',
    'namnet ditt saman med kontortid eller samla tid hos andre kommunar: der er du berre del av ein sum, og berre når minst så mange legar som avtalen seier, er med i han',
  ],
}

/** What a chief physician must know first, in a sentence each. */
export const findings = {
  title: 'Kort fortalt',
  /** Whose total is known, of all. */
  meanTotal: (mean: string, known: number, all: number) =>
    known === all
      ? `Legane i kommunen arbeider i snitt ${mean} i veka, med vakt.`
      : `${number(known)} av ${number(all)} legar i kommunen arbeider i snitt ${mean} i veka, med vakt. Samla arbeidstid er ikkje kjend for ${count(all - known, 'lege', 'legar')}.`,
  meanDuty: (mean: string) =>
    `Legane i kommunen har i snitt ${mean} vakt i veka. Samla arbeidstid er ikkje kjend for nokon av dei.`,
  overCap: (by: string, cap: string) => `Det er ${by} over grensa på ${cap}.`,
  overLine: (by: string, line: string) =>
    `Det er ${by} over ${line}, som distriktet ikkje har vedteke som grense.`,
  underCap: (cap: string) => `Det er innanfor grensa på ${cap}.`,
  worst: (name: string, week: string, amount: string) =>
    `Tyngste veke: ${name} arbeidde ${amount} i ${week}.`,
  worstDuty: (name: string, week: string, amount: string) =>
    `Mest vakt i éi veke: ${name} hadde ${amount} i ${week}.`,
  past: (past: number, all: number, limit: string) =>
    `${past === 0 ? 'Ingen' : number(past)} av ${number(all)} veker er over ${limit}, når kvar lege blir talt for seg.`,
  noBreaches: 'Ingen brot på reglar eller grenser.',
  breaches: (all: number, doctors: number) =>
    `${count(all, 'brot', 'brot')} på reglar og grenser, hos ${count(doctors, 'lege', 'legar')}.`,
  needing: (amount: number) => `${number(amount)} av dei skulle vore godtekne, og er det ikkje.`,
  accepted: (amount: number) => `${number(amount)} er godtekne med grunngiving.`,
  allWarnings: 'Alle er åtvaringar.',
  noneOpen: (all: number) => `Alle ${decimal(all, 1)} vakter i distriktet har lege.`,
  open: (duties: string, all: string, amount: string) =>
    `${duties} av ${all} vakter i distriktet står utan lege, ${amount} i alt.`,
  heldBy: (parts: string) => `Vakttimane i distriktet: ${parts}.`,
  holder: (name: string, share: string) => `${name} ${share}`,
  holders: {
    'own-gp': 'kommunen sine eigne fastlegar',
    'other-gp': 'andre fastlegar',
    locum: 'vikarar',
    trainee: 'LIS1',
    employed: 'tilsette legevaktslegar',
    other: 'andre',
    open: 'utan lege',
  },
}
