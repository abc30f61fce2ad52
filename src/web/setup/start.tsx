import { previewDates, previewDuties } from '../../core/plans/duty-preview.ts'
import { STAFFINGS, type Staffing, starterLines } from '../../core/plans/starter-district.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { municipalityOptions } from '../../usecases/municipality-options.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { AreaField, fieldSentence, InputField, Problems, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { DayPicture, drawnLines } from '../lines/duty-picture.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

export interface StartForm {
  readonly municipalities: readonly string[]
  readonly staffing: string
  readonly names: string
  readonly count: string
  /** '' until answered, else 'confirmed' or 'later'. */
  readonly competence: string
  /** '' until answered, else 'self' or 'other'. */
  readonly coordinator: string
  /** Of the form as it was opened: sent twice, it makes one district. */
  readonly key: string
}

interface StartProps {
  readonly form: StartForm
  readonly problems: readonly FieldProblem[]
  readonly today: LocalDate
}

/** Three questions that make a district. */
export function Start({ form, problems, today }: StartProps) {
  const { start } = useText().setup
  return (
    <>
      <PageHeading title={start.title} />
      <p class="lead">{start.lead}</p>
      <Problems problems={problems} labels={useLabels()} />
      <form method="post" action={paths.startDistrict} class="stack wide-form" novalidate>
        <input type="hidden" name="key" value={form.key} />
        <Where form={form} problems={problems} />
        <How form={form} problems={problems} today={today} />
        <Who form={form} problems={problems} />
        <Coordinator form={form} problems={problems} />
        <p class="hint">{start.chosenLater}</p>
        <SubmitButton>{start.submit}</SubmitButton>
      </form>
      <p>
        <a class="ds-link" href={paths.importDistrict}>
          {start.fromFile}
        </a>
      </p>
    </>
  )
}

function useLabels() {
  const { members, setup } = useText()
  const { start } = setup
  return {
    municipality: start.municipalityLabel,
    staffing: start.staffing,
    names: start.names,
    count: start.count,
    competence: start.competence,
    coordinator: members.firstCoordinator.title,
  }
}

function Where({ form, problems }: Omit<StartProps, 'today'>) {
  const text = useText()
  const { start } = text.setup
  const own = problems.filter(({ field }) => field === 'municipality')
  return (
    <fieldset class="ds-fieldset" aria-describedby="where-help">
      <legend class="ds-heading" data-size="xs">
        {start.where}
      </legend>
      <p class="hint" id="where-help">
        {start.whereHelp}
      </p>
      <div class="short-fields">
        {form.municipalities.map((value, index) => {
          const wrong = own.find((problem) => problem.value === value)
          const id = index === 0 ? 'f-municipality' : `f-municipality-${index}`
          return (
            <div class="ds-field">
              <label class="ds-label" for={id}>
                {start.municipality(index + 1)}
              </label>
              <input
                class="ds-input"
                id={id}
                name="municipality"
                value={value}
                list="municipalities"
                autocomplete="off"
                aria-invalid={wrong ? 'true' : undefined}
                aria-describedby={wrong ? `${id}-problem` : undefined}
              />
              {wrong && (
                <div class="ds-validation-message" data-field="validation" id={`${id}-problem`}>
                  {fieldSentence(text, wrong)}
                </div>
              )}
            </div>
          )
        })}
      </div>
      <MunicipalityList />
      <button class="ds-button" data-variant="secondary" type="submit" name="step" value="more">
        {start.moreRows}
      </button>
    </fieldset>
  )
}

/** What a field of a municipality suggests while it is typed in. */
export function MunicipalityList() {
  return (
    <datalist id="municipalities">
      {municipalityOptions().map(({ label }) => (
        <option value={label} />
      ))}
    </datalist>
  )
}

function How({ form, problems, today }: StartProps) {
  const text = useText()
  const { start } = text.setup
  const wrong = problems.find(({ field }) => field === 'staffing')
  return (
    <fieldset class="ds-fieldset" aria-describedby="how-help" id="f-staffing">
      <legend class="ds-heading" data-size="xs">
        {start.how}
      </legend>
      <p class="hint" id="how-help">
        {`${start.howHelp} ${start.hours}`}
      </p>
      {wrong && <div class="ds-validation-message">{fieldSentence(text, wrong)}</div>}
      <ul class="choices">
        {STAFFINGS.map((staffing) => (
          <li class="ds-card">
            <Tick
              type="radio"
              name="staffing"
              id={`staffing-${staffing}`}
              value={staffing}
              isChecked={form.staffing === staffing}
              label={start.staffings[staffing].name}
            />
            <WeekPicture staffing={staffing} today={today} />
            <p class="hint">{start.staffings[staffing].text}</p>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** An ordinary week of the lines that the choice makes, Monday first. */
function WeekPicture({ staffing, today }: { staffing: Staffing; today: LocalDate }) {
  const { starter } = useText().setup
  const [week] = previewDates(today)
  if (!week) return null
  const district = { lines: starterLines(staffing, starter.words, '1997-01-06'), coveredElsewhere: [] }
  const days = previewDuties(district, week).map((day) => ({ ...day, gaps: [] }))
  const lines = drawnLines(district, [{ days }])
  return (
    <div class="week-picture">
      {days.map((day) => (
        <DayPicture day={day} lines={lines} />
      ))}
    </div>
  )
}

function Who({ form, problems }: Omit<StartProps, 'today'>) {
  const text = useText()
  const { start } = text.setup
  const wrong = problems.find(({ field }) => field === 'competence')
  return (
    <>
      <section>
        <Heading>{start.who}</Heading>
      </section>
      <AreaField
        name="names"
        label={start.names}
        description={start.namesHelp}
        value={form.names}
        rows={6}
        problems={problems}
      />
      <InputField
        name="count"
        label={start.count}
        description={start.countHelp}
        value={form.count}
        problems={problems}
      />
      <fieldset class="ds-fieldset" aria-describedby="competence-help" id="f-competence">
        <legend class="ds-label">{start.competence}</legend>
        <p class="hint" id="competence-help">
          {start.competenceHelp}
        </p>
        {wrong && <div class="ds-validation-message">{fieldSentence(text, wrong)}</div>}
        {(['confirmed', 'later'] as const).map((value) => (
          <Tick
            type="radio"
            name="competence"
            id={`competence-${value}`}
            value={value}
            isChecked={form.competence === value}
            label={start[value]}
          />
        ))}
      </fieldset>
    </>
  )
}

/** To make a district is not to plan in it: whoever does both says so. */
function Coordinator({ form, problems }: Omit<StartProps, 'today'>) {
  const text = useText()
  const { firstCoordinator } = text.members
  const wrong = problems.find(({ field }) => field === 'coordinator')
  return (
    <fieldset class="ds-fieldset" id="f-coordinator">
      <legend class="ds-label">{firstCoordinator.title}</legend>
      {wrong && <div class="ds-validation-message">{fieldSentence(text, wrong)}</div>}
      {(['self', 'other'] as const).map((value) => (
        <Tick
          type="radio"
          name="coordinator"
          id={`coordinator-${value}`}
          value={value}
          isChecked={form.coordinator === value}
          label={firstCoordinator[value]}
        />
      ))}
    </fieldset>
  )
}
