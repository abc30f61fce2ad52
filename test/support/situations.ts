import { DUTIES } from './situations-duties.ts'
import { HISTORY } from './situations-history.ts'
import type { Situation } from './situations-parts.ts'
import { PEOPLE } from './situations-people.ts'

/** What the model must be able to say, each a test; kept word for word so that none is forgotten. */
export const SITUATION_NAMES = [
  'split at 20:00',
  'two municipalities and two forms in one year',
  'home till 23, on-site after',
  'backup shared by two districts',
  'a second standby at once by overlap class',
  'daytime duty 08–16 inside surgery hours',
  'half a weekend given away',
  'exemption claimed, withdrawn, claimed again',
  'published line by line',
  'the Wednesday before Easter from noon',
  'the Friday after Ascension',
  'Christmas Eve on a Friday',
  'paid 24 h, on site 8',
  'a group of two LIS1, one shadowing',
  'backup only when needed',
  'parental leave with unknown date',
  '50 % sick leave',
  'locum named three weeks before',
  'A→B→C',
  'relief late by 3 h',
  'a municipality in July only',
  'staggered 14–22 and 16–24 with 15 min handover',
  'a retired GP as locum',
  'a doctor with duties in two districts',
] as const

export type SituationName = (typeof SITUATION_NAMES)[number]

export const SITUATIONS: readonly Situation[] = [...DUTIES, ...PEOPLE, ...HISTORY]

/** @throws when nobody wrote it down. */
export function situationOf(name: string): Situation {
  const found = SITUATIONS.find((situation) => situation.name === name)
  if (!found) throw new Error(`no situation is called '${name}'`)
  return found
}
