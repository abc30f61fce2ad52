import type { FeedAddress } from '../../usecases/feed-link-rules.ts'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { Guide, OtherGuides, type Program, programsOf } from './guides.tsx'
import { QrCode } from './qr.tsx'

/** Rows enough for the address on the narrowest screen. */
const ROWS = 4

/** How a program is given the address; the others take what is opened on a telephone or a Mac. */
const WAYS: Readonly<Partial<Record<Program, 'google' | 'copy'>>> = {
  google: 'google',
  outlook: 'copy',
  outlookWeb: 'copy',
  thunderbird: 'copy',
}

/** The one time that a link is shown: opened here, read by a telephone's camera, or copied. The page loads the island `copy`. */
export function MadeLink({ made: link, backHref }: { made: FeedAddress; backHref: string }) {
  const { made } = useText().calendar
  const programs = programsOf(link.label)
  const [first] = programs
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
          <Here url={link.url} webcal={webcal} way={(first && WAYS[first]) ?? 'open'} />
          <p>{made.subscribe}</p>
          {programs.length > 1 && <p>{made.twoOutlooks}</p>}
          {programs.map((program) => (
            <Guide program={program} />
          ))}
        </div>
        <section aria-labelledby="other">
          <Heading id="other">{made.other}</Heading>
          <p class="hint">{made.qr}</p>
          <QrCode text={webcal} label={made.qrLabel} />
        </section>
      </div>
      <OtherGuides known={programs} />
      <p class="actions">
        <ButtonLink href={backHref} variant="secondary">
          {made.done}
        </ButtonLink>
      </p>
    </div>
  )
}

interface HereProps {
  readonly url: string
  readonly webcal: string
  /** The button that stands out. */
  readonly way: 'open' | 'google' | 'copy'
}

function Here({ url, webcal, way }: HereProps) {
  const { calendar, pages } = useText()
  const { made } = calendar
  const variant = (own: HereProps['way']) => (own === way ? undefined : 'secondary')
  return (
    <section class="secret" aria-labelledby="here">
      <Heading id="here">{made.here}</Heading>
      <div class="actions">
        <a class="ds-button" data-variant={variant('open')} href={webcal}>
          {made.open}
        </a>
        <a
          class="ds-button"
          data-variant={variant('google')}
          href={googleHref(webcal)}
          target="_blank"
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
        >
          {made.google}
        </a>
      </div>
      <p class="hint">{made.openHelp}</p>
      <div class="ds-field">
        <label class="ds-label" for="f-secret">
          {made.address}
        </label>
        <textarea class="ds-input" id="f-secret" readonly rows={ROWS} spellcheck={false}>
          {url}
        </textarea>
      </div>
      <div class="actions">
        <button class="ds-button" data-variant={variant('copy')} type="button" data-copy="f-secret" hidden>
          {made.copy}
        </button>
        <span role="status" data-copied={pages.form.copied} />
      </div>
    </section>
  )
}

/** The link that Google Calendar opens with a question whether to add it. */
function googleHref(webcal: string): string {
  return `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`
}
