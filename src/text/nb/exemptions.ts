import type { AppealState } from '../../core/plans/exemption-change.ts'
import type { ExemptionGround } from '../../core/rota/exemption.ts'
import { count, number } from './format.ts'

/** Sentences about exemptions and absence. What anybody but the doctor and the decider reads tells them not apart. */

type Right = Extract<ExemptionGround, { kind: 'right' }>['right']
type Reason = Extract<ExemptionGround, { kind: 'discretionary' }>['reason']

export const rights: Readonly<Record<Right, string>> = {
  'over-60': 'alder',
  pregnancy: 'svangerskap',
  breastfeeding: 'amming',
}

export const reasons: Readonly<Record<Reason, string>> = {
  health: 'helse',
  'weighty-social': 'tungtveiende sosiale grunner',
}

export const appeals: Readonly<Record<AppealState, string>> = {
  none: 'ingen klage',
  pending: 'klage er til behandling',
  upheld: 'klage er avgjort, vedtaket står',
  reversed: 'klage er avgjort, vedtaket er omgjort',
}

export const scopes = {
  label: 'Gjelder',
  'out-of-hours': 'all legevakt',
  nights: 'bare nattevakter',
  form: (form: string) => `bare ${form}`,
}

export const duties = {
  inside: (amount: number) =>
    amount === 0
      ? 'Ingen publiserte vakter ligger i denne tiden.'
      : `${count(amount, 'publisert vakt', 'publiserte vakter')} ligger i denne tiden:`,
  stay: 'Vaktene blir stående til en annen lege er satt inn. Vaktlista viser bruddet på dem.',
  replace: 'Sett inn en annen',
  replaceLabel: (when: string) => `Sett inn en annen lege på vakta ${when}`,
}

export const kept = {
  when: (at: string) => `Slik det sto ${at}`,
  none: 'Ingen publiserte vakter fra denne dagen.',
  amount: (amount: number) => `(${count(amount, 'vakt', 'vakter')})`,
}

/** A doctor's own page. */
export const mine = {
  title: 'Fritak og fravær',
  lead: 'Her krever du fritak fra legevakt, trekker det tilbake, og ser vaktene slik de var da det begynte. Bare du og kommunen som avgjør fritak, ser grunnen. Alle andre ser at du ikke er tilgjengelig.',
  link: 'Fritak fra legevakt',
  linkLead: 'Krev fritak du har rett til, eller se fritak og fravær du har.',
  claim: 'Krev fritak',
  none: 'Du har ingen fritak.',
  notGp: 'Retten til fritak gjelder fastleger med avtale. Du har ingen slik avtale her.',
  ageComing: (date: string, age: string) =>
    `Du fyller ${age} år ${date}, og kan ha fritak på grunn av alder fra den dagen. Du kan sende kravet alt nå.`,
  ageThere: 'Du kan kreve fritak på grunn av alder. Det gjelder bare hvis du krever det.',
  ageNotKnown:
    'Fødselsdatoen din er ikke ført opp. Be vaktkoordinatoren om det hvis du vil kreve fritak på grunn av alder.',
  withheld: (municipality: string) =>
    `Grunnen er lagret, men vises ikke her ennå. ${municipality} kan gi denne kontoen lov til å lese den. Ta kontakt med kommunen.`,
  withheldNobody: 'Grunnen er lagret, men kan ikke vises her. Ingen kommune avgjør fritaket.',
  absences: 'Fravær',
  keptTitle: 'Slik var vaktene dine da dette ble ført opp',
  takenBack: (date: string) => `Trukket tilbake før det begynte ${date}`,
  withdrawnOn: (date: string) => `trukket tilbake ${date}`,
  withdraw: 'Trekk tilbake',
  withdrawOn: 'Fra og med',
  withdrawHelp: 'Den første dagen du kan ha vakt igjen. Du kan kreve fritaket på nytt senere.',
  withdrawLabel: (what: string) => `Trekk tilbake fritaket: ${what}`,
}

