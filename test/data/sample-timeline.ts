import type { Assignment, Cell, Slice } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Line } from '../../src/core/rota/line.ts'
import type { Need } from '../../src/core/rota/need.ts'
import type { Publication } from '../../src/core/rota/publication.ts'
import { fromUtcText, MINUTES_PER_HOUR } from '../../src/core/time/minute.ts'
import { toWall } from '../../src/core/time/oslo.ts'
import { type Database, type Written, writeAll } from '../../src/data/database.ts'
import { districtWrites } from '../../src/data/district-store.ts'
import { needWrites, publicationWrites, type TimelineChange } from '../../src/data/rota-store.ts'
import { sampleDistrict } from './sample-district.ts'

const bareLine: Omit<Line, 'id' | 'overlapClass'> = {
  name: 'Vakt',
  code: 'V',
  form: 'home',
  areas: [],
  serves: [],
  behind: [],
  conditional: false,
  templates: [],
}

/** A district with lines `plain` (no overlap class), `standby` and `standby-2` (one class), `other` (another class). */
export function plannedDistrict(id: string, persons = id): District {
  const classes = { plain: null, standby: 'standby', 'standby-2': 'standby', other: 'other' }
  const lines = Object.entries(classes).map(([line, overlapClass]) => ({
    ...bareLine,
    id: line,
    overlapClass,
  }))
  return { ...sampleDistrict(id, persons), lines, wishes: [] }
}

/** A need of `hours` from a UTC text, on a line; its id says both. */
export function needAt(start: string, hours = 8, lineId = 'plain', number = 1): Need {
  const from = fromUtcText(start)
  const span = { start: from, end: from + hours * MINUTES_PER_HOUR }
  return {
    ...span,
    id: `${lineId}.${start}`,
    lineId,
    name: 'Vakt',
    date: toWall(from).date,
    number,
    pieces: [{ form: 'home', ...span }],
    paid: span,
    blockId: null,
  }
}

/** The whole of a need for one person. */
export function sliceOf(need: Need, personId: string): Slice {
  return {
    start: need.start,
    end: need.end,
    personId,
    positionId: null,
    origin: 'share',
    shadowing: false,
  }
}

export function cellOf(need: Need, personId: string): Cell {
  return { needId: need.id, seat: 0, slices: [sliceOf(need, personId)], locked: false, note: '' }
}

export function assignmentOf(
  need: Need,
  personId: string | null,
  revision: number,
  said: Partial<Assignment> = {},
): Assignment {
  const id = said.id ?? `${need.id}/${personId}/${revision}`
  return {
    ...sliceOf(need, personId ?? ''),
    personId,
    id,
    chainId: id,
    needId: need.id,
    seat: 0,
    revisionFrom: revision,
    revisionTo: null,
    sequence: 0,
    modifiedAt: fromUtcText('2026-12-01T12:00Z'),
    enteredBy: 'coordinator',
    reason: '',
    replaces: null,
    note: '',
    ...said,
  }
}

export function publicationOf(revision: number, said: Partial<Publication> = {}): Publication {
  return {
    revision,
    kind: 'publication',
    at: fromUtcText('2026-12-01T12:00Z'),
    by: 'coordinator',
    draftId: null,
    lineIds: ['plain'],
    from: '2027-01-04',
    to: '2027-07-05',
    reason: '',
    waivers: [],
    differences: [],
    ...said,
  }
}

export function changeOf(
  revision: number,
  open: readonly Assignment[],
  close: readonly string[] = [],
): TimelineChange {
  return { publication: publicationOf(revision), open, close }
}

/** Publishes on top of revision `change.publication.revision` − 1, entering the needs first. */
export function publish(
  db: Database,
  districtId: string,
  change: TimelineChange,
  needs: readonly Need[] = [],
): Promise<Written> {
  const expected = change.publication.revision - 1
  return writeAll(db, [
    ...needWrites(districtId, needs, 0),
    ...publicationWrites(districtId, expected, change),
  ])
}

/** Saves the district; throws when it is refused. */
export async function enter(db: Database, district: District): Promise<void> {
  const written = await writeAll(db, districtWrites(district, 0))
  if (written.kind === 'refused') throw new Error(`${district.id} was refused: ${written.constraint}`)
}
