import type { CoveredElsewhere, District, LegalForm } from '../../core/rota/district.ts'
import type { MemberMunicipality } from '../../core/rota/municipality.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../text/language.ts'
import type { Text } from '../../text/text.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { fieldSentence, InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { MunicipalityList } from '../setup/start.tsx'
import { useText } from '../text-context.ts'

/** Which form was sent, what was in it, and what was wrong with it. */
export interface SettingsState {
  readonly step: string
  readonly id: string
  readonly values: Readonly<Record<string, string>>
  readonly weekdays: readonly string[]
  readonly languages: readonly string[]
  readonly problems: readonly FieldProblem[]
}

interface SettingsProps {
  readonly district: District
  readonly today: LocalDate
  /** First day that a change may hold from. */
  readonly from: LocalDate
  readonly seen: string
  /** Null on a page that nothing was sent to. */
  readonly state: SettingsState | null
}

const LEGAL_FORMS: readonly LegalForm[] = [
  'single-municipality',
  'host-municipality',
  'joint-task-community',
  'intermunicipal-company',
]

/** What a district says of itself: name, languages, municipalities, and when others cover. */
export function Settings(props: SettingsProps) {
  const text = useText()
  const { settings } = text.setup
  const labels = {
    name: settings.name,
    languages: settings.languages,
    municipality: settings.municipality,
    from: settings.from,
    weekdays: settings.weekdays,
    start: settings.start,
    end: settings.endTime,
    on: settings.end,
  }
  return (
    <>
      <PageHeading title={settings.title} />
      <Problems problems={props.state?.problems ?? []} labels={labels} />
      <HeadForm {...props} />
      <Members {...props} />
      <Covered {...props} />
      <p class="hint">
        {settings.other}{' '}
        <a class="ds-link" href={paths.agreement(props.district.id)}>
          {text.pages.menu.agreement}
        </a>
      </p>
    </>
  )
}

/** The problems and the values of the one form that was sent. */
function sentTo(state: SettingsState | null, step: string, id: string) {
  const isOwn = state !== null && state.step === step && state.id === id
  return { problems: isOwn ? state.problems : [], values: isOwn ? state.values : {}, isOwn }
}

function Hidden({ seen, step, id = '' }: { seen: string; step: string; id?: string }) {
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="id" value={id} />
    </>
  )
}

