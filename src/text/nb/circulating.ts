import type { CommentState } from '../../core/rota/draft.ts'
import { count } from './format.ts'

/** Sentences of a draft's name and life, and of the comments of those it was sent to. */
export const life = {
  title: 'Navn, høring og forkasting',
  name: 'Navn',
  rename: 'Lagre navnet',
  discard: 'Forkast utkastet',
  discardLead: 'Utkastet tas bort fra lista. Ingenting slettes, og du kan hente det tilbake.',
  discarded: 'Utkastet er forkastet. Det kan ikke endres eller publiseres uten at du henter det tilbake.',
  bringBack: 'Hent tilbake',
  bringBackOf: (name: string) => `Hent tilbake «${name}»`,
  listTitle: 'Forkastede utkast',
  back: 'Tilbake til utkastet',
}

export const circulate = {
  title: 'Send på høring',
  lead: 'Legene i distriktet kan lese utkastet og skrive kommentarer til deg. De ser hvem som har hvilke vakter, men ikke andres timer, ønsker eller fravær. Du kan trekke det tilbake når du vil.',
  message: 'Melding til legene',
  messageHelp: 'For eksempel hva du særlig vil ha svar på. Kan stå tom.',
  answerBy: 'Svar innen',
  answerByHelp: 'Siste dag for kommentarer. Kan stå tom.',
  send: 'Send på høring',
  isOut: 'Utkastet er på høring.',
  address: 'Lenke til legene',
  addressHelp: 'Send lenken til legene. De må logge inn for å lese.',
  see: 'Se det legene ser',
  takeBack: 'Trekk tilbake fra høring',
  takeBackLead: 'Da kan ikke legene lese utkastet lenger. Kommentarene blir stående.',
  seeComments: 'Se kommentarene',
  comments: (amount: number, fresh: number) =>
    fresh === 0
      ? count(amount, 'kommentar', 'kommentarer')
      : `${count(amount, 'kommentar', 'kommentarer')}, ${count(fresh, 'ny', 'nye')}`,
}

/** The page that doctors read. */
export const reading = {
  title: 'Utkast på høring',
  lead: 'Utkast som koordinatoren vil ha kommentarer til. Ingen av vaktene gjelder før de er publisert.',
  none: 'Ingen utkast er på høring nå.',
  notYet: 'Dette er et utkast. Vaktene gjelder ikke før de er publisert.',
  answerBy: (date: string) => `Svar innen ${date}.`,
  preview: 'Slik ser legene utkastet. Det er ikke sendt på høring.',
  previewOut: 'Slik ser legene utkastet.',
  own: 'Vaktene dine i utkastet',
  ownNone: 'Du har ingen vakter i dette utkastet.',
  all: 'Hele utkastet',
  commentOn: 'Kommenter',
  commentOnLabel: (duty: string) => `Kommenter ${duty}`,
}

export const comments = {
  title: 'Kommentarer',
  own: 'Kommentarene dine',
  none: 'Ingen kommentarer ennå.',
  write: 'Skriv en kommentar',
  about: 'Hva gjelder det?',
  whole: 'Hele utkastet',
  text: 'Kommentar',
  help: 'Bare koordinatoren leser den. Høyst 500 tegn.',
  send: 'Send kommentaren',
  by: (name: string, when: string) => `${name}, ${when}`,
  somebody: 'En uten legenavn',
  states: { new: 'ny', seen: 'sett', 'dealt-with': 'ordnet' } satisfies Record<CommentState, string>,
  mark: { new: 'Merk som ny', seen: 'Merk som sett', 'dealt-with': 'Merk som ordnet' } satisfies Record<
    CommentState,
    string
  >,
  markLabel: (mark: string, name: string) => `${mark}: kommentar fra ${name}`,
  see: 'Se vakta i utkastet',
  onWhole: 'Om hele utkastet',
}
