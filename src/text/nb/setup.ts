import { visible } from '../plain-text.ts'

const given = (value: string) => (value === '' ? '' : `: «${visible(value)}»`)

/** What is wrong with one field of a set-up screen, with what was given and what it is held against. */
export const faults = {
  'initials-taken': (value: string, [holder = '', free = '']: readonly string[] = []) =>
    `Initialene «${visible(value)}» er brukt av ${visible(holder)}. Ledig: ${visible(free)}`,
  'not-a-member': (value: string) => `Kommunen er ikke med i distriktet${given(value)}`,
  'no-duties': () => 'Linja må ha minst én vakt. Kryss av hvilke dager vakta gjelder',
  'over-own-line': (value: string, [other = '']: readonly string[] = []) =>
    `Vakta ${visible(value)} går inn i vakta ${visible(other)} på samme linje. De kan overlappe høyst 15 minutter`,
  'behind-itself': () => 'En linje kan ikke være bakvakt for seg selv',
  'later-change': (value: string) =>
    `Det er alt lagt inn en endring som gjelder fra ${visible(value)}. Angre den først, eller velg en senere dato`,
}
