import { dutyMessagesIn, type MessageText } from '../duty-messages.ts'
import * as format from './format.ts'
import { forms } from './words.ts'

export function signInLink(url: string): MessageText {
  return {
    subject: 'Innlogging til Legevaktplan',
    body: [
      'Opne lenkja for å logge inn. Ho verkar éin gong, i 10 minutt.',
      url,
      'Har du ikkje bede om henne? Då kan du sjå bort frå denne meldinga.',
    ].join('\n'),
  }
}

export function confirmLink(url: string): MessageText {
  return {
    subject: 'Stadfest at det er deg',
    body: [
      'Opne lenkja for å stadfeste at det er du som bruker Legevaktplan no. Ho verkar éin gong, i 10 minutt.',
      url,
      'Har du ikkje bede om henne? Då kan du sjå bort frå denne meldinga. Gi henne ikkje til andre.',
    ].join('\n'),
  }
}

const ifNotYou = (lead: string, at: string, url: string): string =>
  [
    `${lead} ${at}.`,
    'Var det deg, treng du ikkje gjere noko.',
    'Var det ikkje deg? Sjå over måtane å logge inn på, fjern det du ikkje kjenner att, avslutt andre innloggingar, og sei frå til ein koordinator eller til administratoren:',
    url,
  ].join('\n')

/** To whoever's account it is, when a way to sign in is added or taken away; `at` is date and time. */
export const wayInChanged = {
  providerLinked: (at: string, url: string): MessageText => ({
    subject: 'Ei ny innlogging er knytt til kontoen din i Legevaktplan',
    body: ifNotYou('Ei ny innlogging via ei anna teneste er knytt til kontoen din i Legevaktplan', at, url),
  }),
  providerUnlinked: (at: string, url: string): MessageText => ({
    subject: 'Ei innlogging er fjerna i Legevaktplan',
    body: ifNotYou('Ei innlogging via ei anna teneste er fjerna frå kontoen din i Legevaktplan', at, url),
  }),
  passkeyAdded: (at: string, url: string): MessageText => ({
    subject: 'Ein ny passnøkkel er lagd til i Legevaktplan',
    body: ifNotYou('Ein ny passnøkkel er lagd til kontoen din i Legevaktplan', at, url),
  }),
  passkeyRemoved: (at: string, url: string): MessageText => ({
    subject: 'Ein passnøkkel er fjerna i Legevaktplan',
    body: ifNotYou('Ein passnøkkel er fjerna frå kontoen din i Legevaktplan', at, url),
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
        ? `Ikkje lenger di vakt i ${district}: ${day}`
        : `${format.count(count, 'vakt', 'vakter')} i ${district} er ikkje lenger dine, den nærmaste ${day}`,
    changed: (count, district, day) =>
      count === 1
        ? `Vakt er endra i ${district}: ${day}`
        : `${format.count(count, 'vakt', 'vakter')} er endra i ${district}, den nærmaste ${day}`,
  },
  haste: 'HASTAR:',
  publishedLead: (district) => `Vaktplanen i ${district} er publisert, og vaktene dine er endra.`,
  changedLead: (district) => `Vaktene dine i ${district} er endra.`,
  confirm: 'HASTAR: Dette gjeld vakter innan 48 timar. Stadfest at du har sett det.',
  confirmHere: 'Stadfest her:',
  others: 'Andre endringar:',
  gained: 'Nye vakter:',
  lost: 'Ikkje lenger dine:',
  moved: 'Endra vakter:',
  before: 'Før:',
  after: 'No:',
  shadowing: 'du går ved sida av',
  yourDuties: 'Alle vaktene dine:',
  yourCalendar: 'Kalenderen din:',
  noReply: 'Meldinga er send av Legevaktplan. Du kan ikkje svare på henne.',
  sms: (district, said, url) => `Legevaktplan, ${district}, hastar: ${said}. Sjå og stadfest: ${url}`,
  smsGained: (time) => `Ny vakt ${time}`,
  smsLost: (time) => `Ikkje lenger di: ${time}`,
  smsMoved: (before, after) => `Flytta frå ${before} til ${after}`,
  smsChanged: (time) => `Endra vakt ${time}`,
  smsMore: (count) => `Og ${format.count(count, 'vakt', 'vakter')} til`,
  digestSubject: (week, count) =>
    `Vekeoversikt ${week}: ${count === 0 ? 'ingen vakter' : format.count(count, 'vakt', 'vakter')} dei neste fire vekene`,
  digestDuties: 'Vaktene dine dei neste fire vekene:',
  digestNone: 'Du har ingen vakter dei neste fire vekene.',
  digestChanges: 'Endra sidan førre måndag:',
  digestUnconfirmed: (count) =>
    `${format.count(count, 'hasteendring', 'hasteendringar')} ventar på at du stadfestar.`,
  digestStop: 'Du får denne oversikta fordi du har bede om henne. Slå henne av på sida for kalenderen din.',
})

