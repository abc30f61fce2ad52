import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { writeAll } from '../../src/data/database.ts'
import { invitationId, listOpenInvitations } from '../../src/data/invitation-store.ts'
import { useLoginLinkWrites } from '../../src/data/login-link-store.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import type { Context } from '../../src/usecases/context.ts'
import { linkMailWrites, readyLink } from '../../src/usecases/mail-link.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { withdrawInvitation } from '../../src/usecases/withdraw-invitation.ts'
import { DISTRICT, MembersWorld, stored } from '../support/members-world.ts'
import { unwrap } from '../support/plan-world.ts'

let world: MembersWorld
let kari: Context

beforeEach(async () => {
  world = await MembersWorld.make()
  kari = await world.member('kari', DISTRICT)
})

/** What waits or waited to be sent, while no mail service is set up. */
const mailed = async () =>
  (await listLatestMessages(world.db)).map(({ status, payload }) => [status, 'url' in (payload as object)])

const WAITING = [['waiting', true]]
const EMPTIED = [['sent', false]]

const invited = () =>
  world.invited(kari, { scope: DISTRICT, role: 'dispatch-centre', email: 'centre@example.test' })

const sweepAt = (now: number) => sweep({ ...kari, now, actor: { kind: 'job', name: 'nightly' } }, {})

describe('a one-time link that waits to be mailed', () => {
  it.each(['sign-in-link', 'confirm-link'] as const)(
    'goes from its mail once it was used: %s',
    async (kind) => {
      const link = await readyLink(kari, 'browser')
      const purpose = kind === 'sign-in-link' ? 'mailed' : 'confirm'
      const account = { id: 'kari', email: 'kari@example.test' }
      await writeAll(world.db, linkMailWrites(kari, link, account, { purpose, kind, path: '/x' }))
      expect(await mailed()).toEqual(WAITING)
      await writeAll(world.db, useLoginLinkWrites(link.hash, purpose, kari.now))
      expect(await mailed()).toEqual(EMPTIED)
    },
  )

  it('goes from its mail the night after it ran out', async () => {
    const link = await readyLink(kari, 'browser')
    const account = { id: 'kari', email: 'kari@example.test' }
    const mail = { purpose: 'mailed', kind: 'sign-in-link', path: '/x' } as const
    await writeAll(world.db, linkMailWrites(kari, link, account, mail))
    unwrap(await sweepAt(kari.now + 9))
    expect(await mailed()).toEqual(WAITING)
    unwrap(await sweepAt(kari.now + 10))
    expect(await mailed()).toEqual(EMPTIED)
  })
})

describe('an invitation that waits to be mailed', () => {
  it('goes from its mail once it was accepted', async () => {
    const token = await invited()
    expect(await mailed()).toEqual(WAITING)
    await world.entered(token)
    expect(await mailed()).toEqual(EMPTIED)
  })

  it('goes from its mail once it was taken back', async () => {
    await invited()
    const [open] = await listOpenInvitations(world.db, stored(DISTRICT), kari.now)
    if (!open) throw new Error('no invitation is open')
    unwrap(await withdrawInvitation(kari, { scope: DISTRICT, invitationId: invitationId(open) }))
    expect(await mailed()).toEqual(EMPTIED)
  })

  it('goes from its mail the night after it ran out', async () => {
    await invited()
    unwrap(await sweepAt(kari.now + 7 * MINUTES_PER_DAY - 1))
    expect(await mailed()).toEqual(WAITING)
    unwrap(await sweepAt(kari.now + 7 * MINUTES_PER_DAY))
    expect(await mailed()).toEqual(EMPTIED)
  })
})
