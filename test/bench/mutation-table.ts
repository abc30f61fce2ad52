import type { RuleId } from '../../src/core/rules/violation.ts'

/** One way to break a rule: a text of its source that stands there once, and what is put in its place. */
export interface Mutation {
  /** What the rule then does wrong. */
  readonly what: string
  /** Under src/core. */
  readonly file: string
  readonly text: string
  readonly by: string
}

export type MutationKind = 'limit' | 'doctor' | 'date'

export const MUTATION_KINDS: Readonly<Record<MutationKind, string>> = {
  limit: 'off by one',
  doctor: 'wrong doctor or line',
  date: 'date ignored',
}

/** Nobody in a district of one. */
const OTHER = "view.rota.district.doctors.find((other) => other.personId !== personId)?.personId ?? ''"
/** Past every dated value: what holds in the end, whatever the date. */
const IN_THE_END = "'2098-01-01'"

const rule =
  (name: string) =>
  (what: string, text: string, by: string, file?: string): Mutation => ({
    what,
    text,
    by,
    file: file ?? `rules/${name}.ts`,
  })

const overlap = rule('overlap')
const cover = rule('cover')
const availability = rule('availability')
const takingPart = rule('taking-part')
const competence = rule('competence')
const backup = rule('backup')
const engagement = rule('engagement')
const leastDoctors = rule('least-doctors')
const rest = rule('rest')
const weeklyTotal = rule('weekly-total')
const rollingTotal = rule('rolling-total')
const weeklyDuty = rule('weekly-duty')
const averageHours = rule('average-hours')
const averageDuty = rule('average-duty')
const longestPeriod = rule('longest-period')
const nightsInARow = rule('nights-in-a-row')
const weekends = rule('weekends')
const officeDay = rule('office-day-after-night')
const specialHolidays = rule('special-holidays')
const publishing = rule('publishing')
const fairShare = rule('fair-share')
const competenceException = rule('competence-exception')
const otherTasks = rule('other-tasks')
const hoursElsewhere = rule('hours-elsewhere')
const longHours = rule('long-hours')
const weeklyRest = rule('weekly-rest')

