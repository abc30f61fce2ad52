import type { ExemptionScope } from '../../core/rota/exemption.ts'
import type { DutyForm } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { SelectField } from '../form.tsx'
import { useText } from '../text-context.ts'

const FORMS = ['home', 'on-site', 'backup'] as const satisfies readonly DutyForm[]

/** Every scope as a form names it. */
export const SCOPES: Readonly<Record<string, ExemptionScope>> = {
  'out-of-hours': { kind: 'out-of-hours' },
  nights: { kind: 'nights' },
  ...Object.fromEntries(FORMS.map((form) => [`form-${form}`, { kind: 'form', form }])),
}

export function scopeText(scope: ExemptionScope, { exemptions, words }: Text): string {
  return scope.kind === 'form'
    ? exemptions.scopes.form(words.forms[scope.form])
    : exemptions.scopes[scope.kind]
}

export function scopeOptions(text: Text): (readonly [string, string])[] {
  return Object.entries(SCOPES).map(([name, scope]) => [name, scopeText(scope, text)] as const)
}

export function ScopeField({ value, problems }: { value: string; problems: readonly FieldProblem[] }) {
  const text = useText()
  return (
    <SelectField
      name="scope"
      label={text.exemptions.scopes.label}
      value={value}
      options={scopeOptions(text)}
      problems={problems}
    />
  )
}
