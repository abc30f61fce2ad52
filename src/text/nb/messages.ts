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

export const { dutiesChanged, urgentSms, weeklyDigest } = dutyMessagesIn({
  format,
  forms,
  changedSubject: (count, district, nearest) =>
    `${format.count(count, 'vakt', 'vakter')} er endret i ${district}, den nærmeste ${nearest}`,
  newSubject: (count, district, first) =>
    `${format.count(count, 'ny vakt', 'nye vakter')} i ${district}, den første ${first}`,
  lead: (district) => `Vaktplanen i ${district} er publisert, og vaktene dine er endret.`,
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
  sms: (count, district, nearest, url) =>
    `Legevaktplan: ${format.count(count, 'vakt', 'vakter')} innen 48 timer er endret i ${district}, ${nearest} Se og bekreft: ${url}`,
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
  'duties-changed': 'Endrede vakter',
  'weekly-digest': 'Ukesoversikt',
  'draft-circulated': 'Utkast til kommentar',
  'availability-changed': 'Endret tilgjengelighet',
  other: 'Annen melding',
} as const

/** What was given up, to those who look after it. */
export const undelivered = {
  title: 'Kunne ikke sendes',
  lead: 'Meldinger fra de siste 30 dagene som ble oppgitt. De blir ikke sendt på nytt.',
  none: 'Alle meldinger er sendt eller venter på å bli sendt.',
  message: 'Melding',
  channel: 'Vei',
  made: 'Laget',
  why: 'Svaret fra tjenesten',
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
