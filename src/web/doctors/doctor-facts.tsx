import type { Child } from 'hono/jsx'
import type { Competence } from '../../core/rota/competence.ts'
import { abilitiesOver, type DutyAbility } from '../../core/rota/competence.ts'
import type { District } from '../../core/rota/district.ts'
import type { Doctor, Surgery, TakingPart } from '../../core/rota/doctor.ts'
import type { Person } from '../../core/rota/person.ts'
import type { WeeklyWindow } from '../../core/rota/weekly-window.ts'
import type { DateRange } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import { Heading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { employerName, type UnavailablePeriod, unavailablePeriods, weeklyMinutes } from './doctor-words.ts'

interface FactsProps {
  readonly district: District
  readonly doctor: Doctor
  readonly person: Person
}

/** Everything the rota knows of one doctor, each with the dates it holds; never why somebody is away. */
export function DoctorFacts(props: FactsProps) {
  const text = useText()
  const { people, words } = text
  const { district, doctor } = props
  return (
    <>
      <Contact {...props} />
      <p class="lead">{people.doctors.factsLead}</p>
      <Facts
        title={people.doctors.engagements}
        facts={doctor.engagements}
        say={(fact) =>
          people.doctors.percentOf(
            text.format.percent(fact.fractionPercent / 100),
            words.engagementForms[fact.form],
            employerName(fact, district, text),
          )
        }
      />
      <Facts
        title={people.doctors.positions}
        facts={positionsOf(props)}
        say={(fact) => positionText(fact, text)}
      />
      <Facts
        title={people.doctors.takingPart}
        facts={doctor.takingPart}
        say={(fact) => wayText(fact, text)}
      />
      <Facts
        title={people.doctors.competences}
        facts={doctor.competences}
        say={(fact) => competenceFact(fact, props, text)}
      />
      <Facts
        title={people.doctors.surgeryHeading}
        facts={doctor.surgery}
        say={(fact) => surgeryFact(fact, text)}
      />
      <Facts
        title={people.doctors.otherTasks}
        facts={doctor.otherTasks}
        say={(fact) =>
          `${fact.name}: ${people.doctors.perWeek(text.format.hours(weeklyMinutes(fact.timetable) + fact.looseMinutesPerWeek))}`
        }
      />
      {doctor.capacities.length > 0 && (
        <Facts
          title={people.doctors.capacities}
          facts={doctor.capacities}
          say={(fact) => people.doctors.capacity(text.format.percent(fact.percent / 100))}
        />
      )}
      {doctor.rotations.length > 0 && (
        <Facts
          title={people.doctors.rotations}
          facts={doctor.rotations}
          say={(fact) => people.doctors.rotation(fact.weeksOn, fact.weeksOff)}
        />
      )}
      <Facts
        title={people.doctors.unavailable}
        facts={unavailablePeriods(doctor, '')}
        say={(fact) => unavailableText(fact, text)}
      />
    </>
  )
}

function Contact({ district, doctor, person }: FactsProps) {
  const { people } = useText()
  const facts = [
    [people.doctors.initials, doctor.initials],
    [people.doctors.hpr, person.hprNumber],
    [people.doctors.email, person.email],
    [people.doctors.phone, person.phone],
  ] as const
  return (
    <>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value ?? '–'}</dd>
          </>
        ))}
      </dl>
      <p>
        <a class="ds-link" href={withQuery(paths.hours(district.id), { doctor: doctor.personId })}>
          {people.doctors.seeHours}
        </a>
      </p>
    </>
  )
}

interface FactListProps<T extends DateRange> {
  readonly title: string
  readonly facts: readonly T[]
  readonly say: (fact: T) => Child
}

function Facts<T extends DateRange>({ title, facts, say }: FactListProps<T>) {
  const { format, people } = useText()
  return (
    <section class="fact-group">
      <Heading>{title}</Heading>
      {facts.length === 0 ? (
        <p class="hint">{people.doctors.nothing}</p>
      ) : (
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{people.doctors.period}</th>
              <th scope="col">{people.doctors.what}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr>
                <td>{format.dateRange(fact)}</td>
                <td>{say(fact)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface HeldPosition extends DateRange {
  readonly name: string
  readonly share: number
}

function positionsOf({ district, doctor }: FactsProps): HeldPosition[] {
  return district.positions.flatMap(({ name, share, holders }) =>
    holders.flatMap((holder) =>
      holder.kind === 'person' && holder.personId === doctor.personId
        ? [{ name, share, from: holder.from, to: holder.to }]
        : [],
    ),
  )
}

function positionText({ name, share }: HeldPosition, { format, people }: Text): string {
  return people.doctors.position(name, format.decimal(share))
}

function wayText(fact: TakingPart, { format, people, words }: Text): string {
  const { way } = fact
  const parts = [
    words.waysOfTakingPart[way.kind],
    way.kind === 'contracted-hours' ? people.doctors.contracted(format.hours(way.minutesPerPeriod)) : '',
    way.kind === 'offered-windows' ? format.list(way.windows.map((window) => format.dateRange(window))) : '',
    fact.least === null ? '' : people.doctors.least(fact.least),
    fact.most === null ? '' : people.doctors.most(fact.most),
  ]
  return parts.filter(Boolean).join(', ')
}

/** What follows from a competence also depends on the engagement and on how long courses last, and so may change within it. */
function competenceFact(fact: Competence, { district, doctor }: FactsProps, text: Text): Child {
  const { format, people, words } = text
  const course = (date: string | null) => (date === null ? people.doctors.noDate : format.dateOnly(date))
  const abilities = abilitiesOver(doctor, district.agreement, fact)
  const [only] = abilities
  const isConstant = abilities.length === 1
  return (
    <>
      <p>
        {[
          words.competenceRoutes[fact.route.kind],
          ...(only && isConstant ? [abilityText(only.ability, text)] : []),
          people.doctors.courses(course(fact.emergencyCourseOn), course(fact.violenceCourseOn)),
        ].join(', ')}
      </p>
      {!isConstant &&
        abilities.map((over) => (
          <p class="hint">{people.doctors.over(format.dateRange(over), abilityText(over.ability, text))}</p>
        ))}
    </>
  )
}

function abilityText(ability: DutyAbility, { people: { doctors } }: Text): string {
  if (!ability.mayHoldDuty) return doctors.noDuty
  const alone = ability.mayWorkAlone ? doctors.alone : doctors.notAlone
  return ability.mayBeBackup ? `${alone}, ${doctors.backup}` : alone
}

function surgeryFact(fact: Surgery, text: Text): Child {
  const { format, people } = text
  if (fact.kind === 'not-declared') return people.doctors.notDeclared
  return (
    <>
      <p>{people.doctors.perWeek(format.hours(weeklyMinutes(fact.timetable)))}</p>
      <p class="hint">{fact.timetable.map((window) => windowText(window, text)).join(', ')}</p>
    </>
  )
}

function unavailableText({ isUncertain, scope }: UnavailablePeriod, { people, words }: Text): string {
  if (isUncertain) return words.atRisk
  if (scope === null) return words.notAvailable
  return people.doctors.notAvailableFor(
    scope.kind === 'form' ? words.forms[scope.form] : words.exemptionScopes[scope.kind],
  )
}

function windowText(window: WeeklyWindow, { people, words }: Text): string {
  return people.doctors.at(words.weekdays[window.weekday - 1] ?? '', `${window.start}–${window.end}`)
}
