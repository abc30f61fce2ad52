import { type ChildProcess, spawn } from 'node:child_process'

/** Set so that wrangler neither calls home nor prints more than errors. */
const quiet = {
  CI: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_COLOR: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_METRICS: 'false',
}

// Not bin/wrangler.js: that starts this same file as a child, but passes no signals on to it.
const wrangler = 'node_modules/wrangler/wrangler-dist/cli.js'

/** Starts wrangler as the leader of its own process group, so that workerd can be stopped with it. */
export function startWrangler(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', wrangler, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quiet },
    detached: true,
  })
}

/** Runs one wrangler command to its end and gives its output. A command that fails is thrown with all it said. */
export async function runWrangler(args: readonly string[]): Promise<string> {
  const child = startWrangler(args)
  let said = ''
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
    said += chunk
  })
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  if (code !== 0) throw new Error(`wrangler ${args.join(' ')} ended with ${code}:\n${said.trim()}`)
  return output
}

/** Ends a process started here together with everything it started. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}
