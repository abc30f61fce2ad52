import { BOARD_DAYS } from '../../board/board-days.ts'
import type { Violation } from '../../core/rules/violation.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import type { BoardState } from './board-state.ts'
import { FlagList } from './flag-list.tsx'
import type { PageBoard } from './page-board.ts'
import { flagContext } from './use-violation-text.ts'

interface BoardFlagsProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly hrefOf: (violation: Violation) => string | undefined
}

/** What is wrong on the board's days, in words. One doctor's page tells what concerns them by itself. */
export function BoardFlags({ view, state, hrefOf }: BoardFlagsProps) {
  const { board, views } = useText()
  if (state.view === 'doctor') return null
  return (
    <section id="flags">
      <Heading>{view.days.length > BOARD_DAYS ? views.half.flags : board.flags}</Heading>
      <FlagList
        flags={view.flags.flags}
        value={flagContext(view.value)}
        isPublished={view.value.draft === null}
        hrefOf={hrefOf}
      />
    </section>
  )
}
