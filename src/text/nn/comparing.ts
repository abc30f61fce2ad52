import { count, number } from './format.ts'

/** Sentences of the page that holds a draft against another plan. */
export const title = (draft: string) => `Samanlikn «${draft}»`
export const link = 'Samanlikn'
export const choose = 'Samanlikn med'
export const show = 'Samanlikn'
export const published = 'det som er publisert'
export const beforeStep = (step: string) => `utkastet før dette steget: ${step}`
export const lead = (other: string, dates: string) => `Mot ${other}, ${dates}.`
export const sides = {
  this: 'Dette utkastet',
  published: 'Publisert',
  other: 'Det andre utkastet',
  before: 'Før',
}
export const noDays = 'Dei to utkasta har ingen dagar felles, så det er ingenting å samanlikne.'
export const same = 'Dei er heilt like desse dagane.'

export const sum = {
  title: 'I sum',
  open: 'Ledige vakter',
  blocking: 'Brot som må rettast eller godtakast',
  warnings: 'Åtvaringar',
  wishes: 'Oppfylte ønske',
  ofAll: (met: number, all: number) => `${number(met)} av ${number(all)}`,
  differing: 'Vakter som er ulike',
}

export const rules = {
  title: 'Regel for regel',
  rule: 'Regel',
  none: 'Ingen av dei bryt ein regel eller gir åtvaring.',
  told: (blocking: number, warnings: number) =>
    [
      blocking > 0 ? `${number(blocking)} må rettast` : '',
      warnings > 0 ? count(warnings, 'åtvaring', 'åtvaringar') : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'ingen',
}

export const doctors = {
  lead: (before: string, after: string) =>
    `Tala går frå ${before} til ${after}. Eitt tal tyder at dei er like.`,
  title: 'Lege for lege',
  doctor: 'Lege',
  wishes: 'Ønske',
}
export const days = { title: 'Dag for dag' }

export const choice = {
  title: 'Kva vil du gjere?',
  openThis: (name: string) => `Opne «${name}»`,
  throwOther: (name: string) => `Forkast «${name}»`,
  throwThis: (name: string) => `Forkast «${name}»`,
  undoable: 'Eit forkasta utkast kan hentast tilbake.',
  keepStep: 'Behald',
  throwStep: (step: string) => `Angre: ${step}`,
  notYours: 'Berre den som gjorde steget, kan angre det, og berre så lenge ingenting er gjort etterpå.',
  back: 'Til utkastet',
}
