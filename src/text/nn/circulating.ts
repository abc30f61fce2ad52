import type { CommentState } from '../../core/rota/draft.ts'
import { count } from './format.ts'

/** Sentences of a draft's name and life, and of the comments of those it was sent to. */
export const life = {
  title: 'Namn, høyring og forkasting',
  name: 'Namn',
  rename: 'Lagre namnet',
  discard: 'Forkast utkastet',
  discardLead: 'Utkastet blir teke bort frå lista. Ingenting blir sletta, og du kan hente det tilbake.',
  discarded: 'Utkastet er forkasta. Det kan ikkje endrast eller publiserast utan at du hentar det tilbake.',
  bringBack: 'Hent tilbake',
  bringBackOf: (name: string) => `Hent tilbake «${name}»`,
  listTitle: 'Forkasta utkast',
  back: 'Tilbake til utkastet',
}

export const circulate = {
  title: 'Send på høyring',
  lead: 'Legane i distriktet kan lese utkastet og skrive kommentarar til deg. Dei ser kven som har kva vakter, men ikkje timane, ønska eller fråværet til andre. Du kan trekkje det tilbake når du vil.',
  message: 'Melding til legane',
  messageHelp: 'Til dømes kva du særleg vil ha svar på. Kan stå tom.',
  answerBy: 'Svar innan',
  answerByHelp: 'Siste dag for kommentarar. Kan stå tom.',
  send: 'Send på høyring',
  isOut: 'Utkastet er på høyring.',
  address: 'Lenkje til legane',
  addressHelp: 'Send lenkja til legane. Dei må logge inn for å lese.',
  see: 'Sjå det legane ser',
  takeBack: 'Trekk tilbake frå høyring',
  takeBackLead: 'Då kan ikkje legane lese utkastet lenger. Kommentarane blir ståande.',
  seeComments: 'Sjå kommentarane',
  comments: (amount: number, fresh: number) =>
    fresh === 0
      ? count(amount, 'kommentar', 'kommentarar')
      : `${count(amount, 'kommentar', 'kommentarar')}, ${count(fresh, 'ny', 'nye')}`,
}

/** The page that doctors read. */
export const reading = {
  title: 'Utkast på høyring',
  lead: 'Utkast som koordinatoren vil ha kommentarar til. Ingen av vaktene gjeld før dei er publiserte.',
  none: 'Ingen utkast er på høyring no.',
  notYet: 'Dette er eit utkast. Vaktene gjeld ikkje før dei er publiserte.',
  answerBy: (date: string) => `Svar innan ${date}.`,
  preview: 'Slik ser legane utkastet. Det er ikkje sendt på høyring.',
  previewOut: 'Slik ser legane utkastet.',
  own: 'Vaktene dine i utkastet',
  ownNone: 'Du har ingen vakter i dette utkastet.',
  all: 'Heile utkastet',
  commentOn: 'Kommenter',
  commentOnLabel: (duty: string) => `Kommenter ${duty}`,
}

export const comments = {
  title: 'Kommentarar',
  own: 'Kommentarane dine',
  none: 'Ingen kommentarar enno.',
  write: 'Skriv ein kommentar',
  about: 'Kva gjeld det?',
  whole: 'Heile utkastet',
  text: 'Kommentar',
  help: 'Berre koordinatoren les han. Høgst 500 teikn.',
  send: 'Send kommentaren',
  by: (name: string, when: string) => `${name}, ${when}`,
  somebody: 'Ein utan legenamn',
  states: { new: 'ny', seen: 'sett', 'dealt-with': 'ordna' } satisfies Record<CommentState, string>,
  mark: { new: 'Merk som ny', seen: 'Merk som sett', 'dealt-with': 'Merk som ordna' } satisfies Record<
    CommentState,
    string
  >,
  markLabel: (mark: string, name: string) => `${mark}: kommentar frå ${name}`,
  see: 'Sjå vakta i utkastet',
  onWhole: 'Om heile utkastet',
}
