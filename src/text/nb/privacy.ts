import type { Keeping, RetentionClass, RetentionSource, RetentionStart } from '../../core/plans/retention.ts'
import { count } from './format.ts'

/** One kind of what is kept, as the privacy page tells it. */
interface Kind {
  readonly name: string
  readonly what: string
  readonly why: string
  readonly who: string
}

const STARTS: Readonly<Record<RetentionStart, string>> = {
  'wish-over': 'etter datoen ønsket gjelder',
  'exemption-ended': 'etter at fritaket er slutt',
  'plan-over': 'etter at perioden er slutt',
  changed: 'etter endringen',
  ended: 'etter at det ble avsluttet',
  expired: 'etter at det gikk ut',
  sent: 'etter at den ble sendt',
  'given-up': 'etter at vi ga opp å sende den',
  'duty-over': 'etter vakten',
  tried: 'etter forsøket',
  happened: 'etter at det skjedde',
}

/** How long a kind is kept. */
export function keeping(rule: Keeping): string {
  if (rule.kind === 'months') return `${count(rule.months, 'måned', 'måneder')} ${STARTS[rule.from]}`
  if (rule.kind === 'days') return `${count(rule.days, 'dag', 'dager')} ${STARTS[rule.from]}`
  if (rule.kind === 'until-expiry') return 'til det går ut'
  if (rule.kind === 'while-used') return 'så lenge det er i bruk'
  return 'til den ansvarlige har bestemt noe annet'
}

export const sources: Readonly<Record<RetentionSource, string>> = {
  law: 'Arkivplikten avgjør. Den setter ingen frist her.',
  choice: 'Standardvalg i Legevaktplan.',
  security: 'Så kort som innloggingen trenger.',
}

