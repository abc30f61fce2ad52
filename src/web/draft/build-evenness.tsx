import type { BuildValue } from '../../usecases/show-build.ts'
import { useText } from '../text-context.ts'

type Evenness = NonNullable<BuildValue['evenness']>

const CRITERIA = ['hours', 'nights', 'weekends', 'holidays'] as const satisfies readonly (keyof Evenness)[]
const WIDTH = 100
const HEIGHT = 12

/** How far from even each thing is, beside the nearest that any rota can come; empty places for the page's script without. */
export function EvenBars({ evenness }: { evenness: Evenness | null }) {
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
            <Bar amount={own ? own.furthest : 0} least={own?.least ?? null} />
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
  return say(furthest) === say(least) ? text.asEven : say(least)
}

/** What it shows stands in words beside it. */
function Bar({ amount, least }: { amount: number; least: number | null }) {
  const most = Math.max(amount, least ?? 0)
  const x = (own: number) => (most === 0 ? 0 : Math.round((WIDTH * 10 * own) / most) / 10)
  return (
    <svg
      class="cost-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="track" x="0" y="1" width={WIDTH} height={HEIGHT - 2} />
      <rect class="amount" x="0" y="1" width={x(amount)} height={HEIGHT - 2} data-amount />
      <rect
        class="floor"
        x={least === null ? 0 : Math.max(0, x(least) - 0.5)}
        y="0"
        width={least === null ? 0 : 1}
        height={HEIGHT}
        data-floor
      />
    </svg>
  )
}
