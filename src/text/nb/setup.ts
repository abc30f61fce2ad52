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
  'code-taken': (value: string, [holder = '']: readonly string[] = []) =>
    `Forkortelsen «${visible(value)}» er brukt av linja ${visible(holder)}`,
  'stands-behind': (value: string) =>
    `${visible(value)} er bakvakt bare for denne linja. Avslutt den linja først, eller la den stå bak en annen`,
  'form-published': () =>
    'Linja har publiserte vakter, og da kan ikke slags vakt endres. Avslutt linja, og lag en ny fra den dagen',
  'unknown-municipality': (value: string) =>
    `Ingen kommune i Norge heter dette${given(value)}. Skriv navnet slik det står i lista, eller kommunenummeret`,
  'many-municipalities': (value: string, numbers: readonly string[] = []) =>
    `Flere kommuner heter «${visible(value)}». Skriv nummeret: ${numbers.join(' eller ')}`,
  'too-many': (value: string, [most = '']: readonly string[] = []) =>
    `Det er for mange${given(value)}. Grensen er ${most}`,
}

/** Names that the starter gives to what it makes. */
export const starter = {
  words: {
    lines: { home: 'Hjemmevakt', backup: 'Bakvakt', 'on-site': 'Tilstedevakt', night: 'Hjemmevakt natt' },
    windows: {
      weekday: 'Kveld og natt',
      early: 'Fra kl. 12 onsdag før påske',
      day: 'Dagvakt',
      evening: 'Kveldsvakt',
      night: 'Nattevakt',
      whole: 'Døgnvakt',
    },
    surgeries: 'Fastlegekontorene på dagtid',
  },
  placeholder: (number: number) => `Lege ${number}`,
  districtName: (names: readonly string[]) => {
    const [first = '', ...rest] = names
    if (rest.length === 0) return `${first} legevakt`
    if (rest.length > 2) return `${first} interkommunale legevakt`
    return `${[first, ...rest.slice(0, -1)].join(', ')} og ${rest.at(-1) ?? ''} legevakt`
  },
}
