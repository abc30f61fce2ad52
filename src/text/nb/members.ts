import { count } from './format.ts'

/** Sentences of the pages that tell who has which role, and of how roles are given and taken. */
export const list = {
  title: 'Tilganger',
  municipalityTitle: (name: string) => `Tilganger i ${name} kommune`,
  lead: 'Alle som kan logge inn her, hva de har tilgang til, og hvordan de logger inn.',
  membersTitle: (amount: number) => count(amount, 'person har tilgang', 'personer har tilgang'),
  nameless: 'Konto uten navn og adresse',
  self: 'deg',
  disabled: 'stengt av administratoren',
  roleSince: (since: string) => `siden ${since}`,
  givenBy: (who: string) => `gitt av ${who}`,
  administrator: 'administratoren',
  left: 'Har sluttet i distriktet, og har derfor ikke tilgang lenger.',
  signedIn: (when: string) => `Sist logget inn ${when}.`,
  neverSignedIn: 'Har ikke logget inn ennå.',
  signedInNow: 'Er logget inn nå.',
  waysTitle: 'Logger inn med',
  ways: { passkey: 'passnøkkel', provider: 'innlogging via arbeidsgiver', mail: 'lenke på e-post' },
  onlyMail: 'bare lenke på e-post',
  noWay: 'Har ingen måte å logge inn på.',
  take: 'Ta bort',
  takeOf: (role: string, name: string) => `Ta bort: ${role}, ${name}`,
  giveUp: 'Gi fra deg',
  giveUpOf: (role: string) => `Gi fra deg: ${role}`,
  more: 'Hjelp med innlogging',
  moreOf: (name: string) => `Hjelp med innlogging: ${name}`,
  endSessions: 'Logg ut overalt',
  endSessionsOf: (name: string) => `Logg ut overalt: ${name}`,
  endSessionsLead: 'Avslutter alle steder personen er logget inn nå, for eksempel på en mistet telefon.',
  reset: 'Nullstill innlogging',
  resetOf: (name: string) => `Nullstill innlogging: ${name}`,
  resetLead:
    'For den som har mistet alle måter å logge inn på. Du får se hvem det gjelder og hvor invitasjonen sendes, før noe gjøres.',
}

/** Before it is done: who, what they lose, and where the way back goes. */
export const reset = {
  title: (who: string) => `Nullstille innloggingen til ${who}?`,
  lead: 'Passnøkler og andre innlogginger fjernes, og personen logges ut overalt. Det kan ikke angres. Personen kommer inn igjen med en ny invitasjon.',
  to: 'Invitasjonen sendes til',
  noAddress:
    'Kontoen har ingen e-postadresse. Du får lenken selv, og gir den videre. Kalenderlenkene til personen slutter å virke når lenken brukes.',
  otherLead: (own: string) =>
    `Dette er en annen adresse enn kontoens egen. Den som leser denne e-posten, kommer inn som personen. Vi sier fra til ${own}. Kalenderlenkene til personen slutter å virke når invitasjonen brukes.`,
  otherNew:
    'Den som leser denne e-posten, kommer inn som personen. Se over at adressen er riktig. Kalenderlenkene til personen slutter å virke når invitasjonen brukes.',
  submit: 'Nullstill innloggingen',
  back: 'Avbryt',
  elsewhere: 'Send til en annen adresse',
  email: 'E-postadresse',
  emailHelp: 'Ingenting er gjort før du har sett over adressen og trykket en gang til.',
  look: 'Se over',
}

