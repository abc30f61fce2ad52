import { dateOnly, dateTime } from './format.ts'

/** The page about one's own ways in and what is signed in to them now. */
export const access = {
  title: 'Min konto',
  lead: 'Slik logger du inn, og her er du logget inn nå.',
  /** For whoever is sent here since their role asks for more than a mailed link. */
  firstTitle: 'Gjør innloggingen sikker',
  firstLead:
    'Rollen din gir tilgang til mer enn dine egne vakter. Da holder det ikke med lenke på e-post. Legg til en passnøkkel. Det tar under et minutt, og så kommer du videre.',
  held: 'Det du hadde skrevet, er tatt vare på. Du får det tilbake når innloggingen er sikker.',
}

export const sessions = {
  title: 'Her er du logget inn',
  lead: 'Ser du noe du ikke kjenner igjen, så avslutt det.',
  since: (method: string, when: string) => `Logget inn med ${method} ${when}`,
  seen: (when: string) => `Sist brukt ${when}`,
  unknownClient: 'Ukjent nettleser',
  isThis: 'denne nettleseren',
  methods: {
    mailed: 'lenke eller kode på e-post',
    printed: 'lenke fra serveren',
    invitation: 'invitasjon',
    passkey: 'passnøkkel',
    provider: 'en innloggingstjeneste',
  },
  at: dateTime,
  end: 'Avslutt',
  /** For readers who hear one button at a time. */
  endOf: (client: string, since: string) => `Avslutt innloggingen i ${client}, startet ${since}`,
  endOthers: 'Avslutt alle andre',
  onlyThis: 'Du er ikke logget inn noe annet sted.',
}

/** Asked before what can do most harm in another's hands. */
export const confirm = {
  title: 'Bekreft at det er deg',
  lead: 'Dette er viktig nok til at vi spør på nytt. Det holder i ti minutter.',
  weakLead:
    'Rollen din gir tilgang til mer enn dine egne vakter, og da holder det ikke med lenke på e-post. Bruk den sikre innloggingen din.',
  heldLead: 'Det du sendte, er tatt vare på. Når du har bekreftet, får du se det igjen og kan sende det inn.',
  mailLead: 'Vi sender en lenke til e-postadressen din.',
  send: 'Send lenke',
  back: 'Avbryt',
  doneLead: 'Du har nettopp bekreftet at det er deg. Det holder i ti minutter.',
  goOn: 'Gå videre',
  fetchFile: 'Hent fila',
  none: 'Kontoen din har ingen passnøkkel, og vi kan ikke sende deg e-post, så vi kan ikke spørre deg på nytt. Be koordinatoren om en ny invitasjon. Når du har brukt den, kan du gjøre dette.',
}

/** What was sent when the session had ended, given back to who sent it. */
export const held = {
  title: 'Det du hadde skrevet',
  lead: 'Du var logget ut da du sendte dette, så det ble ikke lagret. Vi har tatt vare på det.',
  /** Where it was sent when who they are had to be shown first. */
  askedLead: 'Dette er ikke sendt ennå. Se over, og send det inn.',
  page: 'Gjelder',
  written: 'Dette skrev du',
  until: (when: string) => `Vi tar vare på det til ${when}.`,
  send: 'Send inn det du hadde skrevet',
  drop: 'Kast det',
  none: 'Det er ikke tatt vare på noe her. Det kan være sendt inn alt, kastet, eller for gammelt.',
  goOn: 'Gå videre',
  /** Where nothing was written, and a button alone was pressed. */
  pressedTitle: 'Dette er ikke gjort ennå',
  pressedLead: 'Du var logget ut da du trykket på knappen, så det ble ikke gjort.',
  pressedAsked: 'Du har bekreftet at det er deg. Trykk på knappen for å gjøre det du holdt på med.',
  doing: 'Du ville',
  pressedSend: 'Gjør det nå',
  pressedDrop: 'La det være',
  /** What the button would have done. */
  acts: {
    'replace-link': 'lage en ny kalenderlenke, så den gamle slutter å virke',
    'revoke-link': 'slå av en kalenderlenke',
    'remove-member': 'ta bort en tilgang',
    'give-back': 'gi tilbake en tilgang',
    'end-sessions': 'logge noen ut overalt',
    reset: 'nullstille innloggingen til noen',
    disable: 'stenge en konto',
    enable: 'åpne en konto',
    withdraw: 'trekke tilbake en invitasjon',
    invite: 'invitere noen',
    publish: 'publisere en plan',
    'remove-passkey': 'fjerne en passnøkkel',
    'end-session': 'avslutte innlogginger',
    'ask-erasure': 'be om å bli slettet',
  },
  /** What the page was about that it was sent from. */
  pages: {
    publish: 'publisering av en plan',
    'day-note': 'merknad til en dag',
    agreement: 'en verdi i avtalen',
    wish: 'et ønske',
    member: 'tilganger',
    invitation: 'en invitasjon',
    calendar: 'kalenderlenker',
    exemption: 'et fritak',
    absence: 'fravær',
    doctor: 'opplysninger om en lege',
    'set-up': 'oppsettet av distriktet',
    change: 'en vakt i vaktlista',
    draft: 'et utkast',
    ledger: 'timeregnskapet',
    notice: 'beskjed om en endring',
    access: 'innloggingen din',
    own: 'dine egne opplysninger',
    other: 'et skjema',
  },
  /** Fields that are told by name; of others what was written is shown alone. */
  labels: {
    role: 'Rolle',
    text: 'Tekst',
    name: 'Navn',
    reason: 'Begrunnelse',
    email: 'E-post',
    phone: 'Telefon',
    from: 'Fra',
    to: 'Til',
    date: 'Dato',
    value: 'Verdi',
    source: 'Kilde',
    municipality: 'Kommune',
  },
  date: dateOnly,
  dateTime,
}
