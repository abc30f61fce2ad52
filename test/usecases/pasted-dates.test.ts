import { describe, expect, it } from 'vitest'
import { readPastedDates } from '../../src/usecases/pasted-dates.ts'

describe('a pasted date', () => {
  it.each([
    ['2027-06-10'],
    ['10.6.27'],
    ['10.06.2027'],
    ['10. 6. 2027'],
    ['10. juni 2027'],
    ['10 JUNI 2027'],
    ['torsdag 10. juni 2027'],
    ['tor. 10. jun. 2027'],
  ])('is read as one day from %j', (text) => {
    expect(readPastedDates(text)).toEqual({ first: '2027-06-10', last: '2027-06-10' })
  })

  it.each([
    ['10.–14. juni 2027', '2027-06-10', '2027-06-14'],
    ['10.6–14.6.27', '2027-06-10', '2027-06-14'],
    ['10.06.2027 - 14.06.2027', '2027-06-10', '2027-06-14'],
    ['28. mai – 2. juni 2027', '2027-05-28', '2027-06-02'],
    ['30. desember 2026 – 2. januar 2027', '2026-12-30', '2027-01-02'],
    ['2027-06-10 – 2027-06-14', '2027-06-10', '2027-06-14'],
    ['10. juni til 14. juni 2027', '2027-06-10', '2027-06-14'],
    ['10. til og med 14. juni 2027', '2027-06-10', '2027-06-14'],
    ['tor. 10. juni – man. 14. juni 2027', '2027-06-10', '2027-06-14'],
  ])('is read as a range from %j', (text, first, last) => {
    expect(readPastedDates(text)).toEqual({ first, last })
  })

  it('is not read as every day from a weekday before a range', () => {
    expect(readPastedDates('mandag, 1. mars – 30. april 2027')).toBeUndefined()
    expect(readPastedDates('mandager 1. mars – 30. april 2027')).toBeUndefined()
  })

  it.each(['', 'i morgen', '10.6.', '31.2.2027', '10. foo 2027', '10/6/2027', '9999-12-31', '10.6.2027–'])(
    'is not read from %j',
    (text) => {
      expect(readPastedDates(text)).toBeUndefined()
    },
  )
})
