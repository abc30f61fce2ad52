import { openDatabase } from '../src/data/database.ts'
import { makeAdminLink } from '../src/usecases/claim-installation.ts'
import type { Context } from '../src/usecases/context.ts'
import { wranglerD1 } from './wrangler-d1.ts'

const MILLISECONDS_PER_MINUTE = 60_000
const SECRET_BYTES = 32

const usage = `npm run admin-link -- --local | --remote
Prints, once, a link by which whoever opens it within 15 minutes becomes administrator. ORIGIN says where people reach the installation.`

const place = process.argv.slice(2)
if (place.length !== 1 || (place[0] !== '--local' && place[0] !== '--remote')) {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}
const origin = process.env.ORIGIN ?? (place[0] === '--local' ? 'http://localhost:8787' : undefined)
if (origin === undefined) {
  process.stderr.write('ORIGIN is not set: https://…, without a slash at the end\n')
  process.exit(2)
}

const state = ['--persist-to', process.env.LEGEVAKTPLAN_STATE ?? '.wrangler/state']
const made = await makeAdminLink(contextOf(place[0] === '--local' ? ['--local', ...state] : ['--remote']))
if (made.kind === 'refused') throw new Error(`no administrator link was made: ${made.refusal.kind}`)
process.stdout.write(`Become its administrator, once, within 15 minutes: ${origin}${made.value.path}\n`)

function contextOf(args: readonly string[]): Context {
  const ctx: Pick<Context, 'db' | 'actor' | 'now' | 'newSecret' | 'hash' | 'requestId'> = {
    db: openDatabase(wranglerD1(args)),
    actor: { kind: 'job', name: 'terminal' },
    now: Math.floor(Date.now() / MILLISECONDS_PER_MINUTE),
    newSecret: () => Buffer.from(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))).toString('base64url'),
    hash: async (text) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
      return Buffer.from(hash).toString('hex')
    },
    requestId: crypto.randomUUID(),
  }
  // Of a request there is nothing here, and the one use case that is called asks for no more.
  return ctx as Context
}
