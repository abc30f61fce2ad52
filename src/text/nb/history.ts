import { count } from './format.ts'

/** Sentences of the revisions of the published rota, and of two of them side by side. */
export const title = 'Utgaver av vaktlista'
export const link = 'Tidligere utgaver'
export const lead =
  'Hver gang noe publiseres eller én vakt endres, blir det en ny utgave. Utgavene endres aldri. Du kan se hvordan vaktlista var, sammenligne to utgaver og hente en tilbake.'
export const none = 'Ingenting er publisert ennå.'

export const table = {
  revision: 'Utgave',
  when: 'Når',
  who: 'Av',
  what: 'Hva',
  lines: 'Vaktlinjer',
  period: 'Dager',
  changed: 'Endringer',
  reason: 'Merknad',
  before: 'Fra',
  after: 'Til',
}
export const kind = { publication: 'Plan publisert', amendment: 'Én vakt endret' }
export const name = (revision: number) => `Utgave ${revision}`
export const start = 'Før noe var publisert'
export const unknown = 'ukjent'
export const older = 'Eldre utgaver'
export const isLatest = 'gjelder nå'
export const compare = 'Sammenlign'
export const compareLead = 'Velg to utgaver'
export const changes = (doctors: number, duties: number) =>
  duties === 0
    ? 'ingen vakter skiftet lege'
    : `${count(duties, 'vakt', 'vakter')}, ${count(doctors, 'lege', 'leger')}`

export const one = {
  lead: (when: string, who: string) => `Publisert ${when} av ${who}.`,
  discussed: (date: string) => `Drøftet med tillitsvalgte ${date}.`,
  reason: (text: string) => `Merknad: ${text}`,
  differences: 'Hva utgaven endret for hver lege',
  noDifferences: 'Ingen lege fikk andre vakter.',
  waived: 'Godtatt brudd på regler',
  asItStood: 'Slik var vaktlista i denne utgaven',
  asItStoodLead:
    'Bare hvem som hadde hvilke vakter. Timer og varsler regnes etter det som gjelder i dag, og vises ikke her.',
  previous: 'Forrige utgave',
  next: 'Neste utgave',
  compareWithPrevious: 'Se hver vakt som ble endret',
  compareWithLatest: 'Sammenlign med det som gjelder nå',
  undo: 'Ta tilbake denne utgaven',
  undoLead:
    'Lager et utkast der vaktene er som før denne utgaven. Ingenting endres for legene før du publiserer utkastet. Vakter som har begynt, står.',
  undoDo: (revision: number) =>
    revision === 0 ? 'Lag utkast uten disse vaktene' : `Lag utkast fra utgave ${revision}`,
  restore: 'Hent tilbake denne utgaven',
  restoreLead:
    'Lager et utkast der vaktene er som i denne utgaven. Ingenting endres for legene før du publiserer utkastet. Vakter som har begynt, står.',
  draftName: (revision: number) => (revision === 0 ? 'Uten publiserte vakter' : `Fra utgave ${revision}`),
  lines: 'Vaktlinjer',
  from: 'Første dag',
  to: 'Siste dag',
  name: 'Navn på utkastet',
  later: (revisions: number) =>
    `${count(revisions, 'senere utgave gjelder', 'senere utgaver gjelder')} også disse dagene. Det som ble endret der, er ikke med i utkastet. Velger du andre dager, gjelder det alle utgaver etter denne. Se over forskjellen før du publiserer.`,
  same: 'Vaktlista er alt slik. Det er ingenting å hente tilbake.',
}

export const comparison = {
  title: (before: string, after: string) => `${before} mot ${after.toLowerCase()}`,
  lead: (dates: string) => `Vakter som begynner ${dates}.`,
  choose: 'Velg utgaver',
  before: 'Fra utgave',
  after: 'Til utgave',
  from: 'Første dag',
  to: 'Siste dag',
  show: 'Sammenlign',
  perDoctor: 'For hver lege',
  perDay: 'Dag for dag',
  nothing: 'De to er like disse dagene.',
  gained: 'Fikk',
  lost: 'Mistet',
  moved: 'Fikk ny tid eller vaktform',
  duty: 'Vakt',
  open: 'ledig',
  notThere: 'ikke satt opp',
  needChanged: 'ny tid eller vaktform',
  count: (duties: number, doctors: number) =>
    `${count(duties, 'vakt er', 'vakter er')} ulike, og det gjelder ${count(doctors, 'lege', 'leger')}.`,
  part: (holder: string, span: string) => `${holder} ${span}`,
}
