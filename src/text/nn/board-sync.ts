import { count } from './format.ts'

/** Sentences of the board about what is stored, what waits, and what others do. */
export const saving = 'Lagrar …'
export const saved = 'Alt er lagra.'

export const offline = (amount: number) =>
  amount === 0
    ? 'Ingen kontakt med Legevaktplan. Det du endrar, blir lagra når nettet er tilbake.'
    : `Ikkje lagra: ${count(amount, 'endring', 'endringar')} ventar på nett.`
export const online = (amount: number) =>
  `Nettet er tilbake. ${count(amount, 'endring', 'endringar')} er lagra.`
export const signedOut = (amount: number) =>
  amount === 0
    ? 'Du er logga ut.'
    : `Du er logga ut. ${count(amount, 'endring', 'endringar')} ventar til du har logga inn.`
export const signIn = 'Logg inn i ei ny fane'
export const unconfirmed = (amount: number) =>
  amount === 0
    ? 'Du må stadfeste at det er deg.'
    : `Du må stadfeste at det er deg. ${count(amount, 'endring', 'endringar')} ventar til det er gjort.`
export const confirm = 'Stadfest i ei ny fane'
export const outdated = (amount: number) =>
  amount === 0
    ? 'Sida er oppdatert.'
    : `Sida er oppdatert. ${count(amount, 'endring', 'endringar')} blir lagra når du lastar inn på nytt.`
export const reload = 'Last inn på nytt'
export const moved = 'Den publiserte vaktlista er endra mens du har hatt sida open.'

export const closed = {
  published: 'Utkastet er publisert. Endringar gjer du i vaktlista.',
  discarded: 'Utkastet er kasta.',
  gone: 'Du har ikkje lenger tilgang til utkastet.',
  unknown: 'Utkastet kan ikkje endrast lenger.',
}
export const leftTitle = (amount: number) => `${count(amount, 'endring', 'endringar')} vart ikkje lagra`
export const leftHint = 'Skriv dei ned eller kopier dei før du går vidare.'
export const forget = 'Forkast dei'

export const somebody = 'Ein annan koordinator'
export const others = (name: string, amount: number) => `${name} endra ${count(amount, 'vakt', 'vakter')}.`
/** What stands in a place: 'KN', 'KN og OB', 'ingen'. */
export const nobody = 'ingen'
export const lockedBy = (holders: string) => `${holders} (låst)`

export const first = {
  other: (name: string, duty: string, now: string) =>
    `${name} endra ${duty} før deg. No står ${now} der. Endringa di er ikkje lagra.`,
  own: (duty: string, now: string) =>
    `Du har endra ${duty} i ei anna fane. No står ${now} der. Endringa her er ikkje lagra.`,
  moved: (duty: string, now: string) => `${duty} er endra. No står ${now} der. Endringa di er ikkje lagra.`,
}
export const inAll = (amount: number) => `Endringa gjaldt ${count(amount, 'vakt', 'vakter')} i alt.`
export const anyway = 'Gjer mi endring likevel'
export const leave = 'La det stå'
export const notStored = 'Endringa passa ikkje lenger i utkastet og er ikkje lagra.'

export const undone = (step: string) => `Angret: ${step}.`
export const redone = (step: string) => `Gjort om att: ${step}.`
export const stepOn = (kind: string, amount: number) =>
  amount > 1 ? `${kind} (${count(amount, 'vakt', 'vakter')})` : kind
export const nothingToUndo = 'Du har ingenting meir å angre.'
export const nothingToRedo = 'Du har ingenting å gjere om.'
export const cannotUndo = (name: string | null, duty: string, now: string) =>
  name === null
    ? `${duty} er endra sidan. No står ${now} der, så dette kan ikkje angrast.`
    : `${name} har endra ${duty} sidan. No står ${now} der, så dette kan ikkje angrast.`
export const cannotRedo = (name: string | null, duty: string, now: string) =>
  name === null
    ? `${duty} er endra sidan. No står ${now} der, så dette kan ikkje gjerast om.`
    : `${name} har endra ${duty} sidan. No står ${now} der, så dette kan ikkje gjerast om.`
export const needsNet = 'Dette går først når nettet er tilbake.'
