import { count, decimal } from './format.ts'

/** Lines about an outsider's case that no rota can fill. */
export const none = 'Full vaktliste finnes: den ble funnet da det ble lett etter noe som hindrer den.'
export const undecided = 'Uavgjort: verken full vaktliste eller bevis for at den ikke finnes.'
export const clash = (slots: readonly string[]) =>
  `Bevist umulig: ${count(slots.length, 'vakt', 'vakter')} kan ikke alle holdes: ${slots.join(', ')}. Imot står:`
export const irreducible =
  'Ingen av disse, vakt eller grunn, kan utelates fra beviset. Utveier, hver prøvd på hele vaktlisten:'
export const perhapsMore = 'Noe av dette kan kanskje utelates. Utveier, hver prøvd på hele vaktlisten:'
export const fact = (person: string, why: string) => `${person}: ${why}`
export const wayOut = (changes: readonly string[]) => changes.join('; ')

export const rules = {
  'one-at-a-time': 'én vakt om dagen',
  rest: 'hvile mellom vakter',
  backup: 'bakvakt bak den som ikke er spesialist',
  quota: 'avtalt høyeste antall vakter',
  budget: 'tak for uka',
  pairs: 'par av vakter som ikke kan ha samme lege',
} as const

export const changes = {
  'leave-open': (slot: string) => `la ${slot} stå ledig`,
  'no-backup': (slot: string) => `la ${slot} være uten bakvakt`,
  unlock: (slot: string) => `lås opp ${slot}`,
  'exceed-budget': (person: string, by: number, week: number) =>
    `la ${person} ha ${decimal(by / 10, 1)} t over taket i uke ${week + 1}`,
  'exceed-quota': (person: string, by: number) =>
    `la ${person} ta ${count(by, 'vakt', 'vakter')} over avtalt antall`,
  'exceed-window': (person: string, rule: string, first: number) =>
    `slipp ${person} fri fra «${rule}» fra enhet ${first + 1}`,
  'forget-fact': (person: string, why: string, from: string) =>
    `kutt «${why}» for ${person} i uka med ${from}`,
  'shorter-rest': (person: string, before: string, after: string) =>
    `godta kortere hvile for ${person} mellom ${before} og ${after}`,
} as const

export const legevaktFacts = ['fritatt', 'permisjon', 'ikke spesialist'] as const
export const legevaktWindows = [
  ['høyst så mange vaktdager på rad', 'avstand'],
  ['høyst så mange netter på sju dager'],
  ['ikke to helger på rad'],
] as const
