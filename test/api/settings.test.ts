import { describe, expect, it } from 'vitest'
import { settingFaults, settingWarnings } from '../../src/api/settings.ts'

const GOOD = {
  mode: 'production',
  ORIGIN: 'https://legevakt.example',
  SECURITY_CONTACT: 'sikkerhet@example.test',
} as const

describe('the settings of an installation', () => {
  it('are told nothing of when all is there', () => {
    expect([settingFaults(GOOD), settingWarnings(GOOD)]).toEqual([[], []])
    expect(settingWarnings({ mode: 'development' })).toEqual([])
  })

  it.each([
    'legevakt.example',
    'https://legevakt.example/',
    'https://legevakt.example/vakt',
    'ftp://a.example',
    '',
  ])('let nothing start with an address that is none: %s', (ORIGIN) => {
    expect(settingFaults({ ORIGIN })).toEqual([expect.stringContaining(`ORIGIN is "${ORIGIN}"`)])
  })

  it.each([
    [{ SECURITY_CONTACT: undefined }, 'SECURITY_CONTACT is not set'],
    [{ SECURITY_CONTACT: 'ring oss' }, 'SECURITY_CONTACT is no address'],
    [{ ORIGIN: undefined }, 'ORIGIN is not set'],
    [{ ORIGIN: 'http://legevakt.example' }, 'without https'],
    [{ ORIGIN: 'http://localhost:8787' }, 'on any other machine'],
    [
      { MAIL_URL: 'https://mail.example', MAIL_FROM: 'a@example.test' },
      'mail: off, since MAIL_KEY is not set',
    ],
    [{ SMS_KEY: 'k' }, 'text messages: off, since SMS_URL and SMS_FROM is not set'],
  ])('are warned of at start: %j', (changed, sentence) => {
    expect(settingWarnings({ ...GOOD, ...changed })).toEqual([expect.stringContaining(sentence)])
  })
})
