import { viewBoard } from '../../board/board-view.ts'
import { dutyNameOfId } from '../../board/duty-names.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { ToldValue } from '../../usecases/count-notices.ts'
import type { FieldProblem, Refusal } from '../../usecases/refusal.ts'
import type { RevisionValue } from '../../usecases/show-revision.ts'
import { Board } from '../board/board.tsx'
import type { BoardState } from '../board/board-state.ts'
import { BoardToolbar } from '../board/board-toolbar.tsx'
import { DifferenceTable, nameOf } from '../compare/difference-table.tsx'
import { InputField, Problems, RefusalAlert, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { Told } from '../notices/banners.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

export interface RevisionPageProps {
  readonly value: RevisionValue
  readonly state: BoardState
  readonly mayRestore: boolean
  /** What a refused request for a draft held. */
  readonly refused: { readonly refusal: Refusal; readonly problems: readonly FieldProblem[] } | null
  /** Whom it was told; null for whoever may not know. */
  readonly told: ToldValue | null
}

/** One revision: what it changed, how the rota stood under it, and the ways back. */
export function RevisionPage(props: RevisionPageProps) {
  const { history, pages } = useText()
  const { value, state, refused } = props
  const { publication, board } = value
  const path = paths.revision(board.district.id, String(publication.revision))
  return (
    <>
      <PageHeading title={history.name(publication.revision)}>
        {publication.revision === value.latest && (
          <span class="ds-tag" data-color="success">
            {history.isLatest}
          </span>
        )}
      </PageHeading>
      {refused && refused.problems.length === 0 && (
        <RefusalAlert>
          {refused.refusal.kind === 'nothing-changed'
            ? history.one.same
            : pages.refusals[refused.refusal.kind]}
        </RefusalAlert>
      )}
      <Problems
        problems={refused?.problems ?? []}
        labels={{
          name: history.one.name,
          from: history.one.from,
          to: history.one.to,
          lineIds: history.one.lines,
        }}
      />
      {props.told && props.told.told > 0 && <Told value={props.told} />}
      <About value={value} />
      <Ways {...props} />
      <section>
        <Heading>{history.one.differences}</Heading>
        {publication.differences.length === 0 ? (
          <p>{history.one.noDifferences}</p>
        ) : (
          <DifferenceTable
            district={board.district}
            differences={publication.differences}
            label={history.one.differences}
            heads={[history.comparison.gained, history.comparison.lost, history.comparison.moved]}
          />
        )}
      </section>
      <Waived value={value} />
      <section>
        <Heading>{history.one.asItStood}</Heading>
        <p class="hint">{history.one.asItStoodLead}</p>
        <BoardToolbar path={path} state={state} />
        <Board
          view={viewBoard(board)}
          state={state}
          hrefOf={(entry) => paths.duty(board.district.id, entry.need.id, entry.seat)}
          selected={null}
        />
      </section>
    </>
  )
}

/** When, by whom, of which lines and days, and why. */
function About({ value: { publication, byName, board } }: Pick<RevisionPageProps, 'value'>) {
  const { format, history } = useText()
  const lines = board.district.lines.filter(({ id }) => publication.lineIds.includes(id))
  const { discussedOn } = publication
  return (
    <>
      <p class="lead">
        {history.one.lead(format.dateTime(publication.at), byName ?? history.unknown)}{' '}
        {history.kind[publication.kind]}: {format.dateRange(publication)},{' '}
        {format.list(lines.map((line) => `${line.code} ${line.name}`))}.
      </p>
      {discussedOn && <p>{history.one.discussed(format.dateOnly(discussedOn))}</p>}
      {publication.reason !== '' && <p>{history.one.reason(publication.reason)}</p>}
    </>
  )
}

/** To the neighbours, to comparisons, and back to how it was. */
function Ways(props: RevisionPageProps) {
  const { history } = useText()
  const { publication, board, latest } = props.value
  const { id } = board.district
  const { revision } = publication
  const compare = (before: number, after: number) => withQuery(paths.compareRevisions(id), { before, after })
  return (
    <>
      <ul class="plain links">
        <li>
          <a class="ds-link" href={compare(revision - 1, revision)}>
            {history.one.compareWithPrevious}
          </a>
        </li>
        {revision < latest && (
          <li>
            <a class="ds-link" href={compare(revision, latest)}>
              {history.one.compareWithLatest}
            </a>
          </li>
        )}
        {revision > 1 && (
          <li>
            <a class="ds-link" href={paths.revision(id, String(revision - 1))}>
              {history.one.previous}
            </a>
          </li>
        )}
        {revision < latest && (
          <li>
            <a class="ds-link" href={paths.revision(id, String(revision + 1))}>
              {history.one.next}
            </a>
          </li>
        )}
      </ul>
      {props.mayRestore && (
        <>
          <RestoreForm {...props} of={revision - 1} title={history.one.undo} lead={history.one.undoLead} />
          {revision < latest && (
            <RestoreForm
              {...props}
              of={revision}
              title={history.one.restore}
              lead={history.one.restoreLead}
            />
          )}
        </>
      )}
    </>
  )
}

interface RestoreFormProps extends RevisionPageProps {
  /** Whose rota the draft is to hold. */
  readonly of: number
  readonly title: string
  readonly lead: string
}

function RestoreForm({ value, refused, of, title, lead }: RestoreFormProps) {
  const { history } = useText()
  const { publication, board } = value
  const { district } = board
  const problems = refused?.problems ?? []
  const key = `of-${of}`
  return (
    <details class="more" open={problems.length > 0 && of === publication.revision - 1}>
      <summary>{title}</summary>
      <form
        method="post"
        action={paths.restoreRevision(district.id, String(publication.revision))}
        class="stack"
        novalidate
      >
        <p>{lead}</p>
        <Later value={value} />
        <input type="hidden" name="of" value={String(of)} />
        <InputField
          name="name"
          id={`${key}-name`}
          label={history.one.name}
          value={history.one.draftName(of)}
          problems={problems}
        />
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{history.one.lines}</legend>
          {district.lines.map((line) => (
            <Tick
              name="line"
              id={`${key}-${line.id}`}
              value={line.id}
              label={`${line.code} ${line.name}`}
              isChecked={publication.lineIds.includes(line.id)}
            />
          ))}
        </fieldset>
        <div class="side-by-side">
          <InputField
            name="from"
            id={`${key}-from`}
            type="date"
            label={history.one.from}
            value={publication.from}
            problems={problems}
          />
          <InputField
            name="to"
            id={`${key}-to`}
            type="date"
            label={history.one.to}
            value={addDays(publication.to, -1)}
            problems={problems}
          />
        </div>
        <p>
          <SubmitButton variant="secondary">{history.one.undoDo(of)}</SubmitButton>
        </p>
      </form>
    </details>
  )
}

/** What else goes: whoever takes back an old revision may not know what has been agreed since. */
function Later({ value: { later, board } }: Pick<RevisionPageProps, 'value'>) {
  const { format, history } = useText()
  if (later.length === 0) return null
  return (
    <div class="ds-alert" data-color="warning">
      <p>{history.one.later(later.length)}</p>
      <ul>
        {later.map((own) => (
          <li>
            <a class="ds-link" href={paths.revision(board.district.id, String(own.revision))}>
              {history.name(own.revision)}
            </a>
            {`: ${history.kind[own.kind]}, ${format.dateRange(own)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Waived({ value: { publication, board } }: Pick<RevisionPageProps, 'value'>) {
  const text = useText()
  if (publication.waivers.length === 0) return null
  return (
    <section>
      <Heading>{text.history.one.waived}</Heading>
      <ul>
        {publication.waivers.map(({ rule, personId, needIds, reason }) => (
          <li>
            {ruleName(text, rule)}
            {personId !== null && `, ${nameOf(board.district, personId)}`}
            {needIds.length > 0 &&
              `, ${needIds.map((id) => dutyNameOfId(board.district, id, text)).join(', ')}`}
            {`: ${reason}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A waiver keeps the rule's id as text; one that is no longer known is told as it is. */
function ruleName({ violations }: ReturnType<typeof useText>, rule: string): string {
  const names: Readonly<Record<string, string>> = violations.ruleNames
  return names[rule] ?? rule
}
