import { describe, expect, it } from 'vitest'
import { clientName, networkOf, whoAsks } from '../../src/api/who-asks.ts'

describe('the address that limits count', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('is the same for every address that one house can choose', () => {
    const house = ['::1', ':a:b:c:d', ':ffff:ffff:ffff:ffff'].map((end) => networkOf(`2001:db8:0:7${end}`))
    expect(new Set(house).size).toBe(1)
    expect(networkOf('2001:db8:0:8::1')).not.toBe(house[0])
  })

  it('is left out where none is known', () => {
    expect(whoAsks(undefined, undefined)).toEqual({ client: '' })
  })

  it('is short, whatever stands there', () => {
    expect(networkOf('x'.repeat(5000)).length).toBeLessThan(50)
    expect(networkOf(':'.repeat(5000)).length).toBeLessThan(50)
    expect(networkOf(`${'abcdef'.repeat(900)}:`.repeat(9)).length).toBeLessThan(50)
  })
})

describe('the name of a browser and its system', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
      'Safari, macOS',
    ],
    ['curl/8.14.1', ''],
    ['', ''],
  ])('of %s', (userAgent, name) => {
    expect(clientName(userAgent)).toBe(name)
  })

  it('is made of words of our own alone', () => {
    const odd = `<script>Firefox/1 Windows ${'kari@example.test '.repeat(1000)}`
    expect(clientName(odd)).toBe('Firefox, Windows')
  })
})
