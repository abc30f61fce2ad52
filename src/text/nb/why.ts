import type { WeightName } from '../../core/rota/agreement.ts'
import { count, decimal, ended, hours, number } from './format.ts'

/** Sentences of the pages that explain why a duty is held by whom it is, by nobody, or cannot be held at all. */
export const link = 'Hvorfor er det slik?'

export const place = {
  title: (duty: string) => `Hvorfor: ${duty}`,
  lead: 'Regnet ut av planen slik den står nå. Hver lege er prøvd i vakta, mens alt annet står.',
  backToDuty: 'Tilbake til vakta',
  holder: (name: string) => `Hvorfor har ${name} vakta?`,
  shared: 'Vakta er delt. Under ser du hva det ville bety om én lege tok hele.',
  open: 'Hvorfor er vakta ledig?',
  onlyHolder: (name: string) => `${name} er den eneste som kan ha vakta uten at et krav brytes.`,
  cheapest: (name: string) => `${name} er den som gir best vaktliste av dem som kan ha vakta.`,
  better: (better: string, points: number, holder: string) =>
    `${better} ville gitt en litt bedre vaktliste enn ${holder}: ${count(points, 'poeng', 'poeng')} mindre.`,
  holderBreaks: (name: string) => `${name} har vakta selv om et krav brytes:`,
  others: (amount: number) => `${count(amount, 'annen', 'andre')} kan ta vakta`,
  can: (amount: number) => `${count(amount, 'lege', 'leger')} kan ta vakta nå`,
  canNobody: 'Ingen kan ta vakta slik planen står nå.',
  canHint: 'Velg lege i utkastet, eller bygg vaktlista igjen.',
  cannot: (amount: number) => `${count(amount, 'lege', 'leger')} kan ikke ta vakta`,
  reasons: (rule: string, amount: number) => `${rule}: ${count(amount, 'lege', 'leger')}`,
  more: 'Flere grunner',
  warnings: 'Det gir også varsel:',
  lessGood: (points: number) => `${count(points, 'poeng', 'poeng')} dårligere vaktliste enn nå`,
  asGood: 'like god vaktliste som nå',
  betterThanNow: (points: number) => `${count(points, 'poeng', 'poeng')} bedre vaktliste enn nå`,
  points: 'Poeng er det byggingen veier med. Færre er bedre.',
  mostly: (reason: string) =>
    `Mest på grunn av dette: ${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}.`,
  details: 'Slik er poengene regnet ut',
  against: 'Mot at vakta står ledig. Poeng med minus er en fordel.',
  outside: 'Er ikke med i fordelingen, så ingen jevn del er regnet ut.',
  moreOf: (points: number) => `+${number(points)}`,
  lessOf: (points: number) => `−${number(-points)}`,
}

/** How somebody lies against the even share without and with the duty. */
export const share = {
  hours: (without: number, withIt: number, target: number) =>
    `Timer: ${hours(without)} uten vakta, ${hours(withIt)} med. Jevn del er ${hours(target)}.`,
  nights: (without: number, withIt: number, target: number) =>
    `Netter: ${decimal(without)} uten vakta, ${decimal(withIt)} med. Jevn del er ${decimal(target, 1)}.`,
  weekends: (without: number, withIt: number, target: number) =>
    `Helger: ${decimal(without)} uten vakta, ${decimal(withIt)} med. Jevn del er ${decimal(target, 1)}.`,
  holidays: (without: number, withIt: number, target: number) =>
    `Helligdager: ${decimal(without)} uten vakta, ${decimal(withIt)} med. Jevn del er ${decimal(target, 1)}.`,
}

/** What a part of the price says, dearer and cheaper than with the place open. */
export const dearer: Readonly<Record<WeightName, string>> = {
  hours: 'Lenger fra jevn del av timene',
  nights: 'Lenger fra jevn del av nettene',
  weekends: 'Lenger fra jevn del av helgene',
  holidays: 'Lenger fra jevn del av helligdagene',
  overLimits: 'Lenger utenfor en grense eller strek',
  officeDays: 'Kontordag rett etter natt',
  leastDuties: 'Færre vakter enn avtalt',
  specialHolidays: 'Samme høytid igjen, eller flere høytider enn andre',
  wishes: 'Går mot et ønske',
  together: 'Deler en helg eller vaktuke på flere leger',
  spacing: 'Tettere mellom vaktene enn vanlig',
  wholeWeekends: 'Én helg til med vakt',
  idleBackups: 'Bakvakt uten behov',
  fewChanges: 'En annen lege enn før',
}

