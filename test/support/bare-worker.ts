import { DurableObject } from 'cloudflare:workers'

/** Stands in for src/index.ts in the worker tests for as long as that file does not exist. */
export class BuildJob extends DurableObject {}

export const bareWorker = { fetch: () => new Response('bare') }
export default bareWorker
