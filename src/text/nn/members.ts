import { count } from './format.ts'

export const list = {
  title: 'Tilgangar',
  municipalityTitle: (name: string) => `Tilgangar i ${name} kommune`,
  lead: 'Alle som kan logge inn her, kva dei har tilgang til, og korleis dei loggar inn.',
  membersTitle: (amount: number) => count(amount, 'person har tilgang', 'personar har tilgang'),
  nameless: 'Konto utan namn og adresse',
  self: 'deg',
  disabled: 'stengd av administratoren',
  roleSince: (since: string) => `sidan ${since}`,
  givenBy: (who: string) => `gitt av ${who}`,
  administrator: 'administratoren',
  left: 'Har slutta i distriktet, og har difor ikkje tilgang lenger.',
  signedIn: (when: string) => `Sist logga inn ${when}.`,
  neverSignedIn: 'Har ikkje logga inn enno.',
  signedInNow: 'Er logga inn no.',
  waysTitle: 'Loggar inn med',
  ways: { passkey: 'passnøkkel', provider: 'innlogging via arbeidsgivar', mail: 'lenkje på e-post' },
  onlyMail: 'berre lenkje på e-post',
  noWay: 'Har ingen måte å logge inn på.',
  take: 'Ta bort',
  takeOf: (role: string, name: string) => `Ta bort: ${role}, ${name}`,
  giveUp: 'Gi frå deg',
  giveUpOf: (role: string) => `Gi frå deg: ${role}`,
  more: 'Hjelp med innlogging',
  moreOf: (name: string) => `Hjelp med innlogging: ${name}`,
  endSessions: 'Logg ut overalt',
  endSessionsOf: (name: string) => `Logg ut overalt: ${name}`,
  endSessionsLead: 'Avsluttar alle stader personen er logga inn no, til dømes på ein mista telefon.',
  reset: 'Nullstill innlogging',
  resetOf: (name: string) => `Nullstill innlogging: ${name}`,
  resetLead:
    'For den som har mista alle måtar å logge inn på. Du får sjå kven det gjeld og kvar innbydinga blir send, før noko blir gjort.',
}

/** Before it is done: who, what they lose, and where the way back goes. */
export const reset = {
  title: (who: string) => `Nullstille innlogginga til ${who}?`,
  lead: 'Passnøklar og andre innloggingar blir fjerna, og personen blir logga ut overalt. Det kan ikkje angrast. Personen kjem inn att med ei ny innbyding.',
  to: 'Innbydinga blir send til',
  noAddress:
    'Kontoen har inga e-postadresse. Du får lenkja sjølv, og gir ho vidare. Kalenderlenkjene til personen sluttar å verke når lenkja blir brukt.',
  otherLead: (own: string) =>
    `Dette er ei anna adresse enn kontoen si eiga. Den som les denne e-posten, kjem inn som personen. Vi seier frå til ${own}. Kalenderlenkjene til personen sluttar å verke når innbydinga blir brukt.`,
  otherNew:
    'Den som les denne e-posten, kjem inn som personen. Sjå over at adressa er rett. Kalenderlenkjene til personen sluttar å verke når innbydinga blir brukt.',
  submit: 'Nullstill innlogginga',
  back: 'Avbryt',
  elsewhere: 'Send til ei anna adresse',
  email: 'E-postadresse',
  emailHelp: 'Ingenting er gjort før du har sett over adressa og trykt ein gong til.',
  look: 'Sjå over',
}

