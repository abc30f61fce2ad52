/** A message as mail and console show it. */
export interface MessageText {
  readonly subject: string
  readonly body: string
}

export function signInLink(url: string): MessageText {
  return {
    subject: 'Innlogging til Legevaktplan',
    body: [
      'Åpne lenken for å logge inn. Den virker én gang, i 10 minutter.',
      url,
      'Har du ikke bedt om den? Da kan du se bort fra denne meldingen.',
    ].join('\n'),
  }
}

export function dutiesChanged(district: string, url: string): MessageText {
  return {
    subject: `Vaktene dine i ${district} er endret`,
    body: ['Vaktplanen er publisert på nytt, og noen av vaktene dine er endret.', url].join('\n'),
  }
}
