import type { Child } from 'hono/jsx'

/** A frame that a wide table scrolls sideways in, also by keyboard. */
export function Scroll({ label, children }: { label: string; children: Child }) {
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      {children}
    </section>
  )
}
