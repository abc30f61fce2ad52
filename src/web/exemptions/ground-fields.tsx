import type { Engagement } from '../../core/rota/engagement.ts'
import type { Text } from '../../text/text.ts'
import type { ToldGround } from '../../usecases/deciding.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, SelectField } from '../form.tsx'
import { useText } from '../text-context.ts'

/** A ground as it was typed. */
export interface GroundForm {
  readonly ground: string
  /** When it was decided or claimed. */
  readonly toldOn: string
  readonly engagementId: string
}

type GroundName = keyof Text['exemptions']['municipality']['kinds']

const NAMES = ['health', 'weighty-social', 'over-60', 'pregnancy', 'breastfeeding', 'contract-term'] as const

interface GroundFieldsProps {
  readonly form: GroundForm
  readonly contracts: readonly Engagement[]
  readonly problems: readonly FieldProblem[]
}

/** What the municipality tells as the ground: of which kind, since when, and which contract. */
export function GroundFields({ form, contracts, problems }: GroundFieldsProps) {
  const { exemptions, format, pages, words } = useText()
  const { municipality } = exemptions
  const options = NAMES.map((name) => [name, municipality.kinds[name]] as const)
  return (
    <>
      <SelectField
        name="ground"
        label={municipality.kind}
        description={municipality.kindHelp}
        value={form.ground}
        options={[['', pages.form.choose], ...options]}
        problems={problems}
      />
      <InputField
        name="toldOn"
        type="date"
        label={municipality.toldOn}
        description={municipality.toldOnHelp}
        value={form.toldOn}
        problems={problems.map((problem) => ({ ...problem, field: toldField(problem.field) }))}
      />
      <SelectField
        name="engagementId"
        label={municipality.contract}
        description={municipality.contractHelp}
        value={form.engagementId}
        options={[
          ['', municipality.noContract],
          ...contracts.map(
            (contract) =>
              [
                contract.id,
                municipality.contractText(words.engagementForms[contract.form], format.dateRange(contract)),
              ] as const,
          ),
        ]}
        problems={problems}
      />
    </>
  )
}

/** One field asks for both dates, since only one of them is ever told. */
export function toldField(field: string): string {
  return field === 'claimedOn' || field === 'decidedOn' ? 'toldOn' : field
}

/** The ground that a form tells, or the field that it lacks. */
export function readGround({ ground, toldOn, engagementId }: GroundForm): ToldGround | FieldProblem {
  const name: GroundName | undefined = NAMES.find((known) => known === ground)
  if (name === undefined) return { field: 'ground', code: 'not-chosen', value: '' }
  if (name === 'contract-term') return { kind: name, engagementId }
  if (toldOn === '') return { field: 'toldOn', code: 'missing', value: '' }
  if (name === 'health' || name === 'weighty-social')
    return { kind: 'discretionary', reason: name, decidedOn: toldOn }
  return { kind: 'right', right: name, claimedOn: toldOn }
}
