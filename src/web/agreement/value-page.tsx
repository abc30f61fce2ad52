import { isWithdrawn } from '../../core/plans/agreement-change.ts'
import type { ParameterName, ParameterStatus } from '../../core/rota/agreement.ts'
import { valueFaults } from '../../core/rota/parameter-values.ts'
import { PARAMETERS } from '../../core/rota/parameters.ts'
import { RULES } from '../../core/rules/index.ts'
import type { Text } from '../../text/text.ts'
import type { FieldProblem, Refusal } from '../../usecases/refusal.ts'
import type { AgreementView } from '../../usecases/show-agreement.ts'
import { InputField, Problems, RefusalAlert, SubmitButton, Tick } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { ValueNow } from './agreement.tsx'
import { History } from './history.tsx'
import { entryInWords, type Shown, standingOf, startInWords } from './standing.ts'
import { ValueFields } from './value-fields.tsx'
import type { FormTexts } from './value-form.ts'

/** What the forms of the page hold. */
export interface ValueFormState {
  readonly texts: FormTexts
  readonly problems: readonly FieldProblem[]
  readonly refusal: Refusal | null
}

export interface ValuePageProps {
  readonly view: AgreementView
  readonly name: ParameterName
  readonly state: ValueFormState
}

/** One value of the agreement: what holds, how to change it, and all that has ever been set. */
export function ValuePage(props: ValuePageProps) {
  const text = useText()
  const { view, name, state } = props
  const shown = { ...view, text }
  return (
    <>
      <PageHeading title={text.agreementWords.names[name]} />
      <p class="lead">{text.agreementWords.effects[name]}</p>
      {state.refusal && <RefusalAlert>{refusalIn(text, state.refusal)}</RefusalAlert>}
      <Facts name={name} shown={shown} />
      {view.mayChange && <NewValue {...props} />}
      {view.mayChange && <Ends {...props} shown={shown} />}
      <History view={view} name={name} shown={shown} />
      <ButtonLink href={paths.agreement(view.district.id)} variant="secondary">
        {text.agreement.page.back}
      </ButtonLink>
    </>
  )
}

/** The agreement's own sentence where the common one speaks of the rota. */
export function refusalIn({ agreement, pages }: Text, { kind }: Refusal): string {
  const own: Readonly<Record<string, string>> = agreement.refusals
  return own[kind] ?? pages.refusals[kind]
}

function Facts({ name, shown }: { name: ParameterName; shown: Shown }) {
  const { agreement, agreementWords, format, violations } = shown.text
  const standing = standingOf(name, shown)
  const start = startInWords(name, shown)
  const rules = RULES.filter((rule) => rule.parameters.includes(name)).map(
    (rule) => violations.ruleNames[rule.id],
  )
  const isForBuilder = name === 'fairness' || name === 'builderWeights'
  const isRecorded = PARAMETERS[name].use === 'recorded'
  const noRule = agreement.page[isForBuilder ? 'builder' : isRecorded ? 'recorded' : 'noRule']
  const { entry } = standing
  const { source } = PARAMETERS[name]
  const noStart =
    source === 'district-decision'
      ? agreement.page.noStartOwn
      : agreement.page.noStart(agreementWords.sources[source])
  const startText = start === null ? noStart : agreement.page.startOf(start, agreementWords.sources[source])
  return (
    <dl class="facts">
      <dt>{agreement.page.now}</dt>
      <dd>
        <ValueNow standing={standing} />
      </dd>
      {entry && (
        <>
          <dt>{agreement.page.from}</dt>
          <dd>{format.dateRange(entry)}</dd>
          <dt>{agreement.page.source}</dt>
          <dd>{entry.source}</dd>
          {entry.decidedOn && (
            <>
              <dt>{agreement.page.decidedOn}</dt>
              <dd>{format.dateOnly(entry.decidedOn)}</dd>
            </>
          )}
          <dt>{agreement.page.author}</dt>
          <dd>{entry.author}</dd>
        </>
      )}
      {standing.line !== null && (
        <>
          <dt>{agreement.page.line}</dt>
          <dd>{standing.line}</dd>
        </>
      )}
      <dt>{agreement.page.start}</dt>
      <dd>{startText}</dd>
      <dt>{agreement.page.usedBy}</dt>
      <dd>{rules.length === 0 ? noRule : format.list(rules)}</dd>
    </dl>
  )
}

