import type { ParameterName } from '../src/core/rota/agreement.ts'
import type { ParameterUse } from '../src/core/rota/parameter.ts'
import type { NumberShape, Shape } from '../src/core/rota/parameter-shape.ts'
import { startOf, startValueOf } from '../src/core/rota/parameter-values.ts'
import { PARAMETER_NAMES, PARAMETERS, shapeOf } from '../src/core/rota/parameters.ts'
import type { Source } from '../src/core/rota/source.ts'
import { RULES } from '../src/core/rules/index.ts'
import type { Rule } from '../src/core/rules/rule.ts'
import { gradeOf } from '../src/core/rules/violation.ts'
import type { RuleRow } from '../test/support/rule-table.ts'

/** P1 to P46. */
export const LAST_ROW = 46

/** Rows that are no rule, or not only one: where each lives instead. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  P6: 'not a rule: recorded in the agreement, and read by nothing yet',
  P8: 'the right is claimed, never given by itself: `core/rota/rights.ts`, `core/plans/exemption-change.ts`',
  P9: 'an end is proposed from these: `core/rota/rights.ts`',
  P10: 'the decision and its appeal: `core/plans/exemption-change.ts`; a rule sees only *not available*',
  P11: 'a term of the contract until both agree: `core/plans/exemption-change.ts`; a rule sees only *not available*',
  P12: 'not a rule: the plan is kept as it stood, `data/plan-snapshot-store.ts`',
  P19: 'not a rule: how weighted minutes are counted, `core/ledger/hours.ts`',
  P20: 'not a rule: clock minutes are always what is kept, `core/ledger/hours.ts`; weighted ones stand beside them',
  P22: 'the rest is counted: `core/ledger/figures.ts`',
  P30: 'not a rule: publications are immutable and amendments dated, `core/plans/publication.ts`, `core/plans/amendment.ts`, and triggers in `migrations/`',
  P31: 'not a rule: recorded in the agreement; nothing swaps duties by it yet',
  P32: 'the order is recorded in the agreement, and read by nothing yet; caps are checked before anybody takes a duty, `core/plans/candidates.ts`',
  P35: 'weeks off are unavailability: `core/ledger/availability.ts`',
  P37: 'not a rule: a line names its areas, `core/rota/line.ts`',
  P38: 'not a rule: a class per line, and tables with dates that the district enters; no rates shipped. Counted in `core/ledger/holiday-calendar.ts`, `core/ledger/segment-sums.ts` and `reports/between/duty-cost.ts`',
  P39: 'not a rule: `core/time/oslo.ts`',
  P40: 'not a rule: `core/ledger/segment.ts`',
  P42: 'not a rule: `reports/load/load-report.ts`, `reports/between/between.ts`',
  P43: 'not a rule: `identity/policy.ts`, `usecases/colleague-view.ts`',
  P44: 'not a rule: `feeds/`, `usecases/create-feed-link.ts`',
  P45: 'not a rule: `data/audit-store.ts`; how long it is kept is recorded in the agreement, and nothing is deleted by it yet',
  P46: 'not a rule: the criteria of a year, shown with their certainty: `reports/yearly/grants.ts`',
}

const SOURCES: Readonly<Record<Source, string>> = {
  'one-duty-at-a-time': 'nobody is in two places',
  'emergency-medicine-regulation-6': 'emergency medicine regulation §6',
  'registered-availability': 'what is registered of the doctor',
  'agreed-participation': 'agreed participation',
  'competence-regulation-3': 'competence regulation §§3 and 3a',
  'competence-regulation-3a': 'competence regulation §3a',
  'competence-regulation-4': 'competence regulation §4',
  'sfs-2305-7-4': 'SFS 2305 point 7.4, as of 2021',
  'sfs-2305-2021': 'SFS 2305, as of 2021',
  'sfs-2305-2024': 'SFS 2305 of 2024, whose numbers are not published',
  'district-decision': 'the district decides',
  'gp-regulation-12': 'GP regulation §12',
  'gp-regulation-32': 'GP regulation §32',
  'gp-regulation-33': 'GP regulation §33',
  'working-environment-10-3': 'Working Environment Act §10-3',
  'working-environment-10-4': 'Working Environment Act §10-4(3)',
  'working-environment-10-6': 'Working Environment Act §10-6',
  'working-environment-10-8': 'Working Environment Act §10-8',
  'even-sharing': 'even sharing by agreed weight',
  'gp-association': 'claim of the GP association, 2020',
  'load-survey': 'surveys of GPs’ working week',
  'grants-2024': 'grant scheme of 2024',
  'archive-plan': 'the municipality’s archive plan',
  'usual-practice': 'usual practice',
}

const USES: Readonly<Record<ParameterUse, string>> = {
  limit: 'limit: its rule is silent without one',
  refines: 'sharpens a rule that judges without it too',
  counts: 'says how things are counted',
  arranges: 'works without a rule',
  recorded: 'recorded only',
}

type Rows = Readonly<Partial<Record<Rule['id'], readonly RuleRow[]>>>

/** docs/rules.md: the registries as tables. `rows` are the rows of the rules' tests. */
export function rulesDocument(rows: Rows): string {
  return [
    '# Rules, parameters and the rows P1–P46',
    '',
    'Generated from `src/core/rules/index.ts` and `src/core/rota/parameters.ts` by `npm run rules-doc`; `test/scripts/rules-doc.test.ts` fails when this page is stale.',
    '',
    'Grades: *structural* is never overridden; *blocks* holds back publishing unless somebody who may waives it with a reason; *warns* and *shown* do not.',
    'A rule none of whose limits is set finds nothing, and is named as not checked (`core/rules/unchecked.ts`). A reference only draws a line.',
    '',
    `## Rules (${RULES.length})`,
    '',
    table(
      ['rule', 'rows', 'parameters', 'default', 'findings and grades', 'source', 'test rows'],
      RULES.map((rule) => ruleRow(rule, rows)),
    ),
    '',
    `## Parameters (${PARAMETER_NAMES.length})`,
    '',
    table(
      ['parameter', 'rows', 'start', 'range', 'use', 'source', 'presets, offered only'],
      PARAMETER_NAMES.map(parameterRow),
    ),
    '',
    '## Rows',
    '',
    table(['row', 'rules', 'parameters', 'where it lives otherwise'], ROW_IDS.map(rowRow)),
    '',
  ].join('\n')
}

