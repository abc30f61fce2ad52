import { dutyMessagesIn, type MessageText } from '../duty-messages.ts'
import * as format from './format.ts'
import { forms } from './words.ts'

export function signInLink(url: string): MessageText {
  return {
    subject: 'Signing in to Legevaktplan',
    body: [
      'Open the link to sign in. It works once, for 10 minutes.',
      url,
      'Did you not ask for it? Then you can ignore this message.',
    ].join('\n'),
  }
}

export function confirmLink(url: string): MessageText {
  return {
    subject: 'Confirm that it is you',
    body: [
      'Open the link to confirm that it is you who uses Legevaktplan now. It works once, for 10 minutes.',
      url,
      'Did you not ask for it? Then you can ignore this message. Do not give it to others.',
    ].join('\n'),
  }
}

const ifNotYou = (lead: string, at: string, url: string): string =>
  [
    `${lead} ${at}.`,
    'If it was you, there is nothing to do.',
    'If it was not you, look over the ways to sign in, remove what you do not recognise, end other sessions, and tell a coordinator or the administrator:',
    url,
  ].join('\n')

/** To whoever's account it is, when a way to sign in is added or taken away; `at` is date and time. */
export const wayInChanged = {
  providerLinked: (at: string, url: string): MessageText => ({
    subject: 'A new sign-in was linked to your account in Legevaktplan',
    body: ifNotYou('A new sign-in by another service was linked to your account in Legevaktplan', at, url),
  }),
  providerUnlinked: (at: string, url: string): MessageText => ({
    subject: 'A sign-in was removed in Legevaktplan',
    body: ifNotYou('A sign-in by another service was removed from your account in Legevaktplan', at, url),
  }),
  passkeyAdded: (at: string, url: string): MessageText => ({
    subject: 'A new passkey was added in Legevaktplan',
    body: ifNotYou('A new passkey was added to your account in Legevaktplan', at, url),
  }),
  passkeyRemoved: (at: string, url: string): MessageText => ({
    subject: 'A passkey was removed in Legevaktplan',
    body: ifNotYou('A passkey was removed from your account in Legevaktplan', at, url),
  }),
}

export const { dutiesChanged, urgentSms, weeklyDigest } = dutyMessagesIn({
  format,
  forms,
  subjects: {
    gained: (count, district, day) =>
      count === 1
        ? `New duty in ${district}: ${day}`
        : `${format.count(count, 'new duty', 'new duties')} in ${district}, the first on ${day}`,
    lost: (count, district, day) =>
      count === 1
        ? `No longer your duty in ${district}: ${day}`
        : `${format.count(count, 'duty', 'duties')} in ${district} no longer yours, the nearest on ${day}`,
    changed: (count, district, day) =>
      count === 1
        ? `Duty changed in ${district}: ${day}`
        : `${format.count(count, 'duty', 'duties')} changed in ${district}, the nearest on ${day}`,
  },
  haste: 'URGENT:',
  publishedLead: (district) => `The rota of ${district} has been published, and your duties have changed.`,
  changedLead: (district) => `Your duties in ${district} have changed.`,
  confirm: 'URGENT: This is about duties within 48 hours. Confirm that you have seen it.',
  confirmHere: 'Confirm here:',
  others: 'Other changes:',
  gained: 'New duties:',
  lost: 'No longer yours:',
  moved: 'Changed duties:',
  before: 'Before:',
  after: 'Now:',
  shadowing: 'you shadow another doctor',
  yourDuties: 'All your duties:',
  yourCalendar: 'Your calendar:',
  noReply: 'This message was sent by Legevaktplan. It cannot be replied to.',
  sms: (district, said, url) => `Legevaktplan, ${district}, urgent: ${said}. See and confirm: ${url}`,
  smsGained: (time) => `New duty ${time}`,
  smsLost: (time) => `No longer yours: ${time}`,
  smsMoved: (before, after) => `Moved from ${before} to ${after}`,
  smsChanged: (time) => `Changed duty ${time}`,
  smsMore: (count) => `And ${format.count(count, 'more duty', 'more duties')}`,
  digestSubject: (week, count) =>
    `Overview of ${week}: ${count === 0 ? 'no duties' : format.count(count, 'duty', 'duties')} in the next four weeks`,
  digestDuties: 'Your duties in the next four weeks:',
  digestNone: 'You have no duties in the next four weeks.',
  digestChanges: 'Changed since last Monday:',
  digestUnconfirmed: (count) =>
    `${format.count(count, 'urgent change waits', 'urgent changes wait')} for you to confirm.`,
  digestStop: 'You get this overview because you asked for it. Turn it off on the page of your calendar.',
})

