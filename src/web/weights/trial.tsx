import { BUILDER_WEIGHTS, type WeightName } from '../../core/rota/agreement.ts'
import type { Shape } from '../../core/rota/parameter-shape.ts'
import { shapeOf } from '../../core/rota/parameters.ts'
import type { CriterionCost } from '../../usecases/show-weights.ts'
import { TimesField } from '../agreement/times-field.tsx'
import { type FormTexts, toTexts } from '../agreement/value-form.ts'
import { isEditable } from '../draft/draft-actions.tsx'
import { Problems } from '../form.tsx'
import { ButtonLink } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { isEven } from './criterion.tsx'
import type { WeightsProps } from './weights.tsx'

/** All weights in one form, though the agreement keeps them as two values. */
export const WEIGHTS_SHAPE = {
  kind: 'fields',
  fields: { ...fieldsOf('fairness'), ...fieldsOf('builderWeights') },
  isPartial: true,
} as const

function fieldsOf(name: 'fairness' | 'builderWeights'): Readonly<Record<string, Shape>> {
  const shape = shapeOf(name)
  return shape.kind === 'fields' ? shape.fields : {}
}

const ORDER: readonly WeightName[] = ['hours', 'nights', 'weekends', 'holidays', ...BUILDER_WEIGHTS]

/** Other weights, by which the draft is only reckoned anew; what is tried can be taken along to the agreement. */
export function Trial({ view, texts, problems }: WeightsProps) {
  const { agreement, weights } = useText()
  const { trial } = weights
  const { district, draft, criteria } = view
  const shown: FormTexts = problems.length > 0 ? texts : textsOf(criteria)
  const labels = Object.fromEntries(ORDER.map((name) => [`value.${name}`, weights.names[name]]))
  return (
    <details class="more" open={view.isTried || problems.length > 0}>
      <summary>{trial.title}</summary>
      <form method="get" class="stack">
        <p>{trial.lead}</p>
        <Problems problems={problems} labels={labels} />
        <div class="trial">
          {ORDER.map((name) => (
            <TimesField
              field={`value.${name}`}
              label={weights.names[name]}
              hint={isEven(name) ? agreement.form.range('0,01', '1000') : agreement.form.range('0,1', '10')}
              texts={shown}
              problems={problems}
            />
          ))}
        </div>
        <div class="actions">
          <button class="ds-button" type="submit">
            {trial.submit}
          </button>
          {view.isTried && (
            <ButtonLink href={paths.draftWeights(district.id, draft.id)} variant="tertiary">
              {trial.reset}
            </ButtonLink>
          )}
        </div>
      </form>
      {view.isTried && <Rebuild view={view} />}
      {view.isTried && <Adopt criteria={criteria} districtId={district.id} />}
    </details>
  )
}

function textsOf(criteria: readonly CriterionCost[]): FormTexts {
  const values = Object.fromEntries(criteria.map(({ name, weight }) => [name, weight]))
  return toTexts(WEIGHTS_SHAPE, values)
}

/** Builds all anew by what is tried, and says what that gives away. */
function Rebuild({ view: { district, draft, criteria, held } }: Pick<WeightsProps, 'view'>) {
  const { plans, weights } = useText()
  if (!isEditable(draft)) return null
  return (
    <form method="post" action={paths.draftWeights(district.id, draft.id)} class="stack">
      <p>{plans.draft.rebuildHint(held)}</p>
      {Object.entries(textsOf(criteria)).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <div class="actions">
        <button class="ds-button" data-variant="secondary" type="submit">
          {weights.trial.build}
        </button>
      </div>
    </form>
  )
}

/** Leads to the agreement with what is tried filled in. */
function Adopt({
  criteria,
  districtId,
}: {
  readonly criteria: readonly CriterionCost[]
  readonly districtId: string
}) {
  const { trial } = useText().weights
  const isChanged = (own: CriterionCost) => own.weight !== own.agreedWeight
  const even = criteria.filter(({ name }) => isEven(name))
  const others = criteria.filter(({ name }) => !isEven(name))
  return (
    <div class="stack">
      <p>{trial.adoptLead}</p>
      <div class="actions">
        {even.some(isChanged) && (
          <ButtonLink href={adoptHref(districtId, 'fairness', even)} variant="secondary">
            {trial.adoptEven}
          </ButtonLink>
        )}
        {others.some(isChanged) && (
          <ButtonLink href={adoptHref(districtId, 'builderWeights', others)} variant="secondary">
            {trial.adopt}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

function adoptHref(
  districtId: string,
  parameter: 'fairness' | 'builderWeights',
  criteria: readonly CriterionCost[],
): string {
  const texts = Object.entries(textsOf(criteria)).map(([name, values]) => [name, values.at(-1) ?? ''])
  const query = new URLSearchParams(texts)
  return `${paths.agreementValue(districtId, parameter)}?${query}#new`
}
