import { count } from './format.ts'

/** Sentences of the board about what is stored, what waits, and what others do. */
export const saving = 'Lagrer …'
export const saved = 'Alt er lagret.'

export const offline = (amount: number) =>
  amount === 0
    ? 'Ingen kontakt med Legevaktplan. Det du endrer, blir lagret når nettet er tilbake.'
    : `Ikke lagret: ${count(amount, 'endring', 'endringer')} venter på nett.`
export const online = (amount: number) =>
  `Nettet er tilbake. ${count(amount, 'endring', 'endringer')} er lagret.`
export const signedOut = (amount: number) =>
  amount === 0
    ? 'Du er logget ut.'
    : `Du er logget ut. ${count(amount, 'endring', 'endringer')} venter til du har logget inn.`
export const signIn = 'Logg inn i en ny fane'
export const unconfirmed = (amount: number) =>
  amount === 0
    ? 'Du må bekrefte at det er deg.'
    : `Du må bekrefte at det er deg. ${count(amount, 'endring', 'endringer')} venter til det er gjort.`
export const confirm = 'Bekreft i en ny fane'
export const outdated = (amount: number) =>
  amount === 0
    ? 'Siden er oppdatert.'
    : `Siden er oppdatert. ${count(amount, 'endring', 'endringer')} blir lagret når du laster inn på nytt.`
export const reload = 'Last inn på nytt'
export const moved = 'Den publiserte vaktlista er endret mens du har hatt siden åpen.'

export const closed = {
  published: 'Utkastet er publisert. Endringer gjør du i vaktlista.',
  discarded: 'Utkastet er kastet.',
  gone: 'Du har ikke lenger tilgang til utkastet.',
  unknown: 'Utkastet kan ikke endres lenger.',
}
export const leftTitle = (amount: number) => `${count(amount, 'endring', 'endringer')} ble ikke lagret`
export const leftHint = 'Skriv dem ned eller kopier dem før du går videre.'
export const forget = 'Forkast dem'

export const somebody = 'En annen koordinator'
export const others = (name: string, amount: number) => `${name} endret ${count(amount, 'vakt', 'vakter')}.`
/** What stands in a place: 'KN', 'KN og OB', 'ingen'. */
export const nobody = 'ingen'
export const lockedBy = (holders: string) => `${holders} (låst)`

export const first = {
  other: (name: string, duty: string, now: string) =>
    `${name} endret ${duty} før deg. Nå står ${now} der. Endringen din er ikke lagret.`,
  own: (duty: string, now: string) =>
    `Du har endret ${duty} i en annen fane. Nå står ${now} der. Endringen her er ikke lagret.`,
  moved: (duty: string, now: string) =>
    `${duty} er endret. Nå står ${now} der. Endringen din er ikke lagret.`,
}
export const inAll = (amount: number) => `Endringen gjaldt ${count(amount, 'vakt', 'vakter')} i alt.`
export const anyway = 'Gjør min endring likevel'
export const leave = 'La det stå'
export const notStored = 'Endringen passet ikke lenger i utkastet og er ikke lagret.'

export const undone = (step: string) => `Angret: ${step}.`
export const redone = (step: string) => `Gjort om igjen: ${step}.`
export const stepOn = (kind: string, amount: number) =>
  amount > 1 ? `${kind} (${count(amount, 'vakt', 'vakter')})` : kind
export const nothingToUndo = 'Du har ingenting mer å angre.'
export const nothingToRedo = 'Du har ingenting å gjøre om.'
export const cannotUndo = (name: string | null, duty: string, now: string) =>
  name === null
    ? `${duty} er endret siden. Nå står ${now} der, så dette kan ikke angres.`
    : `${name} har endret ${duty} siden. Nå står ${now} der, så dette kan ikke angres.`
export const cannotRedo = (name: string | null, duty: string, now: string) =>
  name === null
    ? `${duty} er endret siden. Nå står ${now} der, så dette kan ikke gjøres om.`
    : `${name} har endret ${duty} siden. Nå står ${now} der, så dette kan ikke gjøres om.`
export const needsNet = 'Dette går først når nettet er tilbake.'
