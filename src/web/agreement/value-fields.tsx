import type { Child } from 'hono/jsx'
import type { ParameterName } from '../../core/rota/agreement.ts'
import type { NumberShape, Shape } from '../../core/rota/parameter-shape.ts'
import { shapeOf } from '../../core/rota/parameters.ts'
import type { Text } from '../../text/text.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, SelectField, Tick } from '../form.tsx'
import { useText } from '../text-context.ts'
import type { Shown } from './standing.ts'
import { TimesField } from './times-field.tsx'
import { entryOf, type FormTexts, isMinutesOff, rowsOf, VALUE, YES } from './value-form.ts'

export interface ValueFieldsProps {
  readonly name: ParameterName
  readonly texts: FormTexts
  readonly district: Shown['district']
  readonly problems: readonly FieldProblem[]
}

/** The fields that a value of this parameter is entered in. */
export function ValueFields(props: ValueFieldsProps) {
  const text = useText()
  const shape = shapeOf(props.name)
  return (
    <div class="value-fields">
      <Field
        {...props}
        shape={shape}
        field={VALUE}
        label={text.agreement.form.value}
        isOptional={false}
        text={text}
      />
    </div>
  )
}

interface FieldProps extends ValueFieldsProps {
  readonly shape: Shape
  readonly field: string
  readonly label: string
  readonly isOptional: boolean
  readonly text: Text
}

function Field(props: FieldProps) {
  const { shape } = props
  switch (shape.kind) {
    case 'nullable':
      return <Field {...props} shape={shape.of} isOptional={true} />
    case 'number':
      return <NumberField {...props} shape={shape} />
    case 'truth':
      return (
        <Tick
          name={props.field}
          id={`f-${props.field}`}
          value={YES}
          label={props.label}
          isChecked={textAt(props) === YES}
        />
      )
    case 'text':
      return <TextField {...props} shape={shape} />
    case 'choice':
      return <ChoiceField {...props} shape={shape} />
    case 'list':
      return <ListField {...props} shape={shape} />
    case 'fields':
      return isNested(props) ? (
        <Group {...props} hint={null}>
          <Parts {...props} parts={partsOf(props, shape)} />
        </Group>
      ) : (
        <Parts {...props} parts={partsOf(props, shape)} />
      )
    case 'by-line':
      return (
        <Parts
          {...props}
          parts={props.district.lines.map(
            (line) => [line.id, `${line.code} ${line.name}`, shape.of, true] as const,
          )}
        />
      )
    case 'by-municipality':
      return (
        <Group {...props} hint={props.text.agreement.form.byMunicipality}>
          <Parts
            {...props}
            problems={atFirst(props)}
            parts={props.district.municipalities.map(
              ({ number, name }) => [number, name, shape.of, true] as const,
            )}
          />
        </Group>
      )
  }
}

/** What is wrong with all of them together is told at the first. */
function atFirst({ field, district, problems }: FieldProps): readonly FieldProblem[] {
  const [first] = district.municipalities
  return problems.map((problem) =>
    first && problem.field === field ? { ...problem, field: `${field}.${first.number}` } : problem,
  )
}

/** A part that has parts: its name stands above them. Rows are told apart by their own. */
function isNested({ field }: FieldProps): boolean {
  return field !== VALUE && !/\.\d+$/.test(field)
}

type PartShape = readonly [part: string, label: string, shape: Shape, isOptional: boolean]

function partsOf(
  { name, text }: FieldProps,
  { fields, isPartial }: Extract<Shape, { kind: 'fields' }>,
): PartShape[] {
  const labels: Readonly<Record<string, string>> = text.agreementWords.parts[name]
  return Object.entries(fields).map(([part, own]) => [part, labels[part] ?? part, own, isPartial])
}

function Parts(props: FieldProps & { parts: readonly PartShape[] }) {
  const { parts, ...rest } = props
  const isTicked = parts.every(([, , shape]) => shape.kind === 'truth')
  return (
    <div class={isTicked ? 'ds-fieldset' : 'parts'}>
      {parts.map(([part, label, shape, isOptional]) => (
        <Field
          {...rest}
          field={`${props.field}.${part}`}
          label={label}
          shape={shape}
          isOptional={isOptional}
        />
      ))}
    </div>
  )
}

function NumberField(props: FieldProps & { shape: NumberShape }) {
  const { shape, field, label, problems, text } = props
  const { form } = text.agreement
  const hint = hintOf(props, shape)
  if (shape.unit === 'times')
    return (
      <TimesField
        field={field}
        label={label}
        hint={hintOf({ ...props, isOptional: false }, shape)}
        texts={props.texts}
        problems={problems}
      />
    )
  if (shape.unit !== 'minutes')
    return (
      <div class="short">
        <InputField name={field} label={label} description={hint} value={textAt(props)} problems={problems} />
      </div>
    )
  const own = problems.filter((problem) => problem.field === field)
  // What is wrong with the sum is told at the hours, which stand for both, unless the minutes alone are off.
  const faulty = isMinutesOff(props.texts[`${field}.m`]?.at(-1) ?? '') ? 'm' : 'h'
  return (
    <Group {...props} hint={hint}>
      <div class="duration">
        {(['h', 'm'] as const).map((part) => (
          <InputField
            name={`${field}.${part}`}
            label={part === 'h' ? form.hours : form.minutes}
            value={props.texts[`${field}.${part}`]?.at(-1) ?? ''}
            problems={part === faulty ? own.map((problem) => told(problem, part)) : []}
            {...(part === faulty ? { id: `f-${field}` } : {})}
          />
        ))}
      </div>
    </Group>
  )
}

