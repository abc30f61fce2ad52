import type { Hono } from 'hono'
import { askErasure } from '../usecases/ask-erasure.ts'
import type { AppEnv } from '../usecases/context.ts'
import { erasePerson } from '../usecases/erase-person.ts'
import { ownDataFile, readOwnData } from '../usecases/read-own-data.ts'
import { showErasure } from '../usecases/show-erasure.ts'
import { withdrawErasure } from '../usecases/withdraw-erasure.ts'
import { readForm } from './form.tsx'
import { type AskedErasure, ErasurePage } from './own-data/erasure.tsx'
import { OwnDataPage } from './own-data/own-data.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

/** What is kept of oneself, as a page and a file; asking to be forgotten, and the coordinator's page that does it. */
export function ownDataPages(app: Hono<AppEnv>): void {
  app.get(paths.myData, async (c) => {
    const result = await readOwnData(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { access, ownData } = textOf(c)
    const crumbs = [{ label: access.access.title, href: paths.access }]
    return page(c, { title: ownData.page.title, crumbs }, <OwnDataPage value={result.value} />)
  })
  app.get(paths.myDataFile, async (c) => {
    const result = await ownDataFile(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return c.body(result.value, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'no-store',
    })
  })
  app.post(paths.askErasure, async (c) => {
    const result = await askErasure(c.var.ctx, {})
    return result.kind === 'refused'
      ? problemPage(c, result.refusal)
      : redirectDone(c, paths.myData, 'erasure-asked')
  })
  app.post(paths.withdrawErasure, async (c) => {
    const result = await withdrawErasure(c.var.ctx, {})
    return result.kind === 'refused'
      ? problemPage(c, result.refusal)
      : redirectDone(c, paths.myData, 'erasure-withdrawn')
  })
  app.get(paths.erasePerson(':districtId', ':personId'), (c) => erasurePage(c, c.req.param()))
  app.post(paths.erasePerson(':districtId', ':personId'), async (c) => {
    const key = c.req.param()
    const { values, all } = await readForm(c)
    const places = all('text')
    const shown = (values.shown ?? '').split(' ')
    const result = await erasePerson(c.var.ctx, { ...key, typed: values.typed ?? '', places, shown })
    if (result.kind === 'done') return redirectDone(c, paths.doctors(key.districtId), 'person-erased')
    if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
    return erasurePage(c, key, { problems: result.refusal.problems, ticked: places, shown })
  })
}

async function erasurePage(
  c: PageContext,
  key: { readonly districtId: string; readonly personId: string },
  asked?: AskedErasure,
) {
  const result = await showErasure(c.var.ctx, key)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { ownData, people } = textOf(c)
  const { district, personName, personId } = result.value
  const crumbs = [
    { label: people.doctors.title, href: paths.doctors(district.id) },
    { label: personName, href: paths.doctor(district.id, personId) },
  ]
  const spec = { title: ownData.erasure.title, district, place: 'doctors', crumbs } as const
  const status = asked ? ({ status: 422 } as const) : {}
  return page(c, { ...spec, ...status }, <ErasurePage value={result.value} asked={asked} />)
}
