import { describe, expect, it } from 'vitest'
import type { Rota } from '../../src/core/rota/rota.ts'
import type { Rule } from '../../src/core/rules/rule.ts'
import { type RotaView, viewOf } from '../../src/core/rules/view.ts'
import {
  type Finding,
  type FindingKind,
  gradeOf,
  type Violation,
  type ViolationFacts,
} from '../../src/core/rules/violation.ts'
import { makeRota } from './make-district.ts'

/** A violation as far as a row tells it. */
export type Breach = Partial<ViolationFacts> & { readonly kind: FindingKind } & Partial<Everything<Finding>>

/** The fields of all findings together, each with the type it has where it stands. */
type Everything<F> = { readonly [K in Exclude<F extends unknown ? keyof F : never, 'kind'>]: ValueOf<F, K> }
type ValueOf<F, K extends PropertyKey> = F extends { readonly [P in K]: infer V } ? V : never

export interface RuleRow {
  /** What the rota holds, and at which side of the limit it lies. */
  readonly name: string
  readonly rota: Rota
  /** By start; none = accepted. */
  readonly broken?: readonly Breach[]
}

export interface RuleTable {
  readonly rule: Rule
  readonly rows: readonly RuleRow[]
}

/** One test for each row, and one for an empty rota, which every rule accepts. */
export function ruleTable(rule: Rule, rows: readonly RuleRow[]): RuleTable {
  const all = [{ name: 'an empty rota', rota: makeRota({ needs: [] }) }, ...rows]
  describe(`rule ${rule.id}, one ${rule.subject} at a time`, () => {
    for (const row of all) {
      it(`${isAccepted(row) ? 'accepts' : 'refuses'} ${row.name}`, () => {
        const found = breachesOf(rule, row.rota)
        expect(found).toMatchObject(row.broken ?? [])
        expect(found).toHaveLength(row.broken?.length ?? 0)
        for (const violation of found) expectToBeWhole(rule, violation)
      })
    }
  })
  return { rule, rows }
}

export function isAccepted(row: RuleRow): boolean {
  return (row.broken ?? []).length === 0
}

/** What a rule finds in a whole rota, by start; context duties included. */
export function breachesOf(rule: Rule, rota: Rota): Violation[] {
  const view = viewOf(rota)
  return subjectsIn(rule, view)
    .flatMap((id) => rule.check(view, id))
    .sort((a, b) => a.span.start - b.span.start)
}

function subjectsIn(rule: Rule, view: RotaView): string[] {
  const { id, doctors, lines } = view.rota.district
  if (rule.subject === 'district' || rule.subject === 'period') return [id]
  return rule.subject === 'line' ? lines.map((line) => line.id) : doctors.map((doctor) => doctor.personId)
}

function expectToBeWhole(rule: Rule, violation: Violation): void {
  expect(violation.rule).toBe(rule.id)
  expect(violation.grade).toBe(gradeOf(violation.kind))
  // A warning before the limit may stand at it.
  if (violation.kind !== 'exception-near-end') expect(violation.measured).not.toBe(violation.limit)
  expect(violation.span.end).toBeGreaterThan(violation.span.start)
}
