import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { type ShownForm, showHeldForm } from '../usecases/show-held-form.ts'
import { takeHeldForm } from '../usecases/take-held-form.ts'
import { actWordOf, pageWordOf, writtenLines } from './access/held-words.ts'
import { readForm, SubmitButton } from './form.tsx'
import { ButtonLink, Heading, PageHeading } from './heading.tsx'
import { forgetHeld, HELD_FIELD, heldSecret } from './held-form.ts'
import { toOwnAddress } from './own-address.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { useText } from './text-context.ts'

/** What was sent when it could not be taken, for whoever sent it: to send, or to throw away. */
export function heldPages(app: Hono<AppEnv>): void {
  app.get(paths.heldForm, async (c) => {
    const result = await showHeldForm(c.var.ctx, heldSecret(c))
    if (result.kind === 'done') return heldPage(c, result.value)
    return result.refusal.kind === 'not-found' ? nonePage(c) : problemPage(c, result.refusal)
  })
  app.post(paths.heldForm, async (c) => {
    const name = (await readForm(c)).values[HELD_FIELD] ?? ''
    const result = await takeHeldForm(c.var.ctx, { secret: heldSecret(c), name, address: null })
    if (result.kind === 'refused')
      return result.refusal.kind === 'not-found' ? nonePage(c) : problemPage(c, result.refusal)
    forgetHeld(c)
    return redirectDone(c, paths.home, 'held-dropped')
  })
}

/** Whatever is not there, was never there, or is another's. */
function nonePage(c: PageContext) {
  const { title, none, goOn } = textOf(c).access.held
  return page(
    c,
    { title, status: 404 },
    <div class="narrow-column">
      <PageHeading title={title} />
      <p class="lead">{none}</p>
      <p>
        <ButtonLink href={paths.home}>{goOn}</ButtonLink>
      </p>
    </div>,
  )
}

function heldPage(c: PageContext, form: ShownForm) {
  const address = toOwnAddress(form.address)
  if (address === undefined) return nonePage(c)
  const text = textOf(c)
  const { held } = text.access
  const isPressed = writtenLines(form, text).length === 0
  return page(
    c,
    { title: isPressed ? held.pressedTitle : held.title },
    isPressed ? <Pressed form={form} address={address} /> : <Held form={form} address={address} />,
  )
}

interface HeldProps {
  readonly form: ShownForm
  readonly address: string
}

/** What somebody wrote. */
function Held({ form, address }: HeldProps) {
  const text = useText().access.held
  return (
    <div class="narrow-column">
      <PageHeading title={text.title} />
      <p class="lead">{form.why === 'not-signed-in' ? text.lead : text.askedLead}</p>
      <p>{`${text.page}: ${text.pages[pageWordOf(form.address)]}`}</p>
      <Written form={form} />
      <Choices form={form} address={address} send={text.send} drop={text.drop} />
    </div>
  )
}

/** What somebody was about to do by a button alone. */
function Pressed({ form, address }: HeldProps) {
  const text = useText().access.held
  const act = actWordOf(form.address)
  return (
    <div class="narrow-column">
      <PageHeading title={text.pressedTitle} />
      <p class="lead">{form.why === 'not-signed-in' ? text.pressedLead : text.pressedAsked}</p>
      <p>
        {act === undefined
          ? `${text.page}: ${text.pages[pageWordOf(form.address)]}`
          : `${text.doing}: ${text.acts[act]}`}
      </p>
      <Choices form={form} address={address} send={text.pressedSend} drop={text.pressedDrop} />
    </div>
  )
}

interface ChoicesProps extends HeldProps {
  readonly send: string
  readonly drop: string
}

function Choices({ form, address, send, drop }: ChoicesProps) {
  const text = useText().access.held
  return (
    <>
      <form method="post" action={address}>
        <input type="hidden" name={HELD_FIELD} value={form.name} />
        <SubmitButton>{send}</SubmitButton>
      </form>
      <form method="post" action={paths.heldForm}>
        <input type="hidden" name={HELD_FIELD} value={form.name} />
        <SubmitButton variant="tertiary">{drop}</SubmitButton>
      </form>
      <p>{text.until(text.dateTime(form.expiresAt))}</p>
    </>
  )
}

function Written({ form }: { form: ShownForm }) {
  const text = useText()
  return (
    <section class="ds-card held">
      <Heading>{text.access.held.written}</Heading>
      {writtenLines(form, text).map(({ label, value }) => (
        <div>
          {label !== null && <p class="held-label">{label}</p>}
          <p class="held-value">{value}</p>
        </div>
      ))}
    </section>
  )
}
