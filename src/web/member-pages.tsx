import type { Hono } from 'hono'
import { toLanguage } from '../text/language.ts'
import type { AppEnv } from '../usecases/context.ts'
import { endMemberSessions } from '../usecases/end-member-sessions.ts'
import { giveBackRole } from '../usecases/give-back-role.ts'
import type { Invitation } from '../usecases/invitation.ts'
import { inviteMember } from '../usecases/invite-member.ts'
import { INSTALLATION, type MemberScope, type Role } from '../usecases/member-scope.ts'
import type { Refused, Result } from '../usecases/refusal.ts'
import { removeMember } from '../usecases/remove-member.ts'
import { resetMember } from '../usecases/reset-member.ts'
import { type MembersValue, showMembers } from '../usecases/show-members.ts'
import { showReset } from '../usecases/show-reset.ts'
import { withdrawInvitation } from '../usecases/withdraw-invitation.ts'
import { emailForm, parseFields, readForm } from './form.tsx'
import { Heading, PageHeading } from './heading.tsx'
import {
  InvitationMade,
  InviteFields,
  type InviteForm,
  OpenInvitations,
  TakenRoles,
} from './members/invitations.tsx'
import { MemberList } from './members/member-list.tsx'
import { type ResetForm, ResetPage, resetTitle } from './members/reset.tsx'
import { type DoneCode, type PageContext, type PageSpec, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { useText } from './text-context.ts'

/** Where the members of a scope are shown, and where what is done to them is sent. */
interface Place {
  readonly scope: MemberScope
  /** Of the page. */
  readonly home: string
  /** Before the doors of what is done. */
  readonly base: string
}

/** The members of a district, a municipality and the installation: the same doors for each. */
export function memberPages(app: Hono<AppEnv>): void {
  const district = paths.members(':districtId')
  app.get(district, (c) => membersPage(c, ofDistrict(c.req.param('districtId')), {}))
  register(app, district, (c) => ofDistrict(c.req.param('districtId') ?? ''))
  const municipality = paths.municipalityMembers(':number')
  app.get(municipality, (c) => membersPage(c, ofMunicipality(c.req.param('number')), {}))
  register(app, municipality, (c) => ofMunicipality(c.req.param('number') ?? ''))
  register(app, paths.administrators, () => OF_INSTALLATION)
}

function ofDistrict(id: string): Place {
  return { scope: { kind: 'district', id }, home: paths.members(id), base: paths.members(id) }
}

function ofMunicipality(number: string): Place {
  const base = paths.municipalityMembers(number)
  return { scope: { kind: 'municipality', number }, home: base, base }
}

const OF_INSTALLATION: Place = {
  scope: INSTALLATION,
  home: paths.installation,
  base: paths.administrators,
}

function register(app: Hono<AppEnv>, base: string, placeOf: (c: PageContext) => Place): void {
  app.post(base, (c) => invite(c, placeOf(c)))
  app.post(paths.withdrawInvitation(base, ':invitationId'), async (c) => {
    const { scope, home } = placeOf(c)
    const result = await withdrawInvitation(c.var.ctx, {
      scope,
      invitationId: c.req.param('invitationId') ?? '',
    })
    return toPage(c, result, home, 'invitation-withdrawn')
  })
  app.post(paths.changeMember(base, ':accountId', 'remove'), async (c) => {
    const result = await removeMember(c.var.ctx, { ...memberOf(c, placeOf(c)), role: await roleOf(c) })
    return toPage(c, result, placeOf(c).home, 'role-taken')
  })
  app.post(paths.changeMember(base, ':accountId', 'give-back'), async (c) => {
    const result = await giveBackRole(c.var.ctx, { ...memberOf(c, placeOf(c)), role: await roleOf(c) })
    return toPage(c, result, placeOf(c).home, 'role-given-back')
  })
  app.post(paths.changeMember(base, ':accountId', 'end-sessions'), async (c) => {
    const result = await endMemberSessions(c.var.ctx, memberOf(c, placeOf(c)))
    return toPage(c, result, placeOf(c).home, 'member-signed-out')
  })
  const resetPath = paths.changeMember(base, ':accountId', 'reset')
  app.get(resetPath, (c) => resetPage(c, placeOf(c), { email: '', problems: [] }))
  app.post(resetPath, (c) => reset(c, placeOf(c)))
}

function memberOf(c: PageContext, { scope }: Place) {
  return { scope, accountId: c.req.param('accountId') ?? '' }
}

/** As it was sent: what is no role is nobody's. */
async function roleOf(c: PageContext): Promise<Role> {
  return ((await readForm(c)).values.role ?? '') as Role
}

function toPage(c: PageContext, result: Result<null>, home: string, done: DoneCode) {
  return result.kind === 'refused' ? problemPage(c, result.refusal) : redirectDone(c, home, done)
}

async function invite(c: PageContext, place: Place) {
  const { role = '', email = '', language } = (await readForm(c)).values
  const form = { role, email, language: toLanguage(language) ?? c.var.ctx.language }
  const result = await inviteMember(c.var.ctx, { ...form, scope: place.scope, role: role as Role })
  if (result.kind === 'done') return madePage(c, place, result.value)
  const problems = problemsOf(result)
  return problems ? membersPage(c, place, { invite: { ...form, problems } }) : problemPage(c, result.refusal)
}

async function reset(c: PageContext, place: Place) {
  const { email = '', step } = (await readForm(c)).values
  if (step === 'look') return lookPage(c, place, email)
  const result = await resetMember(c.var.ctx, { ...memberOf(c, place), email })
  if (result.kind === 'done') return madePage(c, place, result.value)
  const problems = problemsOf(result)
  return problems ? resetPage(c, place, { email, problems }) : problemPage(c, result.refusal)
}

/** The page again with the address that was written, to be read before anything is done. */
async function lookPage(c: PageContext, place: Place, email: string) {
  const parsed = parseFields(emailForm, { email })
  return resetPage(
    c,
    place,
    parsed.kind === 'parsed' ? { ...parsed.value, problems: [] } : { email, problems: parsed.problems },
  )
}

async function resetPage(c: PageContext, place: Place, form: ResetForm) {
  const asked = memberOf(c, place)
  const result = await showReset(c.var.ctx, asked)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value } = result
  const text = textOf(c)
  const crumbs = [{ label: text.members.list.title, href: place.home }]
  const status = form.problems.length > 0 ? statusOf({ kind: 'invalid', problems: form.problems }) : 200
  const action = paths.changeMember(place.base, asked.accountId, 'reset')
  return page(
    c,
    { title: resetTitle(text, value), crumbs, status },
    <ResetPage value={value} form={form} action={action} back={place.home} />,
  )
}

