import type { LocalDate } from '../time/local-date.ts'
import {
  type Agreement,
  type AgreementParameters,
  DEFAULT_PARAMETERS,
  DEFAULT_REFERENCES,
  type ParameterName,
  parameterOn,
} from './agreement.ts'
import { type ShapeFault, shapeFaults } from './parameter-shape.ts'
import { PARAMETERS, shapeOf } from './parameters.ts'

/** What holds before a district has said anything: a value that judges, a line that is only drawn, or nothing. */
export type ParameterStart = 'default' | 'reference' | 'unset'

export function startOf(name: ParameterName): ParameterStart {
  if (Object.hasOwn(DEFAULT_PARAMETERS, name)) return 'default'
  return Object.hasOwn(DEFAULT_REFERENCES, name) ? 'reference' : 'unset'
}

/** The default or reference line that a parameter starts with; undefined when it is unset. */
export function startValueOf<K extends ParameterName>(name: K): AgreementParameters[K] | undefined {
  const starts: Partial<AgreementParameters> = { ...DEFAULT_PARAMETERS, ...DEFAULT_REFERENCES }
  return starts[name]
}

/** Everything that keeps a value from being one of this parameter; `value` may be unfinished. */
export function valueFaults(name: ParameterName, value: unknown): readonly ShapeFault[] {
  const faults = shapeFaults(shapeOf(name), value)
  if (faults.length > 0) return faults
  // What starts unset is ended, not emptied: nobody sees from a value that it judges nothing.
  if (startOf(name) === 'unset' && isEmpty(value)) return [{ path: [], code: 'empty-value', value: '' }]
  // The shape has just been found to fit the name.
  const between = PARAMETERS[name].between as ((value: unknown) => readonly ShapeFault[]) | undefined
  return between?.(value) ?? []
}

/** Whether something is judged by this parameter on `date`: it has a value, and the value says something. */
export function isInForce(agreement: Agreement, name: ParameterName, date: LocalDate): boolean {
  const value: unknown = parameterOn(agreement, name, date)
  return value !== undefined && value !== null && !isEmpty(value)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
