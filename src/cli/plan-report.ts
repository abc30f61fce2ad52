import * as text from '../text/nb/cli.ts'
import { dateRange, list, number, timeSpan } from '../text/nb/format.ts'
import { findings, ruleNames } from '../text/nb/violations.ts'
import type { Plan } from '../usecases/plan-district.ts'

const MOST_OPEN = 40

/** What was built, in lines for a terminal: score per rule, open duties with reasons, heaviest weeks. */
export function reportLines(plan: Plan): string[] {
  const { district, from, to, needs } = plan.rota
  return [
    text.planning(district.name, dateRange({ from, to }), needs.length),
    '',
    ...scoreLines(plan),
    '',
    ...openLines(plan),
    '',
    ...heaviestLines(plan),
  ]
}

function scoreLines({ violations, score }: Plan): string[] {
  const rules = Object.entries(ruleNames).map(([rule, name]) => {
    const broken = violations.filter((found) => found.rule === rule)
    return [name, ruleScore(broken)] as const
  })
  const { parts } = text.score
  const fairness = Object.entries(score.fairness).map(
    ([part, points]) => `${parts[part as keyof typeof parts]} ${number(points)}`,
  )
  return [
    text.score.title,
    ...columns([
      ...rules,
      [text.score.open, number(score.open)],
      [text.score.fairness, fairness.join(', ')],
      [text.score.wishes, number(score.wishes)],
      [text.score.splitBlocks, number(score.splitBlocks)],
      [text.score.spacing, number(score.spacing)],
      [text.score.idleBackups, number(score.idleBackups)],
      [text.score.total, number(score.total)],
    ]),
  ]
}

function ruleScore(broken: Plan['violations']): string {
  const blocking = broken.filter(({ grade }) => grade === 'structural' || grade === 'blocks').length
  const over = broken
    .filter(({ unit, measured, limit }) => unit === 'minutes' && limit > 0 && measured > limit)
    .reduce((sum, { measured, limit }) => sum + measured - limit, 0)
  const parts = [
    ...(blocking > 0 ? [text.score.blocking(blocking)] : []),
    ...(broken.length > blocking ? [text.score.warnings(broken.length - blocking)] : []),
    ...(over > 0 ? [text.score.over(over)] : []),
  ]
  return parts.length === 0 ? text.score.none : parts.join(', ')
}

function openLines({ open, rota }: Plan): string[] {
  if (open.length === 0) return [text.open.none]
  const needs = new Map(rota.needs.map((need) => [need.id, need]))
  const lines = open.slice(0, MOST_OPEN).map(({ needId, reasons }) => {
    const need = needs.get(needId)
    const why = reasons.map(({ kind, doctors }) => text.open.reason(doctors, findings[kind]))
    const when = need ? `${timeSpan(need)} ${need.name}` : needId
    return `  ${when} – ${why.length > 0 ? why.join(', ') : text.open.noReason}`
  })
  const rest = open.length - MOST_OPEN
  return [text.open.title(open.length), ...lines, ...(rest > 0 ? [text.open.more(rest)] : [])]
}

function heaviestLines({ heaviest, withoutTotal, rota }: Plan): string[] {
  const names = new Map(rota.district.persons.map(({ id, name }) => [id, name]))
  const nameOf = (personId: string) => names.get(personId) ?? personId
  const weeks = heaviest.map(({ row, floorMinutes }) => {
    const week = text.heaviest.week(nameOf(row.personId), row.week, row.totalMinutes, row.dutyMinutes)
    // A doctor can have less than the level that the week's heaviest can't get below.
    const isAbove = floorMinutes !== null && floorMinutes < row.totalMinutes
    return isAbove ? `  ${week} (${text.heaviest.floor(floorMinutes)})` : `  ${week}`
  })
  const unknown = withoutTotal.length > 0 ? [text.heaviest.unknown(list(withoutTotal.map(nameOf)))] : []
  return [text.heaviest.title, ...(weeks.length > 0 ? weeks : [`  ${text.heaviest.none}`]), ...unknown]
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)
}
