import { useText } from '../text-context.ts'

const FORMS = ['xlsx', 'csv', 'json'] as const

interface FileLinksProps {
  readonly hrefOf: (form: (typeof FORMS)[number]) => string
  /** The same on paper; left out where there is no such page. */
  readonly printHref?: string
}

/** What is shown, to take along. */
export function FileLinks({ hrefOf, printHref }: FileLinksProps) {
  const { frame } = useText().reportPages
  return (
    <nav class="report-files no-print" aria-label={frame.files}>
      <ul class="in-row">
        {printHref !== undefined && (
          <li>
            <a class="ds-link" href={printHref}>
              {frame.print}
            </a>
          </li>
        )}
        {FORMS.map((form) => (
          <li>
            <a class="ds-link" href={hrefOf(form)}>
              {frame[form]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
