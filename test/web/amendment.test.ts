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
    ])
  })

  it('refuses a reason that is none of the known ones', () => {
    const form = readAmendment(posted({ person: 'a', origin: 'share' }))
    expect(form.problems).toMatchObject([{ field: 'origin' }])
  })

  it('reads the times only where the part is asked for', () => {
    const times = { person: 'a', origin: 'swap', start: '2027-01-04T20:00', end: 'later' }
    expect(readAmendment(posted(times))).toMatchObject({ part: null, problems: [] })
    expect(readAmendment(posted({ ...times, 'is-part': 'yes' })).problems).toMatchObject([
      { field: 'end', code: 'not-a-time', value: 'later' },
    ])
  })
})
