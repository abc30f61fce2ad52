import type { Hono } from 'hono'
import { askNewAddress } from '../usecases/ask-new-address.ts'
import { changeOwnAddress } from '../usecases/change-own-address.ts'
import { changeOwnPhone } from '../usecases/change-own-phone.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { type OwnContactValue, showOwnContact } from '../usecases/show-own-contact.ts'
import { browserSecret, keepBrowserSecret } from './browser-cookie.ts'
import { CodeForm, readCode } from './code-form.tsx'
import { InputField, Problems, RefusalAlert, readForm, SubmitButton } from './form.tsx'
import { Heading, PageHeading } from './heading.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { useText } from './text-context.ts'

/** One's own address, proved by a code, and one's own telephone number. */
export function contactPages(app: Hono<AppEnv>): void {
  app.get(paths.contact, (c) => contactPage(c, {}, []))
  app.post(paths.askAddress, async (c) => {
    const { values } = await readForm(c)
    const { email = '' } = values
    const result = await askNewAddress(c.var.ctx, { email, browserSecret: keepBrowserSecret(c) })
    if (result.kind === 'done') return c.redirect(paths.addressCode, 303)
    return notTaken(c, { email }, result.refusal)
  })
  app.get(paths.addressCode, (c) => codePage(c))
  app.post(paths.addressCode, async (c) => {
    const code = await readCode(c)
    if (code === undefined) return codePage(c, 'missing')
    const result = await changeOwnAddress(c.var.ctx, { code, browserSecret: browserSecret(c) })
    if (result.kind === 'done') return redirectDone(c, paths.access, 'address-changed')
    return result.refusal.kind === 'link-used' ? codePage(c, 'wrong-code') : problemPage(c, result.refusal)
  })
  app.post(paths.ownPhone, async (c) => {
    const { values } = await readForm(c)
    const { phone = '' } = values
    const result = await changeOwnPhone(c.var.ctx, { phone })
    if (result.kind === 'done') return redirectDone(c, paths.access, 'phone-changed')
    return notTaken(c, { phone }, result.refusal)
  })
}

type Typed = Readonly<Partial<Record<'email' | 'phone', string>>>

function notTaken(c: PageContext, typed: Typed, refusal: Refusal) {
  if (refusal.kind === 'nothing-changed') return contactPage(c, typed, [], true)
  return refusal.kind === 'invalid' ? contactPage(c, typed, refusal.problems) : problemPage(c, refusal)
}

async function contactPage(
  c: PageContext,
  typed: Typed,
  problems: readonly FieldProblem[],
  isOwnAlready = false,
) {
  const result = await showOwnContact(c.var.ctx)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { access, ownData } = textOf(c)
  const status = isOwnAlready ? 409 : problems.length > 0 ? 422 : 200
  const crumbs = [{ label: access.access.title, href: paths.access }]
  return page(
    c,
    { title: ownData.contact.title, status, crumbs },
    <ContactPage own={result.value} typed={typed} problems={problems} isOwnAlready={isOwnAlready} />,
  )
}

interface ContactProps {
  readonly own: OwnContactValue
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  /** The address that was typed is the account's. */
  readonly isOwnAlready: boolean
}

function ContactPage({ own, typed, problems, isOwnAlready }: ContactProps) {
  const { contact: text } = useText().ownData
  return (
    <div class="narrow-column">
      <PageHeading title={text.title} />
      <p class="lead">{text.lead}</p>
      <p>{own.email === null ? text.noEmail : text.now(own.email)}</p>
      <Problems problems={problems} labels={{ email: text.email, phone: text.phone }} />
      {isOwnAlready && <RefusalAlert>{text.isOwnAlready}</RefusalAlert>}
      <Heading>{text.emailTitle}</Heading>
      {own.isMailed ? (
        <form class="stack" method="post" action={paths.askAddress} novalidate>
          <p>{text.emailLead}</p>
          <InputField
            name="email"
            label={text.email}
            value={typed.email ?? ''}
            problems={problems}
            type="email"
            autocomplete="email"
            isRequired
          />
          <SubmitButton>{text.send}</SubmitButton>
        </form>
      ) : (
        <p>{text.noMail}</p>
      )}
      {own.phone !== null && (
        <form class="stack" method="post" action={paths.ownPhone} novalidate>
          <Heading>{text.phoneTitle}</Heading>
          <p>{text.phoneLead}</p>
          <InputField
            name="phone"
            label={text.phone}
            value={typed.phone ?? own.phone}
            problems={problems}
            autocomplete="tel"
          />
          <SubmitButton variant="secondary">{text.save}</SubmitButton>
        </form>
      )}
    </div>
  )
}

/** What another browser asked for is no business of this one: the field is the same for everybody. */
function codePage(c: PageContext, problem?: FieldProblem['code']) {
  if (c.var.ctx.actor.kind === 'nobody') return problemPage(c, { kind: 'not-signed-in' })
  const { access, ownData } = textOf(c)
  const { contact } = ownData
  const crumbs = [
    { label: access.access.title, href: paths.access },
    { label: contact.title, href: paths.contact },
  ]
  return page(
    c,
    { title: contact.codeTitle, status: problem === undefined ? 200 : 422, crumbs },
    <div class="narrow-column">
      <PageHeading title={contact.codeTitle} />
      <p class="lead">{contact.codeLead}</p>
      <CodeForm action={paths.addressCode} use={contact.use} problem={problem} />
      <p>
        <a class="ds-link" href={paths.contact}>
          {contact.again}
        </a>
      </p>
    </div>,
  )
}
