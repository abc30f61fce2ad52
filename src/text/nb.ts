import * as access from './nb/access.ts'
import * as agreement from './nb/agreement.ts'
import * as agreementValues from './nb/agreement-values.ts'
import * as agreementWords from './nb/agreement-words.ts'
import * as audit from './nb/audit.ts'
import * as board from './nb/board.ts'
import * as boardEdit from './nb/board-edit.ts'
import * as boardPanels from './nb/board-panels.ts'
import * as boardSync from './nb/board-sync.ts'
import * as buildMenu from './nb/build-menu.ts'
import * as building from './nb/building.ts'
import * as calendar from './nb/calendar.ts'
import * as circulating from './nb/circulating.ts'
import * as comparing from './nb/comparing.ts'
import * as doctorForm from './nb/doctor-form.ts'
import * as door from './nb/door.ts'
import * as dutyNow from './nb/duty-now.ts'
import * as exemptions from './nb/exemptions.ts'
import * as feed from './nb/feed.ts'
import * as format from './nb/format.ts'
import * as freeText from './nb/free-text.ts'
import * as history from './nb/history.ts'
import * as ledger from './nb/ledger.ts'
import * as lines from './nb/lines.ts'
import * as members from './nb/members.ts'
import * as messages from './nb/messages.ts'
import * as notices from './nb/notices.ts'
import * as ownData from './nb/own-data.ts'
import * as pages from './nb/pages.ts'
import * as passkeys from './nb/passkeys.ts'
import * as paste from './nb/paste.ts'
import * as payroll from './nb/payroll.ts'
import * as people from './nb/people.ts'
import * as plans from './nb/plans.ts'
import * as privacy from './nb/privacy.ts'
import * as problems from './nb/problems.ts'
import * as providers from './nb/providers.ts'
import * as publishing from './nb/publishing.ts'
import * as repair from './nb/repair.ts'
import * as report from './nb/report.ts'
import * as reportFiles from './nb/report-files.ts'
import * as reportPages from './nb/report-pages.ts'
import * as reportShares from './nb/report-shares.ts'
import * as reportTime from './nb/report-time.ts'
import * as reportYearly from './nb/report-yearly.ts'
import * as setup from './nb/setup.ts'
import * as signIn from './nb/sign-in.ts'
import * as tables from './nb/tables.ts'
import * as views from './nb/views.ts'
import * as violations from './nb/violations.ts'
import * as weights from './nb/weights.ts'
import * as why from './nb/why.ts'
import * as words from './nb/words.ts'

/** Every sentence in bokmål, by topic. */
export const nb = {
  language: 'nb' as const,
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
}
