import type { AppealState } from '../../core/plans/exemption-change.ts'
import type { ExemptionGround } from '../../core/rota/exemption.ts'
import { count, number } from './format.ts'

/** Sentences about exemptions and absence. What anybody but the doctor and the decider reads tells them not apart. */

type Right = Extract<ExemptionGround, { kind: 'right' }>['right']
type Reason = Extract<ExemptionGround, { kind: 'discretionary' }>['reason']

export const rights: Readonly<Record<Right, string>> = {
  'over-60': 'age',
  pregnancy: 'pregnancy',
  breastfeeding: 'breastfeeding',
}

export const reasons: Readonly<Record<Reason, string>> = {
  health: 'health',
  'weighty-social': 'weighty social reasons',
}

export const appeals: Readonly<Record<AppealState, string>> = {
  none: 'no appeal',
  pending: 'an appeal is being considered',
  upheld: 'appeal decided, the decision stands',
  reversed: 'appeal decided, the decision is reversed',
}

export const scopes = {
  label: 'For',
  'out-of-hours': 'all out-of-hours duty',
  nights: 'night duties only',
  form: (form: string) => `${form} only`,
}

export const duties = {
  inside: (amount: number) =>
    amount === 0
      ? 'No published duties lie in this time.'
      : `${count(amount, 'published duty lies', 'published duties lie')} in this time:`,
  stay: 'The duties stay until another doctor is put in. The rota shows the breach on them.',
  replace: 'Put in another',
  replaceLabel: (when: string) => `Put another doctor on the duty ${when}`,
}

export const kept = {
  when: (at: string) => `As it was ${at}`,
  none: 'No published duties from this day.',
  amount: (amount: number) => `(${count(amount, 'duty', 'duties')})`,
}

/** A doctor's own page. */
export const mine = {
  title: 'Exemptions and absence',
  lead: 'Here you claim exemption from out-of-hours duty, withdraw it, and see the duties as they were when it began. Only you and the municipality that decides exemptions see the reason. Everybody else sees that you are not available.',
  link: 'Exemption from duty',
  linkLead: 'Claim an exemption you have a right to, or see the exemptions and absences you have.',
  claim: 'Claim exemption',
  none: 'You have no exemptions.',
  notGp: 'The right to exemption is for GPs with an agreement. You have no such agreement here.',
  ageComing: (date: string, age: string) =>
    `You turn ${age} on ${date}, and can have exemption because of age from that day. You can send the claim already.`,
  ageThere: 'You can claim exemption because of age. It holds only if you claim it.',
  ageNotKnown:
    'Your date of birth is not recorded. Ask the duty coordinator for that if you want to claim exemption because of age.',
  withheld: (municipality: string) =>
    `The reason is stored, but not shown here yet. ${municipality} can let this account read it. Please ask the municipality.`,
  withheldNobody: 'The reason is stored, but cannot be shown here. No municipality decides the exemption.',
  absences: 'Absence',
  keptTitle: 'Your duties as they were when this was recorded',
  takenBack: (date: string) => `Withdrawn before it began ${date}`,
  withdrawnOn: (date: string) => `withdrawn ${date}`,
  withdraw: 'Withdraw',
  withdrawOn: 'From and including',
  withdrawHelp: 'The first day you can be on duty again. You can claim the exemption anew later.',
  withdrawLabel: (what: string) => `Withdraw the exemption: ${what}`,
}

