import { nextAfter } from '../../core/plans/agreement-change.ts'
import type { AgreementEffect } from '../../core/plans/agreement-effect.ts'
import type { ParameterName, ParameterStatus } from '../../core/rota/agreement.ts'
import { PARAMETERS } from '../../core/rota/parameters.ts'
import { type FindingKind, type Grade, isAtFloor, type Violation } from '../../core/rules/violation.ts'
import { isoWeekOf } from '../../core/time/iso-week.ts'
import { addDays } from '../../core/time/local-date.ts'
import { toWall } from '../../core/time/oslo.ts'
import type { Text } from '../../text/text.ts'
import type { AgreementPreview } from '../../usecases/preview-agreement.ts'
import type { Refusal } from '../../usecases/refusal.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { RefusalAlert } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { valueInWords } from './standing.ts'
import type { FormTexts } from './value-form.ts'
import { refusalIn } from './value-page.tsx'

interface ChangePreviewProps {
  readonly preview: AgreementPreview
  readonly name: ParameterName
  readonly status: ParameterStatus
  readonly isEnd: boolean
  /** Sent along, so that the change is saved as it was seen, or mended. */
  readonly texts: FormTexts
  readonly refusal: Refusal | null
}

/** What a change would do, before anything is stored. */
export function ChangePreview({ preview, name, status, isEnd, texts, refusal }: ChangePreviewProps) {
  const text = useText()
  const { agreement, agreementWords, format } = text
  const shown = { district: preview.district, text }
  const before = valueInWords(preview.district.agreement, name, status, preview.from, shown)
  const after = valueInWords(preview.after, name, status, preview.from, shown)
  const nextFrom = nextAfter(preview.district.agreement, {
    parameter: name,
    status,
    from: preview.from,
  })?.from
  const nextValue = nextFrom && valueInWords(preview.after, name, status, nextFrom, shown)
  const next = nextFrom && nextValue ? agreement.preview.until(nextFrom, nextValue) : undefined
  return (
    <>
      <PageHeading title={agreement.preview.title} />
      {refusal && <RefusalAlert>{refusalIn(text, refusal)}</RefusalAlert>}
      <p class="lead">{agreement.preview.nothingStored}</p>
      <Heading>{agreementWords.names[name]}</Heading>
      <dl class="from-to">
        <dt>{agreement.preview.before}</dt>
        <dd>{before ?? agreement.preview.unset}</dd>
        <dt>{agreement.preview.after}</dt>
        <dd>{after ?? agreement.preview.unset}</dd>
        <dt>{agreement.preview.from}</dt>
        <dd>{format.date(preview.from)}</dd>
      </dl>
      <Notes preview={preview} name={name} status={status} next={isEnd ? undefined : next} />
      {status === 'adopted' && (
        <Effects preview={preview} name={name} value={after ?? agreement.preview.unset} />
      )}
      <form method="post">
        {Object.entries(texts).flatMap(([field, values]) =>
          values.map((value) => <input type="hidden" name={field} value={value} />),
        )}
        <input type="hidden" name="stamp" value={preview.stamp} />
        <div class="actions">
          <button class="ds-button" type="submit" name="step" value="save">
            {isEnd ? agreement.preview.saveEnd : agreement.preview.save}
          </button>
          <button class="ds-button" type="submit" name="step" value="edit" data-variant="secondary">
            {agreement.preview.edit}
          </button>
        </div>
      </form>
    </>
  )
}

type OfChange = Pick<ChangePreviewProps, 'preview' | 'name' | 'status'> & {
  /** Until when it holds, where a later one is decided already. */
  readonly next: string | undefined
}

/** What the figures do not tell: a line flags nothing, a way of counting moves all, and the past is judged anew. */
function Notes({ preview, name, status, next }: OfChange) {
  const { agreement } = useText()
  const { use } = PARAMETERS[name]
  const isJudged = isJudgedBy(name)
  const notes = [
    ...(next ? [next] : []),
    ...(status === 'reference' ? [agreement.preview.line] : []),
    ...(use === 'counts' ? [agreement.preview.counts] : []),
    ...(isJudged ? [] : [agreement.preview.arranges]),
    ...(preview.from < preview.today && preview.published && isJudged && status === 'adopted'
      ? [agreement.preview.past(preview.published.from)]
      : []),
  ]
  return (
    <>
      {notes.map((note) => (
        <div class="ds-alert" data-color="info">
          {note}
        </div>
      ))}
    </>
  )
}

/** Whether a rule judges or counts by it. */
function isJudgedBy(name: ParameterName): boolean {
  return !['arranges', 'recorded'].includes(PARAMETERS[name].use)
}

interface EffectsProps {
  readonly preview: AgreementPreview
  readonly name: ParameterName
  /** What holds afterwards, in words. */
  readonly value: string
}

function Effects({ preview, name, value }: EffectsProps) {
  const { agreement, format } = useText()
  const { published, drafts, district } = preview
  if (!isJudgedBy(name)) return null
  if (published === null && drafts.length === 0) return <p>{agreement.preview.nothingTouched}</p>
  return (
    <>
      {published && (
        <Effect
          title={agreement.preview.published(format.dateRange(published))}
          effect={published}
          district={district}
          value={value}
        />
      )}
      {drafts.map(({ draft, ...effect }) => (
        <Effect
          title={agreement.preview.draft(draft.name, format.dateRange(draft))}
          href={paths.draft(district.id, draft.id)}
          effect={effect}
          district={district}
          value={value}
        />
      ))}
    </>
  )
}

interface EffectProps {
  readonly title: string
  readonly href?: string
  readonly effect: AgreementEffect
  readonly district: AgreementPreview['district']
  readonly value: string
}

