import type { FieldProblem } from '../../usecases/refusal.ts'
import type { CriterionCost, WeightsValue } from '../../usecases/show-weights.ts'
import type { FormTexts } from '../agreement/value-form.ts'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Criterion, Weight } from './criterion.tsx'
import { Trial } from './trial.tsx'

export interface WeightsProps {
  readonly view: WeightsValue
  /** As they stand in the address. */
  readonly texts: FormTexts
  readonly problems: readonly FieldProblem[]
}

/** What each criterion counts for and costs in a draft, dearest first, with the lowest that is possible beside it. */
export function Weights(props: WeightsProps) {
  const { view, problems } = props
  const { weights } = useText()
  const { district, draft } = view
  const dear = view.criteria.filter(({ points }) => points !== 0)
  const free = view.criteria.filter(({ points }) => points === 0)
  return (
    <>
      <PageHeading title={weights.title} />
      <p class="lead">{weights.lead}</p>
      <p>{weights.first}</p>
      <p>{stateOf(view, weights.state)}</p>
      {view.isTried && problems.length === 0 ? (
        <div class="ds-alert" data-color="info">
          {weights.tried}
        </div>
      ) : (
        <p class="hint">{weights.agreed(view.from)}</p>
      )}
      {dear.length === 0 ? <Empty>{weights.empty}</Empty> : <Costs criteria={dear} view={view} />}
      {dear.length > 0 && free.length > 0 && <Free criteria={free} view={view} />}
      <Trial {...props} />
      <ButtonLink href={paths.draft(district.id, draft.id)} variant="secondary">
        {weights.back}
      </ButtonLink>
    </>
  )
}

function stateOf({ open, hard }: WeightsValue, text: ReturnType<typeof useText>['weights']['state']): string {
  const faults = [...(open > 0 ? [text.open(open)] : []), ...(hard > 0 ? [text.hard(hard)] : [])]
  return faults.length === 0 ? text.fine : `${faults.join(', ')}.`
}

interface CriteriaProps {
  readonly criteria: readonly CriterionCost[]
  readonly view: WeightsValue
}

function Costs({ criteria, view }: CriteriaProps) {
  const { weights } = useText()
  const all = criteria.reduce((sum, { points }) => sum + Math.max(0, points), 0)
  return (
    <>
      <p class="hint">{weights.legend}</p>
      <ol class="costs">
        {criteria.map((cost) => (
          <Criterion cost={cost} all={all} district={view.district} />
        ))}
      </ol>
    </>
  )
}

/** What counts and is not found in the draft at all. */
function Free({ criteria, view }: CriteriaProps) {
  const { weights } = useText()
  return (
    <section>
      <Heading>{weights.nothing.title}</Heading>
      <p class="hint">{weights.nothing.lead}</p>
      <ul class="ds-list">
        {criteria.map((cost) => (
          <li>
            {weights.names[cost.name]}. <Weight cost={cost} district={view.district} />
          </li>
        ))}
      </ul>
    </section>
  )
}
