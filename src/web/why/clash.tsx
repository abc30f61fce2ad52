import { shortDutyName } from '../../board/duty-names.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { ClashChange, ClashGround, ClashPlace, ClashValue } from '../../usecases/explain-clash.ts'
import { Heading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

/** Which duties and rules clash, and what would mend it. */
export function Clash({ value }: { value: ClashValue }) {
  const { why } = useText()
  const { found } = value
  if (found.kind !== 'clash') return <p>{why.clash[found.kind]}</p>
  return (
    <>
      <section class="stack">
        <p>{why.clash.lead(found.places.length)}</p>
        <ul class="ds-list">
          {found.places.map((place) => (
            <li>
              <PlaceLink value={value} place={place} />
            </li>
          ))}
        </ul>
        <Able value={value} able={found.able} />
      </section>
      <section class="stack" aria-labelledby="grounds">
        <Heading id="grounds">{why.clash.grounds}</Heading>
        <ul class="ds-list">
          {found.grounds.map((ground) => (
            <li>
              <Ground value={value} ground={ground} />
            </li>
          ))}
        </ul>
        <p class="hint">{found.isIrreducible ? why.clash.allNeeded : why.clash.perhapsMore}</p>
      </section>
      <WaysOut value={value} waysOut={found.waysOut} />
    </>
  )
}

interface OfValue {
  readonly value: ClashValue
}

function WaysOut({ value, waysOut }: OfValue & { waysOut: readonly (readonly ClashChange[])[] }) {
  const { why } = useText()
  return (
    <section class="stack" aria-labelledby="ways-out">
      <Heading id="ways-out">{why.clash.waysOut}</Heading>
      <p>{waysOut.length === 0 ? why.clash.noWayOut : why.clash.tried}</p>
      {waysOut.length > 0 && (
        <ol class="ds-list">
          {waysOut.map((changes) => (
            <li>
              <Changes value={value} changes={changes} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function PlaceLink({ value, place }: OfValue & { place: ClashPlace }) {
  const text = useText()
  const { district, draft } = value
  const cell = `${place.need.id}#${place.seat}`
  return (
    <>
      <a
        class="ds-link"
        href={withQuery(paths.draft(district.id, draft.id), { from: place.need.date, cell })}
      >
        {shortDutyName(district, place.need, text)}
      </a>{' '}
      <span class="nowrap">({text.format.clockSpan(place.need)})</span>
    </>
  )
}

function Able({ value, able }: OfValue & { able: readonly PersonId[] }) {
  const { format, why } = useText()
  return (
    <p>{able.length === 0 ? why.clash.ableNobody : why.clash.able(format.list(able.map(namesIn(value))))}</p>
  )
}

/** Names that stand open; more than these are folded. */
const FEW = 3

function Ground({ value, ground }: OfValue & { ground: ClashGround }) {
  const text = useText()
  const { clash } = text.why
  const name = namesIn(value)
  if (ground.kind === 'rule') return <>{clash.rules[ground.rule]}</>
  if (ground.kind === 'lock')
    return <>{clash.locked(name(ground.personId), shortDutyName(value.district, ground.place.need, text))}</>
  const names = text.format.list(ground.personIds.map(name))
  const why = text.violations.findings[ground.finding]
  if (ground.personIds.length <= FEW) return <>{clash.fact(names, why)}</>
  return (
    <details>
      <summary>{clash.facts(ground.personIds.length, why)}</summary>
      {names}
    </details>
  )
}

function Changes({ value, changes }: OfValue & { changes: readonly ClashChange[] }) {
  const text = useText()
  const { clash } = text.why
  const name = namesIn(value)
  const duty = (place: ClashPlace) => shortDutyName(value.district, place.need, text)
  const opened = changes.flatMap((change) => (change.kind === 'leave-open' ? [duty(change.place)] : []))
  const [first] = changes
  if (opened.length > 0 || !first) return <>{clash.leaveOpen(text.format.list(opened))}</>
  switch (first.kind) {
    case 'ask':
      return <>{clash.ask(name(first.personId), text.format.list(first.places.map(duty)))}</>
    case 'exceed-quota':
      return <>{clash.exceedQuota(name(first.personId), first.by)}</>
    case 'shorter-rest':
      return <>{clash.shorterRest(name(first.personId), duty(first.before), duty(first.after))}</>
    case 'no-backup':
      return <>{clash.noBackup(duty(first.place))}</>
    default:
      return <>{clash.unlock(duty(first.place))}</>
  }
}

function namesIn({ district }: ClashValue): (personId: string) => string {
  return (personId) => district.persons.find((person) => person.id === personId)?.name ?? personId
}
