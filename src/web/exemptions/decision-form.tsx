import type { DutiesInside } from '../../usecases/exemption-reading.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { OwnGp } from '../../usecases/show-municipality-exemptions.ts'
import { InputField, Problems } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DutiesReached } from './duty-lists.tsx'
import { GroundFields, type GroundForm, toldField } from './ground-fields.tsx'
import { ShownToDoctor } from './ground-readers.tsx'
import { PreviewButtons } from './preview-buttons.tsx'
import { ScopeField } from './scope-choice.tsx'

/** An exemption as a municipality typed it. */
export interface DecisionForm extends GroundForm {
  /** 'yes': the doctor's account is not shown the ground. */
  readonly keepBack: string
  readonly scope: string
  readonly from: string
  /** The last day; may be empty. */
  readonly to: string
}

interface DecisionProps {
  readonly number: string
  readonly doctor: OwnGp
  readonly form: DecisionForm
  readonly problems: readonly FieldProblem[]
  /** Of a form that was looked over and not yet stored. */
  readonly duties: DutiesInside | null
}

/** A new exemption of one of the municipality's own GPs. */
export function NewDecision({ number, doctor, form, problems, duties }: DecisionProps) {
  const { municipality } = useText().exemptions
  return (
    <div class="narrow-column">
      <PageHeading title={municipality.enterFor(doctor.name)} />
      <Problems
        problems={problems.map((problem) => ({ ...problem, field: toldField(problem.field) }))}
        labels={useDecisionLabels()}
      />
      {doctor.isOver55 && <p class="hint">{`${doctor.name}: ${municipality.over55}.`}</p>}
      <form
        method="post"
        action={paths.decideExemption(number, doctor.districtId, doctor.personId)}
        class="stack"
        novalidate
      >
        <input type="hidden" name="seen" value={duties ? seenOf(form) : ''} />
        <GroundFields form={form} contracts={doctor.contracts} problems={problems} />
        <ScopeField value={form.scope} problems={problems} />
        <div class="side-by-side">
          <InputField
            name="from"
            type="date"
            label={municipality.from}
            value={form.from}
            problems={problems}
          />
          <InputField
            name="to"
            type="date"
            label={municipality.to}
            description={municipality.toHelp}
            value={form.to}
            problems={problems}
          />
        </div>
        <ShownToDoctor doctor={doctor} isKeptBack={form.keepBack === 'yes'} />
        {duties && (
          <section>
            <DutiesReached duties={duties} mayAmend={false} />
          </section>
        )}
        <PreviewButtons confirm={municipality.save} isSeen={duties !== null} />
      </form>
    </div>
  )
}

/** What was looked over: anything else is shown again before it is stored. */
export function seenOf({ ground, toldOn, engagementId, scope, from, to }: DecisionForm): string {
  return [ground, toldOn, engagementId, scope, from, to].join(' ')
}

/** How the fields of a decision are called, by their names. */
export function useDecisionLabels() {
  const { municipality, readers, scopes } = useText().exemptions
  return {
    ground: municipality.kind,
    toldOn: municipality.toldOn,
    engagementId: municipality.contract,
    scope: scopes.label,
    from: municipality.from,
    to: municipality.to,
    receiver: readers.handOverTo,
    on: municipality.endOn,
    agreed: municipality.agreed,
    appeal: municipality.appealTo,
  }
}
