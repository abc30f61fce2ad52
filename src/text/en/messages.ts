import type { MessageText } from '../nb/messages.ts'

export function signInLink(url: string): MessageText {
  return {
    subject: 'Signing in to Legevaktplan',
    body: [
      'Open the link to sign in. It works once, for 10 minutes.',
      url,
      'Did you not ask for it? Then you can ignore this message.',
    ].join('\n'),
  }
}

export function dutiesChanged(district: string, url: string): MessageText {
  return {
    subject: `Your duties in ${district} have changed`,
    body: ['The rota has been published anew, and some of your duties have changed.', url].join('\n'),
  }
}
