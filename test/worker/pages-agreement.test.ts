import { beforeEach, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import { PARAMETER_NAMES } from '../../src/core/rota/parameters.ts'
import * as words from '../../src/text/nb/agreement-words.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { showAgreement } from '../../src/usecases/show-agreement.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { countRows, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

const HOUR = 60
const OLD: AgreementEntry = {
  parameter: 'weeklyDutyMinutes',
  value: 40 * HOUR,
  from: '2026-09-01',
  to: null,
  status: 'adopted',
  source: 'Første vedtak',
  author: 'Kari Koordinator',
  decidedOn: '2026-08-15',
}

let world: World
let districtId: string
let address: string

const get = (path: string, ctx: Context = world.coordinator) => pagesAs(ctx).request(path)

async function post(
  fields: Readonly<Record<string, string>>,
  path = address,
  ctx: Context = world.coordinator,
) {
  const answer = await pagesAs(ctx).request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, location: answer.headers.get('Location'), page: await answer.text() }
}

const NEW = {
  'value.h': '20',
  'value.m': '',
  status: 'adopted',
  from: '2027-01-04',
  source: 'Legevaktutvalget, sak 4/26',
  decidedOn: '2026-11-20',
}

const { status, from, source, decidedOn } = NEW
const DECIDED = { status, from, source, decidedOn }

/** The fields that a page sends along, as a browser without script would. */
function hiddenIn(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

const entries = async () => unwrap(await showAgreement(world.coordinator, { districtId })).district.agreement

async function draftWithTwoNights() {
  const opened = await openDraft(world.coordinator, {
    districtId,
    name: 'Vinter',
    from: '2027-01-04',
    to: '2027-01-18',
    lineIds: [world.lineId],
  })
  const { draftId } = unwrap(opened)
  for (const date of ['2027-01-11', '2027-01-13']) {
    const cell = { needId: `${world.lineId}.${date}.n`, seat: 0 }
    const change = { kind: 'assign', cell, personId: world.people[0] as string } as const
    unwrap(await editDraft(world.coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
}

beforeEach(async () => {
  world = await makeWorld((district) => ({ ...district, agreement: [OLD] }))
  districtId = world.district.id
  address = paths.agreementValue(districtId, 'weeklyDutyMinutes')
})

describe('the page of the agreement', () => {
  it('names every value in plain words, with the one that holds and where it comes from', async () => {
    const answer = await get(paths.agreement(districtId))
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(PARAMETER_NAMES.filter((name) => !page.includes(`>${words.names[name]}</a>`))).toEqual([])
    expect(page).toContain('<b>40 t</b>')
    expect(page).toContain('Fra 1. september 2026. Første vedtak. Skrevet inn av Kari Koordinator.')
    expect(page).toMatch(/regler sjekkes ikke/)
    expect(page).toContain('ikke satt: sjekkes ikke')
    expect(page).not.toMatch(/undefined|NaN|\[object/)
  })

  it('is open to doctors and to the municipality, without anything to change', async () => {
    for (const ctx of [world.doctor, world.reader, world.unionRepresentative]) {
      expect((await get(paths.agreement(districtId), ctx)).status).toBe(200)
      const page = await (await get(address, ctx)).text()
      expect(page).toContain('Kari Koordinator')
      expect(page).not.toContain('<form method="post" class="stack">')
    }
    expect((await get(paths.agreement(districtId), world.otherCoordinator)).status).toBe(404)
    expect((await get(paths.agreement(districtId), world.nobody)).status).toBe(303)
  })

  it.each(PARAMETER_NAMES)('has a page of its own for %s', async (name) => {
    const answer = await get(paths.agreementValue(districtId, name))
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain(words.effects[name])
    expect(page).not.toMatch(/undefined|NaN|\[object/)
  })

  it('starts the form on the default where nothing else is set', async () => {
    const page = await (await get(paths.agreementValue(districtId, 'officeDayAfterNight'))).text()
    expect(page).toMatch(/id="f-value.home"[^>]*checked/)
    expect(page).not.toMatch(/id="f-value.backup"[^>]*checked/)
  })

  it('knows no value by another name', async () => {
    expect((await get(paths.agreementValue(districtId, 'constructor'))).status).toBe(404)
    expect((await post(NEW, paths.agreementValue(districtId, 'toString'))).status).toBe(404)
  })
})

describe('a new value, entered without script', () => {
  it('is shown with what it would break, and stored only when that is confirmed', async () => {
    await draftWithTwoNights()
    const before = await countRows('agreement_entry', 'audit')
    const seen = await post(NEW)
    expect(seen.status).toBe(200)
    expect(seen.page).toContain('Ingenting er lagret ennå')
    expect(seen.page).toMatch(/Utkastet «Vinter»/)
    expect(seen.page).toContain('Med 20 t er 1 uke til utenfor grensen, hos 1 lege.')
    expect(seen.page).toContain('uke 2')
    expect(await countRows('agreement_entry', 'audit')).toEqual(before)
    const saved = await post({ ...hiddenIn(seen.page), step: 'save' })
    expect([saved.status, saved.location]).toEqual([303, `${address}?done=value-adopted`])
    expect((await entries()).map(({ value, from, to }) => [value, from, to])).toEqual([
      [40 * HOUR, '2026-09-01', '2027-01-04'],
      [20 * HOUR, '2027-01-04', null],
    ])
  })

  it('comes back to the form as it was entered', async () => {
    const seen = await post(NEW)
    const again = await post({ ...hiddenIn(seen.page), step: 'edit' })
    expect(again.page).toContain('value="Legevaktutvalget, sak 4/26"')
    expect(again.page).toMatch(/name="value\.h"[^>]*value="20"/)
  })

  it('that is refused keeps what was typed, says why at its field, and stores nothing', async () => {
    const before = await countRows('agreement_entry', 'audit')
    const refused = await post({ ...NEW, 'value.h': '169', from: '2026-09-01', source: '' })
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('Verdien er utenfor det som er lov')
    expect(refused.page).toContain('En annen verdi gjelder fra 1. september 2026')
    expect(refused.page).toContain('id="f-source-problem"')
    expect(refused.page).toMatch(/name="value\.h"[^>]*value="169"/)
    expect(refused.page).toContain('href="#f-value"')
    expect(refused.page).toContain('id="f-value"')
    expect(await countRows('agreement_entry', 'audit')).toEqual(before)
  })

  it('with sixty minutes beside its hours is refused at the minutes', async () => {
    const before = await countRows('agreement_entry', 'audit')
    const refused = await post({ ...NEW, 'value.h': '56', 'value.m': '60' })
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('Skriv minutter fra 0 til 59')
    expect(refused.page).toMatch(/name="value\.m"[^>]*value="60"[^>]*aria-invalid="true"/)
    expect(await countRows('agreement_entry', 'audit')).toEqual(before)
  })

  it('with a character that hides is refused at its field', async () => {
    const refused = await post({ ...NEW, source: 'Sak\u202e4' })
    expect([refused.status, refused.page.includes('U+202E')]).toEqual([422, true])
  })

  it('that says nothing new is told so', async () => {
    const same = { ...NEW, 'value.h': '40', source: OLD.source, decidedOn: '2026-08-15' }
    const refused = await post(same)
    expect([refused.status, refused.page.includes('Denne verdien gjelder alt')]).toEqual([409, true])
  })

  it('seen before somebody else changed it is shown anew and not stored', async () => {
    const seen = await post(NEW)
    const other = await post({ ...NEW, 'value.h': '30', from: '2027-01-02' })
    await post({ ...hiddenIn(other.page), step: 'save' })
    const late = await post({ ...hiddenIn(seen.page), step: 'save' })
    expect(late.status).toBe(409)
    expect(late.page).toContain('Avtalen er endret av noen andre')
    expect(await entries()).toHaveLength(2)
  })

  it('is filled in by a preset, which holds nothing by itself', async () => {
    const place = paths.agreementValue(districtId, 'averageUnderAct')
    const before = await countRows('agreement_entry')
    const filled = await post({ from: '2027-01-04', source: 'Sak 5', preset: '2' }, place)
    expect(filled.status).toBe(200)
    expect(filled.page).toMatch(/name="value\.0\.minutes\.h"[^>]*value="48"/)
    expect(filled.page).toMatch(/name="value\.1\.weeks"[^>]*value="52"/)
    expect(filled.page).toContain('value="Sak 5"')
    expect(await countRows('agreement_entry')).toEqual(before)
  })

  it('of the builder’s weights is chosen in steps or given as a number, and a zero is refused at its own field', async () => {
    const place = paths.agreementValue(districtId, 'builderWeights')
    const own = { 'value.spacing.step': 'own', 'value.spacing': '1,5' }
    const wanted = { ...own, 'value.wishes.step': '4', 'value.wishes': '', ...DECIDED }
    for (const wrong of ['0', '-1', '10,1', 'mye']) {
      const refused = await post({ ...wanted, 'value.spacing': wrong }, place)
      expect([refused.status, wrong]).toEqual([422, wrong])
      expect(refused.page).toMatch(
        new RegExp(`name="value\\.spacing"[^>]*value="${wrong}"[^>]*aria-invalid="true"`),
      )
    }
    const seen = await post(wanted, place)
    expect(seen.page).toContain('ønsker 4; god tid mellom vaktene 1,5; ellers som vanlig')
    await post({ ...hiddenIn(seen.page), step: 'save' }, place)
    expect((await entries()).at(-1)?.value).toEqual({ wishes: 4, spacing: 1.5 })
    const again = await (await get(place)).text()
    expect(again).toMatch(/<option value="4" selected=""/)
    expect(again).toMatch(/name="value\.spacing"[^>]*value="1,5"/)
  })

  it('is refused to a doctor as a page that is not there', async () => {
    expect((await post(NEW, address, world.doctor)).status).toBe(404)
    expect((await post({ ...NEW, step: 'save', stamp: 'x' }, address, world.reader)).status).toBe(404)
    expect(await entries()).toEqual([OLD])
  })
})

describe('the end of a value', () => {
  it('is shown, confirmed and kept in the history, from where the value can be used again', async () => {
    const seen = await post({ end: 'adopted', to: '2027-01-04' })
    expect(seen.page).toContain('ikke satt')
    const saved = await post({ ...hiddenIn(seen.page), step: 'save' })
    expect(saved.location).toBe(`${address}?done=value-ended`)
    expect((await entries())[0]?.to).toBe('2027-01-04')
    const copied = await (await get(`${address}?copy=0`)).text()
    expect(copied).toMatch(/name="value\.h"[^>]*value="40"/)
  })

  it('before its start is refused at its field', async () => {
    const refused = await post({ end: 'adopted', to: '2026-08-01' })
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('Slutten må komme etter starten')
    expect(refused.page).toMatch(/name="value\.h"[^>]*value="40"/)
    expect(await entries()).toEqual([OLD])
  })
})
