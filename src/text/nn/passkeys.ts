import { dateOnly, dateTime } from './format.ts'

/** One's own passkeys, on the page about ways in. */
export const section = {
  title: 'Passnøklar',
  lead: 'Med ein passnøkkel loggar du inn med fingeravtrykk, ansikt eller PIN-koden til eininga. Det er ikkje noko passord å hugse eller bli lurt for.',
  noWayBack:
    'Du har ingen måte å logge inn på att. Lag ein passnøkkel no. Utan han må nokon invitere deg på nytt når denne innlogginga er slutt.',
  none: 'Du har ingen passnøkkel enno.',
  made: (date: string) => `Laga ${date}`,
  used: (when: string) => `Sist brukt ${when}`,
  neverUsed: 'Ikkje brukt enno',
  dateOnly,
  dateTime,
  change: 'Endre namn eller fjern',
  changeOf: (label: string) => `Endre namn eller fjern passnøkkelen ${label}`,
  add: 'Legg til passnøkkel',
  full: 'Du har så mange passnøklar som ein konto kan ha. Fjern ein du ikkje bruker, om du vil leggje til ein ny.',
  spare: 'Ha gjerne to: éin på PC-en og éin på telefonen. Då kjem du inn sjølv om du mistar den eine.',
}

/** Where one is added. */
export const adding = {
  title: 'Legg til passnøkkel',
  lead: 'Eininga lagrar passnøkkelen. Fingeravtrykket, ansiktet eller PIN-koden din blir på eininga, og vi får det aldri.',
  firstHeading: 'Lag ein passnøkkel',
  steps: [
    'Gi han eit namn, så du kjenner han att seinare.',
    'Trykk på knappen. Eininga spør om finger, ansikt eller PIN, slik ho plar.',
    'Ferdig. Neste gong du loggar inn, gjer du det same.',
  ],
  label: 'Namn på passnøkkelen',
  labelHint: 'Til dømes «Jobb-PC» eller «Telefonen min». Høgst 60 teikn.',
  make: 'Lag passnøkkel',
  phoneHeading: 'Er PC-en låst ned? Bruk telefonen',
  phone:
    'Vel «Bruk ei anna eining» eller «Telefon» i vindauget som kjem opp, og les av QR-koden med kameraet på telefonen. Då blir passnøkkelen lagra på telefonen, og du bruker han på same måten når du loggar inn på PC-en. Bluetooth må vere på både på PC-en og telefonen.',
  cannotHeading: 'Går det ikkje?',
  cannot:
    'Går det verken på PC-en eller på telefonen, så spør IT-avdelinga om å sleppe til passnøklar. Det du har gjort før, blir ikkje borte.',
  cannotProvider: 'Du kan òg leggje til innlogging via arbeidsgivaren på sida Min konto.',
}

/** Where one is renamed or taken away. */
export const changing = {
  title: (label: string) => `Passnøkkel: ${label}`,
  label: 'Namn på passnøkkelen',
  save: 'Lagre namnet',
  removeTitle: 'Fjern passnøkkelen',
  removeLead:
    'Då kan han ikkje brukast til å logge inn her meir. På eininga blir han liggjande til du slettar han der òg.',
  remove: 'Fjern passnøkkelen',
}

/** Buttons where somebody signs in or shows again who they are. */
export const button = {
  signIn: 'Logg inn med passnøkkel',
  confirm: 'Stadfest med passnøkkel',
  hint: 'Ligg passnøkkelen på telefonen? Vel «Bruk ei anna eining» eller «Telefon», og les av QR-koden.',
}

export const refusedTitle = 'Passnøkkelen blei ikkje godteken'
export const tryAgain = 'Prøv igjen'

/** What the page says while a passkey is asked for, and when it could not be. */
export const said = {
  noScript:
    'Passnøkkel krev at nettlesaren køyrer skript, og det gjer han ikkje no. Bruk ein av dei andre måtane å logge inn på, eller slå på skript for denne sida.',
  noScriptMaking:
    'Å lage ein passnøkkel krev at nettlesaren køyrer skript, og det gjer han ikkje no. Slå på skript for denne sida, og last ho på nytt.',
  unsupported:
    'Denne nettlesaren kan ikkje bruke passnøklar. Prøv ein nyare nettlesar, eller logg inn på ein annan måte.',
  waiting: 'Følg det eininga spør om.',
  cancelled:
    'Det blei avbrote, eller eininga fann ingen passnøkkel for Legevaktplan. Prøv igjen, eller bruk eininga som passnøkkelen ligg på.',
  cancelledMaking: 'Det blei avbrote, og ingen passnøkkel er laga. Prøv igjen når du er klar.',
  timedOut: 'Det gjekk for lang tid. Prøv igjen.',
  known: 'Denne eininga har alt ein passnøkkel for kontoen din. Du kan logge inn med han.',
  wrongDevice:
    'Denne eininga kan ikkje lage ein passnøkkel, til dømes fordi ho manglar skjermlås. Slå på skjermlås, eller bruk telefonen.',
  wrongAddress: 'Passnøklar verkar berre på den rette adressa til Legevaktplan. Sjå på adressa øvst.',
  tooMany: 'For mange forsøk på kort tid. Vent litt, og prøv igjen.',
  failed: 'Det gjekk ikkje. Prøv igjen, eller logg inn på ein annan måte.',
}
