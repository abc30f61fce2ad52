import { describe, expect, it } from 'vitest'
import { en } from '../../src/text/en.ts'
import { LANGUAGE_NAMES, languageAsked } from '../../src/text/language.ts'
import { nb } from '../../src/text/nb.ts'
import { nn } from '../../src/text/nn.ts'
import type { Shape } from '../../src/text/shape.ts'
import { textFor } from '../../src/text/text.ts'

// What a language says beyond bokmål would never be read: each way round, a difference does not compile.
const bokmålAsNynorsk: Shape<typeof nn> = nb
const bokmålAsEnglish: Shape<typeof en> = nb

type Said = string | ((...given: readonly unknown[]) => unknown)

/** Every sentence by its path, such as 'plans.draft.fill'. */
function sentences(of: object, path = ''): Map<string, Said> {
  const all = Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    const own = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string' || typeof value === 'function') return [[own, value as Said] as const]
    return typeof value === 'object' && value !== null ? [...sentences(value, own)] : []
  })
  return new Map(all)
}

const bokmål = sentences(nb)
const others = { nn: sentences(nn), en: sentences(en) }

/** What may be the same in English: names, keys on a keyboard, and words that the languages share. */
const SHARED =
  /^(Legevaktplan|Ansattporten|ID-porten|HelseID|Microsoft Entra ID|Status|Plan|Sum|administrator|.*(Ctrl|Page|Home|Escape|Enter|Shift|Alt|Tab)\b.*)$/

/** A whole number, a name and a date for an argument; which one it takes only its type knows, so each is tried. */
const SAMPLES = [
  (index: number) => 13 + 4 * index,
  (index: number) => ['Kari', 'Ola', 'Nina', 'Per', 'Eva'][index] as string,
  (index: number) => `2027-0${index + 1}-1${index + 4}`,
  (index: number) => [`Siri ${index}`, `Jon ${index}`],
  () => undefined,
] as const

/** Every way to fill so many arguments. */
function fillings(length: number): readonly (readonly unknown[])[] {
  return Array.from({ length }, (_, index) => index).reduce<readonly (readonly unknown[])[]>(
    (former, index) => former.flatMap((given) => SAMPLES.map((sample) => [...given, sample(index)])),
    [[]],
  )
}

/** What of the arguments stands in a sentence: numbers as digits, names as they are. */
function placed(said: string): string[] {
  const plain = said.replace(/(\d)[,.\u00a0](?=\d)/g, '$1')
  return [...new Set(plain.match(/\d+|Kari|Ola|Nina|Per\b|Eva|Siri|Jon/g) ?? [])].toSorted()
}

function say(sentence: Said | undefined, given: readonly unknown[]): unknown {
  try {
    return typeof sentence === 'function' ? sentence(...given) : undefined
  } catch {
    return undefined
  }
}

describe('the three languages', () => {
  it('are each what their name says', () => {
    for (const language of ['nb', 'nn', 'en'] as const) expect(textFor(language).language).toBe(language)
    expect(Object.keys(LANGUAGE_NAMES)).toEqual(['nb', 'nn', 'en'])
  })

  it.each(['nn', 'en'] as const)('say the same things: %s', (language) => {
    expect([bokmålAsNynorsk.language, bokmålAsEnglish.language]).toEqual(['nb', 'nb'])
    // Of words that somebody may type, a language may know more than one.
    const keys = (of: ReadonlyMap<string, Said>) =>
      [...of.keys()].filter((path) => !/Words\.\d+$/.test(path)).toSorted()
    expect(keys(others[language])).toEqual(keys(bokmål))
  })

  it.each(['nn', 'en'] as const)('leave nothing empty that is said in bokmål: %s', (language) => {
    const empty = [...others[language]].filter(([path, said]) => said === '' && bokmål.get(path) !== '')
    expect(empty.map(([path]) => path)).toEqual([])
  })

  it('leave no bokmål standing in English', () => {
    const same = [...bokmål].filter(
      ([path, said]) =>
        typeof said === 'string' &&
        /[a-zæøå]{4}/i.test(said) &&
        !SHARED.test(said) &&
        others.en.get(path) === said,
    )
    expect(same).toEqual([])
  })

  it('leave no words of bokmål standing in nynorsk', () => {
    const spelled =
      /\b(ikke|hvis|hva|hvem|hvor|hvorfor|noen|noe|bare|fra|uke[rn]?|hjemmevakt|søndag(ar)?|lørdag(ar)?|mandag|tirsdag|leger|endringer|regler)\b/i
    const left = [...others.nn].filter(([path, said]) => !/Words\./.test(path) && spelled.test(String(said)))
    expect(left.map(([path, said]) => [path, String(said)])).toEqual([])
  })

  it.each(['nn', 'en'] as const)('place the same numbers and names in a sentence: %s', (language) => {
    const faults = [...bokmål].flatMap(([path, said]) => {
      if (typeof said !== 'function') return []
      return fillings(said.length).flatMap((given) => {
        const own = say(said, given)
        if (typeof own !== 'string' || own.includes('NaN') || own.includes('undefined')) return []
        const other = say(others[language].get(path), given)
        const missing = placed(own).filter((word) => !placed(String(other)).includes(word))
        return missing.length > 0 ? [`${path}(${given}): ${own} / ${other}`] : []
      })
    })
    expect(faults).toEqual([])
  })

  it('were tried with enough sentences to mean something', () => {
    const tried = [...bokmål].filter(
      ([, said]) => typeof said === 'function' && fillings(said.length).some((given) => say(said, given)),
    )
    expect(tried.length).toBeGreaterThan(200)
    expect(bokmål.size).toBeGreaterThan(1200)
  })
})

describe('the language that a browser asks for', () => {
  it.each([
    [undefined, 'nb'],
    ['', 'nb'],
    ['nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.6,en-US;q=0.5,en;q=0.4', 'nb'],
    ['no', 'nb'],
    ['no,en;q=0.5', 'nb'],
    ['nn-NO', 'nn'],
    ['nn;q=0.9, en;q=1', 'en'],
    ['en-GB', 'en'],
    ['de-DE, fr', 'nb'],
    ['de, en;q=0.3', 'en'],
    ['en;q=0, nn;q=0.1', 'nn'],
    ['EN-us', 'en'],
    ['*', 'nb'],
    ['en;q=none, nn', 'nn'],
  ])('%s is %s', (header, language) => {
    expect(languageAsked(header)).toBe(language)
  })
})
