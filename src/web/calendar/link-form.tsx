import type { Child } from 'hono/jsx'
import type { FeedScope, OwnFeedOptions } from '../../core/rota/feed-choice.ts'
import type { Text } from '../../text/text.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { SubscribedDistrict } from '../../usecases/subscribed-district.ts'
import { InputField, SelectField, SubmitButton, Tick } from '../form.tsx'
import { useText } from '../text-context.ts'
import { ALARMS, type DistrictOptions, type LinkForm, scopeValue } from './link-fields.ts'

interface FrameProps {
  readonly action: string
  readonly formKey: string
  readonly label: string
  readonly problems: readonly FieldProblem[]
  readonly submit: string
  readonly children: Child
}

/** What every link is asked for: a name of the device. */
function LinkFrame({ action, formKey, label, problems, submit, children }: FrameProps) {
  const { link } = useText().calendar
  return (
    <form method="post" action={action} class="stack" novalidate>
      {formKey !== '' && <input type="hidden" name="key" value={formKey} />}
      <InputField
        name="label"
        label={link.label}
        description={link.labelHelp}
        value={label}
        problems={problems}
        autocomplete="off"
        list="devices"
      />
      <datalist id="devices">
        {link.suggestions.map((suggestion) => (
          <option value={suggestion} />
        ))}
      </datalist>
      {children}
      <SubmitButton>{submit}</SubmitButton>
    </form>
  )
}

interface OwnLinkFormProps {
  readonly action: string
  readonly form: LinkForm<OwnFeedOptions>
  readonly submit: string
  /** Whether the options are what it is about, and not folded. */
  readonly isOpen: boolean
}

/** A link to one's own duties: its name, and behind a fold what the calendar is to show. */
export function OwnLinkForm({ action, form, submit, isOpen }: OwnLinkFormProps) {
  const { link } = useText().calendar
  const isRefused = form.problems.some(({ field }) => field !== 'label')
  return (
    <LinkFrame action={action} formKey={form.key} label={form.label} problems={form.problems} submit={submit}>
      {isOpen ? (
        <OwnOptions {...form} />
      ) : (
        <details class="more" open={isRefused}>
          <summary>{link.options}</summary>
          <p class="hint">{link.optionsHelp}</p>
          <div class="stack">
            <OwnOptions {...form} />
          </div>
        </details>
      )}
    </LinkFrame>
  )
}

function OwnOptions({ options, problems }: LinkForm<OwnFeedOptions>) {
  const { link } = useText().calendar
  const { alarmMinutesBefore: alarm, backup, busyAtHome, monthsBack } = options
  const offered = alarm === null || ALARMS.some((one) => one === alarm) ? ALARMS : [alarm, ...ALARMS]
  return (
    <>
      <div>
        <Tick id="f-backup" name="backup" value="yes" label={link.backup} isChecked={backup} />
        <Tick id="f-busy" name="busy" value="yes" label={link.busyAtHome} isChecked={busyAtHome} />
        <p class="hint">{link.busyAtHomeHelp}</p>
      </div>
      <SelectField
        name="months"
        label={link.months}
        value={String(monthsBack)}
        options={[
          ['3', link.monthsBack[3]],
          ['12', link.monthsBack[12]],
        ]}
        problems={problems}
      />
      <SelectField
        name="alarm"
        label={link.alarm}
        description={link.alarmHelp}
        value={alarm === null ? '' : String(alarm)}
        options={[
          ['', link.noAlarm],
          ...offered.map((minutes) => [String(minutes), link.alarmBefore(minutes)] as const),
        ]}
        problems={problems}
      />
    </>
  )
}

interface DistrictLinkFormProps {
  readonly action: string
  readonly form: LinkForm<DistrictOptions>
  readonly district: SubscribedDistrict
  readonly submit: string
  /** Whether there is a choice between the duties and the dispatch centre's calendar. */
  readonly hasKinds: boolean
}

/** A link to a district: which duties, and for those who may, for whom. */
export function DistrictLinkForm({ action, form, district, submit, hasKinds }: DistrictLinkFormProps) {
  const { calendar } = useText()
  const words = calendar.district
  const { kind, scope } = form.options
  return (
    <LinkFrame action={action} formKey={form.key} label={form.label} problems={form.problems} submit={submit}>
      {hasKinds && (
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{words.kind}</legend>
          {(['district', 'dispatch'] as const).map((own) => (
            <Tick
              type="radio"
              name="kind"
              id={`f-kind-${own}`}
              value={own}
              label={own === 'district' ? words.duties : words.dispatch}
              isChecked={own === kind}
            />
          ))}
        </fieldset>
      )}
      <SelectField
        name="scope"
        label={words.scope}
        value={scopeValue(scope)}
        options={[
          ['all', words.all],
          ...district.lines.map(({ id, name, code }) => [`line:${id}`, words.line(name, code)] as const),
          ...district.municipalities.map(
            ({ number, name }) => [`municipality:${number}`, words.municipality(name)] as const,
          ),
        ]}
        problems={form.problems}
      />
    </LinkFrame>
  )
}

/** Which duties, in words. */
export function scopeWords(
  { calendar: { district: words } }: Text,
  { lines, municipalities }: Pick<SubscribedDistrict, 'lines' | 'municipalities'>,
  scope: FeedScope,
): string {
  if (scope.kind === 'all') return words.allDuties
  if (scope.kind === 'line') {
    const line = lines.find(({ id }) => id === scope.lineId)
    return line ? words.line(line.name, line.code) : words.gone
  }
  const municipality = municipalities.find(({ number }) => number === scope.number)
  return municipality ? words.municipality(municipality.name) : words.gone
}
