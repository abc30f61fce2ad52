import type { CalendarNames } from '../../core/rota/feed-choice.ts'
import { hours, number } from './format.ts'

/** Sentences about getting duties into one's own calendar. */
export const mine = {
  title: 'Min kalender',
  lead: 'Få vaktene dine inn i kalenderen du alt bruker. Lag én kalenderlenke for hver telefon, PC eller konto. Kalenderen henter vaktene selv, også når noe er endret.',
  /** On the page of one's duties. */
  card: 'Vaktene i din egen kalender',
  cardLead: 'Få vaktene inn på telefonen eller PC-en, eller last dem ned.',
  districts: 'Kalendere for distrikter',
  districtsLead: 'Disse lenkene har du laget på sidene til distriktene.',
}

/** The form that makes a link or changes one. */
export const link = {
  make: 'Lag en kalenderlenke',
  label: 'Hva er lenken til?',
  labelHelp: 'Gi den et navn du kjenner igjen, for eksempel «Min iPhone» eller «Outlook på jobben».',
  suggestions: [
    'Min iPhone',
    'Min Android-telefon',
    'Min Mac',
    'Google Kalender',
    'Outlook på jobben',
    'Outlook hjemme',
  ],
  options: 'Flere valg',
  optionsHelp: 'Valgene kan endres senere uten ny lenke.',
  backup: 'Vis hvem som er bakvakt for meg',
  busyAtHome: 'Vis hjemmevakt og bakvakt som opptatt',
  busyAtHomeHelp: 'Vakt på legevakta vises alltid som opptatt.',
  months: 'Hvor lenge står gamle vakter?',
  monthsBack: { 3: '3 måneder', 12: '12 måneder, så du kan sjekke lønn og avspasering' },
  alarm: 'Varsel før vakta',
  noAlarm: 'Ikke noe varsel',
  alarmBefore: (minutes: number) => `${hours(minutes)} før`,
  alarmHelp:
    'Google viser ikke slike varsler. På iPhone må du la være å krysse av for «Fjern varsler» når du legger til kalenderen.',
  create: 'Lag kalenderlenke',
  change: 'Endre',
  changeLabel: (label: string) => `Endre lenken «${label}»`,
  changeTitle: (label: string) => `Endre «${label}»`,
  changeLead: 'Lenken er den samme. Kalenderen viser endringen neste gang den henter vaktene.',
  save: 'Lagre',
}

/** The page that shows a new link, once. */
export const made = {
  title: (label: string) => `Kalenderlenken til «${label}» er klar`,
  once: 'Lenken vises bare nå. Legg den inn i kalenderen før du går videre.',
  ownSecret: 'Alle som har lenken, kan se vaktene dine. Ikke send den til noen.',
  districtSecret: 'Lenken er laget til deg. Ikke send den til noen. Andre som trenger den, lager sin egen.',
  here: 'På denne enheten',
  open: 'Åpne i kalenderen',
  google: 'Åpne i Google Kalender',
  openHelp:
    '«Åpne i kalenderen» virker på iPhone, iPad, Mac og Android med ICSx5. Bruker du noe annet, kopierer du adressen.',
  address: 'Adressen',
  copy: 'Kopier adressen',
  other: 'På en telefon du har ved siden av deg',
  qr: 'Åpne kameraet på telefonen, rett det mot koden og trykk på lenken som kommer opp.',
  qrLabel: 'QR-kode som åpner kalenderlenken. Feltet «Adressen» sier det samme.',
  /** The program that the name of the device tells of. */
  howIn: (program: string) => `Slik gjør du: ${program}`,
  how: 'Slik gjør du i din kalender',
  howOthers: 'Bruker du en annen kalender?',
  subscribe:
    'Abonner på lenken, slik stegene sier. Ikke last ned en fil og importer den som kalenderen din: importerte vakter endrer seg aldri.',
  twoOutlooks:
    'Det finnes to slags Outlook. Bruker du nye Outlook, Outlook i nettleseren eller Microsoft 365, følger du den første oppskriften. Da henter Microsoft hver tredje time. Bruker du klassisk Outlook på PC, følger du den andre.',
  howLead: 'Velg kalenderen du bruker.',
  done: 'Ferdig',
}

