import type { Hono } from 'hono'
import { hasLeft } from '../core/plans/doctor-end.ts'
import { type District, doctorOf } from '../core/rota/district.ts'
import { factOn } from '../core/rota/doctor.ts'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import { actionsIn } from '../usecases/gate.ts'
import type { Invitation } from '../usecases/invitation.ts'
import { invitePerson } from '../usecases/invite-person.ts'
import { showDoctors } from '../usecases/show-doctors.ts'
import { listAskedErasures } from '../usecases/show-erasure.ts'
import { comingAges } from '../usecases/show-municipality-exemptions.ts'
import { DoctorFacts } from './doctors/doctor-facts.tsx'
import { DoctorTable } from './doctors/doctor-table.tsx'
import { ComingAges } from './exemptions/coming-ages.tsx'
import { ButtonLink, Heading, PageHeading } from './heading.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { SheetLinks } from './paste/table-links.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage } from './problem.tsx'
import { SecretOnce } from './secret-once.tsx'
import { useText } from './text-context.ts'

export function doctorPages(app: Hono<AppEnv>): void {
  app.get(paths.doctors(':districtId'), async (c) => {
    const result = await showDoctors(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district } = result.value
    const today = toWall(c.var.ctx.now).date
    const asked = await listAskedErasures(c.var.ctx, district.id)
    return page(
      c,
      { title: textOf(c).people.doctors.title, district, place: 'doctors' },
      <>
        {asked.kind === 'done' && <AskedErasures district={district} personIds={asked.value} />}
        <DoctorTable
          district={district}
          today={today}
          mayChange={actionsIn(c.var.ctx, district.id).includes('replace-district')}
        />
        {actionsIn(c.var.ctx, district.id).includes('replace-district') && (
          <SheetLinks districtId={district.id} />
        )}
        {actionsIn(c.var.ctx, district.id).includes('invite-people') && <Others districtId={district.id} />}
        {actionsIn(c.var.ctx, district.id).includes('read-coming-rights') && (
          <ComingAges ages={comingAges(district, today, null)} hasDistricts={false} />
        )}
      </>,
    )
  })
  app.get(paths.doctor(':districtId', ':personId'), (c) => doctorPage(c, c.req.param(), null))
  app.post(paths.inviteDoctor(':districtId', ':personId'), async (c) => {
    const place = c.req.param()
    const result = await invitePerson(c.var.ctx, place)
    return result.kind === 'refused' ? problemPage(c, result.refusal) : doctorPage(c, place, result.value)
  })
}

interface DoctorPlace {
  readonly districtId: string
  readonly personId: string
}

async function doctorPage(
  c: PageContext,
  { districtId, personId }: DoctorPlace,
  invitation: Invitation | null,
) {
  const result = await showDoctors(c.var.ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district } = result.value
  const person = district.persons.find((own) => own.id === personId)
  if (!person || !district.doctors.some((doctor) => doctor.personId === personId)) return notFoundPage(c)
  const crumbs = [{ label: textOf(c).people.doctors.title, href: paths.doctors(districtId) }]
  const actions = actionsIn(c.var.ctx, districtId)
  return page(
    c,
    { title: person.name, district, place: 'doctors', crumbs, islands: invitation ? ['copy'] : [] },
    <>
      <PageHeading title={person.name} />
      {actions.includes('replace-district') && (
        <Change district={district} personId={personId} today={toWall(c.var.ctx.now).date} />
      )}
      {invitation && <Invited invitation={invitation} origin={c.var.ctx.origin} />}
      <DoctorFacts district={district} doctor={doctorOf(district, personId)} person={person} />
      {actions.includes('change-availability') && <Unavailable place={{ districtId, personId }} />}
      {actions.includes('replace-district') && <HowToChange districtId={districtId} />}
      {actions.includes('invite-people') && !invitation && <Invite district={district} personId={personId} />}
      {actions.includes('erase-people') && <EraseLink place={{ districtId, personId }} />}
    </>,
  )
}

