import { describe, expect, it } from 'vitest'
import { boardStateOf } from '../../src/web/board/board-state.ts'
import { printDates, printHref, printStateOf } from '../../src/web/board/print-state.ts'

const asked = (query: string) => {
  const values = new URLSearchParams(query)
  return { query: (name: string) => values.get(name) ?? undefined }
}
const sheetOf = (query: string) => printDates(printStateOf(asked(query), '2027-01-01'))
const hrefFrom = (from: string, plan: { from: string; to: string } | null) =>
  printHref('/print', boardStateOf(asked(`from=${from}`), from), plan)
const monthOf = (href: string) => sheetOf(`${href.split('?')[1]}`.replace('what=six-weeks', 'what=month'))

describe('the way from a board to paper', () => {
  it('prints the month that has most of the weeks seen, not the one of their first Monday', () => {
    const href = hrefFrom('2027-04-01', null)
    expect(href).toContain('from=2027-03-29')
    expect(monthOf(href)).toEqual({ from: '2027-04-01', to: '2027-05-01' })
    expect(monthOf(hrefFrom('2027-03-15', null))).toEqual({ from: '2027-04-01', to: '2027-05-01' })
  })
  it('prints the same six weeks as are seen', () => {
    expect(sheetOf(`${hrefFrom('2027-03-15', null).split('?')[1]}`)).toEqual({
      from: '2027-03-15',
      to: '2027-04-26',
    })
  })
  it('takes a date that is chosen on the page by its own month', () => {
    expect(sheetOf('what=month&from=2027-03-15&board=2027-03-08')).toEqual({
      from: '2027-03-01',
      to: '2027-04-01',
    })
  })
  it('begins with the first day of a plan that begins in the weeks seen, as a month where it is one', () => {
    const month = hrefFrom('2027-04-01', { from: '2027-04-01', to: '2027-05-01' })
    expect(month).toContain('what=month')
    expect(month).toContain('from=2027-04-01')
    expect(hrefFrom('2027-04-01', { from: '2027-04-01', to: '2027-10-01' })).toContain('what=six-weeks')
  })
})
