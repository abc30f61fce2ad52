import { RETENTION, RETENTION_CLASSES } from '../../core/plans/retention.ts'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** What is kept of people and why, for everybody: each kind of the retention table with how long it says. */
export function PrivacyPage({ isSignedIn }: { isSignedIn: boolean }) {
  const { page: text } = useText().privacy
  return (
    <>
      <PageHeading title={text.title} />
      <p class="lead">{text.lead}</p>
      <section>
        <Heading>{text.patientsTitle}</Heading>
        <p>{text.patients}</p>
        <Heading>{text.responsibleTitle}</Heading>
        <p>{text.responsible}</p>
        <Heading>{text.groundTitle}</Heading>
        <p>{text.ground}</p>
      </section>
      <section>
        <Heading>{text.rightsTitle}</Heading>
        <ul class="ds-list">
          {text.rights.map((right) => (
            <li>{right}</li>
          ))}
        </ul>
        <p>
          <a class="ds-link" href={paths.myData}>
            {isSignedIn ? text.myData : text.signIn}
          </a>
        </p>
      </section>
      <Kinds />
      <section>
        <Heading>{text.cookiesTitle}</Heading>
        <p>{text.cookies}</p>
      </section>
    </>
  )
}

function Kinds() {
  const { kinds, keeping, page: text, sources } = useText().privacy
  return (
    <section class="stack">
      <Heading>{text.classesTitle}</Heading>
      {RETENTION_CLASSES.map((kind) => (
        <article class="ds-card">
          <h3 class="ds-heading" data-size="2xs">
            {kinds[kind].name}
          </h3>
          <dl class="facts">
            {[
              [text.what, kinds[kind].what],
              [text.why, kinds[kind].why],
              [text.who, kinds[kind].who],
              [text.howLong, firstLarge(keeping(RETENTION[kind].keeping))],
              [text.source, sources[RETENTION[kind].source]],
            ].map(([term, fact]) => (
              <>
                <dt>{term}</dt>
                <dd>{fact}</dd>
              </>
            ))}
          </dl>
        </article>
      ))}
    </section>
  )
}

function firstLarge(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
