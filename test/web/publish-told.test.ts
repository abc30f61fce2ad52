import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { NoticeWorld } from '../support/notice-world.ts'
import { pagesAs } from '../support/pages-as.ts'
import { unwrap } from '../support/plan-world.ts'

/** Tomorrow goes from b to d, who has no address; a gets a duty of next week. */
async function changed(channels: Context['channels']) {
  const world = await NoticeWorld.make(['d'])
  const { plan } = world
  const ctx = { ...world.coordinator(), ...(channels && { channels }) }
  const draftId = await plan.open(ctx)
  await plan.assign(draftId, '2027-01-05', 'd')
  await plan.assign(draftId, '2027-01-14', 'a')
  const read = async (path: string) => (await pagesAs(ctx).request(path)).text()
  return { ctx, draftId, plan, read, page: await read(`/districts/fjordane/drafts/${draftId}/publish`) }
}

describe('the page that publishes', () => {
  it('names who must confirm, who gets mail at once and who in some minutes, and promises no text message', async () => {
    const { page } = await changed(undefined)
    expect(page).toContain(
      '2 leger må bekrefte, fordi vakta begynner innen 48 timer: Lege B og Lege D. Ring dem som ikke gjør det.',
    )
    expect(page).toContain('1 lege får e-post med en gang: Lege B.')
    expect(page).toContain('1 lege får e-post om noen minutter: Lege A.')
    expect(page).toContain('Lege D får ikke e-post herfra. Si fra selv.')
    expect(page).not.toContain('SMS')
  })

  it('tells of text messages where the installation sends them, and of no mail where it sends none', async () => {
    const both = await changed(['mail', 'sms'])
    expect(both.page).toContain('2 leger får SMS med en gang: Lege B og Lege D.')
    const none = await changed([])
    expect(none.page).toContain('Lege A, Lege B og Lege D får ikke e-post herfra.')
    expect(none.page).not.toContain('får e-post')
  })

  it('promises what the publication then does, and names afterwards who has not confirmed', async () => {
    const { ctx, draftId, plan, read } = await changed(['mail'])
    const { revision } = unwrap(await plan.publish(draftId, {}, ctx))
    const page = await read(`/districts/fjordane/revisions/${revision}`)
    expect(page).toContain('2 leger må bekrefte, fordi vakta begynner innen 48 timer.')
    expect(page).toContain('Ikke bekreftet: Lege B og Lege D.')
  })
})
