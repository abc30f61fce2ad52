import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { type PastedRota, pasteRota, showRotaPaste } from '../usecases/paste-rota.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { PastePage } from './paste/paste-page.tsx'
import { EMPTY_PASTE, type PostedPaste, readPosted, stampOf } from './paste/posted-paste.ts'
import { RotaChoices, RotaPreview } from './paste/rota-paste.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

/** A rota from a spreadsheet into a draft. */
export function pastePages(app: Hono<AppEnv>): void {
  const rota = paths.pasteRota(':districtId', ':draftId')
  app.get(rota, async (c) => {
    const shown = await showRotaPaste(c.var.ctx, c.req.param())
    if (shown.kind === 'refused') return problemPage(c, shown.refusal)
    return rotaPage(c, shown.value, EMPTY_PASTE, false)
  })
  app.post(rota, (c) => storeRota(c, c.req.param()))
}

interface DraftKey {
  readonly districtId: string
  readonly draftId: string
}

async function storeRota(c: PageContext, key: DraftKey) {
  const shown = await showRotaPaste(c.var.ctx, key)
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  const posted = await readPosted(c)
  if (posted.fault) return rotaPage(c, shown.value, posted, true)
  const { sheet, columns, onlyOwnDates, seenEdits } = posted
  const isConfirmed = posted.wantsStored && posted.seen === (await stampOf(c, posted))
  const choices = { names: posted.names, columns, onlyOwnDates }
  const result = await pasteRota(c.var.ctx, { ...key, sheet, choices, isConfirmed, seenEdits })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  if (!result.value.isStored) return rotaPage(c, result.value, posted, true)
  return redirectDone(c, paths.draft(key.districtId, key.draftId), 'rota-pasted')
}

async function rotaPage(c: PageContext, value: PastedRota, posted: PostedPaste, wasSent: boolean) {
  const { paste, plans } = textOf(c)
  const { district, draft, changes, problems } = value
  const title = paste.page.rotaTitle
  const crumbs = [
    { label: plans.drafts.title, href: paths.drafts(district.id) },
    { label: draft.name, href: paths.draft(district.id, draft.id) },
  ]
  const isRefused = posted.fault !== null || value.fault !== null || problems.length > 0
  const status = wasSent && isRefused ? 422 : 200
  return page(
    c,
    { title, district, place: 'drafts', crumbs, status },
    <PastePage
      title={title}
      lead={paste.page.rotaLead(draft.name)}
      help={paste.page.rotaHelp}
      action={paths.pasteRota(district.id, draft.id)}
      district={district}
      posted={posted}
      reading={wasSent ? value : null}
      stamp={await stampOf(c, posted)}
      seenEdits={draft.edits}
      confirm={problems.length === 0 && changes.length > 0 ? paste.page.confirmRota(changes.length) : null}
      choices={<RotaChoices value={value} posted={posted} />}
    >
      <RotaPreview value={value} />
    </PastePage>,
  )
}
