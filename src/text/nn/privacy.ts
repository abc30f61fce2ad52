import type { Keeping, RetentionClass, RetentionSource, RetentionStart } from '../../core/plans/retention.ts'
import { count } from './format.ts'

interface Kind {
  readonly name: string
  readonly what: string
  readonly why: string
  readonly who: string
}

const STARTS: Readonly<Record<RetentionStart, string>> = {
  'wish-over': 'etter datoen ønsket gjeld',
  'exemption-ended': 'etter at fritaket er slutt',
  'plan-over': 'etter at perioden er slutt',
  changed: 'etter endringa',
  ended: 'etter at det vart avslutta',
  expired: 'etter at det gjekk ut',
  sent: 'etter at ho vart send',
  'given-up': 'etter at vi gav opp å sende ho',
  'duty-over': 'etter vakta',
  tried: 'etter forsøket',
  happened: 'etter at det hende',
}

export function keeping(rule: Keeping): string {
  if (rule.kind === 'months') return `${count(rule.months, 'månad', 'månader')} ${STARTS[rule.from]}`
  if (rule.kind === 'days') return `${count(rule.days, 'dag', 'dagar')} ${STARTS[rule.from]}`
  if (rule.kind === 'until-expiry') return 'til det går ut'
  if (rule.kind === 'while-used') return 'så lenge det er i bruk'
  return 'til den ansvarlege har bestemt noko anna'
}

export const sources: Readonly<Record<RetentionSource, string>> = {
  law: 'Arkivplikta avgjer. Ho set inga frist her.',
  choice: 'Standardval i Legevaktplan.',
  security: 'Så kort som innlogginga treng.',
}