export const claim = {
  title: 'Claim exemption',
  lead: 'These are rights of GPs. The claim is enough, nobody is to decide it. The duty coordinator is only told that you are not available, and when.',
  other:
    'If you want to apply for exemption for reasons of health or other reasons, the municipality decides. Contact the municipality.',
  district: 'Out-of-hours district',
  right: 'Reason',
  rights: {
    'over-60': 'Age: right to exemption from the age of 60',
    pregnancy: 'Pregnancy: the last three months, or earlier when the pregnancy prevents duty',
    breastfeeding: 'Breastfeeding of a child under one year',
  } satisfies Readonly<Record<Right, string>>,
  bornOn: 'Due date or the child’s date of birth',
  bornOnHelp: 'Only for pregnancy and breastfeeding. Used to propose dates and not saved.',
  next: 'Propose dates',
  lookOver: 'Look over the claim',
  proposed: 'The dates are a proposal. Change them if they do not fit.',
  from: 'First day',
  to: 'Last day',
  toHelp: 'May be left empty when the exemption holds until you withdraw it.',
  toAsked: 'Must be filled in. You can withdraw the exemption before then.',
  readBy: (municipality: string) => `${municipality} can read the reason, and so can you.`,
  decider: 'Which municipality is to read the reason',
  deciderHelp:
    'The district says that you have agreements with several. Choose the one that is to have the claim.',
  confirm: 'Claim the exemption',
}

/** The municipality's page. */
export const municipality = {
  title: 'Exemptions',
  of: (name: string) => `Exemptions in ${name}`,
  forDoctor: (name: string) => `Exemptions for ${name}`,
  lead: 'The reason is shown only here and to the doctor. The district sees that the doctor is not available, and when. That the page has been read is entered in the municipality’s log.',
  link: (name: string) => `Exemptions for doctors in ${name}`,
  linkComing: (name: string) => `Doctors who get a right to exemption in ${name}`,
  list: 'Exemptions for the municipality’s doctors',
  none: 'No doctor of a district here is recorded with a contract or post in the municipality. The coordinator records it on the doctor’s page.',
  noExemptions: 'No exemptions are recorded.',
  enterFor: (name: string) => `Record an exemption for ${name}`,
  open: 'See and change',
  openLabel: (what: string) => `See and change the exemption: ${what}`,
  over55: 'over 55: this is to be given special regard beside health or social reasons',
  kind: 'What kind of exemption',
  kinds: {
    health: 'Decision: health',
    'weighty-social': 'Decision: weighty social reasons',
    'over-60': 'Right claimed by the doctor: age',
    pregnancy: 'Right claimed by the doctor: pregnancy',
    breastfeeding: 'Right claimed by the doctor: breastfeeding',
    'contract-term': 'Term in the GP agreement',
  },
  kindHelp:
    'A right claimed by the doctor is not to be decided. A decision must be in writing and give reasons, and can be appealed. The decision itself stays in the municipality’s archive.',
  toldOn: 'Date of the decision, or the day the doctor claimed the exemption',
  toldOnHelp: 'Not needed for terms in the agreement.',
  contract: 'GP agreement',
  contractHelp:
    'Only for terms in the agreement. The exemption lasts until both agree on something else, and at most as long as the agreement.',
  noContract: 'Not a term in an agreement',
  contractText: (form: string, period: string) => `${form}, ${period}`,
  from: 'First day',
  to: 'Last day',
  toHelp:
    'May be left empty when the exemption holds until further notice. For pregnancy and breastfeeding it must be filled in.',
  save: 'Save the exemption',
  ground: 'Reason',
  untold: 'The reason is not recorded',
  unreadable:
    'The reason is locked with a key that no longer exists, and cannot be read. The exemption holds as before.',
  untoldLead: 'The district has recorded when the doctor is not available. Record the reason here.',
  tell: 'Save the reason',
  decision: (reason: string, on: string) => `decision ${on}: ${reason}`,
  right: (right: string, on: string) => `right, claimed ${on}: ${right}`,
  contractTerm: 'term in the GP agreement',
  effect: 'Time',
  end: 'End the exemption',
  endLead: 'What has been is kept.',
  endLeadRight: 'What has been is kept. The right is then withdrawn, and the doctor can claim it anew.',
  endOn: 'First day without exemption',
  agreed: 'The doctor and the municipality agree on it',
  agreedHelp: 'A term in the agreement can be ended only when both agree.',
  appeal: 'Appeal',
  appealTo: 'What has happened',
  appealSteps: {
    none: 'No appeal',
    pending: 'The decision is appealed',
    upheld: 'The appeal is decided: the decision stands',
    reversed: 'The appeal is decided: the decision is reversed, the exemption ends',
  } satisfies Readonly<Record<AppealState, string>>,
  appealOn: 'The exemption ends on this day if the decision is reversed',
  appealSave: 'Record',
}

