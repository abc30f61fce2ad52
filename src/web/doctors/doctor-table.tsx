import type { District } from '../../core/rota/district.ts'
import { type Doctor, factOn } from '../../core/rota/doctor.ts'
import { positionsHeldBy } from '../../core/rota/position.ts'
import { holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import { ButtonLink, Empty, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { employerName, surgeryText, unavailablePeriods } from './doctor-words.ts'

interface TableProps {
  readonly district: District
  readonly today: LocalDate
  readonly mayChange: boolean
}

/** Everybody in the rota as they stand today. */
export function DoctorTable({ district, today, mayChange }: TableProps) {
  const { people } = useText()
  if (district.doctors.length === 0) {
    return (
      <>
        <PageHeading title={people.doctors.title} />
        <Empty>{people.doctors.none}</Empty>
        {mayChange && <Ways districtId={district.id} />}
      </>
    )
  }
  return (
    <>
      <PageHeading title={people.doctors.title} />
      {mayChange && <Ways districtId={district.id} />}
      <Scroll label={people.doctors.title}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{people.doctors.name}</th>
              <th scope="col">{people.doctors.form}</th>
              <th scope="col">{people.doctors.positions}</th>
              <th scope="col">{people.doctors.way}</th>
              <th scope="col">{people.doctors.surgery}</th>
              <th scope="col">{people.doctors.now}</th>
            </tr>
          </thead>
          <tbody>
            {district.doctors.map((doctor) => (
              <Row doctor={doctor} district={district} today={today} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

function Ways({ districtId }: { districtId: string }) {
  const { doctorForm, setup } = useText()
  return (
    <div class="actions">
      <ButtonLink href={paths.newDoctor(districtId)}>{doctorForm.add}</ButtonLink>
      <ButtonLink href={paths.absences(districtId)} variant="secondary">
        {setup.absences.title}
      </ButtonLink>
    </div>
  )
}

function Row({ doctor, district, today }: { doctor: Doctor; district: District; today: LocalDate }) {
  const text = useText()
  const { people, words } = text
  const person = district.persons.find((own) => own.id === doctor.personId)
  const way = factOn(doctor.takingPart, today)?.way.kind
  const isAway = unavailablePeriods(doctor, today).some(
    (period) => period.scope === null && holdsOn(period, today),
  )
  return (
    <tr>
      <th scope="row">
        <a class="ds-link" href={paths.doctor(district.id, doctor.personId)}>
          {person?.name}
        </a>
        <small class="hint">{` ${doctor.initials}`}</small>
      </th>
      <td>{engagementsToday(doctor, district, today, text)}</td>
      <td>{positionsToday(doctor, district, today, text)}</td>
      <td>{way ? words.waysOfTakingPart[way] : '–'}</td>
      <td>{surgeryText(doctor, today, text)}</td>
      <td>
        {isAway ? (
          <span class="ds-tag" data-color="neutral">
            {words.notAvailable}
          </span>
        ) : (
          people.doctors.available
        )}
      </td>
    </tr>
  )
}

function engagementsToday(doctor: Doctor, district: District, today: LocalDate, { words, ...text }: Text) {
  return doctor.engagements
    .filter((engagement) => holdsOn(engagement, today))
    .map((engagement) => (
      <p>
        {words.engagementForms[engagement.form]}
        <small class="hint">{` ${employerName(engagement, district, { words, ...text })}`}</small>
      </p>
    ))
}

function positionsToday(doctor: Doctor, district: District, today: LocalDate, { format, people }: Text) {
  const positions = positionsHeldBy(district.positions, doctor.personId, today)
  if (positions.length === 0) return people.doctors.noPosition
  return positions.map((position) => (
    <p>{people.doctors.position(position.name, format.decimal(position.share))}</p>
  ))
}