export const kinds: Readonly<Record<RetentionClass, Kind>> = {
  rota: {
    name: 'Vaktlister, vakter og timar',
    what: 'Kven som har og har hatt kvar vakt, når, kva slags vakt, byte med grunngiving, korleis vakta gjekk, og timerekneskapen.',
    why: 'Vaktlista må kunne lesast og etterprøvast, og timane må kunne teljast.',
    who: 'Legane i distriktet ser vaktene. Eigne timar ser du sjølv. Timar for alle ser koordinator, legevaktsjef, tillitsvald og løn. Kommunen ser timar for eigne fastlegar.',
  },
  doctors: {
    name: 'Opplysningar om legen',
    what: 'Namn, initialar, HPR-nummer, fødselsdato, avtalar, kompetanse, kontortid, andre oppgåver og korleis du tek del i vaktordninga.',
    why: 'Vaktene må fordelast rettferdig og innanfor reglane.',
    who: 'Koordinator og legevaktsjef. Andre legar ser berre namn og initialar.',
  },
  contact: {
    name: 'Kontaktopplysningar',
    what: 'E-postadresse og telefonnummer.',
    why: 'Du må kunne nåast om vaktene dine.',
    who: 'Koordinator. Legevaktsentralen ser telefonnummeret til den som har vakt.',
  },
  availability: {
    name: 'Fråvær og fritak',
    what: 'Frå når til når, og kva vakter det gjeld. Ikkje kvifor.',
    why: 'Den som er borte eller friteken, skal ikkje få vakt.',
    who: 'Koordinator ser datoane. Kollegaer ser berre at du ikkje er tilgjengeleg.',
  },
  grounds: {
    name: 'Kvifor nokon har fritak',
    what: 'Retten som er kravd, eller grunnen kommunen har avgjort etter. Det kan vere helse. Teksten er lagra kryptert med ein nøkkel for kommunen som avgjer.',
    why: 'Kommunen må kunne avgjere, grunngi og behandle klage.',
    who: 'Du sjølv og den i heimkommunen som avgjer fritak. Ingen andre, heller ikkje koordinator.',
  },
  wishes: {
    name: 'Ønske',
    what: 'Datoar, vakter og mønster du har ønskt eller vil sleppe.',
    why: 'Dei er grunnlaget for neste vaktliste.',
    who: 'Du sjølv og koordinator.',
  },
  comments: {
    name: 'Kommentarar til utkast',
    what: 'Det du har skrive om eit utkast som er på høyring.',
    why: 'Koordinator skal kunne svare på det og rette.',
    who: 'Dei som kan lese utkastet.',
  },
  discardedDrafts: {
    name: 'Forkasta utkast',
    what: 'Utkast som vart lagde bort, med endringane som vart gjorde i dei.',
    why: 'Eit utkast kan hentast fram att.',
    who: 'Koordinator.',
  },
  setUpChanges: {
    name: 'Endringar i oppsettet',
    what: 'Kva opplysningane om ein lege eller ei vaktlinje var før ei endring.',
    why: 'Ein feil kan angrast.',
    who: 'Ingen kan lese det. Koordinator kan angre den siste endringa.',
  },
  accounts: {
    name: 'Konto og tilgangar',
    what: 'E-postadresse, språk, roller, passnøklar og koplingar til innloggingstenester.',
    why: 'Du må kunne logge inn, og berre sjå det du skal.',
    who: 'Du sjølv. Den som gir tilgangar i distriktet eller kommunen, ser rollene der, e-postadressa og måtane du loggar inn på.',
  },
  endedRoles: {
    name: 'Tilgangar som er tekne bort',
    what: 'Kva rolle, når, og av kva konto.',
    why: 'Ein tilgang kan givast tilbake.',
    who: 'Den som gir tilgangar.',
  },
  reportOpenings: {
    name: 'Kven som har opna belastningsrapportar og timar til løn',
    what: 'Kva rapport, kva dag, og med kva rolle.',
    why: 'Legane i rapporten skal kunne sjå at han er lesen.',
    who: 'Legane ser når og kva rolle, ikkje kven. Koordinator ser det i loggen.',
  },
  invitations: {
    name: 'Invitasjonar',
    what: 'E-postadresse, rolle, og kven som inviterte.',
    why: 'Invitasjonen skal verke éin gong, for den som fekk han.',
    who: 'Den som gir tilgangar.',
  },
  sessions: {
    name: 'Innloggingar som er i gang',
    what: 'Når du logga inn, korleis, namnet på nettlesaren og når ho sist var i bruk. Ikkje IP-adressa di.',
    why: 'Du skal sleppe å logge inn på nytt heile tida, og kunne avslutte ei innlogging.',
    who: 'Du sjølv. Den som gir tilgangar, ser kva dag du sist logga inn, om du er logga inn no, og kan logge deg ut.',
  },
  signInAttempts: {
    name: 'Lenkjer, kodar og forsøk på å logge inn',
    what: 'At nokon har bede om å få logge inn. Lenkjer og kodar er lagra slik at ingen kan lese dei.',
    why: 'Kvar lenkje skal verke berre éin gong.',
    who: 'Ingen.',
  },
  heldForms: {
    name: 'Skjema som ventar på innlogging',
    what: 'Det du sende då du var logga ut, kryptert så berre nettlesaren din kan opne det.',
    why: 'Du skal ikkje miste det du har skrive.',
    who: 'Du sjølv.',
  },
  rateCounts: {
    name: 'Teljing av forsøk',
    what: 'Kor mange gonger noko er prøvd, lagra slik at ein ikkje kan lese kven det gjeld.',
    why: 'Ingen skal kunne gjette seg inn.',
    who: 'Ingen.',
  },
  calendarLinks: {
    name: 'Kalenderlenkjer',
    what: 'Namnet du har gitt lenkja, kva ho viser, når ho sist vart henta og av kva slags program.',
    why: 'Vaktene dine skal visast i kalenderen din, og du skal kunne slå lenkja av.',
    who: 'Du sjølv. Koordinator ser lenkjer til kalenderen for distriktet.',
  },
  notices: {
    name: 'Varsel om endra vakter',
    what: 'At du fekk varsel, om du har stadfesta, og det koordinator noterte om samtalen.',
    why: 'Ingen skal stå utan lege fordi ei melding ikkje vart lesen.',
    who: 'Du sjølv, koordinator og legevaktsjef.',
  },
  sentMessages: {
    name: 'Meldingar som er sende',
    what: 'At ei melding er send, til kven og når. Innhaldet blir sletta når ho er send.',
    why: 'Same melding skal ikkje sendast to gonger.',
    who: 'Ingen.',
  },
  deadMessages: {
    name: 'Meldingar som ikkje kom fram',
    what: 'At ei melding ikkje kunne sendast, til kven og kvifor.',
    why: 'Nokon må kunne ringje i staden.',
    who: 'Koordinator. Administrator ser dei som ikkje høyrer til eit distrikt.',
  },
  log: {
    name: 'Logg over endringar',
    what: 'Kven gjorde kva, når. Berre nummer, aldri namn, adresser eller grunnar.',
    why: 'Ei endring må kunne sporast, og ingen skal kunne endre loggen i ettertid. Difor kan ikkje enkeltrader slettast. Standarden er minst fem år.',
    who: 'Koordinator ser loggen for distriktet, administrator loggen for installasjonen.',
  },
}

