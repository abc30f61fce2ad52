import { dutyMessagesIn, type MessageText } from '../duty-messages.ts'
import * as format from './format.ts'
import { forms } from './words.ts'

export function signInLink(url: string): MessageText {
  return {
    subject: 'Innlogging til Legevaktplan',
    body: [
      'Åpne lenken for å logge inn. Den virker én gang, i 10 minutter.',
      url,
      'Har du ikke bedt om den? Da kan du se bort fra denne meldingen.',
    ].join('\n'),
  }
}

export function confirmLink(url: string): MessageText {
  return {
    subject: 'Bekreft at det er deg',
    body: [
      'Åpne lenken for å bekrefte at det er deg som bruker Legevaktplan nå. Den virker én gang, i 10 minutter.',
      url,
      'Har du ikke bedt om den? Da kan du se bort fra denne meldingen. Gi den ikke til andre.',
    ].join('\n'),
  }
}

const ifNotYou = (lead: string, at: string, url: string): string =>
  [
    `${lead} ${at}.`,
    'Var det deg, trenger du ikke gjøre noe.',
    'Var det ikke deg? Se over måtene å logge inn på, fjern det du ikke kjenner igjen, avslutt andre innlogginger, og si fra til en koordinator eller til administratoren:',
    url,
  ].join('\n')

/** To whoever's account it is, when a way to sign in is added or taken away; `at` is date and time. */
export const wayInChanged = {
  providerLinked: (at: string, url: string): MessageText => ({
    subject: 'En ny innlogging er knyttet til kontoen din i Legevaktplan',
    body: ifNotYou(
      'En ny innlogging via en annen tjeneste er knyttet til kontoen din i Legevaktplan',
      at,
      url,
    ),
  }),
  providerUnlinked: (at: string, url: string): MessageText => ({
    subject: 'En innlogging er fjernet i Legevaktplan',
    body: ifNotYou('En innlogging via en annen tjeneste er fjernet fra kontoen din i Legevaktplan', at, url),
  }),
  passkeyAdded: (at: string, url: string): MessageText => ({
    subject: 'En ny passnøkkel er lagt til i Legevaktplan',
    body: ifNotYou('En ny passnøkkel er lagt til kontoen din i Legevaktplan', at, url),
  }),
  passkeyRemoved: (at: string, url: string): MessageText => ({
    subject: 'En passnøkkel er fjernet i Legevaktplan',
    body: ifNotYou('En passnøkkel er fjernet fra kontoen din i Legevaktplan', at, url),
  }),
}

export const { dutiesChanged, urgentSms, weeklyDigest } = dutyMessagesIn({
  format,
  forms,
  subjects: {
    gained: (count, district, day) =>
      count === 1
        ? `Ny vakt i ${district}: ${day}`
        : `${format.count(count, 'ny vakt', 'nye vakter')} i ${district}, den første ${day}`,
    lost: (count, district, day) =>
      count === 1
        ? `Ikke lenger din vakt i ${district}: ${day}`
        : `${format.count(count, 'vakt', 'vakter')} i ${district} er ikke lenger dine, den nærmeste ${day}`,
    changed: (count, district, day) =>
      count === 1
        ? `Vakt er endret i ${district}: ${day}`
        : `${format.count(count, 'vakt', 'vakter')} er endret i ${district}, den nærmeste ${day}`,
  },
  haste: 'HASTER:',
  publishedLead: (district) => `Vaktplanen i ${district} er publisert, og vaktene dine er endret.`,
  changedLead: (district) => `Vaktene dine i ${district} er endret.`,
  confirm: 'HASTER: Dette gjelder vakter innen 48 timer. Bekreft at du har sett det.',
  confirmHere: 'Bekreft her:',
  others: 'Andre endringer:',
  gained: 'Nye vakter:',
  lost: 'Ikke lenger dine:',
  moved: 'Endrede vakter:',
  before: 'Før:',
  after: 'Nå:',
  shadowing: 'du går ved siden av',
  yourDuties: 'Alle vaktene dine:',
  yourCalendar: 'Kalenderen din:',
  noReply: 'Meldingen er sendt av Legevaktplan. Den kan ikke besvares.',
  sms: (district, said, url) => `Legevaktplan, ${district}, haster: ${said}. Se og bekreft: ${url}`,
  smsGained: (time) => `Ny vakt ${time}`,
  smsLost: (time) => `Ikke lenger din: ${time}`,
  smsMoved: (before, after) => `Flyttet fra ${before} til ${after}`,
  smsChanged: (time) => `Endret vakt ${time}`,
  smsMore: (count) => `Og ${format.count(count, 'vakt', 'vakter')} til`,
  digestSubject: (week, count) =>
    `Ukesoversikt ${week}: ${count === 0 ? 'ingen vakter' : format.count(count, 'vakt', 'vakter')} de neste fire ukene`,
  digestDuties: 'Vaktene dine de neste fire ukene:',
  digestNone: 'Du har ingen vakter de neste fire ukene.',
  digestChanges: 'Endret siden forrige mandag:',
  digestUnconfirmed: (count) =>
    `${format.count(count, 'hasteendring', 'hasteendringer')} venter på at du bekrefter.`,
  digestStop: 'Du får denne oversikten fordi du har bedt om den. Slå den av på siden for kalenderen din.',
})

