import type { Page } from 'playwright-core'

/** Longest wait for anything but a build: the machine of the bench may be busy. */
export const PATIENT = { timeout: 60_000 }

/** Waits for an expression to be true in the page; its content policy forbids the browser's own way of waiting for one. */
export async function until(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + PATIENT.timeout; Date.now() < end; await page.waitForTimeout(30)) {
    if (await page.evaluate<boolean>(`Boolean(${expression})`)) return
  }
  throw new Error(`not true in ${PATIENT.timeout} ms: ${expression}`)
}
