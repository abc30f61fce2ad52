import type { DutiesInside } from '../../usecases/exemption-reading.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { UnavailabilityValue } from '../../usecases/show-unavailability.ts'
import { Problems } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DutiesReached } from './duty-lists.tsx'
import { PreviewButtons } from './preview-buttons.tsx'
import { AwayDates, type AwayForm, seenOf, useAwayLabels } from './unavailability.tsx'

interface ChangeProps {
  readonly value: UnavailabilityValue
  readonly absenceId: string
  readonly form: AwayForm
  readonly problems: readonly FieldProblem[]
  readonly duties: DutiesInside | null
}

/** Other dates for one absence, with the duties that they reach before they are stored. */
export function ChangeAbsence({ value, absenceId, form, problems, duties }: ChangeProps) {
  const { away } = useText().exemptions
  const { district, person } = value
  return (
    <div class="narrow-column">
      <PageHeading title={away.change} />
      <p class="lead">{person.name}</p>
      <Problems problems={problems} labels={useAwayLabels()} />
      <form method="post" action={paths.absence(district.id, person.id, absenceId)} class="stack" novalidate>
        <input type="hidden" name="seen" value={duties ? seenOf(form) : ''} />
        <AwayDates form={form} problems={problems} />
        {duties && (
          <section>
            <DutiesReached duties={duties} mayAmend />
          </section>
        )}
        <PreviewButtons confirm={away.confirm} isSeen={duties !== null} />
      </form>
    </div>
  )
}
