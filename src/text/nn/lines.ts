/** The pages of duty lines and their templates. */
export const title = 'Vaktlinjer'
export const lead =
  'Ei linje er éin tråd av dekning: heimevakt, tilstadevakt eller bakvakt. Linja seier kva vakter kvar dag har.'
export const none = 'Distriktet har ingen vaktlinjer enno.'
export const add = 'Ny vaktlinje'
export const change = 'Endre linja'
export const changeLabel = (name: string) => `Endre linja ${name}`
export const noDuties = 'Ingen vakter frå i dag'
export const now = 'gjeld no'
export const coming = 'kjem'
export const past = 'gjeld ikkje lenger'
export const behind = (names: string) => `Bakvakt for ${names}`
export const conditional = 'berre når den som har vakta, ikkje kan vere åleine'
export const window = (name: string, days: string, span: string) => `${name}: ${days} ${span}`
export const several = (amount: number) => `${amount} legar`
export const blocks = { week: 'same lege heile veka', weekend: 'same lege heile helga' }
export const nextDays = ['', 'dagen etter', 'to dagar etter', 'tre dagar etter']
export const ownDates = (amount: number) =>
  amount === 1 ? 'Éin dato har eigne vakter.' : `${amount} datoar har eigne vakter.`
export const ownDatesKept = 'Datoar med eigne vakter følgjer med. Dei blir endra i distriktsfila.'
export const pieces = (from: string, form: string) => `frå kl. ${from}: ${form}`

/** Days as a sentence names them; the form says which eves. */
export const days = {
  weekday: 'kvardagar',
  saturday: 'laurdagar',
  sunday: 'sundagar',
  'public-holiday': 'heilagdagar',
  eve: 'aftanar',
  'early-close': 'onsdag før påske',
  'bridge-day': 'inneklemde dagar',
  summer: 'kvardagar om sommaren',
}

export const form = {
  name: 'Namn på linja',
  nameHelp: 'Til dømes «Heimevakt» eller «Tilstadevakt kveld».',
  code: 'Forkorting',
  codeHelp: 'Eitt til tre teikn som står på tavla og i kalenderen.',
  place: 'Oppmøtestad',
  placeHelp:
    'Står i kalenderen til den som har vakta. Til dømes «Askvoll legesenter». Kan stå tom. Staden gjeld med ein gong for alle vakter i linja, også dei som er publiserte, uansett datoen i «Gjeld frå». Kalendrane følgjer med av seg sjølve, og ingen får melding om det.',
  kind: 'Slags vakt',
  kinds: {
    home: 'heimevakt: legen er tilgjengeleg heimanfrå',
    'on-site': 'tilstadevakt: legen er på legevakta',
    backup: 'bakvakt: legen støttar den som har vakt',
  },
  behind: 'Bakvakt for',
  behindHelp: 'Berre for bakvakt: kva linjer ho står bak.',
  conditional: 'Bakvakta trengst berre når den som har vakta, ikkje kan vere åleine',
  from: 'Gjeld frå',
  fromHelp: 'Det som har vore, og vakter som er publiserte, blir ståande.',
  windows: 'Vakter i linja',
  windowsHelp:
    'Kryss av kva dagar kvar vakt gjeld. Har linja inga vakt for ein heilagdag eller aftan, gjeld vaktene for den vanlege dagen.',
  window: (number: number) => `Vakt ${number}`,
  windowName: 'Namn på vakta',
  days: 'Dagar',
  dayKinds: {
    weekday: 'kvardagar',
    saturday: 'laurdagar',
    sunday: 'sundagar',
    'public-holiday': 'heilagdagar',
    eve: 'julaftan, nyttårsaftan, påske- og pinseaftan',
    'early-close': 'onsdag før påske',
    'bridge-day': 'inneklemde dagar',
    summer: 'kvardagar om sommaren',
  },
  onlyWeekdays: 'Berre nokre vekedagar',
  onlyWeekdaysHelp: 'Ingen kryss tyder alle vekedagane som passar med valet over.',
  start: 'Frå klokka',
  end: 'Til klokka',
  endDay: 'Sluttar',
  endDays: ['same dag', 'dagen etter', 'to dagar etter', 'tre dagar etter'],
  number: 'Kor mange legar samtidig',
  block: 'Høyrer saman',
  noBlock: 'kvar vakt for seg',
  switchAt: 'Skifter slags vakt klokka',
  switchHelp: 'Fyll ut når vakta til dømes er heimevakt til kl. 23 og tilstadevakt etter.',
  switchTo: 'Deretter',
  more: 'Meir om vakta',
  keptPieces:
    'Vakta er delt i fleire delar eller har eiga betalt tid. Det blir teke vare på så lenge klokkesletta er dei same.',
  addWindow: 'Legg til ei vakt',
  removeWindow: (number: number) => `Ta bort vakt ${number}`,
  look: 'Sjå vaktene',
  save: 'Lagre linja',
  published:
    'Vakter som alt er publiserte, blir ståande som dei er. Utkast får dei nye vaktene, og seier frå der det ikkje går opp.',
}

export const end = {
  title: 'Avslutt linja',
  lead: 'Linja lagar ingen vakter frå denne dagen. Vakter som er publiserte, blir ståande. Ei linje som aldri har hatt vakter, blir borte.',
  on: 'Første dag utan vakter',
  submit: 'Avslutt linja',
}
