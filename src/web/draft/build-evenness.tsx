import type { BuildValue } from '../../usecases/show-build.ts'
import { useText } from '../text-context.ts'

type Evenness = NonNullable<BuildValue['evenness']>

const CRITERIA = ['hours', 'nights', 'weekends', 'holidays'] as const satisfies readonly (keyof Evenness)[]

/**
 * How far from even each thing is, beside the nearest that any rota can come; empty places for the page's script without. In
 * words alone: hours and nights have no scale in common that a bar could be drawn on.
 */
export function EvenList({ evenness }: { evenness: Evenness | null }) {
  const { building, weights } = useText()
  const { build: text } = building
  return (
    <ul class="costs even">
      {CRITERIA.map((criterion) => {
        const say = weights.distances[criterion]
        const own = evenness?.[criterion]
        return (
          <li data-criterion={criterion}>
            <h3 class="ds-heading" data-size="2xs">
              {text.criteria[criterion]}
            </h3>
            <p>
              {text.now}: <b data-now>{own ? say(own.furthest) : text.unknown}</b>
            </p>
            <p>
              {text.least}: <b data-least>{own ? leastText(own, say, text) : text.unknown}</b>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function leastText(
  { furthest, least }: Evenness[keyof Evenness],
  say: (amount: number) => string,
  text: ReturnType<typeof useText>['building']['build'],
): string {
  if (least === null) return text.notWorkedOut
  return text.leastOf(say(furthest), say(least), say(0))
}
