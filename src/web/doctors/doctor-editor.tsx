import type { District } from '../../core/rota/district.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { type DoctorForm, ENGAGEMENT_FORMS, ROUTES, SURGERY_DAYS, WAYS } from './doctor-fields.ts'

interface EditorProps {
  readonly title: string
  readonly action: string
  readonly district: District
  readonly form: DoctorForm
  /** Of the doctor that the form was filled in from; empty for a new one. */
  readonly seen: string
  readonly isNew: boolean
  readonly problems: readonly FieldProblem[]
  /** Surgery hours that the fields can't say stay as they are. */
  readonly keepsSurgery: boolean
}

/** The form of one doctor: who they are, and from a date their place, contract, competence and surgery hours. */
export function DoctorEditor(props: EditorProps) {
  const { doctorForm: words } = useText()
  const { form, problems } = props
  return (
    <>
      <PageHeading title={props.title} />
      <p class="lead">{words.lead}</p>
      <Problems problems={problems} labels={useLabels()} />
      <form method="post" action={props.action} class="stack wide-form" novalidate>
        <input type="hidden" name="seen" value={props.seen} />
        <Who {...props} />
        <InputField
          name="from"
          type="date"
          label={props.isNew ? words.fromNew : words.from}
          value={form.from}
          problems={problems}
        />
        <Place {...props} />
        <Ability {...props} />
        <SurgeryHours {...props} />
        <SubmitButton>{words.save}</SubmitButton>
      </form>
    </>
  )
}

function Who({ form, problems }: EditorProps) {
  const { doctorForm: words } = useText()
  return (
    <>
      <section>
        <Heading>{words.person}</Heading>
      </section>
      <div class="side-by-side">
        <InputField name="name" label={words.name} value={form.name} problems={problems} autocomplete="off" />
        <InputField
          name="initials"
          label={words.initials}
          description={words.initialsHelp}
          value={form.initials}
          problems={problems}
          autocomplete="off"
        />
      </div>
      <div class="side-by-side">
        <InputField
          name="email"
          type="email"
          label={words.email}
          value={form.email}
          problems={problems}
          autocomplete="off"
        />
        <InputField
          name="phone"
          label={words.phone}
          value={form.phone}
          problems={problems}
          autocomplete="off"
        />
      </div>
      <div class="side-by-side">
        <InputField
          name="hprNumber"
          label={words.hprNumber}
          value={form.hprNumber}
          problems={problems}
          autocomplete="off"
        />
        <InputField
          name="birthDate"
          type="date"
          label={words.birthDate}
          description={words.birthDateHelp}
          value={form.birthDate}
          problems={problems}
          autocomplete="off"
        />
      </div>
    </>
  )
}

function Place({ district, form, problems }: EditorProps) {
  const { doctorForm: words, words: names } = useText()
  const members = district.municipalities.map(({ number, name }) => [number, name] as const)
  const ways = WAYS.some((way) => way === form.way) ? WAYS : [...WAYS, form.way as (typeof WAYS)[number]]
  return (
    <>
      <section>
        <Heading>{words.place}</Heading>
      </section>
      <div class="side-by-side">
        <SelectField
          name="municipality"
          label={words.municipality}
          description={words.municipalityHelp}
          value={form.municipality}
          options={[['', words.service], ...members]}
          problems={problems}
        />
        <InputField
          name="share"
          label={words.share}
          description={words.shareHelp}
          value={form.share}
          problems={problems}
        />
      </div>
      <div class="side-by-side">
        <SelectField
          name="form"
          label={words.engagementForm}
          value={form.form}
          options={[
            ['', words.unset],
            ...ENGAGEMENT_FORMS.map((own) => [own, names.engagementForms[own]] as const),
          ]}
          problems={problems}
        />
        <InputField name="fraction" label={words.fraction} value={form.fraction} problems={problems} />
      </div>
      <div class="side-by-side">
        <SelectField
          name="way"
          label={words.way}
          description={words.wayHelp}
          value={form.way}
          options={ways.map((way) => [way, names.waysOfTakingPart[way]] as const)}
          problems={problems}
        />
        <InputField name="least" label={words.least} value={form.least} problems={problems} />
        <InputField name="most" label={words.most} value={form.most} problems={problems} />
      </div>
    </>
  )
}