export const invite = {
  title: 'Gi nokon tilgang',
  lead: 'Den du inviterer, får ei lenkje som verkar éin gong, i sju dagar.',
  doctors: 'Legar inviterer du frå sida om legen.',
  toDoctors: 'Gå til legane',
  role: 'Kva skal dei ha tilgang til?',
  roles: {
    coordinator: 'Koordinator: lagar og endrar vaktlista, og gir andre tilgang',
    'service-manager': 'Legevaktsjef: vaktlista, legane, timar og kven som har stadfesta endringar',
    'union-representative': 'Tillitsvald: vaktlista, timar og utkast på høyring',
    'payroll-reader': 'Løn: vaktlista og timar',
    'dispatch-centre': 'Legevaktsentralen: vaktlista, kven som har vakt no, og telefonnummera deira',
    'municipality-decider': 'Avgjer fritak: les grunnar, avgjer, og gir andre i kommunen tilgang',
    'municipality-reader': 'Lesar: belastninga på kommunens eigne fastlegar',
    'installation-administrator':
      'Administrator: opprettar distrikt og hjelper folk inn, utan å lese vaktlister',
  },
  email: 'E-postadresse',
  emailHelp:
    'Hit blir invitasjonen send, og seinare lenkjer til innlogging. Utan adresse får du lenkja sjølv og gir ho vidare.',
  language: 'Språk i invitasjonen',
  submit: 'Inviter',
  sentTitle: 'Invitasjonen er send',
  sent: (email: string, until: string) =>
    `Han er send til ${email}, og verkar éin gong, til ${until}. Du treng ikkje gjere meir. Har mottakaren alt ein konto her, må mottakaren logge inn før lenkja blir opna.`,
  passOnTitle: 'Lenkja gir du vidare sjølv',
  madeTitle: 'Invitasjonen er klar',
  madeOnce: 'Kopier lenkja no. Ho blir vist berre denne eine gongen.',
  madeLink: 'Lenkje til den du inviterer',
  madeNote: (until: string) =>
    `Gi lenkja til den du inviterer, og berre til den. Ho verkar éin gong, til ${until}. Har mottakaren alt ein konto her, må mottakaren logge inn før lenkja blir opna.`,
  copyTitle: 'Den same lenkja, til utprøving',
  copyLead: 'Ho blir vist her berre på ei utviklingsmaskin. Du treng ikkje gi ho vidare.',
  back: 'Tilbake',
  dispatchTitle: 'Gi legevaktsentralen tilgang',
  dispatchLead:
    'Legevaktsentralen får si eiga innlogging. Der ser dei kven som har vakt no, og der lagar dei si eiga kalenderlenkje. Du treng ikkje gi frå deg noka lenkje.',
  dispatchDo: 'Inviter legevaktsentralen',
  othersToo: 'Gi tilgang til nokon som ikkje er lege',
  whileSignedIn:
    'Du er logga inn. Er lenkja ein invitasjon, får kontoen du er logga inn med, tilgangen. Logg ut først om invitasjonen er til nokon andre.',
}

export const open = {
  title: 'Invitasjonar som ventar',
  none: 'Ingen invitasjonar ventar.',
  line: (role: string, until: string) => `${role}, verkar til ${until}`,
  reopening: (until: string) => `ny innlogging, verkar til ${until}`,
  nobody: 'Lenkje utan adresse',
  withdraw: 'Trekk tilbake',
  until: (when: string) => `gjeld til ${when}`,
  withdrawOf: (who: string) => `Trekk tilbake invitasjonen: ${who}`,
}

export const taken = {
  title: 'Nyleg teke bort',
  lead: 'Kan bli gitt tilbake i 30 dagar. Kalenderlenkjer som slutta å verke, må lagast på nytt.',
  line: (role: string, when: string) => `${role}, teke bort ${when}`,
  giveBack: 'Gi tilbake',
  giveBackOf: (role: string, name: string) => `Gi tilbake: ${role}, ${name}`,
}

