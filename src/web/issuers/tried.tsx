import type { TriedIssuer } from '../../usecases/try-issuer.ts'
import { ButtonLink, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** What came of asking a provider what it can, in words. */
export function Tried({ tried }: { tried: TriedIssuer }) {
  const text = useText().providers.tried
  return (
    <div class="narrow-column">
      <PageHeading title={text.title(tried.issuer.name)} />
      {tried.kind === 'down' ? (
        <div class="ds-alert" data-color="danger" role="alert">
          <p>{text.down}</p>
          <p>{text.why(tried.why)}</p>
        </div>
      ) : (
        <Described tried={tried} />
      )}
      <p>
        <ButtonLink href={paths.issuers}>{text.back}</ButtonLink>
      </p>
    </div>
  )
}

function Described({ tried }: { tried: Extract<TriedIssuer, { kind: 'answers' }> }) {
  const text = useText().providers.tried
  const { issuer, description } = tried
  const {
    hasPushedRequests,
    demandsPushedRequests,
    namesItself,
    signsWith,
    levels,
    takesOurWay,
    takesOurKey,
  } = description
  const asked = issuer.kind === 'entra-id' ? [] : issuer.acrValues.split(' ').filter((level) => level !== '')
  const unknown = levels.length === 0 ? [] : asked.filter((level) => !levels.includes(level))
  const isUsable = takesOurWay && takesOurKey && signsWith.length > 0
  const pushed = demandsPushedRequests ? text.demanded : text.pushed
  return (
    <>
      {isUsable && <p class="lead">{text.ok}</p>}
      <ul class="ds-list">
        {!takesOurWay && <li>{text.wrongWay}</li>}
        {!takesOurKey && <li>{text.wrongKey}</li>}
        <li>{signsWith.length > 0 ? text.signsWith(signsWith.join(', ')) : text.signsWithNone}</li>
        <li>{hasPushedRequests ? pushed : text.notPushed}</li>
        <li>{namesItself ? text.namesItself : text.namesNothing}</li>
        <li>{levels.length > 0 ? text.levels(levels.join(', ')) : text.noLevels}</li>
        {unknown.length > 0 && <li>{text.unknownLevels(unknown.join(', '))}</li>}
      </ul>
    </>
  )
}
