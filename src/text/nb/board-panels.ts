import { count, ended, number } from './format.ts'

/** Sentences of the panels beside the board: who can take a duty, what is to be fixed, and the load. */
export const close = 'Lukk'
export const whyNot = (amount: number) => `Hvorfor ikke? ${count(amount, 'lege', 'leger')} som ikke passer`
export const ranking = 'Prøver legene …'
export const candidateHint = 'Pil ned og opp velger lege, Enter setter, Escape går tilbake til vaktlista.'
export const tells = 'Hva valget gjør'
export const noCandidates = 'Ingen andre leger i distriktet.'
/** In the place of the page's own list, which an edit made old. */
export const stale =
  'Vaktlista er endret etter at siden ble lastet. Det som gjelder nå, står i «Å rette» ved siden av lista.'

export const fix = {
  title: 'Å rette',
  counts: {
    blocks: (amount: number) => `${number(amount)} må rettes`,
    warns: (amount: number) => count(amount, 'advarsel', 'advarsler'),
    open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  },
  hint: 'Pil ned og opp, eller F8 hvor som helst på siden, går til neste. Enter går til vakta.',
  lead: 'Gjelder hele planen, også uker som ikke vises.',
  nothing: 'Ingenting å rette i hele planen.',
  more: (amount: number) => `Vis ${number(amount)} til`,
  isOpen: (duty: string) => ended(`Ingen lege på ${duty}`),
  healedBefore: (amount: number) => `${number(amount)} til er rettet.`,
  healed: 'Rettet',
  fresh: 'Ny',
  goTo: 'Gå til vakta',
  goToWeeks: 'Vis ukene der vakta er',
  searching: 'Leter etter den minste endringen som retter dette …',
  heals: 'Minste endring som retter',
  fills: 'Ta vakta',
  noHeal: 'Ingen enkelt endring av én eller to vakter retter dette.',
  noHolder: 'Dette rettes ikke ved å bytte lege.',
  repair: 'Se hva reparasjon av flere vakter kan gjøre',
  take: (to: string, duty: string) => `${to} tar ${duty}`,
  swap: (one: string, duty: string, other: string, back: string) =>
    `${other} tar ${duty}, ${one} tar ${back}`,
  free: 'uten ny advarsel',
  costs: (amount: number) => count(amount, 'ny advarsel', 'nye advarsler'),
  saidHealed: (sentence: string) => `Rettet: ${sentence}`,
  saidLeft: (blocks: number, warns: number) =>
    `Igjen: ${number(blocks)} må rettes, ${count(warns, 'advarsel', 'advarsler')}.`,
}

export const judged = {
  more: (amount: number) => `og ${number(amount)} til`,
  show: 'Vis',
  differs: 'Serveren kom til noe annet enn denne siden. Nå vises det serveren fant.',
  moved: 'Det som planen bedømmes etter, er endret. Siden hentet det på nytt.',
}

export const load = {
  title: 'Timer og fordeling',
  button: 'Timer',
  span: 'Vis for',
  window: 'disse ukene',
  plan: 'hele planen',
  caption: 'Vakttid og antall vakter mot rettferdig andel. Lengst unna andelen står først.',
  doctor: 'Lege',
  away: 'Fra andelen',
  nights: 'Netter',
  weekends: 'Helger',
  holidays: 'Hellig\u00addager',
  of: (amount: string, share: string) => `${amount} av ${share}`,
  outside: 'utenfor',
  legend: 'Streken viser rettferdig andel.',
  bar: (parts: string, share: string | null) =>
    share === null ? parts : `${parts}. Rettferdig andel ${share}`,
}
