import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Loaded before a program that is measured (`node --import`): when it ends, what the whole process has used is written to the
 * file named by BENCH_ACCOUNT. Memory is the most that was in use at once, start of Node included.
 */
const file = process.env.BENCH_ACCOUNT
if (file) process.on('exit', () => writeFileSync(file, JSON.stringify(spent())))

function spent(): { readonly cpuSeconds: number; readonly megabytes: number } {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: (peakOfLinux() ?? maxRSS) / 1024 }
}

/** In kB. What the system counts for `resourceUsage` may be left over from the process that started this one. */
function peakOfLinux(): number | undefined {
  if (!existsSync('/proc/self/status')) return undefined
  const peak = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return peak === undefined ? undefined : Number(peak)
}
