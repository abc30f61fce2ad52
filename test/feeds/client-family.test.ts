import { describe, expect, it } from 'vitest'
import { clientFamily, isOnlyLooking } from '../../src/feeds/client-family.ts'

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
const FROM_MESSAGES =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0'

describe('the family of a calendar program', () => {
  it.each([
    ['Google-Calendar-Importer', 'google'],
    ['Mozilla/5.0 (compatible; Google-Calendar-Importer)', 'google'],
    ['iOS/26.5 (23F77) dataaccessd/1.0', 'ios'],
    ['iOS/6.1.3 (10B329) dataaccessd/1.0', 'ios'],
    ['dataaccessd/1.0', 'ios'],
    ['macOS/14.5 (23F79) dataaccessd/1.0', 'macos'],
    ['macOS/11.0 (20A5343i) CalendarAgent/950', 'macos'],
    ['Mac+OS+X/10.10.5 (14F27) CalendarAgent/316.1', 'macos'],
    ['Mac_OS_X/10.9 (13A603) CalendarAgent/174', 'macos'],
    ['Mac OS X/10.8 (12A269) CalendarAgent/47', 'macos'],
    ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)', 'outlook'],
    ['Microsoft Office/16.0(Windows NT 10.0; Microsoft Outlook 16.0.11601; Pro)', 'outlook'],
    ['Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)', 'microsoft'],
    ['Microsoft Exchange/15.20', 'microsoft'],
    ['Outlook-iOS/2.0', 'microsoft'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0', 'thunderbird'],
    ['Mozilla/5.0 (Windows NT 10.0; rv:24.0) Gecko/20100101 Thunderbird/24.0 Lightning/2.6', 'thunderbird'],
    ['Evolution/3.46.4', 'gnome'],
    ['Mozilla/5.0 (X11; Linux x86_64) KIO/5.86 akonadi_ical_resource_1/5.18.2 (21.08.2)', 'kde'],
    ['ICSx5/2.4.3 (ical4j/3.2.19 okhttp/5.3.2 Android/16)', 'android'],
    ['Nextcloud Webcal Service', 'nextcloud'],
    ['Nextcloud Webcal Crawler', 'nextcloud'],
    ['vdirsyncer/0.19.2', 'vdirsyncer'],
    [SAFARI, 'other'],
    ['curl/8.5.0', 'other'],
    ['', 'other'],
    [null, 'other'],
  ])('is told from %s', (userAgent, family) => {
    expect(clientFamily(userAgent)).toBe(family)
  })

  it('is looked for at the start of what a program says, however much it says', () => {
    expect(clientFamily(`${'x'.repeat(1_000_000)} Thunderbird`)).toBe('other')
  })
})

describe('whoever only looks at a link', () => {
  it.each([
    ['WhatsApp/2.23.20.0 A', '*/*'],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', '*/*'],
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', '*/*'],
    ['Twitterbot/1.0', null],
    ['TelegramBot (like TwitterBot)', null],
    ['Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)', null],
    ['Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5', null],
    ['Snap URL Preview Service; bot; snapchat', null],
    [FROM_MESSAGES, '*/*'],
    [SAFARI, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  ])('has not fetched it: %s', (userAgent, accept) => {
    expect(isOnlyLooking(userAgent, accept)).toBe(true)
  })

  it.each([
    ['Google-Calendar-Importer', null],
    ['Nextcloud Webcal Crawler', 'text/calendar'],
    ['iOS/26.5 (23F77) dataaccessd/1.0', '*/*'],
    ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)', 'text/html, */*'],
    ['a program that nobody knows', 'text/calendar, */*;q=0.9'],
    [null, null],
  ])('is no calendar program: %s', (userAgent, accept) => {
    expect(isOnlyLooking(userAgent, accept)).toBe(false)
  })
})
