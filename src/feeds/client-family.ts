/** Programs that subscribe to calendars, as far as they can be told apart and ask in ways of their own. */
export type ClientFamily =
  | 'google'
  | 'ios'
  | 'macos'
  /** Outlook on a computer, which asks by itself. */
  | 'outlook'
  /** Outlook on the web and on phones, and Exchange: Microsoft's servers ask for them. */
  | 'microsoft'
  | 'thunderbird'
  | 'gnome'
  | 'kde'
  /** ICSx5 on Android. */
  | 'android'
  | 'nextcloud'
  | 'vdirsyncer'
  | 'other'

/**
 * The first that fits. As the programs' sources and published logs say (read 2026-11): Google-Calendar-Importer ·
 * iOS/26.5 (23F77) dataaccessd/1.0 · macOS/14.5 (23F79) dataaccessd/1.0 · Mac+OS+X/10.10.5 (14F27) CalendarAgent/316.1 ·
 * Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro) · Microsoft.Exchange/15.20 · Outlook-iOS/2.0 ·
 * Mozilla/5.0 (X11; …) Gecko/20100101 Thunderbird/128.0 · Evolution/3.46.4 · Nextcloud Webcal Service ·
 * ICSx5/2.4.3 (ical4j/3.2.19 okhttp/5.3.2 Android/16) · Mozilla/5.0 (…) KIO/5.86 akonadi_ical_resource · vdirsyncer/0.19.2
 */
const FAMILIES: readonly (readonly [RegExp, ClientFamily])[] = [
  [/google-calendar/i, 'google'],
  [/thunderbird|lightning\//i, 'thunderbird'],
  [/^(iOS|iPadOS)\/|^dataaccessd/, 'ios'],
  [/^mac[ _+]?os[ _+x]*\/|calendaragent|calendarstore/i, 'macos'],
  [/outlook-(ios|android)|exchange|outlook\.com|outlookservice/i, 'microsoft'],
  [/microsoft (office|outlook)|ms-office|^outlook/i, 'outlook'],
  [/^evolution|gnome-calendar/i, 'gnome'],
  [/akonadi|\bkio\//i, 'kde'],
  [/icsx5|icsdroid|davx5/i, 'android'],
  [/nextcloud/i, 'nextcloud'],
  [/vdirsyncer/i, 'vdirsyncer'],
]

/** Longer than any program's name; what comes after is not looked at. */
const MOST_CHARACTERS = 300

/** The family of a program by its User-Agent header. */
export function clientFamily(userAgent: string | null): ClientFamily {
  const told = (userAgent ?? '').slice(0, MOST_CHARACTERS)
  return FAMILIES.find(([pattern]) => pattern.test(told))?.[1] ?? 'other'
}

/** Programs that open a link in order to show what lies behind it, as where it was pasted into a message. */
const PREVIEWS =
  /whatsapp|facebookexternalhit|facebot|slackbot|slack-img|twitterbot|telegrambot|discordbot|linkedinbot|skypeuripreview|googlebot|bingbot|bingpreview|applebot|pinterest|redditbot|mastodon|viber|embedly|preview|crawler|spider/i

/** Whether whoever asks only looks: a browser, or a program that shows previews. The link is not in use by that. */
export function isOnlyLooking(userAgent: string | null, accept: string | null): boolean {
  const told = (userAgent ?? '').slice(0, MOST_CHARACTERS)
  if (clientFamily(userAgent) !== 'other') return false
  return PREVIEWS.test(told) || (accept ?? '').includes('text/html')
}