export const cheaper: Readonly<Record<WeightName, string>> = {
  hours: 'Nærmere jevn del av timene',
  nights: 'Nærmere jevn del av nettene',
  weekends: 'Nærmere jevn del av helgene',
  holidays: 'Nærmere jevn del av helligdagene',
  overLimits: 'Mindre utenfor grenser og streker',
  officeDays: 'Færre kontordager rett etter natt',
  leastDuties: 'Nærmere avtalt antall vakter',
  specialHolidays: 'Høytidene er jevnere delt',
  wishes: 'Følger et ønske',
  together: 'Holder en helg eller vaktuke samlet',
  spacing: 'Bedre avstand mellom vaktene',
  wholeWeekends: 'Én helg mindre med vakt',
  idleBackups: 'Bakvakta blir brukt',
  fewChanges: 'Samme lege som før',
}

/** Why a draft cannot be filled. */
export const clash = {
  title: 'Hvorfor går det ikke opp?',
  link: 'Hvorfor går det ikke opp?',
  lead: (amount: number) =>
    amount === 1
      ? 'Denne vakta kan ingen ha slik reglene og legene er nå:'
      : amount === 2
        ? 'Disse to vaktene kan ikke begge få lege:'
        : `Disse ${number(amount)} vaktene kan ikke alle få lege:`,
  grounds: 'Dette går ikke i hop',
  waysOut: 'Dette ville hjulpet',
  noWayOut: 'Vi fant ingen enkelt endring som gir full vaktliste. Det kan trengs flere på en gang.',
  tried: 'Hvert forslag er prøvd: Da kan alle de andre vaktene i utkastet få lege.',
  allNeeded:
    'Dette er nok til å stoppe det, og ingenting i lista kan tas bort. En lege kan ha flere hindre enn det som står her.',
  perhapsMore:
    'Dette er nok til å stoppe det. Noe i lista er kanskje med uten grunn: Vi rakk ikke å prøve alt.',
  able: (names: string) => `Leger som kan ha minst én av vaktene: ${names}.`,
  ableNobody: 'Hver lege har noe som hindrer dem, se under.',
  none: 'Alle vakter i utkastet kan få lege. Er noen ledige nå, kan du bygge vaktlista igjen.',
  undecided: 'Vi fant verken full vaktliste eller noe som beviser at den ikke finnes.',
  rules: {
    'one-at-a-time': 'Ingen kan ha to vakter på en gang.',
    rest: 'Etter tilstedevakt om natten skal legen ha fri.',
    backup: 'Den som ikke kan ha vakt alene, skal ha bakvakt.',
    quota: 'Noen leger har avtalt et høyeste antall vakter.',
    budget: 'Noen leger har et tak for uka.',
    window: 'Det er en grense for hvor mange vakter en lege kan ha på rad.',
    pairs: 'Noen vakter kan ikke ha samme lege.',
  },
  fact: (names: string, why: string) => `${names}: ${why}.`,
  facts: (amount: number, why: string) => `${count(amount, 'lege', 'leger')}: ${why}`,
  locked: (name: string, duty: string) => ended(`${name} er låst til ${duty}`),
  leaveOpen: (duties: string) => `La ${duties} stå ledig, eller finn vikar.`,
  ask: (name: string, duties: string) => `Spør ${name} om å ta ${duties}, utenom dagene legen har tilbudt.`,
  exceedQuota: (name: string, by: number) =>
    `La ${name} ta ${count(by, 'vakt', 'vakter')} mer enn avtalt, om legen sier ja.`,
  shorterRest: (name: string, before: string, after: string) =>
    `Godta kortere hvile for ${name} mellom vaktene ${before} og ${after}, hvis avtalen åpner for det.`,
  noBackup: (duty: string) => `Godta at ${duty} er uten bakvakt.`,
  unlock: (duty: string) => ended(`Lås opp ${duty}`),
}
