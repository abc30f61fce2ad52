interface SecretOnceProps {
  readonly title: string
  readonly lead: string
  readonly label: string
  readonly value: string
  readonly note: string
}

/** A secret address, shown this one time in a field that is easy to copy from. */
export function SecretOnce({ title, lead, label, value, note }: SecretOnceProps) {
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
        <input class="ds-input" id="f-secret" readonly value={value} />
      </div>
      <p>{note}</p>
    </section>
  )
}
