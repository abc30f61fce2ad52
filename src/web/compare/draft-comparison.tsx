import { cellKey } from '../../core/rota/assignment.ts'
import type { Draft } from '../../core/rota/draft.ts'
import type { RuleId } from '../../core/rules/violation.ts'
import type { Text } from '../../text/text.ts'
import type { DraftComparison } from '../../usecases/compare-drafts.ts'
import type { RuleCount } from '../../usecases/plan-quality.ts'
import { SelectField, SubmitButton } from '../form.tsx'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { DifferenceTable } from './difference-table.tsx'
import { LoadTable } from './load-table.tsx'
import { PlaceTable } from './place-table.tsx'

interface ComparisonProps {
  readonly value: DraftComparison
  /** Other drafts that it can be held against. */
  readonly others: readonly Draft[]
}

/** A draft beside another plan: in sum, rule by rule, doctor by doctor and day by day, and what to do with either. */
export function DraftComparisonPage({ value, others }: ComparisonProps) {
  const text = useText()
  const { comparing, format } = text
  const { draft, period } = value
  return (
    <>
      <PageHeading title={comparing.title(draft.name)} />
      {period && <p class="lead">{comparing.lead(otherName(value, text), format.dateRange(period))}</p>}
      <ChooseForm value={value} others={others} />
      <Choice value={value} />
      {period ? <Figures value={value} /> : <Empty>{comparing.noDays}</Empty>}
    </>
  )
}

function otherName({ with: compared, other, step }: DraftComparison, { comparing, words }: Text): string {
  if (compared.kind === 'published') return comparing.published
  if (compared.kind === 'draft') return `«${other?.name ?? ''}»`
  return comparing.beforeStep(step ? words.editKinds[step.kind] : '')
}

/** How the address names what a draft is held against. */
export function comparedName({ with: compared }: Pick<DraftComparison, 'with'>): string {
  if (compared.kind === 'published') return compared.kind
  return compared.kind === 'draft' ? `draft:${compared.draftId}` : `step:${compared.number}`
}

function ChooseForm({ value, others }: ComparisonProps) {
  const text = useText()
  const { comparing } = text
  const current = comparedName(value)
  const options: (readonly [string, string])[] = [
    ['published', comparing.published],
    ...others.map((other) => [`draft:${other.id}`, other.name] as const),
  ]
  if (value.with.kind === 'before-step') options.push([current, otherName(value, text)])
  return (
    <form method="get" class="side-by-side in-row" novalidate>
      <SelectField name="with" label={comparing.choose} value={current} options={options} problems={[]} />
      <SubmitButton variant="secondary">{comparing.show}</SubmitButton>
    </form>
  )
}

/** Keep one, put the other away; or keep what a step did, or take it back. */
function Choice({ value }: { value: DraftComparison }) {
  const { comparing, words } = useText()
  const { district, draft, other, step } = value
  const { choice } = comparing
  const toDraft = (
    <ButtonLink href={paths.draft(district.id, draft.id)}>
      {step ? choice.keepStep : other ? choice.openThis(draft.name) : choice.back}
    </ButtonLink>
  )
  return (
    <section aria-label={choice.title}>
      <div class="actions">
        {toDraft}
        {other && isOpen(draft) && (
          <Discard districtId={district.id} draftId={draft.id} label={choice.throwThis(draft.name)} />
        )}
        {other && isOpen(other) && (
          <Discard districtId={district.id} draftId={other.id} label={choice.throwOther(other.name)} />
        )}
        {step?.isOwnLatest && (
          <form method="post" action={paths.undoEdit(district.id, draft.id)}>
            <input type="hidden" name="step" value={String(step.number)} />
            <SubmitButton variant="secondary">{choice.throwStep(words.editKinds[step.kind])}</SubmitButton>
          </form>
        )}
      </div>
      {other && <p class="hint">{choice.undoable}</p>}
      {step && !step.isOwnLatest && <p class="hint">{choice.notYours}</p>}
    </section>
  )
}

function Discard(props: { districtId: string; draftId: string; label: string }) {
  return (
    <form method="post" action={paths.discardDraft(props.districtId, props.draftId)}>
      <SubmitButton variant="secondary">{props.label}</SubmitButton>
    </form>
  )
}

function isOpen({ status }: Draft): boolean {
  return status === 'draft' || status === 'circulated'
}

