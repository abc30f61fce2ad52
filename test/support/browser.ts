import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Debian's Chromium, which asks for bokmål; nothing is downloaded. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--accept-lang=nb-NO',
    ],
  })
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong on the page, each as rule and place; empty when nothing. */
export function accessibilityFaults(page: Page): Promise<string[]> {
  return faultsOf(axeOn(page).withTags(rules))
}

/** What axe finds of text that stands out too little: all that other colours of a page already judged can break. */
export function contrastFaults(page: Page): Promise<string[]> {
  return faultsOf(axeOn(page).withRules(['color-contrast']))
}

/** Places are told for faults only: a board has thousands of duties in which all is well. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
}

async function faultsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** True when the page itself must be scrolled sideways; regions that scroll on their own are allowed. */
export function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}
