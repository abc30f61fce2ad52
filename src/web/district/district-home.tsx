import { viewBoard } from '../../board/board-view.ts'
import { dutyName } from '../../board/duty-names.ts'
import type { Entry } from '../../board/entries.ts'
import type { Draft } from '../../core/rota/draft.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { actionsIn } from '../../usecases/gate.ts'
import type { DraftsValue } from '../../usecases/list-drafts.ts'
import type { BoardValue } from '../../usecases/show-board.ts'
import { FlagItem } from '../board/flag-list.tsx'
import type { PageBoard } from '../board/page-board.ts'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { UnconfirmedBanner, UndeliveredBanner } from '../notices/banners.tsx'
import { TableLinks } from '../paste/table-links.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { LoadPicture } from './load-picture.tsx'

export interface DistrictHomeProps {
  readonly board: BoardValue
  /** Null for those who may not see drafts. */
  readonly drafts: DraftsValue | null
  readonly actions: ReturnType<typeof actionsIn>
  /** Doctors who have not confirmed an urgent change. */
  readonly unconfirmed: number
  /** Messages that could not be sent. */
  readonly undelivered: number
}

const SHOWN = 5

/** What to do next, and what is pressing. */
export function DistrictHome(props: DistrictHomeProps) {
  const { board } = props
  const view = viewBoard(board)
  return (
    <>
      <PageHeading title={board.district.name} />
      <UnconfirmedBanner districtId={board.district.id} doctors={props.unconfirmed} />
      <UndeliveredBanner districtId={board.district.id} amount={props.undelivered} />
      <Next {...props} />
      {view.entries.length > 0 && (
        <div class="two-columns">
          <Pressing view={view} />
          {!board.hidesHours && <LoadPicture board={board} />}
        </div>
      )}
      {props.drafts && <Drafts drafts={props.drafts} />}
      <Calendar districtId={board.district.id} />
      <Reports {...props} />
      <Payroll {...props} />
      <File {...props} />
    </>
  )
}

/** One thing to do: go on with the plan at hand, make the next one, or read the rota. */
function Next({ board, drafts, actions }: DistrictHomeProps) {
  const { format, pages, setup } = useText()
  const { districtHome } = pages
  const { id } = board.district
  const [current] = drafts ? openDrafts(drafts) : []
  const ends = (drafts?.publications ?? []).map((own) => own.to).sort()
  const last = ends.at(-1)
  const rotaHref = withQuery(paths.rota(id), { from: board.rota.from })
  const mayPlan = actions.includes('edit-drafts')
  return (
    <section class="ds-card next">
      {drafts && (
        <p class="big">
          {last ? districtHome.publishedUntil(format.date(addDays(last, -1))) : districtHome.nothingPublished}
        </p>
      )}
      <div class="actions">
        {mayPlan && current && (
          <ButtonLink href={paths.draft(id, current.id)}>
            {districtHome.continueDraft(current.name)}
          </ButtonLink>
        )}
        {mayPlan && !current && <ButtonLink href={paths.newDraft(id)}>{districtHome.newDraft}</ButtonLink>}
        {actions.includes('replace-district') && !last && (
          <ButtonLink href={paths.setUp(id)} variant="secondary">
            {setup.overview.title}
          </ButtonLink>
        )}
        {!mayPlan && board.ownPersonId !== null && (
          <ButtonLink href={paths.myDuties}>{pages.districts.myDuties}</ButtonLink>
        )}
        <ButtonLink
          href={rotaHref}
          {...(mayPlan || board.ownPersonId !== null ? { variant: 'secondary' as const } : {})}
        >
          {districtHome.seeRota}
        </ButtonLink>
      </div>
    </section>
  )
}