/** Duties listed without being asked for: a first build differs on every one. */
const MOST_UNFOLDED = 40

function Figures({ value }: { value: DraftComparison }) {
  const text = useText()
  const { comparing, history, publishing } = text
  const { district, draft, persons, places, loads, wishes } = value
  const wishesOf = (personId: string) => {
    const own = wishes.find((answer) => answer.personId === personId)
    if (!own) return '–'
    return publishing.load.change(
      comparing.sum.ofAll(own.metBefore, own.all),
      comparing.sum.ofAll(own.metAfter, own.all),
    )
  }
  const hrefOf = (place: Parameters<typeof cellKey>[0]) =>
    withQuery(paths.draft(district.id, draft.id), { from: dateOf(place.needId), cell: cellKey(place) })
  return (
    <>
      <Sum value={value} />
      {places.length === 0 ? (
        <Empty>{comparing.same}</Empty>
      ) : (
        <>
          <section>
            <Heading>{comparing.doctors.title}</Heading>
            <p class="hint">{comparing.doctors.lead(...sidesInText(value, text))}</p>
            <LoadTable
              district={district}
              loads={loads}
              label={comparing.doctors.title}
              {...(wishes.length > 0 ? { beside: { head: comparing.doctors.wishes, of: wishesOf } } : {})}
            />
            <DifferenceTable
              district={district}
              differences={persons}
              label={history.comparison.perDoctor}
              heads={[history.comparison.gained, history.comparison.lost, history.comparison.moved]}
            />
          </section>
          <section>
            <Heading>{comparing.days.title}</Heading>
            <details class="more" open={places.length <= MOST_UNFOLDED}>
              <summary>{history.comparison.count(places.length, persons.length)}</summary>
              <PlaceTable
                district={district}
                places={places}
                label={comparing.days.title}
                heads={sides(value, text)}
                hrefOf={hrefOf}
              />
            </details>
          </section>
        </>
      )}
    </>
  )
}

function dateOf(needId: string): string {
  return /\.(\d{4}-\d{2}-\d{2})\./.exec(needId)?.[1] ?? ''
}

function sides({ with: compared, other, draft }: DraftComparison, { comparing }: Text): [string, string] {
  if (compared.kind === 'draft') return [other?.name ?? comparing.sides.other, draft.name]
  const before = compared.kind === 'published' ? comparing.sides.published : comparing.sides.before
  return [before, comparing.sides.this]
}

/** The same to stand inside a sentence. */
function sidesInText(value: DraftComparison, text: Text): [string, string] {
  return [otherName(value, text), `«${value.draft.name}»`]
}

/** Open duties, wishes, and each rule that either breaks: one figure where both are the same. */
function Sum({ value }: { value: DraftComparison }) {
  const text = useText()
  const { comparing, format, violations } = text
  const { before, after, wishes, places } = value
  const heads = sides(value, text)
  const all = wishes.reduce((sum, own) => sum + own.all, 0)
  const met = (key: 'metBefore' | 'metAfter') => wishes.reduce((sum, own) => sum + own[key], 0)
  const ids = [...new Set([...before.rules, ...after.rules].map(({ rule }) => rule))]
  const told = (rules: readonly RuleCount[], rule: RuleId) => {
    const own = rules.find((count) => count.rule === rule)
    return comparing.rules.told(own?.blocking ?? 0, own?.warnings ?? 0)
  }
  const rows: (readonly [string, string, string])[] = [
    [comparing.sum.open, format.number(before.open), format.number(after.open)],
    ...ids.map(
      (rule) => [violations.ruleNames[rule], told(before.rules, rule), told(after.rules, rule)] as const,
    ),
  ]
  if (all > 0)
    rows.push([
      comparing.sum.wishes,
      comparing.sum.ofAll(met('metBefore'), all),
      comparing.sum.ofAll(met('metAfter'), all),
    ])
  return (
    <section>
      <Heading>{comparing.sum.title}</Heading>
      <Scroll label={comparing.sum.title}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{comparing.rules.rule}</th>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head, had, has]) => (
              <tr>
                <th scope="row">{head}</th>
                <td>{had}</td>
                <td>{had === has ? has : <b>{has}</b>}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{comparing.sum.differing}</th>
              <td colspan={2}>{format.number(places.length)}</td>
            </tr>
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
