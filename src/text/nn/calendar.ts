import type { CalendarNames } from '../../core/rota/feed-choice.ts'
import { hours, number } from './format.ts'

export const mine = {
  title: 'Min kalender',
  lead: 'Få vaktene dine inn i kalenderen du alt bruker. Lag éi kalenderlenkje for kvar telefon, PC eller konto. Kalenderen hentar vaktene sjølv, også når noko er endra.',
  card: 'Vaktene i din eigen kalender',
  cardLead: 'Få vaktene inn på telefonen eller PC-en, eller last dei ned.',
  districts: 'Kalendrar for distrikt',
  districtsLead: 'Desse lenkjene har du laga på sidene til distrikta.',
}

export const link = {
  make: 'Lag ei kalenderlenkje',
  label: 'Kva er lenkja til?',
  labelHelp: 'Gi henne eit namn du kjenner att, til dømes «Min iPhone» eller «Outlook på jobben».',
  suggestions: [
    'Min iPhone',
    'Min Android-telefon',
    'Min Mac',
    'Google Kalender',
    'Outlook på jobben',
    'Outlook heime',
  ],
  options: 'Fleire val',
  optionsHelp: 'Vala kan endrast seinare utan ny lenkje.',
  backup: 'Vis kven som er bakvakt for meg',
  busyAtHome: 'Vis heimevakt og bakvakt som oppteke',
  busyAtHomeHelp: 'Vakt på legevakta blir alltid vist som oppteke.',
  months: 'Kor lenge står gamle vakter?',
  monthsBack: { 3: '3 månader', 12: '12 månader, så du kan sjekke løn og avspasering' },
  alarm: 'Varsel før vakta',
  noAlarm: 'Ikkje noko varsel',
  alarmBefore: (minutes: number) => `${hours(minutes)} før`,
  alarmHelp:
    'Google viser ikkje slike varsel. På iPhone må du la vere å krysse av for «Fjern varsler» når du legg til kalenderen.',
  create: 'Lag kalenderlenkje',
  change: 'Endre',
  changeLabel: (label: string) => `Endre lenkja «${label}»`,
  changeTitle: (label: string) => `Endre «${label}»`,
  changeLead: 'Lenkja er den same. Kalenderen viser endringa neste gong han hentar vaktene.',
  save: 'Lagre',
}

export const made = {
  title: (label: string) => `Kalenderlenkja til «${label}» er klar`,
  once: 'Lenkja blir berre vist no. Legg henne inn i kalenderen før du går vidare.',
  ownSecret: 'Alle som har lenkja, kan sjå vaktene dine. Ikkje send henne til nokon.',
  districtSecret: 'Lenkja er laga til deg. Ikkje send henne til nokon. Andre som treng henne, lagar si eiga.',
  here: 'På denne eininga',
  open: 'Opne i kalenderen',
  google: 'Opne i Google Kalender',
  openHelp:
    '«Opne i kalenderen» verkar på iPhone, iPad, Mac og Android med ICSx5. Bruker du noko anna, kopierer du adressa.',
  address: 'Adressa',
  copy: 'Kopier adressa',
  other: 'På ein telefon du har ved sida av deg',
  qr: 'Opne kameraet på telefonen, rett det mot koden og trykk på lenkja som kjem opp.',
  qrLabel: 'QR-kode som opnar kalenderlenkja. Feltet «Adressa» seier det same.',
  howIn: (program: string) => `Slik gjer du: ${program}`,
  how: 'Slik gjer du i din kalender',
  howOthers: 'Bruker du ein annan kalender?',
  subscribe:
    'Abonner på lenkja, slik stega seier. Ikkje last ned ei fil og importer henne som kalenderen din: importerte vakter endrar seg aldri.',
  twoOutlooks:
    'Det finst to slags Outlook. Bruker du nye Outlook, Outlook i nettlesaren eller Microsoft 365, følgjer du den første oppskrifta. Då hentar Microsoft kvar tredje time. Bruker du klassisk Outlook på PC, følgjer du den andre.',
  howLead: 'Vel kalenderen du bruker.',
  done: 'Ferdig',
}

export const again = {
  title: 'Lenkja er laga alt',
  said: (label: string) =>
    `Du har laga lenkja til «${label}» éin gong, og sida er send på nytt. Det er ikkje laga fleire lenkjer. Adressa vart vist éin gong, og kan ikkje visast igjen.`,
  anew: 'Fekk du ikkje lagt adressa inn i kalenderen, lagar du ei ny lenkje i staden for henne.',
  another: 'Lag ei anna kalenderlenkje',
}

