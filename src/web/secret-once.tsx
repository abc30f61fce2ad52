import type { Child } from 'hono/jsx'
import { useText } from './text-context.ts'

interface SecretOnceProps {
  readonly title: string
  readonly lead: string
  readonly label: string
  readonly value: string
  /** '' where there is nothing to say of it. */
  readonly note: string
  readonly children?: Child
}

/** Rows enough for an address of 100 characters on the narrowest screen. */
const ROWS = 4

/** A secret address, shown this one time in a field that is easy to copy from. The page around it loads the island `copy`. */
export function SecretOnce({ title, lead, label, value, note, children }: SecretOnceProps) {
  const { form } = useText().pages
  return (
    <section class="ds-alert secret" data-color="success" aria-labelledby="secret">
      <h2 class="ds-heading" data-size="xs" id="secret">
        {title}
      </h2>
      <p>{lead}</p>
      <div class="ds-field">
        <label class="ds-label" for="f-secret">
          {label}
        </label>
        <textarea class="ds-input" id="f-secret" readonly rows={ROWS} spellcheck={false}>
          {value}
        </textarea>
      </div>
      <div class="actions">
        <button class="ds-button" type="button" data-copy="f-secret" hidden>
          {form.copy}
        </button>
        {children}
        <span role="status" data-copied={form.copied} />
      </div>
      {note !== '' && <p>{note}</p>}
    </section>
  )
}