export const kinds: Readonly<Record<RetentionClass, Kind>> = {
  rota: {
    name: 'Vaktlister, vakter og timer',
    what: 'Hvem som har og har hatt hver vakt, når, hva slags vakt, bytter med begrunnelse, hvordan vakten gikk, og timeregnskapet.',
    why: 'Vaktlista må kunne leses og etterprøves, og timene må kunne telles.',
    who: 'Legene i distriktet ser vaktene. Egne timer ser du selv. Timer for alle ser koordinator, legevaktsjef, tillitsvalgt og lønn. Kommunen ser timer for egne fastleger.',
  },
  doctors: {
    name: 'Opplysninger om legen',
    what: 'Navn, initialer, HPR-nummer, fødselsdato, avtaler, kompetanse, kontortid, andre oppgaver og hvordan du tar del i vaktordningen.',
    why: 'Vaktene må fordeles rettferdig og innenfor reglene.',
    who: 'Koordinator og legevaktsjef. Andre leger ser bare navn og initialer.',
  },
  contact: {
    name: 'Kontaktopplysninger',
    what: 'E-postadresse og telefonnummer.',
    why: 'Du må kunne nås om vaktene dine.',
    who: 'Koordinator. Legevaktsentralen ser telefonnummeret til den som har vakt.',
  },
  availability: {
    name: 'Fravær og fritak',
    what: 'Fra når til når, og hvilke vakter det gjelder. Ikke hvorfor.',
    why: 'Den som er borte eller fritatt, skal ikke få vakt.',
    who: 'Koordinator ser datoene. Kolleger ser bare at du ikke er tilgjengelig.',
  },
  grounds: {
    name: 'Hvorfor noen har fritak',
    what: 'Retten som er krevd, eller grunnen kommunen har avgjort etter. Det kan være helse. Teksten lagres kryptert med en nøkkel for kommunen som avgjør.',
    why: 'Kommunen må kunne avgjøre, begrunne og behandle klage.',
    who: 'Du selv og den i hjemkommunen som avgjør fritak. Ingen andre, heller ikke koordinator.',
  },
  wishes: {
    name: 'Ønsker',
    what: 'Datoer, vakter og mønstre du har ønsket eller vil slippe.',
    why: 'De er grunnlaget for neste vaktliste.',
    who: 'Du selv og koordinator.',
  },
  comments: {
    name: 'Kommentarer til utkast',
    what: 'Det du har skrevet om et utkast som er på høring.',
    why: 'Koordinator skal kunne svare på det og rette.',
    who: 'De som kan lese utkastet.',
  },
  discardedDrafts: {
    name: 'Forkastede utkast',
    what: 'Utkast som ble lagt bort, med endringene som ble gjort i dem.',
    why: 'Et utkast kan hentes fram igjen.',
    who: 'Koordinator.',
  },
  setUpChanges: {
    name: 'Endringer i oppsettet',
    what: 'Hva opplysningene om en lege eller en vaktlinje var før en endring.',
    why: 'En feil kan angres.',
    who: 'Ingen kan lese det. Koordinator kan angre den siste endringen.',
  },
  accounts: {
    name: 'Konto og tilganger',
    what: 'E-postadresse, språk, roller, passnøkler og koblinger til innloggingstjenester.',
    why: 'Du må kunne logge inn, og bare se det du skal.',
    who: 'Du selv. Den som gir tilganger i distriktet eller kommunen, ser rollene der, e-postadressen og måtene du logger inn på.',
  },
  endedRoles: {
    name: 'Tilganger som er tatt bort',
    what: 'Hvilken rolle, når, og av hvilken konto.',
    why: 'En tilgang kan gis tilbake.',
    who: 'Den som gir tilganger.',
  },
  reportOpenings: {
    name: 'Hvem som har åpnet belastningsrapporter og timer til lønn',
    what: 'Hvilken rapport, hvilken dag, og med hvilken rolle.',
    why: 'Legene i rapporten skal kunne se at den er lest.',
    who: 'Legene ser når og hvilken rolle, ikke hvem. Koordinator ser det i loggen.',
  },
  invitations: {
    name: 'Invitasjoner',
    what: 'E-postadresse, rolle, og hvem som inviterte.',
    why: 'Invitasjonen skal virke én gang, for den som fikk den.',
    who: 'Den som gir tilganger.',
  },
  sessions: {
    name: 'Innlogginger som er i gang',
    what: 'Når du logget inn, hvordan, nettleserens navn og når den sist var i bruk. Ikke IP-adressen din.',
    why: 'Du skal slippe å logge inn på nytt hele tiden, og kunne avslutte en innlogging.',
    who: 'Du selv. Den som gir tilganger, ser hvilken dag du sist logget inn, om du er logget inn nå, og kan logge deg ut.',
  },
  signInAttempts: {
    name: 'Lenker, koder og forsøk på å logge inn',
    what: 'At noen har bedt om å få logge inn. Lenker og koder er lagret slik at ingen kan lese dem.',
    why: 'Hver lenke skal virke bare én gang.',
    who: 'Ingen.',
  },
  heldForms: {
    name: 'Skjema som venter på innlogging',
    what: 'Det du sendte da du var logget ut, kryptert så bare nettleseren din kan åpne det.',
    why: 'Du skal ikke miste det du har skrevet.',
    who: 'Du selv.',
  },
  rateCounts: {
    name: 'Telling av forsøk',
    what: 'Hvor mange ganger noe er prøvd, lagret slik at en ikke kan lese hvem det gjelder.',
    why: 'Ingen skal kunne gjette seg inn.',
    who: 'Ingen.',
  },
  calendarLinks: {
    name: 'Kalenderlenker',
    what: 'Navnet du har gitt lenken, hva den viser, når den sist ble hentet og av hva slags program.',
    why: 'Vaktene dine skal vises i kalenderen din, og du skal kunne slå lenken av.',
    who: 'Du selv. Koordinator ser lenker til distriktets kalender.',
  },
  notices: {
    name: 'Varsler om endrede vakter',
    what: 'At du fikk varsel, om du har bekreftet, og det koordinator noterte om samtalen.',
    why: 'Ingen skal stå uten lege fordi en melding ikke ble lest.',
    who: 'Du selv, koordinator og legevaktsjef.',
  },
  sentMessages: {
    name: 'Meldinger som er sendt',
    what: 'At en melding er sendt, til hvem og når. Innholdet slettes når den er sendt.',
    why: 'Samme melding skal ikke sendes to ganger.',
    who: 'Ingen.',
  },
  deadMessages: {
    name: 'Meldinger som ikke kom fram',
    what: 'At en melding ikke kunne sendes, til hvem og hvorfor.',
    why: 'Noen må kunne ringe i stedet.',
    who: 'Koordinator. Administrator ser dem som ikke hører til et distrikt.',
  },
  log: {
    name: 'Logg over endringer',
    what: 'Hvem gjorde hva, når. Bare nummer, aldri navn, adresser eller grunner.',
    why: 'En endring må kunne spores, og ingen skal kunne endre loggen i ettertid. Derfor kan ikke enkeltrader slettes. Standarden er minst fem år.',
    who: 'Koordinator ser loggen for distriktet, administrator loggen for installasjonen.',
  },
}

