import { dutyNameOfId, needOfId } from '../../board/duty-names.ts'
import type { District } from '../../core/rota/district.ts'
import type { Need } from '../../core/rota/need.ts'
import type { Wish } from '../../core/rota/wish.ts'
import type { Text } from '../../text/text.ts'
import type { WishesValue } from '../../usecases/show-wishes.ts'
import { ButtonLink, Empty, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

export function WishList({ value }: { value: WishesValue }) {
  const { wishes } = useText().people
  const { id } = value.district
  const isForAll = value.mayEnterFor.length > 1
  return (
    <>
      <PageHeading title={wishes.title} />
      <p class="lead">{wishes.lead}</p>
      {value.mayEnterFor.length > 0 && (
        <div class="actions">
          <ButtonLink href={paths.newWish(id)}>{wishes.add}</ButtonLink>
          {value.mayPaste && (
            <ButtonLink href={paths.pasteWishes(id)} variant="secondary">
              {wishes.paste}
            </ButtonLink>
          )}
        </div>
      )}
      {value.wishes.length === 0 ? (
        <Empty>{isForAll ? wishes.none : wishes.noneOwn}</Empty>
      ) : (
        <WishTable
          district={value.district}
          wishes={value.wishes}
          mayRemove={value.mayEnterFor}
          held={value.held}
        />
      )}
    </>
  )
}

interface WishTableProps {
  readonly district: District
  readonly wishes: readonly Wish[]
  /** Whose wishes get a button that takes them away. */
  readonly mayRemove: readonly string[]
  readonly held: WishesValue['held']
}

export function WishTable({ district, wishes, mayRemove, held }: WishTableProps) {
  const { people } = useText()
  return (
    <Scroll label={people.wishes.title}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{people.wishes.doctor}</th>
            <th scope="col">{people.wishes.when}</th>
            <th scope="col">{people.wishes.stance}</th>
            <th scope="col">{people.wishes.weight}</th>
            {mayRemove.length > 0 && (
              <td>
                <span class="ds-sr-only">{people.wishes.remove}</span>
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          {wishes.map((wish) => (
            <Row wish={wish} district={district} mayRemove={mayRemove} held={held[wish.id] ?? []} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const COLORS = { wish: 'success', 'rather-not': 'warning', cannot: 'danger' } as const

function Row({
  wish,
  district,
  mayRemove,
  held,
}: {
  wish: Wish
  district: District
  mayRemove: readonly string[]
  held: readonly Need[]
}) {
  const text = useText()
  const person = district.persons.find((own) => own.id === wish.personId)
  const when = wishTime(wish, district, text)
  return (
    <tr>
      <th scope="row">{person?.name}</th>
      <td>
        {when}
        {held.map((need) => (
          <p class="hint">
            {text.people.wishes.onDuty}{' '}
            <a class="ds-link" href={paths.duty(district.id, need.id, 0)}>
              {dutyText(district, need, text)}
            </a>
          </p>
        ))}
      </td>
      <td>
        <span class="ds-tag" data-color={COLORS[wish.stance]}>
          {text.words.stances[wish.stance]}
        </span>
      </td>
      <td>{text.words.weights[wish.weight]}</td>
      {mayRemove.length > 0 && (
        <td>
          {mayRemove.includes(wish.personId) && (
            <form method="post" action={paths.removeWish(district.id, wish.id)}>
              <button
                class="ds-button"
                data-variant="tertiary"
                type="submit"
                aria-label={text.people.wishes.removeLabel(`${person?.name}, ${when}`)}
              >
                {text.people.wishes.remove}
              </button>
            </form>
          )}
        </td>
      )}
    </tr>
  )
}

/** 'Nattevakt man. 17. mai (N)'. */
function dutyText(district: District, need: Need, { format, people }: Text): string {
  const line = district.lines.find((candidate) => candidate.id === need.lineId)
  return people.wishes.duty(need.name, line?.code ?? '', format.shortDate(need.date))
}

/** What a wish is about, in words. */
function wishTime({ about }: Wish, district: District, text: Text): string {
  const { format, people, words } = text
  if (about.kind === 'duty') {
    const need = needOfId(district, about.needId)
    return need ? dutyText(district, need, text) : dutyNameOfId(district, about.needId, text)
  }
  if (about.kind === 'dates') return format.dateRange(about)
  const days = format.list(about.weekdays.map((day) => words.weekdays[day - 1] ?? ''))
  return people.wishes.onWeekdays(days, format.dateRange(about))
}
