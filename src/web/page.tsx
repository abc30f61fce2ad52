import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Text, textFor } from '../text/text.ts'
import type { AppEnv } from '../usecases/context.ts'
import { actionsIn } from '../usecases/gate.ts'
import { type Crumb, Layout, type MenuItem, type PageWidth } from './layout.tsx'
import { paths, withQuery } from './paths.ts'
import { TextContext } from './text-context.ts'

export type PageContext = Context<AppEnv>

export type MenuPlace =
  | 'overview'
  | 'rota'
  | 'drafts'
  | 'wishes'
  | 'doctors'
  | 'hours'
  | 'ledger'
  | 'calendar'
  | 'agreement'
  | 'setUp'
  | 'members'

export interface PageSpec {
  readonly title: string
  /** Gives the page the district's menu and its first crumbs. */
  readonly district?: { readonly id: string; readonly name: string }
  readonly place?: MenuPlace
  /** Between the district and this page. */
  readonly crumbs?: readonly Crumb[]
  readonly islands?: readonly string[]
  /** Addresses that an island asks for at once: fetched beside it. */
  readonly preloads?: readonly string[]
  /** Whether one of the islands starts a worker. */
  readonly runsWorker?: boolean
  readonly refreshSeconds?: number
  /** Of text where nothing is said. */
  readonly width?: PageWidth
  readonly status?: ContentfulStatusCode
}

/** The sentences for whoever asks, in the language they have chosen. */
export function textOf(c: PageContext): Text {
  return textFor(c.var.ctx.language)
}

/** A whole page around `children`. Pages are personal, so nothing between keeps a copy. */
export function page(c: PageContext, spec: PageSpec, children: Child): Response | Promise<Response> {
  const text = textOf(c)
  const { actor } = c.var.ctx
  const actions = spec.district ? actionsIn(c.var.ctx, spec.district.id) : []
  const crumbs = crumbsOf(text, spec, actions.length > 0)
  const document = (
    <TextContext.Provider value={text}>
      <Layout
        title={spec.title}
        address={addressOf(c, crumbs)}
        crumbs={crumbs}
        menu={menuOf(text, spec, actions)}
        isSignedIn={actor.kind === 'account'}
        isDoctor={actor.kind === 'account' && actor.personId !== null}
        flash={flashOf(c, text)}
        islands={spec.islands ?? []}
        preloads={spec.preloads ?? []}
        refreshSeconds={spec.refreshSeconds}
        width={spec.width ?? 'text'}
        districtId={spec.district?.id}
      >
        {children}
      </Layout>
    </TextContext.Provider>
  )
  c.header('Cache-Control', 'no-store')
  if (spec.runsWorker) c.set('runsWorker', true)
  return c.html(html`<!doctype html>${document}`, spec.status ?? 200)
}

/** Where this page is asked for anew; the page before it, for one that answers a form. What was just done is not told twice. */
function addressOf(c: PageContext, crumbs: readonly Crumb[]): string {
  if (c.req.method !== 'GET') return crumbs.at(-1)?.href ?? paths.home
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('done')
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`
}

/** Somebody who reads one municipality's report has no place in the district itself, and no way there. */
function crumbsOf(text: Text, spec: PageSpec, isInDistrict: boolean): Crumb[] {
  if (!spec.district) return [...(spec.crumbs ?? [])]
  const { id, name } = spec.district
  const isHome = spec.place === 'overview' && (spec.crumbs ?? []).length === 0
  const crumbs = [{ label: text.pages.districts.title, href: paths.home }]
  if (isHome || !isInDistrict) return crumbs
  return [...crumbs, { label: name, href: paths.district(id) }, ...(spec.crumbs ?? [])]
}

function menuOf(text: Text, spec: PageSpec, actions: ReturnType<typeof actionsIn>): MenuItem[] {
  if (!spec.district) return []
  const { id } = spec.district
  const items = [
    { place: 'overview', href: paths.district(id), isShown: actions.length > 0 },
    { place: 'rota', href: paths.rota(id), isShown: actions.includes('read-rota') },
    // Whoever makes no drafts reads those that are out for comments.
    {
      place: 'drafts',
      href: actions.includes('read-drafts') ? paths.drafts(id) : paths.circulated(id),
      isShown: actions.includes('read-circulated-drafts'),
    },
    {
      place: 'wishes',
      href: paths.wishes(id),
      isShown: actions.includes('read-wishes') || actions.includes('enter-own-wishes'),
    },
    { place: 'doctors', href: paths.doctors(id), isShown: actions.includes('read-doctors') },
    {
      place: 'hours',
      href: paths.hours(id),
      isShown: actions.includes('read-hours') || actions.includes('read-own-hours'),
    },
    {
      place: 'ledger',
      href: paths.ledger(id),
      isShown: actions.includes('read-hours') || actions.includes('read-own-hours'),
    },
    {
      place: 'calendar',
      href: paths.districtCalendar(id),
      isShown: actions.includes('subscribe-district'),
    },
    { place: 'agreement', href: paths.agreement(id), isShown: actions.includes('read-agreement') },
    { place: 'setUp', href: paths.setUp(id), isShown: actions.includes('replace-district') },
    { place: 'members', href: paths.members(id), isShown: actions.includes('read-members') },
  ] as const
  return items
    .filter((item) => item.isShown)
    .map(({ place, href }) => ({ label: text.pages.menu[place], href, isCurrent: place === spec.place }))
}

/** A sentence about what was just done, by its code. */
export type DoneCode = keyof Text['pages']['flash']

/** On to the next page after a form, with what was done: a reload then repeats nothing. */
export function redirectDone(
  c: PageContext,
  path: string,
  done: DoneCode,
  query: Parameters<typeof withQuery>[1] = {},
): Response {
  return c.redirect(withQuery(path, { ...query, done }), 303)
}

/** Only sentences of our own: what stands in the address picks one, and is never shown itself. */
function flashOf(c: PageContext, text: Text): string | undefined {
  const code = c.req.query('done') ?? ''
  const sentences: Readonly<Record<string, string>> = text.pages.flash
  return Object.hasOwn(sentences, code) ? sentences[code] : undefined
}