export const page = {
  title: 'Personvern',
  lead: 'Legevaktplan fordeler legevakt mellom leger. Her står hva som lagres, hvorfor, hvor lenge og hvem som ser det.',
  patientsTitle: 'Ingenting om pasienter',
  patients:
    'Legevaktplan spør aldri om pasienter, og lagrer ingenting om dem. Skriv aldri pasientopplysninger i et fritekstfelt.',
  responsibleTitle: 'Hvem som har ansvaret',
  responsible:
    'Kommunen eller samarbeidet som driver legevakten, er behandlingsansvarlig for distriktet. Kommunen der legen har avtale, har ansvaret for grunnene til fritak. Spør koordinator i distriktet ditt om alt som gjelder dine opplysninger, eller personvernombudet i kommunen.',
  groundTitle: 'Rettslig grunnlag',
  ground:
    'Kommunen har plikt til å ha legevakt (helse- og omsorgstjenesteloven § 3-2), og fastleger har plikt til å delta (fastlegeforskriften). Opplysningene behandles for å oppfylle plikten og avtalen (personvernforordningen artikkel 6 nr. 1 b, c og e). Grunner til fritak som gjelder helse, behandles etter artikkel 9 nr. 2 b og personopplysningsloven § 6.',
  classesTitle: 'Dette lagres',
  what: 'Hva',
  why: 'Hvorfor',
  howLong: 'Hvor lenge',
  who: 'Hvem ser det',
  source: 'Hva tiden bygger på',
  rightsTitle: 'Dette kan du gjøre selv',
  rights: [
    'Se og laste ned alt som er lagret om deg.',
    'Be koordinator rette det som er feil.',
    'Be om å bli slettet. Vakter som er publisert, blir stående uten navnet ditt.',
    'Klage til Datatilsynet hvis du mener at opplysningene brukes feil.',
  ],
  myData: 'Mine opplysninger',
  signIn: 'Logg inn for å se dine opplysninger',
  cookiesTitle: 'Informasjonskapsler',
  cookies:
    'Nettleseren lagrer bare det innloggingen og språkvalget trenger. Ingen sporing, ingen statistikk og ikke noe innhold fra andre.',
}

export const retention = {
  title: 'Sletting etter tid',
  lead: 'Hver natt slettes det tiden er ute for. Tabellen viser hva som ville blitt slettet nå. Ingenting er slettet ved at du ser på den.',
  kind: 'Hva',
  howLong: 'Hvor lenge',
  going: 'Slettes i natt',
  rows: (amount: number) => (amount === 0 ? 'ingenting' : count(amount, 'rad', 'rader')),
  undecided:
    'Der det ikke er bestemt hvor lenge noe skal lagres, slettes ingenting. Det må den ansvarlige bestemme.',
}