export const ROW_IDS = Array.from({ length: LAST_ROW }, (_, index) => `P${index + 1}`)

function ruleRow(rule: Rule, rows: Rows): string[] {
  const starts = rule.parameters.map((name) => `${name}: ${startText(name)}`)
  return [
    `\`${rule.id}\``,
    rule.rows.join(', '),
    rule.parameters.map((name) => `\`${name}\``).join(', ') || '–',
    starts.join('; ') || '–',
    rule.kinds.map((kind) => `${kind}: ${gradeOf(kind)}`).join('; '),
    SOURCES[rule.source],
    // The empty rota is a row of every table.
    String((rows[rule.id]?.length ?? 0) + 1),
  ]
}

function parameterRow(name: ParameterName): string[] {
  const { rows, use, source, presets = [] } = PARAMETERS[name]
  return [
    `\`${name}\``,
    rows.join(', '),
    startText(name),
    rangeText(shapeOf(name)),
    USES[use],
    SOURCES[source],
    presets
      .map((preset) => `${valueText(shapeOf(name), preset.value)} (${SOURCES[preset.source]})`)
      .join('; ') || '–',
  ]
}

function rowRow(row: string): string[] {
  const rules = RULES.filter((rule) => rule.rows.some((own) => own === row)).map((rule) => `\`${rule.id}\``)
  const parameters = PARAMETER_NAMES.filter((name) => PARAMETERS[name].rows.some((own) => own === row))
  return [
    row,
    rules.join(', ') || '–',
    parameters.map((name) => `\`${name}\``).join(', ') || '–',
    ELSEWHERE[row] ?? '–',
  ]
}

function startText(name: ParameterName): string {
  const start = startOf(name)
  if (start === 'unset') return '**unset**'
  const value = valueText(shapeOf(name), startValueOf(name))
  return start === 'reference' ? `reference ${value}` : value
}

/** A value as a developer reads it: hours for minutes, fields by their names. */
function valueText(shape: Shape, value: unknown): string {
  if (value === undefined) return 'left open'
  if (value === null) return 'none'
  switch (shape.kind) {
    case 'nullable':
      return valueText(shape.of, value)
    case 'number':
      return numberText(shape, Number(value))
    case 'list':
      return `[${(value as readonly unknown[]).map((item) => valueText(shape.of, item)).join(', ')}]`
    case 'fields': {
      const given = value as Readonly<Record<string, unknown>>
      const named = Object.entries(shape.fields).filter(([field]) => !shape.isPartial || field in given)
      return named.map(([field, own]) => `${field} ${valueText(own, given[field])}`).join(', ')
    }
    default:
      return String(value)
  }
}

function numberText({ unit }: Pick<NumberShape, 'unit'>, value: number): string {
  if (unit === 'minutes') return value % 60 === 0 || value > 60 ? `${value / 60} h` : `${value} min`
  if (unit === 'weight' && value > 0 && value < 1) return `1/${Math.round(1 / value)}`
  return unit === 'percent' ? `${value} %` : String(value)
}

function rangeText(shape: Shape): string {
  switch (shape.kind) {
    case 'number':
      return `${numberText(shape, shape.least)}–${numberText(shape, shape.most)}${unitText(shape)}`
    case 'nullable':
      return `${rangeText(shape.of)} or none`
    case 'truth':
      return 'yes or no'
    case 'text':
      return shape.of
    case 'choice':
      return shape.of.join(' / ')
    case 'list':
      return `at most ${shape.most} of: ${rangeText(shape.of)}`
    case 'by-line':
      return `by line: ${rangeText(shape.of)}`
    case 'by-municipality':
      return `by municipality: ${rangeText(shape.of)}`
    case 'fields':
      return Object.entries(shape.fields)
        .map(([field, own]) => `${field} ${rangeText(own)}`)
        .join('; ')
  }
}

function unitText({ unit }: NumberShape): string {
  return unit === 'minutes' || unit === 'percent' || unit === 'weight' || unit === 'count' ? '' : ` ${unit}`
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
