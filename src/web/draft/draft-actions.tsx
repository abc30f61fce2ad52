import type { Child } from 'hono/jsx'
import { dutyNameOfId } from '../../board/duty-names.ts'
import type { Draft, EditKind } from '../../core/rota/draft.ts'
import { isoWeekOf } from '../../core/time/iso-week.ts'
import { daysBetween } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import { printHref } from '../board/print-state.ts'
import { Fold } from '../fold.tsx'
import { SubmitButton } from '../form.tsx'
import { ButtonLink } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { BoardFields } from './board-fields.tsx'
import { BuildMenu, FillOpen, FirstBuild } from './build-forms.tsx'
import type { DraftBoardProps } from './draft-board.tsx'
import { Discarded } from './draft-life.tsx'

type NamedStep = DraftBoardProps['draft']['edits'][number]

/** Where the whole draft stands: its period, and how much of it is still open. */
export function DraftState({ draft }: DraftBoardProps) {
  const { format, plans, words } = useText()
  const { open } = draft
  return (
    <p class="state">
      <span class="ds-tag" data-color="neutral">
        {words.draftStatuses[draft.draft.status]}
      </span>{' '}
      {format.dateRange(draft.draft)}
      {' · '}
      {open.length === 0 ? plans.draft.allHeld : plans.draft.openInDraft(open.length)}
      <span id="board-sync" />
    </p>
  )
}

/** Build while there is something to fill, else go on to publish: one of them is the main thing to do. */
export function DraftActions(props: DraftBoardProps & { readonly children?: Child }) {
  const { plans } = useText()
  const { draft } = props
  if (!isEditable(draft.draft)) return <ClosedDraft {...props} />
  const isRunning = draft.build?.status === 'waiting' || draft.build?.status === 'running'
  const isFilled = draft.open.length === 0
  const { id } = draft.district
  return (
    <>
      {isRunning && draft.build && (
        <div class="ds-alert" data-color="info">
          {plans.draft.buildRunning}{' '}
          <a class="ds-link" href={paths.build(id, draft.draft.id, draft.build.id)}>
            {plans.draft.seeBuild}
          </a>
        </div>
      )}
      <div class="actions draft-actions">
        {!isRunning && draft.held === 0 && <FirstBuild draft={draft} />}
        {!isRunning && draft.held > 0 && <FillOpen draft={draft} />}
        <ButtonLink
          href={paths.publish(id, draft.draft.id)}
          {...(isFilled ? {} : { variant: 'secondary' as const })}
        >
          {plans.draft.publish}
        </ButtonLink>
        {!isRunning && draft.held > 0 && <BuildMenu draft={draft} />}
        <Undo {...props} />
        <Redo {...props} />
        <More {...props} />
        {props.children}
      </div>
    </>
  )
}

/** What is done with a draft now and then, a press away. */
function More({ draft, state }: DraftBoardProps) {
  const { buildMenu, circulating, comparing, paste, plans, views, weights } = useText()
  const { id } = draft.district
  const own = draft.draft.id
  const last = draft.undo
  const links: readonly (readonly [href: string, label: string, isShown: boolean])[] = [
    [
      withQuery(paths.compareDraft(id, own), { with: `step:${last?.number}` }),
      buildMenu.compare,
      last !== null && LARGE.includes(last.kind),
    ],
    [printHref(paths.printDraft(id, own), state, draft.draft), views.paper.link, true],
    [hoursHref(draft), plans.draft.hours, true],
    [paths.draftWeights(id, own), weights.link, draft.held > 0],
    [paths.compareDraft(id, own), comparing.link, true],
    [paths.circulatedDraft(id, own), circulating.circulate.seeComments, draft.draft.status === 'circulated'],
    [paths.renameDraft(id, own), circulating.life.title, true],
    [paths.pasteRota(id, own), paste.links.rota, true],
  ]
  return (
    <Fold label={plans.draft.more}>
      <ul>
        {links.map(
          ([href, label, isShown]) =>
            isShown && (
              <li>
                <a class="ds-link" href={href}>
                  {label}
                </a>
              </li>
            ),
        )}
      </ul>
    </Fold>
  )
}

