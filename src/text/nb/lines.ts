/** The pages of duty lines and their templates. */
export const title = 'Vaktlinjer'
export const lead =
  'En linje er én tråd av dekning: hjemmevakt, tilstedevakt eller bakvakt. Linja sier hvilke vakter hver dag har.'
export const none = 'Distriktet har ingen vaktlinjer ennå.'
export const add = 'Ny vaktlinje'
export const change = 'Endre linja'
export const changeLabel = (name: string) => `Endre linja ${name}`
export const noDuties = 'Ingen vakter fra i dag'
export const now = 'gjelder nå'
export const coming = 'kommer'
export const past = 'gjelder ikke lenger'
export const behind = (names: string) => `Bakvakt for ${names}`
export const conditional = 'bare når den som har vakta, ikke kan være alene'
export const window = (name: string, days: string, span: string) => `${name}: ${days} ${span}`
export const several = (amount: number) => `${amount} leger`
export const blocks = { week: 'samme lege hele uka', weekend: 'samme lege hele helga' }
export const nextDays = ['', 'dagen etter', 'to dager etter', 'tre dager etter']
export const ownDates = (amount: number) =>
  amount === 1 ? 'Én dato har egne vakter.' : `${amount} datoer har egne vakter.`
export const ownDatesKept = 'Datoer med egne vakter følger med. De endres i distriktsfila.'
export const pieces = (from: string, form: string) => `fra kl. ${from}: ${form}`

/** Days as a sentence names them; the form says which eves. */
export const days = {
  weekday: 'hverdager',
  saturday: 'lørdager',
  sunday: 'søndager',
  'public-holiday': 'helligdager',
  eve: 'aftener',
  'early-close': 'onsdag før påske',
  'bridge-day': 'inneklemte dager',
  summer: 'hverdager om sommeren',
}

export const form = {
  name: 'Navn på linja',
  nameHelp: 'For eksempel «Hjemmevakt» eller «Tilstedevakt kveld».',
  code: 'Forkortelse',
  codeHelp: 'Ett til tre tegn som står på tavla og i kalenderen.',
  place: 'Oppmøtested',
  placeHelp:
    'Står i kalenderen til den som har vakta. For eksempel «Askvoll legesenter». Kan være tomt. Stedet gjelder med en gang for alle vakter i linja, også dem som er publisert, uansett datoen i «Gjelder fra». Kalenderne følger med av seg selv, og ingen får melding om det.',
  kind: 'Slags vakt',
  kinds: {
    home: 'hjemmevakt: legen er tilgjengelig hjemmefra',
    'on-site': 'tilstedevakt: legen er på legevakta',
    backup: 'bakvakt: legen støtter den som har vakt',
  },
  behind: 'Bakvakt for',
  behindHelp: 'Bare for bakvakt: hvilke linjer den står bak.',
  conditional: 'Bakvakta trengs bare når den som har vakta, ikke kan være alene',
  from: 'Gjelder fra',
  fromHelp: 'Det som har vært, og vakter som er publisert, blir stående.',
  windows: 'Vakter i linja',
  windowsHelp:
    'Kryss av hvilke dager hver vakt gjelder. Har linja ingen vakt for en helligdag eller aften, gjelder vaktene for den vanlige dagen.',
  window: (number: number) => `Vakt ${number}`,
  windowName: 'Navn på vakta',
  days: 'Dager',
  dayKinds: {
    weekday: 'hverdager',
    saturday: 'lørdager',
    sunday: 'søndager',
    'public-holiday': 'helligdager',
    eve: 'julaften, nyttårsaften, påske- og pinseaften',
    'early-close': 'onsdag før påske',
    'bridge-day': 'inneklemte dager',
    summer: 'hverdager om sommeren',
  },
  onlyWeekdays: 'Bare noen ukedager',
  onlyWeekdaysHelp: 'Ingen kryss betyr alle ukedagene som passer med valget over.',
  start: 'Fra klokka',
  end: 'Til klokka',
  endDay: 'Slutter',
  endDays: ['samme dag', 'dagen etter', 'to dager etter', 'tre dager etter'],
  number: 'Antall leger samtidig',
  block: 'Hører sammen',
  noBlock: 'hver vakt for seg',
  switchAt: 'Skifter slags vakt klokka',
  switchHelp: 'Fyll ut når vakta for eksempel er hjemmevakt til kl. 23 og tilstedevakt etter.',
  switchTo: 'Deretter',
  more: 'Mer om vakta',
  keptPieces:
    'Vakta er delt i flere deler eller har egen betalt tid. Det beholdes så lenge klokkeslettene er de samme.',
  addWindow: 'Legg til en vakt',
  removeWindow: (number: number) => `Ta bort vakt ${number}`,
  look: 'Se vaktene',
  save: 'Lagre linja',
  published:
    'Vakter som alt er publisert, blir stående som de er. Utkast får de nye vaktene, og sier fra der det ikke går opp.',
}

export const end = {
  title: 'Avslutt linja',
  lead: 'Linja lager ingen vakter fra denne dagen. Vakter som er publisert, blir stående. En linje som aldri har hatt vakter, blir borte.',
  on: 'Første dag uten vakter',
  submit: 'Avslutt linja',
}
