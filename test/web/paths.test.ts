import { describe, expect, it } from 'vitest'
import { paths, withQuery } from '../../src/web/paths.ts'

describe('addresses', () => {
  it('escape what people and files named', () => {
    expect(paths.duty('nord/øy', 'h1.2027-01-04.natt', 0)).toBe(
      '/districts/nord%2F%C3%B8y/duties/h1.2027-01-04.natt/0',
    )
    expect(paths.signInLink('a?b#c')).toBe('/sign-in/a%3Fb%23c')
  })

  it('give the patterns that routes are registered under', () => {
    expect(paths.draft(':districtId', ':draftId')).toBe('/districts/:districtId/drafts/:draftId')
  })

  it('leave empty values out of the query and escape the others', () => {
    expect(
      withQuery('/x', { from: '2027-01-04', cell: 'a.b#0', none: null, empty: '', gone: undefined }),
    ).toBe('/x?from=2027-01-04&cell=a.b%230')
    expect(withQuery('/x', {})).toBe('/x')
  })
})
