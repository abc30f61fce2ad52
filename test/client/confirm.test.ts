import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { confirmerOf } from '../../src/client/board/confirm.ts'
import { judgeOf } from '../../src/client/board/judge.ts'
import { boardModel } from '../../src/client/board/model.ts'
import { fromFactsJson, toFactsJson } from '../../src/core/plans/board-facts.ts'
import type { DraftCell } from '../../src/core/rota/draft.ts'
import { filledExample } from '../support/filled-example.ts'

/** Longer than hands rest. */
const REST = 1000

describe('what the page found, held against the server', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is confirmed only once it is known who is right', async () => {
    const rota = filledExample('fjordane', '2027-01-04', 2)
    const cells = new Map<string, DraftCell>(
      [...rota.cells].map(([key, cell]) => [key, { ...cell, edit: 1 }]),
    )
    const lineIds = rota.district.lines.map((line) => line.id)
    const told = { accountId: 'one', edits: 1, status: 'draft', revision: 1, lineIds } as const
    const facts = toFactsJson({ ...told, rota: { ...rota, cells }, cells })
    const model = boardModel(fromFactsJson(JSON.parse(JSON.stringify(facts))))
    const judge = judgeOf(model.facts.rota)
    let hasFacts = false
    // The server found something else, and can't at first say what it judged by.
    vi.stubGlobal('fetch', async (address: string) => {
      if (address.includes('/verdict')) return Response.json({ edits: 1, revision: 1, violations: [] })
      return hasFacts ? Response.json(facts) : new Response(null, { status: 503 })
    })
    const dataset: Record<string, string> = { district: 'fjordane', draft: 'd' }
    const said: string[] = []
    const confirmer = confirmerOf({ frame: { dataset }, model }, () => judge, {
      replace: () => {},
      said: (kind) => said.push(kind),
    })
    confirmer.soon()
    await vi.advanceTimersByTimeAsync(REST)
    expect(dataset.judged).toBeUndefined()
    hasFacts = true
    await vi.advanceTimersByTimeAsync(REST)
    expect(dataset.judged).toBe('1')
    expect(said).toEqual(['differs'])
  })
})
