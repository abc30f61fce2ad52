import type { RetentionLine } from '../../usecases/show-retention.ts'
import { PageHeading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

/** What the next night forgets, for the administrator. */
export function RetentionPage({ lines }: { lines: readonly RetentionLine[] }) {
  const { kinds, keeping, retention: text } = useText().privacy
  return (
    <>
      <PageHeading title={text.title} />
      <p class="lead">{text.lead}</p>
      <Scroll label={text.title}>
        <table class="ds-table">
          <thead>
            <tr>
              {[text.kind, text.howLong, text.going].map((heading) => (
                <th scope="col">{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ kind, keeping: rule, going }) => (
              <tr>
                <th scope="row">{kinds[kind].name}</th>
                <td>{keeping(rule)}</td>
                <td>{text.rows(going)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>{text.undecided}</p>
    </>
  )
}
