import { describe, expect, it } from 'vitest'
import { minutesIn } from '../../src/board/load-bar.ts'
import { loadRows } from '../../src/board/load-rows.ts'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { filledExample } from '../support/filled-example.ts'

describe('the load against the fair share', () => {
  const rota = filledExample('fjordane', '2027-01-04', 8)

  it('has those furthest from their share first, and those outside the sharing last', () => {
    const rows = loadRows(rota)
    expect(rows).toHaveLength(rota.district.doctors.length)
    const sharing = rows.filter((row) => row.isSharing)
    expect(rows.slice(0, sharing.length)).toEqual(sharing)
    const away = sharing.map((row) => Math.abs(row.awayMinutes))
    expect(away).toEqual(away.toSorted((a, b) => b - a))
    expect(sharing.length).toBeLessThan(rows.length)
  })

  it('is what the ledger’s shares say, above or below', () => {
    const shares = new Map(fairShares(rota).map((share) => [share.personId, share]))
    for (const { personId, minutes, targetMinutes, awayMinutes } of loadRows(rota)) {
      const share = shares.get(personId)
      expect([minutes, targetMinutes]).toEqual([
        share && minutesIn(share.actual),
        share && minutesIn(share.target),
      ])
      expect(awayMinutes).toBe(minutes - targetMinutes)
    }
  })

  it('counts only the weeks asked for, without what is brought from earlier periods', () => {
    const weeks = { from: '2027-01-11', to: '2027-01-25' }
    const brought = {
      ...rota,
      balances: [{ personId: rota.district.doctors[0]?.personId ?? '', measure: 'nights', amount: 9 }],
    } as const
    expect(loadRows(brought, weeks)).toEqual(loadRows(rota, weeks))
    const sum = (rows: ReturnType<typeof loadRows>) => rows.reduce((total, row) => total + row.minutes, 0)
    expect(sum(loadRows(rota, weeks))).toBeLessThan(sum(loadRows(rota)) / 3)
    expect(sum(loadRows(rota, weeks))).toBeGreaterThan(0)
  })
})
