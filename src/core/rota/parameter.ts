import type { ShapeFault, ShapeOf } from './parameter-shape.ts'
import type { Source } from './source.ts'

/** How the agreement's values are read together. */
export type ParameterGroup =
  | 'hours'
  | 'rest'
  | 'nights-and-weekends'
  | 'people'
  | 'counting'
  | 'sharing'
  | 'publishing'
  | 'reporting'

export const PARAMETER_GROUPS: readonly ParameterGroup[] = [
  'hours',
  'rest',
  'nights-and-weekends',
  'people',
  'counting',
  'sharing',
  'publishing',
  'reporting',
]

/**
 * `limit`: a rule judges by it and is silent without one. `refines`: sharpens a rule that judges without it too.
 * `counts`: says how things are counted. `arranges`: works without a rule. `recorded`: kept for those who ask, read by nothing yet.
 */
export type ParameterUse = 'limit' | 'refines' | 'counts' | 'arranges' | 'recorded'

/** A value that is offered and never holds by itself; what it leaves out is for the district to fill in. */
export interface Preset<T> {
  readonly value: T extends readonly unknown[] | number ? T : Partial<T>
  readonly source: Source
}

export interface Parameter<T> {
  /** Rows of the table of rules, P1 to P46 (domain reference §11; docs/rules.md). */
  readonly rows: readonly `P${number}`[]
  readonly group: ParameterGroup
  readonly use: ParameterUse
  readonly source: Source
  readonly shape: ShapeOf<T>
  readonly presets?: readonly Preset<T>[]
  /** What is wrong between the parts of a value, when each part is well in itself. */
  readonly between?: (value: T) => readonly ShapeFault[]
}
