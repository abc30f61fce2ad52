import type { WeightName } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { CriterionCost, Floor } from '../../usecases/show-weights.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface CriterionProps {
  readonly cost: CriterionCost
  /** The points of all criteria above zero. */
  readonly all: number
  readonly district: District
}

/** One criterion: how much there is of it, what it costs, how low that could be, and what it counts for. */
export function Criterion({ cost, all, district }: CriterionProps) {
  const { weights } = useText()
  const { name, points, floor } = cost
  return (
    <li>
      <h3 class="ds-heading" data-size="2xs">
        {weights.names[name]}
      </h3>
      <div>
        <p>{weights.amounts[name](cost.amount)}</p>
        {floor && <FloorText name={name} floor={floor} points={points} />}
        <p class="hint">
          <Weight cost={cost} district={district} />
        </p>
      </div>
      <div class="cost">
        {points > 0 && <Bar part={cost.part} floorPart={floor && floor.points / all} />}
        {points > 0 && <p>{`${weights.row.points(points)}, ${weights.row.part(cost.part)}`}</p>}
        {points < 0 && <p>{weights.row.gain(points)}</p>}
      </div>
    </li>
  )
}

/** Even sharing has a value of its own in the agreement. */
function parameterOf(name: WeightName): 'fairness' | 'builderWeights' {
  return isEven(name) ? 'fairness' : 'builderWeights'
}

type Even = 'hours' | 'nights' | 'weekends' | 'holidays'

export function isEven(name: WeightName): name is Even {
  return name === 'hours' || name === 'nights' || name === 'weekends' || name === 'holidays'
}

interface FloorProps {
  readonly name: WeightName
  readonly floor: Floor
  readonly points: number
}

/** How near to an even share all could be at best, as people count; the points stand behind it. */
function FloorText({ name, floor, points }: FloorProps) {
  const { weights } = useText()
  if (!isEven(name)) return null
  const say = weights.distances[name]
  const now = weights.row[name === 'hours' ? 'furthestHours' : 'furthest'](say(floor.furthest))
  const least = say(floor.leastFurthest)
  return (
    <>
      <p>{least === say(0) ? now : `${now} ${weights.row.least(least)}`}</p>
      <p class="hint">{points <= floor.points ? weights.row.atFloor : weights.row.floor(floor.points)}</p>
    </>
  )
}

/** What it counts for, and where that is changed. */
export function Weight({ cost, district }: Omit<CriterionProps, 'all'>) {
  const { row, names } = useText().weights
  const { name, weight, agreedWeight } = cost
  const told = weight === agreedWeight ? row.weight(weight) : row.triedWeight(weight, agreedWeight)
  return (
    <>
      {told}.{' '}
      <a
        class="ds-link"
        href={paths.agreementValue(district.id, parameterOf(name))}
        aria-label={row.changeOf(names[name])}
      >
        {row.change}
      </a>
    </>
  )
}

const WIDTH = 100
const HEIGHT = 12

/** The part of all points, with a stroke at the lowest that is possible. */
function Bar({ part, floorPart }: { part: number; floorPart: number | null }) {
  const { row } = useText().weights
  const x = (own: number) => Math.round(WIDTH * 10 * Math.min(1, own)) / 10
  return (
    <svg
      class="cost-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={row.bar(part, floorPart)}
    >
      <rect class="track" x="0" y="1" width={WIDTH} height={HEIGHT - 2} />
      <rect class="amount" x="0" y="1" width={x(part)} height={HEIGHT - 2} />
      {floorPart !== null && (
        <rect class="floor" x={Math.max(0, x(floorPart) - 0.5)} y="0" width="1" height={HEIGHT} />
      )}
    </svg>
  )
}