/** Who waits to be forgotten; nothing when nobody does. */
function AskedErasures({ district, personIds }: { district: District; personIds: readonly string[] }) {
  const { ownData } = useText()
  if (personIds.length === 0) return null
  const names = district.persons.filter(({ id }) => personIds.includes(id))
  return (
    <div class="ds-alert" data-color="info">
      <p>{ownData.erasure.waiting}</p>
      <ul class="ds-list">
        {names.map(({ id, name }) => (
          <li>
            <a class="ds-link" href={paths.erasePerson(district.id, id)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What can't be undone stands last. */
function EraseLink({ place }: { place: DoctorPlace }) {
  const { ownData } = useText()
  return (
    <p>
      <a class="ds-link" href={paths.erasePerson(place.districtId, place.personId)}>
        {ownData.erasure.open}
      </a>
    </p>
  )
}

/** Next to the last of the facts, which says when the doctor is not available. */
function Unavailable({ place }: { place: DoctorPlace }) {
  const { exemptions } = useText()
  return (
    <p>
      <ButtonLink href={paths.unavailable(place.districtId, place.personId)} variant="secondary">
        {exemptions.away.link}
      </ButtonLink>
    </p>
  )
}

/** The way to the form, and what the doctor's hours can't be judged by yet. */
function Change({ district, personId, today }: { district: District; personId: string; today: string }) {
  const { doctorForm } = useText()
  const doctor = doctorOf(district, personId)
  const isDeclared = factOn(doctor.surgery, today)?.kind === 'declared'
  return (
    <>
      <p>
        <ButtonLink href={paths.changeDoctor(district.id, personId)} variant="secondary">
          {doctorForm.change}
        </ButtonLink>
      </p>
      {hasLeft(doctor, today) ? (
        <p class="hint">{doctorForm.ended}</p>
      ) : (
        !isDeclared && <p class="hint">{doctorForm.notDeclared}</p>
      )}
    </>
  )
}

/** What the form has no fields for is changed where it came from. */
function HowToChange({ districtId }: { districtId: string }) {
  const { people, pages } = useText()
  return (
    <section>
      <Heading>{people.doctors.change}</Heading>
      <p>{people.doctors.changeHow}</p>
      <ul class="in-row links">
        <li>
          <a class="ds-link" href={paths.exportDistrict(districtId)}>
            {pages.districtHome.export}
          </a>
        </li>
        <li>
          <a class="ds-link" href={paths.importDistrict}>
            {pages.districtHome.import}
          </a>
        </li>
      </ul>
    </section>
  )
}

function Invited({ invitation, origin }: { invitation: Invitation; origin: string }) {
  const { format, people, members } = useText()
  const until = format.dateTime(invitation.expiresAt)
  return (
    <>
      {invitation.mailedTo !== null && (
        <div class="ds-alert" data-color="success" role="status">
          {members.invite.sent(invitation.mailedTo, until)}
        </div>
      )}
      {invitation.path !== '' && (
        <SecretOnce
          title={people.doctors.inviteTitle}
          lead={people.doctors.inviteOnce}
          label={people.doctors.inviteLink}
          value={`${origin}${invitation.path}`}
          note={people.doctors.inviteUntil(until)}
        />
      )}
    </>
  )
}

/** Where those are invited who are no doctors here. */
function Others({ districtId }: { districtId: string }) {
  const { invite } = useText().members
  return (
    <p>
      <a class="ds-link" href={paths.members(districtId)}>
        {invite.othersToo}
      </a>
    </p>
  )
}

function Invite({ district, personId }: { district: District; personId: string }) {
  const { doctors } = useText().people
  return (
    <section class="ds-card">
      <h2 class="ds-heading" data-size="xs">
        {doctors.invite}
      </h2>
      <p>{doctors.inviteLead}</p>
      <form method="post" action={paths.inviteDoctor(district.id, personId)}>
        <button class="ds-button" type="submit">
          {doctors.inviteDo}
        </button>
      </form>
      <Others districtId={district.id} />
    </section>
  )
}