/** Each rule broken in three ways. Where a rule has no minutes, one is a day or a number; where it has no doctor, a line. */
export const MUTATIONS: Readonly<Record<RuleId, Readonly<Record<MutationKind, Mutation>>>> = {
  overlap: {
    limit: overlap(
      'misses an overlap of one minute',
      'other.start >= duty.end)',
      'other.start >= duty.end - 1)',
    ),
    doctor: overlap(
      "reads another doctor's duty elsewhere",
      'elsewhereOf(view, personId)',
      `elsewhereOf(view, ${OTHER})`,
    ),
    date: overlap(
      'takes every duty elsewhere for one at the same time',
      'intersection(duty, busy)',
      'intersection(duty, duty)',
    ),
  },
  cover: {
    limit: cover(
      'misses a gap of one minute',
      ').map((span) =>',
      ').filter((span) => span.end - span.start > 1).map((span) =>',
    ),
    doctor: cover('lets a backup line cover', '.filter((line) => !isBackupLine(line))', ''),
    date: cover(
      'forgets duties that began before the period',
      'needsOf(line, addDays(from, -LONGEST_NEED_DAYS), to)',
      'needsOf(line, from, to)',
    ),
  },
  availability: {
    limit: availability(
      'lets an absence begin a minute late',
      'if (someOverlaps(certain, span)',
      'if (someOverlaps(certain, { ...span, end: span.end - 1 })',
      'ledger/availability.ts',
    ),
    doctor: availability(
      "asks another doctor's absence",
      'view.doctors.get(personId)',
      `view.doctors.get(${OTHER})`,
    ),
    date: availability(
      'takes a possible absence for a certain one',
      'certain: mergeIntervals(absences.map(({ certainFrom, to }) => datesInterval(certainFrom, to)))',
      'certain: mergeIntervals(absences.map(({ from, to }) => datesInterval(from, to)))',
      'ledger/availability.ts',
    ),
  },
  'taking-part': {
    limit: takingPart(
      'refuses the highest number agreed',
      'needIds.length > fact.most',
      'needIds.length >= fact.most',
    ),
    doctor: takingPart(
      "counts another doctor's duties",
      'dutiesHeldBy(view, personId)',
      `dutiesHeldBy(view, ${OTHER})`,
    ),
    date: takingPart(
      'judges by the first way of taking part, whatever the date',
      'factOn(doctor.takingPart, duty.date)',
      'doctor.takingPart[0]',
    ),
  },
  competence: {
    limit: competence(
      'lets a course last a day too long',
      'date < birthday(courseOn, validYears)',
      'date <= birthday(courseOn, validYears)',
      'rota/competence.ts',
    ),
    doctor: competence(
      "judges by another doctor's courses",
      'view.doctors.get(personId)',
      `view.doctors.get(${OTHER})`,
    ),
    date: competence(
      'judges by the competence in the end',
      'abilityOn(doctor, view.rota.district.agreement, duty.date)',
      `abilityOn(doctor, view.rota.district.agreement, ${IN_THE_END})`,
    ),
  },
  backup: {
    limit: backup(
      'misses a minute without backup',
      'missing.length > 0',
      'missing.some((part) => part.end - part.start > 1)',
    ),
    doctor: backup('lets a doctor be their own backup', 'other.personId !== duty.personId &&', ''),
    date: backup(
      'judges by the competence in the end',
      'abilityOn(doctor, view.rota.district.agreement, duty.date)',
      `abilityOn(doctor, view.rota.district.agreement, ${IN_THE_END})`,
    ),
  },
  engagement: {
    limit: engagement(
      'lets an agreement last a day too long',
      'date >= gpAgreementEnd(',
      'date > gpAgreementEnd(',
      'rota/engagement.ts',
    ),
    doctor: engagement(
      "goes by another person's birth date",
      'persons.find((person) => person.id === personId)',
      'persons.at(-1)',
    ),
    date: engagement(
      'judges every duty by the first date of the rota',
      'birthDate, agreement, duty.date)',
      'birthDate, agreement, view.rota.from)',
    ),
  },
  'least-doctors': {
    limit: leastDoctors('is content with one doctor less', 'measured >= limit', 'measured >= limit - 1'),
    doctor: leastDoctors(
      'counts those who only back',
      "way !== 'by-share' && way",
      "way !== 'by-share' && way !== 'backup-only' && way",
    ),
    date: leastDoctors(
      'asks for the number that holds in the end',
      "'leastDoctors', rota.from)",
      `'leastDoctors', ${IN_THE_END})`,
    ),
  },
  rest: {
    limit: rest(
      'refuses a rest of exactly the limit',
      'restMinutes < nightLimit',
      'restMinutes <= nightLimit',
    ),
    doctor: rest(
      "judges another doctor's rest",
      'workPeriodsOf(view, personId)',
      `workPeriodsOf(view, ${OTHER})`,
    ),
    date: rest(
      'asks for the rest that holds in the end',
      "'restAfterMinutes', duty.date)",
      `'restAfterMinutes', ${IN_THE_END})`,
    ),
  },
  'weekly-total': {
    limit: weeklyTotal('refuses exactly the cap', 'measured <= limit', 'measured < limit'),
    doctor: weeklyTotal(
      "counts another doctor's hours",
      "hoursOf(view, personId, 'total')",
      `hoursOf(view, ${OTHER}, 'total')`,
    ),
    date: weeklyTotal('holds every week to the first cap', 'valueAt(caps, span.start)', 'caps[0]?.value'),
  },
  'rolling-total': {
    limit: rollingTotal(
      'misses one minute over the cap',
      'let over = ROUNDING',
      'let over = 1 + ROUNDING',
      'rules/worst-windows.ts',
    ),
    doctor: rollingTotal(
      "counts another doctor's hours",
      "hoursOf(view, personId, 'total')",
      `hoursOf(view, ${OTHER}, 'total')`,
    ),
    date: rollingTotal(
      'holds every window to the first cap',
      'SEVEN_DAYS, caps)',
      'SEVEN_DAYS, caps.slice(0, 1).map((cap) => ({ ...cap, start: -Infinity, end: Infinity })))',
    ),
  },
  'weekly-duty': {
    limit: weeklyDuty('refuses exactly the cap', 'measured <= limit', 'measured < limit'),
    doctor: weeklyDuty(
      "counts another doctor's hours",
      "hoursOf(view, personId, 'duty')",
      `hoursOf(view, ${OTHER}, 'duty')`,
    ),
    date: weeklyDuty('holds every week to the first cap', 'valueAt(caps, span.start)', 'caps[0]?.value'),
  },
  'average-hours': {
    limit: averageHours(
      'refuses exactly the mean',
      'if (sum > mean.minutes * mean.weeks + ROUNDING)',
      'if (sum >= mean.minutes * mean.weeks - ROUNDING)',
      'rules/weekly-means.ts',
    ),
    doctor: averageHours(
      "counts another doctor's hours",
      "heavyWeeks(view, personId, 'act'",
      `heavyWeeks(view, ${OTHER}, 'act'`,
    ),
    date: averageHours(
      'holds every week to the first means',
      "'act', adopted,",
      "'act', adopted.slice(0, 1).map((dated) => ({ ...dated, start: -Infinity, end: Infinity })),",
    ),
  },
  'average-duty': {
    limit: averageDuty(
      'misses a minute over the mean',
      'if (sum > mean.minutes * mean.weeks + ROUNDING)',
      'if (sum > mean.minutes * mean.weeks + 1 + ROUNDING)',
      'rules/weekly-means.ts',
    ),
    doctor: averageDuty(
      "counts another doctor's duties",
      "heavyWeeks(view, personId, 'duty'",
      `heavyWeeks(view, ${OTHER}, 'duty'`,
    ),
    date: averageDuty(
      'holds every week to the first mean',
      "'duty', means)",
      "'duty', means.slice(0, 1).map((dated) => ({ ...dated, start: -Infinity, end: Infinity })))",
    ),
  },
  'longest-period': {
    limit: longestPeriod('refuses exactly the cap', 'measured <= limit', 'measured < limit'),
    doctor: longestPeriod(
      "counts another doctor's duties",
      'workPeriodsOf(view, personId)',
      `workPeriodsOf(view, ${OTHER})`,
    ),
    date: longestPeriod(
      'holds every period to the first cap',
      'valueAt(caps, period.start)',
      'caps[0]?.value',
    ),
  },
  'nights-in-a-row': {
    limit: nightsInARow('refuses exactly the number', 'run.length <= limit', 'run.length < limit'),
    doctor: nightsInARow(
      "counts another doctor's nights",
      'runsOf(nightsOf(view, personId)',
      `runsOf(nightsOf(view, ${OTHER})`,
    ),
    date: nightsInARow('holds every run to the first number', 'valueAt(caps, last.start)', 'caps[0]?.value'),
  },
  weekends: {
    limit: weekends(
      'lets as many weekends in a row pass as one of is to be free',
      'run.length < value.freeAmong',
      'run.length <= value.freeAmong',
    ),
    doctor: weekends(
      "counts another doctor's weekends",
      "hoursOf(view, personId, 'duty')",
      `hoursOf(view, ${OTHER}, 'duty')`,
    ),
    date: weekends(
      'holds every weekend to the first frequency',
      'valueAt(values, last.judgedAt)',
      'values[0]?.value',
    ),
  },
  'office-day-after-night': {
    limit: officeDay(
      'misses a night of exactly the minutes that count',
      'minutes > 0 && minutes >= leastMinutes',
      'minutes > 0 && minutes > leastMinutes',
      'ledger/count.ts',
    ),
    doctor: officeDay(
      "reads another doctor's surgery",
      'workInDays(doctor, day',
      'workInDays(view.rota.district.doctors.find((other) => other !== doctor) ?? doctor, day',
    ),
    date: officeDay(
      'counts nights as they count in the end',
      'weekOf(toDayNumber(duty.date))',
      `weekOf(toDayNumber(${IN_THE_END}))`,
      'ledger/night-duty.ts',
    ),
  },
  'special-holidays': {
    limit: specialHolidays(
      'forgets a year too early',
      'year >= now.year - memory',
      'year > now.year - memory',
    ),
    doctor: specialHolidays(
      'remembers what anybody held',
      '(held) => held.personId === personId',
      '() => true',
    ),
    date: specialHolidays(
      'remembers as long as agreed in the end',
      "'holidayMemoryYears', first.date)",
      `'holidayMemoryYears', ${IN_THE_END})`,
    ),
  },
  publishing: {
    limit: publishing('is late on the last day', 'told.on > deadline', 'told.on >= deadline'),
    doctor: publishing(
      'asks when it is published instead of when it was discussed',
      'told.discussedOn === null',
      '(told.on as string | null) === null',
    ),
    date: publishing(
      'counts from the day after the first',
      'publishDeadline(agreement, from)',
      'publishDeadline(agreement, to)',
    ),
  },
  'fair-share': {
    limit: fairShare(
      'refuses exactly the tolerance',
      'percent <= tolerance + ROUNDING',
      'percent < tolerance - ROUNDING',
    ),
    doctor: fairShare(
      'names another doctor',
      'breach(rota, personId,',
      "breach(rota, rota.district.doctors.find((other) => other.personId !== personId)?.personId ?? '',",
    ),
    date: fairShare(
      'allows what holds in the end',
      "'shareTolerancePercent', rota.from)",
      `'shareTolerancePercent', ${IN_THE_END})`,
    ),
  },
  'competence-exception': {
    limit: competenceException('is used up on its last day', 'days.length > limit', 'days.length >= limit'),
    doctor: competenceException(
      "counts another doctor's days",
      'dutiesHeldBy(view, personId)',
      `dutiesHeldBy(view, ${OTHER})`,
    ),
    date: competenceException(
      'counts all years as one',
      "exception === 'one-year' ? exception :",
      "exception !== 'none' ? exception :",
    ),
  },
  'other-tasks': {
    limit: otherTasks('refuses exactly the limit', 'measured > limit', 'measured >= limit'),
    doctor: otherTasks(
      "counts another doctor's tasks",
      'doctors.get(personId)',
      'rota.district.doctors.find((other) => other.personId !== personId)',
    ),
    date: otherTasks('counts tasks that are over or to come', '.filter((task) => holdsOn(task, date))', ''),
  },
  'hours-elsewhere': {
    limit: hoursElsewhere(
      'takes none declared for not declared',
      'doctor.declaredOtherMinutesPerWeek !== null',
      '(doctor.declaredOtherMinutesPerWeek ?? 0) > 0',
    ),
    doctor: hoursElsewhere(
      "counts another doctor's duties",
      'dutiesHeldBy(view, personId)',
      `dutiesHeldBy(view, ${OTHER})`,
    ),
    date: hoursElsewhere(
      'asks for duties on dates when the doctor is no locum',
      "engagement.form === 'locum' && holdsOn(engagement, date)",
      "engagement.form === 'locum' && date !== ''",
    ),
  },
  'long-hours': {
    limit: longHours(
      'shows a week of exactly the line',
      'minutes <= limit + ROUNDING',
      'minutes < limit - ROUNDING',
    ),
    doctor: longHours(
      "counts another doctor's hours",
      "hoursOf(view, personId, 'act')",
      `hoursOf(view, ${OTHER}, 'act')`,
    ),
    date: longHours(
      'holds every week to the first line',
      'valueAt(lines, span.start)?.weekMinutes',
      'lines[0]?.value.weekMinutes',
    ),
  },
  'weekly-rest': {
    limit: weeklyRest(
      'shows a rest of exactly the line',
      'measured >= minutes) return',
      'measured > minutes) return',
    ),
    doctor: weeklyRest(
      "counts another doctor's duties",
      'dutiesNear(view, personId, dayNumber)',
      `dutiesNear(view, ${OTHER}, dayNumber)`,
    ),
    date: weeklyRest(
      'holds every week to the first line',
      'if (week.span.start >= line.start && week.span.start < line.end)',
      'if (line === lines[0])',
    ),
  },
}
