import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { listUndelivered, listUndeliveredElsewhere, type Undelivered } from '../usecases/list-undelivered.ts'
import { Empty, PageHeading } from './heading.tsx'
import { page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { Scroll } from './scroll.tsx'
import { useText } from './text-context.ts'

/** Messages that were given up: a district's for its coordinators, what belongs to none for the administrator. */
export function undeliveredPages(app: Hono<AppEnv>): void {
  app.get(paths.undelivered, async (c) => {
    const result = await listUndeliveredElsewhere(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { messages, pages } = textOf(c)
    const crumbs = [{ label: pages.districts.title, href: paths.home }]
    return page(c, { title: messages.undelivered.title, crumbs }, <List messages={result.value} />)
  })
  app.get(paths.undeliveredIn(':districtId'), async (c) => {
    const districtId = c.req.param('districtId')
    const result = await listUndelivered(c.var.ctx, districtId)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { messages, notices } = textOf(c)
    const { district } = result.value
    const crumbs = [{ label: notices.district.title, href: paths.notices(districtId) }]
    const spec = { title: messages.undelivered.title, district, crumbs }
    return page(c, spec, <List messages={result.value.messages} />)
  })
}

function List({ messages }: { messages: readonly Undelivered[] }) {
  const { undelivered } = useText().messages
  return (
    <>
      <PageHeading title={undelivered.title} />
      <p>{undelivered.lead}</p>
      {messages.length === 0 ? <Empty>{undelivered.none}</Empty> : <Table messages={messages} />}
    </>
  )
}

function Table({ messages }: { messages: readonly Undelivered[] }) {
  const { undelivered, kinds, channels } = useText().messages
  const { format } = useText()
  return (
    <Scroll label={undelivered.title}>
      <table class="ds-table">
        <thead>
          <tr>
            {[undelivered.made, undelivered.message, undelivered.channel, undelivered.why].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {messages.map(({ kind, channel, createdAt, why, personName }) => (
            <tr>
              <td>{format.dateTime(createdAt)}</td>
              <td>
                {[Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kinds.other, personName]
                  .filter((part) => part !== null)
                  .join(', ')}
              </td>
              <td>{channels[channel]}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
