import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import { runBuild } from '../../src/jobs/build-loop.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { contextOf, makeActor, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

let world: World
let districtId: string
let draftId: string

/** The need of the only line on a date. */
const needOn = (date: string) => `${world.lineId}.${date}.n`

const get = (address: string, ctx: Context = world.coordinator) => pagesAs(ctx).request(address)

type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[]

function post(address: string, fields: Fields, ctx: Context = world.coordinator) {
  const body = new URLSearchParams(Array.isArray(fields) ? fields.map((pair) => [...pair]) : { ...fields })
  return pagesAs(ctx).request(address, { method: 'POST', body })
}

/** The last doctor breaks a rule that can be waived, whatever duty it takes. */
function withoutCourses(doctor: Doctor, index: number): Doctor {
  return index === 3 ? { ...doctor, competences: [] } : doctor
}

beforeAll(async () => {
  world = await makeWorld((district) => ({ ...district, doctors: district.doctors.map(withoutCourses) }))
  districtId = world.district.id
  const period = { from: '2027-01-04', to: '2027-01-18' }
  const opened = await openDraft(world.coordinator, {
    districtId,
    name: 'Januar',
    ...period,
    lineIds: [world.lineId],
  })
  draftId = unwrap(opened).draftId
  const [a = '', b = ''] = world.people
  for (const [date, personId] of [
    ['2027-01-04', a],
    ['2027-01-05', b],
  ] as const) {
    const change = { kind: 'assign', cell: { needId: needOn(date), seat: 0 }, personId } as const
    unwrap(await editDraft(world.coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
})

describe('a refused form', () => {
  it('of a new plan keeps what was typed and says what is wrong at its field', async () => {
    const fields = [
      ['name', ''],
      ['from', '2027-03-01'],
      ['to', '2027-02-01'],
      ['line', world.lineId],
    ] as const
    const answer = await post(paths.newDraft(districtId), fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="2027-03-01"')
    expect(page).toContain('id="f-name-problem"')
    expect(page).toContain('Fyll ut feltet')
    expect(page).toContain('aria-invalid="true"')
  })

  it('of a plan that is too long is refused by the use case at its field', async () => {
    const fields = { name: 'Lang', from: '2027-01-04', to: '2029-01-04', line: world.lineId }
    const answer = await post(paths.newDraft(districtId), fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('høyst 54 uker')
  })

  it('of a wish keeps the doctor, the dates and the choice', async () => {
    const [personId = ''] = world.people
    const fields = { personId, from: '2027-02-30', to: '2027-03-02', stance: 'cannot', weight: '3' }
    const answer = await post(paths.newWish(districtId), fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('id="f-from-problem"')
    expect(page).toContain('2027-02-30')
    expect(page).toMatch(/<option value="cannot" selected/)
    expect(page).toMatch(new RegExp(`<option value="${personId}" selected`))
  })

  it('of sign-in keeps the address', async () => {
    const answer = await post(paths.signIn, { email: 'kari uten krøllalfa' }, world.nobody)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="kari uten krøllalfa"')
  })

  it('of a calendar link keeps the label', async () => {
    const answer = await post(paths.myCalendar, { label: 'x'.repeat(61) }, world.doctor)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`value="${'x'.repeat(61)}"`)
  })

  it('of a district file names path and value, and keeps the file', async () => {
    const answer = await post(
      paths.importDistrict,
      { text: '{"version":1,"district":{"surprise":1}}' },
      world.administrator,
    )
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('district.surprise')
    expect(page).toContain('Ingenting er lagret')
    expect(page).toContain('surprise&quot;')
  })

  it('of part of a duty keeps its times', async () => {
    const cell = `${needOn('2027-01-04')}#0`
    const fields = {
      change: 'part',
      cell,
      personId: world.people[1] as string,
      start: '2027-01-04T20:00',
      end: 'sent',
    }
    const answer = await post(paths.editDraft(districtId, draftId), fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="2027-01-04T20:00"')
    expect(page).toContain('value="sent"')
  })
})

describe('an edit of a draft', () => {
  const cellOf = (date: string) => `${needOn(date)}#0`

  it('leads back to the same weeks, the same view and the open panel', async () => {
    const fields = {
      change: 'assign',
      cell: cellOf('2027-01-06'),
      personId: world.people[2] as string,
      'board-from': '2027-01-04',
      'board-view': 'lines',
    }
    const answer = await post(paths.editDraft(districtId, draftId), fields)
    expect(answer.status).toBe(303)
    const next = new URL(answer.headers.get('Location') ?? '', 'http://localhost')
    expect(Object.fromEntries(next.searchParams)).toEqual({
      from: '2027-01-04',
      view: 'lines',
      cell: cellOf('2027-01-06'),
      done: 'edited',
    })
    const page = await (await get(`${next.pathname}${next.search}`)).text()
    expect(page).toContain('Endringen er lagret i utkastet.')
    expect(page).toContain('Angre: sette lege på vakt')
  })

  it('made on a place that somebody has changed since is refused in place', async () => {
    const fields = { change: 'clear', cell: cellOf('2027-01-06'), seen: '1' }
    const answer = await post(paths.editDraft(districtId, draftId), fields)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Noen andre har endret denne vakta')
  })

  it('pressed twice is taken back once', async () => {
    const draft = paths.draft(districtId, draftId)
    const stepOn = async () => /name="step" value="(\d+)"/.exec(await (await get(draft)).text())?.[1] ?? ''
    const fields = { change: 'assign', cell: cellOf('2027-01-08'), personId: world.people[2] as string }
    await post(paths.editDraft(districtId, draftId), fields)
    const step = await stepOn()
    expect((await post(paths.undoEdit(districtId, draftId), { step })).headers.get('Location')).toContain(
      'undone',
    )
    const before = await stepOn()
    const again = await post(paths.undoEdit(districtId, draftId), { step })
    expect([again.status, again.headers.get('Location')]).toEqual([303, draft])
    expect(await stepOn()).toBe(before)
  })

  it('of a locked place offers to unlock it and no doctors', async () => {
    const cell = cellOf('2027-01-05')
    const pageOf = async () =>
      (await get(`${paths.draft(districtId, draftId)}?cell=${encodeURIComponent(cell)}`)).text()
    expect(await pageOf()).toContain('Hvem kan ta vakta?')
    await post(paths.editDraft(districtId, draftId), { change: 'note', cell, note: 'Avtalt' })
    await post(paths.editDraft(districtId, draftId), { change: 'lock', cell })
    const page = await pageOf()
    expect(page).toContain('Lås opp')
    expect(page).toContain('Avtalt')
    expect(page).not.toContain('Hvem kan ta vakta?')
    expect(page).not.toContain('Tøm vakta')
    await post(paths.editDraft(districtId, draftId), { change: 'unlock', cell })
    await post(paths.editDraft(districtId, draftId), { change: 'note', cell, note: '' })
  })

  it('by a build is taken back only when it is named', async () => {
    const opened = await openDraft(world.coordinator, {
      districtId,
      name: 'Mars',
      from: '2027-03-01',
      to: '2027-03-08',
      lineIds: [world.lineId],
    })
    const own = unwrap(opened).draftId
    const started = await post(paths.startBuild(districtId, own), {})
    const buildPath = started.headers.get('Location') ?? ''
    const ctx = await contextOf({ kind: 'job', name: 'build' })
    await runBuild(
      () => ctx,
      buildPath.split('/').at(-1) ?? '',
      async () => {},
    )
    const result = await (await get(buildPath)).text()
    expect(result).toContain('Alle vakter har fått lege')
    expect(result).not.toContain('Byggingen fylte bare de ledige vaktene')
    expect(result).toContain('Netter mot rettferdig andel')
    const draft = await (await get(paths.draft(districtId, own))).text()
    expect(draft).toContain('Angre hele byggingen')
    expect(draft).toContain('Bygg alt på nytt')
    expect(draft).toContain('Rett med få endringer')
    expect(draft).not.toContain('Bygg vaktlista</button>')
    const step = /name="step" value="(\d+)"/.exec(draft)?.[1] ?? ''
    const undo = async (fields: Fields) =>
      (await post(paths.undoEdit(districtId, own), fields)).headers.get('Location')
    expect(await undo({})).not.toContain('undone')
    expect(await undo({ step })).toContain('undone')
    expect(await (await get(paths.draft(districtId, own))).text()).toContain('Bygg vaktlista</button>')
  })

  it('is taken back by one press', async () => {
    const fields = { step: await stepOn(draftId, 'undo'), 'board-from': '2027-01-04' }
    const answer = await post(paths.undoEdit(districtId, draftId), fields)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toContain('done=undone')
  })

  it('of a part gives the rest back to whoever held it', async () => {
    const [, b = ''] = world.people
    const fields = {
      change: 'part',
      cell: cellOf('2027-01-04'),
      personId: b,
      start: '2027-01-04T20:00',
      end: '2027-01-04T23:00',
      'board-from': '2027-01-04',
    }
    expect((await post(paths.editDraft(districtId, draftId), fields)).status).toBe(303)
    const page = await (
      await get(`${paths.draft(districtId, draftId)}?cell=${encodeURIComponent(cellOf('2027-01-04'))}`)
    ).text()
    expect(page).toContain('16:00–20:00')
    expect(page).toContain('20:00–23:00')
    expect(page).toContain('23:00–08:00')
    expect((await post(paths.undoEdit(districtId, draftId), {})).headers.get('Location')).not.toContain(
      'undone',
    )
    const step = await stepOn(draftId, 'undo')
    const undone = await post(paths.undoEdit(districtId, draftId), { step })
    expect(undone.headers.get('Location')).toContain('done=undone')
  })

  it('that was taken back is brought again by the button beside, named by what it was', async () => {
    const step = await stepOn(draftId, 'redo')
    const page = await (await get(paths.draft(districtId, draftId))).text()
    expect(page).toContain('Gjør om: dele vakt')
    const redone = await post(paths.redoEdit(districtId, draftId), { step })
    expect(redone.headers.get('Location')).toContain('done=redone')
    const after = await (await get(paths.draft(districtId, draftId))).text()
    expect(after).toContain('Angre: dele vakt')
    expect(after).not.toContain(`action="${paths.redoEdit(districtId, draftId)}"`)
    const again = await post(paths.redoEdit(districtId, draftId), { step })
    expect(again.headers.get('Location')).not.toContain('redone')
  })

  it('that somebody else has changed is not taken back, and says who and which duty', async () => {
    const role = { scopeKind: 'district', scopeId: districtId, role: 'coordinator' } as const
    const colleague = await contextOf(await makeActor([role], world.people[2]))
    const cell = cellOf('2027-01-14')
    const own = { change: 'assign', cell, personId: world.people[0] as string }
    expect((await post(paths.editDraft(districtId, draftId), own)).status).toBe(303)
    const step = await stepOn(draftId, 'undo')
    const theirs = { change: 'assign', cell, personId: world.people[1] as string }
    const body = new URLSearchParams(theirs)
    await pagesAs(colleague).request(paths.editDraft(districtId, draftId), { method: 'POST', body })
    const answer = await post(paths.undoEdit(districtId, draftId), { step })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toMatch(
      /Endringen din kan ikke angres: Lege C.* har endret .*14\. jan.* siden/,
    )
    expect(Number(await stepOn(draftId, 'undo'))).toBeLessThan(Number(step))
    const back = await pagesAs(colleague).request(paths.undoEdit(districtId, draftId), {
      method: 'POST',
      body: new URLSearchParams({ step: String(Number(step) + 1) }),
    })
    expect(back.headers.get('Location')).toContain('undone')
    expect(await stepOn(draftId, 'undo')).toBe(step)
    expect((await post(paths.undoEdit(districtId, draftId), { step })).headers.get('Location')).toContain(
      'undone',
    )
  })
})

/** The step that the page's button is for. */
async function stepOn(draftId: string, kind: 'undo' | 'redo'): Promise<string> {
  const page = await (await get(paths.draft(districtId, draftId))).text()
  const action = paths[`${kind}Edit`](districtId, draftId)
  return new RegExp(`action="${action}".*?name="step" value="(\\d+)"`, 's').exec(page)?.[1] ?? ''
}

describe('what was done', () => {
  it('is told by a sentence of our own, never by the text in the address', async () => {
    const page = await (await get(`${paths.wishes(districtId)}?done=%3Cscript%3Ealert(1)`)).text()
    expect(page).not.toContain('alert(1)')
    expect(page).not.toContain('role="status"')
    expect(await (await get(`${paths.wishes(districtId)}?done=toString`)).text()).not.toContain(
      'role="status"',
    )
  })
})

describe('publishing and amending', () => {
  it('refuses a publication of a rota that has moved, on the page it came from', async () => {
    const answer = await post(paths.publish(districtId, draftId), { revision: '99', reason: 'Vinterplan' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Vaktlista er endret av noen andre')
    expect(page).toContain('value="Vinterplan"')
  })

  it('shows a draft that somebody has edited since again, and sends nothing out', async () => {
    const address = paths.publish(districtId, draftId)
    const seenOn = (page: string) => /name="seen-edits" value="(\d+)"/.exec(page)?.[1] ?? ''
    const before = await (await get(address)).text()
    const revision = /name="revision" value="(\d+)"/.exec(before)?.[1] ?? ''
    const late = { change: 'assign', cell: `${needOn('2027-01-15')}#0`, personId: world.people[1] as string }
    expect((await post(paths.editDraft(districtId, draftId), late)).status).toBe(303)
    for (const seen of [seenOn(before), '', '1e3']) {
      const answer = await post(address, { revision, 'seen-edits': seen, reason: 'Vinterplan' })
      const page = await answer.text()
      expect(answer.status).toBe(409)
      expect(page).toContain('Utkastet er endret siden du åpnet siden. Ingenting er publisert.')
      expect(page).toContain('value="Vinterplan"')
      expect(seenOn(page)).toBe(String(Number(seenOn(before)) + 1))
    }
    expect(await (await get(paths.revisions(districtId))).text()).toContain('Ingenting er publisert ennå')
  })

  it('publishes, and amends one duty by person and reason', async () => {
    const part = { districtId, draftId, lineIds: null, from: null, to: null }
    const { revision, edits } = unwrap(await previewPublication(world.coordinator, part))
    const published = await post(paths.publish(districtId, draftId), {
      revision: String(revision),
      'seen-edits': String(edits),
      reason: '',
    })
    expect(published.status).toBe(303)
    const needId = needOn('2027-01-04')
    const [, , third = ''] = world.people
    const page = await (await get(paths.duty(districtId, needId, 0))).text()
    expect(page).toContain(`value="${third}"`)
    const seen = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
    const fields = { person: third, origin: 'sick-cover', revision: seen, note: 'ringt kl. 22' }
    const answer = await post(paths.amendDuty(districtId, needId, 0), fields)
    expect(answer.status).toBe(303)
    const duty = unwrap(await showDuty(world.coordinator, { districtId, needId }))
    expect(duty.seats[0]?.assignments).toMatchObject([{ personId: third, origin: 'sick-cover' }])
    expect(duty.seats[0]?.assignments[0]?.reason).toBe('Dekker fravær: ringt kl. 22')
  })

  it('asks for person and reason at their fields, and keeps the note', async () => {
    const fields = { revision: '1', note: 'ringt kl. 22' }
    const answer = await post(paths.amendDuty(districtId, needOn('2027-01-04'), 0), fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Velg hvem som skal ha vakta')
    expect(page).toContain('Velg hvorfor vakta endres')
    expect(page).toContain('value="ringt kl. 22"')
  })

  it('shows what an amendment would break, and goes on when that is accepted', async () => {
    const needId = needOn('2027-01-05')
    const address = paths.amendDuty(districtId, needId, 0)
    const { revision } = unwrap(await showDuty(world.coordinator, { districtId, needId }))
    const fields = {
      person: world.people[3] as string,
      origin: 'locum',
      revision: String(revision),
      note: '',
    }
    const refused = await post(address, fields)
    const page = await refused.text()
    expect(refused.status).toBe(409)
    expect(page).toContain('mangler kurs')
    expect(page).toContain('name="waives"')
    expect(page).toMatch(new RegExp(`value="${world.people[3]}" checked`))
    expect((await post(address, { ...fields, waives: 'yes' })).status).toBe(303)
  })

  it('is refused on a rota that has moved', async () => {
    const [a = ''] = world.people
    const needId = needOn('2027-01-06')
    const answer = await post(paths.amendDuty(districtId, needId, 0), {
      person: a,
      origin: 'swap',
      revision: '0',
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Vaktlista er endret av noen andre')
  })
})

describe('secrets', () => {
  it('of a calendar link are shown once and nowhere after', async () => {
    const made = await (await post(paths.myCalendar, { label: 'min telefon' }, world.doctor)).text()
    const url = />\s*(http[^<\s]*\.ics)/.exec(made)?.[1] ?? ''
    expect(url).not.toBe('')
    const later = await (await get(paths.myCalendar, world.doctor)).text()
    expect(later).toContain('min telefon')
    expect(later).not.toContain(url)
  })

  it('of an invitation open a session of the doctor’s own', async () => {
    const [, personId = ''] = world.people
    const page = await (await post(paths.inviteDoctor(districtId, personId), {})).text()
    const link = new URL(/>\s*(http[^<\s]*\/sign-in\/[\w-]+)/.exec(page)?.[1] ?? 'http://none')
    const shown = await get(link.pathname, world.nobody)
    expect(shown.status).toBe(200)
    const used = await post(link.pathname, {}, world.nobody)
    expect(used.status).toBe(303)
    expect(used.headers.get('Set-Cookie')).toMatch(/^session=[\w-]{43};.*HttpOnly.*SameSite=Lax/)
    const again = await post(link.pathname, {}, world.nobody)
    expect(again.status).toBe(404)
    expect(await again.text()).toContain('Lenken virker ikke lenger')
  })
})
