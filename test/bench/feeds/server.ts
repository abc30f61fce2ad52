import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CLOCK_BEGAN } from './clock.ts'
import { FEED_KEYS } from './world.ts'

const SECONDS_TO_ANSWER = 60

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The product as `npm run build:node` makes it, in a process of its own as in production, reached at this machine alone. */
export class Server {
  readonly origin: string
  readonly #child: ChildProcess
  readonly #agent: Agent

  private constructor(origin: string, child: ChildProcess, connections: number) {
    this.origin = origin
    this.#child = child
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  static async start(bundle: string, database: string, connections = 600): Promise<Server> {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const settings = {
      DATABASE: database,
      PORT: String(port),
      ORIGIN: origin,
      MODE: 'production',
      FEED_KEYS,
      GROUND_KEYS: FEED_KEYS,
    }
    const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'clock.ts'), bundle], {
      env: { ...process.env, ...settings, BENCH_BEGAN: CLOCK_BEGAN },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const server = new Server(origin, child, connections)
    for (
      const until = performance.now() + SECONDS_TO_ANSWER * 1000;
      performance.now() < until;
      await wait(50)
    ) {
      const answer = await server.ask('/healthz').catch(() => undefined)
      if (answer?.status === 200) return server
    }
    await server.stop()
    throw new Error(`no answer in ${SECONDS_TO_ANSWER} s`)
  }

  /** Once more where the server had closed an idle connection just then, as every HTTP client does. */
  ask(path: string, what: Asked = {}): Promise<Answer> {
    return this.#askOnce(path, what).catch((fault) => {
      if (fault instanceof ClosedWhileIdle) return this.#askOnce(path, what)
      throw fault
    })
  }

  #askOnce(path: string, { method = 'GET', headers = {}, body }: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(this.origin + path, { method, headers, agent: this.#agent }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      })
      asked.on('error', (fault) =>
        reject(asked.reusedSocket ? new ClosedWhileIdle('', { cause: fault }) : fault),
      )
      asked.end(body)
    })
  }

  /** Milliseconds of CPU that the server's process has used, in steps of 10; null where the system does not tell. */
  cpuMs(): number | null {
    if (process.platform !== 'linux') return null
    const text = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
    const [user, system] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return ((user ?? 0) + (system ?? 0)) * MILLISECONDS_PER_TICK
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    if (this.#child.exitCode !== null) return
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
  }
}

class ClosedWhileIdle extends Error {}

/** Linux counts a process's time in hundredths of a second. */
const MILLISECONDS_PER_TICK = 10

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
