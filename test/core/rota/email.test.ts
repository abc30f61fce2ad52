import { describe, expect, it } from 'vitest'
import { toEmail } from '../../../src/core/rota/email.ts'

describe('an address', () => {
  it.each([
    ['  Kari@Example.TEST ', 'kari@example.test'],
    ['a@b.no', 'a@b.no'],
    ['kari', undefined],
    ['kari@', undefined],
    ['kari@localhost', undefined],
    ['kari nordmann@example.test', undefined],
    ['a@b@c.no', undefined],
    [`${'a'.repeat(250)}@b.no`, undefined],
    ['', undefined],
    ["kari.o'hara+vakt@lege-kontor.example.test", "kari.o'hara+vakt@lege-kontor.example.test"],
    ['åse@bærum.example', 'åse@bærum.example'],
    ['a\u030ase@example.test', 'åse@example.test'],
    ['\u212aari@example.test', 'kari@example.test'],
    ['kari＠example.test', 'kari@example.test'],
    ['čeŋŧá@ođđa.example.test', 'čeŋŧá@ođđa.example.test'],
    ['straße@example.test', 'straße@example.test'],
    ['k\u0251ri@example.test', undefined],
    ['kari@ex\u0251mple.test', undefined],
    ['kar\u0131@example.test', undefined],
    ['\u0138ari@example.test', undefined],
    ['le\u0261e@example.test', undefined],
    ['k\u0430ri@example.test', undefined],
    ['kari@ex\u0430mple.test', undefined],
    ['kari\u200b@example.test', undefined],
    ['\u202etset.elpmaxe@irak.no', undefined],
    ['kari\u0000@example.test', undefined],
    ['x<kari@example.test>', undefined],
    ['ola,kari@example.test', undefined],
    ['ola;kari@example.test', undefined],
    ['"kari"@example.test', undefined],
    ['kari@example.test.', undefined],
    ['kari@example..test', undefined],
  ])('%j is kept as %j', (text, email) => {
    expect(toEmail(text)).toBe(email)
  })
})
