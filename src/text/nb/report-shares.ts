import { list } from './format.ts'

/** Load reports: duties and costs between the municipalities, and the duties behind a figure. */
export const shares = {
  title: 'Vakt mellom kommunene',
  municipality: 'Kommune',
  duties: 'Vakter',
  weighted: 'Vektet',
  share: 'Andel av vakta',
  keyShare: 'Etter nøkkelen',
  difference: 'Over eller under (prosentpoeng)',
  sum: 'Distriktet',
  service: 'Ingen kommune (legevakttjenesten eller leger utenfra)',
  empty: 'Ingen vakter er publisert i perioden, så det er ingenting å fordele.',
  noMembers: 'Distriktet har ingen kommuner som deltar i perioden.',
  how: 'Hver vakt telles hos kommunen som eier plassen den ble holdt i. Uten plass telles den hos kommunen legen er ansatt i eller har plass for den dagen. Har legen flere, går fastlegeavtalen først, så den største stillingen. Den som går ved siden av for å lære, telles ikke. Andelen er av vektede timer, slik vaktene ble.',
  unnamed: (hours: string) =>
    `${hours} er holdt i kommunenes plasser av vikarer uten navn. De timene står hos kommunen, men ikke i noen leges regnskap.`,
}

export const open = {
  title: 'Ledige vakter',
  what: 'Hva',
  row: 'Vakter uten lege',
  hours: 'Timer',
  none: 'Ingen vakter er ledige i perioden.',
}

const KEYS = {
  population: 'innbyggere',
  'list-patients': 'pasienter på fastlegelistene',
  agreed: 'avtalte andeler',
}

export const key = {
  is: (kind: keyof typeof KEYS, source: string) => `Fordelingsnøkkel: ${KEYS[kind]}. Kilde: ${source}.`,
  mixed:
    'Nøkkelen eller hvem som deltar, endrer seg i perioden. Andelen er regnet dag for dag, så den som kommer til underveis, får sin del fra den dagen.',
  gap: {
    none: () => 'Distriktet har ikke valgt noen fordelingsnøkkel. Den legges inn i avtalen.',
    'part-of-period': () => 'Fordelingsnøkkelen gjelder bare en del av perioden. Velg en periode den dekker.',
    'no-members': () => 'Noen av dagene i perioden deltar ingen kommune, så nøkkelen kan ikke regnes.',
    'no-population': (name: string) => `Folketallet i ${name} mangler, så nøkkelen kan ikke regnes.`,
    'no-share': (name: string) => `${name} har ikke noe tall i nøkkelen, så den kan ikke regnes.`,
    'sums-to-nothing': () => 'Tallene i nøkkelen er 0 til sammen, så den fordeler ingenting.',
  },
  link: 'Se nøkkel og satser i avtalen',
}

export const cost = {
  title: 'Kostnad og oppgjør',
  cost: 'Kostnad av egne vakter',
  due: 'Etter nøkkelen',
  owed: 'Skal betale (+) eller få (−)',
  noRates: 'Distriktet har ikke lagt inn timesatser, så kostnad kan ikke regnes. De legges inn i avtalen.',
  missing: (what: readonly string[]) =>
    `Sats mangler for ${list(what)}. Kostnad og oppgjør kan ikke regnes før den er lagt inn.`,
  how: 'Kostnaden er timer ganger satsen som gjelder den dagen. Helligdag går foran helg, og helg foran vanlig tid. Øre er rundet av slik at kommunenes tall blir distriktets.',
  settlement:
    'Etter nøkkelen er distriktets samlede kostnad ganger kommunens del av nøkkelen. Den som har båret mindre enn det, skal betale forskjellen. Vakter uten lege koster ingenting her.',
  isDraft: 'Dette er et regnestykke av vaktlista og satsene, ikke en faktura.',
}

export const rates = {
  title: 'Timene bak kostnaden',
  what: 'Vakt',
  rate: 'Sats per time',
  of: (form: string, rateClass: string) => `${form}, ${rateClass.toLowerCase()}`,
  sum: 'Sum',
}

export const trail = {
  title: 'Vaktene bak tallet',
  lead: (what: string) => `Viser ${what}.`,
  everything: 'alle vakter i distriktet',
  doctor: (name: string) => `vaktene til ${name}`,
  municipality: (name: string) => `vaktene som telles hos ${name}`,
  doctorsOf: (name: string) => `vaktene til legene i ${name}`,
  noMunicipality: 'vaktene som ikke telles hos noen kommune',
  ofForm: (what: string, form: string) => `${what}, bare timer med ${form}`,
  only: {
    nights: (what: string) => `${what}, bare netter`,
    weekends: (what: string) => `${what}, bare helger`,
    'public-holidays': (what: string) => `${what}, bare helligdagsvakter`,
    open: () => 'vaktene uten lege',
  },
  date: 'Dato',
  line: 'Vaktlinje',
  span: 'Fra–til',
  who: 'Lege',
  origin: 'Hvordan vakta kom',
  cost: 'Kostnad',
  minutes: 'Timer',
  count: {
    duties: 'Vakter',
    nights: 'Netter',
    weekends: 'Helger',
    'public-holidays': 'Helligdagsvakter',
  },
  sum: 'Sum',
  nobody: 'ingen',
  unnamed: 'vikar uten navn',
  none: 'Ingen vakter står bak tallet.',
  back: 'Tilbake til rapporten',
  partNote:
    'Timene er det som ligger i perioden. En vakt over midnatt ved kanten av perioden står med timene sine, men telles bare der den begynner.',
  weightedNote:
    'Vektede timer er timene etter vekten i distriktets avtale, uten det som er meldt om aktiv tid.',
  costNote:
    'Kostnaden er timene ganger satsene for tida de ligger i. Øre er rundet av slik at vaktene blir kommunens kostnad.',
  groupNote: 'Flere vakter i samme natt eller helg teller som én. Tallet står ved den første.',
  ownNote: 'Bare dagene da legen var kommunens egen, er med.',
  originNote: 'Hvordan vakta kom, vises bare for kommunens egne leger.',
}
