import type { Child } from 'hono/jsx'
import type { DistrictId } from '../core/rota/person.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../text/language.ts'
import { paths } from './paths.ts'
import { useText } from './text-context.ts'

export interface Crumb {
  readonly label: string
  readonly href: string
}

export interface MenuItem extends Crumb {
  readonly isCurrent: boolean
}

/** Lines of text no longer than can be read, tables as wide as the window, or a board that takes all of it. */
export type PageWidth = 'text' | 'figures' | 'board'

export interface LayoutProps {
  readonly title: string
  /** Where the page is asked for anew, as in another language. */
  readonly address: string
  readonly crumbs: readonly Crumb[]
  readonly menu: readonly MenuItem[]
  readonly isSignedIn: boolean
  readonly isDoctor: boolean
  /** A sentence about what was just done. */
  readonly flash: string | undefined
  /** Names of island bundles, without folder and extension. */
  readonly islands: readonly string[]
  /** Addresses of JSON that they ask for at once. */
  readonly preloads: readonly string[]
  /** Loads the page again after so many seconds, also without script. */
  readonly refreshSeconds: number | undefined
  readonly width: PageWidth
  readonly districtId: DistrictId | undefined
  readonly children?: Child
}

/** The frame of every page: skip link, landmarks, menu, crumbs, and what was just done. */
export function Layout(props: LayoutProps) {
  const text = useText()
  return (
    <html lang={text.language} data-color-scheme="auto" data-size="sm">
      <Head {...props} />
      <body>
        <a class="ds-skip-link" href="#main">
          {text.pages.frame.skipLink}
        </a>
        <TopBar {...props} />
        {props.menu.length > 0 && <Menu items={props.menu} />}
        <div class="page" data-width={props.width}>
          {props.crumbs.length > 0 && <Crumbs crumbs={props.crumbs} title={props.title} />}
          <main id="main" tabindex={-1}>
            {props.flash && (
              <div class="ds-alert flash" data-color="success" role="status">
                {props.flash}
              </div>
            )}
            {props.children}
          </main>
        </div>
        <footer class="foot">
          <p>{text.pages.frame.footer}</p>
          <p>
            <a class="ds-link" href={paths.privacy}>
              {text.privacy.page.title}
            </a>
          </p>
        </footer>
      </body>
    </html>
  )
}

function Head(props: LayoutProps) {
  const text = useText()
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      {props.refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
        </noscript>
      )}
      <title>{`${props.title} – ${text.words.product}`}</title>
      <link rel="stylesheet" href={paths.asset('app.css')} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {props.preloads.map((href) => (
        <link rel="preload" as="fetch" href={href} crossorigin="anonymous" />
      ))}
      {props.isSignedIn && <script type="module" src={paths.asset('sign-out-island.js')} />}
      {props.islands.map((name) => (
        <script type="module" src={paths.asset(`${name}-island.js`)} />
      ))}
    </head>
  )
}

function TopBar(props: LayoutProps) {
  const { access, pages, people, words } = useText()
  return (
    <header class="top">
      <a class="brand" href={paths.home}>
        <span class="brand-sign" aria-hidden="true" />
        {words.product}
      </a>
      {props.isSignedIn && (
        <nav class="own-menu" aria-label={pages.frame.ownMenu}>
          {props.isDoctor && (
            <a class="ds-link" href={paths.myDuties}>
              {people.myDuties.title}
            </a>
          )}
          <a class="ds-link" href={paths.access}>
            {access.access.title}
          </a>
          <form method="post" action={paths.signOut} data-sign-out={pages.signIn.unsent}>
            <button class="ds-button" data-variant="tertiary" type="submit">
              {pages.signIn.signOut}
            </button>
          </form>
        </nav>
      )}
      <LanguageSwitch address={props.address} />
    </header>
  )
}

/** Each language by its own name; the one that is read is marked. */
function LanguageSwitch({ address }: { address: string }) {
  const { language, pages } = useText()
  return (
    <form class="languages" method="post" action={paths.language} aria-label={pages.frame.languages}>
      <input type="hidden" name="next" value={address} />
      {LANGUAGES.map((own) => (
        <button
          type="submit"
          name="language"
          value={own}
          lang={own}
          aria-current={own === language ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[own]}
        </button>
      ))}
    </form>
  )
}

function Menu({ items }: { items: readonly MenuItem[] }) {
  const { pages } = useText()
  return (
    <nav class="menu" aria-label={pages.frame.districtMenu}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Crumbs({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  const { pages } = useText()
  return (
    <nav class="ds-breadcrumbs" aria-label={pages.frame.crumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li>
            <a class="ds-link" href={crumb.href}>
              {crumb.label}
            </a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}
