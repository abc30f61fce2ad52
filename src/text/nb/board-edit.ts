import { count, ended, list, number } from './format.ts'
import { nothingOfHealth } from './free-text.ts'

/** Sentences of the board while it is edited by keys and pointer. */
export const toolbar = 'Verktøy for valgte vakter'

/** What can be done with what is selected; `key`, a letter of the label, is pressed after the space bar. */
export const commands = {
  pick: { label: 'Velg lege', key: 'v' },
  lock: { label: 'Lås', key: 'l' },
  clear: { label: 'Tøm', key: 't' },
  slice: { label: 'Del', key: 'd' },
  swap: { label: 'Bytt plass', key: 'p' },
  block: { label: 'Hel blokk', key: 'b' },
  half: { label: 'Halv blokk', key: 'h' },
  repeat: { label: 'Gjenta', key: 'g' },
  copy: { label: 'Kopier', key: 'k' },
  week: { label: 'Kopier uke', key: 'u' },
  paste: { label: 'Lim inn', key: 'i' },
  hand: { label: 'Ta i hånda', key: 'n' },
  note: { label: 'Merknad', key: 'm' },
  undo: { label: 'Angre', key: 'a' },
  redo: { label: 'Gjør om', key: 'o' },
  keys: { label: 'Taster?', key: '?' },
}

export const moreTools = 'Flere'
export const undoStep = (step: string) => `Angre: ${step}`
export const redoStep = (step: string) => `Gjør om: ${step}`
export const stepOnMany = (kind: string, amount: number) => `${kind} (${number(amount)})`

/** Said when a person gets duties. */
export const given = (name: string, duty: string) => ended(`${name} har ${duty}`)
export const givenMany = (name: string, amount: number) =>
  `${name} har fått ${count(amount, 'vakt', 'vakter')}.`
export const cleared = (duty: string) => `${duty} er ledig.`
export const clearedMany = (amount: number) => `${count(amount, 'vakt', 'vakter')} er tømt.`
export const locked = (amount: number) => `${count(amount, 'vakt', 'vakter')} er låst.`
export const unlocked = (amount: number) => `${count(amount, 'vakt', 'vakter')} er låst opp.`
export const swapped = (one: string, other: string) => `${one} og ${other} har byttet plass.`
export const noted = (duty: string) => `Merknaden på ${duty} er endret.`
export const cut = (duty: string, time: string) => `${duty} er delt kl. ${time}.`
export const repeated = (amount: number) => `Gjentatt på ${count(amount, 'vakt', 'vakter')}.`
export const copied = (amount: number) =>
  `${count(amount, 'vakt', 'vakter')} kopiert. Gå til en annen dag og lim inn.`
export const copiedWeek = (week: string, amount: number) =>
  `${week} er kopiert, ${count(amount, 'vakt', 'vakter')}. Gå til en annen uke og lim inn.`
export const pasted = (amount: number) => `Limt inn på ${count(amount, 'vakt', 'vakter')}.`
export const leftLocked = (amount: number) =>
  amount === 1 ? 'Én låst vakt ble ikke rørt.' : `${number(amount)} låste vakter ble ikke rørt.`
export const leftMissing = (amount: number) =>
  `${count(amount, 'vakt finnes', 'vakter finnes')} ikke på den nye dagen.`
export const selected = (amount: number) => `${number(amount)} ruter valgt.`
export const selectionGone = 'Ingen ruter valgt.'
export const inHand = (name: string) => `${name} er i hånda. Dra over vakter for å fylle dem. Escape slipper.`
export const handEmpty = 'Ingen er i hånda.'
export const chosenForSwap = (duty: string) =>
  `${duty} er valgt. Gå til den andre vakta og trykk «Bytt plass» igjen.`

/** While letters are typed. */
export const means = (letters: string, name: string) => `${letters}: ${name}. Enter setter.`
export const meansDuty = (letters: string, duty: string, holder: string | null) =>
  holder === null
    ? `${letters}: ${duty}. Enter setter.`
    : `${letters}: ${duty}, tas fra ${holder}. Enter setter.`
export const several = (letters: string, among: readonly string[]) =>
  `${letters} kan være ${among.length > 6 ? `${list(among.slice(0, 6))} …` : list(among)}. Skriv mer.`
