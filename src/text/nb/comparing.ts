import { count, number } from './format.ts'

/** Sentences of the page that holds a draft against another plan. */
export const title = (draft: string) => `Sammenlign «${draft}»`
export const link = 'Sammenlign'
export const choose = 'Sammenlign med'
export const show = 'Sammenlign'
export const published = 'det som er publisert'
export const beforeStep = (step: string) => `utkastet før dette steget: ${step}`
export const lead = (other: string, dates: string) => `Mot ${other}, ${dates}.`
export const sides = {
  this: 'Dette utkastet',
  published: 'Publisert',
  other: 'Det andre utkastet',
  before: 'Før',
}
export const noDays = 'De to utkastene har ingen dager felles, så det er ingenting å sammenligne.'
export const same = 'De er helt like disse dagene.'

export const sum = {
  title: 'I sum',
  open: 'Ledige vakter',
  blocking: 'Brudd som må rettes eller godtas',
  warnings: 'Advarsler',
  wishes: 'Oppfylte ønsker',
  ofAll: (met: number, all: number) => `${number(met)} av ${number(all)}`,
  differing: 'Vakter som er ulike',
}

export const rules = {
  title: 'Regel for regel',
  rule: 'Regel',
  none: 'Ingen av dem bryter en regel eller gir advarsel.',
  told: (blocking: number, warnings: number) =>
    [
      blocking > 0 ? `${number(blocking)} må rettes` : '',
      warnings > 0 ? count(warnings, 'advarsel', 'advarsler') : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'ingen',
}

export const doctors = {
  lead: (before: string, after: string) =>
    `Tallene går fra ${before} til ${after}. Ett tall betyr at de er like.`,
  title: 'Lege for lege',
  doctor: 'Lege',
  wishes: 'Ønsker',
}
export const days = { title: 'Dag for dag' }

export const choice = {
  title: 'Hva vil du gjøre?',
  openThis: (name: string) => `Åpne «${name}»`,
  throwOther: (name: string) => `Forkast «${name}»`,
  throwThis: (name: string) => `Forkast «${name}»`,
  undoable: 'Et forkastet utkast kan hentes tilbake.',
  keepStep: 'Behold',
  throwStep: (step: string) => `Angre: ${step}`,
  notYours: 'Bare den som gjorde steget, kan angre det, og bare så lenge ingenting er gjort etterpå.',
  back: 'Til utkastet',
}
