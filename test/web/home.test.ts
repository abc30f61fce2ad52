import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { Doorway } from '../support/doorway.ts'

describe('the first page', () => {
  it.each([
    ['district', 'fjordane', 'coordinator'],
    ['municipality', '4645', 'municipality-reader'],
  ])('says what a role of a %s asks for, to whoever has signed in by mail alone', async (kind, id, role) => {
    const door = await Doorway.make()
    await door.account('siv', [])
    await door.write([
      CompiledQuery.raw(
        `insert into membership values ('siv', '${kind}', '${id}', '${role}', 'x', '2026-12-01T10:00Z')`,
        [],
      ),
    ])
    const weak = await (await (await door.browser().takes('siv', 'single')).get(paths.home)).text()
    expect(weak).toContain('Rollen din krever en sikrere innlogging')
    expect(weak).not.toContain('Du har ikke tilgang til noe distrikt')
    const strong = await (await (await door.browser().takes('siv', 'strong')).get(paths.home)).text()
    expect(strong).not.toContain('Rollen din krever')
  })

  it('says to whoever has no role whom to ask', async () => {
    const door = await Doorway.make()
    await door.account('siv', [])
    const text = await (await (await door.browser().takes('siv', 'single')).get(paths.home)).text()
    expect(text).toContain('Du har ikke tilgang til noe distrikt ennå.')
    expect(text).not.toContain('Rollen din krever')
  })
})
