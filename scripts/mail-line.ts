import { stripVTControlCharacters } from 'node:util'
import { MAIL_MARK } from '../src/jobs/channels.ts'

/**
 * A line of the server's standard error as it is shown. The server has no other way to the terminal than its errors, which
 * wrangler marks as such: of a printed mail the mark is taken away.
 */
export function shownLine(line: string): string {
  const plain = stripVTControlCharacters(line)
  const at = plain.indexOf(MAIL_MARK)
  return at > 0 && plain.slice(0, at).trim().endsWith('[ERROR]') ? plain.slice(at) : line
}
