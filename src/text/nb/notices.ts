import { count, list, number } from './format.ts'

/** Sentences of changes in published duties: what changed for a doctor, and who has confirmed that they know. */
export const change = {
  gained: 'Ny vakt',
  lost: 'Ikke lenger din vakt',
  lostOf: 'Ikke lenger vakt',
  moved: 'Endret vakt',
  before: 'Før:',
  after: 'Nå:',
  /** Of many at once, in a few words. */
  summary: (gained: number, moved: number, lost: number) =>
    [
      gained > 0 ? count(gained, 'ny vakt', 'nye vakter') : '',
      moved > 0 ? count(moved, 'endret vakt', 'endrede vakter') : '',
      lost > 0 ? `${count(lost, 'vakt', 'vakter')} ikke lenger` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  seeAll: 'Se alle',
  /** What stands folded below the most pressing. */
  andMore: (amount: number, summary: string) => `Og ${number(amount)} til: ${summary}`,
}

export const own = {
  title: 'Endringer i vaktene dine',
  lead: 'Her står det som er endret i de publiserte vaktene dine de siste 60 dagene.',
  none: 'Ingen av vaktene dine er endret de siste 60 dagene.',
  rest: 'Andre endringer',
  recent: 'De siste 60 dagene',
  mustConfirm: 'Må bekreftes',
  waits: (amount: number) =>
    amount === 1 ? 'Én endring må bekreftes' : `${number(amount)} endringer må bekreftes`,
  waitsLead: 'Det gjelder vakter som begynner snart. Koordinatoren ringer deg hvis du ikke bekrefter.',
  waitsBanner: 'Se endringen og bekreft',
  others: (amount: number) =>
    amount === 1
      ? 'Én endring i vaktene dine er ikke bekreftet.'
      : `${number(amount)} endringer i vaktene dine er ikke bekreftet.`,
  othersBanner: 'Se hva som er endret',
  confirm: 'Jeg har sett endringen',
  confirmLabel: (when: string, district: string) =>
    `Jeg har sett endringen som ble publisert ${when} i ${district}`,
  confirmsEarlier: 'Du bekrefter samtidig eldre endringer i samme distrikt.',
  takeBack: 'Ta tilbake',
  takeBackLabel: (when: string, district: string) =>
    `Ta tilbake bekreftelsen av endringen som ble publisert ${when} i ${district}`,
  published: (when: string) => `Publisert ${when}`,
  seen: (when: string) => `Du bekreftet ${when}.`,
  rung: (when: string) => `Bekreftet på telefon ${when}.`,
  missed: 'Ikke bekreftet før vakta begynte.',
  toDuties: 'Se vaktene dine',
}

export const district = {
  title: 'Hvem har bekreftet',
  lead: 'Legen skal bekrefte endringer som gjelder de neste 48 timene. Ring dem som ikke har bekreftet.',
  open: 'Ikke bekreftet',
  openNone: 'Alle har bekreftet.',
  missed: 'Ikke bekreftet før vakta begynte',
  missedLead: 'De siste 14 dagene.',
  confirmed: (doctors: number) => `Bekreftet de siste 14 dagene (${number(doctors)})`,
  startsIn: (time: string) => `Gjelder om ${time}`,
  started: 'Vakta har begynt',
  phone: 'Telefon',
  noPhone: 'Telefonnummer er ikke oppgitt',
  call: (name: string) => `Ring ${name}`,
  told: 'Beskjed',
  mailSent: (when: string) => `E-post sendt ${when}`,
  mailWaits: 'E-posten er ikke sendt ennå',
  mailRetried: (tries: number) =>
    `E-posten er ikke sendt ennå (${count(tries, 'mislykket forsøk', 'mislykkede forsøk')})`,
  mailUnneeded: 'E-posten trengtes ikke: endringen var gjort om igjen, eller vakta var over',
  smsUnneeded: 'SMS-en trengtes ikke: endringen var gjort om igjen, eller vakta var over',
  mailDead: 'E-posten kunne ikke sendes: ring',
  noAddress: 'Ingen e-postadresse',
  noAddressRing: 'Ingen e-postadresse: ring',
  noMail: 'Ingen e-post er sendt: ring',
  smsSent: (when: string) => `SMS sendt ${when}`,
  smsWaits: 'SMS-en er ikke sendt ennå',
  smsDead: 'SMS-en kunne ikke sendes',
  published: 'Publisert',
  rang: 'Ringt og bekreftet',
  rangLabel: (name: string) => `Ringt og bekreftet: ${name}`,
  confirmsEarlier: 'Du bekrefter samtidig eldre endringer for legen i dette distriktet.',
  note: 'Merknad',
  noteHelp: 'Kan stå tom.',
  reopen: 'Angre',
  reopenLabel: (name: string) => `Angre at ${name} er ringt`,
  older: (amount: number) =>
    amount === 1 ? 'En eldre endring som følger med' : `${number(amount)} eldre endringer som følger med`,
  states: {
    open: 'Ikke bekreftet',
    missed: 'Ikke bekreftet før vakta begynte',
    unseen: 'Trenger ikke bekreftes',
    seen: 'Bekreftet av legen',
    rung: 'Bekreftet på telefon',
    late: 'Bekreftet etter at vakta begynte',
  },
  stateAt: (state: string, when: string) => `${state} ${when}`,
  by: (state: string, name: string) => `${state} med ${name}`,
  months: 'Alle endringer, måned for måned',
  monthOf: (month: string) => `Endringer publisert i ${month}`,
  monthNone: 'Ingen endringer er publisert denne måneden.',
  previous: (month: string) => `Tidligere: ${month}`,
  next: (month: string) => `Senere: ${month}`,
  doctor: 'Lege',
  answer: 'Svar',
  link: 'Hvem har bekreftet endringer',
}

/** On other pages, where somebody waits to be rung. */
export const unconfirmed = (doctors: number) =>
  doctors === 1
    ? 'Én lege har ikke bekreftet en endring som gjelder snart'
    : `${number(doctors)} leger har ikke bekreftet endringer som gjelder snart`

/** After a rota is published or a duty is amended. */
export const told = {
  nobody: 'Ingen leger fikk endrede vakter.',
  summary: (doctors: number) => `${count(doctors, 'lege', 'leger')} får beskjed om endringen.`,
  mustConfirm: (doctors: number) =>
    `${count(doctors, 'lege', 'leger')} må bekrefte, fordi vakta begynner innen 48 timer.`,
  open: (doctors: number) => `${count(doctors, 'lege', 'leger')} har ikke bekreftet ennå.`,
  missed: (doctors: number) => `${count(doctors, 'lege', 'leger')} bekreftet ikke før vakta begynte.`,
  waitsFor: (names: readonly string[]) => `Ikke bekreftet: ${list(names)}.`,
  allConfirmed: 'Alle som må bekrefte, har bekreftet.',
  unreached: (doctors: number) =>
    doctors === 1
      ? 'Én av dem har ingen e-postadresse og bør ringes.'
      : `${number(doctors)} av dem har ingen e-postadresse og bør ringes.`,
  link: 'Se hvem som har bekreftet',
}
