import type { Keeping, RetentionClass, RetentionSource, RetentionStart } from '../../core/plans/retention.ts'
import { count } from './format.ts'

interface Kind {
  readonly name: string
  readonly what: string
  readonly why: string
  readonly who: string
}

const STARTS: Readonly<Record<RetentionStart, string>> = {
  'wish-over': 'after the date that the wish is about',
  'exemption-ended': 'after the exemption has ended',
  'plan-over': 'after the period is over',
  changed: 'after the change',
  ended: 'after it was ended',
  expired: 'after it ran out',
  sent: 'after it was sent',
  'given-up': 'after we gave up sending it',
  'duty-over': 'after the duty',
  tried: 'after the attempt',
  happened: 'after it happened',
}

export function keeping(rule: Keeping): string {
  if (rule.kind === 'months') return `${count(rule.months, 'month', 'months')} ${STARTS[rule.from]}`
  if (rule.kind === 'days') return `${count(rule.days, 'day', 'days')} ${STARTS[rule.from]}`
  if (rule.kind === 'until-expiry') return 'until it runs out'
  if (rule.kind === 'while-used') return 'as long as it is in use'
  return 'until those responsible have decided otherwise'
}

export const sources: Readonly<Record<RetentionSource, string>> = {
  law: 'The duty to archive decides. It sets no time here.',
  choice: 'What Legevaktplan does unless told otherwise.',
  security: 'As short as signing in needs.',
}

export const kinds: Readonly<Record<RetentionClass, Kind>> = {
  rota: {
    name: 'Rotas, duties and hours',
    what: 'Who has and has had each duty, when, what kind of duty, swaps with their reason, how the duty went, and the ledger of hours.',
    why: 'The rota must be readable and open to checking, and the hours must be counted.',
    who: 'The doctors of the district see the duties. You see your own hours. Everybody’s hours are seen by the coordinator, the service manager, the union representative and payroll. A municipality sees the hours of its own GPs.',
  },
  doctors: {
    name: 'Facts about the doctor',
    what: 'Name, initials, HPR number, birth date, agreements, competence, office hours, other tasks and how you take part in the rota.',
    why: 'Duties must be shared fairly and within the rules.',
    who: 'The coordinator and the service manager. Other doctors see the name and initials only.',
  },
  contact: {
    name: 'Contact details',
    what: 'Email address and telephone number.',
    why: 'You must be reachable about your duties.',
    who: 'The coordinator. The dispatch centre sees the number of whoever is on duty.',
  },
  availability: {
    name: 'Absence and exemption',
    what: 'From when to when, and which duties it concerns. Not why.',
    why: 'Somebody who is away or exempt must not be given a duty.',
    who: 'The coordinator sees the dates. Colleagues see only that you are not available.',
  },
  grounds: {
    name: 'Why somebody is exempt',
    what: 'The right that was claimed, or the ground that the municipality decided by. It may be about health. The text is stored encrypted with a key of the municipality that decides.',
    why: 'The municipality must be able to decide, give reasons and deal with appeals.',
    who: 'You, and whoever decides exemptions in the home municipality. Nobody else, not the coordinator either.',
  },
  wishes: {
    name: 'Wishes',
    what: 'Dates, duties and patterns that you have wished for or would rather not have.',
    why: 'The next rota is made from them.',
    who: 'You and the coordinator.',
  },
  comments: {
    name: 'Comments on drafts',
    what: 'What you have written about a draft that was sent out for comments.',
    why: 'The coordinator must be able to answer and to mend.',
    who: 'Those who can read the draft.',
  },
  discardedDrafts: {
    name: 'Discarded drafts',
    what: 'Drafts that were put away, with the changes made in them.',
    why: 'A draft can be brought back.',
    who: 'The coordinator.',
  },
  setUpChanges: {
    name: 'Changes of the set-up',
    what: 'What the facts about a doctor or a line were before a change.',
    why: 'A mistake can be undone.',
    who: 'Nobody can read it. The coordinator can undo the last change.',
  },
  accounts: {
    name: 'Account and roles',
    what: 'Email address, language, roles, passkeys and links to sign-in services.',
    why: 'You must be able to sign in, and see only what you should.',
    who: 'You. Whoever gives roles in the district or municipality sees the roles there, the email address and the ways you sign in.',
  },
  endedRoles: {
    name: 'Roles that were taken away',
    what: 'Which role, when, and by which account.',
    why: 'A role can be given back.',
    who: 'Whoever gives roles.',
  },
  reportOpenings: {
    name: 'Who has opened load reports and hours for pay',
    what: 'Which report, which day, and by what role.',
    why: 'The doctors in a report can see that it was read.',
    who: 'The doctors see when and by what role, not who. Coordinators see it in the log.',
  },
  invitations: {
    name: 'Invitations',
    what: 'Email address, role, and who invited.',
    why: 'The invitation must work once, for whoever got it.',
    who: 'Whoever gives roles.',
  },
  sessions: {
    name: 'Where you are signed in',
    what: 'When you signed in, how, the name of the browser and when it was last used. Not your IP address.',
    why: 'You should not have to sign in all the time, and must be able to end a session.',
    who: 'You. Whoever gives roles sees the day when you last signed in and whether you are signed in now, and can sign you out.',
  },
  signInAttempts: {
    name: 'Links, codes and attempts to sign in',
    what: 'That somebody has asked to sign in. Links and codes are stored so that nobody can read them.',
    why: 'Each link must work only once.',
    who: 'Nobody.',
  },
  heldForms: {
    name: 'Forms that wait for you to sign in',
    what: 'What you sent when you were signed out, encrypted so that only your browser can open it.',
    why: 'You should not lose what you have written.',
    who: 'You.',
  },
  rateCounts: {
    name: 'Counts of attempts',
    what: 'How often something was tried, stored so that it can’t be read whom it concerns.',
    why: 'Nobody must be able to guess their way in.',
    who: 'Nobody.',
  },
  calendarLinks: {
    name: 'Calendar links',
    what: 'The name you gave the link, what it shows, when it was last fetched and by what kind of program.',
    why: 'Your duties are to show in your calendar, and you must be able to turn the link off.',
    who: 'You. The coordinator sees links to the calendar of the district.',
  },
  notices: {
    name: 'Notices of changed duties',
    what: 'That you were told, whether you have confirmed, and what the coordinator noted about the call.',
    why: 'Nobody is to be without a doctor because a message was not read.',
    who: 'You, the coordinator and the service manager.',
  },
  sentMessages: {
    name: 'Messages that were sent',
    what: 'That a message was sent, to whom and when. What it said is deleted when it is sent.',
    why: 'The same message must not be sent twice.',
    who: 'Nobody.',
  },
  deadMessages: {
    name: 'Messages that did not arrive',
    what: 'That a message could not be sent, to whom and why.',
    why: 'Somebody must be able to ring instead.',
    who: 'The coordinator. The administrator sees those that belong to no district.',
  },
  log: {
    name: 'Log of changes',
    what: 'Who did what, when. Only numbers, never names, addresses or grounds.',
    why: 'A change must be traceable, and nobody must be able to alter the log afterwards. So single rows can’t be deleted. The standard is at least five years.',
    who: 'The coordinator sees the log of the district, the administrator that of the installation.',
  },
}

