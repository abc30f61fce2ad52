import type { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../usecases/context.ts'
import { setUpExamples } from '../usecases/set-up-examples.ts'
import { type OutboxEntry, openAttachment, showOutbox } from '../usecases/show-outbox.ts'
import { devPaths } from './dev-paths.ts'
import { devSignIn } from './dev-sign-in.tsx'
import { Empty, PageHeading } from './heading.tsx'
import { page, textOf } from './page.tsx'
import { statusOf } from './problem.tsx'
import { useText } from './text-context.ts'

/**
 * What `npm start` asks of a development server (load the examples, give a way in), and its outbox. Refused in production, where
 * the bundler leaves them out.
 */
export function devPages(app: Hono<AppEnv>): void {
  const body = z.object({ districts: z.array(z.unknown()) })
  app.post(devPaths.setUp, async (c, next) => {
    const { ctx } = c.var
    if (ctx.mode !== 'development') return next()
    const parsed = body.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return c.json({ problem: 'expected { "districts": [ … ] }' }, 422)
    const result = await setUpExamples(ctx, parsed.data)
    if (result.kind === 'refused') return c.json(result.refusal, statusOf(result.refusal))
    return c.json(result.value)
  })
  devSignIn(app)
  app.get(devPaths.outbox, async (c, next) => {
    const result = await showOutbox(c.var.ctx)
    if (result.kind === 'refused') return next()
    const { title } = textOf(c).messages.outbox
    return page(c, { title }, <Outbox entries={result.value} />)
  })
  app.get(devPaths.attachment(':messageId', ':attachment'), async (c, next) => {
    const result = await openAttachment(
      c.var.ctx,
      c.req.param('messageId'),
      Number(c.req.param('attachment')),
    )
    if (result.kind === 'refused') return next()
    const { type, filename, text } = result.value
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`
    return c.body(text, 200, { 'Content-Type': type, 'Content-Disposition': disposition })
  })
}

function Outbox({ entries }: { entries: readonly OutboxEntry[] }) {
  const { messages, signIn } = useText()
  const { outbox } = messages
  return (
    <>
      <PageHeading title={outbox.title} />
      <p>{outbox.lead}</p>
      <p>
        <a class="ds-link" href={devPaths.signIn}>
          {signIn.examples.title}
        </a>
      </p>
      {entries.length === 0 && <Empty>{outbox.empty}</Empty>}
      {entries.map((entry) => (
        <Message entry={entry} />
      ))}
    </>
  )
}

function Message({ entry }: { entry: OutboxEntry }) {
  const { messages, format } = useText()
  const { outbox, kinds, channels } = messages
  const { id, kind, channel, told, createdAt } = entry
  const name = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kinds.other
  return (
    <article class="ds-card">
      <h2 class="ds-heading" data-size="xs">
        {told?.subject || name}
      </h2>
      <p>{`${name}, ${channels[channel]}, ${format.dateTime(createdAt)}. ${useStanding(entry)}`}</p>
      {told && (
        <>
          <p>{`${outbox.to}: ${told.to}`}</p>
          <p>
            {told.body.split('\n').map((line) => (
              <>
                <Linked text={line} />
                <br />
              </>
            ))}
          </p>
          <ul>
            {told.attachments.map(({ filename }, index) => (
              <li>
                <a class="ds-link" href={devPaths.attachment(id, String(index))}>
                  {outbox.attachment(filename)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

function useStanding({ status, error, dueAt }: OutboxEntry): string {
  const { messages, format } = useText()
  const { outbox } = messages
  if (status === 'waiting') return outbox.waiting(format.dateTime(dueAt))
  if (status === 'dead') return outbox.dead(error ?? '')
  return error === null ? outbox.sent : outbox.unsent(error)
}

/** A line with its addresses as links. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/)
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a class="ds-link" href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}
