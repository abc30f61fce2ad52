import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '../usecases/refusal.ts'
import { showDistricts } from '../usecases/show-districts.ts'
import { fieldSentence } from './form.tsx'
import { ButtonLink, PageHeading } from './heading.tsx'
import { holdForm } from './held-form.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { rememberAskedFor } from './return-address.ts'
import { useText } from './text-context.ts'

/** The one table from refusals to HTTP for the pages. */
const STATUS: Readonly<Record<Refusal['kind'], ContentfulStatusCode>> = {
  'not-signed-in': 401,
  'needs-strong-sign-in': 403,
  'confirm-again': 403,
  'too-many': 429,
  busy: 503,
  // Whoever may not see a thing must not learn that it is there.
  'not-allowed': 404,
  'not-found': 404,
  invalid: 422,
  'file-refused': 422,
  'invalid-slices': 422,
  'stale-revision': 409,
  'double-booked': 409,
  'cell-changed': 409,
  clashing: 409,
  locked: 409,
  'nothing-to-undo': 409,
  'draft-closed': 409,
  'draft-moved': 409,
  'nothing-to-redo': 409,
  'reload-needed': 409,
  'key-reused': 422,
  'rule-broken': 409,
  'nothing-changed': 409,
  'period-closed': 409,
  'already-closed': 409,
  'not-over': 409,
  'overlaps-closed': 409,
  'nothing-to-close': 409,
  'build-running': 409,
  'cannot-build': 422,
  'link-used': 404,
  'passkey-refused': 403,
  'too-many-passkeys': 409,
  'last-way-in': 409,
  'provider-refused': 403,
  'provider-cancelled': 403,
  'provider-down': 503,
  'not-linked': 403,
  'linked-elsewhere': 409,
  'link-made': 409,
  'not-empty': 409,
  'still-used': 409,
  'erased-person': 409,
  duplicate: 409,
  'invited-elsewhere-first': 409,
  'has-way-in': 409,
  'own-address-only': 409,
  'led-already': 409,
  'last-member': 409,
  'beyond-reach': 409,
  'own-account': 409,
}

export function statusOf(refusal: Refusal): ContentfulStatusCode {
  return STATUS[refusal.kind]
}

/** The answer to a refusal that no form can show: sign in first, not found, or what stood in the way. */
export async function problemPage(c: PageContext, refusal: Refusal): Promise<Response> {
  const way = ASKED[refusal.kind]
  if (way !== undefined) {
    rememberAskedFor(c)
    const isKept = await holdForm(c, refusal)
    if (refusal.kind === 'not-signed-in' && c.req.method === 'POST')
      return c.redirect(withQuery(way, { [isKept ? 'kept' : 'lost']: 'yes' }), 303)
    if (refusal.kind !== 'needs-strong-sign-in') return c.redirect(way, 303)
    return strongPage(c, way)
  }
  const status = statusOf(refusal)
  if (refusal.kind === 'busy') c.header('Retry-After', '1')
  if (refusal.kind === 'too-many') c.header('Retry-After', String(refusal.retryAfterMinutes * 60))
  if (status === 404 && refusal.kind !== 'link-used') return notFoundPage(c)
  const title = textOf(c).pages.refusals.title
  const district = await districtOf(c)
  const spec = { title, status, ...(district ? { district } : {}) }
  return page(c, spec, <Problem title={title} sentences={sentencesOf(c, refusal)} />)
}

/** What an address asked for wrongly is told one by one, with what stood there. */
function sentencesOf(c: PageContext, refusal: Refusal): string[] {
  if (refusal.kind !== 'invalid' || c.req.method !== 'GET') return [refusalSentence(c, refusal)]
  return refusal.problems.map((problem) => fieldSentence(textOf(c), problem))
}

/** Where somebody shows who they are; what they asked for or sent is kept until then. */
const ASKED: Readonly<Partial<Record<Refusal['kind'], string>>> = {
  'not-signed-in': paths.signIn,
  'confirm-again': paths.confirmAgain,
  'needs-strong-sign-in': withQuery(paths.access, { first: 'yes' }),
}

/** Why the way in was not enough, and the way to one that is. */
function strongPage(c: PageContext, way: string) {
  const { access, pages } = textOf(c)
  const { firstTitle: title } = access.access
  return page(
    c,
    { title, status: STATUS['needs-strong-sign-in'] },
    <div class="narrow-column">
      <PageHeading title={title} />
      <p class="lead">{pages.refusals['needs-strong-sign-in']}</p>
      <p>
        <ButtonLink href={way}>{title}</ButtonLink>
      </p>
    </div>,
  )
}

/** The district of the address, for its menu, where the actor has a place in it. */
async function districtOf(c: PageContext) {
  const id = c.req.param('districtId')
  const seen = id === undefined ? null : await showDistricts(c.var.ctx, {})
  return seen?.kind === 'done' ? seen.value.districts.find((own) => own.id === id) : undefined
}

export function notFoundPage(c: PageContext): Response | Promise<Response> {
  const { title, sentence } = textOf(c).pages.notFound
  return page(c, { title, status: 404 }, <Problem title={title} sentences={[sentence]} />)
}

/** For a fault: the person gets the number that the log line carries, never the message. */
export function faultPage(c: PageContext): Response | Promise<Response> {
  const { title, sentence } = textOf(c).pages.fault
  return page(c, { title, status: 500 }, <Problem title={title} sentences={[sentence(c.var.requestId)]} />)
}

/** What a refusal says to the person, without what only the field knows. */
export function refusalSentence(c: PageContext, refusal: Refusal): string {
  return textOf(c).pages.refusals[refusal.kind]
}

function Problem({ title, sentences }: { title: string; sentences: readonly string[] }) {
  const { pages } = useText()
  return (
    <>
      <h1 class="ds-heading" data-size="md">
        {title}
      </h1>
      {sentences.map((sentence) => (
        <p class="lead">{sentence}</p>
      ))}
      <p>
        <a class="ds-link" href={paths.home}>
          {pages.notFound.home}
        </a>
      </p>
    </>
  )
}
