import { describe, expect, it } from 'vitest'
import { type NodeSettings, openNodeApp } from '../../src/node.ts'

const ORIGIN = 'https://legevakt.example.test'
const SETTINGS: NodeSettings = {
  database: ':memory:',
  migrationsFolder: 'migrations',
  clientFolder: 'src/client',
  origin: ORIGIN,
  mode: 'production',
  securityContact: 'sikkerhet@example.test',
  secrets: {
    FEED_KEYS: 'a key of tests that is no secret at all',
    GROUND_KEYS: 'a key of tests that is no secret at all',
  },
}

async function healthOf(settings: NodeSettings) {
  const app = openNodeApp(settings)
  const answer = await app.fetch(new Request(`${ORIGIN}/healthz`))
  const found = { health: await answer.json(), warnings: app.warnings }
  await app.idle()
  app.close()
  return found
}

describe('a server on Node', () => {
  it('says in its health and at start that it sends no mail', async () => {
    expect(await healthOf(SETTINGS)).toEqual({
      health: { status: 'ok', mail: 'off', sms: 'off' },
      warnings: [expect.stringContaining('no mail is sent')],
    })
  })

  it('says nothing more when it has all it needs to send mail', async () => {
    const messages = { MAIL_URL: 'https://api.example.test', MAIL_KEY: 'k', MAIL_FROM: 'a@example.test' }
    expect(await healthOf({ ...SETTINGS, messages })).toEqual({
      health: { status: 'ok', mail: 'on', sms: 'off' },
      warnings: [],
    })
  })
})
