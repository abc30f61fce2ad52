import type { PersonId } from '../../core/rota/person.ts'
import type { Waiver } from '../../core/rota/publication.ts'
import type { FindingKind, Violation } from '../../core/rules/violation.ts'
import type { Posted } from '../form.tsx'
import { waiverKey } from './waiver-key.ts'

/** Breaches of one kind by one doctor: what is accepted for one and the same reason. */
export interface WaiverGroup {
  /** Names the group between the page and its form. */
  readonly key: string
  readonly kind: FindingKind
  readonly personId: PersonId | null
  readonly violations: readonly Violation[]
}

/** Breaches that can be accepted with a reason, by kind and doctor, in the order they come. */
export function waiverGroups(violations: readonly Violation[]): WaiverGroup[] {
  const waivable = violations.filter(({ grade }) => grade === 'blocks')
  const groups = Map.groupBy(waivable, ({ kind, personId }) => `${kind}|${personId ?? ''}`)
  return [...groups].map(([key, own]) => {
    const [{ kind, personId }] = own as [Violation, ...Violation[]]
    return { key, kind, personId, violations: own }
  })
}

/** The field in which a group's reason is written. */
export function reasonField(key: string): string {
  return `why:${key}`
}

/** All breaches of a group under one tick, each by name: one that came since is not among them. */
export function allOf({ violations }: WaiverGroup): string {
  return violations.map(waiverKey).join(SEPARATOR)
}

const SEPARATOR = ' & '

/** What was ticked, and why, as the form held it. */
export interface Accepted {
  readonly ticked: readonly string[]
  /** By the group's key; trimmed. */
  readonly reasons: ReadonlyMap<string, string>
}

export const NOTHING_ACCEPTED: Accepted = { ticked: [], reasons: new Map() }

export function readAccepted({ values, all }: Posted): Accepted {
  const prefix = reasonField('')
  const reasons = Object.entries(values)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, reason]) => [name.slice(prefix.length), reason.trim()] as const)
  const together = all('waive-all').flatMap((keys) => keys.split(SEPARATOR))
  return { ticked: [...new Set([...all('waive'), ...together])], reasons: new Map(reasons) }
}

/** Groups of which something is ticked and nothing says why. */
export function unreasoned(groups: readonly WaiverGroup[], { ticked, reasons }: Accepted): WaiverGroup[] {
  return groups.filter(
    ({ key, violations }) =>
      (reasons.get(key) ?? '') === '' && violations.some((own) => ticked.includes(waiverKey(own))),
  )
}

/** Only what is broken now and was ticked: a tick for something else waives nothing. */
export function waiversOf(groups: readonly WaiverGroup[], { ticked, reasons }: Accepted): Waiver[] {
  return groups.flatMap(({ key, violations }) =>
    violations
      .filter((own) => ticked.includes(waiverKey(own)))
      .map(({ rule, personId, needIds }) => ({ rule, personId, needIds, reason: reasons.get(key) ?? '' })),
  )
}
