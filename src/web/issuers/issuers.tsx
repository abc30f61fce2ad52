import type { IssuerKind } from '../../usecases/save-issuer.ts'
import type { Issuer, ShownIssuers } from '../../usecases/show-issuers.ts'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

interface IssuersProps {
  readonly shown: ShownIssuers
  readonly kinds: readonly IssuerKind[]
}

/** The providers of the installation, what each is to be told of us, and ways to another. */
export function Issuers({ shown, kinds }: IssuersProps) {
  const text = useText().providers.issuers
  return (
    <>
      <PageHeading title={text.title} />
      <p class="lead">{text.lead}</p>
      {!shown.hasKeys && (
        <div class="ds-alert" data-color="warning">
          <p>{text.noKey}</p>
        </div>
      )}
      {shown.issuers.length === 0 ? <Empty>{text.none}</Empty> : <IssuerTable issuers={shown.issuers} />}
      <section class="stack">
        <Heading id="register">{text.register}</Heading>
        <dl>
          <dt>{text.redirect}</dt>
          <dd>
            <code>{shown.redirectAddress}</code>
          </dd>
          <dt>{text.keys}</dt>
          <dd>
            <code>{shown.keysAddress}</code>
          </dd>
        </dl>
      </section>
      <section class="stack">
        <Heading id="add">{text.addTitle}</Heading>
        <p>{text.addLead}</p>
        <div class="actions">
          {kinds.map((kind) => (
            <ButtonLink href={withQuery(paths.newIssuer, { kind })} variant="secondary">
              {text.add(text.kinds[kind])}
            </ButtonLink>
          ))}
        </div>
      </section>
    </>
  )
}

function IssuerTable({ issuers }: { issuers: readonly Issuer[] }) {
  const text = useText().providers.issuers
  return (
    <Scroll label={text.title}>
      <table class="ds-table">
        <thead>
          <tr>
            {[text.name, text.address, text.state, text.action].map((heading) => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issuers.map(({ id, name, url, isOpen }) => (
            <tr>
              <th scope="row">
                <a class="ds-link" href={paths.issuer(id)} aria-label={text.change(name)}>
                  {name}
                </a>
              </th>
              <td>{url}</td>
              <td>{isOpen ? text.open : text.closed}</td>
              <td>
                <form method="post" action={paths.tryIssuer(id)}>
                  <button
                    class="ds-button"
                    data-variant="secondary"
                    type="submit"
                    aria-label={text.tryOf(name)}
                  >
                    {text.try}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
