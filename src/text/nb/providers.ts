import { dateTime } from './format.ts'

/** Buttons of providers, where somebody signs in or confirms who they are. */
export const buttons = {
  signIn: (name: string) => `Logg inn via ${name}`,
  confirm: (name: string) => `Bekreft via ${name}`,
  accept: (name: string) => `Ta imot via ${name}`,
}

/** On the way to a provider: the browser goes on by itself, and the link is for those that do not. */
export const going = {
  title: (name: string) => `Videre til ${name}`,
  lead: (name: string) => `Du sendes nå til ${name}. Skjer det ikke av seg selv, bruk lenken.`,
  go: (name: string) => `Gå til ${name}`,
}

/** Why a provider's answer led nowhere. */
export const failed = {
  title: 'Innloggingen kom ikke fram',
  again: 'Til innlogging',
  access: 'Til Min konto',
}

/** One's own links to providers. */
export const own = {
  title: 'Innlogging via andre tjenester',
  lead: 'Knytt til en innlogging du har fra før, for eksempel fra arbeidsgiveren. Legevaktplan får aldri passordet ditt.',
  none: 'Ingen er knyttet til kontoen din.',
  linkedAt: (at: Parameters<typeof dateTime>[0]) => `Knyttet til ${dateTime(at)}`,
  strong: 'Holder for alle roller',
  weak: 'Holder for dine egne vakter',
  closed: 'Kan ikke brukes nå',
  link: (name: string) => `Knytt til ${name}`,
  unlink: 'Fjern',
  unlinkOf: (name: string) => `Fjern innloggingen via ${name}`,
  mustConfirm: 'Før du kan knytte til noe nytt, må du bekrefte at det er deg.',
  confirm: 'Bekreft at det er deg',
  mustBeStrong: 'Logg inn med passnøkkelen eller innloggingen du har fra før, så kan du knytte til en ny.',
}

/** Where an administrator says which providers the installation trusts. */
export const issuers = {
  title: 'Innloggingstjenester',
  lead: 'Tjenester som folk kan logge inn via. Ingen får tilgang av det alene: hver enkelt må knytte innloggingen til kontoen sin.',
  none: 'Ingen er lagt inn.',
  noKey:
    'Installasjonen har ingen nøkkel å vise tjenestene (OIDC_KEYS). Den som drifter, må legge den inn før noe kan åpnes. Hvordan står i docs/providers.md.',
  register: 'Dette skal registreres hos tjenesten',
  redirect: 'Adressen folk sendes tilbake til',
  keys: 'Adressen til de åpne nøklene våre',
  name: 'Tjeneste',
  address: 'Adresse',
  state: 'Tilstand',
  action: 'Handling',
  open: 'Åpen',
  closed: 'Stengt',
  change: (name: string) => `Endre ${name}`,
  try: 'Prøv',
  tryOf: (name: string) => `Prøv ${name}`,
  addTitle: 'Legg til',
  addLead: 'Velg hva slags tjeneste det er. Feltene fylles ut med det som er vanlig der.',
  add: (kind: string) => `Legg til ${kind}`,
  kinds: {
    ansattporten: 'Ansattporten',
    'id-porten': 'ID-porten',
    helseid: 'HelseID',
    'entra-id': 'Microsoft Entra ID',
    other: 'en annen tjeneste',
  },
}

export const issuerForm = {
  newTitle: (kind: string) => `Ny tjeneste: ${kind}`,
  changeTitle: (name: string) => `Endre ${name}`,
  name: 'Navn',
  nameHelp: 'Slik det står på knappen der folk logger inn.',
  url: 'Utsteder (issuer)',
  urlHelp: 'Adressen tjenesten oppgir, tegn for tegn. Den kan ikke endres siden: folk er knyttet til den.',
  tenant: 'Leietakerens id (tenant)',
  tenantHelp:
    'Finnes i Entra under Oversikt. Bare folk fra denne leietakeren slipper inn. Den kan ikke endres siden.',
  clientId: 'Vår klient-id hos tjenesten',
  clientIdHelp: 'Den får du når du registrerer Legevaktplan der. Den er ikke hemmelig.',
  scope: 'Omfang (scope)',
  scopeHelp: 'Må ha openid. Be ikke om mer enn du trenger.',
  acrValues: 'Nivå vi ber om (acr_values)',
  acrValuesHelp: 'Skilles med mellomrom. Tomt betyr at vi ikke ber om noe nivå.',
  strongAcr: 'Nivå som holder for alle roller',
  strongAcrHelp:
    'Skilles med mellomrom. Svarer tjenesten med et av dem, regnes innloggingen som sterk. Tomt betyr aldri.',
  isOpen: 'Åpen: folk kan logge inn via den',
  save: 'Lagre',
}

/** What came of asking a provider what it can. */
export const tried = {
  title: (name: string) => `Prøvd: ${name}`,
  ok: 'Tjenesten svarer, og metadataene kan brukes. Om innloggingen virker, vet du først når noen har logget inn.',
  down: 'Tjenesten svarer ikke slik den skal.',
  why: (word: string) => `Årsak: ${word}`,
  pushed: 'Tar imot forespørselen på forhånd (PAR). Vi bruker det.',
  demanded: 'Krever forespørselen på forhånd (PAR). Vi bruker det.',
  notPushed: 'Tar ikke imot forespørselen på forhånd (PAR). Den går i adressen.',
  namesItself: 'Sier hvem den er i svaret (iss). Vi sjekker det.',
  namesNothing: 'Sier ikke hvem den er i svaret (iss).',
  signsWith: (names: string) => `Signerer med ${names}.`,
  signsWithNone: 'Signerer ikke med noe vi tar imot. Den kan ikke brukes.',
  levels: (names: string) => `Oppgir disse nivåene: ${names}.`,
  noLevels: 'Oppgir ingen nivåer. Se hva tjenesten skriver om dem.',
  unknownLevels: (names: string) => `Dette nivået ber vi om, men tjenesten oppgir det ikke: ${names}.`,
  wrongWay: 'Oppgir ikke at klienter kan vise hvem de er med nøkkel (private_key_jwt). Den kan ikke brukes.',
  wrongKey: 'Tar ikke imot noen av nøklene våre. Entra ID trenger en nøkkel med sertifikat (x5t#S256).',
  back: 'Tilbake til innloggingstjenester',
}
