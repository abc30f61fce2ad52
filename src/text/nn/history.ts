import { count } from './format.ts'

/** Sentences of the revisions of the published rota, and of two of them side by side. */
export const title = 'Utgåver av vaktlista'
export const link = 'Tidlegare utgåver'
export const lead =
  'Kvar gong noko blir publisert eller éi vakt blir endra, blir det ei ny utgåve. Utgåvene blir aldri endra. Du kan sjå korleis vaktlista var, samanlikne to utgåver og hente ei tilbake.'
export const none = 'Ingenting er publisert enno.'

export const table = {
  revision: 'Utgåve',
  when: 'Når',
  who: 'Av',
  what: 'Kva',
  lines: 'Vaktlinjer',
  period: 'Dagar',
  changed: 'Endringar',
  reason: 'Merknad',
  before: 'Frå',
  after: 'Til',
}
export const kind = { publication: 'Plan publisert', amendment: 'Éi vakt endra' }
export const name = (revision: number) => `Utgåve ${revision}`
export const start = 'Før noko var publisert'
export const unknown = 'ukjend'
export const older = 'Eldre utgåver'
export const isLatest = 'gjeld no'
export const compare = 'Samanlikn'
export const compareLead = 'Vel to utgåver'
export const changes = (doctors: number, duties: number) =>
  duties === 0
    ? 'ingen vakter skifta lege'
    : `${count(duties, 'vakt', 'vakter')}, ${count(doctors, 'lege', 'legar')}`

export const one = {
  lead: (when: string, who: string) => `Publisert ${when} av ${who}.`,
  discussed: (date: string) => `Drøfta med dei tillitsvalde ${date}.`,
  reason: (text: string) => `Merknad: ${text}`,
  differences: 'Kva utgåva endra for kvar lege',
  noDifferences: 'Ingen lege fekk andre vakter.',
  waived: 'Godtekne brot på reglar',
  asItStood: 'Slik var vaktlista i denne utgåva',
  asItStoodLead:
    'Berre kven som hadde kva vakter. Timar og varsel blir rekna etter det som gjeld i dag, og blir ikkje viste her.',
  previous: 'Førre utgåve',
  next: 'Neste utgåve',
  compareWithPrevious: 'Sjå kvar vakt som vart endra',
  compareWithLatest: 'Samanlikn med det som gjeld no',
  undo: 'Ta tilbake denne utgåva',
  undoLead:
    'Lagar eit utkast der vaktene er som før denne utgåva. Ingenting blir endra for legane før du publiserer utkastet. Vakter som har byrja, står.',
  undoDo: (revision: number) =>
    revision === 0 ? 'Lag utkast utan desse vaktene' : `Lag utkast frå utgåve ${revision}`,
  restore: 'Hent tilbake denne utgåva',
  restoreLead:
    'Lagar eit utkast der vaktene er som i denne utgåva. Ingenting blir endra for legane før du publiserer utkastet. Vakter som har byrja, står.',
  draftName: (revision: number) => (revision === 0 ? 'Utan publiserte vakter' : `Frå utgåve ${revision}`),
  lines: 'Vaktlinjer',
  from: 'Første dag',
  to: 'Siste dag',
  name: 'Namn på utkastet',
  later: (revisions: number) =>
    `${count(revisions, 'seinare utgåve gjeld', 'seinare utgåver gjeld')} også desse dagane. Det som vart endra der, er ikkje med i utkastet. Vel du andre dagar, gjeld det alle utgåver etter denne. Sjå over skilnaden før du publiserer.`,
  same: 'Vaktlista er alt slik. Det er ingenting å hente tilbake.',
}

export const comparison = {
  title: (before: string, after: string) => `${before} mot ${after.toLowerCase()}`,
  lead: (dates: string) => `Vakter som byrjar ${dates}.`,
  choose: 'Vel utgåver',
  before: 'Frå utgåve',
  after: 'Til utgåve',
  from: 'Første dag',
  to: 'Siste dag',
  show: 'Samanlikn',
  perDoctor: 'For kvar lege',
  perDay: 'Dag for dag',
  nothing: 'Dei to er like desse dagane.',
  gained: 'Fekk',
  lost: 'Mista',
  moved: 'Fekk ny tid eller vaktform',
  duty: 'Vakt',
  open: 'ledig',
  notThere: 'ikkje sett opp',
  needChanged: 'ny tid eller vaktform',
  count: (duties: number, doctors: number) =>
    `${count(duties, 'vakt er', 'vakter er')} ulike, og det gjeld ${count(doctors, 'lege', 'legar')}.`,
  part: (holder: string, span: string) => `${holder} ${span}`,
}
