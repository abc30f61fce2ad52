import type { LegevaktInstance } from '../../../src/exchange/legevakt-instance.ts'
import { drawerOf } from '../random-district.ts'

type Draw = ReturnType<typeof drawerOf>
type Slot = LegevaktInstance['slots'][number]
type Gp = LegevaktInstance['gps'][number]

const WEEKS = 2
const DAYS = 7 * WEEKS

/** Three or four doctors share two weeks, at home or with evenings at the place, with or without backup for those who need it. */
export function smallInstance(seed: number): LegevaktInstance {
  const draw = drawerOf(seed)
  const staff = draw(3, 4)
  const isOnSite = draw(0, 3) === 0
  const hasBackup = draw(0, 1) === 1
  const slots = Array.from({ length: DAYS }, (_, day) => slotsOf(day, isOnSite, hasBackup)).flat()
  return {
    days: DAYS,
    weeks: WEEKS,
    slots,
    gps: Array.from({ length: staff }, (_, index) => drawGp(draw, index, staff, slots)),
    rules: {
      oneDutyPerDay: true,
      restSite: 11,
      restHome: 8,
      maxConsecutiveDuties: draw(1, 3),
      maxNightsIn7: draw(3, 5),
      noTwoWeekendsInRow: draw(0, 2) === 0,
      spacingDays: draw(1, 4),
      weights: {
        hours10: draw(0, 2),
        night: draw(0, 100),
        weekend: draw(0, 200),
        holiday: draw(0, 200),
        request: 300,
        dislike: 50,
        spacing: draw(0, 90),
        optionalBackup: draw(0, 40),
      },
    },
  }
}

function slotsOf(day: number, isOnSite: boolean, hasBackup: boolean): Slot[] {
  const begins = day % 7 >= 5 ? 8 : 16
  const of = (kind: string, type: string, from: number, to: number, perHour: number): Slot => ({
    id: `${day}-${type}`,
    day,
    kind,
    type,
    start: day * 24 + from,
    end: day * 24 + to,
    hours10: (to - from) * perHour,
    night: to > 24 && kind !== 'backup',
    weekend: day % 7 >= 5 || (day % 7 === 4 && to > 24),
    holiday: day === 3,
    specialistOnly: kind === 'backup',
    optional: kind === 'backup',
  })
  const first = isOnSite
    ? [of('site', 'E', begins, 23, 10), of('home', 'N', 23, 32, 3)]
    : [of('home', 'H', begins, 32, 3)]
  return hasBackup ? [...first, of('backup', 'B', begins, 32, 2)] : first
}

/** Targets as even as can be, in tenths, now and then drawn away from that. */
function drawGp(draw: Draw, index: number, staff: number, slots: readonly Slot[]): Gp {
  const share = (of: (slot: Slot) => number) =>
    Math.round(slots.reduce((sum, slot) => sum + (slot.optional ? 0 : of(slot)), 0) / staff)
  return {
    id: `G${index}`,
    exempt: staff === 4 && draw(0, 9) === 0,
    specialist: index === 0 || draw(0, 2) > 0,
    leaveWeeks: draw(0, 5) === 0 ? [draw(0, 1)] : [],
    requestsOff: Array.from({ length: draw(0, 3) }, () => ({ day: draw(0, DAYS - 1), weight: draw(1, 3) })),
    dislikes: draw(0, 2) === 0 ? 'H' : null,
    weeklyCap10: draw(16, 50) * 10,
    target: {
      hours10: share((slot) => slot.hours10) + draw(-50, 50),
      night10: share((slot) => 10 * Number(slot.night)) + draw(-5, 5),
      weekend10: share((slot) => 10 * Number(slot.weekend)),
      holiday10: share((slot) => 10 * Number(slot.holiday)),
    },
  }
}
