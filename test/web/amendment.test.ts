import { describe, expect, it } from 'vitest'
import { readAmendment } from '../../src/web/duty/amendment.ts'

const posted = (values: Record<string, string>) => ({ values, all: () => [] })

describe('the form that amends a duty', () => {
  it('takes a person and a reason, and nothing more', () => {
    const form = readAmendment(posted({ person: 'a', origin: 'swap', revision: '4' }))
    expect(form).toMatchObject({
      person: 'a',
      origin: 'swap',
      note: '',
      revision: 4,
      waives: false,
      part: null,
      problems: [],
    })
  })

  it('asks for both at their fields', () => {
    const form = readAmendment(posted({}))
    expect(form.problems.map(({ field, code }) => [field, code])).toEqual([
      ['person', 'missing'],
      ['origin', 'missing'],
      ['revision', 'out-of-range'],
    ])
  })

  it.each(['', '-1', '1.5', '1e3'])('refuses %j as the revision that was seen', (revision) => {
    const form = readAmendment(posted({ person: 'a', origin: 'swap', revision }))
    expect(form.problems).toEqual([{ field: 'revision', code: 'out-of-range', value: revision }])
  })

  it('refuses a note with characters that are not seen', () => {
    const form = readAmendment(posted({ person: 'a', origin: 'swap', revision: '4', note: 'ring\u202e' }))
    expect(form.problems).toMatchObject([{ field: 'note', code: 'hidden-character' }])
  })

  it('refuses a reason that is none of the known ones', () => {
    const form = readAmendment(posted({ person: 'a', origin: 'share', revision: '4' }))
    expect(form.problems).toMatchObject([{ field: 'origin' }])
  })

  it('reads the times only where the part is asked for', () => {
    const times = { person: 'a', origin: 'swap', revision: '4', start: '2027-01-04T20:00', end: 'later' }
    expect(readAmendment(posted(times))).toMatchObject({ part: null, problems: [] })
    expect(readAmendment(posted({ ...times, 'is-part': 'yes' })).problems).toMatchObject([
      { field: 'end', code: 'not-a-time', value: 'later' },
    ])
  })
})
