import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { ChoiceLoad, PlaceChoice, PlaceValue } from '../../usecases/explain-place.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { useText } from '../text-context.ts'

interface ChoiceProps {
  readonly value: PlaceValue
  readonly choice: PlaceChoice
}

/** How a choice lies against fair shares, what it warns of, and how its points add up. */
export function ChoiceDetails({ value, choice }: ChoiceProps) {
  const { why, words } = useText()
  const violationText = useViolationText(value)
  return (
    <>
      <Shares load={choice.load} />
      {choice.hasWish && <p>{words.stances[choice.hasWish]}</p>}
      {choice.warnings.length > 0 && (
        <>
          <p>{why.place.warnings}</p>
          <ul class="ds-list">
            {choice.warnings.map((found) => (
              <li>{violationText.statement(found)}</li>
            ))}
          </ul>
        </>
      )}
      {choice.price && choice.price.parts.length > 0 && <Points choice={choice} />}
    </>
  )
}

/** What the duty does to each measure that it counts in. */
function Shares({ load }: { load: ChoiceLoad }) {
  const { why } = useText()
  const { target } = load
  if (target === null) return <p>{why.place.outside}</p>
  const minutes = (of: ChoiceLoad['without']) => DUTY_FORMS.reduce((sum, form) => sum + of.minutes[form], 0)
  const counts = (['nights', 'weekends', 'holidays'] as const).filter(
    (measure) => load.with[measure] !== load.without[measure],
  )
  return (
    <p>
      {why.share.hours(minutes(load.without), minutes(load.with), minutes(target))}
      {counts.map((measure) => (
        <>
          <br />
          {why.share[measure](load.without[measure], load.with[measure], target[measure])}
        </>
      ))}
    </p>
  )
}

function Points({ choice }: Pick<ChoiceProps, 'choice'>) {
  const { why } = useText()
  return (
    <details>
      <summary>{why.place.details}</summary>
      <p class="hint">{why.place.against}</p>
      <ul class="ds-list">
        {choice.price?.parts.map(({ name, points }) => (
          <li>
            {points > 0 ? why.dearer[name] : why.cheaper[name]}{' '}
            <span class="nowrap">
              ({points > 0 ? why.place.moreOf(Math.round(points)) : why.place.lessOf(Math.round(points))})
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The one thing that this doctor would cost most more than the present holder. */
export function MainReason({ choice, holder }: { choice: PlaceChoice; holder: PlaceChoice }) {
  const { why } = useText()
  const ofHolder = new Map(holder.price?.parts.map(({ name, points }) => [name, points]))
  const own = new Map(choice.price?.parts.map(({ name, points }) => [name, points]))
  const names = [...new Set([...own.keys(), ...ofHolder.keys()])]
  const more = names.map((name) => ({ name, points: (own.get(name) ?? 0) - (ofHolder.get(name) ?? 0) }))
  const [dearest] = more.sort((a, b) => b.points - a.points)
  if (!dearest || Math.round(dearest.points) <= 0 || (choice.more ?? 0) <= 0) return null
  return <p>{why.place.mostly(why.dearer[dearest.name])}</p>
}

/** How much better or worse the rota would be than it is. */
export function More({ more }: { more: number | null }) {
  const { place } = useText().why
  if (more === null) return null
  const points = Math.round(more)
  const text =
    points === 0 ? place.asGood : points > 0 ? place.lessGood(points) : place.betterThanNow(-points)
  return <p class="more">{`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`}</p>
}

/** What stands in the way, rule by rule, with the doctors each keeps away. */
export function Reasons({ value }: { value: PlaceValue }) {
  const { format, violations, why } = useText()
  if (value.reasons.length === 0) return null
  const name = (id: string) => value.district.persons.find((person) => person.id === id)?.name ?? id
  return (
    <dl class="why-counts">
      {value.reasons.map(({ kind, personIds }) => (
        <>
          <dt>{why.place.reasons(violations.findings[kind], personIds.length)}</dt>
          <dd>{format.list(personIds.map(name))}</dd>
        </>
      ))}
    </dl>
  )
}
