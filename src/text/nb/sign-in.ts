/** The page where everybody signs in. */
export const page = {
  title: 'Logg inn',
  /** Over the field, where there are other ways above it. */
  byMail: 'Logg inn med e-post',
  lead: 'Skriv e-postadressen din, så sender vi en lenke som logger deg inn.',
  email: 'E-post',
  send: 'Send lenke',
}

/** Waiting for the mail: the same words whether the address is known or not. */
export const sent = {
  title: 'Se i e-posten',
  lead: 'Hvis adressen er kjent hos oss, har vi sendt en lenke. Den virker i ti minutter og bare én gang.',
  here: 'Åpne lenken i denne nettleseren, så blir du logget inn.',
  elsewhere:
    'Åpner du den et annet sted, for eksempel i e-posten på telefonen, viser den en kode på seks sifre. Skriv koden her.',
  code: 'Koden fra lenken',
  use: 'Logg inn',
  again: 'Kom det ingen e-post? Se i søppelposten, eller be om en ny lenke',
}

/** What an open link shows. */
export const link = {
  title: 'Logg inn',
  lead: 'Trykk på knappen for å logge inn. Lenken virker bare én gang.',
  use: 'Logg inn',
  codeTitle: 'Koden din',
  codeLead:
    'Du ba om å logge inn et annet sted enn i denne nettleseren. Gå tilbake dit, og skriv koden på siden som venter:',
  codeWarning:
    'Har du ikke bedt om å logge inn? Da kan noen prøve å komme inn som deg. Lukk siden, og gi aldri koden til noen.',
  codeLost: 'Finner du ikke siden igjen? Logg inn herfra i stedet',
}

/** Used, too old, wrong, made for something else: all the same. */
export const used = {
  title: 'Lenken virker ikke lenger',
  askAgain: 'Be om en ny lenke',
}

/** The same of links by which somebody who is signed in shows again who they are. */
export const confirm = {
  sentTitle: 'Se i e-posten',
  sentLead: 'Vi har sendt en lenke til e-postadressen din. Den virker i ti minutter og bare én gang.',
  here: 'Åpne lenken i denne nettleseren, og trykk på knappen der.',
  use: 'Bekreft',
  title: 'Bekreft at det er deg',
  lead: 'Trykk på knappen for å bekrefte at det er deg. Lenken virker bare én gang.',
  codeLead:
    'Du ba om å bekrefte et annet sted enn i denne nettleseren. Gå tilbake dit, og skriv koden på siden som venter:',
  codeWarning:
    'Har du ikke bedt om det? Da kan noen prøve å gjøre noe som deg. Lukk siden, og gi aldri koden til noen.',
  askAgain: 'Be om en ny lenke',
}

/** On a development server alone. */
export const examples = {
  title: 'Logg inn som en av eksemplene',
  lead: 'Dette finnes bare på en utviklingsmaskin. Innloggingen gjelder som om den var gjort med passnøkkel.',
  none: 'Ingen eksempler er lest inn.',
  mail: 'Se utboksen',
  signInAs: (email: string, roles: readonly string[]) => `Logg inn som ${email}: ${roles.join(', ')}`,
}