export function draftCirculated(district: string, url: string): MessageText {
  return {
    subject: `Utkast til vaktplan for ${district}`,
    body: [
      `Et utkast til vaktplan for ${district} er sendt ut til kommentar. Vaktene gjelder ikke før planen er publisert.`,
      url,
    ].join('\n'),
  }
}

export function availabilityChanged(district: string, url: string): MessageText {
  return {
    subject: `Tilgjengelighet er endret i ${district}`,
    body: [
      `Tilgjengelighet er endret i ${district}, og det berører vakter som er publisert. Se hvilke:`,
      url,
    ].join('\n'),
  }
}

/** What a message was about, to whoever sees that it did not arrive. */
export const kinds = {
  'sign-in-link': 'Innloggingslenke',
  'confirm-link': 'Bekreftelse av innlogging',
  'way-in-changed': 'Endret innlogging',
  'duties-changed': 'Endrede vakter',
  'log-heads': 'Loggens ender',
  'quarter-report': 'Kvartalsrapport',
  'weekly-digest': 'Ukesoversikt',
  invitation: 'Invitasjon',
  'administrator-let-in': 'Tilgang gitt av administratoren',
  'sign-in-reset': 'Nullstilt innlogging',
  'draft-circulated': 'Utkast til kommentar',
  'availability-changed': 'Endret tilgjengelighet',
  other: 'Annen melding',
} as const

/** What was given up, to those who look after it. */
export const undelivered = {
  title: 'Kunne ikke sendes',
  lead: 'Meldinger til folk i dette distriktet de siste 30 dagene som ikke kunne sendes. De blir ikke prøvd igjen av seg selv.',
  none: 'Alle meldinger til folk i dette distriktet er sendt eller venter på å bli sendt.',
  elsewhere: 'Meldinger som ikke kom fram',
  elsewhereLead:
    'Innloggingslenker og ukesoversikter de siste 30 dagene. Meldinger om vakter og utkast ser hvert distrikts koordinator på distriktets egen side.',
  elsewhereNone: 'Alle innloggingslenker og ukesoversikter er sendt eller venter på å bli sendt.',
  inDistricts: 'Distriktene dine',
  amount: (amount: number) =>
    amount === 0
      ? 'alt er sendt eller venter'
      : `${format.count(amount, 'melding', 'meldinger')} kunne ikke sendes`,
  inDistrict: (amount: number) => `${format.count(amount, 'melding', 'meldinger')} kunne ikke sendes`,
  see: 'Se hvilke meldinger som ikke kunne sendes',
  message: 'Melding',
  by: (kind: string, channel: string) => `${kind} med ${channel}`,
  made: 'Laget',
  why: 'Hvorfor',
  answer: 'Svaret fra tjenesten',
  causes: {
    address: 'Adressen eller nummeret ble ikke godtatt. Rett det på legens side.',
    key: 'Tjenesten godtok ikke nøkkelen eller avsenderen. Si fra til den som drifter Legevaktplan.',
    'no-answer': 'Tjenesten svarte ikke.',
    busy: 'Tjenesten hadde for mye å gjøre.',
    refused: 'Tjenesten ville ikke ta imot meldingen.',
    unknown: 'Vi vet ikke hvorfor.',
  },
  again: 'Hva nå',
  sendAgain: 'Send på nytt',
  sendAgainTo: (name: string) => `Send på nytt til ${name}`,
  standing: {
    done: 'Sendes på nytt',
    'no-address': 'Ingen adresse eller nummer er oppgitt. Ring, eller skriv det inn på legens side.',
    'ask-anew': 'Den som skulle logge inn, må be om ny lenke.',
    impossible: 'Kan ikke sendes på nytt. Si fra selv.',
  },
}

export const channels = { mail: 'e-post', sms: 'SMS' } as const

/** The outbox of a development server. */
export const outbox = {
  title: 'Utboks',
  lead: 'Ingenting forlater denne maskinen: her er meldingene som ellers var sendt, de nyeste først.',
  empty: 'Ingen meldinger ennå.',
  to: 'Til',
  waiting: (at: string) => `Venter til ${at}`,
  sent: 'Sendt',
  unsent: (why: string) => `Ikke sendt, og trengs ikke: ${why}`,
  dead: (why: string) => `Oppgitt: ${why}`,
  attachment: (name: string) => `Vedlegg: ${name}`,
}
