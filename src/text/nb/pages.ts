import { visible } from '../plain-text.ts'
import { count, dateOnly } from './format.ts'

/** Sentences of the pages outside the board. */
export const frame = {
  skipLink: 'Hopp til hovedinnholdet',
  ownMenu: 'Din side',
  districtMenu: 'Distriktet',
  languages: 'Språk',
  crumbs: 'Du er her',
  footer: 'Legevaktplan lagrer ingenting om pasienter. Skriv aldri pasientopplysninger her.',
}

export const menu = {
  overview: 'Oversikt',
  rota: 'Vaktliste',
  drafts: 'Utkast',
  wishes: 'Ønsker',
  doctors: 'Leger',
  hours: 'Timer',
  ledger: 'Timeregnskap',
  calendar: 'Kalender',
  agreement: 'Avtale',
  setUp: 'Oppsett',
  members: 'Tilganger',
}

/** What was just done, picked by a code in the address. */
export const flash = {
  'erasure-asked': 'Du har bedt om å bli slettet. Koordinator får e-post om det.',
  'erasure-withdrawn': 'Du har trukket tilbake at du vil bli slettet.',
  'person-erased': 'Opplysningene om legen er slettet.',
  'draft-opened': 'Utkastet er laget. Det som alt er publisert i perioden, er med i det.',
  edited: 'Endringen er lagret i utkastet.',
  repaired: 'Forslaget er lagt i utkastet. Se over og publiser. Du kan angre.',
  restored: 'Utkastet er laget med vaktene slik de var. Se over, og publiser når det skal gjelde.',
  renamed: 'Navnet er lagret.',
  discarded: 'Utkastet er forkastet. Du kan hente det tilbake nederst på denne siden.',
  'brought-back': 'Utkastet er hentet tilbake.',
  circulated: 'Utkastet er sendt på høring. Send lenken til legene.',
  'taken-back': 'Utkastet er trukket tilbake. Legene kan ikke lenger lese det.',
  commented: 'Kommentaren er sendt til koordinatoren.',
  'comment-marked': 'Kommentaren er merket.',
  undone: 'Siste endring er angret.',
  redone: 'Endringen er gjort om igjen.',
  published: 'Vaktlista er publisert. De som er berørt, får beskjed.',
  amended: 'Vakta er endret. De som er berørt, får beskjed.',
  'share-corrected': 'Korreksjonen er lagret.',
  'period-closed': 'Perioden er avsluttet. Tallene i den endres ikke mer.',
  'outcome-recorded': 'Det er lagret hvordan vakta gikk.',
  'wish-added': 'Ønsket er lagret.',
  'wish-on-duty':
    'Ønsket er lagret, men det står alt en publisert vakt på en av dagene. Ønsket flytter ikke vakta. Den må byttes eller endres av koordinatoren.',
  'wish-removed': 'Ønsket er fjernet.',
  'day-note-saved': 'Merknaden er lagret.',
  'rota-pasted': 'Vaktene er lagt i utkastet. Du kan angre hele steget.',
  'absences-pasted': 'Fraværet er lagret.',
  'doctors-pasted': 'Legene er lagret.',
  'wishes-pasted': 'Ønskene er lagret.',
  imported: 'Distriktet er lest inn.',
  started: 'Distriktet er laget. Se over det under, og lag den første planen når du er klar.',
  'set-up-saved': 'Endringen er lagret. Du kan angre den under Oppsett.',
  'set-up-undone': 'Endringen er angret.',
  'value-adopted': 'Den nye verdien er lagret.',
  'value-ended': 'Slutten er lagret.',
  'calendar-revoked': 'Kalenderlenken er slått av.',
  'calendar-changed': 'Endringen er lagret. Kalenderen viser den neste gang den henter vaktene.',
  'messages-chosen': 'Valget er lagret.',
  'signed-out': 'Du er logget ut.',
  'session-ended': 'Innloggingen er avsluttet.',
  'address-changed': 'E-postadressen er endret.',
  'phone-changed': 'Telefonnummeret er endret.',
  'sessions-ended': 'Alle andre innlogginger er avsluttet.',
  'held-dropped': 'Det er kastet.',
  'exemption-claimed': 'Kravet ditt er lagret. Fritaket gjelder uten at noen må avgjøre det.',
  'exemption-withdrawn': 'Fritaket er trukket tilbake. Du kan kreve det igjen senere.',
  'exemption-entered': 'Fritaket er lagret.',
  'exemption-ended': 'Fritaket er avsluttet.',
  'ground-released': 'Legens konto kan nå lese grunnen.',
  'ground-handed-over': 'Fritaket er overlatt til den andre kommunen.',
  'ground-told': 'Grunnen er lagret.',
  'appeal-recorded': 'Klagen er ført opp.',
  'away-entered': 'Det er lagret at legen ikke er tilgjengelig.',
  'away-changed': 'Datoene er endret.',
  'away-ended': 'Legen er tilgjengelig igjen fra datoen du oppga.',
  'change-confirmed': 'Takk. Koordinatoren ser at du har sett endringen.',
  'confirmation-taken-back': 'Bekreftelsen er tatt tilbake.',
  'notice-confirmed': 'Det er lagret at legen er ringt og har bekreftet.',
  'notice-reopened': 'Det er angret. Legen står som ikke bekreftet.',
  'role-taken': 'Rollen er tatt bort. Du kan gi den tilbake nederst på siden.',
  'role-given-back': 'Rollen er gitt tilbake.',
  'member-signed-out': 'Personen er logget ut overalt.',
  'invitation-withdrawn': 'Invitasjonen er trukket tilbake. Lenken virker ikke lenger.',
  'account-disabled': 'Kontoen er stengt, og personen er logget ut overalt.',
  'account-enabled': 'Kontoen er åpnet igjen.',
  'made-for-others': 'Distriktet er laget. Inviter en koordinator nedenfor.',
  'sent-again': 'Meldingen er lagt ut på nytt og sendes om litt.',
  'provider-linked': 'Innloggingen er knyttet til kontoen din.',
  'provider-unlinked': 'Innloggingen er ikke lenger knyttet til kontoen din.',
  'issuer-saved': 'Innloggingstjenesten er lagret.',
  'passkey-added': 'Passnøkkelen er lagt til. Neste gang kan du logge inn med den.',
  'passkey-renamed': 'Det nye navnet er lagret.',
  'passkey-removed':
    'Passnøkkelen er fjernet. Er du fortsatt innlogget andre steder, kan du avslutte det under.',
}

