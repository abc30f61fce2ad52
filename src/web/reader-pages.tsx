import type { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../usecases/context.ts'
import { actionsIn } from '../usecases/gate.ts'
import type { Invitation } from '../usecases/invitation.ts'
import { inviteReader, READER_ROLES, type ReaderRole } from '../usecases/invite-reader.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { showDoctors } from '../usecases/show-doctors.ts'
import { InputField, type Posted, Problems, parseFields, readForm, SubmitButton, Tick } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'
import { SecretOnce } from './secret-once.tsx'
import { useText } from './text-context.ts'

interface ReaderForm {
  readonly role: ReaderRole
  readonly email: string
  readonly problems: readonly FieldProblem[]
}

const fields = z.object({
  role: z.enum(READER_ROLES, 'out-of-range'),
  email: z.string().trim().min(1, 'missing').max(254, 'too-long'),
})

export function readerPages(app: Hono<AppEnv>): void {
  app.get(paths.inviteReader(':districtId'), (c) => {
    const role = roleOf(c.req.query('role'))
    return readerPage(c, c.req.param('districtId'), { role, email: '', problems: [] }, null)
  })
  app.post(paths.inviteReader(':districtId'), async (c) =>
    invite(c, c.req.param('districtId'), await readForm(c)),
  )
}

function roleOf(text: string | undefined): ReaderRole {
  return READER_ROLES.find((role) => role === text) ?? 'dispatch-centre'
}

async function invite(c: PageContext, districtId: string, { values }: Posted) {
  const { role, email = '' } = values
  const given = { role: roleOf(role), email }
  const parsed = parseFields(fields, { role, email })
  if (parsed.kind === 'invalid')
    return readerPage(c, districtId, { ...given, problems: parsed.problems }, null)
  const result = await inviteReader(c.var.ctx, { districtId, ...parsed.value })
  if (result.kind === 'done') return readerPage(c, districtId, { ...given, problems: [] }, result.value)
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  return readerPage(c, districtId, { ...given, problems: result.refusal.problems }, null)
}

async function readerPage(
  c: PageContext,
  districtId: string,
  form: ReaderForm,
  invitation: Invitation | null,
) {
  const shown = await showDoctors(c.var.ctx, { districtId })
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  if (!actionsIn(c.var.ctx, districtId).includes('invite-people')) return notFoundPage(c)
  const { readers, people } = textOf(c)
  const { district } = shown.value
  const crumbs = [{ label: people.doctors.title, href: paths.doctors(districtId) }]
  const { problems } = form
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(
    c,
    {
      title: readers.invite.title,
      district,
      place: 'doctors',
      crumbs,
      status,
      islands: invitation ? ['copy'] : [],
    },
    <>
      <PageHeading title={readers.invite.title} />
      {invitation ? (
        <Made invitation={invitation} email={form.email} origin={c.var.ctx.origin} />
      ) : (
        <Form form={form} districtId={districtId} />
      )}
    </>,
  )
}

interface MadeProps {
  readonly invitation: Invitation
  readonly email: string
  readonly origin: string
}

function Made({ invitation, email, origin }: MadeProps) {
  const { format, people, readers } = useText()
  return (
    <SecretOnce
      title={readers.invite.madeTitle}
      lead={people.doctors.inviteOnce}
      label={readers.invite.madeLink(email.trim())}
      value={`${origin}${invitation.path}`}
      note={readers.invite.madeNote(format.dateTime(invitation.expiresAt))}
    />
  )
}

function Form({ form, districtId }: { form: ReaderForm; districtId: string }) {
  const { invite: words } = useText().readers
  const { problems } = form
  return (
    <div class="narrow-column">
      <p class="lead">{words.lead}</p>
      <Problems problems={problems} labels={{ role: words.role, email: words.email }} />
      <form method="post" action={paths.inviteReader(districtId)} class="stack" novalidate>
        <fieldset class="ds-fieldset" id="f-role">
          <legend class="ds-label">{words.role}</legend>
          {READER_ROLES.map((role) => (
            <Tick
              type="radio"
              name="role"
              id={`f-role-${role}`}
              value={role}
              label={words.roles[role]}
              isChecked={role === form.role}
            />
          ))}
        </fieldset>
        <InputField
          name="email"
          type="email"
          label={words.email}
          description={words.emailHelp}
          value={form.email}
          problems={problems}
          autocomplete="off"
          isRequired
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </form>
    </div>
  )
}
