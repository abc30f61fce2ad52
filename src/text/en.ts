import * as access from './en/access.ts'
import * as agreement from './en/agreement.ts'
import * as agreementValues from './en/agreement-values.ts'
import * as agreementWords from './en/agreement-words.ts'
import * as audit from './en/audit.ts'
import * as board from './en/board.ts'
import * as boardEdit from './en/board-edit.ts'
import * as boardPanels from './en/board-panels.ts'
import * as boardSync from './en/board-sync.ts'
import * as buildMenu from './en/build-menu.ts'
import * as building from './en/building.ts'
import * as calendar from './en/calendar.ts'
import * as circulating from './en/circulating.ts'
import * as comparing from './en/comparing.ts'
import * as doctorForm from './en/doctor-form.ts'
import * as door from './en/door.ts'
import * as dutyNow from './en/duty-now.ts'
import * as exemptions from './en/exemptions.ts'
import * as feed from './en/feed.ts'
import * as format from './en/format.ts'
import * as freeText from './en/free-text.ts'
import * as history from './en/history.ts'
import * as ledger from './en/ledger.ts'
import * as lines from './en/lines.ts'
import * as members from './en/members.ts'
import * as messages from './en/messages.ts'
import * as notices from './en/notices.ts'
import * as ownData from './en/own-data.ts'
import * as pages from './en/pages.ts'
import * as passkeys from './en/passkeys.ts'
import * as paste from './en/paste.ts'
import * as payroll from './en/payroll.ts'
import * as people from './en/people.ts'
import * as plans from './en/plans.ts'
import * as privacy from './en/privacy.ts'
import * as problems from './en/problems.ts'
import * as providers from './en/providers.ts'
import * as publishing from './en/publishing.ts'
import * as repair from './en/repair.ts'
import * as report from './en/report.ts'
import * as reportFiles from './en/report-files.ts'
import * as reportPages from './en/report-pages.ts'
import * as reportShares from './en/report-shares.ts'
import * as reportTime from './en/report-time.ts'
import * as reportYearly from './en/report-yearly.ts'
import * as setup from './en/setup.ts'
import * as signIn from './en/sign-in.ts'
import * as tables from './en/tables.ts'
import * as views from './en/views.ts'
import * as violations from './en/violations.ts'
import * as weights from './en/weights.ts'
import * as why from './en/why.ts'
import * as words from './en/words.ts'
import type { nb } from './nb.ts'
import type { Shape } from './shape.ts'

/** Every sentence in English, by topic, in the shape of bokmål. */
export const en = {
  language: 'en' as const,
  format,
  words,
  pages,
  plans,
  people,
  access,
  audit,
  agreement,
  agreementWords,
  agreementValues,
  board,
  boardEdit,
  boardPanels,
  boardSync,
  building,
  calendar,
  doctorForm,
  door,
  dutyNow,
  exemptions,
  freeText,
  feed,
  ledger,
  lines,
  members,
  messages,
  notices,
  views,
  violations,
  ownData,
  privacy,
  problems,
  providers,
  repair,
  report,
  reportFiles,
  reportPages,
  reportShares,
  reportTime,
  reportYearly,
  setup,
  signIn,
  weights,
  buildMenu,
  circulating,
  comparing,
  history,
  publishing,
  why,
  tables,
  passkeys,
  paste,
  payroll,
} satisfies Shape<typeof nb>
