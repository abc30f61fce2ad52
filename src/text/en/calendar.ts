import type { CalendarNames } from '../../core/rota/feed-choice.ts'
import { hours, number } from './format.ts'

export const mine = {
  title: 'My calendar',
  lead: 'Have your duties in the calendar that you use already. Make one calendar link for each telephone, computer or account. The calendar fetches the duties by itself, also when something has changed.',
  card: 'The duties in your own calendar',
  cardLead: 'Have the duties on your telephone or computer, or download them.',
  districts: 'Calendars of districts',
  districtsLead: 'You have made these links on the pages of the districts.',
}

export const link = {
  make: 'Make a calendar link',
  label: 'What is the link for?',
  labelHelp: 'Give it a name that you will know again, such as “My iPhone” or “Outlook at work”.',
  suggestions: [
    'My iPhone',
    'My Android telephone',
    'My Mac',
    'Google Calendar',
    'Outlook at work',
    'Outlook at home',
  ],
  options: 'More choices',
  optionsHelp: 'The choices can be changed later without a new link.',
  backup: 'Show who is backup behind me',
  busyAtHome: 'Show home duty and backup duty as busy',
  busyAtHomeHelp: 'On-site duty is always shown as busy.',
  months: 'How long do old duties stay?',
  monthsBack: { 3: '3 months', 12: '12 months, so that you can check pay and time off' },
  alarm: 'Alert before the duty',
  noAlarm: 'No alert',
  alarmBefore: (minutes: number) => `${hours(minutes)} before`,
  alarmHelp:
    'Google does not show such alerts. On an iPhone, do not tick “Remove Alerts” when you add the calendar.',
  create: 'Make a calendar link',
  change: 'Change',
  changeLabel: (label: string) => `Change the link “${label}”`,
  changeTitle: (label: string) => `Change “${label}”`,
  changeLead: 'The link stays the same. The calendar shows the change the next time it fetches the duties.',
  save: 'Save',
}

export const made = {
  title: (label: string) => `The calendar link for “${label}” is ready`,
  once: 'The link is shown only now. Put it into the calendar before you go on.',
  ownSecret: 'Everybody who has the link can see your duties. Do not send it to anybody.',
  districtSecret: 'The link was made for you. Do not send it to anybody. Others who need it make their own.',
  here: 'On this device',
  open: 'Open in the calendar',
  google: 'Open in Google Calendar',
  openHelp:
    '“Open in the calendar” works on iPhone, iPad, Mac and Android with ICSx5. If you use something else, copy the address.',
  address: 'The address',
  copy: 'Copy the address',
  other: 'On a telephone that you have beside you',
  qr: 'Open the telephone’s camera, point it at the code and press the link that comes up.',
  qrLabel: 'QR code that opens the calendar link. The field “The address” says the same.',
  howIn: (program: string) => `How to do it: ${program}`,
  how: 'How to do it in your calendar',
  howOthers: 'Do you use another calendar?',
  subscribe:
    'Subscribe to the link, as the steps say. Do not download a file and import it as your calendar: imported duties never change.',
  twoOutlooks:
    'There are two kinds of Outlook. If you use new Outlook, Outlook in the browser or Microsoft 365, follow the first steps. Then Microsoft fetches every third hour. If you use classic Outlook on a computer, follow the second.',
  howLead: 'Choose the calendar that you use.',
  done: 'Done',
}

export const again = {
  title: 'The link has been made already',
  said: (label: string) =>
    `You have made the link for “${label}” once, and the page was sent again. No other link has been made. Its address was shown once and can’t be shown again.`,
  anew: 'If you did not get the address into your calendar, make a new link in its place.',
  another: 'Make another calendar link',
}

