import type { FieldProblem, Refusal } from '../../usecases/refusal.ts'
import type { DraftValue } from '../../usecases/show-draft.ts'
import { AreaField, InputField, Problems, RefusalAlert, SubmitButton } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { isEditable } from './draft-actions.tsx'

/** What a refused form held, and what stood in its way. */
export interface LifeForm {
  readonly given: { readonly name?: string; readonly message?: string; readonly answerBy?: string }
  readonly refusal: Refusal | null
  readonly problems: readonly FieldProblem[]
}

interface LifeProps {
  readonly value: DraftValue
  readonly form: LifeForm
  /** Scheme and host that doctors reach the installation by. */
  readonly origin: string
}

/** A draft's name, who may read it, and putting it away. */
export function DraftLifePage(props: LifeProps) {
  const { circulating, pages } = useText()
  const { value, form } = props
  const { draft, district } = value
  const { life, circulate } = circulating
  return (
    <div class="narrow-column">
      <PageHeading title={life.title} />
      <Problems
        problems={form.problems}
        labels={{ name: life.name, message: circulate.message, answerBy: circulate.answerBy }}
      />
      {form.refusal && form.problems.length === 0 && (
        <RefusalAlert>{pages.refusals[form.refusal.kind]}</RefusalAlert>
      )}
      <form method="post" action={paths.renameDraft(district.id, draft.id)} class="stack" novalidate>
        <InputField
          name="name"
          label={life.name}
          value={form.given.name ?? draft.name}
          problems={form.problems}
        />
        <SubmitButton variant="secondary">{life.rename}</SubmitButton>
      </form>
      {draft.status === 'draft' && <CirculateForm {...props} />}
      {draft.status === 'circulated' && <IsOut {...props} />}
      {isEditable(draft) && <DiscardForm value={value} />}
      {draft.status === 'discarded' && <Discarded districtId={district.id} draft={draft} />}
      <p>
        <ButtonLink href={paths.draft(district.id, draft.id)} variant="secondary">
          {circulating.life.back}
        </ButtonLink>
      </p>
    </div>
  )
}

function CirculateForm({ value, form }: LifeProps) {
  const { circulate } = useText().circulating
  const { district, draft } = value
  return (
    <section>
      <Heading>{circulate.title}</Heading>
      <form method="post" action={paths.circulateDraft(district.id, draft.id)} class="stack" novalidate>
        <p>{circulate.lead}</p>
        <AreaField
          name="message"
          label={circulate.message}
          description={circulate.messageHelp}
          isFree
          value={form.given.message ?? ''}
          rows={3}
          problems={form.problems}
        />
        <InputField
          name="answerBy"
          type="date"
          label={circulate.answerBy}
          description={circulate.answerByHelp}
          value={form.given.answerBy ?? ''}
          problems={form.problems}
        />
        <div class="actions">
          <SubmitButton>{circulate.send}</SubmitButton>
          <ButtonLink href={paths.circulatedDraft(district.id, draft.id)} variant="tertiary">
            {circulate.see}
          </ButtonLink>
        </div>
      </form>
    </section>
  )
}

/** The link for the doctors, and the way back. */
function IsOut({ value, origin }: LifeProps) {
  const { circulating, pages } = useText()
  const { circulate } = circulating
  const { district, draft } = value
  const address = paths.circulatedDraft(district.id, draft.id)
  return (
    <section>
      <Heading>{circulate.isOut}</Heading>
      <div class="ds-field">
        <label class="ds-label" for="f-address">
          {circulate.address}
        </label>
        <div data-field="description" id="f-address-description">
          {circulate.addressHelp}
        </div>
        <textarea
          class="ds-input"
          id="f-address"
          readonly
          rows={2}
          spellcheck={false}
          aria-describedby="f-address-description"
        >
          {`${origin}${address}`}
        </textarea>
      </div>
      <div class="actions">
        <button class="ds-button" data-variant="secondary" type="button" data-copy="f-address" hidden>
          {pages.form.copy}
        </button>
        <span role="status" data-copied={pages.form.copied} />
        <ButtonLink href={address} variant="tertiary">
          {circulate.see}
        </ButtonLink>
      </div>
      <form method="post" action={paths.takeBackDraft(district.id, draft.id)} class="stack">
        <p>{circulate.takeBackLead}</p>
        <SubmitButton variant="secondary">{circulate.takeBack}</SubmitButton>
      </form>
    </section>
  )
}

function DiscardForm({ value: { district, draft } }: Pick<LifeProps, 'value'>) {
  const { life } = useText().circulating
  return (
    <section>
      <Heading>{life.discard}</Heading>
      <form method="post" action={paths.discardDraft(district.id, draft.id)} class="stack">
        <p>{life.discardLead}</p>
        <SubmitButton variant="secondary">{life.discard}</SubmitButton>
      </form>
    </section>
  )
}

/** Says that a draft is put away, with the way back. */
export function Discarded(props: { districtId: string; draft: DraftValue['draft'] }) {
  const { life } = useText().circulating
  return (
    <div class="ds-alert" data-color="info">
      <p>{life.discarded}</p>
      <form method="post" action={paths.bringBackDraft(props.districtId, props.draft.id)}>
        <SubmitButton variant="secondary">{life.bringBack}</SubmitButton>
      </form>
    </div>
  )
}
