import type { TableName } from '../../usecases/export-table.ts'
import { Heading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

interface TableLinksProps {
  readonly districtId: string
  readonly tables: readonly TableName[]
  /** Whose rota; left out = what is published. */
  readonly draftId?: string
}

/** What can be taken out as a spreadsheet, each for Excel and as text. */
export function TableLinks({ districtId, tables, draftId }: TableLinksProps) {
  const { links } = useText().paste
  const names: Readonly<Record<TableName, string>> = {
    'rota-list': links.rotaList,
    'rota-grid': links.rotaGrid,
    doctors: links.doctorsFile,
    absences: links.absencesFile,
    wishes: links.wishesFile,
  }
  return (
    <section>
      <Heading>{links.takeOut}</Heading>
      <p class="hint">{links.note}</p>
      <ul class="in-row links">
        {tables.flatMap((table) =>
          (['xlsx', 'csv'] as const).map((form) => (
            <li>
              <a
                class="ds-link"
                href={withQuery(paths.table(districtId, `${table}.${form}`), { draft: draftId ?? null })}
              >
                {links.form(names[table], form === 'xlsx' ? 'Excel' : 'CSV')}
              </a>
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

/** The ways from the list of doctors to its spreadsheets, in and out. */
export function SheetLinks({ districtId }: { readonly districtId: string }) {
  const { links } = useText().paste
  return (
    <>
      <section>
        <Heading>{links.title}</Heading>
        <ul class="in-row links">
          <li>
            <a class="ds-link" href={paths.pasteDoctors(districtId)}>
              {links.doctors}
            </a>
          </li>
          <li>
            <a class="ds-link" href={paths.pasteAbsences(districtId)}>
              {links.absences}
            </a>
          </li>
        </ul>
      </section>
      <TableLinks districtId={districtId} tables={['doctors', 'absences']} />
    </>
  )
}