export const guides = {
  iphone: {
    name: 'iPhone and iPad',
    asks: 'Fetches every half hour as a rule.',
    steps: [
      'If this page is open on the telephone, press “Open in the calendar”.',
      'If it is open on another screen, point the telephone’s camera at the QR code.',
      'Press “Subscribe”, and then “Add” or “Done”.',
      'If you want alerts, do not tick “Remove Alerts”.',
    ],
  },
  android: {
    name: 'Android telephone',
    asks: 'The app ICSx5 fetches once a day until you choose otherwise. Choose every hour.',
    steps: [
      'Install the app ICSx5. It is made by the makers of DAVx5.',
      'Press “Open in the calendar”, or point the camera at the QR code.',
      'If ICSx5 does not open, copy the address, press the plus sign in ICSx5 and paste it.',
      'Choose that the calendar is fetched every hour.',
      'If you want no further app, follow the steps for Google Calendar on a computer. The duties then come to the telephone too, but later.',
    ],
  },
  google: {
    name: 'Google Calendar',
    asks: 'Google fetches after 4 to 24 hours. Nobody can make it go faster.',
    steps: [
      'Use a computer. The app on the telephone cannot add such a link.',
      'Press “Open in Google Calendar”, and then “Add”.',
      'If that does not work, open calendar.google.com, press the plus sign by “Other calendars”, choose “From URL” and paste the address.',
      'The calendar comes to the telephone by itself. If you do not see it, turn on its synchronisation in the settings of the app.',
    ],
  },
  mac: {
    name: 'Calendar on a Mac',
    asks: 'Fetches as often as you choose.',
    steps: [
      'Press “Open in the calendar”, and then “Subscribe”.',
      'If that does not work, open Calendar, choose File and New Calendar Subscription, and paste the address.',
      'Set “Auto-refresh” to every 15 minutes or every hour.',
      'If you choose iCloud as the location, the duties come to the iPhone too.',
    ],
  },
  outlook: {
    name: 'Outlook on a computer (classic)',
    asks: 'Fetches every half hour while Outlook is open.',
    steps: [
      'Copy the address.',
      'Open the calendar in Outlook. Choose Add Calendar and From Internet.',
      'Paste the address, press OK and then Yes.',
    ],
  },
  outlookWeb: {
    name: 'Outlook on the web, new Outlook and Microsoft 365',
    asks: 'Microsoft fetches every third hour. Nobody can make it go faster.',
    steps: [
      'Copy the address.',
      'Open the calendar in Outlook. Choose Add calendar and Subscribe from web.',
      'Paste the address, give the calendar a name and press Import.',
    ],
  },
  thunderbird: {
    name: 'Thunderbird on a computer',
    asks: 'Fetches every half hour while Thunderbird is open.',
    steps: [
      'Copy the address.',
      'Choose File, New, Calendar and then On the Network.',
      'Paste the address as the location. Leave the user name empty, and press Find Calendars.',
      'Press Subscribe.',
    ],
  },
}

const copies: Readonly<Record<string, string>> = {
  google: 'The copy in Google Calendar',
  microsoft: 'The copy in Outlook on the web',
  outlook: 'The copy in Outlook',
  ios: 'The copy on the iPhone or iPad',
  macos: 'The copy on the Mac',
  thunderbird: 'The copy in Thunderbird',
  gnome: 'The copy in GNOME Calendar',
  kde: 'The copy in KDE Calendar',
  android: 'The copy on Android',
  nextcloud: 'The copy in Nextcloud',
}

const habits: Readonly<Record<string, string>> = {
  google: 'Google fetches after 4 to 24 hours.',
  microsoft: 'Outlook on the web fetches every third hour.',
  outlook: 'Outlook on a computer fetches every half hour while it is open.',
  ios: 'An iPhone fetches every half hour as a rule.',
  macos: 'A Mac fetches as often as is chosen in Calendar.',
  thunderbird: 'Thunderbird fetches every half hour while it is open.',
  gnome: 'GNOME Calendar fetches while it is open.',
  android: 'ICSx5 fetches as often as is chosen in the app.',
  nextcloud: 'Nextcloud fetches after 2 hours or more.',
}

const copyIn = (program: string | null) => copies[program ?? ''] ?? 'The copy'

export function age(minutes: number): string {
  if (minutes < 1) return 'less than one minute'
  return minutes < 48 * 60 ? hours(minutes) : `${number(Math.floor(minutes / 1440))} days`
}

const changed = (duties: number) => {
  if (duties === 0) return 'Something else has changed since: choices, names or places.'
  return duties === 1 ? 'One duty has changed since.' : `${number(duties)} duties have changed since.`
}

