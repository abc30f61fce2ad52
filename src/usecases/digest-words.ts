import { piecesWithin } from '../core/plans/duty-changes.ts'
import { withPlaceAhead } from '../core/rota/duty-change.ts'
import { isIsoWeek, isoWeekInterval } from '../core/time/iso-week.ts'
import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { countUnconfirmed } from '../data/change-notice-store.ts'
import { listDutyChanges } from '../data/notice-store.ts'
import type { ClaimedMessage } from '../data/outbox-store.ts'
import { assignmentsOfPerson, type PersonDuty } from '../data/person-duty-store.ts'
import type { Text } from '../text/text.ts'
import type { Context } from './context.ts'
import { dutyLinks } from './duty-links.ts'
import { digestDue } from './queue-digests.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'

const WEEK_MINUTES = 7 * MINUTES_PER_DAY
const WEEKS_TOLD = 4

/** The week's overview: own duties of four weeks, what has changed since the Monday before, what waits to be confirmed. */
export async function digestWords(ctx: Context, message: ClaimedMessage, text: Text): Promise<Words> {
  const { personId, payload } = message
  const said = textsIn(payload, 'email', 'week')
  if (!said || personId === null || !isIsoWeek(said.week)) return BROKEN
  const { start, end } = isoWeekInterval(said.week)
  // An overview of a week that is over would only mislead.
  if (end <= ctx.now) return { kind: 'unneeded', why: 'the week is over' }
  const until = start + WEEKS_TOLD * WEEK_MINUTES
  const since = digestDue(start - 1)
  const [held, changes, unconfirmed] = await Promise.all([
    assignmentsOfPerson(ctx.db, personId, ctx.now, until),
    listDutyChanges(ctx.db, personId, since),
    countUnconfirmed(ctx.db, personId, since, ctx.now),
  ])
  const isQuiet = held.length === 0 && changes.length === 0 && unconfirmed === 0
  if (isQuiet) return { kind: 'unneeded', why: 'there is nothing to tell' }
  const duties = held.map(toTold)
  const told = {
    week: said.week,
    duties,
    changes: changes.map((change) => withPlaceAhead(change, ctx.now)),
    unconfirmed,
    links: dutyLinks(ctx),
  }
  return mail(said.email, text.messages.weeklyDigest(told))
}

function toTold({ line, need, assignment }: PersonDuty) {
  const { start, end, shadowing } = assignment
  const pieces = piecesWithin(need.pieces, { start, end })
  return { start, end, shadowing, pieces, name: need.name, districtName: line.districtName, line }
}