export const guides = {
  iphone: {
    name: 'iPhone og iPad',
    asks: 'Hentar som regel kvar halve time.',
    steps: [
      'Er denne sida open på telefonen, trykkjer du «Opne i kalenderen».',
      'Er ho open på ein annan skjerm, rettar du kameraet på telefonen mot QR-koden.',
      'Trykk «Abonner», og så «Legg til» eller «Ferdig».',
      'Vil du ha varsel, lèt du vere å krysse av for «Fjern varsler».',
    ],
  },
  android: {
    name: 'Android-telefon',
    asks: 'Appen ICSx5 hentar ein gong i døgnet til du vel noko anna. Vel kvar time.',
    steps: [
      'Installer appen ICSx5. Han er laga av dei som lagar DAVx5.',
      'Trykk «Opne i kalenderen», eller rett kameraet mot QR-koden.',
      'Opnar ikkje ICSx5 seg, kopierer du adressa, trykkjer pluss-teiknet i ICSx5 og limer henne inn.',
      'Vel at kalenderen skal hentast kvar time.',
      'Vil du ikkje ha ein app til, følgjer du stega for Google Kalender på ein PC. Då kjem vaktene også på telefonen, men seinare.',
    ],
  },
  google: {
    name: 'Google Kalender',
    asks: 'Google hentar etter 4 til 24 timar. Ingen kan få det til å gå fortare.',
    steps: [
      'Bruk ein PC. Appen på telefonen kan ikkje leggje til ei slik lenkje.',
      'Trykk «Opne i Google Kalender», og så «Legg til».',
      'Går ikkje det, opnar du calendar.google.com, trykkjer pluss-teiknet ved «Andre kalendrar», vel «Frå nettadresse» og limer inn adressa.',
      'Kalenderen kjem på telefonen av seg sjølv. Ser du han ikkje, slår du på synkronisering av han i innstillingane i appen.',
    ],
  },
  mac: {
    name: 'Kalender på Mac',
    asks: 'Hentar så ofte du vel.',
    steps: [
      'Trykk «Opne i kalenderen», og så «Abonner».',
      'Går ikkje det, opnar du Kalender, vel Arkiv og Nytt kalenderabonnement, og limer inn adressa.',
      'Set «Oppdater automatisk» til kvart 15. minutt eller kvar time.',
      'Vel du iCloud som stad, kjem vaktene også på iPhone.',
    ],
  },
  outlook: {
    name: 'Outlook på PC (klassisk)',
    asks: 'Hentar kvar halve time mens Outlook er ope.',
    steps: [
      'Kopier adressa.',
      'Opne kalenderen i Outlook. Vel Legg til kalender og Frå Internett.',
      'Lim inn adressa, trykk OK og så Ja.',
    ],
  },
  outlookWeb: {
    name: 'Outlook på nett, nye Outlook og Microsoft 365',
    asks: 'Microsoft hentar kvar tredje time. Ingen kan få det til å gå fortare.',
    steps: [
      'Kopier adressa.',
      'Opne kalenderen i Outlook. Vel Legg til kalender og Abonner frå nettet.',
      'Lim inn adressa, gi kalenderen eit namn og trykk Importer.',
    ],
  },
  thunderbird: {
    name: 'Thunderbird på PC eller Mac',
    asks: 'Hentar kvar halve time mens Thunderbird er ope.',
    steps: [
      'Kopier adressa.',
      'Vel Fil, Ny, Kalender og så På nettverket.',
      'Lim inn adressa som plassering. La brukarnamnet stå tomt, og trykk Finn kalendrar.',
      'Trykk Abonner.',
    ],
  },
}

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

const habits: Readonly<Record<string, string>> = {
  google: 'Google hentar etter 4 til 24 timar.',
  microsoft: 'Outlook på nett hentar kvar tredje time.',
  outlook: 'Outlook på PC hentar kvar halve time mens det er ope.',
  ios: 'iPhone hentar som regel kvar halve time.',
  macos: 'Mac hentar så ofte som det er valt i Kalender.',
  thunderbird: 'Thunderbird hentar kvar halve time mens det er ope.',
  gnome: 'GNOME Kalender hentar mens han er open.',
  android: 'ICSx5 hentar så ofte som det er valt i appen.',
  nextcloud: 'Nextcloud hentar etter 2 timar eller meir.',
}

const copyIn = (program: string | null) => copies[program ?? ''] ?? 'Kopien'

export function age(minutes: number): string {
  if (minutes < 1) return 'under eitt minutt'
  return minutes < 48 * 60 ? hours(minutes) : `${number(Math.floor(minutes / 1440))} døgn`
}

const changed = (duties: number) => {
  if (duties === 0) return 'Noko anna er endra sidan då: val, namn eller stad.'
  return duties === 1 ? 'Éi vakt er endra sidan då.' : `${number(duties)} vakter er endra sidan då.`
}

