import type { Hono } from 'hono'
import type { FileProblem } from '../text/file-problem.ts'
import { mustGrowStronger } from '../usecases/begin-session.ts'
import type { AppEnv } from '../usecases/context.ts'
import { importDistrict } from '../usecases/import-district.ts'
import { countUndelivered } from '../usecases/list-undelivered.ts'
import { type DistrictChoice, type DistrictsValue, showDistricts } from '../usecases/show-districts.ts'
import { countMyChanges, type OwnUnconfirmed } from '../usecases/show-my-changes.ts'
import { AreaField, SubmitButton, Tick } from './form.tsx'
import { ButtonLink, Empty, Heading, PageHeading } from './heading.tsx'
import { OwnChangesBanner } from './notices/banners.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'
import { useText } from './text-context.ts'

/** More problems than this are not read; the first ones are mended first. */
const SHOWN_PROBLEMS = 50

export function homePages(app: Hono<AppEnv>): void {
  app.get(paths.home, async (c) => {
    const result = await showDistricts(c.var.ctx, {})
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    // Straight from signing in; later the list itself is what was asked for.
    if (c.req.query('start') !== undefined) return c.redirect(startOf(result.value), 303)
    const [own, undelivered] = await Promise.all([
      result.value.isDoctor ? countMyChanges(c.var.ctx) : null,
      countUndelivered(
        c.var.ctx,
        result.value.districts.map(({ id }) => id),
      ),
    ])
    return page(
      c,
      { title: titleOf(result.value, textOf(c).pages.districts) },
      <Districts
        value={result.value}
        unconfirmed={own?.kind === 'done' ? own.value : null}
        undelivered={undelivered}
        isWeak={c.var.ctx.actor.kind === 'account' && mustGrowStronger(c.var.ctx.actor)}
      />,
    )
  })
  app.get(paths.importDistrict, async (c) => {
    const result = await showDistricts(c.var.ctx, {})
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return result.value.mayImport
      ? importPage(c, { ...EMPTY_IMPORT, mayCreate: result.value.mayCreate })
      : notFoundPage(c)
  })
  app.post(paths.importDistrict, async (c) => {
    const districts = await showDistricts(c.var.ctx, {})
    if (districts.kind === 'refused') return problemPage(c, districts.refusal)
    if (!districts.value.mayImport) return notFoundPage(c)
    const { mayCreate } = districts.value
    const { text, isCoordinating } = await postedFile(c)
    const state = { mayCreate, isCoordinating }
    if (text === undefined) return importPage(c, { ...state, text: '', problems: [], isEmpty: true })
    const result = await importDistrict(c.var.ctx, { text, isCoordinating })
    if (result.kind === 'done' && result.value.isNew && !isCoordinating)
      return redirectDone(c, paths.installation, 'made-for-others')
    if (result.kind === 'done') return redirectDone(c, paths.district(result.value.districtId), 'imported')
    const { refusal } = result
    const isOfFile = refusal.kind === 'file-refused' || refusal.kind === 'duplicate'
    if (!isOfFile || refusal.problems.length === 0) return problemPage(c, refusal)
    return importPage(c, { ...state, text, problems: refusal.problems, isEmpty: false }, statusOf(refusal))
  })
}

/** Straight to the one thing that somebody is here for. */
function startOf(value: DistrictsValue): string {
  if (isOnlyDoctor(value)) return paths.myDuties
  const { districts, isDoctor, mayCreate, municipalities } = value
  const [only] = districts
  const hasOtherWork = isDoctor || mayCreate || municipalities.length > 0 || districts.length > 1
  return only && !hasOtherWork && isDispatch(only) ? paths.dutyNow(only.id) : paths.home
}

function isDispatch({ roles }: DistrictChoice): boolean {
  return roles.length > 0 && roles.every((role) => role === 'dispatch-centre')
}

/** Whoever has no other work here than their own duties. */
function isOnlyDoctor({ isDoctor, mayCreate, municipalities, districts }: DistrictsValue): boolean {
  const hasOtherWork = mayCreate || municipalities.length > 0
  return isDoctor && !hasOtherWork && districts.every(({ roles }) => roles.every((role) => role === 'doctor'))
}

interface PostedFile {
  /** The chosen file, else the pasted text; undefined when both are empty. */
  readonly text: string | undefined
  readonly isCoordinating: boolean
}

