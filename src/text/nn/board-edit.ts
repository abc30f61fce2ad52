import { count, ended, list, number } from './format.ts'
import { nothingOfHealth } from './free-text.ts'

export const toolbar = 'Verktøy for valde vakter'

export const commands = {
  pick: { label: 'Vel lege', key: 'v' },
  lock: { label: 'Lås', key: 'l' },
  clear: { label: 'Tøm', key: 't' },
  slice: { label: 'Del', key: 'd' },
  swap: { label: 'Byt plass', key: 'p' },
  block: { label: 'Heil blokk', key: 'b' },
  half: { label: 'Halv blokk', key: 'h' },
  repeat: { label: 'Gjenta', key: 'g' },
  copy: { label: 'Kopier', key: 'k' },
  week: { label: 'Kopier veke', key: 'e' },
  paste: { label: 'Lim inn', key: 'i' },
  hand: { label: 'Ta i handa', key: 'n' },
  note: { label: 'Merknad', key: 'm' },
  undo: { label: 'Angre', key: 'a' },
  redo: { label: 'Gjer om', key: 'o' },
  keys: { label: 'Tastar?', key: '?' },
}

export const moreTools = 'Fleire'
export const undoStep = (step: string) => `Angre: ${step}`
export const redoStep = (step: string) => `Gjer om: ${step}`
export const stepOnMany = (kind: string, amount: number) => `${kind} (${number(amount)})`

export const given = (name: string, duty: string) => ended(`${name} har ${duty}`)
export const givenMany = (name: string, amount: number) =>
  `${name} har fått ${count(amount, 'vakt', 'vakter')}.`
export const cleared = (duty: string) => `${duty} er ledig.`
export const clearedMany = (amount: number) => `${count(amount, 'vakt', 'vakter')} er tømde.`
export const locked = (amount: number) => `${count(amount, 'vakt', 'vakter')} er låst.`
export const unlocked = (amount: number) => `${count(amount, 'vakt', 'vakter')} er låst opp.`
export const swapped = (one: string, other: string) => `${one} og ${other} har bytt plass.`
export const noted = (duty: string) => `Merknaden på ${duty} er endra.`
export const cut = (duty: string, time: string) => `${duty} er delt kl. ${time}.`
export const repeated = (amount: number) => `Gjenteke på ${count(amount, 'vakt', 'vakter')}.`
export const copied = (amount: number) =>
  `${count(amount, 'vakt', 'vakter')} kopiert. Gå til ein annan dag og lim inn.`
export const copiedWeek = (week: string, amount: number) =>
  `${week} er kopiert, ${count(amount, 'vakt', 'vakter')}. Gå til ei anna veke og lim inn.`
export const pasted = (amount: number) => `Limt inn på ${count(amount, 'vakt', 'vakter')}.`
export const leftLocked = (amount: number) =>
  amount === 1 ? 'Éi låst vakt vart ikkje rørt.' : `${number(amount)} låste vakter vart ikkje rørte.`
export const leftMissing = (amount: number) =>
  `${count(amount, 'vakt finst', 'vakter finst')} ikkje på den nye dagen.`
export const selected = (amount: number) => `${number(amount)} ruter valde.`
export const selectionGone = 'Ingen ruter valde.'
export const inHand = (name: string) => `${name} er i handa. Dra over vakter for å fylle dei. Escape slepper.`
export const handEmpty = 'Ingen er i handa.'
export const chosenForSwap = (duty: string) =>
  `${duty} er vald. Gå til den andre vakta og trykk «Byt plass» ein gong til.`

export const means = (letters: string, name: string) => `${letters}: ${name}. Enter set.`
export const meansDuty = (letters: string, duty: string, holder: string | null) =>
  holder === null
    ? `${letters}: ${duty}. Enter set.`
    : `${letters}: ${duty}, blir teken frå ${holder}. Enter set.`
export const several = (letters: string, among: readonly string[]) =>
  `${letters} kan vere ${among.length > 6 ? `${list(among.slice(0, 6))} …` : list(among)}. Skriv meir.`
