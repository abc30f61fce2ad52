type Numbers = Uint8Array | Int32Array | Float64Array

/** What stood where before the changes since the last commit, so that taking them back works nothing out anew. */
export interface Journal {
  length: number
  /** False while writing is not to be taken back. */
  isKept: boolean
  readonly lists: Numbers[]
  readonly at: number[]
  readonly former: number[]
  /** Lengths at each change. */
  readonly marks: Int32Array
}

const MOST_CHANGES = 2048

export function emptyJournal(): Journal {
  return {
    ...{ length: 0, isKept: false, lists: [], at: [], former: [] },
    marks: new Int32Array(MOST_CHANGES),
  }
}

export function write(journal: Journal, list: Numbers, at: number, value: number): void {
  if (journal.isKept) {
    const next = journal.length++
    journal.lists[next] = list
    journal.at[next] = at
    journal.former[next] = list[at]!
  }
  list[at] = value
}

export function takeBack(journal: Journal, length: number): void {
  while (journal.length > length) {
    const last = --journal.length
    journal.lists[last]![journal.at[last]!] = journal.former[last]!
  }
}