export const notFound = {
  title: 'Fant ikke siden',
  sentence: 'Siden finnes ikke, eller du har ikke tilgang til den.',
  home: 'Gå til forsiden',
}

export const fault = {
  title: 'Noe gikk galt hos oss',
  sentence: (requestId: string) =>
    `Prøv igjen om litt. Blir det ikke bedre, så meld fra og oppgi nummeret ${requestId}.`,
}

/** One sentence for each way of saying no: what stands in the way, and what to do. */
export const refusals = {
  title: 'Det gikk ikke',
  'not-signed-in': 'Du må logge inn først.',
  'needs-strong-sign-in': 'Du må logge inn på en sikrere måte for dette, for eksempel med passnøkkel.',
  'confirm-again': 'Bekreft først at det er deg.',
  'too-many': 'For mange forsøk på kort tid. Vent litt, og prøv igjen.',
  busy: 'Svært mange endrer noe akkurat nå, så dette ble ikke lagret. Prøv igjen.',
  'not-allowed': 'Siden finnes ikke, eller du har ikke tilgang til den.',
  'not-found': 'Siden finnes ikke, eller du har ikke tilgang til den.',
  invalid: 'Noe i skjemaet må rettes.',
  'file-refused': 'Fila kan ikke leses inn. Ingenting er lagret.',
  'invalid-slices':
    'Delene av vakta går ikke opp. Hver del må ligge inne i vakta, og to leger kan ikke dekke samme tid.',
  'stale-revision': 'Vaktlista er endret av noen andre siden du åpnet siden. Se over på nytt og prøv igjen.',
  'double-booked': 'Legen har allerede en annen vakt på denne tiden, kanskje i et annet distrikt.',
  'cell-changed':
    'Noen andre har endret denne vakta siden du åpnet siden. Se hva som står der nå, og prøv igjen.',
  clashing:
    'Vakter er endret både i utkastet og i vaktlista. Velg i utkastet hva som skal gjelde, og prøv igjen.',
  locked: 'Vakta er låst. Lås den opp først.',
  'draft-moved':
    'Utkastet er endret siden du åpnet siden. Ingenting er publisert. Her er det slik det er nå: se over det på nytt før du publiserer.',
  'draft-closed':
    'Utkastet er ikke lenger slik det var da du åpnet siden. Det kan være publisert, forkastet eller sendt på høring. Se på det på nytt.',
  'nothing-to-undo': 'Du har ingenting å angre i dette utkastet.',
  'nothing-to-redo': 'Du har ingenting å gjøre om i dette utkastet.',
  'reload-needed': 'Siden er oppdatert. Last den inn på nytt.',
  'key-reused': 'Endringen er sendt før, med et annet innhold. Last siden inn på nytt.',
  'rule-broken': 'Noe bryter en regel som må rettes eller begrunnes først.',
  'nothing-changed': 'Det er ingen forskjell fra det som allerede er publisert.',
  'period-closed':
    'Perioden er avsluttet, og tallene i den endres ikke mer. Skriv en korreksjon i timeregnskapet i stedet.',
  'already-closed': 'Perioden er avsluttet fra før.',
  'not-over': 'Perioden er ikke slutt ennå. Den kan avsluttes når siste dag er over.',
  'nothing-to-close': 'Ingen vakter er publisert i denne perioden, så det er ingenting å avslutte.',
  'overlaps-closed':
    'En del av perioden ligger i en annen periode som er avsluttet. Hver dag kan bare avsluttes én gang.',
  'build-running': 'Utkastet bygges allerede. Vent til det er ferdig.',
  'cannot-build': 'Utkastet kan ikke bygges slik det står.',
  'link-used': 'Lenken er brukt, for gammel eller feil. Be om en ny.',
  'passkey-refused': 'Passnøkkelen ble ikke godtatt. Prøv igjen, eller logg inn på en annen måte.',
  'too-many-passkeys':
    'Du har så mange passnøkler som en konto kan ha. Fjern en du ikke bruker, og prøv igjen.',
  'provider-refused':
    'Svaret fra innloggingstjenesten kan ikke brukes. Det kan være for gammelt, brukt før eller åpnet i en annen nettleser. Start innloggingen på nytt.',
  'provider-cancelled': 'Innloggingen ble avbrutt. Ingenting er endret.',
  'provider-down':
    'Innloggingstjenesten svarer ikke som den skal nå. Prøv igjen om litt, eller logg inn med passnøkkel eller lenke på e-post.',
  'not-linked':
    'Ingen konto her er knyttet til denne innloggingen. Logg inn på en annen måte først, og knytt den til under Min konto. Har du ingen konto, må du bli invitert.',
  'linked-elsewhere':
    'Denne innloggingen er knyttet til en annen konto, eller kontoen din er knyttet til en annen innlogging samme sted.',
  'last-way-in':
    'Dette er den siste måten du kan logge inn sikkert på, og rollene dine krever det. Legg til en annen først.',
  'link-made': 'Denne kalenderlenken er laget alt. Adressen ble vist én gang.',
  'erased-person':
    'Noen i fila er slettet fra distriktet. De kan ikke hentes inn igjen med navn. Ta dem ut, eller før dem inn som nye. Ingenting er lagret.',
  'still-used':
    'Noe som fila ikke lenger har med, er i bruk i vaktlista eller i et utkast. Ingenting er lagret.',
  duplicate: 'Noe i fila er alt i bruk med andre opplysninger. Ingenting er lagret.',
  'led-already': 'Noen leder dette allerede, og det er de som gir tilgang. Be dem om det.',
  'last-member':
    'Du er den eneste som kan logge inn og styre dette. Inviter en annen først, og vent til den personen har logget inn.',
  'beyond-reach':
    'Denne innloggingen kan ikke nullstilles herfra. Be administratoren for installasjonen om hjelp.',
  'own-account': 'Dette kan du ikke gjøre med din egen konto. Be en annen administrator om det.',
  'own-address-only':
    'Legen har eller har hatt fritak, og bare legen og kommunen skal lese hvorfor. Derfor kan invitasjonen bare gå til adressen legen selv har.',
  'has-way-in':
    'Legen har alt tilgang og kan logge inn. Får ikke legen det til, kan du nullstille innloggingen under Tilganger.',
  'invited-elsewhere-first':
    'Legen ble først ført opp i et annet distrikt, og må få sin første invitasjon derfra. Be legen om det. Når legen kan logge inn, kan du invitere herfra.',
  'not-empty': 'Dette kan bare gjøres i en tom installasjon.',
}

