import type { nb } from './nb.ts'
import * as access from './nn/access.ts'
import * as agreement from './nn/agreement.ts'
import * as agreementValues from './nn/agreement-values.ts'
import * as agreementWords from './nn/agreement-words.ts'
import * as audit from './nn/audit.ts'
import * as board from './nn/board.ts'
import * as boardEdit from './nn/board-edit.ts'
import * as boardPanels from './nn/board-panels.ts'
import * as boardSync from './nn/board-sync.ts'
import * as buildMenu from './nn/build-menu.ts'
import * as building from './nn/building.ts'
import * as calendar from './nn/calendar.ts'
import * as circulating from './nn/circulating.ts'
import * as comparing from './nn/comparing.ts'
import * as doctorForm from './nn/doctor-form.ts'
import * as door from './nn/door.ts'
import * as dutyNow from './nn/duty-now.ts'
import * as exemptions from './nn/exemptions.ts'
import * as feed from './nn/feed.ts'
import * as format from './nn/format.ts'
import * as freeText from './nn/free-text.ts'
import * as history from './nn/history.ts'
import * as ledger from './nn/ledger.ts'
import * as lines from './nn/lines.ts'
import * as members from './nn/members.ts'
import * as messages from './nn/messages.ts'
import * as notices from './nn/notices.ts'
import * as ownData from './nn/own-data.ts'
import * as pages from './nn/pages.ts'
import * as passkeys from './nn/passkeys.ts'
import * as paste from './nn/paste.ts'
import * as payroll from './nn/payroll.ts'
import * as people from './nn/people.ts'
import * as plans from './nn/plans.ts'
import * as privacy from './nn/privacy.ts'
import * as problems from './nn/problems.ts'
import * as providers from './nn/providers.ts'
import * as publishing from './nn/publishing.ts'
import * as repair from './nn/repair.ts'
import * as report from './nn/report.ts'
import * as reportFiles from './nn/report-files.ts'
import * as reportPages from './nn/report-pages.ts'
import * as reportShares from './nn/report-shares.ts'
import * as reportTime from './nn/report-time.ts'
import * as reportYearly from './nn/report-yearly.ts'
import * as setup from './nn/setup.ts'
import * as signIn from './nn/sign-in.ts'
import * as tables from './nn/tables.ts'
import * as views from './nn/views.ts'
import * as violations from './nn/violations.ts'
import * as weights from './nn/weights.ts'
import * as why from './nn/why.ts'
import * as words from './nn/words.ts'
import type { Shape } from './shape.ts'

/** Every sentence in nynorsk, by topic, in the shape of bokmål. */
export const nn = {
  language: 'nn' as const,
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
