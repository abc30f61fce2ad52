import type { LocalDate } from '../../core/time/local-date.ts'
import { count, dateRange, hours, list } from './format.ts'

/** Sentences of the page where somebody's duties are taken over with as few changes as possible. */
export const title = 'Reparer vaktlista'
export const link = 'Reparer vaktlista'
export const linkLabel = (name: string, when: string) => `Reparer vaktlista for ${name}, ${when}`

export const lead =
  'Velg hvem som ikke kan ha vakt, og når. Du får forslag til hvem som kan ta vaktene, med så få endringer som mulig. Vakter som har begynt, og vakter som er låst, står.'
export const inDraft = (name: string) => `Forslagene gjelder utkastet «${name}».`
export const ofRota =
  'Forslagene gjelder den publiserte vaktlista. Ingenting endres for legene før du publiserer.'

export const form = {
  doctor: 'Hvem kan ikke ha vakt',
  choose: 'Velg lege',
  from: 'Første dag',
  to: 'Siste dag',
  which: 'Hvilke vakter',
  all: 'Alle vaktene disse dagene',
  forbidden: 'Bare vakter som fravær eller fritak alt hindrer',
  submit: 'Finn forslag',
}

/** The name of a draft that is opened for a repair. */
export const draftName = (dates: { readonly from: LocalDate; readonly to: LocalDate }) =>
  `Reparert ${dateRange(dates)}`

export const nothing = (name: string) =>
  `${name} har ingen kommende vakter disse dagene som må tas av andre. Det er ingenting å reparere.`
export const bound = (name: string, amount: number) =>
  `${count(amount, 'vakt', 'vakter')} hos ${name} er låst eller delt for hånd, og står i alle forslagene. Endre dem én og én.`

export const found = (reached: number) => `${count(reached, 'vakt må', 'vakter må')} tas av andre`
export const noneBreaks = 'Ingen av forslagene bryter noe nytt krav.'
export const fewest = (changes: number) =>
  `Det går ikke å klare seg med færre enn ${count(changes, 'endring', 'endringer')} når bare vakter fra to uker før til to uker etter fraværet kan endres.`
export const notFewest = 'Det kan finnes forslag med færre endringer, men vi rakk ikke å lete gjennom alle.'

export const partly = {
  proved:
    'Det går ikke å fylle alle vaktene uten å bryte et krav når bare vakter fra to uker før til to uker etter fraværet kan endres.',
  notProved: 'Vi fant ingen måte å fylle alle vaktene på i den tida vi hadde.',
  best: 'Forslagene under fyller så mye de kan. Disse vaktene blir stående ledige:',
  none: 'Vi fant heller ikke noe forslag som fyller en del av vaktene. Bytt vaktene én og én.',
}

export const option = {
  title: (number: number) => `Forslag ${number}`,
  changes: (amount: number) => count(amount, 'vakt endres', 'vakter endres'),
  call: (names: readonly string[]) => `${count(names.length, 'lege', 'leger')} å ringe: ${list(names)}.`,
  callNobody: 'Ingen å ringe.',
  leavesOpen: 'Vaktene blir bare ledige.',
  unknownTotals: (names: readonly string[]) =>
    `Kontortida er ikke oppgitt for ${list(names)}. Om samlet tid blir for høy, er derfor ikke prøvd.`,
  /** `from` null: the one who is away, or nobody. */
  handOver: (from: string | null, to: string | null) =>
    to === null ? 'blir ledig' : from === null ? `til ${to}` : `fra ${from} til ${to}`,
  hours: 'Vakttimer i planen',
  effect: (before: number, after: number) => `${hours(before)} før, ${hours(after)} etter.`,
  share: (before: number, after: number) =>
    `Mot rettferdig andel: ${aside(before)} før, ${aside(after)} etter.`,
  warnings: (amount: number) => `Gir ${count(amount, 'ny advarsel', 'nye advarsler')}`,
  noWarnings: 'Gir ingen nye advarsler.',
  choose: 'Bruk forslaget',
  chooseLabel: (number: number) => `Bruk forslag ${number}`,
}

export const inNewDraft =
  'Når du bruker et forslag, legges det i et nytt utkast. Der ser du over endringene og publiserer.'
export const inThisDraft = 'Når du bruker et forslag, legges det i utkastet som ett steg. Det kan angres.'
export const notAway =
  'Reparasjonen fører ikke opp fravær. Uten fravær kan neste bygging gi legen vakter disse dagene igjen.'
export const enterAway = 'Før opp fravær'
export const back = 'Tilbake til utkastet'

function aside(minutes: number): string {
  if (Math.round(minutes) === 0) return 'akkurat på'
  return minutes > 0 ? `${hours(minutes)} over` : `${hours(-minutes)} under`
}
