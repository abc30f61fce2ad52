import type { Hono } from 'hono'
import { viewBoard } from '../board/board-view.ts'
import type { Entry } from '../board/entries.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import { actionsIn } from '../usecases/gate.ts'
import { showBoard } from '../usecases/show-board.ts'
import { showNearestDuty } from '../usecases/show-nearest-duty.ts'
import { Board } from './board/board.tsx'
import { BoardFlags } from './board/board-flags.tsx'
import { BoardFoot } from './board/board-foot.tsx'
import { type BoardState, boardStateOf } from './board/board-state.ts'
import { BoardSummary, Undeclared } from './board/board-summary.tsx'
import { BoardToolbar } from './board/board-toolbar.tsx'
import { HalfYear } from './board/half-year.tsx'
import { Legend } from './board/legend.tsx'
import type { PageBoard } from './board/page-board.ts'
import { WaivedList } from './board/waived-list.tsx'
import { ButtonLink, Empty, PageHeading } from './heading.tsx'
import { UnconfirmedBanner } from './notices/banners.tsx'
import { unconfirmedIn } from './notices/unconfirmed.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage } from './problem.tsx'
import { useText } from './text-context.ts'

export function rotaPages(app: Hono<AppEnv>): void {
  app.get(paths.rota(':districtId'), async (c) => {
    const { ctx } = c.var
    const districtId = c.req.param('districtId')
    const state = boardStateOf(c.req, await firstDate(c, districtId))
    const source = { kind: 'timeline' } as const
    const [result, unconfirmed] = await Promise.all([
      showBoard(ctx, { districtId, source, from: state.from, days: 7 * state.span }),
      unconfirmedIn(c, districtId),
    ])
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const view = viewBoard(result.value)
    const { district } = result.value
    const spec = {
      title: textOf(c).pages.rota.title,
      district,
      place: 'rota',
      islands: ['board'],
      width: 'board',
    } as const
    if (view.entries.length > 0)
      return page(
        c,
        spec,
        <PublishedRota
          view={view}
          state={state}
          now={ctx.now}
          mayRepair={actionsIn(ctx, district.id).includes('edit-drafts')}
          maySeeHistory={actionsIn(ctx, district.id).includes('read-history')}
          maySeeNotices={actionsIn(ctx, district.id).includes('read-notices')}
          unconfirmed={unconfirmed}
        />,
      )
    return page(
      c,
      spec,
      <EmptyRota state={state} districtId={district.id} latest={await nearestDate(c, districtId)} />,
    )
  })
}

/** Today, or the nearest weeks with a duty in them, so that nobody meets an empty page while a rota is published. */
async function firstDate(c: PageContext, districtId: string): Promise<LocalDate> {
  const asked = c.req.query('from')
  return (asked === undefined ? await nearestDate(c, districtId) : undefined) ?? toWall(c.var.ctx.now).date
}

async function nearestDate(c: PageContext, districtId: string): Promise<LocalDate | undefined> {
  const nearest = await showNearestDuty(c.var.ctx, { districtId })
  return nearest.kind === 'done' ? (nearest.value ?? undefined) : undefined
}

interface PublishedRotaProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly now: Minute
  readonly mayRepair: boolean
  readonly maySeeHistory: boolean
  readonly maySeeNotices: boolean
  /** Doctors who have not confirmed an urgent change. */
  readonly unconfirmed: number
}

function PublishedRota(props: PublishedRotaProps) {
  const { view, state, now, mayRepair, maySeeHistory, maySeeNotices } = props
  const { board, calendar, format, history, notices, pages, repair } = useText()
  const { value } = view
  const { id } = value.district
  const hrefOf = (entry: Entry) => paths.duty(id, entry.need.id, entry.seat)
  return (
    <>
      <PageHeading title={pages.rota.title}>
        {state.view !== 'doctor' && <BoardSummary view={view} />}
      </PageHeading>
      <UnconfirmedBanner districtId={id} doctors={props.unconfirmed} />
      <HalfYear view={view} state={state} path={paths.rota(id)} />
      <BoardToolbar path={paths.rota(id)} state={state} />
      <Board view={view} state={state} hrefOf={hrefOf} selected={null} />
      <BoardFoot view={view} state={state} printPath={paths.printRota(id)} mayEdit={mayRepair} />
      {state.view !== 'doctor' && <Undeclared view={view} />}
      <div class="actions">
        {mayRepair && (
          <ButtonLink href={paths.repair(id)} variant="secondary">
            {repair.link}
          </ButtonLink>
        )}
        {maySeeHistory && (
          <ButtonLink href={paths.revisions(id)} variant="tertiary">
            {history.link}
          </ButtonLink>
        )}
        {maySeeNotices && (
          <ButtonLink href={paths.notices(id)} variant="tertiary">
            {notices.district.link}
          </ButtonLink>
        )}
        <ButtonLink href={paths.districtCalendar(id)} variant="tertiary">
          {calendar.district.link}
        </ButtonLink>
      </div>
      <BoardFlags
        view={view}
        state={state}
        hrefOf={({ needIds: [first] }) => (first ? paths.duty(id, first, 0) : undefined)}
      />
      <WaivedList view={view} />
      <Legend view={view} hasDraft={false} />
      <p class="print-only">{board.printed(value.revision, format.dateTime(now))}</p>
    </>
  )
}

function EmptyRota(props: { state: BoardState; districtId: string; latest: string | undefined }) {
  const { rota } = useText().pages
  return (
    <>
      <PageHeading title={rota.title} />
      <BoardToolbar path={paths.rota(props.districtId)} state={props.state} />
      <Empty>
        <p>{rota.empty}</p>
        {props.latest && (
          <ButtonLink href={withQuery(paths.rota(props.districtId), { from: props.latest })}>
            {rota.emptyNext}
          </ButtonLink>
        )}
      </Empty>
    </>
  )
}