export const unknownPerson = (letters: string) => `Ingen lege heter ${letters}. Ingenting er endret.`
export const unknownDuty = (letters: string) =>
  `Ingen vakt heter ${letters} denne dagen. Ingenting er endret.`
export const typingOver = 'Skrivingen er avbrutt.'

/** Why nothing was done. */
export const refused = {
  'cell-changed': 'En annen har endret vakta. Se hva som står der nå.',
  'invalid-slices': 'Delene passer ikke i vakta.',
  locked: 'Vakta er låst. Lås opp først.',
  'nothing-changed': 'Det står slik fra før.',
}
export const allLocked = 'Alt som er valgt, er låst. Lås opp først.'
export const noDuty = 'Ingen vakt her.'
export const noHolder = 'Ingen har vakta, så det er ingenting å gjenta eller kopiere.'
export const noBlock = 'Vakta er ikke del av en blokk.'
export const nothingCopied = 'Ingenting er kopiert.'
export const chooseTwo = 'Velg to vakter for å bytte plass.'
export const oneRow = 'Velg dager i bare én rad.'
export const dragApart = 'Dra vakta til en annen lege samme dag, eller til en annen dag hos samme lege.'
export const notATime = 'Skriv et klokkeslett, for eksempel 20, 20:30 eller 20 KN.'
export const timeOutside = (time: string) => `Kl. ${time} er ikke inne i vakta.`
export const waiting = (amount: number) =>
  `Tavla henter vaktene. ${count(amount, 'endring', 'endringer')} venter.`
export const ready = 'Tavla er klar.'
export const notLoaded = 'Vaktene kunne ikke hentes, så ingenting kan endres her nå. Tavla prøver igjen.'
/** Beside that, where something waits. */
export const notLoadedYet = (amount: number) =>
  `${count(amount, 'endring', 'endringer')} venter, og går tapt om du forlater siden.`
export const notOpen = 'Utkastet kan ikke endres lenger. Last siden på nytt.'
export const notJudged =
  'Tavla kunne ikke hente alt den trenger for å vise regelbrudd og forslag. Det du endrer, blir lagret. Tavla prøver igjen.'
export const nothingToUndo = 'Ingenting å angre.'
export const nothingToRedo = 'Ingenting å gjøre om.'

export const untilWords = ['til']
export const fromWords = ['fra']

/** Small forms beside the toolbar. */
export const forms = {
  ok: 'Bruk',
  cancel: 'Avbryt',
  slice: 'Del vakta klokka',
  sliceHelp: '20 deler, 20 KN gir resten til KN, KN til 20 gir den første delen.',
  note: 'Merknad på vakta',
  noteHelp: nothingOfHealth,
  hand: 'Lege i hånda',
  handHelp: 'Initialer eller navn.',
  every: 'Hver … uke',
  everyHelp: '1 er hver uke, 5 er hver femte.',
  from: 'Fra og med',
  to: 'Til og med',
  badNumber: 'Skriv et tall fra 1 til 26.',
  badDate: 'Skriv en dato i planen.',
}

export const keysTitle = 'Taster på tavla'
export const spaceThen = 'Mellomrom,'
export const close = 'Lukk'
/** Key and what it does, in the order they are shown. */
export const keys: readonly (readonly [string, string])[] = [
  ['Piltaster', 'gå mellom rutene'],
  ['Home, End', 'første og siste dag i raden; med Ctrl: i hele tavla'],
  ['Page Up, Page Down', 'en uke fram eller tilbake'],
  ['Bokstaver, så Enter', 'sett lege (initialer), eller vakt (linjekode) i raden til en lege'],
  ['Enter eller F2', 'se hvem som kan ta vakta'],
  ['Shift + piltaster, Ctrl + A', 'velg flere ruter'],
  ['Delete eller Backspace', 'tøm'],
  ['Ctrl + C, Ctrl + V', 'kopier og lim inn'],
  ['Ctrl + Z, Ctrl + Y', 'angre og gjør om'],
  ['Mellomrom eller F10', 'gå til verktøyene; trykk så bokstaven på knappen'],
  ['Escape', 'avbryt, slipp, lukk'],
  ['?', 'vis denne lista'],
]
