import { sql } from 'kysely'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll } from './database.ts'
import { type Forgetting, forgetting } from './forgetting.ts'

/** One more of what is limited. */
export interface Try {
  /** Hash of what is limited and for whom. */
  readonly key: string
  /** How long a window lasts from its first try, in minutes. */
  readonly perMinutes: number
  readonly now: Minute
}

export interface Tries {
  /** In this window, with this one. */
  readonly count: number
  readonly windowStart: Minute
}

/** Counts a try and tells how many there were, in one statement: of any number at once each gets a number of its own. */
export async function countTry(db: Database, { key, perMinutes, now }: Try): Promise<Tries> {
  const at = toUtcText(now)
  const isOver = sql`rate_count.window_start <= ${toUtcText(now - perMinutes)}`
  const text = sql<{ window_start: string; count: number }>`
    insert into rate_count (key, window_start, count) values (${key}, ${at}, 1)
    on conflict (key) do update set
      window_start = case when ${isOver} then excluded.window_start else window_start end,
      count = case when ${isOver} then 1 else count + 1 end
    returning window_start, count`
  const [[row]] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  if (!row) throw new Error(`the try of ${key} was not counted`)
  return { count: row.count, windowStart: fromUtcText(row.window_start) }
}

/** Scheduled: windows that began before an instant, exclusive. */
export function forgetTriesWrites(before: Minute): Forgetting[] {
  return [forgetting('rate_count', sql`window_start < ${toUtcText(before)}`)]
}