export function draftCirculated(district: string, url: string): MessageText {
  return {
    subject: `Utkast til vaktplan for ${district}`,
    body: [
      `Eit utkast til vaktplan for ${district} er sendt ut til kommentar. Vaktene gjeld ikkje før planen er publisert.`,
      url,
    ].join('\n'),
  }
}

export function availabilityChanged(district: string, url: string): MessageText {
  return {
    subject: `Tilgjenge er endra i ${district}`,
    body: [
      `Tilgjenge er endra i ${district}, og det rører ved vakter som er publiserte. Sjå kva for nokre:`,
      url,
    ].join('\n'),
  }
}

export const kinds = {
  'sign-in-link': 'Innloggingslenkje',
  'confirm-link': 'Stadfesting av innlogging',
  'way-in-changed': 'Endra innlogging',
  'duties-changed': 'Endra vakter',
  'log-heads': 'Endane på loggen',
  'quarter-report': 'Kvartalsrapport',
  'weekly-digest': 'Vekeoversikt',
  invitation: 'Invitasjon',
  'administrator-let-in': 'Tilgang gitt av administratoren',
  'sign-in-reset': 'Nullstilt innlogging',
  'draft-circulated': 'Utkast til kommentar',
  'availability-changed': 'Endra tilgjenge',
  other: 'Anna melding',
} as const

export const undelivered = {
  title: 'Kunne ikkje sendast',
  lead: 'Meldingar til folk i dette distriktet dei siste 30 dagane som ikkje kunne sendast. Dei blir ikkje prøvde igjen av seg sjølve.',
  none: 'Alle meldingar til folk i dette distriktet er sende eller ventar på å bli sende.',
  elsewhere: 'Meldingar som ikkje kom fram',
  elsewhereLead:
    'Innloggingslenkjer og vekeoversikter dei siste 30 dagane. Meldingar om vakter og utkast ser koordinatoren i kvart distrikt på distriktet si eiga side.',
  elsewhereNone: 'Alle innloggingslenkjer og vekeoversikter er sende eller ventar på å bli sende.',
  inDistricts: 'Distrikta dine',
  amount: (amount: number) =>
    amount === 0
      ? 'alt er sendt eller ventar'
      : `${format.count(amount, 'melding', 'meldingar')} kunne ikkje sendast`,
  inDistrict: (amount: number) => `${format.count(amount, 'melding', 'meldingar')} kunne ikkje sendast`,
  see: 'Sjå kva meldingar som ikkje kunne sendast',
  message: 'Melding',
  by: (kind: string, channel: string) => `${kind} med ${channel}`,
  made: 'Laga',
  why: 'Kvifor',
  answer: 'Svaret frå tenesta',
  causes: {
    address: 'Adressa eller nummeret vart ikkje godteke. Rett det på sida til legen.',
    key: 'Tenesta godtok ikkje nøkkelen eller avsendaren. Sei frå til den som driftar Legevaktplan.',
    'no-answer': 'Tenesta svara ikkje.',
    busy: 'Tenesta hadde for mykje å gjere.',
    refused: 'Tenesta ville ikkje ta imot meldinga.',
    unknown: 'Vi veit ikkje kvifor.',
  },
  again: 'Kva no',
  sendAgain: 'Send på nytt',
  sendAgainTo: (name: string) => `Send på nytt til ${name}`,
  standing: {
    done: 'Blir send på nytt',
    'no-address': 'Inga adresse eller nummer er oppgjeve. Ring, eller skriv det inn på sida til legen.',
    'ask-anew': 'Den som skulle logge inn, må be om ny lenkje.',
    impossible: 'Kan ikkje sendast på nytt. Sei frå sjølv.',
  },
}

export const channels = { mail: 'e-post', sms: 'SMS' } as const

export const outbox = {
  title: 'Utboks',
  lead: 'Ingenting forlèt denne maskina: her er meldingane som elles var sende, dei nyaste først.',
  empty: 'Ingen meldingar enno.',
  to: 'Til',
  waiting: (at: string) => `Ventar til ${at}`,
  sent: 'Send',
  unsent: (why: string) => `Ikkje send, og trengst ikkje: ${why}`,
  dead: (why: string) => `Gitt opp: ${why}`,
  attachment: (name: string) => `Vedlegg: ${name}`,
}