export const invite = {
  title: 'Gi noen tilgang',
  lead: 'Den du inviterer, får en lenke som virker én gang, i sju dager.',
  doctors: 'Leger inviterer du fra siden om legen.',
  toDoctors: 'Gå til legene',
  role: 'Hva skal de ha tilgang til?',
  /** What each of them sees and does. */
  roles: {
    coordinator: 'Koordinator: lager og endrer vaktlista, og gir andre tilgang',
    'service-manager': 'Legevaktsjef: vaktlista, legene, timer og hvem som har bekreftet endringer',
    'union-representative': 'Tillitsvalgt: vaktlista, timer og utkast på høring',
    'payroll-reader': 'Lønn: vaktlista og timer',
    'dispatch-centre': 'Legevaktsentralen: vaktlista, hvem som har vakt nå, og telefonnumrene deres',
    'municipality-decider': 'Avgjør fritak: leser grunner, avgjør, og gir andre i kommunen tilgang',
    'municipality-reader': 'Leser: belastningen på kommunens egne fastleger',
    'installation-administrator':
      'Administrator: oppretter distrikter og hjelper folk inn, uten å lese vaktlister',
  },
  email: 'E-postadresse',
  emailHelp:
    'Hit sendes invitasjonen, og senere lenker til innlogging. Uten adresse får du lenken selv og gir den videre.',
  language: 'Språk i invitasjonen',
  submit: 'Inviter',
  sentTitle: 'Invitasjonen er sendt',
  sent: (email: string, until: string) =>
    `Den er sendt til ${email}, og virker én gang, til ${until}. Du trenger ikke å gjøre mer. Har mottakeren alt en konto her, må mottakeren logge inn før lenken åpnes.`,
  passOnTitle: 'Lenken gir du videre selv',
  madeTitle: 'Invitasjonen er klar',
  madeOnce: 'Kopier lenken nå. Den vises bare denne ene gangen.',
  madeLink: 'Lenke til den du inviterer',
  madeNote: (until: string) =>
    `Gi lenken til den du inviterer, og bare til den. Den virker én gang, til ${until}. Har mottakeren alt en konto her, må mottakeren logge inn før lenken åpnes.`,
  /** Beside the word that it is mailed, where a development server keeps the mail. */
  copyTitle: 'Den samme lenken, til utprøving',
  copyLead: 'Den vises her bare på en utviklingsmaskin. Du trenger ikke å gi den videre.',
  back: 'Tilbake',
  dispatchTitle: 'Gi legevaktsentralen tilgang',
  dispatchLead:
    'Legevaktsentralen får sin egen innlogging. Der ser de hvem som har vakt nå, og der lager de sin egen kalenderlenke. Du trenger ikke å gi fra deg noen lenke.',
  dispatchDo: 'Inviter legevaktsentralen',
  othersToo: 'Gi tilgang til noen som ikke er lege',
  /** On the page of a link, for whoever is signed in already. */
  whileSignedIn:
    'Du er logget inn. Er lenken en invitasjon, får kontoen du er logget inn med, tilgangen. Logg ut først hvis invitasjonen er til noen andre.',
}

export const open = {
  title: 'Invitasjoner som venter',
  none: 'Ingen invitasjoner venter.',
  line: (role: string, until: string) => `${role}, virker til ${until}`,
  reopening: (until: string) => `ny innlogging, virker til ${until}`,
  nobody: 'Lenke uten adresse',
  withdraw: 'Trekk tilbake',
  until: (when: string) => `gjelder til ${when}`,
  withdrawOf: (who: string) => `Trekk tilbake invitasjonen: ${who}`,
}

export const taken = {
  title: 'Nylig tatt bort',
  lead: 'Kan gis tilbake i 30 dager. Kalenderlenker som sluttet å virke, må lages på nytt.',
  line: (role: string, when: string) => `${role}, tatt bort ${when}`,
  giveBack: 'Gi tilbake',
  giveBackOf: (role: string, name: string) => `Gi tilbake: ${role}, ${name}`,
}

