import { describe, expect, it } from 'vitest'
import { en } from '../../src/text/en.ts'
import { nb } from '../../src/text/nb.ts'
import { nn } from '../../src/text/nn.ts'
import type { Context } from '../../src/usecases/context.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { showMyDuties } from '../../src/usecases/show-my-duties.ts'
import { showSetUp } from '../../src/usecases/show-set-up.ts'
import { Duty } from '../../src/web/duty/duty.tsx'
import { LineList } from '../../src/web/lines/line-list.tsx'
import { MyDuties } from '../../src/web/my/my-duties.tsx'
import { TextContext } from '../../src/web/text-context.ts'
import { NoticeWorld } from '../support/notice-world.ts'
import { cellOn, unwrap } from '../support/plan-world.ts'

const PLACE = 'Førde legevakt'
const AFTER = '2027-01-07T12:00Z'
const TOLD = `<dt>Oppmøtested</dt><dd>${PLACE}</dd>`

const html = (element: unknown) =>
  String(<TextContext.Provider value={nb}>{element as string}</TextContext.Provider>)

/** A rota published before its line was given a place. */
async function placedLater(): Promise<NoticeWorld> {
  const world = await NoticeWorld.make()
  await world.plan.reimport((district) => ({
    ...district,
    lines: district.lines.map((line) => ({ ...line, place: PLACE })),
  }))
  return world
}

async function dutyPage(ctx: Context): Promise<string> {
  const value = unwrap(await showDuty(ctx, { districtId: 'fjordane', needId: cellOn('2027-01-06').needId }))
  return html(<Duty value={value} seat={0} outcome={null} isHeld={false} />)
}

async function ownPage(ctx: Context): Promise<string> {
  const value = unwrap(await showMyDuties(ctx, {}))
  return html(<MyDuties value={value} next={null} unconfirmed={{ urgent: 0, others: 0 }} />)
}

describe('the place of a line', () => {
  it('stands in the list of lines', async () => {
    const world = await placedLater()
    const value = unwrap(await showSetUp(world.coordinator(), { districtId: world.districtId }))
    expect(html(<LineList value={value} />)).toContain(`<p>Oppmøtested: ${PLACE}</p>`)
  })

  it('stands on the page of a published duty and on one’s own until the duty is over', async () => {
    const world = await placedLater()
    const c = await world.as('c')
    expect(await dutyPage(c())).toContain(TOLD)
    expect(await dutyPage(c(AFTER))).not.toContain(PLACE)
    const own = await ownPage(c())
    expect(own).toContain(`<p>Oppmøtested: ${PLACE}</p>`)
    expect(own).toContain(`<small>${PLACE}</small>`)
    expect(await ownPage(c(AFTER))).not.toContain(PLACE)
  })

  it('is told in no notice of a duty that was over before it', async () => {
    const world = await placedLater()
    const c = await world.as('c')
    const placesAt = async (now?: string) =>
      (await world.own(c(now))).flatMap(({ changes }) => changes.map(({ line }) => line.place))
    expect(await placesAt()).toEqual([PLACE])
    expect(await placesAt(AFTER)).toEqual([''])
  })

  it.each([
    [nb, 'Gjelder fra'],
    [nn, 'Gjeld frå'],
    [en, 'Holds from'],
  ])('is said at its field to hold at once, whatever the date below', ({ lines }, from) => {
    expect(lines.form.from).toBe(from)
    expect(lines.form.placeHelp).toContain(from)
    expect(lines.form.placeHelp).toMatch(/med en gang|med ein gong|at once/)
    expect(lines.form.placeHelp).toMatch(/ingen får melding|nobody gets a message/)
  })
})
