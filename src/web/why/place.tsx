import type { PlaceChoice, PlaceValue } from '../../usecases/explain-place.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { Holders } from '../duty/duty.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { ChoiceDetails, MainReason, More, Reasons } from './choice.tsx'

interface WhyPlaceProps {
  readonly value: PlaceValue
  readonly title: string
}

/** Why a place is held by whom it is or by nobody, and what would come of each other doctor. */
export function WhyPlace({ value, title }: WhyPlaceProps) {
  const { format, why } = useText()
  const { need } = value
  const holder = value.choices.find((choice) => choice.isHolder)
  const others = value.choices.filter((choice) => !choice.isHolder)
  const able = others.filter((choice) => choice.blocking.length === 0)
  const kept = others.filter((choice) => choice.blocking.length > 0)
  return (
    <div class="stack why">
      <PageHeading title={title} />
      <p>
        {format.timeSpan(need)} <span class="nowrap">({format.hours(need.end - need.start)})</span>
      </p>
      <p class="hint">{why.place.lead}</p>
      {holder && <Holder value={value} holder={holder} able={able} />}
      {!holder && value.slices.length > 0 && (
        <section>
          <Holders slices={value.slices} district={value.district} span={need} />
          <p>{why.place.shared}</p>
        </section>
      )}
      {!holder && value.slices.length === 0 && <Open value={value} able={able} />}
      {able.length > 0 && (
        <section aria-labelledby="able">
          <Heading id="able">{holder ? why.place.others(able.length) : why.place.can(able.length)}</Heading>
          {holder && <p class="hint">{why.place.points}</p>}
          <ul class="reasons">
            {able.map((choice) => (
              <li>
                <h3 class="ds-heading" data-size="2xs">
                  {nameOf(value, choice)}
                </h3>
                <More more={choice.more} />
                {holder && <MainReason choice={choice} holder={holder} />}
                <ChoiceDetails value={value} choice={choice} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {kept.length > 0 && <Kept value={value} kept={kept} />}
    </div>
  )
}

export function nameOf({ district }: PlaceValue, { personId }: Pick<PlaceChoice, 'personId'>): string {
  return district.persons.find((person) => person.id === personId)?.name ?? personId
}

interface HolderProps {
  readonly value: PlaceValue
  readonly holder: PlaceChoice
  readonly able: readonly PlaceChoice[]
}

function Holder({ value, holder, able }: HolderProps) {
  const { why } = useText()
  const name = nameOf(value, holder)
  return (
    <section aria-labelledby="holder">
      <Heading id="holder">{why.place.holder(name)}</Heading>
      {holder.blocking.length > 0 ? (
        <Broken value={value} choice={holder} title={why.place.holderBreaks(name)} />
      ) : (
        <p>{standing(value, holder, able, why)}</p>
      )}
      <ChoiceDetails value={value} choice={holder} />
    </section>
  )
}

function standing(
  value: PlaceValue,
  holder: PlaceChoice,
  able: readonly PlaceChoice[],
  { place }: ReturnType<typeof useText>['why'],
): string {
  const name = nameOf(value, holder)
  const [best] = able
  if (!best) return place.onlyHolder(name)
  if (best.more !== null && Math.round(best.more) < 0)
    return place.better(nameOf(value, best), Math.round(-best.more), name)
  return best.more === null ? '' : place.cheapest(name)
}

function Open({ value, able }: Omit<HolderProps, 'holder'>) {
  const { why } = useText()
  return (
    <section aria-labelledby="open">
      <Heading id="open">{why.place.open}</Heading>
      <p>{able.length === 0 ? why.place.canNobody : why.place.canHint}</p>
      <Reasons value={value} />
    </section>
  )
}

/** Each who cannot, with the first rule that stands in the way and its numbers. */
function Kept({ value, kept }: { value: PlaceValue; kept: readonly PlaceChoice[] }) {
  const { why } = useText()
  return (
    <section aria-labelledby="kept">
      <Heading id="kept">{why.place.cannot(kept.length)}</Heading>
      <ul class="reasons">
        {kept.map((choice) => (
          <li>
            <h3 class="ds-heading" data-size="2xs">
              {nameOf(value, choice)}
            </h3>
            <Broken value={value} choice={choice} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first breach as a sentence with its source; the others folded. */
function Broken({ value, choice, title }: { value: PlaceValue; choice: PlaceChoice; title?: string }) {
  const { why } = useText()
  const words = useViolationText(value)
  const [first, ...rest] = choice.blocking
  if (!first) return null
  return (
    <>
      {title && <p>{title}</p>}
      <p>
        {words.statement(first)} <small class="source">{words.why(first)}</small>
      </p>
      {rest.length > 0 && (
        <details>
          <summary>{`${why.place.more} (${rest.length})`}</summary>
          <ul class="ds-list">
            {rest.map((found) => (
              <li>
                {words.statement(found)} <small class="source">{words.why(found)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