export const devices = {
  title: 'Kalenderlenkjene dine',
  made: (when: string) => `Laga ${when}`,
  fetched: (when: string) => `Sist henta ${when}`,
  never: 'Lenkja er laga, men ingen kalender har henta henne enno.',
  upToDate: (program: string | null, minutes: number) =>
    `${copyIn(program)} er oppdatert. Han vart henta for ${age(minutes)} sidan.`,
  behind: (program: string | null, minutes: number, duties: number) =>
    `${copyIn(program)} er ${age(minutes)} gammal. ${changed(duties)}`,
  behindDistrict: (program: string | null, minutes: number) =>
    `${copyIn(program)} er ${age(minutes)} gammal. Noko er endra sidan då.`,
  habit: (program: string | null) => habits[program ?? ''] ?? '',
  silent: (minutes: number) =>
    `Ingen har henta lenkja på ${age(minutes)}. Sjå etter om kalenderen framleis er i bruk. Er han ikkje det, kan du slå av lenkja.`,
  off: 'Du har ikkje lenger tilgang til desse vaktene, så kalenderen er tom.',
  shows: 'Viser',
  ownDuties: 'vaktene dine',
  withBackup: 'kven som er bakvakt',
  homeBusy: 'heimevakt og bakvakt som oppteke',
  homeFree: 'heimevakt og bakvakt som ledig',
  yearBack: '12 månader tilbake',
  withAlarm: (minutes: number) => `varsel ${hours(minutes)} før`,
  more: (amount: number) => `og ${number(amount)} til`,
  gained: (when: string) => `Ny vakt: ${when}`,
  lost: (when: string) => `Ikkje lenger di: ${when}`,
  moved: (before: string, after: string) => `Flytta frå ${before} til ${after}`,
  altered: (when: string) => `Endra: ${when}`,
  replace: 'Lag ny lenkje',
  replaceWarning:
    'Den gamle lenkja sluttar å verke med ein gong, og det kan ikkje angrast. Namnet og vala følgjer med. Du må leggje den nye lenkja inn i kalenderen.',
  replaceDo: 'Lag ny lenkje og slå av den gamle',
  replaceLabel: (label: string) => `Lag ny lenkje til «${label}» og slå av den gamle`,
  revoke: 'Slå av',
  revokeWarning:
    'Vaktene blir borte frå kalenderen neste gong han hentar. Det kan ikkje angrast. Vil du ha vaktene tilbake, må du lage ei ny lenkje.',
  revokeDo: 'Slå av lenkja',
  revokeLabel: (label: string) => `Slå av lenkja «${label}»`,
}

export const files = {
  title: 'Utan lenkje: last ned vaktene',
  lead: 'Ei fil er ein kopi av vaktene slik dei er no. Ho endrar seg aldri, så ikkje importer henne i staden for å abonnere.',
  from: 'Frå og med',
  to: 'Til og med',
  download: 'Last ned',
  duty: 'Last ned til kalenderen',
  dutyLabel: (when: string) => `Last ned vakta ${when} til kalenderen`,
}

export const told = {
  title: 'Når ei vakt blir endra',
  lead: 'Kalendrar kan bruke timar på å få med seg ei endring. Derfor får du også e-post når ei vakt du har, blir endra. Startar vakta innan 48 timar, ber vi deg stadfeste at du har sett det. Gjer du ikkje det, kan vaktkoordinatoren ringje deg.',
  changes: 'Sjå endringar i vaktene dine',
  digest: 'Send meg ei oversikt over vaktene mine på e-post kvar måndag',
  save: 'Lagre valet',
}

const namesTold: Readonly<Record<CalendarNames, string>> = {
  names: 'Kalenderen viser namnet på den som har vakta.',
  initials: 'Kalenderen viser initialane til den som har vakta.',
  none: 'Kalenderen viser ikkje kven som har vakta.',
}

export const district = {
  title: 'Kalenderen til distriktet',
  link: 'Få vaktene inn i din eigen kalender',
  lead: (name: string) => `Få vaktene i ${name} inn i din eigen kalender. Kvar lenkje er personleg.`,
  names: namesTold,
  decided: 'Det er distriktet som bestemmer dette.',
  ownInstead: 'Vil du berre ha dine eigne vakter, bruker du Min kalender.',
  kind: 'Kva skal kalenderen vise?',
  duties: 'Vaktene i distriktet',
  dispatch: 'For legevaktsentralen: kven som har vakt, og for kva område. Alltid med namn.',
  scope: 'Kva vakter?',
  all: 'Alle',
  line: (name: string, code: string) => (code === '' ? `Vaktlinje: ${name}` : `Vaktlinje: ${code} ${name}`),
  municipality: (name: string) => `Kommune: ${name}`,
  allDuties: 'alle vakter',
  showsDispatch: (scope: string) => `${scope}, for legevaktsentralen`,
  gone: 'noko som ikkje lenger er med i distriktet',
  own: 'Lenkjene dine til distriktet',
  subscribers: (amount: number) => `Alle lenkjer til distriktet (${number(amount)})`,
  subscribersLead: 'Her er alle som har ei lenkje. Du kan slå av ei lenkje som ikkje skal brukast meir.',
  subscribersNone: 'Ingen har laga lenkje til distriktet enno.',
  who: 'Kven',
  role: 'Rolle',
  device: 'Lenkja er til',
  shows: 'Viser',
  fetched: 'Sist henta',
  neverFetched: 'aldri',
  noRole: 'Har ikkje lenger noka rolle her',
  notOn: 'Får ingen vakter lenger',
  end: 'Slå av',
  endWarning: (label: string) =>
    `Lenkja «${label}» sluttar å vise vakter. Det kan ikkje angrast, men den som har henne, kan lage ei ny.`,
  endDo: 'Slå av lenkja',
  endLabel: (label: string, who: string) => `Slå av lenkja «${label}» til ${who}`,
}
