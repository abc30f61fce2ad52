import { minutesIn } from '../../board/load-bar.ts'
import type { BoardValue } from '../../usecases/show-board.ts'
import { LoadBar } from '../board/load-bar.tsx'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'

/** Everybody's duty hours as bars, the fullest first, each with its fair share. */
export function LoadPicture({ board }: { board: BoardValue }) {
  const { format, pages } = useText()
  const names = new Map(board.district.persons.map((person) => [person.id, person.name]))
  const shares = board.shares.toSorted((a, b) => minutesIn(b.actual) - minutesIn(a.actual))
  const scaleMinutes = Math.max(
    ...shares.map((own) => Math.max(minutesIn(own.actual), minutesIn(own.target))),
  )
  return (
    <section>
      <Heading>{pages.districtHome.load}</Heading>
      <p class="hint">{pages.districtHome.loadNote}</p>
      <table class="bars">
        <tbody>
          {shares.map((share) => (
            <tr>
              <th scope="row">{names.get(share.personId)}</th>
              <td>{format.wholeHours(minutesIn(share.actual))}</td>
              <td>
                <LoadBar load={share.actual} target={share.target} scaleMinutes={scaleMinutes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