async function postedFile(c: PageContext): Promise<PostedFile> {
  const form = await c.req.formData()
  const file = form.get('file')
  const uploaded = file !== null && typeof file !== 'string' ? await file.text() : ''
  const pasted = form.get('text')
  const text = uploaded !== '' ? uploaded : typeof pasted === 'string' ? pasted : ''
  const isCoordinating = form.get('coordinator') === 'self'
  return { text: text.trim() === '' ? undefined : text, isCoordinating }
}

/** Whoever has a municipality and no district is not told of districts. */
function titleOf(
  { districts, mayCreate, municipalities }: DistrictsValue,
  words: { readonly title: string; readonly municipalities: string },
): string {
  const isOfMunicipality = districts.length === 0 && municipalities.length > 0 && !mayCreate
  return isOfMunicipality ? words.municipalities : words.title
}

interface DistrictsProps {
  readonly value: DistrictsValue
  /** Changes in the reader's own duties; null for whoever has none. */
  readonly unconfirmed: OwnUnconfirmed | null
  /** Messages that could not be sent, by district; only of those whose lists the reader may see. */
  readonly undelivered: ReadonlyMap<string, number>
  /** Whether a role of the reader's opens nothing before they have signed in by two factors. */
  readonly isWeak: boolean
}

function Districts({ value, unconfirmed, undelivered, isWeak }: DistrictsProps) {
  const { access, members, messages, pages, setup } = useText()
  const { districts } = pages
  return (
    <>
      <PageHeading title={titleOf(value, districts)} />
      {isWeak && (
        <div class="ds-alert" data-color="warning">
          <p>{districts.weak}</p>
          <ButtonLink href={withQuery(paths.access, { first: 'yes' })}>{access.access.firstTitle}</ButtonLink>
        </div>
      )}
      {unconfirmed !== null && unconfirmed.urgent > 0 && <OwnChangesBanner unconfirmed={unconfirmed} />}
      {value.isDoctor && (
        <p>
          <ButtonLink href={paths.myDuties}>{districts.myDuties}</ButtonLink>
        </p>
      )}
      {value.districts.length === 0 ? (
        !isWeak && <NoDistricts value={value} />
      ) : (
        <DistrictCards value={value} undelivered={undelivered} />
      )}
      {value.municipalities.length > 0 && <Reports value={value} />}
      {value.exemptionMunicipalities.length > 0 && <Exemptions value={value} />}
      {value.mayImport && value.districts.length > 0 && (
        <div class="actions">
          {value.mayCreate && (
            <ButtonLink href={paths.startDistrict} variant="secondary">
              {setup.start.link}
            </ButtonLink>
          )}
          <ButtonLink href={paths.importDistrict} variant="secondary">
            {districts.import}
          </ButtonLink>
        </div>
      )}
      {value.mayCreate && (
        <p>
          <a class="ds-link" href={paths.installation}>
            {members.installation.link}
          </a>
        </p>
      )}
      {value.mayCreate && value.districts.length > 0 && (
        <p>
          <a class="ds-link" href={paths.undelivered}>
            {messages.undelivered.elsewhere}
          </a>
        </p>
      )}
    </>
  )
}

function NoDistricts({ value }: { value: DistrictsValue }) {
  const { pages, setup } = useText()
  const { districts } = pages
  if (!value.mayCreate && value.municipalities.length > 0) return null
  return (
    <Empty>
      <p>{value.mayCreate ? districts.noneForAdministrator : districts.none}</p>
      {value.mayCreate && (
        <div class="actions">
          <ButtonLink href={paths.startDistrict}>{setup.start.link}</ButtonLink>
          <ButtonLink href={paths.importDistrict} variant="secondary">
            {districts.import}
          </ButtonLink>
        </div>
      )}
    </Empty>
  )
}

