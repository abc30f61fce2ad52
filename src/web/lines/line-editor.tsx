import type { District } from '../../core/rota/district.ts'
import { BLOCKS, DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { LinePreview } from '../../usecases/save-line.ts'
import { fieldSentence, InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { DutyDays } from './duty-picture.tsx'
import { KIND_ORDER } from './line-words.ts'
import type { WindowForm } from './window-fields.ts'

/** A line as it is typed. */
export interface LineForm {
  readonly name: string
  readonly code: string
  readonly place: string
  readonly form: string
  readonly behind: readonly string[]
  readonly conditional: boolean
  readonly from: string
  readonly windows: readonly WindowForm[]
}

interface EditorProps {
  readonly title: string
  readonly action: string
  readonly district: District
  /** Null for a new line. */
  readonly lineId: string | null
  readonly form: LineForm
  /** Of the line that the form was filled in from. */
  readonly seen: string
  readonly problems: readonly FieldProblem[]
  /** Of what is in the form now, with its stamp; null before anybody has looked. */
  readonly look: { readonly preview: LinePreview; readonly stamp: string } | null
  readonly hasOwnDates: boolean
  readonly hasOddPieces: boolean
}

/** The form of a line; once looked at, with the duties that it makes. */
export function LineEditor(props: EditorProps) {
  const text = useText()
  const { lines, setup } = text
  const { problems, look } = props
  return (
    <>
      <PageHeading title={props.title} />
      <Problems problems={problems} labels={useLabels(props.form.windows.length)} />
      <form method="post" action={props.action} class="stack wide-form" novalidate>
        <input type="hidden" name="seen" value={props.seen} />
        {look && (
          <section>
            <Heading>{setup.preview.title}</Heading>
            <p class="hint">{setup.preview.lead}</p>
            {look.preview.isPublished && <p>{lines.form.published}</p>}
            <input type="hidden" name="looked" value={look.stamp} />
            <Buttons isSeen />
            <DutyDays district={look.preview.district} parts={look.preview.parts} />
          </section>
        )}
        <LineFields {...props} />
        <section>
          <Heading id="f-windows">{lines.form.windows}</Heading>
          <p class="hint">{lines.form.windowsHelp}</p>
          {props.hasOwnDates && <p class="hint">{lines.ownDatesKept}</p>}
          {props.hasOddPieces && <p class="hint">{lines.form.keptPieces}</p>}
        </section>
        {props.form.windows.map((window, index) => (
          <WindowFields
            window={window}
            index={index}
            problems={problems}
            lineForm={props.form.form}
            canRemove={props.form.windows.length > 1}
          />
        ))}
        <button class="ds-button" data-variant="secondary" type="submit" name="step" value="add">
          {lines.form.addWindow}
        </button>
        <Buttons isSeen={look !== null} />
      </form>
    </>
  )
}

function Buttons({ isSeen }: { isSeen: boolean }) {
  const { form } = useText().lines
  return (
    <div class="in-row">
      {isSeen && (
        <button class="ds-button" type="submit" name="step" value="save">
          {form.save}
        </button>
      )}
      <button
        class="ds-button"
        type="submit"
        name="step"
        value="look"
        data-variant={isSeen ? 'secondary' : undefined}
      >
        {form.look}
      </button>
    </div>
  )
}

function LineFields({ form, district, lineId, problems }: EditorProps) {
  const text = useText()
  const words = text.lines.form
  const firsts = district.lines.filter(
    (line) => line.id !== lineId && line.form !== 'backup' && line.behind.length === 0,
  )
  const wrong = problems.find(({ field }) => field === 'behind')
  return (
    <>
      <div class="side-by-side">
        <InputField
          name="name"
          label={words.name}
          description={words.nameHelp}
          value={form.name}
          problems={problems}
        />
        <InputField
          name="code"
          label={words.code}
          description={words.codeHelp}
          value={form.code}
          problems={problems}
        />
      </div>
      <InputField
        name="place"
        label={words.place}
        description={words.placeHelp}
        value={form.place}
        problems={problems}
      />
      <div class="side-by-side">
        <SelectField
          name="form"
          label={words.kind}
          value={form.form}
          options={DUTY_FORMS.map((kind) => [kind, words.kinds[kind]] as const)}
          problems={problems}
        />
        <InputField
          name="from"
          type="date"
          label={words.from}
          description={words.fromHelp}
          value={form.from}
          problems={problems}
        />
      </div>
      {firsts.length > 0 && (
        <fieldset class="ds-fieldset" id="f-behind" aria-describedby="behind-help">
          <legend class="ds-label">{words.behind}</legend>
          <p class="hint" id="behind-help">
            {words.behindHelp}
          </p>
          {wrong && <div class="ds-validation-message">{fieldSentence(text, wrong)}</div>}
          <div class="ticks">
            {firsts.map(({ id, name }) => (
              <Tick
                name="behind"
                id={`behind-${id}`}
                value={id}
                label={name}
                isChecked={form.behind.includes(id)}
              />
            ))}
            <Tick
              name="conditional"
              id="conditional"
              value="yes"
              label={words.conditional}
              isChecked={form.conditional}
            />
          </div>
        </fieldset>
      )}
    </>
  )
}

interface WindowProps {
  readonly window: WindowForm
  readonly index: number
  readonly problems: readonly FieldProblem[]
  readonly lineForm: string
  readonly canRemove: boolean
}

function WindowFields(props: WindowProps) {
  const text = useText()
  const words = text.lines.form
  const { window, index, problems, canRemove } = props
  const at = (field: string) => `w${index}.${field}`
  const wrong = problems.find(({ field }) => field === at('kinds'))
  return (
    <fieldset class="ds-card window-card">
      <legend class="ds-label">{words.window(index + 1)}</legend>
      <input type="hidden" name={at('key')} value={window.key} />
      <div class="short-fields">
        <InputField name={at('name')} label={words.windowName} value={window.name} problems={problems} />
        <InputField
          name={at('start')}
          type="time"
          label={words.start}
          value={window.start}
          problems={problems}
        />
        <InputField name={at('end')} type="time" label={words.end} value={window.end} problems={problems} />
        <SelectField
          name={at('endDay')}
          label={words.endDay}
          value={window.endDay}
          options={words.endDays.map((label, days) => [String(days), label] as const)}
          problems={problems}
        />
      </div>
      <fieldset class="ds-fieldset" id={`f-${at('kinds')}`}>
        <legend class="ds-label">{words.days}</legend>
        {wrong && <div class="ds-validation-message">{fieldSentence(text, wrong)}</div>}
        <div class="ticks">
          {KIND_ORDER.map((kind) => (
            <Tick
              name={at('kinds')}
              id={`${at('kinds')}-${kind}`}
              value={kind}
              label={words.dayKinds[kind]}
              isChecked={window.kinds.includes(kind)}
            />
          ))}
        </div>
      </fieldset>
      <MoreOfWindow {...props} />
      {canRemove && (
        <button class="ds-button" data-variant="tertiary" type="submit" name="step" value={`remove.${index}`}>
          {words.removeWindow(index + 1)}
        </button>
      )}
    </fieldset>
  )
}

function MoreOfWindow({ window, index, problems, lineForm }: WindowProps) {
  const text = useText()
  const words = text.lines.form
  const at = (field: string) => `w${index}.${field}`
  const isUsed =
    window.weekdays.length > 0 || window.number !== '1' || window.block !== '' || window.switchAt !== ''
  const others = DUTY_FORMS.filter((form: DutyForm) => form !== lineForm)
  return (
    <details class="more" open={isUsed}>
      <summary>{words.more}</summary>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{words.onlyWeekdays}</legend>
        <p class="hint">{words.onlyWeekdaysHelp}</p>
        <div class="ticks">
          {text.words.weekdays.map((name, day) => (
            <Tick
              name={at('weekdays')}
              id={`${at('weekdays')}-${day + 1}`}
              value={String(day + 1)}
              label={name}
              isChecked={window.weekdays.includes(String(day + 1))}
            />
          ))}
        </div>
      </fieldset>
      <div class="short-fields">
        <InputField
          name={at('number')}
          type="number"
          min="1"
          max="50"
          label={words.number}
          value={window.number}
          problems={problems}
        />
        <SelectField
          name={at('block')}
          label={words.block}
          value={window.block}
          options={[
            ['', words.noBlock],
            ...BLOCKS.map((block) => [block, text.lines.blocks[block]] as const),
          ]}
          problems={problems}
        />
        <InputField
          name={at('switchAt')}
          type="time"
          label={words.switchAt}
          value={window.switchAt}
          problems={problems}
        />
        <SelectField
          name={at('switchTo')}
          label={words.switchTo}
          value={window.switchTo}
          options={[['', '–'], ...others.map((form) => [form, text.words.forms[form]] as const)]}
          problems={problems}
        />
      </div>
      <p class="hint">{words.switchHelp}</p>
    </details>
  )
}

/** How the fields are called, by their names. */
function useLabels(windows: number): Record<string, string> {
  const words = useText().lines.form
  const { name, code, place, kind, behind, from, windows: list } = words
  const fields = {
    name: words.windowName,
    start: words.start,
    end: words.end,
    kinds: words.days,
    switchAt: words.switchAt,
  }
  const own = Array.from({ length: windows }, (_, index) =>
    Object.entries(fields).map(
      ([field, label]) => [`w${index}.${field}`, `${words.window(index + 1)}, ${label}`] as const,
    ),
  )
  return { name, code, place, form: kind, behind, from, windows: list, ...Object.fromEntries(own.flat()) }
}

interface EndProps {
  readonly action: string
  readonly on: string
  readonly problems: readonly FieldProblem[]
}

/** The line makes no more duties from a date. */
export function EndLine({ action, on, problems }: EndProps) {
  const { end } = useText().lines
  return (
    <section>
      <details class="more" open={problems.length > 0}>
        <summary>{end.title}</summary>
        <p class="hint">{end.lead}</p>
        <form method="post" action={action} class="stack" novalidate>
          <InputField name="on" type="date" label={end.on} value={on} problems={problems} />
          <SubmitButton variant="secondary">{end.submit}</SubmitButton>
        </form>
      </details>
    </section>
  )
}