export const unknownPerson = (letters: string) => `Ingen lege heiter ${letters}. Ingenting er endra.`
export const unknownDuty = (letters: string) => `Inga vakt heiter ${letters} denne dagen. Ingenting er endra.`
export const typingOver = 'Skrivinga er avbroten.'

export const refused = {
  'cell-changed': 'Ein annan har endra vakta. Sjå kva som står der no.',
  'invalid-slices': 'Delane passar ikkje i vakta.',
  locked: 'Vakta er låst. Lås opp først.',
  'nothing-changed': 'Det står slik frå før.',
}
export const allLocked = 'Alt som er valt, er låst. Lås opp først.'
export const noDuty = 'Inga vakt her.'
export const noHolder = 'Ingen har vakta, så det er ingenting å gjenta eller kopiere.'
export const noBlock = 'Vakta er ikkje del av ei blokk.'
export const nothingCopied = 'Ingenting er kopiert.'
export const chooseTwo = 'Vel to vakter for å byte plass.'
export const oneRow = 'Vel dagar i berre éi rad.'
export const dragApart = 'Dra vakta til ein annan lege same dag, eller til ein annan dag hos same lege.'
export const notATime = 'Skriv eit klokkeslett, til dømes 20, 20:30 eller 20 KN.'
export const timeOutside = (time: string) => `Kl. ${time} er ikkje inne i vakta.`
export const waiting = (amount: number) =>
  `Tavla hentar vaktene. ${count(amount, 'endring', 'endringar')} ventar.`
export const ready = 'Tavla er klar.'
export const notLoaded = 'Vaktene kunne ikkje hentast, så ingenting kan endrast her no. Tavla prøver igjen.'
/** Beside that, where something waits. */
export const notLoadedYet = (amount: number) =>
  `${count(amount, 'endring', 'endringar')} ventar, og går tapt om du forlèt sida.`
export const notOpen = 'Utkastet kan ikkje endrast lenger. Last sida på nytt.'
export const notJudged =
  'Tavla kunne ikkje hente alt ho treng for å vise regelbrot og forslag. Det du endrar, blir lagra. Tavla prøver igjen.'
export const nothingToUndo = 'Ingenting å angre.'
export const nothingToRedo = 'Ingenting å gjere om.'

export const untilWords = ['til']
export const fromWords = ['frå', 'fra']

export const forms = {
  ok: 'Bruk',
  cancel: 'Avbryt',
  slice: 'Del vakta klokka',
  sliceHelp: '20 deler, 20 KN gir resten til KN, KN til 20 gir den første delen.',
  note: 'Merknad på vakta',
  noteHelp: nothingOfHealth,
  hand: 'Lege i handa',
  handHelp: 'Initialar eller namn.',
  every: 'Kvar … veke',
  everyHelp: '1 er kvar veke, 5 er kvar femte.',
  from: 'Frå og med',
  to: 'Til og med',
  badNumber: 'Skriv eit tal frå 1 til 26.',
  badDate: 'Skriv ein dato i planen.',
}

export const keysTitle = 'Tastar på tavla'
export const spaceThen = 'Mellomrom,'
export const close = 'Lukk'
export const keys: readonly (readonly [string, string])[] = [
  ['Piltastar', 'gå mellom rutene'],
  ['Home, End', 'første og siste dag i rada; med Ctrl: i heile tavla'],
  ['Page Up, Page Down', 'ei veke fram eller tilbake'],
  ['Bokstavar, så Enter', 'set lege (initialar), eller vakt (linjekode) i rada til ein lege'],
  ['Enter eller F2', 'sjå kven som kan ta vakta'],
  ['Shift + piltastar, Ctrl + A', 'vel fleire ruter'],
  ['Delete eller Backspace', 'tøm'],
  ['Ctrl + C, Ctrl + V', 'kopier og lim inn'],
  ['Ctrl + Z, Ctrl + Y', 'angre og gjer om'],
  ['Mellomrom eller F10', 'gå til verktøya; trykk så bokstaven på knappen'],
  ['Escape', 'avbryt, slepp, lukk'],
  ['?', 'vis denne lista'],
]
