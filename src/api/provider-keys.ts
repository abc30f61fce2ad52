import { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showProviderKeys } from '../usecases/show-provider-keys.ts'

/** `GET /.well-known/jwks.json`: what providers check the installation's own signature with. */
export function providerKeys(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/.well-known/jwks.json', async (c) =>
    c.json(await showProviderKeys(c.get('ctx')), 200, { 'Cache-Control': 'public, max-age=300' }),
  )
}