/** One rota: first how much, then who and when. */
function Effect({ title, href, effect, district, value }: EffectProps) {
  const { agreement } = useText()
  const { more, fewer } = effect
  const { preview } = agreement
  const atFloor = more.filter(isAtFloor).length
  const heading = href ? (
    <a class="ds-link" href={href}>
      {title}
    </a>
  ) : (
    title
  )
  return (
    <section class="effect">
      <Heading>{heading}</Heading>
      {more.length + fewer.length === 0 && <p>{preview.same}</p>}
      <Sums
        found={more}
        weeks={preview.moreWeeks}
        windows={preview.moreWindows}
        others={preview.more}
        value={value}
      />
      {atFloor > 0 && <p>{preview.atFloor(atFloor)}</p>}
      <List found={more} title={preview.moreTitle} district={district} />
      <Sums
        found={fewer}
        weeks={preview.fewerWeeks}
        windows={preview.fewerWindows}
        others={preview.fewer}
        value={value}
      />
      <List found={fewer} title={preview.fewerTitle} district={district} />
    </section>
  )
}

/** Findings about the hours of a week are told as weeks. */
const IS_OF_A_WEEK: Readonly<Record<FindingKind, boolean>> = {
  overlap: false,
  'gap-in-cover': false,
  'not-available': false,
  'at-risk': false,
  'most-duties': false,
  'least-duties': false,
  'outside-offer': false,
  'outside-participation': false,
  'only-backup': false,
  'counts-while-learning': false,
  'missing-courses': false,
  'backup-not-able': false,
  'backup-missing': false,
  'rest-after-on-site-night': false,
  'rest-short': false,
  'rest-second-line': false,
  'weekly-total': true,
  'weekly-duty': true,
  'office-day-after-night': false,
  'agreement-ended': false,
  'rolling-total': false,
  'average-hours': false,
  'average-duty': false,
  'long-week': true,
  'long-day': false,
  'weekly-rest': true,
  'longest-period': false,
  'nights-in-a-row': false,
  'weekends-too-often': false,
  'no-free-weekend': false,
  'sundays-in-a-row': false,
  'same-holiday-again': false,
  'too-few-doctors': false,
  'exception-used-up': false,
  'exception-near-end': false,
  'other-tasks': false,
  'hours-elsewhere-untold': false,
  'far-from-share': false,
  'published-late': false,
  'not-discussed': false,
}
const GRADES: readonly Grade[] = ['structural', 'blocks', 'warns', 'shown']

interface SumsProps {
  readonly found: readonly Violation[]
  readonly weeks: (value: string, weeks: number, doctors: number) => string
  readonly windows: SumsProps['weeks']
  readonly others: Readonly<Record<Grade, (amount: number) => string>>
  readonly value: string
}

function Sums({ found, weeks, windows, others, value }: SumsProps) {
  const inWeeks = found.filter(({ kind }) => IS_OF_A_WEEK[kind])
  const inWindows = found.filter(({ kind }) => kind === 'rolling-total')
  const rest = found.filter(({ kind }) => !IS_OF_A_WEEK[kind] && kind !== 'rolling-total')
  const places = new Set(inWeeks.map((own) => `${own.personId} ${weekOf(own)}`))
  const doctorsOf = (own: readonly Violation[]) => new Set(own.map(({ personId }) => personId)).size
  const sums = GRADES.flatMap((grade) => {
    const amount = rest.filter((own) => own.grade === grade).length
    return amount === 0 ? [] : [others[grade](amount)]
  })
  return (
    <>
      {places.size > 0 && <p class="big">{weeks(value, places.size, doctorsOf(inWeeks))}</p>}
      {inWindows.length > 0 && <p class="big">{windows(value, inWindows.length, doctorsOf(inWindows))}</p>}
      {sums.map((sum) => (
        <p class="big">{sum}</p>
      ))}
    </>
  )
}

interface ListProps {
  readonly found: readonly Violation[]
  readonly title: string
  readonly district: AgreementPreview['district']
}

/** Doctor by doctor with their weeks, those with the most first; the sentences are there for whoever asks. */
function List({ found, title, district }: ListProps) {
  const text = useText()
  const { agreement } = text
  const told = useViolationText({ district, needs: [] })
  if (found.length === 0) return null
  const byDoctor = [...Map.groupBy(found, (own) => own.personId)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  const nameOf = (id: string | null) =>
    district.persons.find((person) => person.id === id)?.name ?? agreement.preview.everyone
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {title}
      </h3>
      <ul class="terms">
        {byDoctor.map(([id, own]) => (
          <li>
            <b>{nameOf(id)}</b>
            <div>
              {whenOf(own, text)}
              <details class="more">
                <summary>{agreement.preview.why(own.length)}</summary>
                <ul>
                  {own.map((one) => (
                    <li>{told.statement(one)}</li>
                  ))}
                </ul>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** In which weeks; seven days that follow no week by their first and last day. */
function whenOf(found: readonly Violation[], { agreement, format }: Text): string {
  const windows = found.filter(({ kind }) => kind === 'rolling-total')
  const weeks = new Set(found.filter((own) => !windows.includes(own)).map(weekOf))
  return [
    ...(weeks.size > 0 ? [agreement.preview.weeks([...weeks])] : []),
    ...windows.map(({ span }) => {
      const to = addDays(toWall(span.end - 1).date, 1)
      return format.dateRange({ from: toWall(span.start).date, to })
    }),
  ].join(', ')
}

function weekOf({ span }: Violation) {
  return isoWeekOf(toWall(span.start).date)
}
