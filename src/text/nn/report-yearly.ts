import type { CompetenceException } from '../../core/rota/competence.ts'
import { count, dateOnly, list, number } from './format.ts'

/** Load reports by calendar year: what the law asks for, grants, and a draft of the yearly statement. */
export const title = (year: number) => `Årleg rapportering for ${year}`

export const exceptions = {
  title: 'Dagar på unntak frå kompetansekravet',
  doctor: 'Lege',
  exception: 'Unntak',
  days: 'Dagar med vakt',
  limit: 'Grense i dagar',
  left: 'Att',
  names: {
    'one-year': 'inntil eitt år i alt',
    'four-months': 'inntil 4 månader i kalenderåret',
    'six-months-on-duty': 'inntil 6 månader i kalenderåret på legevakt',
  } satisfies Record<CompetenceException, string>,
  none: 'Ingen av legane til kommunen arbeidde på unntak dette året.',
  deadline: (date: string) =>
    `Kommunen melder frå til statsforvaltaren om bruken innan ${dateOnly(date)} (kompetanseforskrifta § 4).`,
  noDeadline:
    'Meldeplikta etter kompetanseforskrifta § 4 gjeld til og med fristen 31. mars 2029. For dette året er ho ikkje kjend.',
  how: 'Ein dag er ein dato med vakt, så ei natt over midnatt er to dagar. Kontordagar er ikkje med, fordi distriktet berre kjenner vaktene. Forskrifta tel arbeidsdagar.',
  noLimit:
    'Distriktet har ikkje vedteke kor mange dagar ein månad er, så grensa kan ikkje reknast i dagar. Det blir lagt inn i avtalen.',
  oneYear: 'Grensa på eitt år gjeld alle åra samla. Her blir berre dette året talt.',
  service: 'Legar som berre er tilsette i legevakttenesta, er ikkje kommunens eigne og er ikkje med.',
}

export const coming = {
  title: (age: number) => `Fastlegar som fyller ${number(age)}`,
  doctor: 'Lege',
  on: 'Fyller',
  none: 'Ingen av fastlegane til kommunen når alderen for fritak dette året.',
  how: 'Frå fødselsdagen kan legen krevje fritak frå legevakt (fastlegeforskrifta § 33). Ingenting skjer før legen krev det.',
  unknown: (doctors: number) =>
    `Fødselsdatoen manglar for ${count(doctors, 'lege', 'legar')}, så ${doctors === 1 ? 'den' : 'dei'} kan ikkje vere med her.`,
  closed: 'Du har ikkje tilgang til å sjå kven som snart når alderen for fritak.',
}

export const grants = {
  title: 'Tilskot til legevakt i små kommunar',
  year: 'År',
  criteria: 'Vilkår',
  population: 'Innbyggjarar',
  centrality: 'Sentralitet',
  meets: 'Innanfor vilkåra',
  certainty: 'Kjelde',
  yes: 'ja',
  no: 'nei',
  below: (population: number) => `under ${number(population)} innbyggjarar`,
  classes: (classes: readonly string[]) => `sentralitet ${list(classes)}`,
  noCriteria: 'ikkje kjent',
  noPopulation: 'innbyggjartal ikkje kjent',
  noCentrality: 'sentralitet ikkje kjend',
  certainties: {
    unverified: 'ikkje kontrollert',
    none: 'ikkje funne',
    district: (source: string) => `lagt inn av distriktet (${source})`,
  },
  how: 'Innbyggjartal og sentralitet er dei som er lagde inn for 1. januar det året.',
  unverified:
    '«Ikkje kontrollert» vil seie at vilkåra er lesne i omtalar, ikkje i utlysinga. Sjå utlysinga hos Helsedirektoratet før de søkjer.',
  later:
    'Vilkåra for 2025 og seinare er ikkje funne. Distriktet kan leggje dei inn i avtalen når dei er kjende.',
}

export const statement = {
  title: 'Utkast til årsmeldinga',
  lead: 'Merk teksten og kopier han. Tala er henta frå tabellane i rapporten. Les gjennom før de sender han.',
  heading: (municipality: string, district: string, year: number) =>
    `Legevakt i ${municipality} (${district}), ${year}`,
  share: (duties: string, hours: string, share: string) =>
    `Kommunen bar ${duties} vakter, ${hours} i alt, slik vaktene vart. Det er ${share} av den vekta vakta i distriktet.`,
  key: (share: string) => `Fordelingsnøkkelen gir kommunen ${share}.`,
  noKey: 'Distriktet har ikkje ein fordelingsnøkkel for heile året.',
  forms: (parts: readonly string[]) => `Timane fordeler seg på ${list(parts)}.`,
  noDuties: 'Ingen vakter er førte på kommunen dette året.',
  open: (duties: string, hours: string) => `I distriktet stod ${duties} vakter (${hours}) utan lege.`,
  notPublished: 'Ingen vakter er publiserte i distriktet dette året.',
  comingNone: 'Ingen av fastlegane til kommunen når alderen for fritak frå legevakt dette året.',
  noneOpen: 'Ingen vakter i distriktet stod utan lege.',
  exceptions: (doctors: number, days: number) =>
    `${count(doctors, 'lege', 'legar')} arbeidde på unntak frå kompetansekravet, ${count(days, 'dag', 'dagar')} med vakt i alt.`,
  noExceptions: 'Ingen av legane til kommunen arbeidde på unntak frå kompetansekravet.',
  coming: (doctors: number) =>
    `${count(doctors, 'fastlege når', 'fastlegar når')} alderen for fritak frå legevakt dette året.`,
  unfinished: 'Året er ikkje slutt. Tala er førebelse.',
  gaps: 'Ikkje med i tala: tid på legekontor og andre oppgåver, og vakter i andre distrikt.',
}
