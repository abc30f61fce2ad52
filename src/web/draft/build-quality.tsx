import type { District } from '../../core/rota/district.ts'
import type { Distance, PlanQuality, RuleCount, Spread } from '../../usecases/plan-quality.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'

interface BuildQualityProps {
  readonly quality: PlanQuality
  readonly district: District
}

/** The plan rule by rule, and how evenly it falls, in numbers that the board and the hours page show too. */
export function BuildQuality({ quality, district }: BuildQualityProps) {
  const { format, plans, violations } = useText()
  const text = plans.quality
  const { evenness, wishes, blocks } = quality
  const spread = (own: Spread, amountText: (amount: number) => string) => (
    <SpreadText spread={own} district={district} amountText={amountText} />
  )
  const hasWishes = wishes.met + wishes.unmet > 0
  return (
    <section>
      <Heading>{text.title}</Heading>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.result}</th>
          </tr>
        </thead>
        <tbody>
          {quality.rules.length === 0 && <Row name={text.rules}>{text.noRules}</Row>}
          {quality.rules.map((rule) => (
            <Row name={violations.ruleNames[rule.rule]}>
              <RuleText rule={rule} />
            </Row>
          ))}
          <Row name={text.hours}>{spread(evenness.hours, format.wholeHours)}</Row>
          <Row name={text.nights}>{spread(evenness.nights, (nights) => format.number(nights, 1))}</Row>
          <Row name={text.weekends}>
            {spread(evenness.weekends, (weekends) => format.number(weekends, 1))}
          </Row>
          <Row name={text.wishes}>{hasWishes ? text.wishCount(wishes.met, wishes.unmet) : text.noWishes}</Row>
          {blocks.all > 0 && <Row name={text.blocks}>{text.blockCount(blocks.split, blocks.all)}</Row>}
        </tbody>
      </table>
    </section>
  )
}

function Row({ name, children }: { name: string; children?: unknown }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children as string}</td>
    </tr>
  )
}

function RuleText({ rule }: { rule: RuleCount }) {
  const text = useText().plans.quality
  const parts = [
    ...(rule.blocking > 0 ? [text.blocking(rule.blocking)] : []),
    ...(rule.warnings > 0 ? [text.warnings(rule.warnings)] : []),
    ...(rule.overMinutes > 0 ? [text.overLimit(rule.overMinutes)] : []),
  ]
  return <>{parts.join(', ')}</>
}

interface SpreadTextProps {
  readonly spread: Spread
  readonly district: District
  readonly amountText: (amount: number) => string
}

function SpreadText({ spread: { over, under }, district, amountText }: SpreadTextProps) {
  const text = useText().plans.quality
  const nameOf = ({ personId }: Distance) => district.persons.find((own) => own.id === personId)?.name ?? ''
  if (!over && !under) return <>{text.even}</>
  return (
    <>
      {over && <div>{text.over(nameOf(over), amountText(over.amount))}</div>}
      {under && <div>{text.under(nameOf(under), amountText(under.amount))}</div>}
    </>
  )
}
