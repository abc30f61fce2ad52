import { countNotices, showTold, type ToldValue } from '../../usecases/count-notices.ts'
import { isRevision } from '../form.tsx'
import type { PageContext } from '../page.tsx'

/** How many doctors must be rung, for whoever may know; else 0. */
export async function unconfirmedIn(c: PageContext, districtId: string): Promise<number> {
  const result = await countNotices(c.var.ctx, { districtId })
  return result.kind === 'done' ? result.value : 0
}

/** Whom a revision was told, for whoever may know; null for what is no revision. */
export async function toldOf(
  c: PageContext,
  districtId: string,
  revision: string | undefined,
): Promise<ToldValue | null> {
  if (revision === undefined || !isRevision(revision)) return null
  const result = await showTold(c.var.ctx, { districtId, revision: Number(revision) })
  return result.kind === 'done' ? result.value : null
}
