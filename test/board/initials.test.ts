import { describe, expect, it } from 'vitest'
import { shownInitials } from '../../src/board/initials.ts'
import { makeDoctor } from '../support/make-district.ts'

describe('initials on the board', () => {
  it('are the doctors’ own, with a number where an older file has two alike', () => {
    const doctors = [
      makeDoctor('a', { initials: 'KN' }),
      makeDoctor('b', { initials: 'kn' }),
      makeDoctor('c', { initials: 'KN' }),
      makeDoctor('d', { initials: 'KN2' }),
    ]
    expect([...shownInitials({ doctors }).values()]).toEqual(['KN', 'kn2', 'KN3', 'KN22'])
  })
})
