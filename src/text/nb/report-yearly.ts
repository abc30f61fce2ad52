import type { CompetenceException } from '../../core/rota/competence.ts'
import { count, dateOnly, list, number } from './format.ts'

/** Load reports by calendar year: what the law asks for, grants, and a draft of the yearly statement. */
export const title = (year: number) => `Årlig rapportering for ${year}`

export const exceptions = {
  title: 'Dager på unntak fra kompetansekravet',
  doctor: 'Lege',
  exception: 'Unntak',
  days: 'Dager med vakt',
  limit: 'Grense i dager',
  left: 'Igjen',
  names: {
    'one-year': 'inntil ett år i alt',
    'four-months': 'inntil 4 måneder i kalenderåret',
    'six-months-on-duty': 'inntil 6 måneder i kalenderåret på legevakt',
  } satisfies Record<CompetenceException, string>,
  none: 'Ingen av kommunens leger arbeidet på unntak dette året.',
  deadline: (date: string) =>
    `Kommunen melder fra til statsforvalteren om bruken innen ${dateOnly(date)} (kompetanseforskriften § 4).`,
  noDeadline:
    'Meldeplikten etter kompetanseforskriften § 4 gjelder til og med fristen 31. mars 2029. For dette året er den ikke kjent.',
  how: 'En dag er en dato med vakt, så en natt over midnatt er to dager. Kontordager er ikke med, fordi distriktet bare kjenner vaktene. Forskriften teller arbeidsdager.',
  noLimit:
    'Distriktet har ikke vedtatt hvor mange dager en måned er, så grensen kan ikke regnes i dager. Det legges inn i avtalen.',
  oneYear: 'Grensen på ett år gjelder alle årene samlet. Her telles bare dette året.',
  service: 'Leger som bare er ansatt i legevakttjenesten, er ikke kommunens egne og er ikke med.',
}

export const coming = {
  title: (age: number) => `Fastleger som fyller ${number(age)}`,
  doctor: 'Lege',
  on: 'Fyller',
  none: 'Ingen av kommunens fastleger når alderen for fritak dette året.',
  how: 'Fra fødselsdagen kan legen kreve fritak fra legevakt (fastlegeforskriften § 33). Ingenting skjer før legen krever det.',
  unknown: (doctors: number) =>
    `Fødselsdatoen mangler for ${count(doctors, 'lege', 'leger')}, så ${doctors === 1 ? 'den' : 'de'} kan ikke være med her.`,
  closed: 'Du har ikke tilgang til å se hvem som snart når alderen for fritak.',
}

export const grants = {
  title: 'Tilskudd til legevakt i små kommuner',
  year: 'År',
  criteria: 'Vilkår',
  population: 'Innbyggere',
  centrality: 'Sentralitet',
  meets: 'Innenfor vilkårene',
  certainty: 'Kilde',
  yes: 'ja',
  no: 'nei',
  below: (population: number) => `under ${number(population)} innbyggere`,
  classes: (classes: readonly string[]) => `sentralitet ${list(classes)}`,
  noCriteria: 'ikke kjent',
  noPopulation: 'innbyggertall ikke kjent',
  noCentrality: 'sentralitet ikke kjent',
  certainties: {
    unverified: 'ikke kontrollert',
    none: 'ikke funnet',
    district: (source: string) => `lagt inn av distriktet (${source})`,
  },
  how: 'Innbyggertall og sentralitet er de som er lagt inn for 1. januar det året.',
  unverified:
    '«Ikke kontrollert» betyr at vilkårene er lest i omtaler, ikke i utlysningen. Se utlysningen hos Helsedirektoratet før dere søker.',
  later:
    'Vilkårene for 2025 og senere er ikke funnet. Distriktet kan legge dem inn i avtalen når de er kjent.',
}

export const statement = {
  title: 'Utkast til årsmeldingen',
  lead: 'Merk teksten og kopier den. Tallene er hentet fra tabellene i rapporten. Les gjennom før dere sender den.',
  heading: (municipality: string, district: string, year: number) =>
    `Legevakt i ${municipality} (${district}), ${year}`,
  share: (duties: string, hours: string, share: string) =>
    `Kommunen bar ${duties} vakter, ${hours} i alt, slik vaktene ble. Det er ${share} av den vektede vakta i distriktet.`,
  key: (share: string) => `Fordelingsnøkkelen gir kommunen ${share}.`,
  noKey: 'Distriktet har ikke en fordelingsnøkkel for hele året.',
  forms: (parts: readonly string[]) => `Timene fordeler seg på ${list(parts)}.`,
  noDuties: 'Ingen vakter er ført på kommunen dette året.',
  open: (duties: string, hours: string) => `I distriktet sto ${duties} vakter (${hours}) uten lege.`,
  notPublished: 'Ingen vakter er publisert i distriktet dette året.',
  comingNone: 'Ingen av kommunens fastleger når alderen for fritak fra legevakt dette året.',
  noneOpen: 'Ingen vakter i distriktet sto uten lege.',
  exceptions: (doctors: number, days: number) =>
    `${count(doctors, 'lege', 'leger')} arbeidet på unntak fra kompetansekravet, ${count(days, 'dag', 'dager')} med vakt i alt.`,
  noExceptions: 'Ingen av kommunens leger arbeidet på unntak fra kompetansekravet.',
  coming: (doctors: number) =>
    `${count(doctors, 'fastlege når', 'fastleger når')} alderen for fritak fra legevakt dette året.`,
  unfinished: 'Året er ikke slutt. Tallene er foreløpige.',
  gaps: 'Ikke med i tallene: tid på legekontor og andre oppgaver, og vakter i andre distrikter.',
}
