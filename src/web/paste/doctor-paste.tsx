import type { PastedDoctors } from '../../usecases/paste-doctors.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { NothingNew } from './paste-page.tsx'

/** Who would come in new, and what would change of whom. */
export function DoctorPreview({ value }: { value: PastedDoctors }) {
  const { paste, tables, format } = useText()
  const { page } = paste
  const { doctors, same } = value
  return (
    <>
      {same > 0 && <p>{page.same(same)}</p>}
      <NothingNew value={value} count={doctors.length} />
      {doctors.length > 0 && (
        <section>
          <Heading>{page.changes}</Heading>
          <Scroll label={page.changes}>
            <table class="ds-table">
              <thead>
                <tr>
                  <th scope="col">{page.doctor}</th>
                  <th scope="col">{page.state}</th>
                  <th scope="col">{page.fields}</th>
                  <th scope="col">{tables.doctors.heads.from}</th>
                </tr>
              </thead>
              <tbody>
                {doctors.map(({ entry, changed }) => (
                  <tr>
                    <th scope="row">
                      {entry.name} {entry.initials && <small class="hint">{entry.initials}</small>}
                    </th>
                    <td>{entry.personId === null ? page.isNew : page.isChanged}</td>
                    <td>
                      {changed
                        .filter(({ head }) => head !== 'name' || entry.personId !== null)
                        .map(({ head, text }) => page.field(tables.doctors.heads[head], text))
                        .join(', ')}
                    </td>
                    <td>{format.dateOnly(entry.from)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </section>
      )}
    </>
  )
}
