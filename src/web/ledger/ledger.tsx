import type { PersonId } from '../../core/rota/person.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { LedgerValue } from '../../usecases/show-ledger.ts'
import { ButtonLink, Empty, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Balance } from './balance.tsx'
import { Counts } from './counts.tsx'
import type { LedgerSort } from './district-sort.ts'
import { DistrictTable } from './district-table.tsx'
import { PeriodForm } from './period-form.tsx'
import { periodName } from './period-name.ts'
import { PersonFigures } from './person-figures.tsx'
import { Segments } from './segments.tsx'
import { Shares } from './shares.tsx'

export interface LedgerState extends LedgerSort {
  /** The doctor whose ledger it is; null for the whole district. */
  readonly personId: PersonId | null
  readonly correction: CorrectionForm | null
}

/** A correction that was refused, as it was typed. */
export interface CorrectionForm {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

export interface LedgerProps {
  readonly value: LedgerValue
  readonly state: LedgerState
}

/** The figures of a period: of everybody in one table, or of one doctor in full. */
export function Ledger({ value, state }: LedgerProps) {
  const text = useText()
  const { ledger } = text.ledger
  const { district, period } = value
  const [own] = value.ledgers
  const person = value.hidesOthers ? own?.personId : state.personId
  const name = district.persons.find(({ id }) => id === person)?.name
  const isEmpty = value.ledgers.every(({ planned, worked }) => planned.dutyMinutes + worked.dutyMinutes === 0)
  return (
    <>
      <PageHeading title={titleOf(value, state, name, text)}>
        <span>{periodName(period, text)}</span>
      </PageHeading>
      <Links value={value} state={state} />
      <PeriodForm
        action={addressOf(district.id, state)}
        period={period}
        kinds={value.kinds}
        kept={{ sort: state.sort, dir: state.dir }}
      />
      <p class="lead">{`${text.format.dateRange(period)}. ${ledger.lead}`}</p>
      <State value={value} />
      {isEmpty && <Empty>{ledger.none}</Empty>}
      {person === undefined || person === null ? (
        <DistrictTable value={value} state={state} />
      ) : (
        <OnePerson value={value} state={state} />
      )}
      {value.hidesOthers && <Counts value={value} />}
    </>
  )
}

export function titleOf(
  value: LedgerValue,
  { personId }: Pick<LedgerState, 'personId'>,
  name: string | undefined,
  { ledger: { ledger } }: ReturnType<typeof useText>,
): string {
  if (value.hidesOthers) return ledger.own
  return personId === null || name === undefined ? ledger.title : ledger.of(name)
}

/** Of the district's ledger, or of one doctor's. */
function addressOf(districtId: string, { personId }: LedgerState): string {
  return personId === null ? paths.ledger(districtId) : paths.doctorLedger(districtId, personId)
}

function OnePerson({ value, state }: LedgerProps) {
  const [own] = value.ledgers
  if (!own) return null
  return (
    <>
      <PersonFigures ledger={own} />
      <Shares value={value} />
      <Balance value={value} personId={own.personId} form={state.correction} />
      <Segments ledger={own} />
    </>
  )
}

function Links({ value, state }: LedgerProps) {
  const { ledger } = useText().ledger
  const { district, period } = value
  const { kind, from: date } = period
  return (
    <ul class="in-row">
      {state.personId !== null && !value.hidesOthers && (
        <li>
          <a class="ds-link" href={withQuery(paths.ledger(district.id), { kind, date })}>
            {ledger.all}
          </a>
        </li>
      )}
      <li>
        <a class="ds-link" href={paths.hours(district.id)}>
          {ledger.toHours}
        </a>
      </li>
      <li>
        <a class="ds-link" href={paths.closings(district.id)}>
          {ledger.toClosings}
        </a>
      </li>
    </ul>
  )
}

/** Whether the figures can still change, and who has said that they cannot. */
function State({ value }: { value: LedgerValue }) {
  const { format, ledger: text } = useText()
  const { ledger } = text
  const { closing, district, period } = value
  if (closing)
    return (
      <div class="ds-alert" data-color="success">
        {ledger.closed(closing.by, format.dateTime(closing.closedAt))}
      </div>
    )
  const { kind, from: date } = period
  return (
    <>
      <p class="hint">
        {ledger.open} {value.isPartlyClosed && ledger.partlyClosed}
      </p>
      {value.mayClose && !value.isPartlyClosed && (
        <ButtonLink href={withQuery(paths.closePeriod(district.id), { kind, date })} variant="secondary">
          {ledger.close}
        </ButtonLink>
      )}
    </>
  )
}