/** The page for a form that was sent twice. */
export const again = {
  title: 'Lenken er laget alt',
  said: (label: string) =>
    `Du har laget lenken til «${label}» én gang, og siden er sendt på nytt. Det er ikke laget flere lenker. Adressen ble vist én gang, og kan ikke vises igjen.`,
  anew: 'Fikk du ikke lagt adressen inn i kalenderen, lager du en ny lenke i stedet for den.',
  another: 'Lag en annen kalenderlenke',
}

/** How to subscribe in each program, and how often it asks. */
export const guides = {
  iphone: {
    name: 'iPhone og iPad',
    asks: 'Henter som regel hver halve time.',
    steps: [
      'Er denne siden åpen på telefonen, trykker du «Åpne i kalenderen».',
      'Er den åpen på en annen skjerm, retter du telefonens kamera mot QR-koden.',
      'Trykk «Abonner», og så «Legg til» eller «Ferdig».',
      'Vil du ha varsler, lar du være å krysse av for «Fjern varsler».',
    ],
  },
  android: {
    name: 'Android-telefon',
    asks: 'Appen ICSx5 henter en gang i døgnet til du velger noe annet. Velg hver time.',
    steps: [
      'Installer appen ICSx5. Den er laget av dem som lager DAVx5.',
      'Trykk «Åpne i kalenderen», eller rett kameraet mot QR-koden.',
      'Åpner ikke ICSx5 seg, kopierer du adressen, trykker pluss-tegnet i ICSx5 og limer den inn.',
      'Velg at kalenderen skal hentes hver time.',
      'Vil du ikke ha en app til, følger du stegene for Google Kalender på en PC. Da kommer vaktene også på telefonen, men senere.',
    ],
  },
  google: {
    name: 'Google Kalender',
    asks: 'Google henter etter 4 til 24 timer. Ingen kan få det til å gå fortere.',
    steps: [
      'Bruk en PC. Appen på telefonen kan ikke legge til en slik lenke.',
      'Trykk «Åpne i Google Kalender», og så «Legg til».',
      'Går ikke det, åpner du calendar.google.com, trykker pluss-tegnet ved «Andre kalendere», velger «Fra nettadresse» og limer inn adressen.',
      'Kalenderen kommer på telefonen av seg selv. Ser du den ikke, slår du på synkronisering av den i innstillingene i appen.',
    ],
  },
  mac: {
    name: 'Kalender på Mac',
    asks: 'Henter så ofte du velger.',
    steps: [
      'Trykk «Åpne i kalenderen», og så «Abonner».',
      'Går ikke det, åpner du Kalender, velger Arkiv og Nytt kalenderabonnement, og limer inn adressen.',
      'Sett «Oppdater automatisk» til hvert 15. minutt eller hver time.',
      'Velger du iCloud som sted, kommer vaktene også på iPhone.',
    ],
  },
  outlook: {
    name: 'Outlook på PC (klassisk)',
    asks: 'Henter hver halve time mens Outlook er åpent.',
    steps: [
      'Kopier adressen.',
      'Åpne kalenderen i Outlook. Velg Legg til kalender og Fra Internett.',
      'Lim inn adressen, trykk OK og så Ja.',
    ],
  },
  outlookWeb: {
    name: 'Outlook på nett, nye Outlook og Microsoft 365',
    asks: 'Microsoft henter hver tredje time. Ingen kan få det til å gå fortere.',
    steps: [
      'Kopier adressen.',
      'Åpne kalenderen i Outlook. Velg Legg til kalender og Abonner fra nettet.',
      'Lim inn adressen, gi kalenderen et navn og trykk Importer.',
    ],
  },
  thunderbird: {
    name: 'Thunderbird på PC eller Mac',
    asks: 'Henter hver halve time mens Thunderbird er åpent.',
    steps: [
      'Kopier adressen.',
      'Velg Fil, Ny, Kalender og så På nettverket.',
      'Lim inn adressen som plassering. La brukernavnet stå tomt, og trykk Finn kalendere.',
      'Trykk Abonner.',
    ],
  },
}