/** Open duties and the heaviest flags of the weeks ahead. */
function Pressing({ view }: { view: PageBoard }) {
  const { pages } = useText()
  const { districtHome } = pages
  const { value } = view
  const context = { district: value.district, needs: value.rota.needs }
  return (
    <section>
      <Heading>{districtHome.heaviest}</Heading>
      <p>{view.open.length === 0 ? districtHome.noOpen : districtHome.openDuties(view.open.length)}</p>
      <ul class="duty-list">
        {view.open.slice(0, SHOWN).map((entry) => (
          <OpenDuty entry={entry} view={view} />
        ))}
      </ul>
      <ul class="flags">
        {view.flags.flags.slice(0, SHOWN).map(({ violation, mark }) => (
          <FlagItem
            violation={violation}
            mark={mark}
            value={context}
            href={violation.needIds[0] && paths.duty(value.district.id, violation.needIds[0], 0)}
          />
        ))}
      </ul>
    </section>
  )
}

function OpenDuty({ entry, view }: { entry: Entry; view: PageBoard }) {
  const text = useText()
  const { district } = view.value
  return (
    <li>
      <a class="ds-link" href={paths.duty(district.id, entry.need.id, entry.seat)}>
        {dutyName(district, entry.need, text)}
      </a>
    </li>
  )
}

function openDrafts(drafts: DraftsValue): Draft[] {
  return drafts.drafts.filter((draft) => draft.status === 'draft' || draft.status === 'circulated')
}

function Drafts({ drafts }: { drafts: DraftsValue }) {
  const { format, pages } = useText()
  const open = openDrafts(drafts)
  return (
    <section>
      <Heading>{pages.districtHome.drafts}</Heading>
      {open.length === 0 ? (
        <p>{pages.districtHome.noDrafts}</p>
      ) : (
        <ul class="cards">
          {open.map((draft) => (
            <li class="ds-card">
              <a class="ds-link" href={paths.draft(drafts.districtId, draft.id)}>
                {draft.name}
              </a>
              <p class="hint">{format.dateRange(draft)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Calendar({ districtId }: { districtId: string }) {
  const { calendar, dutyNow } = useText()
  return (
    <section>
      <Heading>{calendar.district.title}</Heading>
      <ul class="in-row links">
        <li>
          <a class="ds-link" href={paths.dutyNow(districtId)}>
            {dutyNow.link}
          </a>
        </li>
        <li>
          <a class="ds-link" href={paths.districtCalendar(districtId)}>
            {calendar.district.link}
          </a>
        </li>
      </ul>
    </section>
  )
}

function Reports({ board, actions }: DistrictHomeProps) {
  const { pages } = useText()
  if (!actions.includes('read-load-report')) return null
  return (
    <section>
      <Heading>{pages.districtHome.reports}</Heading>
      <ul class="in-row links">
        {board.district.municipalities.map((municipality) => (
          <li>
            <a class="ds-link" href={paths.loadReport(board.district.id, municipality.number)}>
              {municipality.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Payroll({ board, actions }: DistrictHomeProps) {
  const { payroll } = useText()
  if (!actions.includes('read-payroll')) return null
  return (
    <section>
      <Heading>{payroll.title}</Heading>
      <p class="hint">{payroll.lead}</p>
      <p>
        <a class="ds-link" href={paths.payroll(board.district.id)}>
          {payroll.open}
        </a>
      </p>
    </section>
  )
}

function File({ board, actions }: DistrictHomeProps) {
  const { districtHome } = useText().pages
  if (!actions.includes('export-district')) return null
  return (
    <section>
      <Heading>{districtHome.file}</Heading>
      <p class="hint">{districtHome.exportNote}</p>
      <ul class="in-row links">
        <li>
          <a class="ds-link" href={paths.exportDistrict(board.district.id)}>
            {districtHome.export}
          </a>
        </li>
        {actions.includes('replace-district') && (
          <li>
            <a class="ds-link" href={paths.importDistrict}>
              {districtHome.import}
            </a>
          </li>
        )}
      </ul>
      <TableLinks
        districtId={board.district.id}
        tables={['rota-grid', 'rota-list', 'doctors', 'absences', 'wishes']}
      />
    </section>
  )
}
