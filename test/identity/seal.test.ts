import { describe, expect, it } from 'vitest'
import { seal, sealKeyIdOf, sealKeyOf, unseal } from '../../src/identity/seal.ts'

const SECRET = 'a secret that nobody can guess, of course'
const TEXT = 'Hvorfor: helse. Grunn §33 tredje ledd – æøå 🩺'

const key = await sealKeyOf(SECRET, 'ground 4645')

describe('a sealed text', () => {
  it('opens with its key and what it belongs to, and shows neither text nor secret', async () => {
    const sealed = await seal(key, TEXT, 'district a')
    expect(await unseal(key, sealed, 'district a')).toBe(TEXT)
    expect(sealed).not.toContain('helse')
    expect(sealKeyIdOf(sealed)).toBe(key.id)
  })

  it('is another text each time, with an IV of its own', async () => {
    const many = await Promise.all(Array.from({ length: 200 }, () => seal(key, TEXT, 'a')))
    expect(new Set(many.map((sealed) => sealed.split('.')[2])).size).toBe(200)
  })

  it('does not open for another thing than it belongs to', async () => {
    const sealed = await seal(key, TEXT, 'entry 1')
    expect(await unseal(key, sealed, 'entry 2')).toBeUndefined()
    expect(await unseal(key, sealed, '')).toBeUndefined()
  })

  it('does not open with the key of another purpose or secret, also where that takes its name', async () => {
    const sealed = await seal(key, TEXT, 'a')
    for (const other of [
      await sealKeyOf(SECRET, 'ground 4646'),
      await sealKeyOf(`${SECRET}!`, 'ground 4645'),
    ]) {
      expect(other.id).not.toBe(key.id)
      expect(await unseal(other, sealed, 'a')).toBeUndefined()
      const renamed = sealed.replace(key.id, other.id)
      expect(await unseal(other, renamed, 'a')).toBeUndefined()
      expect(await unseal({ ...other, id: key.id }, sealed, 'a')).toBeUndefined()
    }
  })

  it('does not open when any one character is another', async () => {
    const sealed = await seal(key, TEXT, 'a')
    for (let at = 0; at < sealed.length; at++) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
      expect([at, await unseal(key, changed, 'a')]).toEqual([at, undefined])
    }
  })

  it('does not open when its last character says the same bytes in another way', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const sealed = await seal(key, TEXT, 'a')
    for (const last of alphabet) {
      const changed = sealed.slice(0, -1) + last
      expect(await unseal(key, changed, 'a')).toBe(changed === sealed ? TEXT : undefined)
    }
  })

  it.each([
    '',
    'v1',
    'v1...',
    '{"kind":"right"}',
    `v1.${key.id}.AAAA.AAAA`,
    `v2.${key.id}.${'A'.repeat(16)}.${'A'.repeat(40)}`,
  ])('is none of these, which open to nothing: %s', async (text) => {
    expect(await unseal(key, text, 'a')).toBeUndefined()
    expect(sealKeyIdOf(text)).toBeUndefined()
  })

  it('is cut short or lengthened in vain', async () => {
    const sealed = await seal(key, TEXT, 'a')
    for (const changed of [sealed.slice(0, -4), `${sealed}AAAA`, ` ${sealed}`, `${sealed}\n`])
      expect(await unseal(key, changed, 'a')).toBeUndefined()
  })

  it('may be empty', async () => {
    expect(await unseal(key, await seal(key, '', 'a'), 'a')).toBe('')
  })

  it('is opened by the same secret on another day', async () => {
    const sealed = await seal(key, TEXT, 'a')
    const again = await sealKeyOf(SECRET, 'ground 4645')
    expect(again.id).toBe(key.id)
    expect(await unseal(again, sealed, 'a')).toBe(TEXT)
  })
})
