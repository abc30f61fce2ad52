/** The page where everybody signs in. */
export const page = {
  title: 'Logg inn',
  /** Over the field, where there are other ways above it. */
  byMail: 'Logg inn med e-post',
  lead: 'Skriv e-postadressen din, så sender vi en lenke som logger deg inn.',
  email: 'E-post',
  noMail:
    'Legevaktplan er ikke satt opp til å sende e-post her ennå. Bruk en annen måte, eller be den som styrer tilgangene, om en ny invitasjon.',
  send: 'Send lenke',
  /** Where what was sent waits for its sender. */
  kept: 'Du er logget ut. Det du sendte, er tatt vare på: logg inn i denne nettleseren, så får du se det og kan sende det inn.',
  /** Where what was sent could not be kept. */
  lost: 'Du er logget ut, og det du sendte, er ikke lagret. Gå tilbake i nettleseren, så står teksten der ennå: kopier den, og logg inn etterpå.',
}

/** What whoever has lost their passkey can do: the same for everybody, known or not. */
export const lostPasskey = {
  title: 'Mistet passnøkkelen?',
  lines: [
    'Har du en passnøkkel på en annen enhet, så bruk den. Lenke på e-post er ikke nok til å legge til en ny når kontoen alt har en.',
    'Ellers må noen som styrer tilgangene, nullstille innloggingen din. For dem som har tilgang til et distrikt, er det koordinatoren. For dem i en kommune er det den som avgjør fritak. Er du den eneste som styrer der, eller har du tilgang flere steder, er det administratoren.',
    'Er du den eneste administratoren, må den som drifter serveren, lage en ny lenke til deg.',
  ],
}

/** Waiting for the mail: the same words whether the address is known or not. */
export const sent = {
  title: 'Se i e-posten',
  lead: 'Hvis adressen er kjent hos oss, har vi sendt en lenke. Den virker i ti minutter og bare én gang.',
  here: 'Åpne lenken i denne nettleseren, så blir du logget inn.',
  elsewhere:
    'Åpner du den et annet sted, for eksempel i e-posten på telefonen, viser den en kode på seks sifre. Skriv koden her.',
  code: 'Koden på seks sifre',
  use: 'Logg inn',
  again: 'Kom det ingen e-post? Se i søppelposten, eller be om en ny lenke',
}

/** What an open invitation shows; `scope` is '' for the installation. */
export const invited = {
  title: 'Du er invitert',
  lead: (role: string, scope: string) =>
    `${scope === '' ? `Du er invitert som ${role}` : `Du er invitert til ${scope} som ${role}`}. Trykk på knappen for å ta imot. Lenken virker bare én gang.`,
  use: 'Ta imot og logg inn',
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
  invited:
    'Var det en invitasjon? Be den som inviterte deg, om en ny. Den som ikke har logget inn her før, får ingen lenke ved å be om det selv.',
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
