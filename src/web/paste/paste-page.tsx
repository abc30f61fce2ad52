import type { Child } from 'hono/jsx'
import type { District } from '../../core/rota/district.ts'
import type { CellProblem } from '../../text/table-problem.ts'
import type { Text } from '../../text/text.ts'
import type { SheetProblem, SheetReading } from '../../usecases/pasted-table.ts'
import { fieldSentence, SubmitButton, Tick } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { LEFT_OUT, type PostedPaste } from './posted-paste.ts'

interface PastePageProps {
  readonly title: string
  readonly lead: string
  readonly help: string
  readonly action: string
  readonly district: Pick<District, 'persons' | 'doctors'>
  readonly posted: PostedPaste
  /** Null before anything was sent. */
  readonly reading: SheetReading | null
  /** Of what the page shows. */
  readonly stamp: string
  readonly seenEdits?: number
  /** What the button that stores says; null when there is nothing to store. */
  readonly confirm: string | null
  /** What was read of it, between the problems and the form. */
  readonly children?: Child
  /** Further choices that the sheet leaves open. */
  readonly choices?: Child
}

/** Paste or choose a file, look over, confirm. Everything travels in the form: what is stored is exactly what was shown. */
export function PastePage(props: PastePageProps) {
  const { paste } = useText()
  const { posted, reading, stamp, seenEdits } = props
  const fault = posted.fault ?? reading?.fault ?? null
  return (
    <>
      <PageHeading title={props.title} />
      <p class="lead">{props.lead}</p>
      <form method="post" action={props.action} enctype="multipart/form-data" class="stack wide-form">
        {fault && (
          <div class="ds-alert" data-color="danger" role="alert">
            {paste.faults[fault.kind](fault.value)}
          </div>
        )}
        {reading && <CellProblems problems={reading.problems} />}
        {reading && <UnknownNames {...props} reading={reading} />}
        {props.choices}
        {isAsking(reading) && <SubmitButton>{paste.page.previewAgain}</SubmitButton>}
        {props.children}
        {props.confirm !== null && (
          <button class="ds-button" type="submit" name="do" value="store">
            {props.confirm}
          </button>
        )}
        <input type="hidden" name="seen" value={stamp} />
        {seenEdits !== undefined && <input type="hidden" name="seen-edits" value={String(seenEdits)} />}
        <Source {...props} />
        <SubmitButton {...(props.confirm === null ? {} : { variant: 'secondary' as const })}>
          {reading ? paste.page.previewAgain : paste.page.preview}
        </SubmitButton>
      </form>
    </>
  )
}

/** Whether the page asks who or what something is. */
function isAsking(reading: SheetReading | null): boolean {
  return reading?.problems.some((problem) => 'code' in problem && ANSWERED.has(problem.code)) ?? false
}

/** The box, the file, and the sheets of a workbook that has several. */
function Source({ posted, help }: PastePageProps) {
  const { paste } = useText()
  const { sheet, sheets } = posted
  const at = sheets.findIndex(({ sheetName }) => sheetName === sheet.sheetName)
  return (
    <>
      <div class="ds-field">
        <label class="ds-label" for="f-text">
          {paste.page.rows}
        </label>
        <div data-field="description" id="f-text-description">
          {help}
        </div>
        <textarea
          class="ds-input"
          id="f-text"
          name="text"
          rows={10}
          wrap="off"
          spellcheck={false}
          aria-describedby="f-text-description"
        >
          {`\n${sheet.text}`}
        </textarea>
      </div>
      <input type="hidden" name="at-name" value={sheet.sheetName} />
      <input type="hidden" name="unreckoned" value={sheet.unreckoned.join(' ')} />
      {sheets.length > 1 && (
        <div class="ds-field">
          <label class="ds-label" for="f-sheet">
            {paste.page.sheet}
          </label>
          <div data-field="description" id="f-sheet-description">
            {paste.page.sheetHelp}
          </div>
          <select class="ds-input" id="f-sheet" name="sheet" aria-describedby="f-sheet-description">
            {sheets.map(({ sheetName }, index) => (
              <option value={String(index)} selected={index === at}>
                {sheetName}
              </option>
            ))}
          </select>
          <input type="hidden" name="sheet-at" value={String(at)} />
          {sheets.map((own) => (
            <>
              <input type="hidden" name="sheet-name" value={own.sheetName} />
              <input type="hidden" name="sheet-text" value={own.text} />
              <input type="hidden" name="sheet-unreckoned" value={own.unreckoned.join(' ')} />
            </>
          ))}
        </div>
      )}
      <div class="ds-field">
        <label class="ds-label" for="f-file">
          {paste.page.file}
        </label>
        <div data-field="description" id="f-file-description">
          {paste.page.fileHelp}
        </div>
        <input
          class="ds-input"
          type="file"
          id="f-file"
          name="file"
          accept=".xlsx,.csv,.txt,.tsv"
          aria-describedby="f-file-description"
        />
      </div>
    </>
  )
}

