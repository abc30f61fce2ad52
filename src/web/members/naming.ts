import type { Minute } from '../../core/time/minute.ts'
import { toWall } from '../../core/time/oslo.ts'
import type { Text } from '../../text/text.ts'
import type { Giver, MemberName } from '../../usecases/show-members.ts'

/** What somebody is called on the page: by name where the district has one, else by address. */
export function calledIn({ members }: Text, { name, email }: MemberName): string {
  return name ?? email ?? members.list.nameless
}

/** The local date of an instant, in words. */
export function dayIn({ format }: Text, at: Minute): string {
  return format.dateOnly(toWall(at).date)
}

/** 'gitt av …'; '' where that is not told. */
export function giverIn(text: Text, by: Giver): string {
  const { list } = text.members
  if (by.kind === 'unknown') return ''
  return list.givenBy(by.kind === 'member' ? calledIn(text, by.who) : list.administrator)
}
