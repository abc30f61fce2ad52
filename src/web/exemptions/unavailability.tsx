import type { Unavailability } from '../../core/plans/exemption-duties.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import type { DutiesInside } from '../../usecases/exemption-reading.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { MOST_REPAIR_DAYS } from '../../usecases/show-repairs.ts'
import type { UnavailabilityValue, UnavailableTime } from '../../usecases/show-unavailability.ts'
import { InputField, Problems, SelectField, SubmitButton } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DutiesReached, KeptDuties } from './duty-lists.tsx'
import { PreviewButtons } from './preview-buttons.tsx'
import { scopeOptions, scopeText } from './scope-choice.tsx'

/** A time away as a coordinator typed it. */
export interface AwayForm {
  /** 'away' for an absence, else the name of a scope. */
  readonly what: string
  readonly from: string
  readonly certainFrom: string
  /** The last day; may be empty. */
  readonly to: string
}

/** What an end was asked for, to be shown where it was refused. */
export interface AwayEnd {
  readonly id: string
  readonly on: string
}

interface UnavailabilityProps {
  readonly value: UnavailabilityValue
  readonly form: AwayForm
  readonly end: AwayEnd | null
  readonly problems: readonly FieldProblem[]
  /** Of a form that was looked over and not yet stored. */
  readonly duties: DutiesInside | null
}

/** When a doctor is not available and which duties it reaches, for whoever plans: exemption and absence alike, never why. */
export function UnavailabilityList(props: UnavailabilityProps) {
  const { exemptions } = useText()
  const { away } = exemptions
  const { value, problems } = props
  return (
    <div class="narrow-column">
      <PageHeading title={away.of(value.person.name)} />
      <p class="lead">{away.lead}</p>
      <Problems problems={problems} labels={useAwayLabels()} />
      {props.duties ? <EnterForm {...props} /> : null}
      <section>
        <Heading>{away.list}</Heading>
        {value.times.length === 0 ? (
          <p>{away.none}</p>
        ) : (
          <ul class="cards one-column">
            {value.times.map((time) => (
              <OneTime {...props} time={time} />
            ))}
          </ul>
        )}
      </section>
      {props.duties ? null : <EnterForm {...props} />}
    </div>
  )
}

function EnterForm({ value, form, end, problems, duties }: UnavailabilityProps) {
  const text = useText()
  const { away } = text.exemptions
  const { district, person, mayEnterExemption } = value
  const own = end ? [] : problems
  return (
    <section>
      <Heading>{duties ? away.lookOver : away.enter}</Heading>
      {!mayEnterExemption && <p>{away.onlyAway}</p>}
      <form method="post" action={paths.unavailable(district.id, person.id)} class="stack" novalidate>
        <input type="hidden" name="seen" value={duties ? seenOf(form) : ''} />
        {mayEnterExemption ? (
          <SelectField
            name="what"
            label={away.kind}
            description={away.kindHelp}
            value={form.what}
            options={[['away', away.away], ...scopeOptions(text)]}
            problems={own}
          />
        ) : (
          <input type="hidden" name="what" value="away" />
        )}
        <AwayDates form={form} problems={own} />
        {duties && (
          <section>
            <DutiesReached duties={duties} mayAmend />
          </section>
        )}
        <PreviewButtons confirm={away.confirm} isSeen={duties !== null} />
      </form>
    </section>
  )
}

export function AwayDates({ form, problems }: Pick<UnavailabilityProps, 'form' | 'problems'>) {
  const { away } = useText().exemptions
  return (
    <>
      <div class="side-by-side">
        <InputField name="from" type="date" label={away.from} value={form.from} problems={problems} />
        <InputField
          name="to"
          type="date"
          label={away.to}
          description={away.toHelp}
          value={form.to}
          problems={problems}
        />
      </div>
      {(form.what === 'away' || form.what === '') && (
        <InputField
          name="certainFrom"
          type="date"
          label={away.certainFrom}
          description={away.certainFromHelp}
          value={form.certainFrom}
          problems={problems}
        />
      )}
    </>
  )
}