export const claim = {
  title: 'Krev fritak',
  lead: 'Dette er rettigheter for fastleger. Kravet er nok, ingen skal avgjøre det. Vaktkoordinatoren får bare vite at du ikke er tilgjengelig, og når.',
  other:
    'Vil du søke fritak av helsegrunner eller andre grunner, avgjør kommunen det. Ta kontakt med kommunen.',
  district: 'Legevaktdistrikt',
  right: 'Grunn',
  rights: {
    'over-60': 'Alder: rett til fritak fra fylte 60 år',
    pregnancy: 'Svangerskap: de tre siste månedene, eller tidligere når svangerskapet hindrer vakt',
    breastfeeding: 'Amming av barn under ett år',
  } satisfies Readonly<Record<Right, string>>,
  bornOn: 'Termin eller barnets fødselsdato',
  bornOnHelp: 'Bare for svangerskap og amming. Brukes til å foreslå datoer og lagres ikke.',
  next: 'Foreslå datoer',
  lookOver: 'Se over kravet',
  proposed: 'Datoene er et forslag. Endre dem hvis de ikke passer.',
  from: 'Første dag',
  to: 'Siste dag',
  toHelp: 'Kan stå tom når fritaket gjelder til du trekker det tilbake.',
  toAsked: 'Må fylles ut. Du kan trekke fritaket tilbake før den tid.',
  readBy: (municipality: string) => `Grunnen kan leses av ${municipality}, og av deg.`,
  decider: 'Hvilken kommune skal få lese grunnen',
  deciderHelp: 'Distriktet har ført opp at du har avtale med flere. Velg den som skal ha kravet.',
  confirm: 'Krev fritaket',
}

/** The municipality's page. */
export const municipality = {
  title: 'Fritak',
  of: (name: string) => `Fritak i ${name}`,
  forDoctor: (name: string) => `Fritak for ${name}`,
  lead: 'Grunnen vises bare her og for legen selv. Distriktet ser at legen ikke er tilgjengelig, og når. At siden er lest, blir ført i kommunens logg.',
  link: (name: string) => `Fritak for leger i ${name}`,
  linkComing: (name: string) => `Leger som får rett til fritak i ${name}`,
  list: 'Fritak for kommunens leger',
  none: 'Ingen lege i et distrikt her er ført opp med avtale eller stilling i kommunen. Koordinatoren fører det opp på siden om legen.',
  noExemptions: 'Ingen fritak er ført opp.',
  enterFor: (name: string) => `Før opp fritak for ${name}`,
  open: 'Se og endre',
  openLabel: (what: string) => `Se og endre fritaket: ${what}`,
  over55: 'over 55 år: det skal tas særlig hensyn til dette ved siden av helse eller sosiale grunner',
  kind: 'Hva slags fritak',
  kinds: {
    health: 'Vedtak: helse',
    'weighty-social': 'Vedtak: tungtveiende sosiale grunner',
    'over-60': 'Rett som legen har krevd: alder',
    pregnancy: 'Rett som legen har krevd: svangerskap',
    breastfeeding: 'Rett som legen har krevd: amming',
    'contract-term': 'Vilkår i fastlegeavtalen',
  },
  kindHelp:
    'En rett som legen har krevd, skal ikke avgjøres. Et vedtak skal være skriftlig og begrunnet, og kan påklages. Selve vedtaket blir liggende i kommunens arkiv.',
  toldOn: 'Vedtaksdato, eller dagen legen krevde fritaket',
  toldOnHelp: 'Trengs ikke for vilkår i avtalen.',
  contract: 'Fastlegeavtale',
  contractHelp:
    'Bare for vilkår i avtalen. Fritaket varer til begge er enige om noe annet, og høyst så lenge avtalen.',
  noContract: 'Ikke vilkår i en avtale',
  contractText: (form: string, period: string) => `${form}, ${period}`,
  from: 'Første dag',
  to: 'Siste dag',
  toHelp: 'Kan stå tom når fritaket gjelder inntil videre. For svangerskap og amming må den fylles ut.',
  save: 'Lagre fritaket',
  ground: 'Grunn',
  untold: 'Grunnen er ikke ført opp',
  unreadable:
    'Grunnen er låst med en nøkkel som ikke finnes lenger, og kan ikke leses. Fritaket gjelder som før.',
  untoldLead: 'Distriktet har ført opp når legen ikke er tilgjengelig. Før opp grunnen her.',
  tell: 'Lagre grunnen',
  decision: (reason: string, on: string) => `vedtak ${on}: ${reason}`,
  right: (right: string, on: string) => `rett, krevd ${on}: ${right}`,
  contractTerm: 'vilkår i fastlegeavtalen',
  effect: 'Tid',
  end: 'Avslutt fritaket',
  endLead: 'Det som har vært, blir stående.',
  endLeadRight:
    'Det som har vært, blir stående. Retten er da trukket tilbake, og legen kan kreve den på nytt.',
  endOn: 'Første dag uten fritak',
  agreed: 'Legen og kommunen er enige om det',
  agreedHelp: 'Et vilkår i avtalen kan bare avsluttes når begge er enige.',
  appeal: 'Klage',
  appealTo: 'Hva har skjedd',
  appealSteps: {
    none: 'Ingen klage',
    pending: 'Vedtaket er påklaget',
    upheld: 'Klagen er avgjort: vedtaket står',
    reversed: 'Klagen er avgjort: vedtaket er omgjort, fritaket slutter',
  } satisfies Readonly<Record<AppealState, string>>,
  appealOn: 'Fritaket slutter denne dagen hvis vedtaket er omgjort',
  appealSave: 'Før opp',
}