function DistrictCards({ value, undelivered }: Pick<DistrictsProps, 'value' | 'undelivered'>) {
  const { messages, pages, words } = useText()
  return (
    <ul class="cards">
      {value.districts.map((district) => (
        <li class="ds-card">
          <h2 class="ds-heading" data-size="xs">
            {district.roles.length === 0 ? (
              district.name
            ) : (
              <a
                class="ds-link"
                href={isDispatch(district) ? paths.dutyNow(district.id) : paths.district(district.id)}
              >
                {district.name}
              </a>
            )}
          </h2>
          {district.roles.length === 0 && (
            <p>
              {pages.districts.noRole}{' '}
              <a class="ds-link" href={`${paths.installation}#district-${district.id}`}>
                {pages.districts.whoLeads}
              </a>
            </p>
          )}
          <p>
            {district.roles.map((role) => (
              <span class="ds-tag" data-color="neutral">
                {words.roles[role]}
              </span>
            ))}
          </p>
          {undelivered.has(district.id) && (
            <p>
              <a class="ds-link" href={paths.undeliveredIn(district.id)}>
                {messages.undelivered.inDistrict(undelivered.get(district.id) ?? 0)}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Exemptions({ value }: { value: DistrictsValue }) {
  const { municipality } = useText().exemptions
  return (
    <section>
      <Heading>{municipality.title}</Heading>
      <ul class="ds-list">
        {value.exemptionMunicipalities.map(({ number, name, mayDecide }) => (
          <li>
            <a class="ds-link" href={paths.municipalityExemptions(number)}>
              {mayDecide ? municipality.link(name) : municipality.linkComing(name)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reports({ value }: { value: DistrictsValue }) {
  const { districts } = useText().pages
  return (
    <section>
      <Heading>{districts.reports}</Heading>
      <ul class="ds-list">
        {value.municipalities.map((municipality) => (
          <li>
            <a class="ds-link" href={paths.loadReport(municipality.districtId, municipality.number)}>
              {districts.report(municipality.name, municipality.districtName)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ImportState {
  readonly text: string
  readonly problems: readonly FileProblem[]
  readonly isEmpty: boolean
  /** Whether the file may make a new district, and who makes it coordinates it. */
  readonly mayCreate: boolean
  readonly isCoordinating: boolean
}

const EMPTY_IMPORT: ImportState = {
  text: '',
  problems: [],
  isEmpty: false,
  mayCreate: false,
  isCoordinating: false,
}

function importPage(c: PageContext, state: ImportState, status: ReturnType<typeof statusOf> = 200) {
  const { importFile } = textOf(c).people
  const crumbs = [{ label: textOf(c).pages.districts.title, href: paths.home }]
  return page(
    c,
    { title: importFile.title, crumbs, status: state.isEmpty ? 422 : status },
    <Import {...state} />,
  )
}

function Import({ text, problems, isEmpty, mayCreate, isCoordinating }: ImportState) {
  const { members, people } = useText()
  const { importFile } = people
  return (
    <>
      <PageHeading title={importFile.title} />
      <p class="lead">{importFile.lead}</p>
      {isEmpty && (
        <div class="ds-alert" data-color="danger" role="alert">
          {importFile.empty}
        </div>
      )}
      {problems.length > 0 && <FileProblems problems={problems} />}
      <form method="post" action={paths.importDistrict} enctype="multipart/form-data" class="stack wide-form">
        <div class="ds-field">
          <label class="ds-label" for="f-file">
            {importFile.file}
          </label>
          <div data-field="description" id="f-file-description">
            {importFile.fileHelp}
          </div>
          <input
            class="ds-input"
            type="file"
            id="f-file"
            name="file"
            accept=".json,application/json"
            aria-describedby="f-file-description"
          />
        </div>
        <AreaField name="text" label={importFile.paste} value={text} rows={8} problems={[]} />
        {mayCreate && (
          <Tick
            name="coordinator"
            id="f-coordinator"
            value="self"
            label={members.firstCoordinator.selfWhenNew}
            isChecked={isCoordinating}
          />
        )}
        <SubmitButton>{importFile.submit}</SubmitButton>
      </form>
    </>
  )
}

function FileProblems({ problems }: { problems: readonly FileProblem[] }) {
  const text = useText()
  const { importFile } = text.people
  const rest = problems.length - SHOWN_PROBLEMS
  return (
    <section class="ds-error-summary" role="alert">
      <h2 class="ds-heading">{importFile.problems(problems.length)}</h2>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{importFile.where}</th>
            <th scope="col">{importFile.what}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
            <tr>
              <td>
                <code>{text.problems.place(problem)}</code>
              </td>
              <td>{text.problems.sentence(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p>{importFile.more(rest)}</p>}
    </section>
  )
}
