import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { DUTIES_CHANGED } from '../data/duties-changed.ts'
import type { ClaimedMessage } from '../data/outbox-store.ts'
import { mailedLinkEnds } from '../identity/one-time-link.ts'
import { toLanguage } from '../text/language.ts'
import { type Text, textFor } from '../text/text.ts'
import {
  ADDRESS_CHANGED,
  ADDRESS_CODE,
  ADDRESS_TAKEN,
  addressChangedWords,
  addressCodeWords,
  addressTakenWords,
} from './address-mail.ts'
import { changeMailWords, changeSmsWords } from './change-words.ts'
import type { Context } from './context.ts'
import { digestWords } from './digest-words.ts'
import { ERASURE_ASKED, ERASURE_DONE, erasureAskedWords, erasureDoneWords } from './erasure-mail.ts'
import { LOG_HEADS, logHeadsWords } from './log-heads-mail.ts'
import { INVITATION, invitationWords, LET_IN, letInWords, WAS_RESET, wasResetWords } from './member-mail.ts'
import { quarterReportWords } from './quarter-report-mail.ts'
import { QUARTER_REPORT } from './queue-quarter-reports.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'
import { WAY_IN_CHANGED, wayInWords } from './way-in-mail.ts'

type Wording = (ctx: Context, message: ClaimedMessage, text: Text) => Words | Promise<Words>

/** The words of each kind: they are made when a message is sent, of what holds then. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  'sign-in-link': (ctx, message, text) => linkWords(ctx, message, text.messages.signInLink),
  'confirm-link': (ctx, message, text) => linkWords(ctx, message, text.messages.confirmLink),
  [DUTIES_CHANGED]: (ctx, message, text) =>
    message.channel === 'sms' ? changeSmsWords(ctx, message, text) : changeMailWords(ctx, message, text),
  [WAY_IN_CHANGED]: (_, message, text) => wayInWords(message, text),
  [INVITATION]: (ctx, message) => invitationWords(ctx, message),
  [LET_IN]: (_, message, text) => letInWords(message, text),
  [WAS_RESET]: (_, message, text) => wasResetWords(message, text),
  [LOG_HEADS]: logHeadsWords,
  [ADDRESS_CODE]: addressCodeWords,
  [ADDRESS_TAKEN]: (_, message, text) => addressTakenWords(message, text),
  [ADDRESS_CHANGED]: (_, message, text) => addressChangedWords(message, text),
  [ERASURE_ASKED]: (_, message, text) => erasureAskedWords(message, text),
  [ERASURE_DONE]: (_, message) => erasureDoneWords(message),
  [QUARTER_REPORT]: (_, message, text) => quarterReportWords(message, text),
  'weekly-digest': digestWords,
  'draft-circulated': (ctx, message, text) => districtWords(ctx, message, text.messages.draftCirculated),
  'availability-changed': (ctx, message, text) =>
    districtWords(ctx, message, text.messages.availabilityChanged),
}

/** What a message says now. */
export async function toldBy(ctx: Context, message: ClaimedMessage): Promise<Words> {
  const wording = Object.hasOwn(WORDINGS, message.kind) ? WORDINGS[message.kind] : undefined
  if (!wording) return { kind: 'broken', why: `a message of kind ${message.kind} has no words` }
  // Whoever has chosen no language is told in the one that they read when they asked.
  const asked = toLanguage(textsIn(message.payload, 'language')?.language)
  return wording(ctx, message, textFor(message.language ?? asked ?? 'nb'))
}

function linkWords(
  ctx: Context,
  { payload, createdAt }: ClaimedMessage,
  words: Text['messages']['signInLink'],
): Words {
  const said = textsIn(payload, 'email', 'url')
  if (!said) return BROKEN
  if (mailedLinkEnds(createdAt) <= ctx.now) return { kind: 'unneeded', why: 'the link has run out' }
  return mail(said.email, words(said.url))
}

/** A day on, nobody waits for such a message any more. */
const NEWS_MINUTES: Minute = MINUTES_PER_DAY

function districtWords(
  ctx: Context,
  { payload, createdAt }: ClaimedMessage,
  words: Text['messages']['draftCirculated'],
): Words {
  const said = textsIn(payload, 'email', 'district', 'url')
  if (!said) return BROKEN
  if (createdAt + NEWS_MINUTES <= ctx.now) return { kind: 'unneeded', why: 'it is too old to be news' }
  return mail(said.email, words(said.district, said.url))
}