/** The page of the installation's administrator. */
export const installation = {
  title: 'Installasjonen',
  lead: 'Her styrer du hvem som leder hva. Vaktlister og fritak ser du bare der du selv har en rolle.',
  administrators: 'Administratorer',
  districts: 'Distrikter',
  noDistricts: 'Det er ingen distrikter ennå.',
  coordinators: (amount: number) => count(amount, 'koordinator', 'koordinatorer'),
  noCoordinator: 'Ingen koordinator som kan logge inn',
  municipalities: 'Kommuner',
  deciders: (amount: number) => count(amount, 'person avgjør fritak', 'personer avgjør fritak'),
  noDecider: 'Ingen avgjør fritak',
  invited: 'en invitasjon venter',
  inviteFirst: 'Inviter den første',
  inviteFirstOf: (name: string) => `Inviter den første i ${name}`,
  inviteFirstLead:
    'Du inviterer den som skal lede her, og den inviterer andre selv. Når noen som kan logge inn, leder her, kan du ikke invitere mer. Loggen her sier at det var du som inviterte.',
  accounts: 'Finn en konto',
  accountsLead: 'For å stenge en konto, åpne den igjen eller hjelpe noen inn.',
  find: 'Finn kontoen',
  notFound: (email: string) => `Ingen konto har adressen ${email}.`,
  found: (email: string) => `Kontoen til ${email}`,
  noRoles: 'Har ingen roller.',
  isDisabled: 'Kontoen er stengt.',
  disable: 'Steng kontoen',
  disableLead:
    'Personen logges ut overalt med en gang og kommer ikke inn igjen. Kalenderlenker slutter å virke for godt. Rollene er der når kontoen åpnes.',
  enable: 'Åpne kontoen',
  enableOf: (name: string) => `Åpne kontoen: ${name}`,
  reset: 'Nullstill innlogging',
  resetLead:
    'For den som har mistet alle måter å logge inn på. Invitasjonen går bare til kontoens egen adresse, og distriktene ser det i loggen.',
  disabledTitle: 'Stengte kontoer',
  noneDisabled: 'Ingen kontoer er stengt.',
  elsewhere: 'Mer om installasjonen',
  providers: 'Innloggingstjenester',
  log: 'Logg',
  undelivered: 'Meldinger som ikke kom fram',
  start: 'Lag et nytt distrikt',
  import: 'Les inn et distrikt',
  link: 'Installasjonen',
}

/** Asked of an administrator who makes a district. */
export const firstCoordinator = {
  title: 'Hvem skal koordinere distriktet?',
  self: 'Jeg skal selv koordinere her',
  other: 'En annen. Jeg inviterer når distriktet er laget',
  selfWhenNew: 'Jeg skal selv koordinere distriktet, hvis det er nytt',
}

/** What is mailed. */
export const mails = {
  invitation: (role: string, scope: string, url: string) => ({
    subject: scope === '' ? 'Invitasjon til Legevaktplan' : `Invitasjon til Legevaktplan: ${scope}`,
    body: [
      scope === ''
        ? `Du er invitert til Legevaktplan som ${role}.`
        : `Du er invitert til Legevaktplan som ${role} i ${scope}.`,
      'Åpne lenken for å godta. Den virker én gang, i sju dager. Har du alt en konto, så logg inn først.',
      url,
      'Venter du ikke en invitasjon? Da kan du se bort fra denne meldingen.',
    ].join('\n'),
  }),
  reopened: (url: string) => ({
    subject: 'Ny innlogging til Legevaktplan',
    body: [
      'Innloggingen din til Legevaktplan er nullstilt. Passnøkler og andre innlogginger er fjernet.',
      'Åpne lenken for å komme inn igjen. Den virker én gang, i sju dager.',
      url,
      'Har du ikke bedt om dette? Gi beskjed til koordinatoren eller administratoren.',
    ].join('\n'),
  }),
  wasReset: () => ({
    subject: 'Innloggingen din er nullstilt',
    body: [
      'Innloggingen din til Legevaktplan er nullstilt, og en ny invitasjon er sendt til en annen adresse.',
      'Har du ikke bedt om dette? Gi beskjed til koordinatoren eller administratoren med en gang.',
    ].join('\n'),
  }),
  letIn: (scope: string) => ({
    subject: `Administratoren har gitt tilgang til ${scope}`,
    body: [
      `Administratoren for installasjonen har invitert noen til å lede ${scope}. Det gjøres når ingen som kan logge inn, leder det.`,
      'Det står i loggen. Ventet du ikke dette? Ta kontakt med administratoren.',
    ].join('\n'),
  }),
}
