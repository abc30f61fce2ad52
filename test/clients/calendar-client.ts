import type { HeldEvent } from './held-event.ts'

/** A calendar that a program subscribes to. */
export interface Subscription {
  /** A word of small letters. */
  readonly id: string
  readonly url: string
}

/** What a program holds of each calendar, by its id, and what it complained of. */
export interface ClientReading {
  readonly calendars: ReadonlyMap<string, readonly HeldEvent[]>
  readonly complaints: readonly string[]
}

/** A calendar program as people have it, in a profile of its own. */
export interface CalendarClient {
  readonly name: string
  /** Part of what it calls itself when it asks. */
  readonly agent: RegExp
  /** False for one that gives events ids of its own. */
  readonly keepsUids: boolean
  readonly start: (calendars: readonly Subscription[]) => Promise<void>
  /** Asks for every calendar once more, or waits until it has, and reads what it then holds. */
  readonly read: () => Promise<ClientReading>
  readonly stop: () => Promise<void>
}