/** Where a copy is, by the family of the program that fetched it. */
const copies: Readonly<Record<string, string>> = {
  google: 'Kopien i Google Kalender',
  microsoft: 'Kopien i Outlook på nett',
  outlook: 'Kopien i Outlook',
  ios: 'Kopien på iPhone eller iPad',
  macos: 'Kopien på Mac',
  thunderbird: 'Kopien i Thunderbird',
  gnome: 'Kopien i GNOME Kalender',
  kde: 'Kopien i KDE Kalender',
  android: 'Kopien på Android',
  nextcloud: 'Kopien i Nextcloud',
}

/** How often these programs ask. */
const habits: Readonly<Record<string, string>> = {
  google: 'Google henter etter 4 til 24 timer.',
  microsoft: 'Outlook på nett henter hver tredje time.',
  outlook: 'Outlook på PC henter hver halve time mens det er åpent.',
  ios: 'iPhone henter som regel hver halve time.',
  macos: 'Mac henter så ofte som det er valgt i Kalender.',
  thunderbird: 'Thunderbird henter hver halve time mens det er åpent.',
  gnome: 'GNOME Kalender henter mens den er åpen.',
  android: 'ICSx5 henter så ofte som det er valgt i appen.',
  nextcloud: 'Nextcloud henter etter 2 timer eller mer.',
}

const copyIn = (program: string | null) => copies[program ?? ''] ?? 'Kopien'

/** 'under ett minutt', '2 t 50 min', '3 døgn'. */
export function age(minutes: number): string {
  if (minutes < 1) return 'under ett minutt'
  return minutes < 48 * 60 ? hours(minutes) : `${number(Math.floor(minutes / 1440))} døgn`
}

const changed = (duties: number) => {
  if (duties === 0) return 'Noe annet er endret siden da: valg, navn eller sted.'
  return duties === 1 ? 'Én vakt er endret siden da.' : `${number(duties)} vakter er endret siden da.`
}

/** What each device has. */
export const devices = {
  title: 'Dine kalenderlenker',
  made: (when: string) => `Laget ${when}`,
  fetched: (when: string) => `Sist hentet ${when}`,
  never: 'Lenken er laget, men ingen kalender har hentet den ennå.',
  upToDate: (program: string | null, minutes: number) =>
    `${copyIn(program)} er oppdatert. Den ble hentet for ${age(minutes)} siden.`,
  behind: (program: string | null, minutes: number, duties: number) =>
    `${copyIn(program)} er ${age(minutes)} gammel. ${changed(duties)}`,
  behindDistrict: (program: string | null, minutes: number) =>
    `${copyIn(program)} er ${age(minutes)} gammel. Noe er endret siden da.`,
  habit: (program: string | null) => habits[program ?? ''] ?? '',
  silent: (minutes: number) =>
    `Ingen har hentet lenken på ${age(minutes)}. Se etter om kalenderen fortsatt er i bruk. Er den ikke det, kan du slå av lenken.`,
  off: 'Du har ikke lenger tilgang til disse vaktene, så kalenderen er tom.',
  shows: 'Viser',
  ownDuties: 'vaktene dine',
  withBackup: 'hvem som er bakvakt',
  homeBusy: 'hjemmevakt og bakvakt som opptatt',
  homeFree: 'hjemmevakt og bakvakt som ledig',
  yearBack: '12 måneder tilbake',
  withAlarm: (minutes: number) => `varsel ${hours(minutes)} før`,
  more: (amount: number) => `og ${number(amount)} til`,
  gained: (when: string) => `Ny vakt: ${when}`,
  lost: (when: string) => `Ikke lenger din: ${when}`,
  moved: (before: string, after: string) => `Flyttet fra ${before} til ${after}`,
  altered: (when: string) => `Endret: ${when}`,
  replace: 'Lag ny lenke',
  replaceWarning:
    'Den gamle lenken slutter å virke med en gang, og det kan ikke angres. Navnet og valgene følger med. Du må legge den nye lenken inn i kalenderen.',
  replaceDo: 'Lag ny lenke og slå av den gamle',
  replaceLabel: (label: string) => `Lag ny lenke til «${label}» og slå av den gamle`,
  revoke: 'Slå av',
  revokeWarning:
    'Vaktene blir borte fra kalenderen neste gang den henter. Det kan ikke angres. Vil du ha vaktene tilbake, må du lage en ny lenke.',
  revokeDo: 'Slå av lenken',
  revokeLabel: (label: string) => `Slå av lenken «${label}»`,
}