export const page = {
  title: 'Personvern',
  lead: 'Legevaktplan fordeler legevakt mellom legar. Her står kva som blir lagra, kvifor, kor lenge og kven som ser det.',
  patientsTitle: 'Ingenting om pasientar',
  patients:
    'Legevaktplan spør aldri om pasientar, og lagrar ingenting om dei. Skriv aldri pasientopplysningar i eit fritekstfelt.',
  responsibleTitle: 'Kven som har ansvaret',
  responsible:
    'Kommunen eller samarbeidet som driv legevakta, er behandlingsansvarleg for distriktet. Kommunen der legen har avtale, har ansvaret for grunnane til fritak. Spør koordinator i distriktet ditt om alt som gjeld opplysningane dine, eller personvernombodet i kommunen.',
  groundTitle: 'Rettsleg grunnlag',
  ground:
    'Kommunen har plikt til å ha legevakt (helse- og omsorgstenestelova § 3-2), og fastlegar har plikt til å delta (fastlegeforskrifta). Opplysningane blir behandla for å oppfylle plikta og avtalen (personvernforordninga artikkel 6 nr. 1 b, c og e). Grunnar til fritak som gjeld helse, blir behandla etter artikkel 9 nr. 2 b og personopplysningslova § 6.',
  classesTitle: 'Dette blir lagra',
  what: 'Kva',
  why: 'Kvifor',
  howLong: 'Kor lenge',
  who: 'Kven ser det',
  source: 'Kva tida byggjer på',
  rightsTitle: 'Dette kan du gjere sjølv',
  rights: [
    'Sjå og laste ned alt som er lagra om deg.',
    'Be koordinator rette det som er feil.',
    'Be om å bli sletta. Vakter som er publiserte, blir ståande utan namnet ditt.',
    'Klage til Datatilsynet dersom du meiner at opplysningane blir brukte feil.',
  ],
  myData: 'Mine opplysningar',
  signIn: 'Logg inn for å sjå opplysningane dine',
  cookiesTitle: 'Informasjonskapslar',
  cookies:
    'Nettlesaren lagrar berre det innlogginga og språkvalet treng. Inga sporing, ingen statistikk og ikkje noko innhald frå andre.',
}

export const retention = {
  title: 'Sletting etter tid',
  lead: 'Kvar natt blir det sletta som tida er ute for. Tabellen viser kva som ville blitt sletta no. Ingenting er sletta ved at du ser på han.',
  kind: 'Kva',
  howLong: 'Kor lenge',
  going: 'Blir sletta i natt',
  rows: (amount: number) => (amount === 0 ? 'ingenting' : count(amount, 'rad', 'rader')),
  undecided:
    'Der det ikkje er bestemt kor lenge noko skal lagrast, blir ingenting sletta. Det må den ansvarlege bestemme.',
}