export function draftCirculated(district: string, url: string): MessageText {
  return {
    subject: `Draft rota for ${district}`,
    body: [
      `A draft rota for ${district} is out for comments. Its duties do not count until it is published.`,
      url,
    ].join('\n'),
  }
}

export function availabilityChanged(district: string, url: string): MessageText {
  return {
    subject: `Availability has changed in ${district}`,
    body: [`Availability has changed in ${district}, and it touches published duties. See which:`, url].join(
      '\n',
    ),
  }
}

export const kinds = {
  'sign-in-link': 'Sign-in link',
  'confirm-link': 'Confirmation of sign-in',
  'way-in-changed': 'Changed sign-in',
  'duties-changed': 'Changed duties',
  'log-heads': 'Ends of the log',
  'quarter-report': 'Quarterly report',
  'weekly-digest': 'Weekly overview',
  invitation: 'Invitation',
  'administrator-let-in': 'Access given by the administrator',
  'sign-in-reset': 'Sign-in reset',
  'draft-circulated': 'Draft for comments',
  'availability-changed': 'Changed availability',
  other: 'Another message',
} as const

export const undelivered = {
  title: 'Could not be sent',
  lead: 'Messages to people of this district in the last 30 days that could not be sent. They are not tried again by themselves.',
  none: 'All messages to people of this district are sent or wait to be sent.',
  elsewhere: 'Messages that did not arrive',
  elsewhereLead:
    'Sign-in links and weekly overviews of the last 30 days. Messages about duties and drafts are seen by each district’s coordinator on the district’s own page.',
  elsewhereNone: 'All sign-in links and weekly overviews are sent or wait to be sent.',
  inDistricts: 'Your districts',
  amount: (amount: number) =>
    amount === 0
      ? 'all is sent or waits'
      : `${format.count(amount, 'message', 'messages')} could not be sent`,
  inDistrict: (amount: number) => `${format.count(amount, 'message', 'messages')} could not be sent`,
  see: 'See which messages could not be sent',
  message: 'Message',
  by: (kind: string, channel: string) => `${kind} by ${channel}`,
  made: 'Made',
  why: 'Why',
  answer: 'What the service answered',
  causes: {
    address: 'The address or number was not accepted. Correct it on the doctor’s page.',
    key: 'The service did not accept the key or the sender. Tell whoever runs Legevaktplan.',
    'no-answer': 'The service did not answer.',
    busy: 'The service had too much to do.',
    refused: 'The service would not take the message.',
    unknown: 'We do not know why.',
  },
  again: 'What now',
  sendAgain: 'Send again',
  sendAgainTo: (name: string) => `Send again to ${name}`,
  standing: {
    done: 'Is sent again',
    'no-address': 'No address or number is given. Ring, or enter it on the doctor’s page.',
    'ask-anew': 'Whoever was to sign in must ask for a new link.',
    impossible: 'Cannot be sent again. Tell them yourself.',
  },
}

export const channels = { mail: 'email', sms: 'text message' } as const

export const outbox = {
  title: 'Outbox',
  lead: 'Nothing leaves this machine: here are the messages that would have been sent, the newest first.',
  empty: 'No messages yet.',
  to: 'To',
  waiting: (at: string) => `Waits until ${at}`,
  sent: 'Sent',
  unsent: (why: string) => `Not sent, and not needed: ${why}`,
  dead: (why: string) => `Given up: ${why}`,
  attachment: (name: string) => `Attachment: ${name}`,
}
