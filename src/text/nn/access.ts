import { count, dateTime } from './format.ts'

export const access = {
  title: 'Innlogging',
  lead: 'Slik loggar du inn, og her er du logga inn no.',
  firstTitle: 'Gjer innlogginga sikker',
  firstLead:
    'Rolla di gir tilgang til meir enn dine eigne vakter. Då held det ikkje med lenkje på e-post. Legg til ein passnøkkel eller ei innlogging via arbeidsgivaren. Det tek under eit minutt, og så kjem du vidare.',
  held: 'Det du hadde skrive, er teke vare på. Du får det tilbake når innlogginga er sikker.',
}

export const sessions = {
  title: 'Her er du logga inn',
  lead: 'Ser du noko du ikkje kjenner att, så avslutt det.',
  where: 'Nettlesar',
  how: 'Logga inn med',
  since: 'Sidan',
  seen: 'Sist brukt',
  action: 'Handling',
  unknownClient: 'Ukjend nettlesar',
  isThis: 'denne nettlesaren',
  methods: {
    mailed: 'lenkje eller kode på e-post',
    printed: 'lenkje frå tenaren',
    invitation: 'invitasjon',
    passkey: 'passnøkkel',
    provider: 'ei innloggingsteneste',
  },
  at: dateTime,
  end: 'Avslutt',
  endOf: (client: string, since: string) => `Avslutt innlogginga i ${client}, starta ${since}`,
  endOthers: 'Avslutt alle andre',
  onlyThis: 'Du er ikkje logga inn nokon annan stad.',
  others: (amount: number) => count(amount, 'anna innlogging', 'andre innloggingar'),
}

export const confirm = {
  title: 'Stadfest at det er deg',
  lead: 'Dette er viktig nok til at vi spør på nytt. Det held i ti minutt.',
  heldLead: 'Det du sende, er teke vare på. Når du har stadfesta, får du sjå det att og kan sende det inn.',
  mailLead: 'Vi sender ei lenkje og ein kode til e-postadressa di.',
  send: 'Send lenkje og kode',
  back: 'Avbryt',
  doneLead: 'Takk. No kan du gjere det du ville.',
}

export const held = {
  title: 'Det du hadde skrive',
  lead: 'Du var logga ut då du sende dette, så det vart ikkje lagra. Vi har teke vare på det.',
  askedLead: 'Dette er ikkje sendt enno. Sjå over, og send det inn.',
  page: 'Gjeld',
  written: 'Dette skreiv du',
  nothingWritten: 'Du trykte på ein knapp, utan å skrive noko.',
  until: (when: string) => `Vi tek vare på det til ${when}.`,
  send: 'Send inn det du hadde skrive',
  drop: 'Kast det',
  none: 'Det er ikkje teke vare på noko her. Det kan vere sendt inn alt, kasta, eller for gammalt.',
  goOn: 'Gå vidare',
}