export const installation = {
  title: 'Installasjonen',
  lead: 'Her styrer du kven som leier kva. Vaktlister og fritak ser du berre der du sjølv har ei rolle.',
  administrators: 'Administratorar',
  districts: 'Distrikt',
  noDistricts: 'Det er ingen distrikt enno.',
  coordinators: (amount: number) => count(amount, 'koordinator', 'koordinatorar'),
  noCoordinator: 'Ingen koordinator som kan logge inn',
  municipalities: 'Kommunar',
  deciders: (amount: number) => count(amount, 'person avgjer fritak', 'personar avgjer fritak'),
  noDecider: 'Ingen avgjer fritak',
  invited: 'ein invitasjon ventar',
  inviteFirst: 'Inviter den første',
  inviteFirstOf: (name: string) => `Inviter den første i ${name}`,
  inviteFirstLead:
    'Du inviterer den som skal leie her, og den inviterer andre sjølv. Når nokon som kan logge inn, leier her, kan du ikkje invitere meir. Loggen her seier at det var du som inviterte.',
  accounts: 'Finn ein konto',
  accountsLead: 'For å stenge ein konto, opne han igjen eller hjelpe nokon inn.',
  find: 'Finn kontoen',
  notFound: (email: string) => `Ingen konto har adressa ${email}.`,
  found: (email: string) => `Kontoen til ${email}`,
  noRoles: 'Har ingen roller.',
  isDisabled: 'Kontoen er stengd.',
  disable: 'Steng kontoen',
  disableLead:
    'Personen blir logga ut overalt med ein gong og kjem ikkje inn igjen. Kalenderlenkjer sluttar å verke for godt. Rollene er der når kontoen blir opna.',
  enable: 'Opne kontoen',
  enableOf: (name: string) => `Opne kontoen: ${name}`,
  reset: 'Nullstill innlogging',
  resetLead:
    'For den som har mista alle måtar å logge inn på. Invitasjonen går berre til adressa til kontoen, og distrikta ser det i loggen.',
  disabledTitle: 'Stengde kontoar',
  noneDisabled: 'Ingen kontoar er stengde.',
  elsewhere: 'Meir om installasjonen',
  providers: 'Innloggingstenester',
  log: 'Logg',
  undelivered: 'Meldingar som ikkje kom fram',
  start: 'Lag eit nytt distrikt',
  import: 'Les inn eit distrikt',
  link: 'Installasjonen',
}

export const firstCoordinator = {
  title: 'Kven skal koordinere distriktet?',
  self: 'Eg skal sjølv koordinere her',
  other: 'Ein annan. Eg inviterer når distriktet er laga',
  selfWhenNew: 'Eg skal sjølv koordinere distriktet, om det er nytt',
}

export const mails = {
  invitation: (role: string, scope: string, url: string) => ({
    subject: scope === '' ? 'Invitasjon til Legevaktplan' : `Invitasjon til Legevaktplan: ${scope}`,
    body: [
      scope === ''
        ? `Du er invitert til Legevaktplan som ${role}.`
        : `Du er invitert til Legevaktplan som ${role} i ${scope}.`,
      'Opne lenkja for å godta. Ho verkar éin gong, i sju dagar. Har du alt ein konto, så logg inn først.',
      url,
      'Ventar du ikkje ein invitasjon? Da kan du sjå bort frå denne meldinga.',
    ].join('\n'),
  }),
  reopened: (url: string) => ({
    subject: 'Ny innlogging til Legevaktplan',
    body: [
      'Innlogginga di til Legevaktplan er nullstilt. Passnøklar og andre innloggingar er fjerna.',
      'Opne lenkja for å kome inn igjen. Ho verkar éin gong, i sju dagar.',
      url,
      'Har du ikkje bede om dette? Gi beskjed til koordinatoren eller administratoren.',
    ].join('\n'),
  }),
  wasReset: () => ({
    subject: 'Innlogginga di er nullstilt',
    body: [
      'Innlogginga di til Legevaktplan er nullstilt, og ein ny invitasjon er send til ei anna adresse.',
      'Har du ikkje bede om dette? Gi beskjed til koordinatoren eller administratoren med ein gong.',
    ].join('\n'),
  }),
  letIn: (scope: string) => ({
    subject: `Administratoren har gitt tilgang til ${scope}`,
    body: [
      `Administratoren for installasjonen har invitert nokon til å leie ${scope}. Det blir gjort når ingen som kan logge inn, leier det.`,
      'Det står i loggen. Venta du ikkje dette? Ta kontakt med administratoren.',
    ].join('\n'),
  }),
}
