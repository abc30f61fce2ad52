import { dateTime } from './format.ts'

export const buttons = {
  signIn: (name: string) => `Logg inn via ${name}`,
  confirm: (name: string) => `Stadfest via ${name}`,
  accept: (name: string) => `Ta imot via ${name}`,
}

export const going = {
  title: (name: string) => `Vidare til ${name}`,
  lead: (name: string) => `Du blir no send til ${name}. Skjer det ikkje av seg sjølv, bruk lenkja.`,
  go: (name: string) => `Gå til ${name}`,
}

export const failed = {
  title: 'Innlogginga kom ikkje fram',
  again: 'Til innlogging',
  access: 'Til Min konto',
}

export const own = {
  title: 'Innlogging via andre tenester',
  lead: 'Knyt til ei innlogging du har frå før, til dømes frå arbeidsgivaren. Legevaktplan får aldri passordet ditt.',
  none: 'Ingen er knytt til kontoen din.',
  linkedAt: (at: Parameters<typeof dateTime>[0]) => `Knytt til ${dateTime(at)}`,
  strong: 'Held for alle roller',
  weak: 'Held for dine eigne vakter',
  closed: 'Kan ikkje brukast no',
  link: (name: string) => `Knyt til ${name}`,
  unlink: 'Fjern',
  unlinkOf: (name: string) => `Fjern innlogginga via ${name}`,
  mustConfirm: 'Før du kan knyte til noko nytt, må du stadfeste at det er deg.',
  confirm: 'Stadfest at det er deg',
  mustBeStrong: 'Logg inn med passnøkkelen eller innlogginga du har frå før, så kan du knyte til ei ny.',
}

export const issuers = {
  title: 'Innloggingstenester',
  lead: 'Tenester som folk kan logge inn via. Ingen får tilgang av det åleine: kvar og ein må knyte innlogginga til kontoen sin.',
  none: 'Ingen er lagde inn.',
  noKey:
    'Installasjonen har ingen nøkkel å vise tenestene (OIDC_KEYS). Den som driftar, må leggje han inn før noko kan opnast. Korleis står i docs/providers.md.',
  register: 'Dette skal registrerast hos tenesta',
  redirect: 'Adressa folk blir sende tilbake til',
  keys: 'Adressa til dei opne nøklane våre',
  name: 'Teneste',
  address: 'Adresse',
  state: 'Tilstand',
  action: 'Handling',
  open: 'Open',
  closed: 'Stengd',
  change: (name: string) => `Endre ${name}`,
  try: 'Prøv',
  tryOf: (name: string) => `Prøv ${name}`,
  addTitle: 'Legg til',
  addLead: 'Vel kva slags teneste det er. Felta blir fylte ut med det som er vanleg der.',
  add: (kind: string) => `Legg til ${kind}`,
  kinds: {
    ansattporten: 'Ansattporten',
    'id-porten': 'ID-porten',
    helseid: 'HelseID',
    'entra-id': 'Microsoft Entra ID',
    other: 'ei anna teneste',
  },
}

export const issuerForm = {
  newTitle: (kind: string) => `Ny teneste: ${kind}`,
  changeTitle: (name: string) => `Endre ${name}`,
  name: 'Namn',
  nameHelp: 'Slik det står på knappen der folk loggar inn.',
  url: 'Utferdar (issuer)',
  urlHelp: 'Adressa tenesta oppgir, teikn for teikn. Ho kan ikkje endrast sidan: folk er knytte til henne.',
  tenant: 'Leigetakaren sin id (tenant)',
  tenantHelp:
    'Finst i Entra under Oversikt. Berre folk frå denne leigetakaren slepp inn. Han kan ikkje endrast sidan.',
  clientId: 'Vår klient-id hos tenesta',
  clientIdHelp: 'Han får du når du registrerer Legevaktplan der. Han er ikkje hemmeleg.',
  scope: 'Omfang (scope)',
  scopeHelp: 'Må ha openid. Be ikkje om meir enn du treng.',
  acrValues: 'Nivå vi ber om (acr_values)',
  acrValuesHelp: 'Skil med mellomrom. Tomt tyder at vi ikkje ber om noko nivå.',
  strongAcr: 'Nivå som held for alle roller',
  strongAcrHelp:
    'Skil med mellomrom. Svarer tenesta med eitt av dei, blir innlogginga rekna som sterk. Tomt tyder aldri.',
  isOpen: 'Open: folk kan logge inn via henne',
  save: 'Lagre',
}

export const tried = {
  title: (name: string) => `Prøvd: ${name}`,
  ok: 'Tenesta svarer, og metadataa kan brukast. Om innlogginga verkar, veit du først når nokon har logga inn.',
  down: 'Tenesta svarer ikkje slik ho skal.',
  why: (word: string) => `Årsak: ${word}`,
  pushed: 'Tek imot førespurnaden på førehand (PAR). Vi bruker det.',
  demanded: 'Krev førespurnaden på førehand (PAR). Vi bruker det.',
  notPushed: 'Tek ikkje imot førespurnaden på førehand (PAR). Han går i adressa.',
  namesItself: 'Seier kven ho er i svaret (iss). Vi sjekkar det.',
  namesNothing: 'Seier ikkje kven ho er i svaret (iss).',
  signsWith: (names: string) => `Signerer med ${names}.`,
  signsWithNone: 'Signerer ikkje med noko vi tek imot. Ho kan ikkje brukast.',
  levels: (names: string) => `Oppgir desse nivåa: ${names}.`,
  noLevels: 'Oppgir ingen nivå. Sjå kva tenesta skriv om dei.',
  unknownLevels: (names: string) => `Dette nivået ber vi om, men tenesta oppgir det ikkje: ${names}.`,
  wrongWay:
    'Oppgir ikkje at klientar kan vise kven dei er med nøkkel (private_key_jwt). Ho kan ikkje brukast.',
  wrongKey: 'Tek ikkje imot nokon av nøklane våre. Entra ID treng ein nøkkel med sertifikat (x5t#S256).',
  back: 'Tilbake til innloggingstenester',
}
