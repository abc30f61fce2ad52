import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, SubmitButton } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface ChangeProps {
  readonly credentialId: string
  readonly label: string
  readonly problems: readonly FieldProblem[]
}

/** One passkey of one's own: another name for it, or an end to it. */
export function ChangePasskey({ credentialId, label, problems }: ChangeProps) {
  const { changing } = useText().passkeys
  return (
    <>
      <form method="post" action={paths.changePasskey(credentialId)} class="stack">
        <InputField
          name="label"
          label={changing.label}
          value={label}
          problems={problems}
          autocomplete="off"
          isRequired
        />
        <SubmitButton variant="secondary">{changing.save}</SubmitButton>
      </form>
      <section class="stack">
        <Heading>{changing.removeTitle}</Heading>
        <p>{changing.removeLead}</p>
        <form method="post" action={paths.removePasskey(credentialId)}>
          <button class="ds-button" data-color="danger" type="submit">
            {changing.remove}
          </button>
        </form>
      </section>
    </>
  )
}
