import { dateOnly, dateTime } from './format.ts'

/** One's own passkeys, on the page about ways in. */
export const section = {
  title: 'Passnøkler',
  lead: 'Med en passnøkkel logger du inn med fingeravtrykk, ansikt eller PIN-koden til enheten. Det er ikke noe passord å huske eller bli lurt for.',
  noWayBack:
    'Du har ingen måte å logge inn på igjen. Lag en passnøkkel nå. Uten den må noen invitere deg på nytt når denne innloggingen er slutt.',
  none: 'Du har ingen passnøkkel ennå.',
  made: (date: string) => `Laget ${date}`,
  used: (when: string) => `Sist brukt ${when}`,
  neverUsed: 'Ikke brukt ennå',
  dateOnly,
  dateTime,
  change: 'Endre navn eller fjern',
  changeOf: (label: string) => `Endre navn eller fjern passnøkkelen ${label}`,
  add: 'Legg til passnøkkel',
  full: 'Du har så mange passnøkler som en konto kan ha. Fjern en du ikke bruker, hvis du vil legge til en ny.',
  spare: 'Ha gjerne to: én på PC-en og én på telefonen. Da kommer du inn selv om du mister den ene.',
}

/** Where one is added. */
export const adding = {
  title: 'Legg til passnøkkel',
  lead: 'Enheten lagrer passnøkkelen. Fingeravtrykket, ansiktet eller PIN-koden din blir på enheten, og vi får det aldri.',
  firstHeading: 'Lag en passnøkkel',
  steps: [
    'Gi den et navn, så du kjenner den igjen senere.',
    'Trykk på knappen. Enheten spør om finger, ansikt eller PIN, slik den pleier.',
    'Ferdig. Neste gang du logger inn, gjør du det samme.',
  ],
  label: 'Navn på passnøkkelen',
  labelHint: 'For eksempel «Jobb-PC» eller «Telefonen min». Høyst 60 tegn.',
  make: 'Lag passnøkkel',
  phoneHeading: 'Er PC-en låst ned? Bruk telefonen',
  phone:
    'Velg «Bruk en annen enhet» eller «Telefon» i vinduet som kommer opp, og les av QR-koden med kameraet på telefonen. Da lagres passnøkkelen på telefonen, og du bruker den på samme måte når du logger inn på PC-en. Bluetooth må være på både på PC-en og telefonen.',
  cannotHeading: 'Går det ikke?',
  cannot:
    'Går det verken på PC-en eller på telefonen, så spør IT-avdelingen om å slippe til passnøkler. Det du har gjort før, blir ikke borte.',
  /** Where the installation offers one. */
  cannotProvider: 'Du kan også legge til innlogging via arbeidsgiveren på siden Min konto.',
}

/** Where one is renamed or taken away. */
export const changing = {
  title: (label: string) => `Passnøkkel: ${label}`,
  label: 'Navn på passnøkkelen',
  save: 'Lagre navnet',
  removeTitle: 'Fjern passnøkkelen',
  removeLead:
    'Da kan den ikke brukes til å logge inn her mer. På enheten blir den liggende til du sletter den der også.',
  remove: 'Fjern passnøkkelen',
}

/** Buttons where somebody signs in or shows again who they are. */
export const button = {
  signIn: 'Logg inn med passnøkkel',
  confirm: 'Bekreft med passnøkkel',
  hint: 'Ligger passnøkkelen på telefonen? Velg «Bruk en annen enhet» eller «Telefon», og les av QR-koden.',
}

export const refusedTitle = 'Passnøkkelen ble ikke godtatt'
export const tryAgain = 'Prøv igjen'

/** What the page says while a passkey is asked for, and when it could not be. */
export const said = {
  noScript:
    'Passnøkkel krever at nettleseren kjører skript, og det gjør den ikke nå. Bruk en av de andre måtene å logge inn på, eller slå på skript for denne siden.',
  noScriptMaking:
    'Å lage en passnøkkel krever at nettleseren kjører skript, og det gjør den ikke nå. Slå på skript for denne siden, og last den på nytt.',
  unsupported:
    'Denne nettleseren kan ikke bruke passnøkler. Prøv en nyere nettleser, eller logg inn på en annen måte.',
  waiting: 'Følg det enheten spør om.',
  cancelled:
    'Det ble avbrutt, eller enheten fant ingen passnøkkel for Legevaktplan. Prøv igjen, eller bruk enheten som passnøkkelen ligger på.',
  cancelledMaking: 'Det ble avbrutt, og ingen passnøkkel er laget. Prøv igjen når du er klar.',
  timedOut: 'Det gikk for lang tid. Prøv igjen.',
  known: 'Denne enheten har alt en passnøkkel for kontoen din. Du kan logge inn med den.',
  wrongDevice:
    'Denne enheten kan ikke lage en passnøkkel, for eksempel fordi den mangler skjermlås. Slå på skjermlås, eller bruk telefonen.',
  wrongAddress: 'Passnøkler virker bare på den riktige adressen til Legevaktplan. Se på adressen øverst.',
  tooMany: 'For mange forsøk på kort tid. Vent litt, og prøv igjen.',
  failed: 'Det gikk ikke. Prøv igjen, eller logg inn på en annen måte.',
}
