import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { type IssuerKind, saveIssuer } from '../usecases/save-issuer.ts'
import { type Issuer, showIssuers } from '../usecases/show-issuers.ts'
import { tryIssuer } from '../usecases/try-issuer.ts'
import { readForm } from './form.tsx'
import { IssuerForm } from './issuers/issuer-form.tsx'
import { Issuers } from './issuers/issuers.tsx'
import { type IssuerValues, presetOf } from './issuers/presets.ts'
import { Tried } from './issuers/tried.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

const KINDS: readonly IssuerKind[] = ['ansattporten', 'id-porten', 'helseid', 'entra-id', 'other']

/** Where an administrator says which providers the installation trusts. Nothing secret is typed here. */
export function issuerPages(app: Hono<AppEnv>): void {
  app.get(paths.issuers, async (c) => {
    const result = await showIssuers(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { title } = textOf(c).providers.issuers
    return page(c, { title, crumbs: crumbsOf(c, false) }, <Issuers shown={result.value} kinds={KINDS} />)
  })
  app.get(paths.newIssuer, (c) => formPage(c, null, presetOf(kindIn(c.req.query('kind'))), []))
  app.post(paths.newIssuer, async (c) => save(c, null))
  app.get(paths.issuer(':issuer'), async (c) => {
    const result = await showIssuers(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const issuer = result.value.issuers.find(({ id }) => id === c.req.param('issuer'))
    if (!issuer) return problemPage(c, { kind: 'not-found' })
    return formPage(c, issuer.id, valuesOf(issuer), [])
  })
  app.post(paths.issuer(':issuer'), (c) => save(c, c.req.param('issuer')))
  app.post(paths.tryIssuer(':issuer'), async (c) => {
    const result = await tryIssuer(c.var.ctx, { id: c.req.param('issuer') })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const title = textOf(c).providers.tried.title(result.value.issuer.name)
    return page(c, { title, crumbs: crumbsOf(c, true) }, <Tried tried={result.value} />)
  })
}

async function save(c: PageContext, id: string | null): Promise<Response> {
  const { values } = await readForm(c)
  const at = (name: string) => values[name] ?? ''
  const given: IssuerValues = {
    kind: kindIn(values.kind),
    url: at('url'),
    tenant: at('tenant'),
    name: at('name'),
    clientId: at('clientId'),
    scope: at('scope'),
    acrValues: at('acrValues'),
    strongAcr: at('strongAcr'),
    isOpen: values.isOpen === 'yes',
  }
  const result = await saveIssuer(c.var.ctx, { id, ...given })
  if (result.kind === 'done') return redirectDone(c, paths.issuers, 'issuer-saved')
  if (result.refusal.kind === 'duplicate')
    return formPage(c, id, given, [{ field: 'url', code: 'given-twice', value: given.url }])
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  return formPage(c, id, given, result.refusal.problems)
}

async function formPage(
  c: PageContext,
  id: string | null,
  values: IssuerValues,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const allowed = await showIssuers(c.var.ctx)
  if (allowed.kind === 'refused') return problemPage(c, allowed.refusal)
  const { issuers, issuerForm } = textOf(c).providers
  const title =
    id === null ? issuerForm.newTitle(issuers.kinds[values.kind]) : issuerForm.changeTitle(values.name)
  const status = problems.length > 0 ? 422 : 200
  return page(
    c,
    { title, status, crumbs: crumbsOf(c, true) },
    <IssuerForm title={title} id={id} values={values} problems={problems} />,
  )
}

function kindIn(text: string | undefined): IssuerKind {
  return KINDS.find((kind) => kind === text) ?? 'other'
}

function valuesOf(issuer: Issuer): IssuerValues {
  return { ...issuer, tenant: issuer.tenant ?? '', strongAcr: issuer.strongAcr.join(' ') }
}

function crumbsOf(c: PageContext, isBelow: boolean) {
  const { pages, providers } = textOf(c)
  const home = { label: pages.districts.title, href: paths.home }
  return isBelow ? [home, { label: providers.issuers.title, href: paths.issuers }] : [home]
}
