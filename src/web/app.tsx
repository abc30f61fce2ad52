import { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { absencePages } from './absence-pages.tsx'
import { accessPages } from './access-pages.tsx'
import { agreementPages } from './agreement-pages.tsx'
import { buildPages } from './build-pages.tsx'
import { calendarPages } from './calendar-pages.tsx'
import { circulatedPages } from './circulated-pages.tsx'
import { comparisonPages } from './comparison-pages.tsx'
import { confirmLinkPages } from './confirm-link-pages.tsx'
import { confirmPages } from './confirm-pages.tsx'
import { contactPages } from './contact-pages.tsx'
import { dayNotePages } from './day-note-pages.tsx'
import { devPages } from './dev-pages.tsx'
import { districtCalendarPages } from './district-calendar-pages.tsx'
import { districtPages } from './district-pages.tsx'
import { doctorFormPages } from './doctor-form-pages.tsx'
import { doctorPages } from './doctor-pages.tsx'
import { draftLifePages } from './draft-life-pages.tsx'
import { draftListPages } from './draft-list-pages.tsx'
import { draftPages } from './draft-pages.tsx'
import { dutyNowPages } from './duty-now-pages.tsx'
import { dutyPages } from './duty-pages.tsx'
import { exemptionPages } from './exemption-pages.tsx'
import { giveBackHeld } from './held-form.ts'
import { heldPages } from './held-pages.tsx'
import { homePages } from './home-pages.tsx'
import { hoursPages } from './hours-pages.tsx'
import { installationPages } from './installation-pages.tsx'
import { issuerPages } from './issuer-pages.tsx'
import { languagePages } from './language-pages.ts'
import { ledgerPages } from './ledger-pages.tsx'
import { linePages } from './line-pages.tsx'
import { logPages } from './log-pages.tsx'
import { memberPages } from './member-pages.tsx'
import { municipalityPages } from './municipality-pages.tsx'
import { myPages } from './my-pages.tsx'
import { noticePages } from './notice-pages.tsx'
import { ownDataPages } from './own-data-pages.tsx'
import { passkeyPages } from './passkey-pages.tsx'
import { pastePages } from './paste-pages.tsx'
import { payrollPages } from './payroll-pages.tsx'
import { onlyForms } from './posted-body.tsx'
import { printPages } from './print-pages.tsx'
import { privacyPages } from './privacy-pages.tsx'
import { providerPages } from './provider-pages.tsx'
import { publishPages } from './publish-pages.tsx'
import { repairPages } from './repair-pages.tsx'
import { reportFilePages } from './report-file-pages.ts'
import { reportPages } from './report-pages.tsx'
import { reportSharesPages } from './report-shares-pages.tsx'
import { reportTimePages } from './report-time-pages.tsx'
import { revisionPages } from './revision-pages.tsx'
import { rotaPages } from './rota-pages.tsx'
import { settingsPages } from './settings-pages.tsx'
import { setUpPages } from './setup-pages.tsx'
import { signInPages } from './sign-in-pages.tsx'
import { unavailabilityPages } from './unavailability-pages.tsx'
import { undeliveredPages } from './undelivered-pages.tsx'
import { weightPages } from './weight-pages.tsx'
import { whyPages } from './why-pages.tsx'
import { wishPages } from './wish-pages.tsx'

/** False in what is bundled to be deployed, so that these doors are not even in its code; not set where nothing is bundled. */
declare const WITH_DEV_DOORS: boolean | undefined
const devRooms = typeof WITH_DEV_DOORS === 'undefined' || WITH_DEV_DOORS ? [devPages] : []

/** The door for people: every page and form. Whatever no page answers is left to the front door's `notFoundPage`. */
export function webApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const rooms = [
    accessPages,
    passkeyPages,
    confirmPages,
    confirmLinkPages,
    languagePages,
    homePages,
    setUpPages,
    linePages,
    settingsPages,
    myPages,
    calendarPages,
    districtCalendarPages,
    dutyNowPages,
    memberPages,
    installationPages,
    exemptionPages,
    ...devRooms,
    districtPages,
    rotaPages,
    printPages,
    ownDataPages,
    contactPages,
    privacyPages,
    dayNotePages,
    revisionPages,
    noticePages,
    repairPages,
    dutyPages,
    draftListPages,
    draftPages,
    draftLifePages,
    comparisonPages,
    circulatedPages,
    buildPages,
    weightPages,
    publishPages,
    whyPages,
    wishPages,
    pastePages,
    doctorPages,
    doctorFormPages,
    unavailabilityPages,
    undeliveredPages,
    logPages,
    absencePages,
    municipalityPages,
    hoursPages,
    agreementPages,
    ledgerPages,
    reportFilePages,
    reportPages,
    reportSharesPages,
    payrollPages,
    reportTimePages,
    // Last: below /sign-in whatever no other door takes is the token of a link.
    // Its address would do for a link's secret too.
    heldPages,
    providerPages,
    issuerPages,
    signInPages,
  ]
  app.use(onlyForms)
  app.use(giveBackHeld)
  for (const register of rooms) register(app)
  return app
}
