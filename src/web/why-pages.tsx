import type { Hono } from 'hono'
import { shortDutyName } from '../board/duty-names.ts'
import type { AppEnv } from '../usecases/context.ts'
import { type ExplainClashInput, explainClash } from '../usecases/explain-clash.ts'
import { type ExplainPlaceInput, explainPlace, type PlaceValue } from '../usecases/explain-place.ts'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage } from './problem.tsx'
import { Clash } from './why/clash.tsx'
import { WhyPlace } from './why/place.tsx'

/** Why a place is held by whom it is or by nobody, and why a draft cannot be filled. */
export function whyPages(app: Hono<AppEnv>): void {
  app.get(paths.whyInDraft(':districtId', ':draftId', ':needId', ':seat'), (c) => {
    const { districtId, draftId, needId, seat } = c.req.param()
    return placePage(c, { districtId, source: { kind: 'draft', draftId }, needId, seat: Number(seat) })
  })
  app.get(paths.whyClash(':districtId', ':draftId'), (c) => clashPage(c, c.req.param()))
  app.get(paths.whyPublished(':districtId', ':needId', ':seat'), (c) => {
    const { districtId, needId, seat } = c.req.param()
    return placePage(c, { districtId, source: { kind: 'timeline' }, needId, seat: Number(seat) })
  })
}

async function clashPage(c: PageContext, input: ExplainClashInput) {
  const result = await explainClash(c.var.ctx, input)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value } = result
  const { title } = textOf(c).why.clash
  const { district, draft } = value
  const crumbs = [{ label: draft.name, href: paths.draft(district.id, draft.id) }]
  return page(
    c,
    { title, district, place: 'drafts', crumbs },
    <div class="stack">
      <PageHeading title={title} />
      <Clash value={value} />
    </div>,
  )
}

async function placePage(c: PageContext, input: ExplainPlaceInput) {
  const result = await explainPlace(c.var.ctx, input)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value } = result
  const text = textOf(c)
  const title = text.why.place.title(shortDutyName(value.district, value.need, text))
  const back = backTo(value, text)
  const spec = {
    title,
    district: value.district,
    place: value.draft ? 'drafts' : 'rota',
    crumbs: [back],
  } as const
  return page(c, spec, <WhyPlace value={value} title={title} />)
}

function backTo({ district, draft, need, seat }: PlaceValue, { why }: ReturnType<typeof textOf>) {
  if (!draft) return { label: why.place.backToDuty, href: paths.duty(district.id, need.id, seat) }
  const href = withQuery(paths.draft(district.id, draft.id), { from: need.date, cell: `${need.id}#${seat}` })
  return { label: draft.name, href }
}
