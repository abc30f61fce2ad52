import { isLocalDate } from '../time/local-date.ts'
import { isLocalTime } from '../time/local-time.ts'
import { isClockDate } from '../time/oslo.ts'
import type { DutyForm } from './line.ts'

export type NumberUnit =
  | 'minutes'
  | 'hours'
  | 'days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'percent'
  | 'times'
  | 'count'
  | 'weight'
  | 'kroner'

/** Both ends inclusive. */
export interface NumberShape {
  readonly kind: 'number'
  readonly unit: NumberUnit
  readonly least: number
  readonly most: number
  readonly isWhole: boolean
}

export interface TruthShape {
  readonly kind: 'truth'
}

/** 'day-of-year' is 'MM-DD' without 29 February, which not every year has. */
export interface TextShape {
  readonly kind: 'text'
  readonly of: 'name' | 'time' | 'date' | 'day-of-year'
}

export interface ChoiceShape<T> {
  readonly kind: 'choice'
  readonly of: readonly T[]
}

export interface NullableShape<T> {
  readonly kind: 'nullable'
  readonly of: ShapeOf<T>
}

/** `order` 'free': a set. 'told': the order says something. Nothing stands in a list of plain values twice. */
export interface ListShape<T> {
  readonly kind: 'list'
  readonly of: ShapeOf<T>
  readonly order: 'free' | 'told'
  readonly most: number
}

export interface FieldsShape<T> {
  readonly kind: 'fields'
  readonly fields: { readonly [F in keyof T]-?: ShapeOf<Exclude<T[F], undefined>> }
  /** True when every field may be left out. */
  readonly isPartial: boolean
}

export interface ByLineShape<T> {
  readonly kind: 'by-line'
  readonly of: ShapeOf<T>
}

export interface ByMunicipalityShape<T> {
  readonly kind: 'by-municipality'
  readonly of: ShapeOf<T>
}

/** The shape that fits a type: a value type without its shape does not compile. */
export type ShapeOf<T> = [T] extends [boolean]
  ? TruthShape
  : [null] extends [T]
    ? NullableShape<NonNullable<T>>
    : [T] extends [number]
      ? number extends T
        ? NumberShape
        : ChoiceShape<T>
      : [T] extends [string]
        ? string extends T
          ? TextShape
          : ChoiceShape<T>
        : [T] extends [readonly (infer U)[]]
          ? ListShape<U>
          : string extends keyof T
            ? ByLineShape<T[keyof T]> | ByMunicipalityShape<T[keyof T]>
            : FieldsShape<T>

/** Any shape, for those who walk through one. */
export type Shape =
  | NumberShape
  | TruthShape
  | TextShape
  | ChoiceShape<string | number>
  | { readonly kind: 'nullable'; readonly of: Shape }
  | { readonly kind: 'list'; readonly of: Shape; readonly order: 'free' | 'told'; readonly most: number }
  | {
      readonly kind: 'fields'
      readonly fields: Readonly<Record<string, Shape>>
      readonly isPartial: boolean
    }
  | { readonly kind: 'by-line' | 'by-municipality'; readonly of: Shape }

export type FaultCode =
  | 'missing'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-time'
  | 'out-of-range'
  | 'too-long'
  | 'given-twice'
  | 'ends-before-start'
  | 'longer-than-12-hours'
  | 'shorter-than-4-hours'
  | 'longer-than-whole'
  | 'empty-value'

/** What is wrong within a value, and where: [] is the value itself. */
export interface ShapeFault {
  readonly path: readonly string[]
  readonly code: FaultCode
  readonly value: string
  /** The limit that it passes, where it stands in the same value. */
  readonly against?: string
}

const LONGEST_NAME = 200

