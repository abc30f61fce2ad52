import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, Problems, SubmitButton, Tick } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { IssuerValues } from './presets.ts'

interface IssuerFormProps {
  readonly title: string
  /** Null for a new one. */
  readonly id: string | null
  readonly values: IssuerValues
  readonly problems: readonly FieldProblem[]
}

/** What can be said of a provider. Its address or tenant is asked for once. */
export function IssuerForm({ title, id, values, problems }: IssuerFormProps) {
  const text = useText().providers.issuerForm
  const { newTitle: _new, changeTitle: _change, ...labels } = text
  const isEntra = values.kind === 'entra-id'
  const field = (name: 'name' | 'url' | 'tenant' | 'clientId' | 'scope' | 'acrValues' | 'strongAcr') => (
    <InputField
      name={name}
      label={text[name]}
      description={text[`${name}Help`]}
      value={values[name]}
      problems={problems}
      autocomplete="off"
    />
  )
  return (
    <div class="narrow-column">
      <PageHeading title={title} />
      <Problems problems={problems} labels={labels} />
      <form method="post" action={id === null ? paths.newIssuer : paths.issuer(id)} class="stack" novalidate>
        <input type="hidden" name="kind" value={values.kind} />
        {field('name')}
        {id === null && (isEntra ? field('tenant') : field('url'))}
        {field('clientId')}
        {field('scope')}
        {field('acrValues')}
        {field('strongAcr')}
        <Tick name="isOpen" id="f-isOpen" value="yes" label={text.isOpen} isChecked={values.isOpen} />
        <SubmitButton>{text.save}</SubmitButton>
      </form>
    </div>
  )
}