export const devices = {
  title: 'Your calendar links',
  made: (when: string) => `Made ${when}`,
  fetched: (when: string) => `Last fetched ${when}`,
  never: 'The link is made, but no calendar has fetched it yet.',
  upToDate: (program: string | null, minutes: number) =>
    `${copyIn(program)} is up to date. It was fetched ${age(minutes)} ago.`,
  behind: (program: string | null, minutes: number, duties: number) =>
    `${copyIn(program)} is ${age(minutes)} old. ${changed(duties)}`,
  behindDistrict: (program: string | null, minutes: number) =>
    `${copyIn(program)} is ${age(minutes)} old. Something has changed since.`,
  habit: (program: string | null) => habits[program ?? ''] ?? '',
  silent: (minutes: number) =>
    `Nobody has fetched the link for ${age(minutes)}. See whether the calendar is still in use. If it is not, you can turn the link off.`,
  off: 'You no longer have access to these duties, so the calendar is empty.',
  shows: 'Shows',
  ownDuties: 'your duties',
  withBackup: 'who is backup',
  homeBusy: 'home duty and backup duty as busy',
  homeFree: 'home duty and backup duty as free',
  yearBack: '12 months back',
  withAlarm: (minutes: number) => `alert ${hours(minutes)} before`,
  more: (amount: number) => `and ${number(amount)} more`,
  gained: (when: string) => `New duty: ${when}`,
  lost: (when: string) => `No longer yours: ${when}`,
  moved: (before: string, after: string) => `Moved from ${before} to ${after}`,
  altered: (when: string) => `Changed: ${when}`,
  replace: 'Make a new link',
  replaceWarning:
    'The old link stops working at once, and that cannot be undone. The name and the choices are kept. You must put the new link into the calendar.',
  replaceDo: 'Make a new link and turn off the old one',
  replaceLabel: (label: string) => `Make a new link for “${label}” and turn off the old one`,
  revoke: 'Turn off',
  revokeWarning:
    'The duties go from the calendar the next time it fetches. That cannot be undone. To have the duties back you must make a new link.',
  revokeDo: 'Turn off the link',
  revokeLabel: (label: string) => `Turn off the link “${label}”`,
}

export const files = {
  title: 'Without a link: download the duties',
  lead: 'A file is a copy of the duties as they are now. It never changes, so do not import it instead of subscribing.',
  from: 'From and including',
  to: 'To and including',
  download: 'Download',
  duty: 'Download for the calendar',
  dutyLabel: (when: string) => `Download the duty ${when} for the calendar`,
}

export const told = {
  title: 'When a duty is changed',
  lead: 'Calendars can take hours to notice a change. So you also get an email when a duty of yours is changed. If the duty begins within 48 hours, we ask you to confirm that you have seen it. If you do not, the rota coordinator may ring you.',
  changes: 'See changes of your duties',
  digest: 'Send me an overview of my duties by email every Monday',
  save: 'Save the choice',
}

const namesTold: Readonly<Record<CalendarNames, string>> = {
  names: 'The calendar shows the name of whoever has the duty.',
  initials: 'The calendar shows the initials of whoever has the duty.',
  none: 'The calendar does not show who has the duty.',
}

export const district = {
  title: 'The district’s calendar',
  link: 'Have the duties in your own calendar',
  lead: (name: string) => `Have the duties in ${name} in your own calendar. Each link is personal.`,
  names: namesTold,
  decided: 'The district decides this.',
  ownInstead: 'If you only want your own duties, use My calendar.',
  kind: 'What is the calendar to show?',
  duties: 'The duties in the district',
  dispatch: 'For the dispatch centre: who is on duty, and for which area. Always by name.',
  scope: 'Which duties?',
  all: 'All',
  line: (name: string, code: string) => (code === '' ? `Line: ${name}` : `Line: ${code} ${name}`),
  municipality: (name: string) => `Municipality: ${name}`,
  allDuties: 'all duties',
  showsDispatch: (scope: string) => `${scope}, for the dispatch centre`,
  gone: 'something that is no longer part of the district',
  own: 'Your links to the district',
  subscribers: (amount: number) => `All links to the district (${number(amount)})`,
  subscribersLead:
    'Here is everybody who has a link. You can turn off a link that is not to be used any more.',
  subscribersNone: 'Nobody has made a link to the district yet.',
  who: 'Who',
  role: 'Role',
  device: 'The link is for',
  shows: 'Shows',
  fetched: 'Last fetched',
  neverFetched: 'never',
  noRole: 'No longer has a role here',
  notOn: 'No longer gets any duties',
  end: 'Turn off',
  endWarning: (label: string) =>
    `The link “${label}” stops showing duties. That cannot be undone, but whoever has it can make a new one.`,
  endDo: 'Turn off the link',
  endLabel: (label: string, who: string) => `Turn off the link “${label}” of ${who}`,
}
