export const invite = {
  title: 'Gi nokon lesetilgang',
  lead: 'For dei som ikkje er lege i distriktet. Dei kan lese, men ikkje endre noko.',
  role: 'Kven skal få tilgang?',
  roles: {
    'dispatch-centre': 'Legevaktsentralen: vaktlista, kven som har vakt no, og telefonnummera deira',
    'service-manager': 'Legevaktsjef: vaktlista, legane, timar og kven som har stadfesta endringar',
    'union-representative': 'Tillitsvald: vaktlista, timar og utkast på høyring',
    'payroll-reader': 'Løn: vaktlista og timar',
  },
  email: 'E-postadresse',
  emailHelp:
    'Det er denne adressa dei loggar inn med seinare. Legevaktsentralen kan bruke ei felles adresse for vaktrommet.',
  submit: 'Lag invitasjon',
  madeTitle: 'Invitasjonen er klar',
  madeLink: (email: string) => `Lenkje til ${email}`,
  madeNote: (when: string) =>
    `Send lenkja til den du inviterer. Ho verkar éin gong, og til ${when}. Har adressa alt ein konto her, må dei logge inn først og så opne lenkja.`,
  dispatchTitle: 'Gi legevaktsentralen tilgang',
  dispatchLead:
    'Legevaktsentralen får si eiga innlogging. Der ser dei kven som har vakt no, og der lagar dei si eiga kalenderlenkje. Du treng ikkje gi frå deg noka lenkje.',
  dispatchDo: 'Inviter legevaktsentralen',
  othersToo: 'Gi tilgang til nokon som ikkje er lege',
}
