import { toContact } from './security-contact.ts'

/** What both entries are given beside secrets: each by its name in the environment. */
export interface Settings {
  readonly mode: 'development' | 'production'
  readonly ORIGIN?: string | undefined
  readonly MAIL_URL?: string | undefined
  readonly MAIL_KEY?: string | undefined
  readonly MAIL_FROM?: string | undefined
  readonly SMS_URL?: string | undefined
  readonly SMS_KEY?: string | undefined
  readonly SMS_FROM?: string | undefined
  readonly SECURITY_CONTACT?: string | undefined
}

/** What makes an installation answer wrongly, each a sentence for whoever runs it: Node does not start with any. */
export function settingFaults({ ORIGIN }: Pick<Settings, 'ORIGIN'>): string[] {
  return ORIGIN === undefined || isOrigin(ORIGIN)
    ? []
    : [
        `ORIGIN is "${ORIGIN}": it is where people reach the installation, as https://legevakt.example, without a path or a slash at the end`,
      ]
}

/** What is missing and can be lived without, each a sentence for the log at start. */
export function settingWarnings(settings: Settings): string[] {
  if (settings.mode === 'development') return []
  return [...originWarnings(settings), ...gatewayWarnings(settings), ...contactWarnings(settings)]
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.toLowerCase()
}

function originWarnings({ ORIGIN }: Settings): string[] {
  if (ORIGIN === undefined)
    return [
      'ORIGIN is not set: set it to where people reach the installation, https://…, or links in mails may lead nowhere',
    ]
  const url = URL.parse(ORIGIN)
  if (url?.protocol !== 'http:') return []
  return url.hostname === 'localhost'
    ? [`ORIGIN is ${ORIGIN}: links in mails lead nowhere on any other machine`]
    : [`ORIGIN is ${ORIGIN}: without https anybody on the way reads who signs in, and passkeys do not work`]
}

const GATEWAYS = [
  ['mail', ['MAIL_URL', 'MAIL_KEY', 'MAIL_FROM']],
  ['text messages', ['SMS_URL', 'SMS_KEY', 'SMS_FROM']],
] as const

/** A way of sending that was begun and not finished; mail that was not begun is told by the outbox. */
function gatewayWarnings(settings: Settings): string[] {
  return GATEWAYS.flatMap(([what, names]) => {
    const missing = names.filter((name) => (settings[name] ?? '') === '')
    const isHalf = missing.length > 0 && missing.length < names.length
    return isHalf ? [`${what}: off, since ${missing.join(' and ')} is not set`] : []
  })
}

function contactWarnings({ SECURITY_CONTACT = '' }: Settings): string[] {
  if (toContact(SECURITY_CONTACT) !== undefined) return []
  const why = SECURITY_CONTACT.trim() === '' ? 'is not set' : 'is no address of mail or https'
  return [`SECURITY_CONTACT ${why}: whoever finds a hole is told nowhere whom to tell`]
}