/** Duties as files. */
export const files = {
  title: 'Uten lenke: last ned vaktene',
  lead: 'En fil er en kopi av vaktene slik de er nå. Den endrer seg aldri, så ikke importer den i stedet for å abonnere.',
  from: 'Fra og med',
  to: 'Til og med',
  download: 'Last ned',
  duty: 'Last ned til kalenderen',
  dutyLabel: (when: string) => `Last ned vakta ${when} til kalenderen`,
}

/** How a doctor is told of changes that no calendar shows in time. */
export const told = {
  title: 'Når en vakt blir endret',
  lead: 'Kalendere kan bruke timer på å få med seg en endring. Derfor får du også e-post når en vakt du har, blir endret. Begynner vakta innen 48 timer, ber vi deg bekrefte at du har sett det. Gjør du ikke det, kan vaktkoordinatoren ringe deg.',
  changes: 'Se endringer i vaktene dine',
  digest: 'Send meg en oversikt over vaktene mine på e-post hver mandag',
  save: 'Lagre valget',
}

const namesTold: Readonly<Record<CalendarNames, string>> = {
  names: 'Kalenderen viser navnet på den som har vakta.',
  initials: 'Kalenderen viser initialene til den som har vakta.',
  none: 'Kalenderen viser ikke hvem som har vakta.',
}

/** The page where one subscribes to a district. */
export const district = {
  title: 'Distriktets kalender',
  /** On pages that show the rota. */
  link: 'Få vaktene inn i din egen kalender',
  lead: (name: string) => `Få vaktene i ${name} inn i din egen kalender. Hver lenke er personlig.`,
  names: namesTold,
  decided: 'Det er distriktet som bestemmer dette.',
  ownInstead: 'Vil du bare ha dine egne vakter, bruker du Min kalender.',
  kind: 'Hva skal kalenderen vise?',
  duties: 'Vaktene i distriktet',
  dispatch: 'For legevaktsentralen: hvem som har vakt, og for hvilket område. Alltid med navn.',
  scope: 'Hvilke vakter?',
  all: 'Alle',
  line: (name: string, code: string) => (code === '' ? `Vaktlinje: ${name}` : `Vaktlinje: ${code} ${name}`),
  municipality: (name: string) => `Kommune: ${name}`,
  allDuties: 'alle vakter',
  showsDispatch: (scope: string) => `${scope}, for legevaktsentralen`,
  gone: 'noe som ikke lenger er med i distriktet',
  own: 'Dine lenker til distriktet',
  subscribers: (amount: number) => `Alle lenker til distriktet (${number(amount)})`,
  subscribersLead: 'Her er alle som har en lenke. Du kan slå av en lenke som ikke skal brukes mer.',
  subscribersNone: 'Ingen har laget lenke til distriktet ennå.',
  who: 'Hvem',
  role: 'Rolle',
  device: 'Lenken er til',
  shows: 'Viser',
  fetched: 'Sist hentet',
  neverFetched: 'aldri',
  noRole: 'Har ikke lenger noen rolle her',
  notOn: 'Får ingen vakter lenger',
  end: 'Slå av',
  endWarning: (label: string) =>
    `Lenken «${label}» slutter å vise vakter. Det kan ikke angres, men den som har den, kan lage en ny.`,
  endDo: 'Slå av lenken',
  endLabel: (label: string, who: string) => `Slå av lenken «${label}» til ${who}`,
}