function NewValue({ view, name, state }: ValuePageProps) {
  const { agreement } = useText()
  const { form } = agreement
  const { texts } = state
  const problems = state.problems.filter(({ field }) => field !== 'to')
  const at = (field: string) => texts[field]?.at(-1) ?? ''
  const isLine = at('status') === 'reference'
  return (
    <section>
      <Heading id="new">{form.title}</Heading>
      <form method="post" class="stack">
        <Problems problems={problems} labels={useLabels(name, problems)} />
        {/* The first button is the one that Enter presses: it must not be a preset. */}
        <button type="submit" hidden>
          {form.preview}
        </button>
        <Presets name={name} />
        <ValueFields name={name} texts={texts} district={view.district} problems={problems} />
        {PARAMETERS[name].use === 'limit' ? (
          <StatusChoice status={at('status')} />
        ) : (
          <input type="hidden" name="status" value="adopted" />
        )}
        <InputField
          name="from"
          label={form.from}
          description={view.openFrom === null ? form.fromHelp : form.fromOpen(view.openFrom)}
          type="date"
          value={at('from')}
          problems={problems}
          isRequired
        />
        <InputField
          name="source"
          label={form.source}
          description={form.sourceHelp}
          value={at('source')}
          problems={problems}
        />
        <InputField
          name="decidedOn"
          label={form.decidedOn}
          description={isLine ? form.decidedOnLine : form.decidedOnHelp}
          type="date"
          value={at('decidedOn')}
          problems={problems}
        />
        <SubmitButton>{form.preview}</SubmitButton>
      </form>
    </section>
  )
}

/** A problem within the value is told under the label of the part that it stands in. */
function useLabels(name: ParameterName, problems: readonly FieldProblem[]): Readonly<Record<string, string>> {
  const { agreement, agreementWords } = useText()
  const { form } = agreement
  const parts: Readonly<Record<string, string>> = agreementWords.parts[name]
  const within = problems.map(({ field }) => {
    const own = field.split('.').findLast((part) => parts[part] !== undefined)
    return [field, own === undefined ? form.value : (parts[own] ?? form.value)] as const
  })
  return {
    ...Object.fromEntries(within),
    from: form.from,
    source: form.source,
    decidedOn: form.decidedOn,
    to: form.endTo,
  }
}

/** Buttons that only fill in the form. */
function Presets({ name }: { name: ParameterName }) {
  const { agreement, agreementValues, agreementWords } = useText()
  const presets = PARAMETERS[name].presets ?? []
  if (presets.length === 0) return null
  return (
    <div class="presets">
      <p class="hint">{agreement.form.presetHelp}</p>
      {presets.map((preset, index) => {
        const isWhole = valueFaults(name, preset.value).length === 0
        return (
          <button
            class="ds-button"
            type="submit"
            data-variant="secondary"
            name="preset"
            value={String(index)}
            formnovalidate
          >
            {`${agreement.form.presets} ${agreementValues.preset(name, preset.value, isWhole)} ${agreement.form.presetNote(agreementWords.sources[preset.source])}`}
          </button>
        )
      })}
    </div>
  )
}

const STATUSES: readonly ParameterStatus[] = ['adopted', 'reference']

function StatusChoice({ status }: { status: string }) {
  const { form } = useText().agreement
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{form.status}</legend>
      {STATUSES.map((own) => (
        <Tick
          type="radio"
          name="status"
          id={`f-status-${own}`}
          value={own}
          label={form.statuses[own]}
          isChecked={(status === '' ? 'adopted' : status) === own}
        />
      ))}
    </fieldset>
  )
}

interface ShownProps extends ValuePageProps {
  readonly shown: Shown
}

/** One form for each status whose value is open: the value that holds, or one that is to come. */
function Ends({ view, name, state, shown }: ShownProps) {
  const { agreement } = shown.text
  const open = view.district.agreement.filter(
    (entry) => entry.parameter === name && entry.to === null && !isWithdrawn(entry),
  )
  return (
    <>
      {open.map((entry) => (
        <details class="more" open={state.texts.end?.at(-1) === entry.status}>
          <summary>{`${agreement.form.endTitle} (${entryInWords(entry, shown)}, ${agreement.tags[entry.status]})`}</summary>
          <form method="post" class="stack">
            <p class="hint">
              {agreement.form.endLead(
                entry.status === 'adopted'
                  ? (startInWords(name, shown) ?? agreement.preview.unset)
                  : agreement.preview.unset,
              )}
            </p>
            <input type="hidden" name="end" value={entry.status} />
            <InputField
              name="to"
              id={`f-to-${entry.status}`}
              label={agreement.form.endTo}
              type="date"
              value={state.texts.to?.at(-1) ?? ''}
              problems={state.texts.end?.at(-1) === entry.status ? state.problems : []}
              isRequired
            />
            <SubmitButton variant="secondary">{agreement.form.endPreview}</SubmitButton>
          </form>
        </details>
      ))}
    </>
  )
}
