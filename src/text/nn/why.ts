import type { WeightName } from '../../core/rota/agreement.ts'
import { count, decimal, ended, hours, number } from './format.ts'

/** Sentences of the pages that explain why a duty is held by whom it is, by nobody, or cannot be held at all. */
export const link = 'Kvifor er det slik?'

export const place = {
  title: (duty: string) => `Kvifor: ${duty}`,
  lead: 'Rekna ut av planen slik han står no. Kvar lege er prøvd i vakta, medan alt anna står.',
  backToDuty: 'Tilbake til vakta',
  holder: (name: string) => `Kvifor har ${name} vakta?`,
  shared: 'Vakta er delt. Under ser du kva det ville bety om éin lege tok heile.',
  open: 'Kvifor er vakta ledig?',
  onlyHolder: (name: string) => `${name} er den einaste som kan ha vakta utan at eit krav blir brote.`,
  cheapest: (name: string) => `${name} er den som gir best vaktliste av dei som kan ha vakta.`,
  better: (better: string, points: number, holder: string) =>
    `${better} ville gitt ei litt betre vaktliste enn ${holder}: ${count(points, 'poeng', 'poeng')} mindre.`,
  holderBreaks: (name: string) => `${name} har vakta sjølv om eit krav blir brote:`,
  others: (amount: number) => `${count(amount, 'annan', 'andre')} kan ta vakta`,
  can: (amount: number) => `${count(amount, 'lege', 'legar')} kan ta vakta no`,
  canNobody: 'Ingen kan ta vakta slik planen står no.',
  canHint: 'Vel lege i utkastet, eller bygg vaktlista igjen.',
  cannot: (amount: number) => `${count(amount, 'lege', 'legar')} kan ikkje ta vakta`,
  reasons: (rule: string, amount: number) => `${rule}: ${count(amount, 'lege', 'legar')}`,
  more: 'Fleire grunnar',
  warnings: 'Det gir også varsel:',
  lessGood: (points: number) => `${count(points, 'poeng', 'poeng')} dårlegare vaktliste enn no`,
  asGood: 'like god vaktliste som no',
  betterThanNow: (points: number) => `${count(points, 'poeng', 'poeng')} betre vaktliste enn no`,
  points: 'Poeng er det bygginga veg med. Færre er betre.',
  mostly: (reason: string) =>
    `Mest på grunn av dette: ${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}.`,
  details: 'Slik er poenga rekna ut',
  against: 'Mot at vakta står ledig. Poeng med minus er ein fordel.',
  outside: 'Er ikkje med i fordelinga, så ingen jamn del er rekna ut.',
  moreOf: (points: number) => `+${number(points)}`,
  lessOf: (points: number) => `−${number(-points)}`,
}

/** How somebody lies against the even share without and with the duty. */
export const share = {
  hours: (without: number, withIt: number, target: number) =>
    `Timar: ${hours(without)} utan vakta, ${hours(withIt)} med. Jamn del er ${hours(target)}.`,
  nights: (without: number, withIt: number, target: number) =>
    `Netter: ${decimal(without)} utan vakta, ${decimal(withIt)} med. Jamn del er ${decimal(target, 1)}.`,
  weekends: (without: number, withIt: number, target: number) =>
    `Helger: ${decimal(without)} utan vakta, ${decimal(withIt)} med. Jamn del er ${decimal(target, 1)}.`,
  holidays: (without: number, withIt: number, target: number) =>
    `Heilagdagar: ${decimal(without)} utan vakta, ${decimal(withIt)} med. Jamn del er ${decimal(target, 1)}.`,
}

/** What a part of the price says, dearer and cheaper than with the place open. */
export const dearer: Readonly<Record<WeightName, string>> = {
  hours: 'Lenger frå jamn del av timane',
  nights: 'Lenger frå jamn del av nettene',
  weekends: 'Lenger frå jamn del av helgene',
  holidays: 'Lenger frå jamn del av heilagdagane',
  overLimits: 'Lenger utanfor ei grense eller ein strek',
  officeDays: 'Kontordag rett etter natt',
  leastDuties: 'Færre vakter enn avtalt',
  specialHolidays: 'Same høgtid igjen, eller fleire høgtider enn andre',
  wishes: 'Går mot eit ønske',
  together: 'Deler ei helg eller vaktveke på fleire legar',
  spacing: 'Tettare mellom vaktene enn vanleg',
  wholeWeekends: 'Éi helg til med vakt',
  idleBackups: 'Bakvakt utan behov',
  fewChanges: 'Ein annan lege enn før',
}

