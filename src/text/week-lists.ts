import type { IsoWeek } from '../core/time/iso-week.ts'

/** 'uke 3, 5 og 7'; over a new year also which year: 'uke 53 (2026) og uke 1 og 2 (2027)'. */
export function weekLists(word: string, list: (words: readonly string[]) => string) {
  return (given: readonly IsoWeek[]): string => {
    const years = [...Map.groupBy(given, (week) => week.slice(0, 4))]
    const told = years.map(([year, own]) => {
      const numbers = `${word} ${list(own.map((week) => String(Number(week.slice(6)))))}`
      return years.length === 1 ? numbers : `${numbers} (${year})`
    })
    return list(told)
  }
}
