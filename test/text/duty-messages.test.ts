import { describe, expect, it } from 'vitest'
import type { DutyChange, HeldTime } from '../../src/core/rota/duty-change.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { urgentSms as en } from '../../src/text/en/messages.ts'
import { urgentSms as nb } from '../../src/text/nb/messages.ts'
import { urgentSms as nn } from '../../src/text/nn/messages.ts'
import { fromText } from '../../src/usecases/text-message.ts'

const URL = 'https://vakt.example.test/me/changes'

const held = (from: string, to: string): HeldTime => ({
  start: fromUtcText(from),
  end: fromUtcText(to),
  pieces: [],
  shadowing: false,
})
const evening = held('2027-01-05T15:00Z', '2027-01-05T22:00Z')
const night = held('2027-01-05T22:00Z', '2027-01-06T07:00Z')

function change(before: HeldTime | null, after: HeldTime | null): DutyChange {
  const line = { id: 'h', name: 'Heim', code: 'H1', form: 'home', place: '' } as const
  const duty = {
    districtId: 'nord',
    districtName: 'Nord',
    revision: 2,
    at: 0,
    needId: 'h.n',
    seat: 0,
    name: 'Natt',
  }
  return { ...duty, line, before, after }
}

describe('a text message about a change that hastes', () => {
  it('says whether a duty was got, lost or moved, and when', () => {
    const said = (sms: typeof nb) =>
      [change(null, evening), change(evening, null), change(evening, night), change(night, night)].map(
        (own) => sms('Nord', [own], URL),
      )
    expect(said(nb)).toEqual([
      `Legevaktplan, Nord, haster: Ny vakt tir. 5. jan. 16:00–23:00. Se og bekreft: ${URL}`,
      `Legevaktplan, Nord, haster: Ikke lenger din: tir. 5. jan. 16:00–23:00. Se og bekreft: ${URL}`,
      `Legevaktplan, Nord, haster: Flyttet fra tir. 5. jan. 16:00–23:00 til tir. 5. jan. 23:00 – ons. 6. jan. 08:00. Se og bekreft: ${URL}`,
      `Legevaktplan, Nord, haster: Endret vakt tir. 5. jan. 23:00 – ons. 6. jan. 08:00. Se og bekreft: ${URL}`,
    ])
    expect(said(nn)[1]).toBe(
      `Legevaktplan, Nord, hastar: Ikkje lenger di: tys. 5. jan. 16:00–23:00. Sjå og stadfest: ${URL}`,
    )
    expect(said(en)[0]).toBe(
      `Legevaktplan, Nord, urgent: New duty Tue 5 Jan 16:00–23:00. See and confirm: ${URL}`,
    )
  })

  it('tells the rest by number, and is not cut', () => {
    const text = nb(
      'Nordøy og omland',
      Array.from({ length: 9 }, () => change(null, night)),
      URL,
    )
    expect(text).toContain('Og 6 vakter til. Se og bekreft')
    expect(fromText(text)).toBe(text.replaceAll('–', '-'))
  })
})
