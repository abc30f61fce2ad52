import type { Text } from '../../text/text.ts'
import type { ReportHead } from '../../usecases/report-head.ts'
import type { LoadReportValue } from '../../usecases/show-load-report.ts'
import { Heading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { queryOf } from './frame.tsx'
import { trailAddress } from './trail-query.ts'
import { unbroken } from './unbroken.ts'

export type Finding = LoadReportValue['findings'][number]

interface FindingsProps {
  readonly head: ReportHead
  readonly findings: readonly Finding[]
}

/** What must be known first, each sentence leading to where its figures stand. */
export function Findings({ head, findings }: FindingsProps) {
  const text = unbroken(useText())
  if (findings.length === 0) return null
  return (
    <section class="findings">
      <Heading>{text.reportPages.findings.title}</Heading>
      <ul>
        {findings.map((finding) => (
          <li class={isGrave(finding) ? 'grave' : undefined}>
            <a href={placeOf(finding, head)}>{mainOf(finding, text)}</a> {moreOf(finding, text)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Past what the district has adopted, or left without an answer. */
function isGrave(finding: Finding): boolean {
  switch (finding.kind) {
    case 'mean-total':
      return finding.limit?.isAdopted === true && finding.minutes > finding.limit.minutes
    case 'worst-week':
      return finding.limit?.isAdopted === true && finding.past > 0
    case 'breaches':
      return finding.needing > 0
    case 'open-duties':
      return finding.duties > 0
    case 'mean-duty':
    case 'held-by':
      return false
  }
}

function placeOf({ kind }: Finding, head: ReportHead): string {
  const { district, municipality } = head
  switch (kind) {
    case 'mean-total':
    case 'mean-duty':
      return '#doctors'
    case 'worst-week':
      return withQuery(paths.reportTime(district.id, municipality.number), queryOf(head))
    case 'breaches':
      return '#flags'
    case 'open-duties':
      return trailAddress(head, { only: 'open' })
    case 'held-by':
      return '#coverage'
  }
}

/** The sentence that leads on. */
function mainOf(finding: Finding, { format, reportPages: { findings } }: Text): string {
  switch (finding.kind) {
    case 'mean-total':
      return findings.meanTotal(format.hours(finding.minutes), finding.knownDoctors, finding.doctors)
    case 'mean-duty':
      return findings.meanDuty(format.hours(finding.minutes))
    case 'worst-week': {
      const words = finding.isTotal ? findings.worst : findings.worstDuty
      return words(finding.name, format.week(finding.week), format.hours(finding.minutes))
    }
    case 'breaches':
      return finding.all === 0 ? findings.noBreaches : findings.breaches(finding.all, finding.doctors)
    case 'open-duties':
      if (finding.duties === 0) return findings.noneOpen(finding.all)
      return findings.open(
        format.decimal(finding.duties, 1),
        format.decimal(finding.all, 1),
        format.hours(finding.minutes),
      )
    case 'held-by':
      return findings.heldBy(holdersIn(finding, { format, findings }))
  }
}

/** What it means, beside it. */
function moreOf(finding: Finding, { format, reportPages: { findings } }: Text): string {
  switch (finding.kind) {
    case 'mean-total': {
      const { minutes, limit } = finding
      if (limit === null) return ''
      const told = format.hours(limit.minutes)
      if (minutes <= limit.minutes) return limit.isAdopted ? findings.underCap(told) : ''
      const by = format.hours(minutes - limit.minutes)
      return limit.isAdopted ? findings.overCap(by, told) : findings.overLine(by, told)
    }
    case 'worst-week':
      return finding.limit && finding.isTotal
        ? findings.past(finding.past, finding.weeks, format.hours(finding.limit.minutes))
        : ''
    case 'breaches':
      return breachesMore(finding, findings)
    case 'mean-duty':
    case 'open-duties':
    case 'held-by':
      return ''
  }
}

function breachesMore(
  { all, needing, accepted }: Extract<Finding, { kind: 'breaches' }>,
  findings: Text['reportPages']['findings'],
): string {
  if (needing + accepted === 0) return all === 0 ? '' : findings.allWarnings
  return [
    ...(needing > 0 ? [findings.needing(needing)] : []),
    ...(accepted > 0 ? [findings.accepted(accepted)] : []),
  ].join(' ')
}

const HOLDERS = ['own-gp', 'other-gp', 'locum', 'trainee', 'employed', 'other', 'open'] as const

function holdersIn(
  { shares }: Extract<Finding, { kind: 'held-by' }>,
  { format, findings }: Pick<Text, 'format'> & Pick<Text['reportPages'], 'findings'>,
): string {
  const parts = HOLDERS.filter((kind) => shares[kind] > 0)
  return format.list(
    parts.map((kind) => findings.holder(findings.holders[kind], format.percent(shares[kind]))),
  )
}