function Ability({ form, problems }: EditorProps) {
  const { doctorForm: words, words: names } = useText()
  const routes = form.route === 'transitional' ? [...ROUTES, 'transitional' as const] : ROUTES
  return (
    <>
      <section>
        <Heading>{words.competence}</Heading>
        <p class="hint">{`${words.competenceHelp} ${words.transitional}`}</p>
      </section>
      <div class="side-by-side">
        <SelectField
          name="route"
          label={words.route}
          value={form.route}
          options={[
            ['', words.routeUnset],
            ...routes.map((route) => [route, names.competenceRoutes[route]] as const),
          ]}
          problems={problems}
        />
        <InputField
          name="evidence"
          label={words.evidence}
          description={words.evidenceHelp}
          value={form.evidence}
          problems={problems}
        />
      </div>
      <div class="side-by-side">
        <InputField
          name="emergencyCourseOn"
          type="date"
          label={words.emergencyCourse}
          value={form.emergencyCourseOn}
          problems={problems}
        />
        <InputField
          name="violenceCourseOn"
          type="date"
          label={words.violenceCourse}
          value={form.violenceCourseOn}
          problems={problems}
        />
      </div>
    </>
  )
}

function SurgeryHours({ form, problems, keepsSurgery }: EditorProps) {
  const { doctorForm: words, words: names } = useText()
  const fields: Readonly<Record<string, string>> = form
  return (
    <>
      <section>
        <Heading>{words.surgery}</Heading>
        <p class="hint">
          {keepsSurgery ? words.keptSurgery : `${words.surgeryHelp} ${words.surgeryDayHelp}.`}
        </p>
      </section>
      {!keepsSurgery && (
        <>
          <div class="short-fields">
            {SURGERY_DAYS.map((weekday) => (
              <InputField
                name={`surgery${weekday}`}
                label={words.surgeryDay(names.weekdays[weekday - 1] ?? '')}
                value={fields[`surgery${weekday}`] ?? ''}
                problems={problems}
                autocomplete="off"
              />
            ))}
          </div>
          <Tick
            name="noSurgery"
            id="f-noSurgery"
            value="yes"
            label={words.noSurgery}
            isChecked={form.noSurgery === 'yes'}
          />
          <InputField
            name="surgerySource"
            label={words.surgerySource}
            value={form.surgerySource}
            problems={problems}
          />
        </>
      )}
    </>
  )
}

function useLabels(): Record<string, string> {
  const { doctorForm: words, words: names } = useText()
  const days = SURGERY_DAYS.map((weekday) => [
    `surgery${weekday}`,
    words.surgeryDay(names.weekdays[weekday - 1] ?? ''),
  ])
  const {
    name,
    initials,
    email,
    phone,
    hprNumber,
    birthDate,
    from,
    municipality,
    share,
    fraction,
    way,
    least,
    most,
  } = words
  const { route, evidence, emergencyCourse, violenceCourse, surgerySource } = words
  return {
    ...Object.fromEntries(days),
    ...{
      name,
      initials,
      email,
      phone,
      hprNumber,
      birthDate,
      from,
      municipality,
      share,
      fraction,
      way,
      least,
      most,
    },
    ...{ route, evidence, surgerySource, form: words.engagementForm },
    emergencyCourseOn: emergencyCourse,
    violenceCourseOn: violenceCourse,
  }
}

interface EndProps {
  readonly action: string
  readonly on: string
  readonly place: string
  readonly problems: readonly FieldProblem[]
}

const PLACES = ['vacant', 'locum-to-be-named', 'none'] as const

/** The doctor is there no more from a date. */
export function EndDoctor({ action, on, place, problems }: EndProps) {
  const { doctorForm: words } = useText()
  return (
    <section>
      <details class="more" open={problems.length > 0}>
        <summary>{words.endTitle}</summary>
        <p class="hint">{words.endLead}</p>
        <form method="post" action={action} class="stack" novalidate>
          <InputField name="on" type="date" label={words.endOn} value={on} problems={problems} />
          <SelectField
            name="place"
            label={words.endPlace}
            value={place}
            options={PLACES.map((own) => [own, words.endPlaces[own]] as const)}
            problems={problems}
          />
          <SubmitButton variant="secondary">{words.endSubmit}</SubmitButton>
        </form>
      </details>
    </section>
  )
}
