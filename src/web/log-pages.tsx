import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import {
  type LogInput,
  showDistrictLog,
  showInstallationLog,
  showMunicipalityLog,
} from '../usecases/show-log.ts'
import { Log } from './log/log.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

/** The log of a district for its coordinators, a municipality's for its deciders, and the installation's for its administrators. */
export function logPages(app: Hono<AppEnv>): void {
  app.get(paths.audit(':districtId'), async (c) => {
    const districtId = c.req.param('districtId')
    const asked = askedLog(c)
    const result = await showDistrictLog(c.var.ctx, { districtId, ...asked })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district, problems } = result.value
    const spec = { title: textOf(c).audit.page.title, ...(district && { district }) }
    const path = paths.audit(districtId)
    return page(c, { ...spec, ...statusOf(problems) }, <Log value={result.value} asked={asked} path={path} />)
  })
  app.get(paths.municipalityAudit(':number'), async (c) => {
    const number = c.req.param('number')
    const asked = askedLog(c)
    const result = await showMunicipalityLog(c.var.ctx, { number, ...asked })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const crumbs = [
      { label: result.value.municipality ?? number, href: paths.municipalityExemptions(number) },
    ]
    const spec = { title: textOf(c).audit.page.title, crumbs, ...statusOf(result.value.problems) }
    const path = paths.municipalityAudit(number)
    return page(c, spec, <Log value={result.value} asked={asked} path={path} />)
  })
  app.get(paths.installationAudit, async (c) => {
    const asked = askedLog(c)
    const result = await showInstallationLog(c.var.ctx, asked)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { audit, pages } = textOf(c)
    const crumbs = [{ label: pages.districts.title, href: paths.home }]
    const spec = { title: audit.page.title, crumbs, ...statusOf(result.value.problems) }
    return page(c, spec, <Log value={result.value} asked={asked} path={paths.installationAudit} />)
  })
}

function statusOf(problems: readonly unknown[]) {
  return problems.length > 0 ? { status: 422 as const } : {}
}

/** What the address asks for; a page that is none begins at the end. */
function askedLog(c: PageContext): LogInput {
  const before = Number(c.req.query('before'))
  return {
    from: c.req.query('from') || null,
    to: c.req.query('to') || null,
    actor: c.req.query('by') || null,
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}
