import type { ClaimedRight, Right } from '../../usecases/claim-right.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { MyExemptionPlace } from '../../usecases/show-my-exemptions.ts'
import { InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DutiesReached } from './duty-lists.tsx'
import { PreviewButtons } from './preview-buttons.tsx'
import { ScopeField } from './scope-choice.tsx'

/** A claim as it was typed. */
export interface ClaimForm {
  readonly districtId: string
  readonly right: string
  readonly bornOn: string
  readonly scope: string
  readonly from: string
  /** The last day; may be empty. */
  readonly to: string
  /** Number of the municipality that is to read why; may be empty. */
  readonly decider: string
}

export const RIGHTS = ['over-60', 'pregnancy', 'breastfeeding'] as const satisfies readonly Right[]

interface ClaimProps {
  /** Districts in which the doctor is a GP with an agreement. */
  readonly places: readonly MyExemptionPlace[]
  readonly form: ClaimForm
  readonly problems: readonly FieldProblem[]
}

/** First what is claimed; dates are proposed from it. */
export function ClaimStart({ places, form, problems }: ClaimProps) {
  const { exemptions } = useText()
  const { claim } = exemptions
  return (
    <div class="narrow-column">
      <PageHeading title={claim.title} />
      <p class="lead">{claim.lead}</p>
      <p>{claim.other}</p>
      <Problems problems={problems} labels={useLabels()} />
      <form method="post" action={paths.claimRight} class="stack" novalidate>
        <District places={places} form={form} problems={problems} />
        <fieldset class="ds-fieldset" id="f-right">
          <legend class="ds-label">{claim.right}</legend>
          {RIGHTS.map((right) => (
            <Tick
              type="radio"
              name="right"
              id={`right-${right}`}
              value={right}
              label={claim.rights[right]}
              isChecked={form.right === right}
            />
          ))}
        </fieldset>
        <InputField
          name="bornOn"
          type="date"
          label={claim.bornOn}
          description={claim.bornOnHelp}
          value={form.bornOn}
          problems={problems}
        />
        <SubmitButton>{claim.next}</SubmitButton>
      </form>
    </div>
  )
}

interface LookOverProps extends ClaimProps {
  /** What it would do; null before that was asked. */
  readonly seen: ClaimedRight | null
}

/** Then its dates and what they reach, to be changed or claimed. */
export function ClaimLookOver({ places, form, problems, seen }: LookOverProps) {
  const { exemptions } = useText()
  const { claim } = exemptions
  const right = RIGHTS.find((known) => known === form.right) ?? 'over-60'
  const isOpenEnded = right === 'over-60'
  return (
    <div class="narrow-column">
      <PageHeading title={claim.lookOver} />
      <p class="lead">{claim.rights[right]}</p>
      <p>{claim.proposed}</p>
      <Problems problems={problems} labels={useLabels()} />
      <form method="post" action={paths.claimRight} class="stack" novalidate>
        <input type="hidden" name="step" value="look-over" />
        <input type="hidden" name="right" value={right} />
        <input type="hidden" name="seen" value={seen ? seenOf(form) : ''} />
        <District places={places} form={form} problems={problems} />
        <ScopeField value={form.scope} problems={problems} />
        <div class="side-by-side">
          <InputField name="from" type="date" label={claim.from} value={form.from} problems={problems} />
          <InputField
            name="to"
            type="date"
            label={claim.to}
            description={isOpenEnded ? claim.toHelp : claim.toAsked}
            value={form.to}
            problems={problems}
          />
        </div>
        {seen && (
          <section>
            <DutiesReached duties={seen.duties} mayAmend={false} />
            <Decider deciders={seen.deciders} form={form} problems={problems} />
          </section>
        )}
        <PreviewButtons confirm={claim.confirm} isSeen={seen !== null} />
      </form>
    </div>
  )
}

/** What was looked over: other dates are shown again before they are claimed. */
export function seenOf({ districtId, right, scope, from, to }: ClaimForm): string {
  return [districtId, right, scope, from, to].join(' ')
}

/** Who reads why: told where there is one, asked where there are several, since the district wrote that they are home. */
function Decider({ deciders, form, problems }: Pick<ClaimedRight, 'deciders'> & Omit<ClaimProps, 'places'>) {
  const { exemptions, pages } = useText()
  const { claim } = exemptions
  const [only] = deciders
  if (!only) return null
  if (deciders.length > 1)
    return (
      <SelectField
        name="decider"
        label={claim.decider}
        description={claim.deciderHelp}
        value={form.decider}
        options={[['', pages.form.choose], ...deciders.map(({ number, name }) => [number, name] as const)]}
        problems={problems}
      />
    )
  return (
    <>
      <p>{claim.readBy(only.name)}</p>
      <input type="hidden" name="decider" value={only.number} />
    </>
  )
}

function District({ places, form, problems }: ClaimProps) {
  const { exemptions } = useText()
  const [only] = places
  if (places.length === 1) return <input type="hidden" name="districtId" value={only?.districtId} />
  return (
    <SelectField
      name="districtId"
      label={exemptions.claim.district}
      value={form.districtId}
      options={places.map(({ districtId, districtName }) => [districtId, districtName] as const)}
      problems={problems}
    />
  )
}

function useLabels() {
  const { claim, scopes } = useText().exemptions
  const { district, right, bornOn, from, to, decider } = claim
  return { districtId: district, right, ground: right, bornOn, scope: scopes.label, from, to, decider }
}
