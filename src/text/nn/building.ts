import { count, decimal, number } from './format.ts'

/** Sentences of building a rota: how it is asked for, how it goes, and what came of it. */
export const build = {
  title: 'Byggjer vaktlista',
  doneTitle: 'Vaktlista er bygd',
  keptTitle: 'Vaktlista er som før',
  failedTitle: 'Bygginga stoppa',
  discardedTitle: 'Bygginga er forkasta',
  waiting: 'Ventar på å byrje …',
  progress: 'Framdrift',
  part: (part: number) => `${number(Math.floor(100 * part))} % gjort`,
  left: (seconds: number) =>
    seconds < 60
      ? `under ${seconds <= 10 ? '10 sekund' : 'eitt minutt'} igjen`
      : `om lag ${count(Math.round(seconds / 60), 'minutt', 'minutt')} igjen`,
  figures: {
    open: 'Ledige vakter',
    cost: 'Poeng (færre er betre)',
    bound: 'Med det som står fast, kjem inga full liste under',
  },
  unknown: 'ikkje kjent enno',
  noneOpen: 'ingen',
  even: 'Så jamt er det',
  evenLead:
    'Avstanden til jamn fordeling for den som er lengst unna. Den jamne delen er her rekna av det kvar enkelt kan ta.',
  evenBeside: 'Tabellen lenger ned måler mot heile den avtalte delen.',
  now: 'No',
  least: 'Minst mogleg, så langt det er prova',
  leastOf: (now: string, least: string, nothing: string) =>
    now === least ? 'det er nådd' : least === nothing ? 'inga nedre grense er prova' : least,
  notWorkedOut: 'ikkje rekna ut',
  criteria: { hours: 'Timar i éi vaktform', nights: 'Netter', weekends: 'Helger', holidays: 'Heilagdagar' },
  stay: 'Sida oppdaterer seg sjølv. Du kan gå herifrå utan at bygginga stoppar.',
  stayHere: 'Vaktlista blir bygd i nettlesaren din. La sida stå open til ho er ferdig.',
  elsewhere: 'Vaktlista blir bygd i nettlesaren til den som starta bygginga.',
  noScript:
    'Denne bygginga skulle gått i nettlesaren, men han køyrer ikkje skript. La tenaren byggje i staden.',
  onServer: 'Bygg på tenaren i staden',
  stopAndKeep: 'Stopp og behald den beste',
  discard: 'Forkast',
  stopHint: 'Forkastar du bygginga, blir utkastet som det var.',
  full: 'Alle vakter har fått lege. Bygginga prøver å gjere lista jamnare.',
  polishing: 'Finpussar lista del for del. Du kan stoppe når som helst og behalde henne.',
  stopping: 'Stoppar …',
  handingOver: 'Ferdig. Tenaren ser over vaktlista og lagrar henne.',
  notHere: 'Nettlesaren fekk ikkje bygd vaktlista. La tenaren byggje i staden.',
  notTaken: 'Tenaren tok ikkje imot vaktlista. Utkastet er som før. Forkast bygginga, og prøv på nytt.',
  notReached: 'Tenaren svarer ikkje. Utkastet er som før. Last sida på nytt når du har nett igjen.',
  failed: 'Noko gjekk gale undervegs. Utkastet er som før. Prøv å byggje på nytt.',
  lost: 'Bygginga har stått stille ei stund. Nettlesaren vart kanskje lukka. Utkastet er som før, og du kan byggje på nytt.',
  discarded: 'Bygginga vart forkasta. Utkastet er som før.',
  see: 'Sjå vaktlista',
  back: 'Tilbake til utkastet',
  allHeld: 'Alle vakter har fått lege.',
  allHeldBut: 'Sjå over dette før du publiserer:',
  pastLines:
    'Nokon har meir vakt enn vanlege grenser. Distriktet har ikkje vedteke eigne, så det blir ikkje åtvara. Sjå kva det gjeld nedst på sida.',
  broken: (rules: string) => `Reglar som er brotne eller gir åtvaring: ${rules}.`,
  worstWeek: (name: string, duty: string, week: string) =>
    `Mest vakt på éi veke: ${name}, ${duty} i ${week}.`,
  worstPast: (line: string, isAdopted: boolean) =>
    isAdopted
      ? `Det er over grensa på ${line}.`
      : `Det er meir enn den vanlege grensa på ${line}. Distriktet har ikkje vedteke noka.`,
  open: (amount: number) => `${count(amount, 'vakt er', 'vakter er')} ledige, fordi ingen lege kan ta dei:`,
  openBeside: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} i utkastet er heilt eller delvis ledige. Bygginga fyller ikkje vakter som er låste, delte eller endra for hand undervegs.`,
  filled: 'Bygginga fylte berre dei ledige vaktene. Vakter som alt hadde lege, er som dei var.',
  rebuilt: 'Bygginga fordelte alle vakter på nytt, bortsett frå låste og delte.',
  rebuiltNear: 'Bygginga endra så få vakter som mogleg. Låste og delte vakter står.',
  formerKept: (former: number, built: number) =>
    `Lista du hadde, var betre (${number(former)} poeng mot ${number(built)}). Ingenting er endra.`,
  formerFull: (open: number) =>
    `Lista du hadde, var betre: Den nye hadde ${count(open, 'ledig vakt', 'ledige vakter')}. Ingenting er endra.`,
  cutShort: 'Bygginga vart stoppa før ho var ferdig. Den beste lista til då er behalden.',
  noReason: 'ingen lege stod igjen',
  reason: (doctors: number, why: string) => `${count(doctors, 'lege', 'legar')}: ${why}`,
  kept: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} vart endra for hand medan bygginga gjekk. Dei er som du sette dei.`,
  duties: (amount: number) => `(${count(amount, 'vakt', 'vakter')})`,
  more: (amount: number) => `og ${number(amount)} til`,
  pointsTitle: 'Poeng: kor mykje betre kan lista bli?',
  points: (cost: number) => `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Færre er betre.`,
  pointsProven: (cost: number, bound: number) =>
    `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Med dei vaktene og vektene som stod fast, kan inga full vaktliste ha færre enn ${number(bound)}.`,
  pointsNear: (cost: number, bound: number) =>
    `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Med dei vaktene og vektene som stod fast, kan inga full vaktliste ha færre enn ${number(bound)}. Ho er altså høgst ${percentAbove(cost, bound)} over den beste som er mogleg.`,
  best: (cost: number) =>
    `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Det er prova at inga full liste er betre med dei vaktene og vektene som stod fast.`,
  weights: 'Sjå kva som tel',
  undo: 'Angre heile bygginga',
  undoHint: 'Alle vaktene som bygginga sette, blir som dei var før.',
}

function percentAbove(cost: number, bound: number): string {
  return `${decimal(Math.ceil(((cost - bound) / bound) * 1000) / 10, 1)} %`
}

/** How a build is asked for. */
export const start = {
  effort: 'Kor lenge skal ho prøve?',
  efforts: {
    short: 'Kort: ei første liste',
    normal: 'Vanleg',
    long: 'Lenge: så god liste som mogleg, med finpuss til slutt',
  },
  options: 'Val for bygginga',
  cannot: 'Utkastet kan ikkje byggjast slik det står',
}

/** Why a build can't begin; what is wrong stands in each. */
export const faults = {
  noDoctors: 'Distriktet har ingen legar. Legg inn legar først.',
  noDuties: 'Vaktlinjene ber ikkje om vakter i perioden. Sjå over datoane og malane.',
  locks: (what: string) => `Låste vakter kan ikkje stå som dei gjer: ${what} Lås opp vakta, eller byt lege.`,
  weight: (name: string, value: number) =>
    `Vekta «${name}» er ${decimal(value, 3)}. Ei vekt må vere over 0. Endre henne i avtalen.`,
  budget: (iterations: number) =>
    `Talet på forsøk er ${decimal(iterations)}. Det må vere eit heilt tal over 0.`,
}
