import type { Child } from 'hono/jsx'

interface GridTableProps {
  readonly label: string
  readonly kind?: string
  readonly children?: Child
}

/** A table that is moved about in by cell, as a spreadsheet (ARIA grid pattern); its rows, heads and cells are a table's own. */
export function GridTable({ label, kind, children }: GridTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern allows a table, which says the most where there is no script
    <table class={kind ? `grid ${kind}` : 'grid'} role="grid" aria-label={label}>
      {children}
    </table>
  )
}
