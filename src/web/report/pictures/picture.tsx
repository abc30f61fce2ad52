import type { Child } from 'hono/jsx'
import type { ReportTable, Trail } from '../../../reports/sheet.ts'
import { Heading } from '../../heading.tsx'
import { Scroll } from '../../scroll.tsx'
import { useText } from '../../text-context.ts'
import { ReportTableView } from '../table-view.tsx'

interface PictureProps {
  readonly title: string
  /** What the picture shows and what stands out, for whoever does not see it. */
  readonly label: string
  readonly width: number
  readonly height: number
  /** The drawing, in its own units of one pixel. */
  readonly children: Child
  readonly keys: Child
  readonly lead?: string
  /** The same figures in tables. */
  readonly tables: readonly ReportTable[]
  readonly trailHref?: ((trail: Trail) => string) | undefined
}

/** A picture of figures in its natural size, scrolled sideways where there is no room; the tables below say the same. */
export function Picture(props: PictureProps) {
  const { title, label, width, height, lead } = props
  return (
    <section class="picture">
      <Heading>{title}</Heading>
      {lead && <p class="hint">{lead}</p>}
      <Scroll label={title}>
        <svg
          role="img"
          aria-label={label}
          width={String(width)}
          height={String(height)}
          viewBox={`0 0 ${width} ${height}`}
        >
          {props.children}
        </svg>
      </Scroll>
      <ul class="keys">{props.keys}</ul>
      <Twin tables={props.tables} trailHref={props.trailHref} />
    </section>
  )
}

/** The tables of a picture, folded; none where they stand elsewhere. */
function Twin({ tables, trailHref }: Pick<PictureProps, 'tables' | 'trailHref'>) {
  const { reportTime } = useText()
  if (tables.length === 0) return null
  return (
    <details class="more">
      <summary>{reportTime.sameAsTable}</summary>
      {tables.map((table) => (
        <ReportTableView table={table} trailHref={trailHref} naming="caption" />
      ))}
    </details>
  )
}

interface KeyProps {
  /** How it is drawn. */
  readonly sign: string
  readonly children: Child
}

export function Key({ sign, children }: KeyProps) {
  return <li class={`key ${sign}`}>{children}</li>
}

/** The district's cap and line, where they are. */
export function LimitKeys({ cap, line }: { cap: number | null; line: number | null }) {
  const { limits } = useText().reportTime
  return (
    <>
      {cap !== null && <Key sign="cap">{limits.cap(cap)}</Key>}
      {line !== null && <Key sign="line">{limits.line(line)}</Key>}
    </>
  )
}

/** Left of rows that are a doctor each. */
export const NAME_WIDTH = 168

/** About as long as fits there; the table has the whole of it. */
const NAME_LENGTH = 23

export function shortName(name: string): string {
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…` : name
}

/** Rounded to a tenth: a picture needs no more, and its page grows no longer. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** Even steps from 0 up to what must be seen, at most so many. */
export function ticks(most: number, steps: readonly number[], count: number): number[] {
  const step = steps.find((own) => most / own <= count) ?? steps.at(-1) ?? most
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
