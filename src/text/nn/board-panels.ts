import { count, ended, number } from './format.ts'

/** Sentences of the panels beside the board: who can take a duty, what is to be fixed, and the load. */
export const close = 'Lukk'
export const whyNot = (amount: number) => `Kvifor ikkje? ${count(amount, 'lege', 'legar')} som ikkje passar`
export const ranking = 'Prøver legane …'
export const candidateHint = 'Pil ned og opp vel lege, Enter set, Escape går tilbake til vaktlista.'
export const tells = 'Kva valet gjer'
export const noCandidates = 'Ingen andre legar i distriktet.'
/** In the place of the page's own list, which an edit made old. */
export const stale =
  'Vaktlista er endra etter at sida blei lasta. Det som gjeld no, står i «Å rette» ved sida av lista.'

export const fix = {
  title: 'Å rette',
  counts: {
    blocks: (amount: number) => `${number(amount)} må rettast`,
    warns: (amount: number) => count(amount, 'åtvaring', 'åtvaringar'),
    open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  },
  hint: 'Pil ned og opp, eller F8 kvar som helst på sida, går til neste. Enter går til vakta.',
  lead: 'Gjeld heile planen, også veker som ikkje blir viste.',
  nothing: 'Ingenting å rette i heile planen.',
  more: (amount: number) => `Vis ${number(amount)} til`,
  isOpen: (duty: string) => ended(`Ingen lege på ${duty}`),
  healedBefore: (amount: number) => `${number(amount)} til er retta.`,
  healed: 'Retta',
  fresh: 'Ny',
  goTo: 'Gå til vakta',
  goToWeeks: 'Vis vekene der vakta er',
  searching: 'Leitar etter den minste endringa som rettar dette …',
  heals: 'Minste endring som rettar',
  fills: 'Ta vakta',
  noHeal: 'Inga enkel endring av éi eller to vakter rettar dette.',
  noHolder: 'Dette blir ikkje retta ved å byte lege.',
  repair: 'Sjå kva reparasjon av fleire vakter kan gjere',
  take: (to: string, duty: string) => `${to} tek ${duty}`,
  swap: (one: string, duty: string, other: string, back: string) =>
    `${other} tek ${duty}, ${one} tek ${back}`,
  free: 'utan ny åtvaring',
  costs: (amount: number) => count(amount, 'ny åtvaring', 'nye åtvaringar'),
  saidHealed: (sentence: string) => `Retta: ${sentence}`,
  saidLeft: (blocks: number, warns: number) =>
    `Att: ${number(blocks)} må rettast, ${count(warns, 'åtvaring', 'åtvaringar')}.`,
}

export const judged = {
  more: (amount: number) => `og ${number(amount)} til`,
  show: 'Vis',
  differs: 'Tenaren kom til noko anna enn denne sida. No blir det vist som tenaren fann.',
  moved: 'Det som planen blir vurdert etter, er endra. Sida henta det på nytt.',
}

export const load = {
  title: 'Timar og fordeling',
  button: 'Timar',
  span: 'Vis for',
  window: 'desse vekene',
  plan: 'heile planen',
  caption: 'Vakttid og talet på vakter mot rettferdig del. Lengst unna delen står først.',
  doctor: 'Lege',
  away: 'Frå delen',
  nights: 'Netter',
  weekends: 'Helger',
  holidays: 'Heilag\u00addagar',
  of: (amount: string, share: string) => `${amount} av ${share}`,
  outside: 'utanfor',
  legend: 'Streken viser rettferdig del.',
  bar: (parts: string, share: string | null) =>
    share === null ? parts : `${parts}. Rettferdig del ${share}`,
}
