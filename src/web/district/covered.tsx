import type { CoveredElsewhere } from '../../core/rota/district.ts'
import type { Text } from '../../text/text.ts'
import { fieldSentence, InputField, SubmitButton, Tick } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { EndForm, Hidden, type SettingsProps, sentTo } from './settings-form.tsx'

/** When other services cover by agreement, with forms to change, end and add. */
export function Covered(props: SettingsProps) {
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