/** Minutes from 60 on are out of range, and no other words are needed. */
function told(problem: FieldProblem, part: 'h' | 'm'): FieldProblem {
  const field = `${problem.field}.${part}`
  return part === 'm' ? { field, code: 'not-a-minute', value: '' } : { ...problem, field }
}

function hintOf({ name, isOptional, text }: FieldProps, shape: NumberShape): string {
  const { form } = text.agreement
  if (name === 'backupReach') return form.nullableMinutes
  if (shape.unit === 'weight') return form.weightHelp
  const say = (own: number) => (shape.unit === 'minutes' ? text.format.hours(own) : text.format.decimal(own))
  const range = form.range(say(shape.least), say(shape.most))
  return isOptional ? `${range} ${form.mayBeEmpty}` : range
}

const TEXT_HELP = { time: 'timeHelp', 'day-of-year': 'dayHelp' } as const

function TextField(props: FieldProps & { shape: Extract<Shape, { kind: 'text' }> }) {
  const { shape, field, label, problems, isOptional, text } = props
  const { form } = text.agreement
  const help = shape.of === 'time' || shape.of === 'day-of-year' ? form[TEXT_HELP[shape.of]] : ''
  const hint = `${help} ${isOptional ? form.mayBeEmpty : ''}`.trim()
  return (
    <InputField
      name={field}
      label={label}
      {...(hint === '' ? {} : { description: hint })}
      value={textAt(props)}
      type={shape.of === 'date' ? 'date' : 'text'}
      problems={problems}
    />
  )
}

function ChoiceField(props: FieldProps & { shape: Extract<Shape, { kind: 'choice' }> }) {
  const { shape, field, label, problems, isOptional, text } = props
  const empty = isOptional ? text.agreement.form.notSet : text.pages.form.choose
  return (
    <SelectField
      name={field}
      label={label}
      value={textAt(props)}
      options={[['', empty], ...shape.of.map((own) => [String(own), choiceIn(text, own)] as const)]}
      problems={problems}
    />
  )
}

/** Empty rows to fill, beside those that something stands in: a year of three or four plans at once. */
const SPARE_ROWS = 4

function ListField(props: FieldProps & { shape: Extract<Shape, { kind: 'list' }> }) {
  const { shape, field, text } = props
  const { form } = text.agreement
  switch (entryOf(shape)) {
    case 'ticks':
      return <Ticks {...props} />
    case 'line': {
      const help = shape.of.kind === 'number' ? form.numbersHelp : form.timesHelp
      return (
        <InputField
          name={field}
          label={props.label}
          description={help}
          value={textAt(props)}
          problems={lineProblems(props)}
        />
      )
    }
    case 'order':
      return (
        <div class="parts">
          {Array.from({ length: shape.most }, (_, index) => (
            <Field
              {...props}
              shape={shape.of}
              field={`${field}.${index}`}
              label={form.choiceOf(index + 1)}
              isOptional={true}
            />
          ))}
        </div>
      )
    case 'rows':
      return <Rows {...props} />
  }
}

/** What is wrong with one of several values on one line is told of the line. */
function lineProblems({ field, problems }: FieldProps): FieldProblem[] {
  return problems
    .filter((problem) => problem.field.startsWith(`${field}.`))
    .slice(0, 1)
    .map((problem) => ({ ...problem, field }))
}

function Ticks(props: FieldProps & { shape: Extract<Shape, { kind: 'list' }> }) {
  const { shape, field, texts, text } = props
  const { of } = shape
  if (of.kind !== 'choice') return null
  return (
    <Group {...props} hint={null}>
      {of.of.map((own) => (
        <Tick
          name={field}
          id={`f-${field}-${own}`}
          value={String(own)}
          label={choiceIn(text, own)}
          isChecked={texts[field]?.includes(String(own)) ?? false}
        />
      ))}
    </Group>
  )
}

function Rows(props: FieldProps & { shape: Extract<Shape, { kind: 'list' }> }) {
  const { shape, field, texts, text } = props
  const { form } = text.agreement
  const shown = Math.min(shape.most, rowsOf(texts, field).length + SPARE_ROWS)
  return (
    <div>
      <p class="hint">{form.rowsHelp}</p>
      {Array.from({ length: shown }, (_, index) => (
        <fieldset class="ds-fieldset row">
          <legend class="ds-label">{form.rowOf(index + 1)}</legend>
          <Field {...props} shape={shape.of} field={`${field}.${index}`} />
        </fieldset>
      ))}
    </div>
  )
}

function Group(props: FieldProps & { hint: string | null; children?: Child }) {
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{props.label}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.children}
    </fieldset>
  )
}

function textAt({ texts, field }: FieldProps): string {
  return texts[field]?.at(-1) ?? ''
}

function choiceIn(text: Text, own: string | number): string {
  const words: Readonly<Record<string, string>> = text.agreementValues.choices
  return words[String(own)] ?? String(own)
}
