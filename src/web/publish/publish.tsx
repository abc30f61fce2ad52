import { dutyNameOfId } from '../../board/duty-names.ts'
import type { PersonDifference } from '../../core/rota/publication.ts'
import { isAtFloor, isBlocking, type Violation } from '../../core/rules/violation.ts'
import type { PublicationPreview } from '../../usecases/preview-publication.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { AreaField, InputField, Problems, RefusalAlert, SubmitButton, Tick } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { lineSentence } from '../line-sentence.ts'
import { paths } from '../paths.ts'
import type { PublishForm } from '../publish-pages.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { undeclaredDoctors } from '../undeclared.ts'
import { waiverKey } from './waiver-key.ts'

interface PublishProps {
  readonly preview: PublicationPreview
  readonly form: PublishForm
}

/** What changes for whom, what stands in the way, and one button. */
export function Publish({ preview, form }: PublishProps) {
  const { format, pages, plans } = useText()
  const { district, draft } = preview
  const isStructural = preview.violations.some((violation) => violation.grade === 'structural')
  const lines = district.lines.filter((line) => preview.lineIds.includes(line.id))
  return (
    <>
      <PageHeading title={plans.publish.title} />
      <Problems
        problems={form.problems}
        labels={{
          reason: plans.publish.reason,
          'waiver-reason': plans.publish.waiveReason,
          discussedOn: plans.publish.discussedOn,
        }}
      />
      {form.refusal && form.problems.length === 0 && (
        <RefusalAlert>{pages.refusals[form.refusal.kind]}</RefusalAlert>
      )}
      <p class="lead">
        {`${draft.name}: ${format.dateRange(preview)}, ${format.list(lines.map((line) => `${line.code} ${line.name}`))}.`}
      </p>
      {preview.clashes.length > 0 && <Clashing preview={preview} />}
      {preview.open.length > 0 && (
        <div class="ds-alert" data-color="info">
          {plans.publish.open(preview.open.length)}
        </div>
      )}
      <form method="post" class="stack">
        <input type="hidden" name="revision" value={String(preview.revision)} />
        <Breaches preview={preview} form={form} />
        <PastLines preview={preview} />
        <Differences preview={preview} />
        <Discussed preview={preview} form={form} />
        <InputField
          name="reason"
          label={plans.publish.reason}
          description={plans.publish.reasonHelp}
          value={form.reason}
          problems={form.problems}
        />
        <div class="actions">
          {!isStructural && preview.clashes.length === 0 && preview.hasChanges && (
            <SubmitButton>{plans.publish.publish}</SubmitButton>
          )}
          <ButtonLink href={paths.draft(district.id, draft.id)} variant="secondary">
            {plans.publish.back}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}

/** What must be settled on the draft first, by name. */
function Clashing({ preview }: { preview: PublicationPreview }) {
  const text = useText()
  const { district, draft, clashes } = preview
  return (
    <div class="ds-alert" data-color="warning">
      <p>{text.plans.publish.clashing(clashes.length)}</p>
      <ul>
        {clashes.map((clash) => (
          <li>{dutyNameOfId(district, clash.needId, text)}</li>
        ))}
      </ul>
      <a class="ds-link" href={`${paths.draft(district.id, draft.id)}#clashes`}>
        {text.plans.publish.back}
      </a>
    </div>
  )
}

function Breaches({ preview, form }: PublishProps) {
  const { board, plans } = useText()
  const blocking = preview.violations.filter(isBlocking)
  const structural = blocking.filter((violation) => violation.grade === 'structural')
  const waivable = blocking.filter((violation) => violation.grade === 'blocks')
  const warnings = preview.violations.filter((violation) => violation.grade === 'warns')
  const undeclared = undeclaredDoctors(preview.district, preview)
  const atFloor = warnings.filter(isAtFloor).length
  return (
    <section>
      {undeclared.length > 0 && <p>{board.undeclared(undeclared)}</p>}
      {blocking.length === 0 && <p class="fine">{plans.publish.fine}</p>}
      {structural.length > 0 && (
        <>
          <Heading>{plans.publish.structural}</Heading>
          <Sentences violations={structural} preview={preview} />
        </>
      )}
      {waivable.length > 0 && <Waivers violations={waivable} preview={preview} form={form} />}
      {warnings.length > 0 && (
        <details class="more">
          <summary>{plans.publish.warnings(warnings.length)}</summary>
          {atFloor > 0 && <p>{plans.publish.atFloor(atFloor)}</p>}
          <Sentences violations={warnings} preview={preview} />
        </details>
      )}
    </section>
  )
}

/** What a line would say if it were adopted: never in the way. */
function PastLines({ preview: { lines } }: { preview: PublicationPreview }) {
  const text = useText()
  if (lines.length === 0) return null
  return (
    <div class="hint">
      <ul class="plain">
        {lines.map((line) => (
          <li>{lineSentence(line, text)}</li>
        ))}
      </ul>
    </div>
  )
}

/** The deadline before it is too late, and when the plan was talked over. */
function Discussed({ preview: { deadline }, form }: PublishProps) {
  const { format, plans } = useText()
  return (
    <>
      {deadline !== null && <p>{plans.publish.deadline(format.date(deadline))}</p>}
      <InputField
        name="discussedOn"
        type="date"
        label={plans.publish.discussedOn}
        description={plans.publish.discussedHelp}
        value={form.discussedOn}
        problems={form.problems}
      />
    </>
  )
}

interface BreachProps {
  readonly violations: readonly Violation[]
  readonly preview: PublicationPreview
}

function Sentences({ violations, preview }: BreachProps) {
  const told = useViolationText({ district: preview.district, needs: [] })
  return (
    <ul class="flags">
      {violations.map((violation) => (
        <li class={isBlocking(violation) ? 'blocks' : 'warns'}>
          <p>{told.statement(violation)}</p>
        </li>
      ))}
    </ul>
  )
}

function Waivers({ violations, preview, form }: BreachProps & { form: PublishForm }) {
  const { plans } = useText()
  const told = useViolationText({ district: preview.district, needs: [] })
  return (
    <fieldset class="ds-fieldset waivers">
      <legend class="ds-label">{plans.publish.blocking}</legend>
      <p>{plans.publish.blockingLead}</p>
      {violations.map((violation, index) => (
        <div class="waiver">
          <p>{told.statement(violation)}</p>
          <p class="hint">{told.why(violation)}</p>
          <Tick
            name="waive"
            id={`waive-${index}`}
            value={waiverKey(violation)}
            label={plans.publish.waive}
            isChecked={form.waived.includes(waiverKey(violation))}
          />
        </div>
      ))}
      <AreaField
        name="waiver-reason"
        label={plans.publish.waiveReason}
        description={plans.publish.waiveHelp}
        value={form.waiverReason}
        rows={2}
        problems={form.problems}
      />
    </fieldset>
  )
}

function Differences({ preview }: { preview: PublicationPreview }) {
  const { plans } = useText()
  return (
    <section>
      <Heading>{plans.publish.differences}</Heading>
      {preview.changedNeeds.length > 0 && <p>{plans.publish.needsChanged(preview.changedNeeds.length)}</p>}
      {preview.differences.length === 0 ? (
        <p>{plans.publish.noDifferences}</p>
      ) : (
        <>
          <p class="hint">{plans.publish.differencesNote}</p>
          <DifferenceTable preview={preview} />
        </>
      )}
    </section>
  )
}

function DifferenceTable({ preview }: { preview: PublicationPreview }) {
  const { people, plans } = useText()
  return (
    <Scroll label={plans.publish.differences}>
      <table class="ds-table differences">
        <thead>
          <tr>
            <th scope="col">{people.doctors.name}</th>
            <th scope="col">{plans.publish.gained}</th>
            <th scope="col">{plans.publish.lost}</th>
            <th scope="col">{plans.publish.moved}</th>
          </tr>
        </thead>
        <tbody>
          {preview.differences.map((difference) => (
            <Difference difference={difference} preview={preview} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Difference({ difference, preview }: { difference: PersonDifference; preview: PublicationPreview }) {
  const { plans } = useText()
  const person = preview.district.persons.find((own) => own.id === difference.personId)
  return (
    <tr>
      <th scope="row">
        {person?.name}
        {person && !person.email && <small class="hint">{` ${plans.publish.noEmail}`}</small>}
      </th>
      {[difference.gained, difference.lost, difference.moved].map((needIds) => (
        <td>
          <DutyNames needIds={needIds} preview={preview} />
        </td>
      ))}
    </tr>
  )
}

/** A number to scan, with the duties behind it for whoever asks. */
function DutyNames({ needIds, preview }: { needIds: readonly string[]; preview: PublicationPreview }) {
  const text = useText()
  if (needIds.length === 0) return <>–</>
  return (
    <details class="more">
      <summary>{text.plans.publish.showDuties(needIds.length)}</summary>
      <ul>
        {needIds.map((needId) => (
          <li>{dutyNameOfId(preview.district, needId, text)}</li>
        ))}
      </ul>
    </details>
  )
}
