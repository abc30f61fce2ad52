import { APPEAL_STEPS } from '../../core/plans/exemption-change.ts'
import { hasEffect } from '../../core/rota/exemption.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { OwnExemption, OwnGp } from '../../usecases/show-municipality-exemptions.ts'
import { InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { useDecisionLabels } from './decision-form.tsx'
import { GroundFields, type GroundForm, toldField } from './ground-fields.tsx'
import { GroundReaders, ShownToDoctor } from './ground-readers.tsx'
import { groundText } from './my-exemptions.tsx'
import { scopeText } from './scope-choice.tsx'

/** What was typed in one of the page's forms. */
export interface DecidedForm extends GroundForm {
  /** 'yes': the doctor's account is not shown the ground. */
  readonly keepBack: string
  readonly on: string
  readonly appeal: string
}

interface DecidedProps {
  readonly number: string
  readonly doctor: OwnGp
  readonly held: OwnExemption
  readonly today: string
  readonly form: DecidedForm
  readonly problems: readonly FieldProblem[]
}

/** One exemption with its ground, and what its decider may do with it next. */
export function DecidedExemption(props: DecidedProps) {
  const text = useText()
  const { exemptions, format } = text
  const { municipality, mine, scopes } = exemptions
  const { doctor, held, problems, today } = props
  const { exemption, ground } = held
  const isOver = !hasEffect(exemption) || (exemption.to !== null && exemption.to <= today)
  return (
    <div class="narrow-column">
      <PageHeading title={municipality.forDoctor(doctor.name)} />
      <Problems
        problems={problems.map((problem) => ({ ...problem, field: toldField(problem.field) }))}
        labels={useDecisionLabels()}
      />
      <dl class="facts">
        <dt>{municipality.effect}</dt>
        <dd>
          {hasEffect(exemption)
            ? format.dateRange(exemption)
            : mine.takenBack(format.dateOnly(exemption.from))}
        </dd>
        <dt>{scopes.label}</dt>
        <dd>{scopeText(exemption.scope, text)}</dd>
        <dt>{municipality.ground}</dt>
        <dd>{groundText(ground, text)}</dd>
      </dl>
      {ground.kind === 'untold' && <Tell {...props} />}
      {ground.kind === 'discretionary' && APPEAL_STEPS[ground.appeal].length > 0 && <Appeal {...props} />}
      {!isOver && <End {...props} />}
      {ground.kind !== 'untold' && <GroundReaders {...props} />}
    </div>
  )
}

function Tell({ number, doctor, held, form, problems }: DecidedProps) {
  const { municipality } = useText().exemptions
  const place = [number, doctor.districtId, doctor.personId, held.exemption.id] as const
  return (
    <section>
      <Heading>{municipality.ground}</Heading>
      <p>{municipality.untoldLead}</p>
      <form method="post" action={paths.tellGround(...place)} class="stack" novalidate>
        <GroundFields form={form} contracts={doctor.contracts} problems={problems} />
        <ShownToDoctor doctor={doctor} isKeptBack={form.keepBack === 'yes'} />
        <SubmitButton>{municipality.tell}</SubmitButton>
      </form>
    </section>
  )
}

function Appeal({ number, doctor, held, today, form, problems }: DecidedProps) {
  const { municipality } = useText().exemptions
  const place = [number, doctor.districtId, doctor.personId, held.exemption.id] as const
  const { ground } = held
  const steps = ground.kind === 'discretionary' ? APPEAL_STEPS[ground.appeal] : []
  const isOwn = form.appeal !== ''
  return (
    <section>
      <Heading>{municipality.appeal}</Heading>
      <form method="post" action={paths.recordAppeal(...place)} class="stack" novalidate>
        <SelectField
          name="appeal"
          label={municipality.appealTo}
          value={form.appeal}
          options={steps.map((step) => [step, municipality.appealSteps[step]] as const)}
          problems={problems}
        />
        {steps.includes('reversed') && (
          <InputField
            name="on"
            id={isOwn ? 'f-on' : 'f-appeal-on'}
            type="date"
            label={municipality.appealOn}
            value={isOwn ? form.on : today}
            problems={isOwn ? problems : []}
          />
        )}
        <SubmitButton variant="secondary">{municipality.appealSave}</SubmitButton>
      </form>
    </section>
  )
}

function End({ number, doctor, held, today, form, problems }: DecidedProps) {
  const { municipality } = useText().exemptions
  const place = [number, doctor.districtId, doctor.personId, held.exemption.id] as const
  const { from } = held.exemption
  const isOwn = form.appeal === '' && form.on !== ''
  return (
    <section>
      <Heading>{municipality.end}</Heading>
      <p>{held.ground.kind === 'right' ? municipality.endLeadRight : municipality.endLead}</p>
      <form method="post" action={paths.endExemption(...place)} class="stack" novalidate>
        <InputField
          name="on"
          id={isOwn ? 'f-on' : 'f-end-on'}
          type="date"
          label={municipality.endOn}
          value={isOwn ? form.on : from > today ? from : today}
          problems={isOwn ? problems : []}
        />
        {held.ground.kind === 'contract-term' && (
          <>
            <p class="hint">{municipality.agreedHelp}</p>
            <Tick name="agreed" id="f-agreed" value="yes" label={municipality.agreed} isChecked={false} />
          </>
        )}
        <SubmitButton variant="secondary">{municipality.end}</SubmitButton>
      </form>
    </section>
  )
}
