import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { buildClient } from './build-client.ts'
import { shownLine } from './mail-line.ts'
import { endGroup, runWrangler, startWrangler } from './wrangler.ts'

const port = Number(process.env.PORT ?? 8787)
const address = `http://localhost:${port}`
const local = ['--local', '--persist-to', process.env.LEGEVAKTPLAN_STATE ?? '.wrangler/state']
const secondsToAnswer = 60

try {
  await refuseTakenPort()
  await Promise.all([runWrangler(['d1', 'migrations', 'apply', 'DB', ...local]), buildClient()])
  startServer()
  await untilHealthy()
  const signInPath = await setUp(exampleDistricts())
  process.stdout.write(
    `${address}\nSign in, once: ${address}${signInPath}\nSign in as any of the examples: ${address}/dev/sign-in\nMail, which stays here: ${address}/dev/outbox\n`,
  )
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n`)
  process.exit(1)
}

// wrangler would take another port, and the sign-in link would be asked of whatever answers here.
async function refuseTakenPort(): Promise<void> {
  const taken = await fetch(address, { signal: AbortSignal.timeout(1000) }).then(
    () => true,
    (fault) => fault.name === 'TimeoutError',
  )
  if (taken)
    throw new Error(`Something already answers on ${address}. Choose another port: PORT=8788 npm start`)
}

/** Always sent; the app stores them only while it holds no district. */
function exampleDistricts(): unknown[] {
  const files = readdirSync('examples').filter((name) => name.endsWith('.json'))
  return files.toSorted().map((name) => JSON.parse(readFileSync(`examples/${name}`, 'utf8')))
}

function startServer(): void {
  // Inspector port 0: any free one, so that two servers can run side by side.
  const ports = [
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--var',
    'MODE:development',
    '--define',
    'WITH_DEV_DOORS:true',
  ]
  const quiet = ['--log-level', 'error', '--show-interactive-dev-session=false']
  const server = startWrangler(['dev', ...local, ...ports, ...quiet])
  server.stdout?.pipe(process.stdout)
  if (server.stderr)
    createInterface({ input: server.stderr }).on('line', (line) =>
      process.stderr.write(`${shownLine(line)}\n`),
    )
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping = true
      endGroup(server, signal)
    })
  }
  process.on('exit', () => endGroup(server, 'SIGTERM'))
  server.once('close', (code) => process.exit(stopping ? 0 : (code ?? 1)))
}

/** A build that fails leaves the port open and every request hanging, so each question has its own limit. */
async function untilHealthy(): Promise<void> {
  const deadline = Date.now() + secondsToAnswer * 1000
  while (Date.now() < deadline) {
    const limit = { signal: AbortSignal.timeout(5000) }
    const answer = await fetch(`${address}/healthz`, limit).catch(() => undefined)
    if (answer?.ok) return
    await wait(200)
  }
  throw new Error(`${address}/healthz gave no healthy answer in ${secondsToAnswer} seconds`)
}

async function setUp(districts: unknown[]): Promise<string> {
  const answer = await fetch(`${address}/dev/setup`, {
    method: 'POST',
    headers: { Origin: address, 'Content-Type': 'application/json' },
    body: JSON.stringify({ districts }),
    signal: AbortSignal.timeout(60_000),
  })
  if (!answer.ok) throw new Error(`${address}/dev/setup answered ${answer.status}: ${await answer.text()}`)
  const { signInPath } = (await answer.json()) as { signInPath: string }
  return signInPath
}
