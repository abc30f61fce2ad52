import { describe, expect, it } from 'vitest'
import { shownLine } from '../../scripts/mail-line.ts'

/** As wrangler 4 writes it, with the colours that it writes however it is asked not to. */
const marked = (text: string) =>
  `\u001b[31m✘ \u001b[41;31m[\u001b[41;97mERROR\u001b[41;31m]\u001b[0m \u001b[1m${text}\u001b[0m`

describe('a line of the development server', () => {
  it('that begins a printed mail is no error', () => {
    expect(shownLine(marked('Mail to doctor@example.test'))).toBe('Mail to doctor@example.test')
  })

  it('of any other kind stays as it is', () => {
    for (const line of [
      marked('GET / ReferenceError: mail'),
      '  http://localhost:8787/sign-in/x',
      '',
      'Mail to x',
      'no Mail to x',
    ])
      expect(shownLine(line)).toBe(line)
  })
})
