import { count, hours, number, wholeHours } from './format.ts'

/** Load reports over time: pictures, what they say aloud, and the tables that say the same. */
export const lead =
  'Bileta viser heile veker for kommunen sine eigne legar, slik dei vart arbeidde. Ei veke der legen berre var kommunen sin eigen nokre av dagane, er ikkje med. Under kvart bilete står dei same tala i ein tabell.'
export const none =
  'Ingen av legane var kommunen sin eigen ei heil veke i perioden, så det er ingenting å teikne.'
export const sameAsTable = 'Sjå tala i ein tabell'

export const trend = {
  title: 'Timar per veke',
  picture: (weeks: number) => `Timar per veke i ${count(weeks, 'veke', 'veker')}, legane i kommunen samla`,
  total: (mean: string, least: string, most: string) =>
    `Samla arbeid: ${mean} i snitt, frå ${least} til ${most}`,
  duty: (mean: string, least: string, most: string) => `Vakt: ${mean} i snitt, frå ${least} til ${most}`,
  totalKey: 'Samla arbeid, snitt',
  dutyKey: 'Vakt, snitt',
  totalRangeKey: 'Samla arbeid, frå den som har minst til den som har mest',
  dutyRangeKey: 'Vakt, frå minst til mest',
  week: 'Veke',
  doctors: 'Legar',
  dutyMean: 'Vakt, snitt',
  dutyLeast: 'Vakt, minst',
  dutyMost: 'Vakt, mest',
  totalMean: 'Samla, snitt',
  totalLeast: 'Samla, minst',
  totalMost: 'Samla, mest',
  unknown: 'Utan kjend samla tid',
  note: 'Samla er kontortid, andre oppgåver og vakt, der timar som fell saman, blir talde éin gong. Snittet er av dei som har kjend samla tid.',
}

export const distribution = {
  title: 'Kor lange vekene er',
  lead: 'Talet over ei søyle er talet på veker, når kvar lege blir talt for seg.',
  picture: (weeks: number) => `${count(weeks, 'legeveke', 'legeveker')} fordelte etter samla arbeidstid`,
  most: (bin: string, weeks: number) => `Flest veker er ${bin}: ${number(weeks)}`,
  past: (weeks: number, limit: string) => `${count(weeks, 'veke', 'veker')} er over ${limit}`,
  bin: (from: number, to: number) => `${number(from / 60)}–${wholeHours(to)}`,
  hours: 'Samla arbeid i veka',
  weeks: 'Legeveker',
  part: 'Del',
  sum: 'Alle veker med kjend tid',
  axis: 'timar per veke',
  note: 'Ei legeveke er éin lege i éi veke. Veker på akkurat ei grense står i den øvste av dei to gruppene.',
  unknown: (weeks: number) =>
    `${count(weeks, 'legeveke', 'legeveker')} er ikkje med, fordi samla arbeidstid ikkje er kjend.`,
  none: 'Samla arbeidstid er ikkje kjend i noka veke. Oppgi kontortid på sidene til legane for å sjå fordelinga.',
}

export const limits = {
  cap: (limit: number) => `Grense: ${hours(limit)}`,
  line: (limit: number) => `Strek: ${hours(limit)}, ikkje vedteken`,
}

export const weekends = {
  title: 'Kor ofte helg',
  picture: (doctors: number) => `Helger med vakt for ${count(doctors, 'lege', 'legar')}`,
  ofAll: (worked: number, all: number) => `${number(worked)} av ${number(all)}`,
  doctor: 'Lege',
  worked: 'Helger med vakt',
  all: 'Helger i alt',
  often: 'Kor ofte',
  key: 'helg med vakt',
  restKey: 'helg utan',
}

export const heat = {
  title: 'Veke for veke',
  picture: (doctors: number, weeks: number) =>
    `Timar for ${count(doctors, 'lege', 'legar')} i ${count(weeks, 'veke', 'veker')}, éi rute for kvar veke`,
  ofTotal: 'Tala er samla arbeid i timar.',
  ofDuty: 'Tala er timar på vakt, for samla arbeid er ikkje kjent.',
  most: (name: string, week: string, amount: string) => `Mest: ${name} i ${week} med ${amount}`,
  under: (limit: number) => `under ${wholeHours(limit)}`,
  from: (limit: number) => `${wholeHours(limit)} eller meir`,
  between: (from: number, to: number) => `${number(from / 60)}–${wholeHours(to - 60)}`,
  unknown: '? ikkje kjent',
  away: 'blank: ikkje kommunen sin eigen',
  past: (limit: string) => `ramme: over ${limit}`,
  totals: 'Samla arbeid veke for veke',
  duties: 'Vakt veke for veke',
}

export const balance = {
  title: 'Mot rettferdig del',
  lead: 'Søyler til høgre tyder meir enn delen, til venstre mindre. Delen er lik for alle etter avtalt vekt, justert for det legen har med frå før.',
  picture: (doctors: number) => `Over eller under rettferdig del for ${count(doctors, 'lege', 'legar')}`,
  hours: 'Timar mot rettferdig del',
  counts: 'Netter, helger og heilagdagar mot rettferdig del',
  what: 'Kva',
  held: 'Halde',
  share: 'Del',
  difference: 'Over (+) eller under (−)',
  noDuties: 'Ingen vakter er publiserte i perioden, så det er ingenting å dele.',
  none: 'Andelen blir vist for kvartal, år og planperiodar, for legar som delte vaktene heile perioden. Han blir berre vist der nok andre legar i distriktet delte dei, så han ikkje røper når ein av dei var borte.',
  outside: (doctors: number) =>
    `${count(doctors, 'lege', 'legar')} er ikkje med: dei deltek ikkje i fordelinga, eller var ikkje kommunen sine eigne heile perioden.`,
}
