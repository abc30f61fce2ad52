import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTES_PER_HOUR } from '../../src/core/time/minute.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { findSession } from '../../src/data/session-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { deliverMessages } from '../../src/usecases/deliver-messages.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { requestSignIn } from '../../src/usecases/request-sign-in.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { pollOf, secretIn } from '../support/feed-poll.ts'
import { emptyInstallation, exampleFile } from '../support/installation.ts'
import { unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const EMAIL = 'sigrid@example.test'
const sigrid = 'sigrid-hovland-eide'

let ctx: Context

/** Fjordane, and its doctor Sigrid with an account of her own. */
beforeEach(async () => {
  const installation = await emptyInstallation()
  unwrap(await importDistrict(installation, { text: writeDistrictFile(exampleFile('fjordane')) }))
  await writeAll(installation.db, accountWrites(accountOf('sigrid', sigrid, EMAIL, installation.now)))
  const actor = {
    kind: 'account',
    accountId: 'sigrid',
    personId: sigrid,
    memberships: [],
    sessionHash: 's',
    ...WELL_SIGNED_IN,
  } as const
  ctx = { ...installation, actor, hash: async (text) => `hash of ${text}` }
})

/** What a sign-in mail says at its start. */
async function mailed(secret: string, asked: Partial<Context> = {}): Promise<string | undefined> {
  const asker = { ...ctx, ...asked, newSecret: () => secret }
  unwrap(await requestSignIn(asker, { email: EMAIL, browserSecret: 'b' }))
  const bodies: string[] = []
  const mail = async ({ body }: { readonly body: string }) => {
    bodies.push(body)
    return { kind: 'accepted' } as const
  }
  const job = { ...ctx, actor: { kind: 'job', name: 'outbox' } } as const
  unwrap(await deliverMessages(job, { channels: { mail } }))
  return bodies[0]?.split(' ', 2).join(' ')
}

describe('a chosen language', () => {
  it('is kept with the account, and that of nobody is kept nowhere', async () => {
    expect(await mailed('one')).toBe('Åpne lenken')
    // Nothing is chosen yet: as the page was read in which it was asked for.
    expect(await mailed('asked', { language: 'en' })).toBe('Open the')
    unwrap(await chooseLanguage(ctx, { language: 'nn' }))
    unwrap(await chooseLanguage({ ...ctx, actor: { kind: 'nobody' } }, { language: 'en' }))
    expect(await mailed('two', { language: 'en' })).toBe('Opne lenkja')
    unwrap(await chooseLanguage(ctx, { language: 'en' }))
    expect(await mailed('three')).toBe('Open the')
  })

  it('makes the calendar new, so that its reader fetches it', async () => {
    const { path } = unwrap(await createFeedLink(ctx, { label: 'telefon' }))
    const calendar = (at: Context, ifNoneMatch: string | null = null) =>
      serveFeed(at, pollOf(secretIn(path), { ifNoneMatch }))
    const first = await calendar(ctx)
    if (first.kind !== 'calendar') throw new Error(first.kind)
    expect(first.body).toContain('Mine vakter')
    expect((await calendar(ctx, first.etag)).kind).toBe('unchanged')
    const later = { ...ctx, now: ctx.now + MINUTES_PER_HOUR }
    unwrap(await chooseLanguage(later, { language: 'en' }))
    const second = await calendar(later, first.etag)
    if (second.kind !== 'calendar') throw new Error(second.kind)
    expect(second.body).toContain('My duties')
    expect(second.modifiedAt).toBeGreaterThan(first.modifiedAt)
  })

  it('is taken over from the browser at signing in, and never in the place of another', async () => {
    const signIn = async (secret: string, language: 'nn' | 'en') => {
      const at = { ...ctx, newSecret: () => secret }
      unwrap(await requestSignIn(at, { email: EMAIL, browserSecret: 'b' }))
      const session = { ...at, newSecret: () => `session ${secret}` }
      unwrap(await useSignInLink(session, { token: secret, browserSecret: 'b', language }))
      return (await findSession(ctx.db, `hash of session ${secret}`, ctx.now))?.language
    }
    expect(await signIn('one', 'nn')).toBe('nn')
    expect(await signIn('two', 'en')).toBe('nn')
  })
})