function problemsOf({ refusal }: Refused) {
  return refusal.kind === 'invalid' ? refusal.problems : undefined
}

interface Sent {
  readonly invite?: InviteForm
}

async function membersPage(c: PageContext, place: Place, sent: Sent) {
  const result = await showMembers(c.var.ctx, { scope: place.scope })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value } = result
  const problems = sent.invite?.problems ?? []
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  const form = sent.invite ?? emptyForm(c)
  return page(
    c,
    { ...frameOf(c, value), status },
    <>
      <PageHeading title={frameOf(c, value).title} />
      <MembersBody value={value} base={place.base} form={form} />
    </>,
  )
}

export function emptyForm(c: PageContext): InviteForm {
  return { role: c.req.query('role') ?? '', email: '', language: c.var.ctx.language, problems: [] }
}

interface BodyProps {
  readonly value: MembersValue
  readonly base: string
  readonly form: InviteForm
}

/** Who has access, who is invited, how to invite, and what was taken away. */
export function MembersBody({ value, base, form }: BodyProps) {
  const { members, audit } = useText()
  const { list, invite } = members
  const isOpen = form.problems.length > 0 || form.role !== ''
  return (
    <>
      {value.scope.kind !== 'installation' && <p class="lead">{list.lead}</p>}
      <MemberList value={value} base={base} />
      <OpenInvitations value={value} base={base} />
      <section class="ds-card stack narrow-column">
        <Heading id="invite">{invite.title}</Heading>
        <p>{invite.lead}</p>
        {value.scope.kind === 'district' && (
          <p class="hint">
            {invite.doctors}{' '}
            <a class="ds-link" href={paths.doctors(value.scope.id)}>
              {invite.toDoctors}
            </a>
          </p>
        )}
        <details class="more" open={isOpen}>
          <summary>{invite.submit}</summary>
          <InviteFields form={form} action={base} roles={value.roles} />
        </details>
      </section>
      <TakenRoles value={value} base={base} />
      {value.scope.kind === 'district' && (
        <p>
          <a class="ds-link" href={paths.audit(value.scope.id)}>
            {audit.page.title}
          </a>
        </p>
      )}
    </>
  )
}

function frameOf(c: PageContext, { scope, scopeName }: MembersValue): PageSpec {
  const { members, pages } = textOf(c)
  if (scope.kind === 'district')
    return { title: members.list.title, district: { id: scope.id, name: scopeName }, place: 'members' }
  const crumbs = [{ label: pages.districts.title, href: paths.home }]
  if (scope.kind === 'installation') return { title: members.installation.administrators, crumbs }
  return { title: members.list.municipalityTitle(scopeName), crumbs }
}

async function madePage(c: PageContext, place: Place, invitation: Invitation) {
  const shown = await showMembers(c.var.ctx, { scope: place.scope })
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  const { invite } = textOf(c).members
  const title = invitation.mailedTo === null ? invite.madeTitle : invite.sentTitle
  return page(
    c,
    { ...frameOf(c, shown.value), title, islands: invitation.path === '' ? [] : ['copy'] },
    <InvitationMade invitation={invitation} origin={c.var.ctx.origin} back={place.home} />,
  )
}
