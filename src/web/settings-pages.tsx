import type { Hono } from 'hono'
import type { Language, LegalForm } from '../core/rota/district.ts'
import { CALENDAR_NAMES } from '../core/rota/feed-choice.ts'
import type { Weekday } from '../core/time/local-date.ts'
import { toLanguage } from '../text/language.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { type DistrictChange, districtStamp, saveDistrict } from '../usecases/save-district.ts'
import { showSetUp } from '../usecases/show-set-up.ts'
import { Settings } from './district/settings.tsx'
import type { SettingsState } from './district/settings-form.tsx'
import { type Posted, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { Blocked, isAnsweredInPlace } from './setup/blocked.tsx'

export function settingsPages(app: Hono<AppEnv>): void {
  app.get(paths.settings(':districtId'), (c) => settingsPage(c, c.req.param('districtId'), null, null))
  app.post(paths.settings(':districtId'), async (c) => save(c, c.req.param('districtId'), await readForm(c)))
}

async function settingsPage(
  c: PageContext,
  districtId: string,
  refusal: Refusal | null,
  sent: Omit<SettingsState, 'problems'> | null,
) {
  const { ctx } = c.var
  const result = await showSetUp(ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, today, openFrom } = result.value
  const { settings, overview } = textOf(c).setup
  const crumbs = [{ label: overview.title, href: paths.setUp(districtId) }]
  const problems = refusal?.kind === 'invalid' ? refusal.problems : []
  return page(
    c,
    { title: settings.title, district, place: 'setUp', crumbs, status: refusal ? statusOf(refusal) : 200 },
    <>
      <Blocked refusal={refusal} reload={paths.settings(districtId)} />
      <Settings
        district={district}
        today={today}
        from={openFrom !== null && openFrom > today ? openFrom : today}
        seen={await districtStamp(ctx, district)}
        state={sent && { ...sent, problems }}
      />
    </>,
  )
}

async function save(c: PageContext, districtId: string, { values, all }: Posted) {
  const { seen = '', step = '', id = '' } = values
  const sent = { step, id, values, weekdays: all('weekdays'), languages: all('languages') }
  const wrong = unreadable(sent)
  if (wrong) return settingsPage(c, districtId, { kind: 'invalid', problems: [wrong] }, sent)
  const change = changeOf(sent)
  if (!change) return settingsPage(c, districtId, null, null)
  const result = await saveDistrict(c.var.ctx, { districtId, change, seen })
  if (result.kind === 'done') return redirectDone(c, paths.settings(districtId), 'set-up-saved')
  return isAnsweredInPlace(result.refusal)
    ? settingsPage(c, districtId, result.refusal, sent)
    : problemPage(c, result.refusal)
}

const LEGAL_FORMS: readonly LegalForm[] = [
  'single-municipality',
  'host-municipality',
  'joint-task-community',
  'intermunicipal-company',
]
/** What no choice of the form sends. */
function unreadable({ step, values }: Omit<SettingsState, 'problems'>): FieldProblem | undefined {
  const { legalForm = '' } = values
  if (step !== 'head' || LEGAL_FORMS.some((own) => own === legalForm)) return undefined
  return { field: 'legalForm', code: legalForm === '' ? 'missing' : 'out-of-range', value: legalForm }
}

/** A form from before there was the choice leaves it as it is. */
function calendarNamesIn({ calendarNames }: Readonly<Record<string, string>>) {
  const told = CALENDAR_NAMES.find((own) => own === calendarNames)
  return told === undefined ? {} : { calendarNames: told }
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** What the form that was sent asks for; undefined for one that this page has not. */
function changeOf({
  step,
  id,
  values,
  weekdays,
  languages,
}: Omit<SettingsState, 'problems'>): DistrictChange | undefined {
  const at = (name: string) => (values[name] ?? '').trim()
  switch (step) {
    case 'head':
      return {
        kind: 'head',
        name: at('name'),
        legalForm: LEGAL_FORMS.find((own) => own === values.legalForm) ?? 'single-municipality',
        languages: languages.map(toLanguage).filter((own): own is Language => own !== undefined),
        ...calendarNamesIn(values),
      }
    case 'add-member':
      return { kind: 'add-member', municipality: at('municipality'), from: at('from') }
    case 'end-member':
      return { kind: 'end-member', number: id, on: at('on') }
    case 'end-covered':
      return { kind: 'end-covered', id, on: at('on') }
    case 'covered':
      return {
        kind: 'covered',
        id: id === '' ? null : id,
        name: at('name'),
        weekdays: WEEKDAYS.filter((day) => weekdays.includes(String(day))),
        start: at('start'),
        end: at('end'),
        onPublicHolidays: values.onPublicHolidays === 'yes',
        from: at('from'),
      }
    default:
      return undefined
  }
}
