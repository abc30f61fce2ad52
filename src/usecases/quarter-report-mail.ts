import type { ClaimedMessage } from '../data/outbox-store.ts'
import type { Text } from '../text/text.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'

export function quarterReportWords({ payload }: ClaimedMessage, { ledger, reportFiles }: Text): Words {
  const said = textsIn(payload, 'email', 'municipality', 'district', 'from', 'url')
  if (!said) return BROKEN
  const { email, municipality, district, from, url } = said
  const quarter = ledger.period.quarter(Math.ceil(Number(from.slice(5, 7)) / 3), Number(from.slice(0, 4)))
  return mail(email, reportFiles.quarterIsReady(municipality, district, quarter, url))
}