export const cheaper: Readonly<Record<WeightName, string>> = {
  hours: 'Nærare jamn del av timane',
  nights: 'Nærare jamn del av nettene',
  weekends: 'Nærare jamn del av helgene',
  holidays: 'Nærare jamn del av heilagdagane',
  overLimits: 'Mindre utanfor grenser og strekar',
  officeDays: 'Færre kontordagar rett etter natt',
  leastDuties: 'Nærare avtalt tal på vakter',
  specialHolidays: 'Høgtidene er jamnare delte',
  wishes: 'Følgjer eit ønske',
  together: 'Held ei helg eller vaktveke samla',
  spacing: 'Betre avstand mellom vaktene',
  wholeWeekends: 'Éi helg mindre med vakt',
  idleBackups: 'Bakvakta blir brukt',
  fewChanges: 'Same lege som før',
}

/** Why a draft cannot be filled. */
export const clash = {
  title: 'Kvifor går det ikkje opp?',
  link: 'Kvifor går det ikkje opp?',
  lead: (amount: number) =>
    amount === 1
      ? 'Denne vakta kan ingen ha slik reglane og legane er no:'
      : amount === 2
        ? 'Desse to vaktene kan ikkje begge få lege:'
        : `Desse ${number(amount)} vaktene kan ikkje alle få lege:`,
  grounds: 'Dette går ikkje i hop',
  waysOut: 'Dette ville hjelpt',
  noWayOut: 'Vi fann inga enkel endring som gir full vaktliste. Det kan trengast fleire på ein gong.',
  tried: 'Kvart framlegg er prøvd: Då kan alle dei andre vaktene i utkastet få lege.',
  allNeeded:
    'Dette er nok til å stoppe det, og ingenting i lista kan takast bort. Ein lege kan ha fleire hinder enn det som står her.',
  perhapsMore:
    'Dette er nok til å stoppe det. Noko i lista er kanskje med utan grunn: Vi rakk ikkje å prøve alt.',
  able: (names: string) => `Legar som kan ha minst éi av vaktene: ${names}.`,
  ableNobody: 'Kvar lege har noko som hindrar dei, sjå under.',
  none: 'Alle vakter i utkastet kan få lege. Er nokre ledige no, kan du byggje vaktlista igjen.',
  undecided: 'Vi fann verken full vaktliste eller noko som provar at ho ikkje finst.',
  rules: {
    'one-at-a-time': 'Ingen kan ha to vakter på ein gong.',
    rest: 'Etter tilstadevakt om natta skal legen ha fri.',
    backup: 'Den som ikkje kan ha vakt åleine, skal ha bakvakt.',
    quota: 'Nokre legar har avtalt eit høgste tal på vakter.',
    budget: 'Nokre legar har eit tak for veka.',
    window: 'Det er ei grense for kor mange vakter ein lege kan ha på rad.',
    pairs: 'Nokre vakter kan ikkje ha same lege.',
  },
  fact: (names: string, why: string) => `${names}: ${why}.`,
  facts: (amount: number, why: string) => `${count(amount, 'lege', 'legar')}: ${why}`,
  locked: (name: string, duty: string) => ended(`${name} er låst til ${duty}`),
  leaveOpen: (duties: string) => `La ${duties} stå ledig, eller finn vikar.`,
  ask: (name: string, duties: string) => `Spør ${name} om å ta ${duties}, utanom dagane legen har tilbode.`,
  exceedQuota: (name: string, by: number) =>
    `La ${name} ta ${count(by, 'vakt', 'vakter')} meir enn avtalt, om legen seier ja.`,
  shorterRest: (name: string, before: string, after: string) =>
    `Godta kortare kvile for ${name} mellom vaktene ${before} og ${after}, dersom avtalen opnar for det.`,
  noBackup: (duty: string) => `Godta at ${duty} er utan bakvakt.`,
  unlock: (duty: string) => ended(`Lås opp ${duty}`),
}