function OneTime({ value, time, end, problems }: UnavailabilityProps & { time: UnavailableTime }) {
  const text = useText()
  const { exemptions, format } = text
  const { district, person } = value
  const { away: words } = exemptions
  const { away, duties, kept } = time
  const range = away.kind === 'exemption' ? away.exemption : away.absence
  const when = format.dateRange(range)
  return (
    <li class="ds-card">
      <h3 class="ds-heading" data-size="2xs">
        {when}
      </h3>
      <p>{awayText(away, text)}</p>
      {duties.length > 0 && (
        <>
          <DutiesReached duties={duties} mayAmend />
          <p>
            <a
              class="ds-link"
              href={repairHref(value, range)}
              aria-label={text.repair.linkLabel(person.name, when)}
            >
              {text.repair.link}
            </a>
          </p>
        </>
      )}
      {kept && <KeptDuties title={words.keptTitle} kept={kept} />}
      {away.kind === 'absence' && (
        <p>
          <a
            class="ds-link"
            href={paths.absence(district.id, person.id, away.absence.id)}
            aria-label={words.changeLabel(when)}
          >
            {words.change}
          </a>
        </p>
      )}
      {time.mayEnd && (
        <EndForm
          when={when}
          kind={away.kind}
          id={range.id}
          action={paths.endUnavailable(district.id, person.id, away.kind, range.id)}
          value={end?.id === range.id ? end.on : range.from > value.today ? range.from : value.today}
          problems={end?.id === range.id ? problems : []}
        />
      )}
    </li>
  )
}

/** The dates of a time away, as far ahead as repairs reach; only what it forbids is to be taken over. */
function repairHref(
  { district, person, today }: UnavailabilityValue,
  { from, to }: { readonly from: string; readonly to: string | null },
): string {
  const first = from > today ? from : today
  const furthest = addDays(first, MOST_REPAIR_DAYS - 1)
  const last = to === null || addDays(to, -1) > furthest ? furthest : addDays(to, -1)
  return withQuery(paths.repair(district.id), {
    doctor: person.id,
    from: first,
    to: last,
    reach: 'forbidden',
  })
}

interface EndProps {
  readonly when: string
  readonly kind: string
  readonly id: string
  readonly action: string
  readonly value: string
  readonly problems: readonly FieldProblem[]
}

function EndForm({ when, id, action, value, problems }: EndProps) {
  const { away } = useText().exemptions
  const isRefused = problems.length > 0
  return (
    <details class="more" open={isRefused}>
      <summary aria-label={away.endLabel(when)}>{away.end}</summary>
      <form method="post" action={action} class="stack" novalidate>
        <InputField
          name="on"
          id={isRefused ? 'f-on' : `f-on-${id}`}
          type="date"
          label={away.endOn}
          value={value}
          problems={problems}
        />
        <SubmitButton variant="secondary">{away.end}</SubmitButton>
      </form>
    </details>
  )
}

/** What a doctor is away from, in words that are the same for exemption and absence. */
function awayText(away: Unavailability, text: Text): string {
  const { exemptions, format } = text
  if (away.kind === 'exemption')
    return away.exemption.scope.kind === 'out-of-hours'
      ? exemptions.away.all
      : exemptions.away.what(scopeText(away.exemption.scope, text).replace(/^bare /, ''))
  const { from, certainFrom } = away.absence
  return certainFrom === from
    ? exemptions.away.all
    : `${exemptions.away.all}, ${exemptions.away.certain(format.dateOnly(certainFrom))}`
}

/** What was looked over: other dates are shown again before they are stored. */
export function seenOf({ what, from, certainFrom, to }: AwayForm): string {
  return [what, from, certainFrom, to].join(' ')
}

/** How the fields are called, by their names. */
export function useAwayLabels() {
  const { away } = useText().exemptions
  const { kind, from, certainFrom, to, endOn } = away
  return { what: kind, kind, from, certainFrom, to, on: endOn }
}
