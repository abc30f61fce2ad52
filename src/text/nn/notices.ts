import { count, list, number } from './format.ts'

/** Sentences of changes in published duties: what changed for a doctor, and who has confirmed that they know. */
export const change = {
  gained: 'Ny vakt',
  lost: 'Ikkje lenger di vakt',
  lostOf: 'Ikkje lenger vakt',
  moved: 'Endra vakt',
  before: 'Før:',
  after: 'No:',
  /** Of many at once, in a few words. */
  summary: (gained: number, moved: number, lost: number) =>
    [
      gained > 0 ? count(gained, 'ny vakt', 'nye vakter') : '',
      moved > 0 ? count(moved, 'endra vakt', 'endra vakter') : '',
      lost > 0 ? `${count(lost, 'vakt', 'vakter')} ikkje lenger` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  seeAll: 'Sjå alle',
  andMore: (amount: number, summary: string) => `Og ${number(amount)} til: ${summary}`,
}

export const own = {
  title: 'Endringar i vaktene dine',
  lead: 'Her står det som er endra i dei publiserte vaktene dine dei siste 60 dagane.',
  none: 'Ingen av vaktene dine er endra dei siste 60 dagane.',
  rest: 'Andre endringar',
  recent: 'Dei siste 60 dagane',
  mustConfirm: 'Må stadfestast',
  waits: (amount: number) =>
    amount === 1 ? 'Éi endring må stadfestast' : `${number(amount)} endringar må stadfestast`,
  waitsLead: 'Det gjeld vakter som tek til snart. Koordinatoren ringjer deg om du ikkje stadfestar.',
  waitsBanner: 'Sjå endringa og stadfest',
  others: (amount: number) =>
    amount === 1
      ? 'Éi endring i vaktene dine er ikkje stadfesta.'
      : `${number(amount)} endringar i vaktene dine er ikkje stadfesta.`,
  othersBanner: 'Sjå kva som er endra',
  confirm: 'Eg har sett endringa',
  confirmLabel: (when: string, district: string) =>
    `Eg har sett endringa som vart publisert ${when} i ${district}`,
  confirmsEarlier: 'Du stadfestar samtidig eldre endringar i same distriktet.',
  takeBack: 'Ta tilbake',
  takeBackLabel: (when: string, district: string) =>
    `Ta tilbake stadfestinga av endringa som vart publisert ${when} i ${district}`,
  published: (when: string) => `Publisert ${when}`,
  seen: (when: string) => `Du stadfesta ${when}.`,
  rung: (when: string) => `Stadfesta på telefon ${when}.`,
  missed: 'Ikkje stadfesta før vakta tok til.',
  toDuties: 'Sjå vaktene dine',
}

export const district = {
  title: 'Kven har stadfesta',
  lead: 'Legen skal stadfeste endringar som gjeld dei neste 48 timane. Ring dei som ikkje har stadfesta.',
  open: 'Ikkje stadfesta',
  openNone: 'Alle har stadfesta.',
  missed: 'Ikkje stadfesta før vakta tok til',
  missedLead: 'Dei siste 14 dagane.',
  confirmed: (doctors: number) => `Stadfesta dei siste 14 dagane (${number(doctors)})`,
  startsIn: (time: string) => `Gjeld om ${time}`,
  started: 'Vakta har teke til',
  phone: 'Telefon',
  noPhone: 'Telefonnummer er ikkje oppgjeve',
  call: (name: string) => `Ring ${name}`,
  told: 'Melding',
  mailSent: (when: string) => `E-post send ${when}`,
  mailWaits: 'E-posten er ikkje send enno',
  mailRetried: (tries: number) =>
    `E-posten er ikkje send enno (${count(tries, 'mislukka forsøk', 'mislukka forsøk')})`,
  mailUnneeded: 'E-posten trongst ikkje: endringa var gjord om igjen, eller vakta var over',
  smsUnneeded: 'SMS-en trongst ikkje: endringa var gjord om igjen, eller vakta var over',
  mailDead: 'E-posten kunne ikkje sendast: ring',
  noAddress: 'Inga e-postadresse',
  noAddressRing: 'Inga e-postadresse: ring',
  noMail: 'Ingen e-post er send: ring',
  smsSent: (when: string) => `SMS send ${when}`,
  smsWaits: 'SMS-en er ikkje send enno',
  smsDead: 'SMS-en kunne ikkje sendast',
  published: 'Publisert',
  rang: 'Ringt og stadfesta',
  rangLabel: (name: string) => `Ringt og stadfesta: ${name}`,
  confirmsEarlier: 'Du stadfestar samtidig eldre endringar for legen i dette distriktet.',
  note: 'Merknad',
  noteHelp: 'Kan stå tom.',
  reopen: 'Angre',
  reopenLabel: (name: string) => `Angre at ${name} er ringd`,
  older: (amount: number) =>
    amount === 1 ? 'Ei eldre endring som følgjer med' : `${number(amount)} eldre endringar som følgjer med`,
  states: {
    open: 'Ikkje stadfesta',
    missed: 'Ikkje stadfesta før vakta tok til',
    unseen: 'Treng ikkje stadfestast',
    seen: 'Stadfesta av legen',
    rung: 'Stadfesta på telefon',
    late: 'Stadfesta etter at vakta tok til',
  },
  stateAt: (state: string, when: string) => `${state} ${when}`,
  by: (state: string, name: string) => `${state} med ${name}`,
  months: 'Alle endringar, månad for månad',
  monthOf: (month: string) => `Endringar publiserte i ${month}`,
  monthNone: 'Ingen endringar er publiserte denne månaden.',
  previous: (month: string) => `Tidlegare: ${month}`,
  next: (month: string) => `Seinare: ${month}`,
  doctor: 'Lege',
  answer: 'Svar',
  link: 'Kven har stadfesta endringar',
}

/** On other pages, where somebody waits to be rung. */
export const unconfirmed = (doctors: number) =>
  doctors === 1
    ? 'Éin lege har ikkje stadfesta ei endring som gjeld snart'
    : `${number(doctors)} legar har ikkje stadfesta endringar som gjeld snart`

/** After a rota is published or a duty is amended. */
export const told = {
  nobody: 'Ingen legar fekk endra vakter.',
  summary: (doctors: number) => `${count(doctors, 'lege', 'legar')} får melding om endringa.`,
  mustConfirm: (doctors: number) =>
    `${count(doctors, 'lege', 'legar')} må stadfeste, fordi vakta tek til innan 48 timar.`,
  open: (doctors: number) => `${count(doctors, 'lege', 'legar')} har ikkje stadfesta enno.`,
  missed: (doctors: number) => `${count(doctors, 'lege', 'legar')} stadfesta ikkje før vakta tok til.`,
  waitsFor: (names: readonly string[]) => `Ikkje stadfesta: ${list(names)}.`,
  allConfirmed: 'Alle som må stadfeste, har stadfesta.',
  unreached: (doctors: number) =>
    doctors === 1
      ? 'Éin av dei har inga e-postadresse og bør ringjast.'
      : `${number(doctors)} av dei har inga e-postadresse og bør ringjast.`,
  link: 'Sjå kven som har stadfesta',
}
