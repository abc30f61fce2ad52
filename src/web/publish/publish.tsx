import { dutyNameOfId } from '../../board/duty-names.ts'
import type { PublicationPreview } from '../../usecases/preview-publication.ts'
import { DifferenceTable } from '../compare/difference-table.tsx'
import { LoadTable } from '../compare/load-table.tsx'
import { InputField, Problems, RefusalAlert, SubmitButton } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { lineSentence } from '../line-sentence.ts'
import { paths } from '../paths.ts'
import type { PublishForm } from '../publish-pages.tsx'
import { useText } from '../text-context.ts'
import { Breaches } from './breaches.tsx'
import { PartFields, PartForm } from './part-form.tsx'
import { reasonField, waiverGroups } from './waiver-groups.ts'

interface PublishProps {
  readonly preview: PublicationPreview
  readonly form: PublishForm
}

/** Which part, what changes for whom, what stands in the way, and one button. */
export function Publish({ preview, form }: PublishProps) {
  const { pages, plans } = useText()
  const { district, draft } = preview
  return (
    <>
      <PageHeading title={plans.publish.title} />
      <FormProblems preview={preview} form={form} />
      {form.refusal && form.problems.length === 0 && (
        <RefusalAlert>{pages.refusals[form.refusal.kind]}</RefusalAlert>
      )}
      <WhatIsPublished preview={preview} form={form} />
      <PartForm preview={preview} asked={form.part} problems={form.problems} />
      {preview.clashes.length > 0 && <Clashing preview={preview} />}
      {preview.open.length > 0 && preview.hasChanges && (
        <div class="ds-alert" data-color="info">
          {plans.publish.open(preview.open.length)}
        </div>
      )}
      {form.isPartKnown ? (
        <PublishFields preview={preview} form={form} />
      ) : (
        <p>
          <ButtonLink href={paths.draft(district.id, draft.id)} variant="secondary">
            {plans.publish.back}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function FormProblems({ preview, form }: PublishProps) {
  const { plans, publishing, violations } = useText()
  const groups = waiverGroups(preview.violations).map(({ key, violations: own }) => {
    const name = own[0] ? violations.ruleNames[own[0].rule] : ''
    return [reasonField(key), publishing.waivers.whyField(name)] as const
  })
  const labels = {
    reason: plans.publish.reason,
    discussedOn: plans.publish.discussedOn,
    lineIds: publishing.part.lines,
    from: publishing.part.from,
    to: publishing.part.to,
    ...Object.fromEntries(groups),
  }
  return <Problems problems={form.problems} labels={labels} />
}

function WhatIsPublished({ preview, form }: PublishProps) {
  const { format, publishing } = useText()
  const { district, draft, lineIds, remaining } = preview
  const lines = district.lines.filter((line) => lineIds.includes(line.id))
  if (!form.isPartKnown) return null
  return (
    <>
      <p class="lead">
        {`${draft.name}: ${format.dateRange(preview)}, ${format.list(lines.map((line) => `${line.code} ${line.name}`))}.`}
      </p>
      <p>
        {form.part.isPart ? publishing.part.isPart : publishing.part.isWhole}{' '}
        {form.part.isPart &&
          (remaining.length > 0 ? publishing.part.remaining(remaining.length) : publishing.part.nothingLeft)}
      </p>
    </>
  )
}

function PublishFields({ preview, form }: PublishProps) {
  const { plans } = useText()
  const { district, draft } = preview
  const isStructural = preview.violations.some((violation) => violation.grade === 'structural')
  return (
    <form method="post" class="stack" id="publish">
      <input type="hidden" name="revision" value={String(preview.revision)} />
      <input type="hidden" name="seen-edits" value={String(preview.edits)} />
      <PartFields asked={form.part} />
      <Breaches preview={preview} form={form} />
      <PastLines preview={preview} />
      <Differences preview={preview} />
      <Told preview={preview} />
      <Loads preview={preview} />
      <Discussed preview={preview} form={form} />
      <InputField
        name="reason"
        label={plans.publish.reason}
        description={plans.publish.reasonHelp}
        isFree
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

function Differences({ preview }: { preview: PublicationPreview }) {
  const { plans } = useText()
  const { publish } = plans
  return (
    <section>
      <Heading>{publish.differences}</Heading>
      {preview.changedNeeds.length > 0 && <p>{publish.needsChanged(preview.changedNeeds.length)}</p>}
      {preview.differences.length === 0 ? (
        <p>{publish.noDifferences}</p>
      ) : (
        <>
          <p class="hint">{publish.differencesNote}</p>
          <DifferenceTable
            district={preview.district}
            differences={preview.differences}
            label={publish.differences}
            heads={[publish.gained, publish.lost, publish.moved]}
          />
        </>
      )}
    </section>
  )
}

/** Who gets a message and when, who must confirm, and who must be told by hand. */
function Told({ preview }: { preview: PublicationPreview }) {
  const { told } = useText().publishing
  const named = (isOne: (doctor: PublicationPreview['told'][number]) => boolean) =>
    preview.told.filter(isOne).map(({ name }) => name)
  const atOnce = named(({ byMail, isUrgent }) => byMail && isUrgent)
  const soon = named(({ byMail, isUrgent }) => byMail && !isUrgent)
  const bySms = named((doctor) => doctor.bySms)
  const byHand = named(({ byMail }) => !byMail)
  const confirming = named(({ mustConfirm }) => mustConfirm)
  return (
    <section>
      <Heading>{told.title}</Heading>
      {preview.told.length === 0 && <p>{told.nobody}</p>}
      {confirming.length > 0 && (
        <div class="ds-alert" data-color="warning">
          {told.mustConfirm(confirming)}
        </div>
      )}
      {atOnce.length > 0 && <p>{told.mailedAtOnce(atOnce)}</p>}
      {bySms.length > 0 && <p>{told.texted(bySms)}</p>}
      {soon.length > 0 && <p>{told.mailedSoon(soon)}</p>}
      {byHand.length > 0 && <p>{told.byHand(byHand)}</p>}
      {preview.told.length > 0 && <p class="hint">{told.calendars}</p>}
    </section>
  )
}

function Loads({ preview: { district, draft, loads } }: { preview: PublicationPreview }) {
  const { format, publishing } = useText()
  if (loads.length === 0) return null
  // Where nothing was published before, the figures change from nothing for everybody.
  const isFirst = loads.every(({ before }) => Object.values(before.minutes).every((minutes) => minutes === 0))
  const table = <LoadTable district={district} loads={loads} label={publishing.load.title} />
  return (
    <section>
      <Heading>{publishing.load.title}</Heading>
      <p class="hint">{publishing.load.lead(format.dateRange({ from: draft.from, to: draft.to }))}</p>
      {isFirst ? (
        <details class="more">
          <summary>{publishing.load.show}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
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
