import type { Child } from 'hono/jsx'

/** The page's own heading with what it is about beside it. */
export function PageHeading({ title, children }: { title: string; children?: Child }) {
  return (
    <header class="page-head">
      <h1 class="ds-heading" data-size="md">
        {title}
      </h1>
      {children}
    </header>
  )
}

export function Heading({ children, id }: { children: Child; id?: string }) {
  return (
    <h2 class="ds-heading" data-size="xs" id={id}>
      {children}
    </h2>
  )
}

/** A link that looks like the button it leads to: the page's one main thing, or a lesser one. */
export function ButtonLink(props: { href: string; children: Child; variant?: 'secondary' | 'tertiary' }) {
  return (
    <a class="ds-button" data-variant={props.variant} href={props.href}>
      {props.children}
    </a>
  )
}

/** What a page says when there is nothing to show: what it is, and what to do about it. */
export function Empty({ children }: { children: Child }) {
  return <div class="ds-card empty">{children}</div>
}
