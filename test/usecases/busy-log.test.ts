import { expect, it } from 'vitest'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import { answerTo } from '../support/every-answer.ts'
import { pagesAs } from '../support/pages-as.ts'
import { PlanWorld, refusalOf } from '../support/plan-world.ts'

it('is told in words, with nothing written, when others come first in the log again and again', async () => {
  const world = await PlanWorld.make()
  const { ctx, districtId } = world
  await ctx.db.d1
    .prepare(
      "create trigger always_moved before insert on audit begin select raise(abort, 'audit-moved'); end",
    )
    .run()
  const note = { districtId, date: '2027-01-05', text: 'Møte', seen: '' }
  expect(refusalOf(await saveDayNote(ctx, note))).toBe('busy')
  const { results } = await ctx.db.d1.prepare('select * from day_note').all()
  expect(results).toEqual([])
  const body = new URLSearchParams({ date: note.date, text: note.text, 'seen-date': note.date, seen: '' })
  const path = `/districts/${districtId}/day-notes`
  const answer = await pagesAs(ctx).fetch(new Request(`http://localhost${path}`, { method: 'POST', body }))
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '1'])
  expect(await answer.text()).toContain('Prøv igjen')
  expect((await answerTo(ctx, `/districts/${districtId}`)).slice(0, 3)).toBe('200')
})
