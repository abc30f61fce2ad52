import { type FeedChoice, OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import type { Subscription } from './calendar-client.ts'
import type { LiveCalendar } from './expected.ts'
import type { LiveApp } from './live-app.ts'
import { DISTRICT, LiveRota, unwrap } from './live-rota.ts'
import type { Stage } from './steps.ts'

const OWN: FeedChoice = { kind: 'own', options: OWN_FEED_OPTIONS }
const ALL = { districtId: DISTRICT, options: { scope: { kind: 'all' } } } as const

const PLAIN = {
  language: 'nb',
  backup: false,
  busyAtHome: false,
  tellsNames: false,
  isOff: false,
  hasLeft: false,
} as const

/** One account of each program has all of these, as of doctors who share a tablet: none may hide another's event. */
export async function setStage(
  app: LiveApp,
): Promise<{ readonly stage: Stage; readonly subscriptions: readonly Subscription[] }> {
  const rota = await LiveRota.make(app)
  const inDistrict = { scopeKind: 'district', scopeId: DISTRICT } as const
  const doctor = { ...inDistrict, role: 'doctor' } as const
  const [a, b] = [await app.newActor([doctor], 'a'), await app.newActor([doctor], 'b')]
  const centre = await app.newActor([{ ...inDistrict, role: 'dispatch-centre' }], null)
  const wanted = [
    { id: 'a', actor: a, personId: 'a', choice: OWN },
    { id: 'b', actor: b, personId: 'b', choice: OWN },
    { id: 'second', actor: a, personId: 'a', choice: OWN },
    { id: 'district', actor: b, personId: 'b', choice: { kind: 'district', ...ALL } },
    { id: 'dispatch', actor: centre, personId: '', choice: { kind: 'dispatch', ...ALL } },
  ] as const
  const linkIds = new Map<string, string>()
  const subscriptions: Subscription[] = []
  for (const { id, actor, choice } of wanted) {
    const link = unwrap(await createFeedLink(await app.contextOf(actor), { label: id, choice }))
    linkIds.set(id, link.feedId)
    subscriptions.push({ id, url: link.url })
  }
  const calendars = wanted.map(({ id, personId, choice: { kind } }): LiveCalendar => {
    return { ...PLAIN, id, personId, kind }
  })
  return { stage: { rota, doctors: { a, b }, calendars, linkIds, cancelled: [] }, subscriptions }
}
