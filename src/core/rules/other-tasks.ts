import { type Agreement, parameterOn } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import { isGpAgreement } from '../rota/engagement.ts'
import type { WeeklyWindow } from '../rota/weekly-window.ts'
import { cutAt, type Dates, edgesOf, holdsOn, type LocalDate } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { dayInterval } from '../time/oslo.ts'
import type { Rule } from './rule.ts'
import { violation } from './violation.ts'

/**
 * Other general medical tasks of an ordinary week against what a municipality may impose on a GP, in proportion to the post
 * (P41; GP regulation FOR-2025-12-02-2405 §32): timetable and loose minutes together, shown once for each change in the
 * period. Doctors without a GP agreement are not judged.
 */
export const otherTasks: Rule = {
  id: 'other-tasks',
  rows: ['P41'],
  subject: 'person',
  source: 'gp-regulation-32',
  kinds: ['other-tasks'],
  parameters: ['otherTasksMinutes'],
  check: ({ rota, doctors }, personId) => {
    const doctor = doctors.get(personId)
    if (!doctor || doctor.otherTasks.length === 0) return []
    const { agreement } = rota.district
    return stretchesOf(doctor, agreement, rota)
      .filter(({ measured, limit }) => limit !== null && measured > limit)
      .map(({ from, to, measured, limit }) =>
        violation(
          {
            rule: 'other-tasks',
            personId,
            needIds: [],
            span: { start: dayInterval(from).start, end: dayInterval(to).start },
            measured,
            limit: limit ?? 0,
            unit: 'minutes',
          },
          { kind: 'other-tasks' },
        ),
      )
  },
}

interface Stretch extends Dates {
  readonly measured: number
  /** Null without a GP agreement. */
  readonly limit: number | null
}

/** The period cut where tasks or limit change. */
function stretchesOf(doctor: Doctor, agreement: Agreement, period: Dates): Stretch[] {
  const limits = agreement.filter((entry) => entry.parameter === 'otherTasksMinutes')
  const edges = edgesOf([...doctor.otherTasks, ...doctor.engagements, ...limits])
  const found: Stretch[] = []
  for (const { from, to } of cutAt(period, edges)) {
    const measured = minutesOn(doctor, from)
    const limit = limitOn(doctor, agreement, from)
    const last = found.at(-1)
    if (last?.measured === measured && last.limit === limit) found[found.length - 1] = { ...last, to }
    else found.push({ from, to, measured, limit })
  }
  return found
}

function minutesOn(doctor: Doctor, date: LocalDate): number {
  return doctor.otherTasks
    .filter((task) => holdsOn(task, date))
    .reduce(
      (sum, task) =>
        task.timetable.reduce((minutes, window) => minutes + wallMinutes(window), sum) +
        task.looseMinutesPerWeek,
      0,
    )
}

function wallMinutes({ start, end, endDay }: WeeklyWindow): number {
  return endDay * MINUTES_PER_DAY + toMinuteOfDay(end) - toMinuteOfDay(start)
}

function limitOn(doctor: Doctor, agreement: Agreement, date: LocalDate): number | null {
  const held = doctor.engagements.filter((own) => isGpAgreement(own.form) && holdsOn(own, date))
  if (held.length === 0) return null
  const percent = held.reduce((sum, engagement) => sum + engagement.fractionPercent, 0)
  return Math.round((parameterOn(agreement, 'otherTasksMinutes', date) * Math.min(100, percent)) / 100)
}