function HeadForm({ district, seen, state }: SettingsProps) {
  const text = useText()
  const { settings } = text.setup
  const { problems, values, isOwn } = sentTo(state, 'head', '')
  const languages = isOwn && state ? state.languages : district.languages
  const wrong = problems.find(({ field }) => field === 'languages')
  return (
    <form method="post" action={paths.settings(district.id)} class="stack" novalidate>
      <Hidden seen={seen} step="head" />
      <InputField
        name="name"
        label={settings.name}
        value={values.name ?? district.name}
        problems={problems}
      />
      <SelectField
        name="legalForm"
        label={settings.legalForm}
        value={values.legalForm ?? district.legalForm}
        options={LEGAL_FORMS.map((form) => [form, settings.legalForms[form]] as const)}
        problems={problems}
      />
      <fieldset class="ds-fieldset" id="f-languages">
        <legend class="ds-label">{settings.languages}</legend>
        <p class="hint">{settings.languagesHelp}</p>
        {wrong && <div class="ds-validation-message">{fieldSentence(text, wrong)}</div>}
        <div class="ticks">
          {LANGUAGES.map((language) => (
            <Tick
              name="languages"
              id={`language-${language}`}
              value={language}
              label={LANGUAGE_NAMES[language]}
              isChecked={languages.includes(language)}
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton>{settings.save}</SubmitButton>
    </form>
  )
}

function Members(props: SettingsProps) {
  const { settings } = useText().setup
  const { district, from, seen, state } = props
  const { problems, values } = sentTo(state, 'add-member', '')
  return (
    <section>
      <Heading>{settings.members}</Heading>
      <ul class="cards">
        {district.municipalities.map((member) => (
          <Member {...props} member={member} />
        ))}
      </ul>
      <form method="post" action={paths.settings(district.id)} class="stack" novalidate>
        <Hidden seen={seen} step="add-member" />
        <div class="side-by-side">
          <MunicipalityField value={values.municipality ?? ''} problems={problems} />
          <InputField
            name="from"
            type="date"
            label={settings.from}
            value={values.from ?? from}
            problems={problems}
          />
        </div>
        <MunicipalityList />
        <SubmitButton variant="secondary">{settings.add}</SubmitButton>
      </form>
    </section>
  )
}

function MunicipalityField({ value, problems }: { value: string; problems: readonly FieldProblem[] }) {
  const text = useText()
  const wrong = problems.find(({ field }) => field === 'municipality')
  return (
    <div class="ds-field">
      <label class="ds-label" for="f-municipality">
        {text.setup.settings.municipality}
      </label>
      <input
        class="ds-input"
        id="f-municipality"
        name="municipality"
        value={value}
        list="municipalities"
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? 'f-municipality-problem' : undefined}
      />
      {wrong && (
        <div class="ds-validation-message" data-field="validation" id="f-municipality-problem">
          {fieldSentence(text, wrong)}
        </div>
      )}
    </div>
  )
}

function Member({ district, member, seen, state, today }: SettingsProps & { member: MemberMunicipality }) {
  const { format, setup } = useText()
  const { settings } = setup
  const isOpen = member.participation.some(({ to }) => to === null || to > today)
  return (
    <li class="ds-card">
      <p>
        {settings.member(member.name, member.participation.map((part) => format.dateRange(part)).join(', '))}
      </p>
      {isOpen && (
        <EndForm
          district={district}
          seen={seen}
          state={state}
          today={today}
          step="end-member"
          id={member.number}
          label={settings.endMemberLabel(member.name)}
          field={settings.endOn}
        />
      )}
    </li>
  )
}

interface EndProps extends Pick<SettingsProps, 'district' | 'seen' | 'state' | 'today'> {
  readonly step: string
  readonly id: string
  readonly label: string
  readonly field: string
}

function EndForm({ district, seen, state, today, step, id, label, field }: EndProps) {
  const { settings } = useText().setup
  const { problems, values, isOwn } = sentTo(state, step, id)
  return (
    <details class="more" open={isOwn}>
      <summary aria-label={label}>{settings.end}</summary>
      <form method="post" action={paths.settings(district.id)} class="stack" novalidate>
        <Hidden seen={seen} step={step} id={id} />
        <InputField
          name="on"
          id={isOwn ? 'f-on' : `f-on-${id}`}
          type="date"
          label={field}
          value={values.on ?? today}
          problems={problems}
        />
        <SubmitButton variant="secondary">{settings.end}</SubmitButton>
      </form>
    </details>
  )
}

function Covered(props: SettingsProps) {
  const { settings } = useText().setup
  const { district } = props
  return (
    <section>
      <Heading>{settings.coveredTitle}</Heading>
      <p class="hint">{settings.coveredLead}</p>
      <ul class="cards">
        {district.coveredElsewhere.map((covered) => (
          <CoveredCard {...props} covered={covered} />
        ))}
      </ul>
      <details class="more" open={sentTo(props.state, 'covered', '').isOwn}>
        <summary>{settings.addCovered}</summary>
        <CoveredForm {...props} covered={null} />
      </details>
    </section>
  )
}

function CoveredCard(props: SettingsProps & { covered: CoveredElsewhere }) {
  const text = useText()
  const { settings } = text.setup
  const { covered, today } = props
  const isOpen = covered.to === null || covered.to > today
  const holidays = covered.onPublicHolidays ? settings.coveredHolidays : settings.coveredNoHolidays
  return (
    <li class="ds-card">
      <h3 class="ds-heading" data-size="2xs">
        {covered.name}
      </h3>
      <p>{`${hoursText(covered, text)}, ${covered.behind ? settings.coveredBehind : holidays}`}</p>
      <p class="hint">{text.format.dateRange(covered)}</p>
      {isOpen && isEven(covered) && (
        <details class="more" open={sentTo(props.state, 'covered', covered.id).isOwn}>
          <summary aria-label={settings.changeLabel(covered.name)}>{settings.change}</summary>
          <CoveredForm {...props} />
        </details>
      )}
      {isOpen && (
        <EndForm
          {...props}
          step="end-covered"
          id={covered.id}
          label={settings.endCoveredLabel(covered.name)}
          field={settings.endCoveredOn}
        />
      )}
    </li>
  )
}

/** The same hours on each of its days, as the form can say. */
function isEven({ windows }: CoveredElsewhere): boolean {
  const [first] = windows
  return windows.every(
    (own) =>
      own.start === first?.start && own.end === first.end && own.endDay <= 1 && own.endDay === first.endDay,
  )
}

function hoursText({ windows }: CoveredElsewhere, { setup, words }: Text): string {
  const groups = Map.groupBy(windows, ({ start, end }) => `${start}–${end}`)
  return [...groups]
    .map(([span, own]) =>
      setup.settings.coveredWhat(
        own.map(({ weekday }) => words.weekdays[weekday - 1] ?? '').join(', '),
        span,
      ),
    )
    .join('; ')
}

function CoveredForm({
  district,
  from,
  seen,
  state,
  covered,
}: SettingsProps & { covered: CoveredElsewhere | null }) {
  const text = useText()
  const { settings } = text.setup
  const id = covered?.id ?? ''
  const { problems, values, isOwn } = sentTo(state, 'covered', id)
  const [first] = covered?.windows ?? []
  const days =
    isOwn && state ? state.weekdays : (covered?.windows ?? []).map(({ weekday }) => String(weekday))
  const isOn = isOwn ? values.onPublicHolidays === 'yes' : (covered?.onPublicHolidays ?? false)
  const wrong = problems.find(({ field }) => field === 'weekdays')
  const fieldId = (name: string) => (isOwn ? `f-${name}` : `f-${name}-${id || 'new'}`)
  return (
    <form method="post" action={paths.settings(district.id)} class="stack" novalidate>
      <Hidden seen={seen} step="covered" id={id} />
      <InputField
        name="name"
        id={fieldId('name')}
        label={settings.coveredName}
        value={values.name ?? covered?.name ?? ''}
        problems={problems}
      />
      <fieldset class="ds-fieldset" id={fieldId('weekdays')}>
        <legend class="ds-label">{settings.weekdays}</legend>
        {wrong && <div class="ds-validation-message">{fieldSentence(text, wrong)}</div>}
        <div class="ticks">
          {text.words.weekdays.map((name, index) => (
            <Tick
              name="weekdays"
              id={`${fieldId('weekday')}-${index + 1}`}
              value={String(index + 1)}
              label={name}
              isChecked={days.includes(String(index + 1))}
            />
          ))}
        </div>
      </fieldset>
      <div class="side-by-side">
        <InputField
          name="start"
          id={fieldId('start')}
          type="time"
          label={settings.start}
          value={values.start ?? first?.start ?? ''}
          problems={problems}
        />
        <InputField
          name="end"
          id={fieldId('end')}
          type="time"
          label={settings.endTime}
          description={settings.endTimeHelp}
          value={values.end ?? first?.end ?? ''}
          problems={problems}
        />
      </div>
      <Tick
        name="onPublicHolidays"
        id={fieldId('holidays')}
        value="yes"
        label={settings.onHolidays}
        isChecked={isOn}
      />
      <InputField
        name="from"
        id={fieldId('from')}
        type="date"
        label={settings.from}
        value={values.from ?? from}
        problems={problems}
      />
      <SubmitButton variant="secondary">{settings.save}</SubmitButton>
    </form>
  )
}
