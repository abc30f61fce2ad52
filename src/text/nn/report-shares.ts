import { list } from './format.ts'

/** Load reports: duties and costs between the municipalities, and the duties behind a figure. */
export const shares = {
  title: 'Vakt mellom kommunane',
  municipality: 'Kommune',
  duties: 'Vakter',
  weighted: 'Vekta',
  share: 'Del av vakta',
  keyShare: 'Etter nøkkelen',
  difference: 'Over eller under (prosentpoeng)',
  sum: 'Distriktet',
  service: 'Ingen kommune (legevakttenesta eller legar utanfrå)',
  empty: 'Ingen vakter er publiserte i perioden, så det er ingenting å fordele.',
  noMembers: 'Distriktet har ingen kommunar som er med i perioden.',
  how: 'Kvar vakt blir talt hos kommunen som eig plassen ho vart halden i. Utan plass blir ho talt hos kommunen legen er tilsett i eller har plass for den dagen. Har legen fleire, går fastlegeavtalen først, så den største stillinga. Den som går ved sida av for å lære, blir ikkje talt. Delen er av vekta timar, slik vaktene vart.',
  unnamed: (hours: string) =>
    `${hours} er haldne i plassane til kommunane av vikarar utan namn. Dei timane står hos kommunen, men ikkje i rekneskapen til nokon lege.`,
}

export const open = {
  title: 'Ledige vakter',
  what: 'Kva',
  row: 'Vakter utan lege',
  hours: 'Timar',
  none: 'Ingen vakter er ledige i perioden.',
}

const KEYS = {
  population: 'innbyggjarar',
  'list-patients': 'pasientar på fastlegelistene',
  agreed: 'avtalte delar',
}

export const key = {
  is: (kind: keyof typeof KEYS, source: string) => `Fordelingsnøkkel: ${KEYS[kind]}. Kjelde: ${source}.`,
  mixed:
    'Nøkkelen eller kven som er med, endrar seg i perioden. Delen er rekna dag for dag, så den som kjem til undervegs, får sin del frå den dagen.',
  gap: {
    none: () => 'Distriktet har ikkje valt nokon fordelingsnøkkel. Han blir lagd inn i avtalen.',
    'part-of-period': () =>
      'Fordelingsnøkkelen gjeld berre ein del av perioden. Vel ein periode han dekkjer.',
    'no-members': () => 'Nokre av dagane i perioden er ingen kommune med, så nøkkelen kan ikkje reknast.',
    'no-population': (name: string) => `Folketalet i ${name} manglar, så nøkkelen kan ikkje reknast.`,
    'no-share': (name: string) => `${name} har ikkje noko tal i nøkkelen, så han kan ikkje reknast.`,
    'sums-to-nothing': () => 'Tala i nøkkelen er 0 til saman, så han fordeler ingenting.',
  },
  link: 'Sjå nøkkel og satsar i avtalen',
}

export const cost = {
  title: 'Kostnad og oppgjer',
  cost: 'Kostnad av eigne vakter',
  due: 'Etter nøkkelen',
  owed: 'Skal betale (+) eller få (−)',
  noRates:
    'Distriktet har ikkje lagt inn timesatsar, så kostnad kan ikkje reknast. Dei blir lagde inn i avtalen.',
  missing: (what: readonly string[]) =>
    `Sats manglar for ${list(what)}. Kostnad og oppgjer kan ikkje reknast før han er lagd inn.`,
  how: 'Kostnaden er timar gonger satsen som gjeld den dagen. Heilagdag går føre helg, og helg føre vanleg tid. Øre er runda av slik at tala til kommunane blir tala til distriktet.',
  settlement:
    'Etter nøkkelen er den samla kostnaden til distriktet gonger kommunen sin del av nøkkelen. Den som har bore mindre enn det, skal betale forskjellen. Vakter utan lege kostar ingenting her.',
  isDraft: 'Dette er eit reknestykke av vaktlista og satsane, ikkje ein faktura.',
}

export const rates = {
  title: 'Timane bak kostnaden',
  what: 'Vakt',
  rate: 'Sats per time',
  of: (form: string, rateClass: string) => `${form}, ${rateClass.toLowerCase()}`,
  sum: 'Sum',
}

export const trail = {
  title: 'Vaktene bak talet',
  lead: (what: string) => `Viser ${what}.`,
  everything: 'alle vakter i distriktet',
  doctor: (name: string) => `vaktene til ${name}`,
  municipality: (name: string) => `vaktene som blir talde hos ${name}`,
  doctorsOf: (name: string) => `vaktene til legane i ${name}`,
  noMunicipality: 'vaktene som ikkje blir talde hos nokon kommune',
  ofForm: (what: string, form: string) => `${what}, berre timar med ${form}`,
  only: {
    nights: (what: string) => `${what}, berre netter`,
    weekends: (what: string) => `${what}, berre helger`,
    'public-holidays': (what: string) => `${what}, berre heilagdagsvakter`,
    open: () => 'vaktene utan lege',
  },
  date: 'Dato',
  line: 'Vaktlinje',
  span: 'Frå–til',
  who: 'Lege',
  origin: 'Korleis vakta kom',
  cost: 'Kostnad',
  minutes: 'Timar',
  count: {
    duties: 'Vakter',
    nights: 'Netter',
    weekends: 'Helger',
    'public-holidays': 'Heilagdagsvakter',
  },
  sum: 'Sum',
  nobody: 'ingen',
  unnamed: 'vikar utan namn',
  none: 'Ingen vakter står bak talet.',
  back: 'Tilbake til rapporten',
  partNote:
    'Timane er det som ligg i perioden. Ei vakt over midnatt ved kanten av perioden står med timane sine, men blir berre talt der ho byrjar.',
  weightedNote:
    'Vekta timar er timane etter vekta i avtalen til distriktet, utan det som er meldt om aktiv tid.',
  costNote:
    'Kostnaden er timane gonger satsane for tida dei ligg i. Øre er runda av slik at vaktene blir kostnaden til kommunen.',
  groupNote: 'Fleire vakter i same natt eller helg tel som éi. Talet står ved den første.',
  ownNote: 'Berre dagane då legen var kommunens eigen, er med.',
  originNote: 'Korleis vakta kom, blir berre vist for kommunens eigne legar.',
}
