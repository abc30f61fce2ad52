import type { LocalDate } from '../../core/time/local-date.ts'
import { count, dateRange, hours, list } from './format.ts'

/** Sentences of the page where somebody's duties are taken over with as few changes as possible. */
export const title = 'Reparer vaktlista'
export const link = 'Reparer vaktlista'
export const linkLabel = (name: string, when: string) => `Reparer vaktlista for ${name}, ${when}`

export const lead =
  'Vel kven som ikkje kan ha vakt, og når. Du får framlegg til kven som kan ta vaktene, med så få endringar som mogleg. Vakter som har byrja, og vakter som er låste, står.'
export const inDraft = (name: string) => `Framlegga gjeld utkastet «${name}».`
export const ofRota =
  'Framlegga gjeld den publiserte vaktlista. Ingenting blir endra for legane før du publiserer.'

export const form = {
  doctor: 'Kven kan ikkje ha vakt',
  choose: 'Vel lege',
  from: 'Første dag',
  to: 'Siste dag',
  which: 'Kva vakter',
  all: 'Alle vaktene desse dagane',
  forbidden: 'Berre vakter som fråvær eller fritak alt hindrar',
  submit: 'Finn framlegg',
}

/** The name of a draft that is opened for a repair. */
export const draftName = (dates: { readonly from: LocalDate; readonly to: LocalDate }) =>
  `Reparert ${dateRange(dates)}`

export const nothing = (name: string) =>
  `${name} har ingen komande vakter desse dagane som må takast av andre. Det er ingenting å reparere.`
export const bound = (name: string, amount: number) =>
  `${count(amount, 'vakt', 'vakter')} hos ${name} er ${amount === 1 ? 'låst eller delt' : 'låste eller delte'} for hand, og står i alle framlegga. Endre dei éi og éi.`

export const found = (reached: number) => `${count(reached, 'vakt må', 'vakter må')} takast av andre`
export const noneBreaks = 'Ingen av framlegga bryt noko nytt krav.'
export const fewest = (changes: number) =>
  `Det går ikkje å klare seg med færre enn ${count(changes, 'endring', 'endringar')} når berre vakter frå to veker før til to veker etter fråværet kan endrast.`
export const notFewest =
  'Det kan finnast framlegg med færre endringar, men vi rakk ikkje å leite gjennom alle.'

export const partly = {
  proved:
    'Det går ikkje å fylle alle vaktene utan å bryte eit krav når berre vakter frå to veker før til to veker etter fråværet kan endrast.',
  notProved: 'Vi fann ingen måte å fylle alle vaktene på i den tida vi hadde.',
  best: 'Framlegga under fyller så mykje dei kan. Desse vaktene blir ståande ledige:',
  none: 'Vi fann heller ikkje noko framlegg som fyller ein del av vaktene. Byt vaktene éi og éi.',
}

export const option = {
  title: (number: number) => `Framlegg ${number}`,
  changes: (amount: number) => count(amount, 'vakt blir endra', 'vakter blir endra'),
  call: (names: readonly string[]) => `${count(names.length, 'lege', 'legar')} å ringje: ${list(names)}.`,
  callNobody: 'Ingen å ringje.',
  leavesOpen: 'Vaktene blir berre ledige.',
  unknownTotals: (names: readonly string[]) =>
    `Kontortida er ikkje oppgitt for ${list(names)}. Om samla tid blir for høg, er difor ikkje prøvd.`,
  handOver: (from: string | null, to: string | null) =>
    to === null ? 'blir ledig' : from === null ? `til ${to}` : `frå ${from} til ${to}`,
  hours: 'Vakttimar i planen',
  effect: (before: number, after: number) => `${hours(before)} før, ${hours(after)} etter.`,
  share: (before: number, after: number) =>
    `Mot rettferdig del: ${aside(before)} før, ${aside(after)} etter.`,
  warnings: (amount: number) => `Gir ${count(amount, 'ny åtvaring', 'nye åtvaringar')}`,
  noWarnings: 'Gir ingen nye åtvaringar.',
  choose: 'Bruk framlegget',
  chooseLabel: (number: number) => `Bruk framlegg ${number}`,
}

export const inNewDraft =
  'Når du bruker eit framlegg, blir det lagt i eit nytt utkast. Der ser du over endringane og publiserer.'
export const inThisDraft =
  'Når du bruker eit framlegg, blir det lagt i utkastet som eitt steg. Det kan angrast.'
export const notAway =
  'Reparasjonen fører ikkje opp fråvær. Utan fråvær kan neste bygging gi legen vakter desse dagane igjen.'
export const enterAway = 'Før opp fråvær'
export const back = 'Tilbake til utkastet'

function aside(minutes: number): string {
  if (Math.round(minutes) === 0) return 'akkurat på'
  return minutes > 0 ? `${hours(minutes)} over` : `${hours(-minutes)} under`
}
