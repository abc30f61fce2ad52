import { describe, expect, it } from 'vitest'
import { withoutMentions } from '../../../src/core/plans/erasure.ts'

const IDA = {
  name: 'Ida Fristad',
  initials: 'IF',
  email: null,
  phone: null,
  hprNumber: null,
  birthDate: null,
} as unknown as Parameters<typeof withoutMentions>[1]

describe('what others wrote of a former doctor', () => {
  it('loses the name where it was typed', () => {
    expect(withoutMentions('Byttet med Ida Fristad', IDA, 'N.N. 1', false)).toBe('Byttet med N.N. 1')
  })

  it('keeps in a structure the ids that are made of the name, and loses it in what was typed there', () => {
    const edit = { personId: 'ida-fristad', note: 'Ida Fristad ringte', base: { note: 'av Ida Fristad' } }
    expect(JSON.parse(withoutMentions(JSON.stringify(edit), IDA, 'N.N. 1', false))).toEqual({
      personId: 'ida-fristad',
      note: 'N.N. 1 ringte',
      base: { note: 'av N.N. 1' },
    })
  })
})