export const page = {
  title: 'Privacy',
  lead: 'Legevaktplan shares out-of-hours duty between doctors. This page says what is kept, why, for how long and who sees it.',
  patientsTitle: 'Nothing about patients',
  patients:
    'Legevaktplan never asks about patients and keeps nothing about them. Never write anything about a patient in a text field.',
  responsibleTitle: 'Who is responsible',
  responsible:
    'The municipality or cooperation that runs the out-of-hours service is the controller for the district. The municipality with which the doctor has an agreement is responsible for the grounds of exemptions. Ask the coordinator of your district about anything that concerns your data, or the data protection officer of the municipality.',
  groundTitle: 'Legal ground',
  ground:
    'The municipality has a duty to provide out-of-hours care (Health and Care Services Act § 3-2), and GPs have a duty to take part (the GP regulation). The data are processed to fulfil the duty and the agreement (GDPR article 6(1) b, c and e). Grounds of exemptions that concern health are processed under article 9(2) b and § 6 of the Personal Data Act.',
  classesTitle: 'What is kept',
  what: 'What',
  why: 'Why',
  howLong: 'How long',
  who: 'Who sees it',
  source: 'What the time rests on',
  rightsTitle: 'What you can do yourself',
  rights: [
    'See and download everything that is kept about you.',
    'Ask the coordinator to correct what is wrong.',
    'Ask to be erased. Published duties stay, without your name.',
    'Complain to the Norwegian Data Protection Authority if you think your data are misused.',
  ],
  myData: 'My data',
  signIn: 'Sign in to see your data',
  cookiesTitle: 'Cookies',
  cookies:
    'The browser stores only what signing in and your choice of language need. No tracking, no statistics and nothing from others.',
}

export const retention = {
  title: 'Deletion by time',
  lead: 'Every night what has run out of time is deleted. The table shows what would be deleted now. Looking at it deletes nothing.',
  kind: 'What',
  howLong: 'How long',
  going: 'Deleted tonight',
  rows: (amount: number) => (amount === 0 ? 'nothing' : count(amount, 'row', 'rows')),
  undecided:
    'Where nobody has decided how long something is kept, nothing is deleted. Those responsible must decide.',
}
