import { count, decimal, number } from './format.ts'

/** Sentences of building a rota: how it is asked for, how it goes, and what came of it. */
export const build = {
  title: 'Bygger vaktlista',
  doneTitle: 'Vaktlista er bygd',
  keptTitle: 'Vaktlista er som før',
  failedTitle: 'Byggingen stoppet',
  discardedTitle: 'Byggingen er forkastet',
  waiting: 'Venter på å begynne …',
  progress: 'Framdrift',
  part: (part: number) => `${number(Math.floor(100 * part))} % gjort`,
  left: (seconds: number) =>
    seconds < 60
      ? `under ${seconds <= 10 ? '10 sekunder' : 'ett minutt'} igjen`
      : `om lag ${count(Math.round(seconds / 60), 'minutt', 'minutter')} igjen`,
  figures: {
    open: 'Ledige vakter',
    cost: 'Poeng (færre er bedre)',
    bound: 'Med det som står fast, kommer ingen full liste under',
  },
  unknown: 'ikke kjent ennå',
  noneOpen: 'ingen',
  even: 'Så jevnt er det',
  evenLead:
    'Avstanden til jevn fordeling for den som er lengst unna. Den jevne delen er her regnet av det hver enkelt kan ta.',
  evenBeside: 'Tabellen lenger ned måler mot hele den avtalte delen.',
  now: 'Nå',
  least: 'Minst mulig, så langt det er bevist',
  /** Both as they are said; a proof that reaches only to nothing is none. */
  leastOf: (now: string, least: string, nothing: string) =>
    now === least ? 'det er nådd' : least === nothing ? 'ingen nedre grense er bevist' : least,
  notWorkedOut: 'ikke regnet ut',
  criteria: { hours: 'Timer i én vaktform', nights: 'Netter', weekends: 'Helger', holidays: 'Helligdager' },
  stay: 'Siden oppdaterer seg selv. Du kan gå herfra uten at byggingen stopper.',
  stayHere: 'Vaktlista bygges i nettleseren din. La siden stå åpen til den er ferdig.',
  elsewhere: 'Vaktlista bygges i nettleseren til den som startet byggingen.',
  noScript:
    'Denne byggingen skulle gått i nettleseren, men den kjører ikke skript. La serveren bygge i stedet.',
  onServer: 'Bygg på serveren i stedet',
  stopAndKeep: 'Stopp og behold den beste',
  discard: 'Forkast',
  stopHint: 'Forkaster du byggingen, blir utkastet som det var.',
  full: 'Alle vakter har fått lege. Byggingen prøver å gjøre lista jevnere.',
  polishing: 'Finpusser lista del for del. Du kan stoppe når som helst og beholde den.',
  stopping: 'Stopper …',
  handingOver: 'Ferdig. Serveren ser over vaktlista og lagrer den.',
  notHere: 'Nettleseren fikk ikke bygd vaktlista. La serveren bygge i stedet.',
  notTaken: 'Serveren tok ikke imot vaktlista. Utkastet er som før. Forkast byggingen, og prøv på nytt.',
  notReached: 'Serveren svarer ikke. Utkastet er som før. Last siden på nytt når du har nett igjen.',
  failed: 'Noe gikk galt underveis. Utkastet er som før. Prøv å bygge på nytt.',
  lost: 'Byggingen har stått stille en stund. Nettleseren ble kanskje lukket. Utkastet er som før, og du kan bygge på nytt.',
  discarded: 'Byggingen ble forkastet. Utkastet er som før.',
  see: 'Se vaktlista',
  back: 'Tilbake til utkastet',
  allHeld: 'Alle vakter har fått lege.',
  allHeldBut: 'Se over dette før du publiserer:',
  pastLines:
    'Noen har mer vakt enn vanlige grenser. Distriktet har ikke vedtatt egne, så det blir ikke advart. Se hva det gjelder nederst på siden.',
  broken: (rules: string) => `Regler som er brutt eller gir advarsel: ${rules}.`,
  worstWeek: (name: string, duty: string, week: string) => `Mest vakt på én uke: ${name}, ${duty} i ${week}.`,
  worstPast: (line: string, isAdopted: boolean) =>
    isAdopted
      ? `Det er over grensen på ${line}.`
      : `Det er mer enn den vanlige grensen på ${line}. Distriktet har ikke vedtatt noen.`,
  open: (amount: number) => `${count(amount, 'vakt er', 'vakter er')} ledige, fordi ingen lege kan ta dem:`,
  openBeside: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} i utkastet er helt eller delvis ledige. Byggingen fyller ikke vakter som er låst, delt eller endret for hånd underveis.`,
  filled: 'Byggingen fylte bare de ledige vaktene. Vakter som alt hadde lege, er som de var.',
  rebuilt: 'Byggingen fordelte alle vakter på nytt, bortsett fra låste og delte.',
  rebuiltNear: 'Byggingen endret så få vakter som mulig. Låste og delte vakter står.',
  formerKept: (former: number, built: number) =>
    `Lista du hadde, var bedre (${number(former)} poeng mot ${number(built)}). Ingenting er endret.`,
  formerFull: (open: number) =>
    `Lista du hadde, var bedre: Den nye hadde ${count(open, 'ledig vakt', 'ledige vakter')}. Ingenting er endret.`,
  cutShort: 'Byggingen ble stoppet før den var ferdig. Den beste lista til da er beholdt.',
  noReason: 'ingen lege sto igjen',
  reason: (doctors: number, why: string) => `${count(doctors, 'lege', 'leger')}: ${why}`,
  kept: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} ble endret for hånd mens byggingen gikk. De er som du satte dem.`,
  duties: (amount: number) => `(${count(amount, 'vakt', 'vakter')})`,
  more: (amount: number) => `og ${number(amount)} til`,
  pointsTitle: 'Poeng: hvor mye bedre kan lista bli?',
  points: (cost: number) => `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Færre er bedre.`,
  pointsProven: (cost: number, bound: number) =>
    `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Med de vaktene og vektene som sto fast, kan ingen full vaktliste ha færre enn ${number(bound)}.`,
  pointsNear: (cost: number, bound: number) =>
    `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Med de vaktene og vektene som sto fast, kan ingen full vaktliste ha færre enn ${number(bound)}. Den er altså høyst ${percentAbove(cost, bound)} over den beste som er mulig.`,
  best: (cost: number) =>
    `Vaktlista har ${count(cost, 'poeng', 'poeng')}. Det er bevist at ingen full liste er bedre med de vaktene og vektene som sto fast.`,
  weights: 'Se hva som teller',
  undo: 'Angre hele byggingen',
  undoHint: 'Alle vaktene som byggingen satte, blir som de var før.',
}

function percentAbove(cost: number, bound: number): string {
  return `${decimal(Math.ceil(((cost - bound) / bound) * 1000) / 10, 1)} %`
}

/** How a build is asked for. */
export const start = {
  effort: 'Hvor lenge skal den prøve?',
  efforts: {
    short: 'Kort: en første liste',
    normal: 'Vanlig',
    long: 'Lenge: så god liste som mulig, med finpuss til slutt',
  },
  options: 'Valg for byggingen',
  cannot: 'Utkastet kan ikke bygges slik det står',
}

/** Why a build can't begin; what is wrong stands in each. */
export const faults = {
  noDoctors: 'Distriktet har ingen leger. Legg inn leger først.',
  noDuties: 'Vaktlinjene ber ikke om noen vakter i perioden. Se over datoene og malene.',
  locks: (what: string) => `Låste vakter kan ikke stå som de gjør: ${what} Lås opp vakta, eller bytt lege.`,
  weight: (name: string, value: number) =>
    `Vekten «${name}» er ${decimal(value, 3)}. En vekt må være over 0. Endre den i avtalen.`,
  budget: (iterations: number) => `Antall forsøk er ${decimal(iterations)}. Det må være et helt tall over 0.`,
}
