import { beforeAll, describe, expect, it } from 'vitest'
import { toXlsxFile } from '../../src/exchange/sheets/xlsx-file.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { showDoctors } from '../../src/usecases/show-doctors.ts'
import { showWishes } from '../../src/usecases/show-wishes.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { makeWorld, unwrap, type World } from '../support/use-case-world.ts'
import { workbook } from '../support/workbook.ts'

let world: World
let districtId: string
let draftId: string

beforeAll(async () => {
  world = await makeWorld()
  districtId = world.district.id
  const days = { from: '2027-03-22', to: '2027-04-05' }
  const draft = { districtId, name: 'Påske', ...days, lineIds: [world.lineId] }
  draftId = unwrap(await openDraft(world.coordinator, draft)).draftId
})

type Fields = Readonly<Record<string, string | File>>

async function send(path: string, fields: Fields, ctx = world.coordinator) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return pagesAs(ctx).request(path, { method: 'POST', body })
}

/** The hidden fields that a page gives back, as the browser would send them with the button that stores. */
function carried(html: string): Fields {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries([
    ...hidden.map(([, name = '', value = '']) => [name, value] as const),
    ['do', 'store'],
  ])
}

async function counted(): Promise<readonly number[]> {
  const tables = ['draft_cell', 'draft_edit', 'wish', 'absence', 'doctor', 'person', 'exemption'] as const
  return Promise.all(
    tables.map(
      async (table) => (await world.coordinator.db.k.selectFrom(table).selectAll().execute()).length,
    ),
  )
}

const rotaPath = () => paths.pasteRota(districtId, draftId)

describe('a rota from a spreadsheet', () => {
  const text = 'Dato\tH1\n22.3.\tD1\n23.3.\tD2 til 20\n28.3.\tD1, D2 fra 04'

  it('is shown first, stored when confirmed as one step, and taken back by one undo', async () => {
    const before = await counted()
    const shown = await send(rotaPath(), { text })
    const html = await shown.text()
    expect([shown.status, await counted()]).toEqual([200, before])
    expect(html).toContain('Legg 3 vakter i utkastet')
    const stored = await send(rotaPath(), { text, ...carried(html) })
    expect([stored.status, stored.headers.get('Location')]).toEqual([
      303,
      `${paths.draft(districtId, draftId)}?done=rota-pasted`,
    ])
    const edits = await world.coordinator.db.k
      .selectFrom('draft_edit')
      .selectAll()
      .where('draft_id', '=', draftId)
      .execute()
    expect(edits.map(({ kind }) => kind)).toEqual(['paste'])
    unwrap(await undoEdit(world.coordinator, { districtId, draftId }))
    const again = await send(rotaPath(), { text })
    expect(await again.text()).toContain('Legg 3 vakter i utkastet')
  })

  it('that was changed after it was shown is shown again and not stored', async () => {
    const html = await (await send(rotaPath(), { text })).text()
    const before = await counted()
    const answer = await send(rotaPath(), { ...carried(html), text: text.replace('22.3.\tD1', '22.3.\tD2') })
    expect([answer.status, await counted()]).toEqual([200, before])
  })

  it('asks who a name is, and the answer travels to the confirmation', async () => {
    const strange = 'Dato\tH1\n22.3.\tTuri'
    const asked = await send(rotaPath(), { text: strange })
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('«Turi»')
    const told = await send(rotaPath(), { text: strange, name: 'Turi', who: world.people[1] as string })
    expect(await told.text()).toContain('Legg 1 vakt i utkastet')
  })

  it('is read from a workbook in the Worker, also a large one', async () => {
    const rows = Array.from({ length: 1500 }, (_, row) => ['', `Merknad ${row}`, '', '', '', '', '', ''])
    rows[0] = ['2027-03-22', 'D1', '', '', '', '', '', '']
    const bytes = await toXlsxFile({ name: 'H1', heads: ['Dato', 'H1', '', '', '', '', '', ''], rows })
    const file = new File([bytes], 'vaktliste.xlsx')
    expect(await (await send(rotaPath(), { file })).text()).toContain('Legg 1 vakt i utkastet')
  })
})

describe('bad files', () => {
  it.each([
    [
      'a macro workbook',
      async () => workbook({ extra: [['xl/vbaProject.bin', 'x']] }),
      'a.xlsx',
      422,
      'har makroer',
    ],
    [
      'the old format',
      async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'a.xls',
      422,
      'gamle Excel-formatet',
    ],
    ['a bomb', async () => workbook({ cells: ' '.repeat(40_000_000) }), 'a.xlsx', 422, 'pakker ut mye mer'],
    ['3 MB', async () => new Uint8Array(3_000_000), 'a.xlsx', 422, 'for stor'],
    ['10 MB', async () => new Uint8Array(10_000_000), 'a.xlsx', 413, 'for stort'],
    [
      'a formula without an answer',
      async () =>
        workbook({
          cells:
            '<row r="1"><c r="A1" t="inlineStr"><is><t>Dato</t></is></c><c r="B1" t="inlineStr"><is><t>H1</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>22.3.</t></is></c><c r="B2"><f>A1</f></c></row>',
        }),
      'a.xlsx',
      422,
      '<b>B2</b>: Cellen har en formel uten svar',
    ],
  ] as const)(
    'of %s are refused in a sentence, and nothing is stored',
    async (_, make, name, status, sentence) => {
      const file = new File([(await make()) as Uint8Array<ArrayBuffer>], name)
      const before = await counted()
      for (const path of [
        rotaPath(),
        paths.pasteWishes(districtId),
        paths.pasteAbsences(districtId),
        paths.pasteDoctors(districtId),
      ]) {
        const isFormulaElsewhere = sentence.includes('formel') && path !== rotaPath()
        const answer = await send(path, { file, do: 'store' })
        expect([path, answer.status]).toEqual([path, status])
        const html = await answer.text()
        if (!isFormulaElsewhere || html.includes('B2')) expect(html).toContain(sentence)
      }
      expect(await counted()).toEqual(before)
    },
  )

  it('of signs that mean something elsewhere are refused by cell', async () => {
    const before = await counted()
    const rows = [
      '__proto__\tconstructor',
      '=1+1\t2027-03-22',
      'a\u0000b\t2027-03-22',
      '\u202eD1\t2027-03-22',
      '<b>x</b>\t22.3.',
    ]
    for (const path of [
      rotaPath(),
      paths.pasteWishes(districtId),
      paths.pasteAbsences(districtId),
      paths.pasteDoctors(districtId),
    ]) {
      const answer = await send(path, { text: rows.join('\n'), do: 'store', seen: 'x' })
      expect([path, answer.status]).toEqual([path, 422])
      expect(await answer.text()).not.toContain('<b>x</b>')
    }
    expect(await counted()).toEqual(before)
  })
})

