import type { LegalForm } from '../../core/rota/district.ts'
import { CALENDAR_NAMES } from '../../core/rota/feed-choice.ts'
import type { MemberMunicipality } from '../../core/rota/municipality.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../text/language.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { fieldSentence, InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { MunicipalityList } from '../setup/start.tsx'
import { useText } from '../text-context.ts'
import { Covered } from './covered.tsx'
import { EndForm, Hidden, type SettingsProps, sentTo } from './settings-form.tsx'

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
    calendarNames: settings.calendarNames,
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
        value={LEGAL_FORMS.find((form) => form === values.legalForm) ?? district.legalForm}
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
      <fieldset class="ds-fieldset" id="f-calendarNames" aria-describedby="calendar-names-help">
        <legend class="ds-label">{settings.calendarNames}</legend>
        <p class="hint" id="calendar-names-help">
          {settings.calendarNamesHelp}
        </p>
        {CALENDAR_NAMES.map((told) => (
          <Tick
            type="radio"
            name="calendarNames"
            id={`calendar-names-${told}`}
            value={told}
            isChecked={told === (values.calendarNames ?? district.calendarNames ?? 'initials')}
            label={settings.calendarNamesTold[told]}
          />
        ))}
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
