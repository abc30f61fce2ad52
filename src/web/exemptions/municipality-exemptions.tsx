import { hasEffect } from '../../core/rota/exemption.ts'
import type { MunicipalityExemptionsValue, OwnGp } from '../../usecases/show-municipality-exemptions.ts'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { ComingAges } from './coming-ages.tsx'
import { groundText } from './my-exemptions.tsx'
import { scopeText } from './scope-choice.tsx'

/** A municipality's own GPs: who reaches the age of the right, and for who decides, their exemptions with the ground. */
export function MunicipalityExemptions({ value }: { value: MunicipalityExemptionsValue }) {
  const { audit, exemptions, members } = useText()
  const { municipality } = exemptions
  return (
    <>
      <PageHeading title={municipality.of(value.name)} />
      {value.doctors && <p class="lead">{municipality.lead}</p>}
      {value.doctors && (
        <p>
          <a class="ds-link" href={paths.municipalityMembers(value.number)}>
            {members.list.municipalityTitle(value.name)}
          </a>{' '}
          <a class="ds-link" href={paths.municipalityAudit(value.number)}>
            {audit.page.title}
          </a>
        </p>
      )}
      <ComingAges ages={value.coming} hasDistricts />
      {value.doctors && (
        <section>
          <Heading>{municipality.list}</Heading>
          {value.doctors.length === 0 ? (
            <Empty>{municipality.none}</Empty>
          ) : (
            <ul class="cards">
              {value.doctors.map((doctor) => (
                <Doctor doctor={doctor} number={value.number} />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  )
}

/** That hold here, and whom to ask about them. */
function Elsewhere({ doctor }: { doctor: OwnGp }) {
  const text = useText()
  const { exemptions, format } = text
  const { mine, readers } = exemptions
  return (
    <>
      <p>{readers.elsewhere}</p>
      <ul class="plain">
        {doctor.elsewhere.map(({ exemption, standsWith }) => (
          <li>
            <b>
              {hasEffect(exemption)
                ? format.dateRange(exemption)
                : mine.takenBack(format.dateOnly(exemption.from))}
            </b>
            <br />
            {scopeText(exemption.scope, text)}
            <br />
            <span class="hint">
              {standsWith ? readers.elsewhereOf(standsWith.name) : readers.elsewhereNobody}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Doctor({ doctor, number }: { doctor: OwnGp; number: string }) {
  const text = useText()
  const { exemptions, format } = text
  const { municipality, mine } = exemptions
  const { districtId, personId } = doctor
  return (
    <li class="ds-card">
      <h3 class="ds-heading" data-size="2xs">
        {doctor.name}
      </h3>
      <p class="hint">{doctor.districtName}</p>
      {doctor.exemptions.length === 0 ? (
        <p>{municipality.noExemptions}</p>
      ) : (
        <ul class="plain">
          {doctor.exemptions.map(({ exemption, ground }) => {
            const when = hasEffect(exemption)
              ? format.dateRange(exemption)
              : mine.takenBack(format.dateOnly(exemption.from))
            return (
              <li>
                <p>
                  <b>{when}</b>
                  <br />
                  {scopeText(exemption.scope, text)}
                  <br />
                  <span class="hint">{groundText(ground, text)}</span>
                  <br />
                  <a
                    class="ds-link"
                    href={paths.decidedExemption(number, districtId, personId, exemption.id)}
                    aria-label={municipality.openLabel(`${doctor.name}, ${when}`)}
                  >
                    {municipality.open}
                  </a>
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {doctor.elsewhere.length > 0 && <Elsewhere doctor={doctor} />}
      <ButtonLink href={paths.decideExemption(number, districtId, personId)} variant="secondary">
        {municipality.enterFor(doctor.name)}
      </ButtonLink>
    </li>
  )
}
