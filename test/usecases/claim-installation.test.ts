import { beforeEach, describe, expect, it } from 'vitest'
import { inlined } from '../../scripts/wrangler-d1.ts'
import { fromUtcText, toUtcText } from '../../src/core/time/minute.ts'
import { accountStatusWrites } from '../../src/data/account-store.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { findActor } from '../../src/identity/session.ts'
import { demandClaim } from '../../src/jobs/claim.ts'
import { checkClaim, makeAdminLink } from '../../src/usecases/claim-installation.ts'
import type { Context } from '../../src/usecases/context.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { emptyInstallation } from '../support/installation.ts'
import { tokenIn } from '../support/members-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

const BEGAN = fromUtcText('2027-03-28T00:30Z')

let terminal: Context
let nobody: Context

beforeEach(async () => {
  const ctx = await emptyInstallation()
  await ctx.db.d1.prepare('update installation set began_at = ?').bind(toUtcText(BEGAN)).run()
  nobody = { ...ctx, actor: { kind: 'nobody' }, mode: 'production', now: BEGAN }
  terminal = { ...nobody, actor: { kind: 'job', name: 'terminal' } }
})

const later = (ctx: Context, minutes: number): Context => ({ ...ctx, now: BEGAN + minutes })
const linked = async (ctx = terminal) => tokenIn(unwrap(await makeAdminLink(ctx)).path)

async function enrolled(accountId: string): Promise<void> {
  await terminal.db.d1
    .prepare(
      "insert into passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at) values ('c', ?, '', 0, '[]', '', '2027-03-28T00:30Z')",
    )
    .bind(accountId)
    .run()
}

describe('a new installation', () => {
  it('is open for an hour, and shut from then on in production alone', async () => {
    expect(await checkClaim(later(nobody, 59))).toBe('open')
    expect(await checkClaim(later(nobody, 60))).toBe('shut')
    expect(await checkClaim({ ...later(nobody, 60), mode: 'development' })).toBe('open')
    expect(await demandClaim(later(nobody, 59), 'x')).toBe(false)
    await expect(demandClaim(later(nobody, 60), 'npm run admin-link')).rejects.toThrow('npm run admin-link')
  })

  it('opens for another hour by a link from the terminal', async () => {
    await linked(later(terminal, 500))
    expect(await checkClaim(later(nobody, 559))).toBe('open')
    expect(await checkClaim(later(nobody, 560))).toBe('shut')
  })

  it('is claimed once its administrator has a way in, and no more when that account is shut', async () => {
    const { secret } = unwrap(await useSignInLink(nobody, { token: await linked() }))
    const actor = await findActor(nobody.db, await nobody.hash(secret), nobody.now)
    expect(actor).toMatchObject({ strength: 'single', memberships: [{ role: 'installation-administrator' }] })
    expect(await checkClaim(later(nobody, 60))).toBe('shut')
    const accountId = actor.kind === 'account' ? actor.accountId : ''
    await enrolled(accountId)
    expect(await checkClaim(later(nobody, 60))).toBe('claimed')
    await writeAll(nobody.db, accountStatusWrites(accountId, 'disabled', BEGAN))
    expect(await checkClaim(later(nobody, 60))).toBe('shut')
  })
})

describe('an administrator link', () => {
  it('works once, for fifteen minutes, also when twenty use it at once', async () => {
    const late = await linked()
    expect(refusalOf(await useSignInLink(later(nobody, 15), { token: late }))).toBe('link-used')
    const token = await linked()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => useSignInLink(later(nobody, 14), { token })),
    )
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  })

  it('is stored as a hash alone', async () => {
    const token = await linked()
    const rows = await nobody.db.d1.prepare('select * from invitation').all()
    const log = await listAudit(nobody.db, 'installation', 0, 10)
    expect(JSON.stringify([rows.results, log])).not.toContain(token)
    expect(JSON.stringify(rows.results)).toContain(await nobody.hash(token))
    expect(log).toMatchObject([{ action: 'print-administrator-link', actor: 'terminal' }])
  })

  it('lets an administrator in again who enrolled nothing, and makes another where one has a way in', async () => {
    const first = unwrap(await useSignInLink(nobody, { token: await linked() })).accountId
    expect(unwrap(await useSignInLink(nobody, { token: await linked() })).accountId).toBe(first)
    await enrolled(first)
    expect(unwrap(await useSignInLink(nobody, { token: await linked() })).accountId).not.toBe(first)
  })

  it('opens no account again that has enrolled since', async () => {
    const first = unwrap(await useSignInLink(nobody, { token: await linked() })).accountId
    const token = await linked()
    await enrolled(first)
    expect(refusalOf(await useSignInLink(nobody, { token }))).toBe('link-used')
  })

  it('is made by nobody who comes by the web', async () => {
    expect(refusalOf(await makeAdminLink(nobody))).toBe('not-signed-in')
    const administrator = await emptyInstallation()
    expect(refusalOf(await makeAdminLink(administrator))).toBe('not-allowed')
  })
})

describe('a statement for the command line', () => {
  it('has its values written in, but not in texts', () => {
    expect(inlined('select \'?\' as "a?", ? , ?, ?', ["o'", 1, null])).toBe(
      "select '?' as \"a?\", 'o''' , 1, null",
    )
    expect(() => inlined('?', [{}])).toThrow('object')
  })
})
