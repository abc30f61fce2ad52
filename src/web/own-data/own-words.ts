import type { OwnField, OwnGroup, OwnRow } from '../../core/plans/own-data.ts'
import type { ExemptionGround } from '../../core/rota/exemption.ts'
import type { ShareMeasure } from '../../core/rota/rota.ts'
import { addDays, isLocalDate } from '../../core/time/local-date.ts'
import { fromUtcText } from '../../core/time/minute.ts'
import type { Text } from '../../text/text.ts'
import { groundText } from '../exemptions/my-exemptions.tsx'
import { isCount } from '../ledger/amount-text.ts'
import { structureWord } from './own-structure.ts'

type Words = Readonly<Record<string, string>>

/** The word for a field of a list. */
export function fieldWord({ ownData }: Text, group: OwnGroup, field: OwnField): string {
  return ownData.fieldsOf[`${group}.${field}`] ?? ownData.fields[field]
}

/** What stands in a field, as people write it; undefined for what is said better by the file or by the rest of the row. */
export function valueWord(text: Text, group: OwnGroup, field: OwnField, row: OwnRow): string | undefined {
  const value = row[field]
  if (value === undefined || isSaid(group, field, row)) return undefined
  const words = wordsOf(text, group, field)
  const key = String(value)
  if (words && Object.hasOwn(words, key)) return words[key]
  return (field === 'amount' ? amountWord(text, group, row) : undefined) ?? shownValue(text, field, key)
}

/** What the rest of the row says already. */
function isSaid(group: OwnGroup, field: OwnField, row: OwnRow): boolean {
  if (group === 'grounds') return field === 'kind' && row.detail !== undefined
  // A kind of thing that the action names.
  return group === 'log' && field === 'detail'
}

const MINUTES: readonly OwnGroup[] = ['places', 'takingPart', 'otherTasks', 'outcomes']
const PERCENT: readonly OwnGroup[] = ['engagements', 'capacities']

function amountWord({ format, ledger }: Text, group: OwnGroup, { amount, kind }: OwnRow): string | undefined {
  const value = Number(amount)
  if (PERCENT.includes(group)) return format.percent(value / 100)
  if (MINUTES.includes(group)) return format.hours(value)
  if (group !== 'balances') return undefined
  // Kept by what it is a share of.
  return isCount(kind as ShareMeasure) ? ledger.amount(value) : format.hours(value)
}

function shownValue(text: Text, field: OwnField, value: string): string | undefined {
  const { format, ownData } = text
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(value)) return format.dateTime(fromUtcText(value))
  // Wall time already: of a duty.
  const wall = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(value)
  if (wall) return `${format.date(wall[1] ?? '')} ${wall[2]}`
  // Kept as the first day after; people read the last day.
  if (isLocalDate(value)) return format.dateOnly(field === 'to' ? addDays(value, -1) : value)
  if (!/^[[{]/.test(value)) return value
  const ground = groundOf(value)
  if (ground) return groundText(ground, text)
  const said = structureWord(text, value, (part) => shownValue(text, 'detail', part))
  return said === '' ? undefined : (said ?? ownData.page.inFile)
}

/** Why somebody is exempt, where it is that: nothing else that is kept is told apart by such a kind. */
function groundOf(json: string): ExemptionGround | undefined {
  const held = JSON.parse(json) as Partial<ExemptionGround>
  const isGround = held.kind === 'right' || held.kind === 'discretionary' || held.kind === 'contract-term'
  return isGround || held.kind === 'untold' || held.kind === 'unreadable'
    ? (held as ExemptionGround)
    : undefined
}

/** Tables that other pages word the same codes by. */
function wordsOf(text: Text, group: OwnGroup, field: OwnField): Words | undefined {
  const { words } = text
  const tables: Readonly<Record<string, Words>> = {
    'engagements.kind': words.engagementForms,
    'takingPart.kind': words.waysOfTakingPart,
    'competences.kind': words.competenceRoutes,
    'exemptions.kind': words.exemptionScopes,
    'exemptions.detail': words.forms,
    'holidays.kind': words.holidays,
    'wishes.kind': words.stances,
    'wishes.amount': words.weights,
    'duties.kind': words.origins,
    'waivers.kind': text.violations.ruleNames,
    'balances.kind': text.ledger.share.measures,
    'roles.kind': words.roles,
    'endedRoles.kind': words.roles,
    'reportOpenings.kind': words.roles,
    'invitations.kind': words.roles,
    'sessions.kind': text.access.sessions.methods,
    'log.kind': text.audit.actions,
  }
  return tables[`${group}.${field}`] ?? text.ownData.codes[`${group}.${field}`]
}
