import { type BoardFacts, type BoardFactsJson, fromFactsJson } from '../../core/plans/board-facts.ts'

/** What the server knows of the draft that a board shows. @throws where it cannot be had. */
export async function fetchFacts({ dataset }: HTMLElement): Promise<BoardFacts> {
  const path = `/api/districts/${dataset.district}/drafts/${dataset.draft}/facts`
  const answer = await fetch(path, { headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  const json: BoardFactsJson = await answer.json()
  return fromFactsJson(json)
}
