import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, datesIn } from '../../../src/core/time/local-date.ts'
import { fromUtcText, type Minute, toUtcText } from '../../../src/core/time/minute.ts'
import {
  fromWall,
  isFolded,
  isInGap,
  offsetMinutes,
  toOffsetText,
  toWall,
} from '../../../src/core/time/oslo.ts'

const ZONE = 'Europe/Oslo'

describe('the clock in Oslo beside Temporal', { timeout: 60_000 }, () => {
  // One reading by Temporal checks both ways: every wall hour that exists comes by, the repeated one twice.
  it('shows the same at every hour from 2000 to 2060, there and back', () => {
    const wrong: string[] = []
    let before = ''
    let hours = 0
    for (let m = fromUtcText('2000-01-01T00:00Z'); m < fromUtcText('2061-01-01T00:00Z'); m += 60) {
      const text = zoned(m).toString()
      const fold = text.slice(0, 16) === before ? 1 : 0
      if (!showsAt(m, text, fold)) wrong.push(text)
      before = text.slice(0, 16)
      hours++
    }
    expect(hours).toBe(534_744)
    expect(wrong).toEqual([])
  })

  it('changes at the same minutes, and at no others, from 1996 to 2100', () => {
    const expected = temporalChanges('1996-01-01T00:00Z', '2101-01-01T00:00Z')
    const ours: string[] = []
    for (let m = fromUtcText('1996-01-01T01:00Z'); m < fromUtcText('2101-01-01T00:00Z'); m += 60) {
      if (offsetMinutes(m) !== offsetMinutes(m - 60)) ours.push(toUtcText(latestChange(m)))
    }
    expect(ours).toEqual(expected)
    expect(ours).toHaveLength(2 * 105)
  })

  it('places every quarter of an hour around each change alike, also in the gap and the repeated hour', () => {
    const wrong: string[] = []
    for (const change of temporalChanges('2000-01-01T00:00Z', '2061-01-01T00:00Z')) {
      const date = change.slice(0, 10)
      for (const day of datesIn({ from: addDays(date, -1), to: addDays(date, 2) })) {
        for (let minute = 0; minute < 1440; minute += 15)
          if (!placedAlike(day, minute)) wrong.push(`${day} ${minute}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('places a time of every day from 2000 to 2060 alike', () => {
    const wrong: string[] = []
    for (const [i, date] of datesIn({ from: '2000-01-01', to: '2061-01-01' }).entries()) {
      // 7 shares no factor with 1440, so that the days take every minute in turn.
      if (!placedAlike(date, (i * 7) % 1440)) wrong.push(date)
    }
    expect(wrong).toEqual([])
  })
})

function zoned(m: Minute): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(m * 60_000).toZonedDateTimeISO(ZONE)
}

/** Whether `text`, as in '2027-03-28T08:00:00+02:00[Europe/Oslo]', is what ours says of the minute. */
function showsAt(m: Minute, text: string, fold: 0 | 1): boolean {
  const date = text.slice(0, 10)
  const minuteOfDay = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  const wall = toWall(m)
  const sameWall = wall.date === date && wall.minuteOfDay === minuteOfDay && wall.fold === fold
  const sameText = toOffsetText(m) === text.slice(0, 16) + text.slice(19, 25)
  return sameWall && sameText && fromWall(date, minuteOfDay, fold) === m
}

function placedAlike(date: string, minute: number): boolean {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
  })
  const earlier = plain.toZonedDateTime(ZONE, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(ZONE, { disambiguation: 'later' })
  const exists = earlier.toPlainDateTime().equals(plain)
  const first = exists ? earlier : later
  return (
    isInGap(date, minute) === !exists &&
    isFolded(date, minute) === (exists && !earlier.equals(later)) &&
    fromWall(date, minute, 0) * 60_000 === first.epochMilliseconds &&
    fromWall(date, minute, 1) * 60_000 === later.epochMilliseconds
  )
}

/** The minute within the hour up to `m` from which the offset at `m` holds. */
function latestChange(m: Minute): Minute {
  let first = m
  while (offsetMinutes(first - 1) === offsetMinutes(m)) first--
  return first
}

function temporalChanges(from: string, to: string): string[] {
  const changes: string[] = []
  let at = zoned(fromUtcText(from)).getTimeZoneTransition('next')
  while (at !== null && at.epochMilliseconds < fromUtcText(to) * 60_000) {
    changes.push(toUtcText(at.epochMilliseconds / 60_000))
    at = at.getTimeZoneTransition('next')
  }
  return changes
}
