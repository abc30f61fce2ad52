import type { FeedAddress } from '../../usecases/feed-link-rules.ts'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { Guides } from './guides.tsx'
import { QrCode } from './qr.tsx'

/** Rows enough for the address on the narrowest screen. */
const ROWS = 4

/** The one time that a link is shown: opened here, read by a telephone's camera, or copied. The page loads the island `copy`. */
export function MadeLink({ made: link, backHref }: { made: FeedAddress; backHref: string }) {
  const { calendar } = useText()
  const { made } = calendar
  // Telephones subscribe to a webcal address; an https one they may take for a file to read once.
  const webcal = link.url.replace(/^https?:/, 'webcal:')
  return (
    <div class="made-link">
      <PageHeading title={made.title(link.label)} />
      <div class="ds-alert" data-color="warning">
        <p>{made.once}</p>
        <p>{link.kind === 'own' ? made.ownSecret : made.districtSecret}</p>
      </div>
      <div class="two-columns">
        <div>
          <section aria-labelledby="here">
            <Heading id="here">{made.here}</Heading>
            <div class="actions">
              <ButtonLink href={webcal}>{made.open}</ButtonLink>
              <a
                class="ds-button"
                data-variant="secondary"
                href={googleHref(webcal)}
                target="_blank"
                rel="noopener noreferrer"
                referrerpolicy="no-referrer"
              >
                {made.google}
              </a>
            </div>
            <p class="hint">{made.openHelp}</p>
          </section>
          <Address url={link.url} />
        </div>
        <section aria-labelledby="other">
          <Heading id="other">{made.other}</Heading>
          <p class="hint">{made.qr}</p>
          <QrCode text={webcal} label={made.qrLabel} />
        </section>
      </div>
      <Guides label={link.label} />
      <p class="actions">
        <ButtonLink href={backHref} variant="secondary">
          {made.done}
        </ButtonLink>
      </p>
    </div>
  )
}

/** The link that Google Calendar opens with a question whether to add it. */
function googleHref(webcal: string): string {
  return `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`
}

function Address({ url }: { url: string }) {
  const { calendar, pages } = useText()
  return (
    <section class="secret">
      <div class="ds-field">
        <label class="ds-label" for="f-secret">
          {calendar.made.address}
        </label>
        <textarea class="ds-input" id="f-secret" readonly rows={ROWS} spellcheck={false}>
          {url}
        </textarea>
      </div>
      <div class="actions">
        <button class="ds-button" data-variant="secondary" type="button" data-copy="f-secret" hidden>
          {pages.form.copy}
        </button>
        <span role="status" data-copied={pages.form.copied} />
      </div>
    </section>
  )
}
