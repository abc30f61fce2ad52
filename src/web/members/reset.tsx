import type { FieldProblem } from '../../usecases/refusal.ts'
import type { ResetValue } from '../../usecases/show-reset.ts'
import { InputField, Problems, SubmitButton } from '../form.tsx'
import { ButtonLink, PageHeading } from '../heading.tsx'
import { useText } from '../text-context.ts'

/** What was written of another address than the account's own. */
export interface ResetForm {
  /** '' for the account's own. */
  readonly email: string
  readonly problems: readonly FieldProblem[]
}

interface ResetProps {
  readonly value: ResetValue
  readonly form: ResetForm
  /** Where the page stands, and both its forms are sent. */
  readonly action: string
  readonly back: string
}

/** What a reset is called: by name and address, so that nobody resets the wrong one. */
export function resetTitle(text: ReturnType<typeof useText>, { name, email }: ResetValue): string {
  return text.members.reset.title(name ?? email ?? text.members.list.nameless)
}

/** Who is to be let in anew, what they lose, and where the way back goes, before it is done. */
export function ResetPage({ value, form, action, back }: ResetProps) {
  const text = useText()
  const { reset } = text.members
  const isOther = form.email !== '' && form.problems.length === 0 && form.email !== value.email
  const to = isOther ? form.email : value.email
  return (
    <div class="narrow-column">
      <PageHeading title={resetTitle(text, value)} />
      <p class="lead">{reset.lead}</p>
      <p>
        {to === null ? reset.noAddress : reset.to} {to !== null && <strong class="address">{to}</strong>}
      </p>
      {isOther && (
        <div class="ds-alert" data-color="warning">
          {value.email === null ? reset.otherNew : reset.otherLead(value.email)}
        </div>
      )}
      <form method="post" action={action} class="actions">
        {isOther && <input type="hidden" name="email" value={form.email} />}
        <button class="ds-button" data-color="danger" type="submit">
          {reset.submit}
        </button>
        <ButtonLink href={back} variant="secondary">
          {reset.back}
        </ButtonLink>
      </form>
      {value.mayGoElsewhere && !isOther && <Elsewhere form={form} action={action} />}
    </div>
  )
}

/** Nothing is done by it: the page comes back with the address, to be read once more. */
function Elsewhere({ form, action }: Pick<ResetProps, 'form' | 'action'>) {
  const { reset } = useText().members
  return (
    <details class="more" open={form.problems.length > 0}>
      <summary>{reset.elsewhere}</summary>
      <form method="post" action={action} class="stack" novalidate>
        <Problems problems={form.problems} labels={{ email: reset.email }} />
        <input type="hidden" name="step" value="look" />
        <InputField
          name="email"
          type="email"
          label={reset.email}
          description={reset.emailHelp}
          value={form.email}
          problems={form.problems}
          autocomplete="off"
        />
        <div>
          <SubmitButton variant="secondary">{reset.look}</SubmitButton>
        </div>
      </form>
    </details>
  )
}
