/** Sentences about letting somebody read a district who is no doctor of it. */
export const invite = {
  title: 'Gi noen lesetilgang',
  lead: 'For dem som ikke er lege i distriktet. De kan lese, men ikke endre noe.',
  role: 'Hvem skal få tilgang?',
  /** What each of them sees. */
  roles: {
    'dispatch-centre': 'Legevaktsentralen: vaktlista, hvem som har vakt nå, og telefonnumrene deres',
    'service-manager': 'Legevaktsjef: vaktlista, legene, timer og hvem som har bekreftet endringer',
    'union-representative': 'Tillitsvalgt: vaktlista, timer og utkast på høring',
    'payroll-reader': 'Lønn: vaktlista og timer',
  },
  email: 'E-postadresse',
  emailHelp:
    'Det er denne adressen de logger inn med senere. Legevaktsentralen kan bruke en felles adresse for vaktrommet.',
  submit: 'Lag invitasjon',
  madeTitle: 'Invitasjonen er klar',
  madeLink: (email: string) => `Lenke til ${email}`,
  madeNote: (when: string) =>
    `Send lenken til den du inviterer. Den virker én gang, og til ${when}. Har adressen alt en konto her, må de logge inn først og så åpne lenken.`,
  dispatchTitle: 'Gi legevaktsentralen tilgang',
  dispatchLead:
    'Legevaktsentralen får sin egen innlogging. Der ser de hvem som har vakt nå, og der lager de sin egen kalenderlenke. Du trenger ikke å gi fra deg noen lenke.',
  dispatchDo: 'Inviter legevaktsentralen',
  othersToo: 'Gi tilgang til noen som ikke er lege',
}