const MOST_SHOWN = 100

/** What is told in a section of its own, since it can be answered there. */
const ANSWERED: ReadonlySet<string> = new Set<CellProblem['code']>([
  'unknown-name',
  'fits-several',
  'unknown-column',
])

function CellProblems({ problems }: { problems: readonly SheetProblem[] }) {
  const text = useText()
  const { page } = text.paste
  const told = problems.filter((problem) => 'field' in problem || !ANSWERED.has(problem.code))
  if (told.length === 0) return null
  return (
    <div class="ds-error-summary" role="alert">
      <h2 class="ds-heading">{page.problems(told.length)}</h2>
      <ul class="ds-list">
        {told.slice(0, MOST_SHOWN).map((problem) => (
          <li>
            <b>{problem.address || text.paste.wholeSheet}</b>: {problemText(problem, text)}
          </li>
        ))}
        {told.length > MOST_SHOWN && <li>{page.more(told.length - MOST_SHOWN)}</li>}
      </ul>
      <p>{page.problemsHelp}</p>
    </div>
  )
}

function problemText(problem: SheetProblem, text: Text): string {
  if ('field' in problem) return fieldSentence(text, problem.field)
  return text.paste.cells[problem.code](problem.value, problem.also)
}

/** Who a name is, chosen from the district's doctors; the choice stays while the page goes back and forth. */
function UnknownNames({ reading, posted, district }: PastePageProps & { reading: SheetReading }) {
  const { paste } = useText()
  const { page } = paste
  const names = new Map(district.persons.map(({ id, name }) => [id, name]))
  const doctors = district.doctors.map(({ personId, initials }) => ({
    personId,
    label: `${names.get(personId) ?? ''} (${initials})`,
  }))
  const answered = [...posted.names].map(([text]) => ({ text, hint: '', fits: [] as readonly string[] }))
  const open = reading.unknownNames.map(({ text, count, address, fits }) => {
    return { text, hint: page.timesUsed(count, address), fits }
  })
  const all = [...open, ...answered]
  if (all.length === 0) return null
  return (
    <fieldset class="ds-fieldset" id="names">
      <legend class="ds-label">{page.unknownNames(all.length)}</legend>
      <p class="hint">{page.unknownHelp}</p>
      {all.map(({ text, hint, fits }, index) => (
        <div class="ds-field">
          <label class="ds-label" for={`who-${index}`}>
            «{text}» {hint !== '' && <small class="hint">{hint}</small>}
          </label>
          <input type="hidden" name="name" value={text} />
          <select class="ds-input" id={`who-${index}`} name="who">
            <Choices
              chosen={choiceOf(posted.names.get(text))}
              options={[
                ...doctors.filter(({ personId }) => fits.includes(personId)),
                ...doctors.filter(({ personId }) => !fits.includes(personId)),
              ].map(({ personId, label }) => [personId, label] as const)}
            />
          </select>
        </div>
      ))}
    </fieldset>
  )
}

function choiceOf(choice: string | null | undefined): string {
  return choice === null ? LEFT_OUT : (choice ?? '')
}

interface ChoicesProps {
  readonly chosen: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** The options of a choice that may also be left for later, or be to leave it out. */
export function Choices({ chosen, options }: ChoicesProps) {
  const { page } = useText().paste
  return (
    <>
      {[['', page.choose] as const, ...options, [LEFT_OUT, page.leaveOut] as const].map(([value, label]) => (
        <option value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  )
}

export function OnlyOwnDates({ posted }: { posted: PostedPaste }) {
  const { page } = useText().paste
  return (
    <Tick
      name="only-own"
      id="only-own"
      value="yes"
      label={page.onlyOwnDates}
      isChecked={posted.onlyOwnDates}
    />
  )
}

/** When a sheet was read, nothing is wrong with it, and all of it stands already. */
export function NothingNew({ value, count }: { value: SheetReading; count: number }) {
  const { page } = useText().paste
  if (count > 0 || value.problems.length > 0 || value.fault !== null || value.same === 0) return null
  return (
    <div class="ds-alert" data-color="info">
      {page.nothingNew}
    </div>
  )
}
