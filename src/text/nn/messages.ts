import type { MessageText } from '../nb/messages.ts'

export function signInLink(url: string): MessageText {
  return {
    subject: 'Innlogging til Legevaktplan',
    body: [
      'Opne lenkja for å logge inn. Ho verkar éin gong, i 10 minutt.',
      url,
      'Har du ikkje bede om henne? Då kan du sjå bort frå denne meldinga.',
    ].join('\n'),
  }
}

export function dutiesChanged(district: string, url: string): MessageText {
  return {
    subject: `Vaktene dine i ${district} er endra`,
    body: ['Vaktplanen er publisert på nytt, og nokre av vaktene dine er endra.', url].join('\n'),
  }
}
