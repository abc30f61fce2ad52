import type { Locator, Page } from 'playwright-core'
import { PATIENT } from './waiting.ts'

/** What somebody did with the hands: keys pressed, clicks, and times the page had to be scrolled to reach something. */
export interface Presses {
  readonly keys: number
  readonly clicks: number
  readonly scrolls: number
}

/** The only way the five tasks touch a page: real events, each counted. A chord counts every key of it. */
export interface Hand {
  readonly page: Page
  press(...chords: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  click(what: Locator): Promise<void>
  /** What was counted since the last time it was asked. */
  taken(): Presses
}

export function handOn(page: Page): Hand {
  let [keys, clicks, scrolls] = [0, 0, 0]
  const press = async (chord: string) => {
    keys += chord.length === 1 ? 1 : chord.split('+').length
    await page.keyboard.press(chord)
  }
  return {
    page,
    async press(...chords) {
      for (const chord of chords) await press(chord)
    },
    async type(text) {
      for (const letter of text) await press(letter)
    },
    async click(what) {
      await what.waitFor(PATIENT)
      if (!(await isInSight(page, what))) scrolls++
      clicks++
      await what.click()
    },
    taken() {
      const all = { keys, clicks, scrolls }
      ;[keys, clicks, scrolls] = [0, 0, 0]
      return all
    },
  }
}

async function isInSight(page: Page, what: Locator): Promise<boolean> {
  const box = await what.boundingBox()
  const size = page.viewportSize()
  if (!box || !size) return true
  return box.y >= 0 && box.y + box.height <= size.height && box.x >= 0 && box.x + box.width <= size.width
}

export function total({ keys, clicks, scrolls }: Presses): number {
  return keys + clicks + scrolls
}
