import type { Child } from 'hono/jsx'
import * as z from 'zod'
import { isLocalDate } from '../core/time/local-date.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Text } from '../text/text.ts'
import { isPlanDate } from '../usecases/plan-dates.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { NothingOfHealth } from './nothing-of-health.tsx'
import { useText } from './text-context.ts'

/** A posted form as texts; of a name that came several times the last one, and all of them under `all`. */
export interface Posted {
  readonly values: Readonly<Record<string, string>>
  readonly all: (name: string) => readonly string[]
}

interface FormBody {
  readonly req: { formData(): Promise<FormData> }
}

/** The texts of a posted form. */
export async function readForm(c: FormBody): Promise<Posted> {
  const form = await c.req.formData()
  const texts = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return {
    values: Object.fromEntries(texts),
    all: (name) => texts.filter(([given]) => given === name).map(([, value]) => value),
  }
}

export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }

/** A form's values by a schema whose messages are problem codes. Each text is one line of what can be seen. */
export function parseFields<S extends z.ZodType>(schema: S, values: object): Parsed<z.output<S>> {
  const hidden = Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'string' && !isPlainLine(value) ? [hiddenIn(field, value)] : [],
  )
  const result = schema.safeParse(values)
  if (result.success && hidden.length === 0) return { kind: 'parsed', value: result.data }
  const found = result.error?.issues.map((issue) => toFieldProblem(issue, values)) ?? []
  const others = found.filter(({ field }) => hidden.every((problem) => problem.field !== field))
  return { kind: 'invalid', problems: [...hidden, ...others] }
}

function hiddenIn(field: string, value: string): FieldProblem {
  return { field, code: 'hidden-character', value }
}

/** A date that can be planned; the day after it can be reckoned with too. */
export const planDate = z
  .string()
  .refine(isLocalDate, { error: 'not-a-date', abort: true })
  .refine(isPlanDate, 'out-of-range')

/** One address of mail, as it is typed. */
export const emailForm = z.object({
  email: z
    .string()
    .trim()
    .max(254, 'too-long')
    .regex(/^\S+@\S+\.\S+$/, 'not-an-address'),
})

const CODES: readonly FieldProblem['code'][] = [
  'missing',
  'too-long',
  'not-a-date',
  'not-a-time',
  'ends-before-start',
  'unknown-doctor',
  'unknown-duty',
  'not-an-address',
  'out-of-range',
]

function toFieldProblem(issue: z.core.$ZodIssue, values: object): FieldProblem {
  const field = String(issue.path[0] ?? '')
  const given = (values as Readonly<Record<string, unknown>>)[field]
  const code = CODES.find((known) => known === issue.message) ?? 'missing'
  return { field, code, value: typeof given === 'string' ? given : '' }
}

/** The number of a revision as a hidden field carries it; an empty one is none, and never 0. */
export function isRevision(text: string): boolean {
  return /^\d{1,9}$/.test(text)
}

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly description?: string
  /** That people write freely in it: they are told what not to write. */
  readonly isFree?: boolean
  readonly problems: readonly FieldProblem[]
  /** Set where one page has the same name twice. */
  readonly id?: string
}

interface InputProps extends FieldProps {
  readonly value: string
  readonly type?: 'text' | 'email' | 'date' | 'week' | 'number' | 'time' | 'datetime-local'
  readonly isRequired?: boolean
  readonly autocomplete?: string
  /** Which keys a phone shows. */
  readonly inputmode?: 'numeric'
  readonly min?: string
  readonly max?: string
  /** Id of a `datalist` with what is often given. */
  readonly list?: string
}

/** One labelled line of text, date or number. What was given stays in it when it is refused. */
export function InputField(props: InputProps) {
  const id = idOf(props)
  return (
    <Frame {...props}>
      <input
        class="ds-input"
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        required={props.isRequired}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        min={props.min}
        max={props.max}
        list={props.list}
        {...stateOf(props)}
      />
    </Frame>
  )
}

interface SelectProps extends FieldProps {
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

export function SelectField(props: SelectProps) {
  return (
    <Frame {...props}>
      <select class="ds-input" id={idOf(props)} name={props.name} {...stateOf(props)}>
        {props.options.map(([value, label]) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

interface AreaProps extends FieldProps {
  readonly value: string
  readonly rows: number
}

export function AreaField(props: AreaProps) {
  return (
    <Frame {...props}>
      <textarea class="ds-input" id={idOf(props)} name={props.name} rows={props.rows} {...stateOf(props)}>
        {props.value}
      </textarea>
    </Frame>
  )
}

interface TickProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly id: string
  readonly isChecked: boolean
  readonly type?: 'checkbox' | 'radio'
}

export function Tick(props: TickProps) {
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={props.type ?? 'checkbox'}
        id={props.id}
        name={props.name}
        value={props.value}
        checked={props.isChecked}
      />
      <label for={props.id}>{props.label}</label>
    </div>
  )
}

interface ProblemsProps {
  readonly problems: readonly FieldProblem[]
  /** How the fields are called on the page, by their names. */
  readonly labels: Readonly<Record<string, string>>
}

/** Everything that was refused in a form, each a link to its field; nothing when all is well. */
export function Problems({ problems, labels }: ProblemsProps) {
  const text = useText()
  const { pages } = text
  if (problems.length === 0) return null
  return (
    <div class="ds-error-summary" role="alert">
      <h2 class="ds-heading">{pages.form.problems}</h2>
      <ul class="ds-list">
        {problems.map((problem) => (
          <li>
            <a class="ds-link" href={`#f-${problem.field}`}>
              {pages.form.problemAt(
                labels[problem.field],
                problem.code === 'missing' ? null : fieldSentence(text, problem),
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is wrong with a field, in the reader's language. */
export function fieldSentence({ pages, setup }: Text, { code, value, against }: FieldProblem): string {
  return { ...pages.fieldProblems, ...setup.faults }[code](value, against)
}

/** A refusal that belongs to no field, in place on the page that was sent. */
export function RefusalAlert({ children }: { children: Child }) {
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      {children}
    </div>
  )
}

export function SubmitButton({ children, variant }: { children: Child; variant?: 'secondary' | 'tertiary' }) {
  return (
    <button class="ds-button" type="submit" data-variant={variant}>
      {children}
    </button>
  )
}

function Frame(props: FieldProps & { children?: Child }) {
  const text = useText()
  const id = idOf(props)
  const problem = problemOf(props)
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {props.label}
      </label>
      {(props.description || props.isFree) && (
        <div data-field="description" id={`${id}-description`}>
          {props.description && `${props.description} `}
          {props.isFree && <NothingOfHealth />}
        </div>
      )}
      {props.children}
      {problem && (
        <div class="ds-validation-message" data-field="validation" id={`${id}-problem`}>
          {fieldSentence(text, problem)}
        </div>
      )}
    </div>
  )
}

function idOf(props: FieldProps): string {
  return props.id ?? `f-${props.name}`
}

function problemOf(props: FieldProps): FieldProblem | undefined {
  return props.problems.find((problem) => problem.field === props.name)
}

function stateOf(props: FieldProps) {
  const id = idOf(props)
  const isRefused = problemOf(props) !== undefined
  const described = [
    (props.description || props.isFree) && `${id}-description`,
    isRefused && `${id}-problem`,
  ].filter(Boolean)
  return {
    'aria-invalid': isRefused ? ('true' as const) : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  }
}
