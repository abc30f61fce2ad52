import type { Hono } from 'hono'
import { toLanguage } from '../text/language.ts'
import type { AppEnv } from '../usecases/context.ts'
import { disableAccount, enableAccount } from '../usecases/disable-account.ts'
import { findAccountFor } from '../usecases/find-account.ts'
import type { Invitation } from '../usecases/invitation.ts'
import { inviteMember } from '../usecases/invite-member.ts'
import type { MemberScope } from '../usecases/member-scope.ts'
import { resetAccount } from '../usecases/reset-member.ts'
import { showInstallation } from '../usecases/show-installation.ts'
import { showAccountReset } from '../usecases/show-reset.ts'
import { withdrawLeaderInvitation } from '../usecases/withdraw-leader-invitation.ts'
import { type Posted, readForm } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { emptyForm, MembersBody } from './member-pages.tsx'
import {
  AccountSearch,
  DisabledAccounts,
  Elsewhere,
  type LeaderForm,
  Leaders,
  type Search,
} from './members/installation.tsx'
import { InvitationMade } from './members/invitations.tsx'
import { ResetPage, resetTitle } from './members/reset.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

/** What the installation's administrator looks after. */
export function installationPages(app: Hono<AppEnv>): void {
  app.get(paths.installation, (c) => installationPage(c, {}))
  app.post(paths.inviteLeader, async (c) => inviteLeader(c, await readForm(c)))
  app.post(paths.withdrawLeader(':invitationId'), async (c) => {
    const result = await withdrawLeaderInvitation(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.installation, 'invitation-withdrawn')
  })
  app.post(paths.findAccount, async (c) => find(c, (await readForm(c)).values.email ?? ''))
  app.post(paths.changeAccount(':accountId', 'disable'), async (c) => {
    const result = await disableAccount(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.installation, 'account-disabled')
  })
  app.post(paths.changeAccount(':accountId', 'enable'), async (c) => {
    const result = await enableAccount(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.installation, 'account-enabled')
  })
  app.get(paths.changeAccount(':accountId', 'reset'), (c) => resetPage(c, c.req.param('accountId')))
  app.post(paths.changeAccount(':accountId', 'reset'), async (c) => {
    const result = await resetAccount(c.var.ctx, c.req.param())
    return result.kind === 'refused' ? problemPage(c, result.refusal) : madePage(c, result.value)
  })
}

/** The first who leads a district or decides in a municipality; whoever is named otherwise is nobody. */
async function inviteLeader(c: PageContext, { values }: Posted) {
  const { kind = '', id = '', email = '', language } = values
  const form = { email, language: toLanguage(language) ?? c.var.ctx.language }
  const isDistrict = kind === 'district'
  const scope: MemberScope = isDistrict ? { kind: 'district', id } : { kind: 'municipality', number: id }
  const role = isDistrict ? 'coordinator' : 'municipality-decider'
  const result = await inviteMember(c.var.ctx, { ...form, scope, role, isByInstallation: true })
  if (result.kind === 'done') return madePage(c, result.value)
  const { refusal } = result
  if (refusal.kind !== 'invalid') return problemPage(c, refusal)
  return installationPage(c, { leader: { ...form, kind, id, role, problems: refusal.problems } })
}

async function find(c: PageContext, email: string) {
  const result = await findAccountFor(c.var.ctx, { email })
  if (result.kind === 'done')
    return installationPage(c, { search: { email: email.trim(), found: result.value, problems: [] } })
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  return installationPage(c, { search: { email, problems: result.refusal.problems } })
}

interface Sent {
  readonly leader?: LeaderForm
  readonly search?: Search
}

async function installationPage(c: PageContext, { leader, search }: Sent) {
  const result = await showInstallation(c.var.ctx, {})
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { members, pages } = textOf(c)
  const { installation } = members
  const problems = [...(leader?.problems ?? []), ...(search?.problems ?? [])]
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  const { value } = result
  const empty = emptyForm(c)
  return page(
    c,
    { title: installation.title, crumbs: [{ label: pages.districts.title, href: paths.home }], status },
    <>
      <PageHeading title={installation.title} />
      <p class="lead">{installation.lead}</p>
      <Leaders value={value} form={leader ?? null} empty={empty} />
      <AccountSearch search={search ?? { email: '', problems: [] }} />
      <DisabledAccounts value={value} />
      <MembersBody value={value.administrators} base={paths.administrators} form={empty} />
      <Elsewhere />
    </>,
  )
}

/** Whose account it is, and where the way back goes, before it is done. */
async function resetPage(c: PageContext, accountId: string) {
  const result = await showAccountReset(c.var.ctx, { accountId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value } = result
  const text = textOf(c)
  const crumbs = [{ label: text.members.installation.title, href: paths.installation }]
  return page(
    c,
    { title: resetTitle(text, value), crumbs },
    <ResetPage
      value={value}
      form={{ email: '', problems: [] }}
      action={paths.changeAccount(accountId, 'reset')}
      back={paths.installation}
    />,
  )
}

function madePage(c: PageContext, invitation: Invitation) {
  const { invite, installation } = textOf(c).members
  const title = invitation.mailedTo === null ? invite.madeTitle : invite.sentTitle
  const islands = invitation.path === '' ? [] : ['copy']
  const crumbs = [{ label: installation.title, href: paths.installation }]
  return page(
    c,
    { title, crumbs, islands },
    <InvitationMade invitation={invitation} origin={c.var.ctx.origin} back={paths.installation} />,
  )
}