/** Everything that keeps `value` from being of this shape; what is left out is `undefined` or not there. */
export function shapeFaults(shape: Shape, value: unknown, path: readonly string[] = []): ShapeFault[] {
  const refuse = (code: FaultCode): ShapeFault[] => [
    { path, code, value: typeof value === 'object' || value === undefined ? '' : String(value) },
  ]
  if (shape.kind === 'nullable') return value === null ? [] : shapeFaults(shape.of, value, path)
  if (value === undefined || value === null || value === '') return refuse('missing')
  switch (shape.kind) {
    case 'number':
      return numberFaults(shape, value).flatMap(refuse)
    case 'truth':
      return typeof value === 'boolean' ? [] : refuse('missing')
    case 'text':
      return textFaults(shape, value).flatMap(refuse)
    case 'choice':
      return (shape.of as readonly unknown[]).includes(value) ? [] : refuse('missing')
    case 'list':
      return Array.isArray(value) ? listFaults(shape, value, path) : refuse('missing')
    case 'fields':
      return isRecord(value) ? fieldFaults(shape, value, path) : refuse('missing')
    case 'by-line':
    case 'by-municipality':
      if (!isRecord(value)) return refuse('missing')
      return Object.entries(value).flatMap(([id, item]) => shapeFaults(shape.of, item, [...path, id]))
  }
}

function numberFaults({ least, most, isWhole }: NumberShape, value: unknown): FaultCode[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return ['not-a-number']
  if (isWhole && !Number.isInteger(value)) return ['not-a-number']
  return value < least || value > most ? ['out-of-range'] : []
}

function textFaults({ of }: TextShape, value: unknown): FaultCode[] {
  if (typeof value !== 'string') return ['missing']
  if (of === 'time') return isLocalTime(value) ? [] : ['not-a-time']
  if (of === 'date') return isLocalDate(value) && isClockDate(value) ? [] : ['not-a-date']
  if (of === 'day-of-year') return isDayOfYear(value) ? [] : ['not-a-date']
  if (value.trim() === '') return ['missing']
  return value.length > LONGEST_NAME ? ['too-long'] : []
}

function isDayOfYear(text: string): boolean {
  return isLocalDate(`2027-${text}`)
}

function listFaults(
  { of, most }: Extract<Shape, { kind: 'list' }>,
  items: readonly unknown[],
  path: readonly string[],
): ShapeFault[] {
  if (items.length > most) return [{ path, code: 'out-of-range', value: String(items.length) }]
  const twice = items.findIndex((item, index) => !isRecord(item) && items.indexOf(item) < index)
  const repeated: ShapeFault[] =
    twice < 0 ? [] : [{ path: [...path, String(twice)], code: 'given-twice', value: String(items[twice]) }]
  return [...repeated, ...items.flatMap((item, index) => shapeFaults(of, item, [...path, String(index)]))]
}

function fieldFaults(
  { fields, isPartial }: Extract<Shape, { kind: 'fields' }>,
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
): ShapeFault[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    isPartial && value[name] === undefined ? [] : shapeFaults(field, value[name], [...path, name]),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function number(unit: NumberUnit, least: number, most: number): NumberShape {
  return { kind: 'number', unit, least, most, isWhole: false }
}

export function wholeNumber(unit: NumberUnit, least: number, most: number): NumberShape {
  return { kind: 'number', unit, least, most, isWhole: true }
}

export function text<const O extends TextShape['of']>(of: O) {
  return { kind: 'text', of } as const
}

export function choice<const T extends readonly (string | number)[]>(
  ...of: T
): { readonly kind: 'choice'; readonly of: readonly T[number][] } {
  return { kind: 'choice', of }
}

export function nullable<S>(of: S) {
  return { kind: 'nullable', of } as const
}

export function list<S>(of: S, most: number, order: 'free' | 'told' = 'free') {
  return { kind: 'list', of, most, order } as const
}

export function fields<S>(of: S) {
  return { kind: 'fields', fields: of, isPartial: false } as const
}

export function someFields<S>(of: S) {
  return { kind: 'fields', fields: of, isPartial: true } as const
}

/** Minutes in an hour: durations are entered in hours and stored in minutes. */
export const HOUR = 60

/** A duration in minutes, from `leastMinutes` to so many hours, both allowed. */
export function upToHours(hours: number, leastMinutes = 1) {
  return wholeNumber('minutes', leastMinutes, hours * HOUR)
}

/** The same for each form of duty. */
export function forms<S>(of: S) {
  return { home: of, 'on-site': of, backup: of } satisfies Record<DutyForm, S>
}
