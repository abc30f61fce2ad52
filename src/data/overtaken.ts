import { sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'

/**
 * That each place of a step holds what the step put there, so that it can be taken back; a base that a publication moved
 * does not count. A place that follows the timeline is overtaken when the timeline has moved since the draft's revision.
 */
export const notOvertaken = (districtId: DistrictId, draftId: string) => sql<boolean>`not exists (
  select 1 from draft_edit_change as put
    left join draft_cell as cell on cell.district_id = put.district_id and cell.draft_id = put.draft_id
      and cell.need_id = put.need_id and cell.seat = put.seat
    where put.district_id = ${districtId} and put.draft_id = ${draftId} and put.number = draft_edit.number
      and (coalesce(cell.slices, '[]') <> put.after -> 'slices'
        or coalesce(cell.locked, 0) <> put.after ->> 'locked'
        or coalesce(cell.note, '') <> put.after ->> 'note'
        or (json_remove(put.before, '$.base') = json_remove(put.after, '$.base')
          and cell.base is not put.after -> 'base')
        or (cell.slices = coalesce(cell.base -> 'slices', '[]') and exists (
          select 1 from assignment as held where held.district_id = ${districtId}
            and held.need_id = put.need_id and held.seat = put.seat
            and max(held.revision_from, coalesce(held.revision_to, 0)) > (
              select base_revision from draft where district_id = ${districtId} and id = ${draftId})))))`
