export const page = {
  title: 'Logg inn',
  byMail: 'Logg inn med e-post',
  lead: 'Skriv e-postadressa di, så sender vi ei lenkje som loggar deg inn.',
  email: 'E-post',
  noMail:
    'Legevaktplan er ikkje sett opp til å sende e-post her enno. Bruk ein annan måte, eller be den som styrer tilgangane, om ein ny invitasjon.',
  send: 'Send lenkje',
  /** Where what was sent waits for its sender. */
  kept: 'Du er logga ut. Det du sende, er teke vare på: logg inn i denne nettlesaren, så får du sjå det og kan sende det inn.',
  /** Where what was sent could not be kept. */
  lost: 'Du er logga ut, og det du sende, er ikkje lagra. Gå tilbake i nettlesaren, så står teksten der enno: kopier han, og logg inn etterpå.',
}

export const lostPasskey = {
  title: 'Mista passnøkkelen?',
  lines: [
    'Har du ein passnøkkel på ei anna eining, så bruk han. Lenkje på e-post er ikkje nok til å leggje til ein ny når kontoen alt har ein.',
    'Elles må nokon som styrer tilgangane, nullstille innlogginga di. For dei som har tilgang til eit distrikt, er det koordinatoren. For dei i ein kommune er det den som avgjer fritak. Er du den einaste som styrer der, eller har du tilgang fleire stader, er det administratoren.',
    'Er du den einaste administratoren, må den som driftar tenaren, lage ei ny lenkje til deg.',
  ],
}

export const sent = {
  title: 'Sjå i e-posten',
  lead: 'Viss adressa er kjend hos oss, har vi sendt ei lenkje. Ho verkar i ti minutt og berre éin gong.',
  here: 'Opne lenkja i denne nettlesaren, så blir du logga inn.',
  elsewhere:
    'Opnar du henne ein annan stad, til dømes i e-posten på telefonen, viser ho ein kode på seks siffer. Skriv koden her.',
  code: 'Koden på seks siffer',
  use: 'Logg inn',
  again: 'Kom det ingen e-post? Sjå i søppelposten, eller be om ei ny lenkje',
}

/** What an open invitation shows; `scope` is '' for the installation. */
export const invited = {
  title: 'Du er invitert',
  lead: (role: string, scope: string) =>
    `${scope === '' ? `Du er invitert som ${role}` : `Du er invitert til ${scope} som ${role}`}. Trykk på knappen for å ta imot. Lenkja verkar berre éin gong.`,
  use: 'Ta imot og logg inn',
}

export const link = {
  title: 'Logg inn',
  lead: 'Trykk på knappen for å logge inn. Lenkja verkar berre éin gong.',
  use: 'Logg inn',
  codeTitle: 'Koden din',
  codeLead:
    'Du bad om å logge inn ein annan stad enn i denne nettlesaren. Gå tilbake dit, og skriv koden på sida som ventar:',
  codeWarning:
    'Har du ikkje bede om å logge inn? Då kan nokon prøve å kome inn som deg. Lukk sida, og gi aldri koden til nokon.',
  codeLost: 'Finn du ikkje sida att? Logg inn herifrå i staden',
}

export const used = {
  title: 'Lenkja verkar ikkje lenger',
  invited:
    'Var det ein invitasjon? Be den som inviterte deg, om ein ny. Den som ikkje har logga inn her før, får inga lenkje ved å be om det sjølv.',
  askAgain: 'Be om ei ny lenkje',
}

export const confirm = {
  sentTitle: 'Sjå i e-posten',
  sentLead: 'Vi har sendt ei lenkje til e-postadressa di. Ho verkar i ti minutt og berre éin gong.',
  here: 'Opne lenkja i denne nettlesaren, og trykk på knappen der.',
  use: 'Stadfest',
  title: 'Stadfest at det er deg',
  lead: 'Trykk på knappen for å stadfeste at det er deg. Lenkja verkar berre éin gong.',
  codeLead:
    'Du bad om å stadfeste ein annan stad enn i denne nettlesaren. Gå tilbake dit, og skriv koden på sida som ventar:',
  codeWarning:
    'Har du ikkje bede om det? Då kan nokon prøve å gjere noko som deg. Lukk sida, og gi aldri koden til nokon.',
  askAgain: 'Be om ei ny lenkje',
}

export const examples = {
  title: 'Logg inn som ein av døma',
  lead: 'Dette finst berre på ei utviklingsmaskin. Innlogginga gjeld som om ho var gjord med passnøkkel.',
  none: 'Ingen døme er lesne inn.',
  mail: 'Sjå utboksen',
  signInAs: (email: string, roles: readonly string[]) => `Logg inn som ${email}: ${roles.join(', ')}`,
}