/** What the build does, and that the rota has moved on: under the board, which is what people came for. */
export function DraftHints({ draft }: DraftBoardProps) {
  const { plans } = useText()
  if (!isEditable(draft.draft)) return null
  return (
    <>
      <p class="hint" id="build-help">
        {hintOf(draft, plans.draft)}
      </p>
      {draft.revision !== draft.draft.baseRevision && <p class="hint">{plans.draft.moved}</p>}
    </>
  )
}

function hintOf({ held, open }: DraftBoardProps['draft'], text: Text['plans']['draft']): string {
  if (held === 0) return text.emptyHint
  return open.length === 0 ? text.clickHint : `${text.fillHint(open.length, held)} ${text.clickHint}`
}

/** The whole draft's hours, as far as the hours page reaches. */
function hoursHref({ district, draft }: DraftBoardProps['draft']): string {
  const weeks = Math.min(53, Math.ceil(daysBetween(draft.from, draft.to) / 7))
  return withQuery(paths.hours(district.id), { draft: draft.id, from: isoWeekOf(draft.from), weeks })
}

/** Once published, the rota itself is what is changed. */
export function isEditable({ status }: Draft): boolean {
  return status === 'draft' || status === 'circulated'
}

function ClosedDraft({ draft }: DraftBoardProps) {
  const { plans } = useText()
  if (draft.draft.status === 'discarded')
    return <Discarded districtId={draft.district.id} draft={draft.draft} />
  if (draft.draft.status !== 'published') return null
  return (
    <div class="ds-alert" data-color="info">
      {plans.draft.isPublished}{' '}
      <a class="ds-link" href={withQuery(paths.rota(draft.district.id), { from: draft.draft.from })}>
        {plans.draft.seeRota}
      </a>
    </div>
  )
}

function Undo({ draft, state }: DraftBoardProps) {
  const text = useText()
  const step = draft.undo
  if (!step) return null
  const name = text.plans.draft.undo(stepName(draft, step, text))
  const isBuild = step.kind === 'build'
  const form = (
    <form method="post" action={paths.undoEdit(draft.district.id, draft.draft.id)} class="stack">
      <BoardFields state={state} />
      <input type="hidden" name="step" value={String(step.number)} />
      {isBuild && <p>{text.plans.draft.undoBuild}</p>}
      <SubmitButton variant={isBuild ? 'secondary' : 'tertiary'}>
        {isBuild ? text.plans.draft.undoBuildDo : name}
      </SubmitButton>
    </form>
  )
  return isBuild ? <Fold label={name}>{form}</Fold> : form
}

/** Steps of many places, of which nobody sees on the board what they changed. */
const LARGE: readonly EditKind[] = ['build', 'repair', 'restore']

function Redo({ draft, state }: DraftBoardProps) {
  const text = useText()
  if (!draft.redo) return null
  return (
    <form method="post" action={paths.redoEdit(draft.district.id, draft.draft.id)} class="stack">
      <BoardFields state={state} />
      <input type="hidden" name="step" value={String(draft.redo.number)} />
      <SubmitButton variant="tertiary">
        {text.plans.draft.redo(stepName(draft, draft.redo, text))}
      </SubmitButton>
    </form>
  )
}

/** What has been done, latest first. */
export function Steps({ draft }: DraftBoardProps) {
  const text = useText()
  const { plans } = text
  if (draft.edits.length === 0) return null
  return (
    <details class="more">
      <summary>{plans.draft.steps}</summary>
      <ol class="ds-list" reversed>
        {draft.edits.map((edit) => (
          <li>{stepInList(draft, edit, text)}</li>
        ))}
      </ol>
    </details>
  )
}

function stepInList(draft: DraftBoardProps['draft'], step: NamedStep, text: Text): string {
  const name = stepName(draft, step, text)
  return step.as === 'step' ? name : text.plans.draft[step.as](name)
}

function stepName(
  { district }: DraftBoardProps['draft'],
  { kind, places, first }: NamedStep,
  text: Text,
): string {
  const name = text.words.editKinds[kind]
  return places > 2
    ? text.plans.draft.stepOnMany(name, places)
    : text.plans.draft.stepOn(name, dutyNameOfId(district, first.needId, text))
}