/** Who reads a ground beside its decider. */
export const readers = {
  title: 'Om legen kan lese grunnen',
  noAccount: 'Legen har ingen konto som er åpen. Grunnen vises bare her.',
  account: (email: string, opened: string) => `Legens konto har adressen ${email}. Den ble laget ${opened}.`,
  accountWithoutMail: (opened: string) => `Legens konto har ingen e-postadresse. Den ble laget ${opened}.`,
  willRead:
    'Grunnen blir også vist i denne kontoen. Det er distriktet som har invitert legen, så se etter at adressen er legens egen.',
  keepBack: 'Ikke vis grunnen i kontoen',
  isRead: 'Kontoen kan lese grunnen.',
  isWithheld:
    'Kontoen kan ikke lese grunnen: den er åpnet eller endret etter at grunnen ble ført opp. Det er distriktet som har invitert legen. Spør legen selv om kontoen er hens, på en annen måte enn ved adressen over, før du lar den lese.',
  release: 'La kontoen lese grunnen',
  handOver: 'Overlat fritaket til en annen kommune',
  handOverLead: 'Den andre kommunen leser og avgjør fra da av. Denne kommunen ser ikke grunnen mer.',
  handOverTo: 'Kommune',
  elsewhere: 'Fritak som en annen kommune avgjør',
  elsewhereOf: (municipality: string) =>
    `Grunnen ligger hos ${municipality}. Spør dem: bare de kan overlate fritaket til dere.`,
  elsewhereNobody: 'Grunnen ligger ikke hos noen kommune, og kan ikke vises.',
  withheld: 'Grunnen er lagret, men vises ikke her.',
}

/** Who reaches the age of the right: birth dates are ordinary data, and nothing follows by itself. */
export const coming = {
  title: (age: number) => `Fyller ${number(age)} de neste 12 månedene`,
  titleAny: 'Får rett til fritak på grunn av alder de neste 12 månedene',
  lead: 'Fra denne dagen kan legen kreve fritak. Ingenting skjer hvis legen ikke krever det.',
  none: 'Ingen får rett til fritak på grunn av alder de neste 12 månedene.',
  doctor: 'Lege',
  from: 'Kan kreve fritak fra',
  district: 'Distrikt',
}

/** The coordinator's page under a doctor. */
export const away = {
  title: 'Når legen ikke er tilgjengelig',
  of: (name: string) => `Når ${name} ikke er tilgjengelig`,
  link: 'Endre når legen ikke er tilgjengelig',
  lead: 'Før opp datoer, aldri grunnen. Kollegaer ser bare at legen ikke er tilgjengelig.',
  none: 'Ingenting er ført opp.',
  list: 'Ført opp',
  keptTitle: 'Slik var vaktene til legen da dette ble ført opp',
  enter: 'Før opp ny tid',
  kind: 'Hva legen er borte fra',
  away: 'alt arbeid',
  kindHelp:
    'Borte fra alt arbeid: kontortiden regnes heller ikke. Borte bare fra vakt: kontortiden går som vanlig.',
  onlyAway:
    'Kommunen til legen fører selv opp når legen er fritatt fra vakt. Her fører du opp når legen er borte fra alt arbeid.',
  from: 'Første dag',
  certainFrom: 'Sikkert borte fra',
  certainFromHelp:
    'Kan stå tom. Brukes bare når legen er borte fra alt arbeid og dagen er usikker: skriv den seneste. Vakter før den vises som usikre.',
  to: 'Siste dag',
  toHelp: 'Kan stå tom når det ikke er kjent.',
  preview: 'Vis hva det gjør',
  confirm: 'Lagre',
  change: 'Endre datoer',
  changeLabel: (when: string) => `Endre datoer for ${when}`,
  end: 'Avslutt',
  endLabel: (when: string) => `Avslutt tiden ${when}`,
  endOn: 'Tilgjengelig igjen fra',
  certain: (date: string) => `sikkert fra ${date}`,
  what: (scope: string) => `ikke tilgjengelig for ${scope}`,
  all: 'ikke tilgjengelig',
  lookOver: 'Se over før du lagrer',
}
