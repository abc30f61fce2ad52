import type { DistrictFeedOptions, OwnFeedOptions } from '../../core/rota/feed-choice.ts'
import type { WeeklyWindow } from '../../core/rota/weekly-window.ts'
import type { Dates } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'

/** What is kept as a structure, as a short list in words; '' where it holds nothing, undefined where it has a part that no word is for. */
export function structureWord(
  text: Text,
  json: string,
  word: (value: string) => string | undefined,
): string | undefined {
  const held: unknown = JSON.parse(json)
  if (Array.isArray(held)) return listWord(text, held)
  if (isFeed(held)) return feedWord(text, held)
  const { parts, yesNo } = text.ownData
  const said = Object.entries({ ...(held as object) }).map(([name, part]) => {
    if (part === null || (Array.isArray(part) && part.length === 0)) return ''
    if (!Object.hasOwn(parts, name)) return undefined
    if (name.startsWith('may')) return `${parts[name]}: ${Number(part) === 0 ? yesNo.no : yesNo.yes}`
    const told = Array.isArray(part) ? listWord(text, part) : scalarWord(part, word)
    return told && `${parts[name]}: ${told}`
  })
  return said.includes(undefined) ? undefined : said.filter((part) => part !== '').join('; ')
}

function scalarWord(part: unknown, word: (value: string) => string | undefined): string | undefined {
  return typeof part === 'object' ? undefined : word(String(part))
}

/** Weekdays, the hours of an ordinary week, or ranges of dates. */
function listWord({ format, words }: Text, all: readonly unknown[]): string | undefined {
  const dayWord = (day: number) => words.weekdays[day - 1] ?? ''
  if (all.every((day) => Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 7))
    return all.map((day) => dayWord(Number(day))).join(', ')
  if (all.every(isWindow))
    return all.map(({ weekday, start, end }) => `${dayWord(weekday)} ${start}–${end}`).join('; ')
  if (all.every(isRange)) return all.map((range) => format.dateRange(range)).join('; ')
  return undefined
}

function feedWord({ calendar, ownData }: Text, options: OwnFeedOptions | DistrictFeedOptions): string {
  if ('scope' in options) return ownData.feedScopes[options.scope.kind]
  const { link } = calendar
  const { alarmMinutesBefore: alarm } = options
  return [
    options.backup ? link.backup : [],
    options.busyAtHome ? link.busyAtHome : [],
    `${link.months} ${link.monthsBack[options.monthsBack]}`,
    `${link.alarm}: ${alarm === null ? link.noAlarm : link.alarmBefore(alarm)}`,
  ]
    .flat()
    .join('; ')
}

const has = (held: unknown, ...names: string[]) =>
  typeof held === 'object' && held !== null && names.every((name) => name in held)

const isWindow = (one: unknown): one is WeeklyWindow => has(one, 'weekday', 'start', 'end')
const isRange = (one: unknown): one is Dates => has(one, 'from', 'to')
/** As `feed-choice.ts` has them: nothing else is stored as the options of a link. */
const isFeed = (held: unknown): held is OwnFeedOptions | DistrictFeedOptions =>
  has(held, 'scope') || has(held, 'backup', 'busyAtHome', 'monthsBack', 'alarmMinutesBefore')
