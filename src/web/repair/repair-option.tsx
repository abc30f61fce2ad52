import { isUndeclared } from '../../board/undeclared.ts'
import type { District } from '../../core/rota/district.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { toWall } from '../../core/time/oslo.ts'
import type { RepairOption } from '../../usecases/repair-options.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { useText } from '../text-context.ts'
import type { RepairAsked } from './repair-form.tsx'

interface OptionProps {
  readonly district: District
  readonly asked: RepairAsked
  readonly number: number
  readonly option: RepairOption
}

/** One way to repair: what changes, whom to call, what it does to their hours, and the button that takes it. */
export function RepairCard({ district, asked, number, option }: OptionProps) {
  const { repair } = useText()
  const words = repair.option
  const nameOf = (personId: PersonId) => district.persons.find(({ id }) => id === personId)?.name ?? personId
  const called = option.effects.map(({ personId }) => personId).filter((id) => id !== asked.doctor)
  const heading = `option-${number}`
  return (
    <li class="ds-card repair-option" aria-labelledby={heading}>
      <h3 class="ds-heading" data-size="2xs" id={heading}>
        {words.title(number)}
      </h3>
      <p>
        <b>{words.changes(option.changes.length)}.</b>{' '}
        {called.length === 0 ? words.callNobody : words.call(called.map(nameOf))}{' '}
        {option.changes.every(({ to }) => to === null) && words.leavesOpen}
      </p>
      <Changes district={district} asked={asked} option={option} nameOf={nameOf} />
      <Warnings district={district} option={option} />
      <UnknownTotals district={district} option={option} />
      <Effects option={option} nameOf={nameOf} />
      <Choose asked={asked} number={number} option={option} />
    </li>
  )
}

interface PartProps extends Pick<OptionProps, 'option'> {
  readonly nameOf: (personId: PersonId) => string
}

function Changes({ district, asked, option, nameOf }: PartProps & Pick<OptionProps, 'district' | 'asked'>) {
  const { format, repair } = useText()
  const name = (personId: PersonId | null) => (personId === null ? null : nameOf(personId))
  return (
    <ul class="duty-list">
      {option.changes.map(({ need, from, to }) => {
        const line = district.lines.find(({ id }) => id === need.lineId)
        return (
          <li>
            <b>{format.timeSpan(need)}</b>
            <span>{`${line?.code ?? ''} ${need.name}: ${repair.option.handOver(from === asked.doctor ? null : name(from), name(to))}`}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Warnings({ district, option }: Pick<OptionProps, 'district' | 'option'>) {
  const { repair } = useText()
  const told = useViolationText({ district, needs: [] })
  const { warnings } = option
  if (warnings.length === 0) return <p>{repair.option.noWarnings}</p>
  return (
    <details class="more">
      <summary>{repair.option.warnings(warnings.length)}</summary>
      <ul class="flags">
        {warnings.map((violation) => (
          <li class="warns">
            <p>{told.statement(violation)}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who takes a duty though nobody knows how many hours they work besides: no cap has been tried on them. */
function UnknownTotals({ district, option }: Pick<OptionProps, 'district' | 'option'>) {
  const { repair } = useText()
  const takers = new Set(
    option.changes.flatMap(({ need, to }) =>
      to !== null && isUndeclared(district, to, toWall(need.start).date) ? [to] : [],
    ),
  )
  const names = district.persons.flatMap(({ id, name }) => (takers.has(id) ? [name] : []))
  return names.length === 0 ? null : <p>{repair.option.unknownTotals(names)}</p>
}

function Effects({ option, nameOf }: PartProps) {
  const { repair } = useText()
  return (
    <details class="more">
      <summary>{repair.option.hours}</summary>
      <ul class="ds-list">
        {option.effects.map(({ personId, minutesBefore, minutesAfter, overBefore, overAfter }) => (
          <li>
            <b>{nameOf(personId)}</b>
            <br />
            {repair.option.effect(minutesBefore, minutesAfter)} {repair.option.share(overBefore, overAfter)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The whole of what is shown goes with the button, so that it is either done or refused as it was seen. */
function Choose({ asked, number, option }: Omit<OptionProps, 'district'>) {
  const { repair } = useText()
  const changes = option.changes.map(({ need, seat, from, to }) => ({ needId: need.id, seat, from, to }))
  return (
    <form method="post">
      {Object.entries(asked).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="changes" value={JSON.stringify(changes)} />
      <button
        class="ds-button"
        type="submit"
        data-variant={number === 1 ? undefined : 'secondary'}
        aria-label={repair.option.chooseLabel(number)}
      >
        {repair.option.choose}
      </button>
    </form>
  )
}
