import {
  type AgreementParameters,
  BUILDER_WEIGHTS,
  type BuilderWeightName,
  type DutyRates,
  type ParameterName,
  RATE_CLASSES,
  type RateClass,
  type RotaKind,
  type WeeklyMean,
} from '../core/rota/agreement.ts'
import { DUTY_FORMS, type DutyForm, type LineId } from '../core/rota/line.ts'
import type { formatIn } from './format.ts'

/** How the lines and the municipalities of a district are called on the page, by id and number. */
export type LineName = (id: LineId) => string

/** What a language says of the value of each parameter. */
export type Sayings = {
  readonly [K in ParameterName]: (value: AgreementParameters[K], line: LineName) => string
}

const ROTA_KINDS: readonly RotaKind[] = ['home', 'on-site', 'full-day']

/** Weights are said as exactly as they are entered. */
export const MOST_DECIMALS = 3

const PARTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12] as const

export interface ValueWords {
  /** In the place of an empty list. */
  readonly nothing: string
  readonly forms: Readonly<Record<DutyForm, string>>
  readonly rotaKinds: Readonly<Record<RotaKind, string>>
  readonly builderWeights: Readonly<Record<BuilderWeightName, string>>
}

/** What sentences of values are put together from. */
export function valueParts({ decimal, list, number }: ReturnType<typeof formatIn>, words: ValueWords) {
  /** Seldom more than a few digits: 1/7 is said as it is thought. */
  function weight(given: number): string {
    const part = PARTS.find((whole) => Math.abs(given - 1 / whole) < 1e-9)
    return part === undefined ? decimal(given, MOST_DECIMALS) : `1/${part}`
  }
  const listed = (told: readonly string[]) => (told.length === 0 ? words.nothing : list(told))
  return {
    weight,
    listed,
    exact: (given: number) => decimal(given, MOST_DECIMALS),
    perForm: (given: Readonly<Partial<Record<DutyForm, number>>>, say: (own: number) => string) =>
      listed(
        DUTY_FORMS.flatMap((form) =>
          given[form] === undefined ? [] : [`${words.forms[form]} ${say(given[form])}`],
        ),
      ),
    perRotaKind: (least: Readonly<Partial<Record<RotaKind, number>>>) =>
      listed(
        ROTA_KINDS.flatMap((kind) =>
          least[kind] === undefined ? [] : [`${words.rotaKinds[kind]}: ${number(least[kind])}`],
        ),
      ),
    formsWhere: (given: Readonly<Record<DutyForm, boolean>>) =>
      list(DUTY_FORMS.filter((form) => given[form]).map((form) => words.forms[form])),
    /** '«Hjemmevakt» 300/450/600 kr', one form after another; what has no rate is left out. */
    perRate: (given: DutyRates, classes: Readonly<Record<RateClass, string>>) =>
      listed(
        DUTY_FORMS.flatMap((form) => {
          const rates = given[form]
          if (rates === undefined) return []
          const told = RATE_CLASSES.flatMap((own) =>
            rates[own] === undefined ? [] : [`${classes[own].toLowerCase()} ${decimal(rates[own], 2)}`],
          )
          return [`${words.forms[form]}: ${told.join(', ')}`]
        }),
      ),
    /** Those that do not count as usual. */
    unusualWeights: (weights: Readonly<Partial<Record<BuilderWeightName, number>>>) =>
      BUILDER_WEIGHTS.filter((name) => (weights[name] ?? 1) !== 1).map(
        (name) => `${words.builderWeights[name].toLowerCase()} ${weight(weights[name] ?? 1)}`,
      ),
  }
}

/** What a language makes of what it says of each value. */
export function valueTexts({ hours }: ReturnType<typeof formatIn>, sayings: Sayings) {
  return {
    /** A value in plain words, short enough for a row. */
    value: <K extends ParameterName>(name: K, given: AgreementParameters[K], line: LineName): string =>
      sayings[name](given, line),
    /** What is offered, on its button; one that leaves something open tells only the hours. */
    preset: (name: ParameterName, given: unknown, isWhole: boolean): string => {
      // The registry pairs each name with values of its own type; here they come from a list of all.
      const say = sayings[name] as (value: unknown, line: LineName) => string
      return isWhole ? say(given, (id) => id) : hours((given as WeeklyMean).minutes)
    },
  }
}

/** A date of 'MM-DD' in any year that is not a leap year. */
export function inSomeYear(day: string): string {
  return `2027-${day}`
}