describe('lists from a spreadsheet', () => {
  it('of wishes over 1000 rows are told as too many, or stored in one batch', async () => {
    const row = (index: number) =>
      `D1\t${new Date(Date.UTC(2027, 0, 1) + index * 86_400_000).toISOString().slice(0, 10)}\t\tkan ikke`
    const many = Array.from({ length: 2001 }, (_, index) => row(index)).join('\n')
    const told = await (await send(paths.pasteWishes(districtId), { text: many })).text()
    expect(/Arket har (\S+) linjer\. Det går å hente (\S+) om gangen/.exec(told)).not.toBeNull()
    const some = Array.from({ length: 1200 }, (_, index) => row(index)).join('\n')
    const html = await (await send(paths.pasteWishes(districtId), { text: some })).text()
    expect((await send(paths.pasteWishes(districtId), { text: some, ...carried(html) })).status).toBe(303)
    const { wishes } = unwrap(await showWishes(world.coordinator, { districtId }))
    expect(wishes.slice(-2).map(({ about }) => about)).toMatchObject([
      { from: '2030-04-13' },
      { from: '2030-04-14' },
    ])
  })

  it('of absences are held to what the form holds them to, and reach published duties only in words', async () => {
    const text =
      'Lege\tFra\tTil\tGjelder\nD1\t2027-06-01\t2027-06-10\t\nD2\t01.07.2027\t\tfravær\nD1\t2027-06-01\t2027-06-10\t'
    const html = await (await send(paths.pasteAbsences(districtId), { text })).text()
    expect(html).toContain('Lagre 2 perioder')
    expect((await send(paths.pasteAbsences(districtId), { text, ...carried(html) })).status).toBe(303)
    const again = await (await send(paths.pasteAbsences(districtId), { text })).text()
    expect(again).toContain('Det er ingenting å lagre')
    const wrong = await send(paths.pasteAbsences(districtId), {
      text: 'Lege\tFra\tTil\nD1\t2027-06-20\t2027-06-11\nD1\t9999-12-31\t',
    })
    expect(wrong.status).toBe(422)
  })

  it('of doctors add who is new and change who is known', async () => {
    const [known] = world.district.persons
    const text = `Navn;Initialer;Telefon;Avtale;Gjelder fra\n${known?.name};;+47 999 11 222;;2027-01-01\nNina Ny;NN;;vikar;2027-01-01`
    const html = await (await send(paths.pasteDoctors(districtId), { text })).text()
    expect(html).toContain('Lagre 2 leger')
    expect((await send(paths.pasteDoctors(districtId), { text, ...carried(html) })).status).toBe(303)
    const { district } = unwrap(await showDoctors(world.coordinator, { districtId }))
    expect(district.persons.find(({ id }) => id === known?.id)?.phone).toBe('+47 999 11 222')
    expect(district.doctors.find(({ initials }) => initials === 'NN')?.engagements).toMatchObject([
      { form: 'locum' },
    ])
  })

  it('go out and come back without a change', async () => {
    const asCoordinator = pagesAs(world.coordinator)
    for (const [file, path] of [
      ['doctors', paths.pasteDoctors(districtId)],
      ['absences', paths.pasteAbsences(districtId)],
      ['wishes', paths.pasteWishes(districtId)],
    ] as const)
      for (const form of ['csv', 'xlsx']) {
        const sent = await asCoordinator.request(paths.table(districtId, `${file}.${form}`))
        expect(sent.status).toBe(200)
        const bytes = await sent.arrayBuffer()
        const back = await send(path, { file: new File([bytes], `${file}.${form}`) })
        const html = await back.text()
        expect([file, form, back.status, html.includes('Det er ingenting å lagre')]).toEqual([
          file,
          form,
          200,
          true,
        ])
      }
  })

  it('go to nobody who may not take them', async () => {
    for (const ctx of [world.doctor, world.nobody]) {
      const answer = await pagesAs(ctx).request(paths.table(districtId, 'absences.csv'))
      expect([303, 404]).toContain(answer.status)
      expect([303, 404]).toContain((await send(paths.pasteAbsences(districtId), { text: 'x' }, ctx)).status)
      expect([303, 404]).toContain((await send(rotaPath(), { text: 'x' }, ctx)).status)
    }
    expect((await pagesAs(world.coordinator).request(paths.table(districtId, 'secrets.csv'))).status).toBe(
      404,
    )
  })
})
