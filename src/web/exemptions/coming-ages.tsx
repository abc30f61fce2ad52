import type { ComingAge } from '../../usecases/show-municipality-exemptions.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

interface ComingAgesProps {
  readonly ages: readonly ComingAge[]
  /** Tells the districts apart where there may be several. */
  readonly hasDistricts: boolean
}

/** Who may claim exemption by age within a year, and from when. */
export function ComingAges({ ages, hasDistricts }: ComingAgesProps) {
  const { exemptions, format } = useText()
  const { coming } = exemptions
  const [age, ...others] = [...new Set(ages.map((one) => one.age))]
  const title = age === undefined || others.length > 0 ? coming.titleAny : coming.title(age)
  return (
    <section>
      <Heading>{title}</Heading>
      {ages.length === 0 ? (
        <p>{coming.none}</p>
      ) : (
        <>
          <p>{coming.lead}</p>
          <Scroll label={title}>
            <table class="ds-table">
              <thead>
                <tr>
                  <th scope="col">{coming.doctor}</th>
                  <th scope="col">{coming.from}</th>
                  {hasDistricts && <th scope="col">{coming.district}</th>}
                </tr>
              </thead>
              <tbody>
                {ages.map((one) => (
                  <tr>
                    <th scope="row">{one.name}</th>
                    <td>{format.dateOnly(one.on)}</td>
                    {hasDistricts && <td>{one.districtName}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  )
}
