import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeAll } from '../../src/data/database.ts'
import { districtWrites, findDistrict } from '../../src/data/district-store.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { freshDatabase } from './fresh-database.ts'

const files = readdirSync('examples').filter((name) => name.endsWith('.json'))

describe('the example districts', () => {
  it('stand in one database, each as its file says', async () => {
    const db = freshDatabase()
    const districts = files.map((name) => {
      const parsed = parseDistrictFile(readFileSync(`examples/${name}`, 'utf8'))
      if (parsed.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
      return parsed.file.district
    })
    expect(districts.map((district) => district.id)).toEqual(
      expect.arrayContaining(['nordoey', 'fjordane', 'storby']),
    )
    for (const district of districts)
      expect(await writeAll(db, districtWrites(district, 0))).toEqual({ kind: 'written' })
    for (const district of districts) expect(await findDistrict(db, district.id)).toStrictEqual(district)
  })
})