/** Who reads a ground beside its decider. */
export const readers = {
  title: 'Whether the doctor can read the reason',
  noAccount: 'The doctor has no open account. The reason is shown here alone.',
  account: (email: string, opened: string) =>
    `The doctor’s account has the address ${email}. It was made ${opened}.`,
  accountWithoutMail: (opened: string) => `The doctor’s account has no email address. It was made ${opened}.`,
  willRead:
    'The reason is shown in this account too. The district invited the doctor, so see that the address is the doctor’s own.',
  keepBack: 'Do not show the reason in the account',
  isRead: 'The account can read the reason.',
  isWithheld:
    'The account cannot read the reason: it was opened or changed after the reason was entered. The district invited the doctor. Ask the doctor whether the account is theirs, in another way than by the address above, before you let it read.',
  release: 'Let the account read the reason',
  handOver: 'Hand the exemption over to another municipality',
  handOverLead: 'The other municipality reads and decides from then on. This one no longer sees the reason.',
  handOverTo: 'Municipality',
  elsewhere: 'Exemptions that another municipality decides',
  elsewhereOf: (municipality: string) =>
    `The reason stands with ${municipality}. Ask them: only they can hand the exemption over to you.`,
  elsewhereNobody: 'The reason stands with no municipality and cannot be shown.',
  withheld: 'The reason is stored, but not shown here.',
}

/** Who reaches the age of the right: birth dates are ordinary data, and nothing follows by itself. */
export const coming = {
  title: (age: number) => `Turns ${number(age)} in the next 12 months`,
  titleAny: 'Gets a right to exemption because of age in the next 12 months',
  lead: 'From this day the doctor can claim exemption. Nothing happens if the doctor does not claim it.',
  none: 'Nobody gets a right to exemption because of age in the next 12 months.',
  doctor: 'Doctor',
  from: 'Can claim exemption from',
  district: 'District',
}

/** The coordinator's page under a doctor. */
export const away = {
  title: 'When the doctor is not available',
  of: (name: string) => `When ${name} is not available`,
  link: 'Change when the doctor is not available',
  lead: 'Record dates, never the reason. Colleagues see only that the doctor is not available.',
  none: 'Nothing is recorded.',
  list: 'Recorded',
  keptTitle: 'The doctor’s duties as they were when this was recorded',
  enter: 'Record a new time',
  kind: 'What the doctor is away from',
  away: 'all work',
  kindHelp:
    'Away from all work: surgery hours are not reckoned either. Away from duty only: surgery hours go on as usual.',
  onlyAway:
    'The doctor’s municipality records itself when the doctor is exempt from duty. Here you record when the doctor is away from all work.',
  from: 'First day',
  certainFrom: 'Certainly away from',
  certainFromHelp:
    'May be left empty. Used only when the doctor is away from all work and the day is uncertain: write the latest. Duties before it are shown as uncertain.',
  to: 'Last day',
  toHelp: 'May be left empty when it is not known.',
  preview: 'Show what it does',
  confirm: 'Save',
  change: 'Change dates',
  changeLabel: (when: string) => `Change dates for ${when}`,
  end: 'End',
  endLabel: (when: string) => `End the time ${when}`,
  endOn: 'Available again from',
  certain: (date: string) => `certainly from ${date}`,
  what: (scope: string) => `not available for ${scope}`,
  all: 'not available',
  lookOver: 'Look over before you save',
}
