import { addMonths } from '../../core/time/local-date.ts'
import { toWall } from '../../core/time/oslo.ts'
import type { MonthOfNotices, NoticesValue } from '../../usecases/show-notices.ts'
import { Heading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { Answer } from './district-notices.tsx'

/** All changes of one month with what was answered, and the way to the months around it. */
export function NoticeMonth({ value }: { value: NoticesValue }) {
  const { format } = useText()
  const words = useText().notices.district
  const { id } = value.district
  const current = toWall(value.now).date.slice(0, 7)
  const linkTo = (month: string) => withQuery(paths.notices(id), { month })
  if (!value.month)
    return (
      <p>
        <a class="ds-link" href={linkTo(current)}>
          {words.months}
        </a>
      </p>
    )
  const { month } = value.month
  const [previous, next] = [-1, 1].map((step) => addMonths(`${month}-01`, step).slice(0, 7)) as [
    string,
    string,
  ]
  return (
    <section id="month">
      <Heading>{words.monthOf(format.month(`${month}-01`))}</Heading>
      <Table districtId={id} month={value.month} />
      <ul class="in-row links">
        <li>
          <a class="ds-link" href={linkTo(previous)}>
            {words.previous(format.month(`${previous}-01`))}
          </a>
        </li>
        {next <= current && (
          <li>
            <a class="ds-link" href={linkTo(next)}>
              {words.next(format.month(`${next}-01`))}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

function Table({ districtId, month }: { districtId: string; month: MonthOfNotices }) {
  const { format, history } = useText()
  const words = useText().notices.district
  if (month.notices.length === 0) return <p>{words.monthNone}</p>
  return (
    <Scroll label={words.monthOf(format.month(`${month.month}-01`))}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{words.doctor}</th>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.published}</th>
            <th scope="col">{history.table.revision}</th>
          </tr>
        </thead>
        <tbody>
          {month.notices.map(({ personId, personName, notice }) => (
            <tr>
              <th scope="row">
                <a class="ds-link" href={paths.doctor(districtId, personId)}>
                  {personName}
                </a>
              </th>
              <td>
                <Answer notice={notice} />
              </td>
              <td>{format.dateTime(notice.at)}</td>
              <td>
                <a class="ds-link" href={paths.revision(districtId, String(notice.revision))}>
                  {history.name(notice.revision)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