export const form = {
  problems: 'Dette må rettes',
  /** 'Fyll ut: Navn på planen', 'Første dag: Skriv en dato som finnes'; null is a field that was left empty. */
  problemAt: (label: string | undefined, problem: string | null) => {
    if (problem === null) return label === undefined ? 'Fyll ut feltet' : `Fyll ut: ${label}`
    if (label === undefined) return problem
    return label.endsWith('?') ? `${label} ${problem}` : `${label}: ${problem}`
  },
  choose: 'Velg',
  copy: 'Kopier lenken',
  copied: 'Lenken er kopiert.',
}

const given = (value: string) => (value === '' ? '' : `: «${visible(value)}»`)

/** What is wrong with one field, with what was given. */
export const fieldProblems = {
  'duties-ahead': (value: string) => `Legen har ${value} vakter framover. Gi dem til andre først`,
  'agreement-runs': () =>
    'Avtalen eller plassen i vaktordningen er ikke avsluttet. Avslutt legen i distriktet først',
  'holds-role': () => 'Legen har også en annen tilgang i distriktet. Ta den bort først',
  'build-runs': () => 'Et bygg holder på. Vent til det er ferdig',
  'not-the-name': () => 'Skriv hele navnet slik det står på siden',
  'written-since': () => 'Noen har skrevet om legen etter at du åpnet siden. Se over det som er nytt',
  'wrong-code': () =>
    'Koden stemmer ikke, eller den virker ikke lenger. Se etter en gang til, eller be om en ny lenke',
  'not-chosen': () => 'Velg et svar',
  missing: () => 'Fyll ut feltet',
  'too-long': () => 'Teksten er for lang',
  'hidden-character': (value: string) => `Teksten har tegn som ikke vises. Fjern dem${given(value)}`,
  'unknown-period': (value: string) =>
    `«${value}» er ingen slags periode. Velg uke, måned, kvartal, år eller plan`,
  'not-a-date': (value: string) =>
    value === '' ? 'Fyll ut datoen' : `Skriv en dato som finnes, for eksempel 28.03.2027${given(value)}`,
  'not-a-time': (value: string) =>
    value === '' ? 'Fyll ut klokkeslettet' : `Skriv et klokkeslett, for eksempel 20:00${given(value)}`,
  'ends-before-start': (value: string) => `Slutten må komme etter starten${given(value)}`,
  'period-too-long': () => 'Perioden er for lang. Den kan være høyst 54 uker.',
  'unknown-doctor': (value: string) => `Ingen lege i distriktet heter dette${given(value)}`,
  'unknown-line': (value: string) => `Distriktet har ingen slik vaktlinje${given(value)}`,
  'unknown-duty': (value: string) => `Vakta finnes ikke${given(value)}`,
  'unknown-wish': () => 'Ønsket finnes ikke lenger',
  'unknown-stance': (value: string) =>
    value === ''
      ? 'Ønsket mangler. Skriv «ønsker vakt», «helst ikke» eller «kan ikke»'
      : `Skriv «ønsker vakt», «helst ikke» eller «kan ikke»${given(value)}`,
  'unknown-weight': (value: string) =>
    `Skriv «litt viktig», «viktig» eller «svært viktig», eller 1, 2 eller 3${given(value)}`,
  'not-a-provider': (value: string) =>
    `Skriv adressen som tjenesten oppgir som «issuer». Den begynner med https:// og har et vanlig navn${given(value)}`,
  'not-a-tenant': (value: string) =>
    `Skriv leietakerens id, 36 tegn med bindestreker. En id for alle, som «common», kan ikke brukes${given(value)}`,
  'no-openid': () => 'Omfanget må ha ordet openid',
  'no-provider-key': () =>
    'Installasjonen mangler nøkkelen som tjenesten kjenner den igjen på (OIDC_KEYS). Den som drifter, må legge den inn først.',
  'not-a-phone-number': (value: string) => `Skriv et telefonnummer, for eksempel 912 34 567${given(value)}`,
  'not-an-address': (value: string) => `Skriv en e-postadresse, for eksempel kari@kommune.no${given(value)}`,
  'out-of-range': (value: string) => `Verdien er utenfor det som er lov${given(value)}`,
  'not-a-duration': (value: string) => `Skriv for eksempel 7:30 eller 7,5${given(value)}`,
  'not-a-number': (value: string) => `Skriv et helt tall, for eksempel 45${given(value)}`,
  'longer-than-72-hours': () => 'En vakt kan vare høyst 72 timer. Se over datoene',
  'not-a-minute': () => 'Skriv minutter fra 0 til 59. Hele timer hører til i feltet for timer',
  'longer-than-12-hours': () => 'Tiden fra start til slutt kan være høyst 12 timer',
  'shorter-than-4-hours': () => 'Tiden fra start til slutt må være minst 4 timer',
  'longer-than-whole': () => 'Dette er mer enn hele tiden fra start til slutt',
  'empty-value': () => 'Fyll ut verdien. Skal den ikke gjelde lenger, må du la den slutte å gjelde i stedet',
  'date-out-of-range': (value: string) => `Datoen er utenfor det Legevaktplan regner med${given(value)}`,
  'active-too-long': () => 'Den aktive tiden er lengre enn vakta. Skriv minutter',
  'in-the-future': (value: string) => `Dette har ikke vært ennå${given(value)}`,
  'not-this-duty': () => 'Tiden ligger utenfor vakta. Se over datoene',
  'begun-too-early': () => 'Vakta kan ha begynt høyst 12 timer før den var satt opp. Se over datoen',
  'ended-too-late': () => 'Vakta kan ha sluttet høyst 12 timer etter at den skulle. Se over datoen',
  'over-own-duty': () =>
    'Legen har en annen vakt i denne tiden, og hver time telles på én vakt. La tiden slutte der den andre vakta begynner, eller rett den andre vakta først',
  zero: () => 'Skriv et tall som ikke er 0',
  'in-the-past': (value: string) => `Datoen kan ikke ligge før i dag${given(value)}`,
  'outside-absence': () => 'Dagen må ligge i fraværet',
  'no-gp-agreement': () => 'Legen har ingen fastlegeavtale med en kommune denne dagen',
  'not-home-municipality': () => 'Bare kommunen som legen har fastlegeavtale med, kan avgjøre dette',
  'birth-date-not-known': () => 'Fødselsdatoen er ikke ført opp. Be koordinatoren føre den opp',
  'before-right': (value: string) => `Retten gjelder først fra ${dateOnly(value)}`,
  'before-claim': (value: string) => `Fritaket kan tidligst gjelde fra dagen det kreves, ${dateOnly(value)}`,
  'longer-than-right': (value: string) => `Fritaket kan ikke vare lenger enn til ${dateOnly(value)}`,
  'has-role': () => 'Denne adressen har alt tilgang til distriktet som dette',
  'invite-doctor-first': () =>
    'Dette er adressen til en lege i distriktet som ikke har konto ennå. Inviter legen som lege først',
  'already-claimed': () => 'Retten er alt krevd for denne tiden',
  'already-exempt': (value: string) =>
    `Legen har alt et slikt fritak fra ${dateOnly(value)}. Avslutt det først, eller velg dager det ikke gjelder`,
  'already-away': (value: string) => `Fraværet fra ${dateOnly(value)} er alt ført opp med disse dagene`,
  'outside-contract': (value: string) =>
    `Fritaket må ligge innenfor avtalen${value === '' ? '' : ` (${dateOnly(value)})`}`,
  'not-a-right': () => 'Dette fritaket er ikke noe legen selv kan trekke tilbake',
  'already-ended': () => 'Det slutter tidligere enn dette fra før',
  'already-told': () => 'Grunnen er alt ført opp',
  'municipality-decides': () => 'Kommunen fører opp dette selv. Be legen om å ta det med kommunen',
  'not-a-step': () => 'Klagen er ikke kommet så langt, eller den er avgjort',
  'given-twice': (value: string) => `Dette står to ganger${given(value)}`,
  'in-closed-period': (value: string) =>
    `Perioden før ${dateOnly(value)} er avsluttet, og tallene der endres ikke. Velg den datoen eller senere`,
  'before-first-duty': (value: string) =>
    value === ''
      ? 'Ingen vakter er publisert ennå, så det er ikke noe å korrigere'
      : `Den første publiserte vakta er ${dateOnly(value)}. Velg en dato fra og med det året`,
  'before-earlier-value': (value: string) =>
    `En annen verdi gjelder fra ${dateOnly(value)}. Velg en senere dato, så blir det som har vært, stående`,
  'not-in-force': (value: string) => `Ingen verdi gjelder ${dateOnly(value)}`,
  'longer-than-18-months': () => 'Perioden kan være høyst 18 måneder',
  'no-duties-then': () => 'Du har ingen vakter i denne perioden',
}

