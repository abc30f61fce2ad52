import { planned, refusedBy, type SetUpPlan, setUpFault } from '../core/plans/set-up-fault.ts'
import type { MunicipalityNumber } from '../core/rota/person.ts'
import { MUNICIPALITIES, nameInRegister } from '../exchange/municipalities.ts'

export interface NamedMunicipality {
  readonly number: MunicipalityNumber
  readonly name: string
}

export interface MunicipalityOption extends NamedMunicipality {
  /** What to type: the name, with its number where two have it. */
  readonly label: string
}

/** Every municipality to choose among, by name. */
export function municipalityOptions(): readonly MunicipalityOption[] {
  return Object.entries(MUNICIPALITIES)
    .map(([number, name]) => ({ number, name, label: nameInRegister(number) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}

/** The municipality that a text names, or why it names none: unknown, or a name that several have. */
export function municipalityNamed(field: string, text: string): SetUpPlan<NamedMunicipality> {
  if (text.trim() === '') return refusedBy(setUpFault(field, 'missing'))
  const fitting = municipalitiesNamed(text.trim())
  const [only] = fitting
  if (!only) return refusedBy(setUpFault(field, 'unknown-municipality', text))
  if (fitting.length === 1) return planned(only)
  return refusedBy(
    setUpFault(
      field,
      'many-municipalities',
      text,
      fitting.map(({ number }) => number),
    ),
  )
}

/** Those that a text names: '4647', 'Sunnfjord', 'Sunnfjord (4647)' or '4647 Sunnfjord'. */
export function municipalitiesNamed(text: string): NamedMunicipality[] {
  const number = /\b\d{4}\b/.exec(text)?.[0]
  if (number !== undefined) {
    const name = Object.hasOwn(MUNICIPALITIES, number) ? MUNICIPALITIES[number] : undefined
    return name === undefined ? [] : [{ number, name }]
  }
  const wanted = text.toLowerCase()
  return Object.entries(MUNICIPALITIES).flatMap(([own, name]) =>
    name.toLowerCase() === wanted ? [{ number: own, name }] : [],
  )
}
