import type { Channel, Channels } from '../usecases/deliver-messages.ts'
import type { Gateway } from './json-post.ts'
import { mailChannel } from './mail-channel.ts'
import { smsChannel } from './sms-channel.ts'

/** What an installation is given to send by; a channel of which one is missing is off. */
export interface ChannelSettings {
  readonly MAIL_URL?: string | undefined
  readonly MAIL_KEY?: string | undefined
  readonly MAIL_FROM?: string | undefined
  readonly SMS_URL?: string | undefined
  readonly SMS_KEY?: string | undefined
  readonly SMS_FROM?: string | undefined
}

/** The channels of an installation in production. */
export function channelsOf(settings: ChannelSettings): Channels {
  const mail = gatewayOf(settings.MAIL_URL, settings.MAIL_KEY, settings.MAIL_FROM)
  const sms = gatewayOf(settings.SMS_URL, settings.SMS_KEY, settings.SMS_FROM)
  return { ...(mail && { mail: mailChannel(mail) }), ...(sms && { sms: smsChannel(sms) }) }
}

/** The channels of a development server, where nothing leaves: sign-in links are printed, the rest is read in the outbox. */
export const DEVELOPMENT_CHANNELS: Channels = { mail: printed, sms: printed }

/** How the first line of a printed mail begins, by which `npm start` knows that it is no error. */
export const MAIL_MARK = 'Mail to '

/** On standard error, since `npm start` lets nothing else of the server through. */
function printed(...[{ to, body, kind }]: Parameters<Channel>): ReturnType<Channel> {
  if (kind === 'sign-in-link' || kind === 'confirm-link') console.error(`${MAIL_MARK}${to}\n${body}`)
  return Promise.resolve({ kind: 'accepted' })
}

/** The channels that are on, by name. */
export function namesOf(channels: Channels): ('mail' | 'sms')[] {
  return (['mail', 'sms'] as const).filter((name) => channels[name])
}

function gatewayOf(url = '', key = '', from = ''): Gateway | undefined {
  return url === '' || key === '' || from === '' ? undefined : { url, key, from }
}
