import type { AgreementParameters, ParameterName } from '../core/rota/agreement.ts'

/** The names of the parts of a value; a part without a label does not compile. */
type Part<T> = [NonNullable<T>] extends [number | string | boolean]
  ? never
  : [T] extends [readonly (infer U)[]]
    ? Part<U>
    : string extends keyof T
      ? never
      : keyof T | { [K in keyof T]-?: Part<NonNullable<T[K]>> }[keyof T]
export type Labels = { readonly [K in ParameterName]: Readonly<Record<Part<AgreementParameters[K]>, string>> }
