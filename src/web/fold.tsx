import type { Child } from 'hono/jsx'

/** A button that opens what is done now and then, over what stands below it; also without script. */
export function Fold({ label, children }: { label: Child; children: Child }) {
  return (
    <details class="fold">
      <summary class="ds-button" data-variant="tertiary">
        {label}
      </summary>
      <div>{children}</div>
    </details>
  )
}