export const signIn = {
  signOut: 'Logg ut',
  /** Asked of whoever signs out while edits of a board wait to be stored. */
  unsent:
    'Denne nettleseren har endringer i et utkast som ikke er lagret ennå. Logger du ut, blir de borte. Logg ut likevel?',
}

export const districts = {
  title: 'Legevaktdistrikter',
  weak: 'Rollen din krever en sikrere innlogging enn den du har brukt nå. Så ser du det den gir tilgang til.',
  none: 'Du har ikke tilgang til noe distrikt ennå. Be vaktkoordinatoren om en invitasjon.',
  noneForAdministrator:
    'Det er ingen distrikter her ennå. Lag et nytt med noen få spørsmål, eller les inn en distriktsfil.',
  noRole: 'Du har ingen rolle her, og ser derfor ikke vaktlista.',
  whoLeads: 'Se hvem som leder distriktet',
  /** In the place of the title, for whoever has no district. */
  municipalities: 'Kommunen din',
  reports: 'Belastningsrapporter',
  report: (municipality: string, district: string) => `${municipality} i ${district}`,
  import: 'Les inn distriktsfil',
  myDuties: 'Se mine vakter',
}

export const districtHome = {
  publishedUntil: (date: string) => `Vaktlista er publisert til og med ${date}`,
  nothingPublished: 'Ingen vaktliste er publisert ennå',
  openDuties: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  noOpen: 'Alle publiserte vakter i perioden har lege',
  seeRota: 'Se vaktlista',
  newDraft: 'Lag ny plan',
  continueDraft: (name: string) => `Fortsett på «${name}»`,
  drafts: 'Utkast under arbeid',
  noDrafts: 'Du har ingen utkast under arbeid.',
  heaviest: 'Det som haster mest',
  load: 'Vakttid per lege i hele planen',
  loadNote: 'Streken viser rettferdig andel.',
  reports: 'Belastningsrapport for kommunen',
  file: 'Distriktsfil',
  export: 'Last ned distriktsfila',
  import: 'Les inn en ny utgave',
  exportNote: 'Fila inneholder aldri grunnen til et fritak.',
}

export const rota = {
  title: 'Vaktliste',
  empty: 'Ingen vakter er publisert i disse ukene.',
  emptyNext: 'Gå til seneste publisering',
}
