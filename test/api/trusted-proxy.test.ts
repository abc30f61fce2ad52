import { describe, expect, it } from 'vitest'
import { clientAddress, toTrustedProxy } from '../../src/api/trusted-proxy.ts'

const PROXY = '10.0.0.2'

const asked = (setting: string, forwardedFor: string | null, socket: string | undefined = PROXY) =>
  clientAddress(toTrustedProxy(setting), socket, forwardedFor)

describe('who asks behind a proxy', () => {
  it('is the end of the connection where no proxy is trusted, whatever is told', () => {
    expect(asked('', '203.0.113.7')).toBe(PROXY)
    expect(asked(' ', '203.0.113.7')).toBe(PROXY)
  })

  it.each([
    ['1', '203.0.113.7', '203.0.113.7'],
    ['1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['2', '198.51.100.1, 203.0.113.7, 10.0.0.9', '203.0.113.7'],
    ['1', '2001:db8::7', '2001:db8::7'],
    ['1', '203.0.113.7:4711', '203.0.113.7'],
    ['1', '[2001:db8::7]:443', '2001:db8::7'],
  ])('with %s proxies and %s is %s', (setting, told, address) => {
    expect(asked(setting, told)).toBe(address)
  })

  it.each([
    ['1', ''],
    ['1', 'unknown'],
    ['1', '203.0.113.7, '],
    ['1', '203.0.113.999'],
    ['1', '1:2:3:4:5:6:7:8:9'],
    ['1', '::1::'],
    ['2', '203.0.113.7'],
    ['10.0.0.0/8', 'unknown'],
    ['10.0.0.0/8', '203.0.113.7, unknown, 10.0.0.4'],
  ])(
    'with %s is the end of the connection where what is told is no list of addresses: %s',
    (setting, told) => {
      expect(asked(setting, told)).toBe(PROXY)
      expect(asked(setting, null)).toBe(PROXY)
    },
  )

  it.each([
    ['10.0.0.2', '203.0.113.7', '203.0.113.7'],
    ['10.0.0.0/8', '198.51.100.1, 203.0.113.7, 10.9.9.9', '203.0.113.7'],
    ['10.0.0.0/8, 192.0.2.0/24', '203.0.113.7, 192.0.2.200, 10.9.9.9', '203.0.113.7'],
    ['10.0.0.0/31', '203.0.113.7', PROXY],
    ['10.0.0.0/30', '203.0.113.7', '203.0.113.7'],
    ['10.0.0.0/8', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
  ])('by the addresses %s, told %s, is %s', (setting, told, address) => {
    expect(asked(setting, told)).toBe(address)
  })

  it('is the connection’s where that is of nobody trusted, however it is written', () => {
    expect(asked('10.0.0.0/8', '203.0.113.7', '198.51.100.1')).toBe('198.51.100.1')
    expect(asked('10.0.0.0/8', '203.0.113.7', '::ffff:10.0.0.2')).toBe('203.0.113.7')
    expect(asked('fd00::/8', '203.0.113.7', 'fd12::9')).toBe('203.0.113.7')
    expect(asked('fd00::/8', '203.0.113.7', 'fe12::9')).toBe('fe12::9')
    expect(clientAddress(toTrustedProxy('1'), undefined, '203.0.113.7')).toBeUndefined()
  })

  it.each([
    ['1', 'fe80::1%eth0', 'fe80::1%eth0'],
    ['1', '::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['1', '[::ffff:203.0.113.7]:4711', '::ffff:203.0.113.7'],
    ['1', '203.0.113.7:99999999', PROXY],
    ['1', ', , 203.0.113.7', '203.0.113.7'],
    ['10.0.0.0/8', ', 203.0.113.7', '203.0.113.7'],
    ['10.0.0.0/8', '10.0.0.9, 203.0.113.7', '203.0.113.7'],
    ['10.0.0.0/8', '203.0.113.7, ::ffff:10.0.0.9', '203.0.113.7'],
    ['10.0.0.0/8', '203.0.113.7, ,10.0.0.9', PROXY],
  ])('with %s and what is oddly told, %s, is %s', (setting, told, address) => {
    expect(asked(setting, told)).toBe(address)
  })

  it.each(['1', '10.0.0.0/8'])('is found as fast by %s whatever anybody writes before it', (setting) => {
    const told = `${'::,'.repeat(100_000)}203.0.113.7`
    const began = performance.now()
    expect(asked(setting, told)).toBe('203.0.113.7')
    expect(performance.now() - began).toBeLessThan(50)
  })

  it.each([
    '0',
    '21',
    '-1',
    'yes',
    'proxy.example',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '10.0.0.1, ::/0',
    '10.0.0.0/8/8',
    '10.0.0.1,',
    '::1/129',
    '10.0.0/8',
  ])('is not asked of a setting that says nothing: %s', (setting) => {
    expect(() => toTrustedProxy(setting)).toThrow(`TRUSTED_PROXY is "${setting}": it is how many`)
  })
})
