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
  'weighty-social': 'tungtvegande sosiale grunnar',
}

export const appeals: Readonly<Record<AppealState, string>> = {
  none: 'inga klage',
  pending: 'klage er til handsaming',
  upheld: 'klage er avgjord, vedtaket står',
  reversed: 'klage er avgjord, vedtaket er gjort om',
}

export const scopes = {
  label: 'Gjeld',
  'out-of-hours': 'all legevakt',
  nights: 'berre nattevakter',
  form: (form: string) => `berre ${form}`,
}

export const duties = {
  inside: (amount: number) =>
    amount === 0
      ? 'Ingen publiserte vakter ligg i denne tida.'
      : `${count(amount, 'publisert vakt', 'publiserte vakter')} ligg i denne tida:`,
  stay: 'Vaktene blir ståande til ein annan lege er sett inn. Vaktlista viser brotet på dei.',
  replace: 'Set inn ein annan',
  replaceLabel: (when: string) => `Set inn ein annan lege på vakta ${when}`,
}

export const kept = {
  when: (at: string) => `Slik det stod ${at}`,
  none: 'Ingen publiserte vakter frå denne dagen.',
  amount: (amount: number) => `(${count(amount, 'vakt', 'vakter')})`,
}

/** A doctor's own page. */
export const mine = {
  title: 'Fritak og fråvær',
  lead: 'Her krev du fritak frå legevakt, trekkjer det tilbake, og ser vaktene slik dei var då det byrja. Berre du og kommunen som avgjer fritak, ser grunnen. Alle andre ser at du ikkje er tilgjengeleg.',
  link: 'Fritak frå legevakt',
  linkLead: 'Krev fritak du har rett til, eller sjå fritak og fråvær du har.',
  claim: 'Krev fritak',
  none: 'Du har ingen fritak.',
  notGp: 'Retten til fritak gjeld fastlegar med avtale. Du har ingen slik avtale her.',
  ageComing: (date: string, age: string) =>
    `Du fyller ${age} år ${date}, og kan ha fritak på grunn av alder frå den dagen. Du kan sende kravet alt no.`,
  ageThere: 'Du kan krevje fritak på grunn av alder. Det gjeld berre dersom du krev det.',
  ageNotKnown:
    'Fødselsdatoen din er ikkje ført opp. Be vaktkoordinatoren om det dersom du vil krevje fritak på grunn av alder.',
  withheld: (municipality: string) =>
    `Grunnen er lagra, men blir ikkje vist her enno. ${municipality} kan gi denne kontoen lov til å lese han. Ta kontakt med kommunen.`,
  withheldNobody: 'Grunnen er lagra, men kan ikkje visast her. Ingen kommune avgjer fritaket.',
  absences: 'Fråvær',
  keptTitle: 'Slik var vaktene dine då dette vart ført opp',
  takenBack: (date: string) => `Trekt tilbake før det byrja ${date}`,
  withdrawnOn: (date: string) => `trekt tilbake ${date}`,
  withdraw: 'Trekk tilbake',
  withdrawOn: 'Frå og med',
  withdrawHelp: 'Den første dagen du kan ha vakt igjen. Du kan krevje fritaket på nytt seinare.',
  withdrawLabel: (what: string) => `Trekk tilbake fritaket: ${what}`,
}

export const claim = {
  title: 'Krev fritak',
  lead: 'Dette er rettar for fastlegar. Kravet er nok, ingen skal avgjere det. Vaktkoordinatoren får berre vite at du ikkje er tilgjengeleg, og når.',
  other:
    'Vil du søkje fritak av helsegrunnar eller andre grunnar, avgjer kommunen det. Ta kontakt med kommunen.',
  district: 'Legevaktdistrikt',
  right: 'Grunn',
  rights: {
    'over-60': 'Alder: rett til fritak frå fylte 60 år',
    pregnancy: 'Svangerskap: dei tre siste månadene, eller tidlegare når svangerskapet hindrar vakt',
    breastfeeding: 'Amming av barn under eitt år',
  } satisfies Readonly<Record<Right, string>>,
  bornOn: 'Termin eller fødselsdatoen til barnet',
  bornOnHelp: 'Berre for svangerskap og amming. Blir brukt til å føreslå datoar og blir ikkje lagra.',
  next: 'Føreslå datoar',
  lookOver: 'Sjå over kravet',
  proposed: 'Datoane er eit framlegg. Endre dei dersom dei ikkje passar.',
  from: 'Første dag',
  to: 'Siste dag',
  toHelp: 'Kan stå tom når fritaket gjeld til du trekkjer det tilbake.',
  toAsked: 'Må fyllast ut. Du kan trekkje fritaket tilbake før den tid.',
  readBy: (municipality: string) => `Grunnen kan lesast av ${municipality}, og av deg.`,
  decider: 'Kva kommune skal få lese grunnen',
  deciderHelp: 'Distriktet har ført opp at du har avtale med fleire. Vel den som skal ha kravet.',
  confirm: 'Krev fritaket',
}

/** The municipality's page. */
export const municipality = {
  title: 'Fritak',
  of: (name: string) => `Fritak i ${name}`,
  forDoctor: (name: string) => `Fritak for ${name}`,
  lead: 'Grunnen blir vist berre her og for legen sjølv. Distriktet ser at legen ikkje er tilgjengeleg, og når. At sida er lesen, blir ført i loggen til kommunen.',
  link: (name: string) => `Fritak for legar i ${name}`,
  linkComing: (name: string) => `Legar som får rett til fritak i ${name}`,
  list: 'Fritak for legane i kommunen',
  none: 'Ingen lege i eit distrikt her er ført opp med avtale eller stilling i kommunen. Koordinatoren fører det opp på sida om legen.',
  noExemptions: 'Ingen fritak er førte opp.',
  enterFor: (name: string) => `Før opp fritak for ${name}`,
  open: 'Sjå og endre',
  openLabel: (what: string) => `Sjå og endre fritaket: ${what}`,
  over55: 'over 55 år: det skal takast særleg omsyn til dette ved sida av helse eller sosiale grunnar',
  kind: 'Kva slags fritak',
  kinds: {
    health: 'Vedtak: helse',
    'weighty-social': 'Vedtak: tungtvegande sosiale grunnar',
    'over-60': 'Rett som legen har kravd: alder',
    pregnancy: 'Rett som legen har kravd: svangerskap',
    breastfeeding: 'Rett som legen har kravd: amming',
    'contract-term': 'Vilkår i fastlegeavtalen',
  },
  kindHelp:
    'Ein rett som legen har kravd, skal ikkje avgjerast. Eit vedtak skal vere skriftleg og grunngitt, og kan klagast på. Sjølve vedtaket blir liggjande i arkivet til kommunen.',
  toldOn: 'Vedtaksdato, eller dagen legen kravde fritaket',
  toldOnHelp: 'Trengst ikkje for vilkår i avtalen.',
  contract: 'Fastlegeavtale',
  contractHelp:
    'Berre for vilkår i avtalen. Fritaket varer til begge er samde om noko anna, og høgst så lenge avtalen.',
  noContract: 'Ikkje vilkår i ein avtale',
  contractText: (form: string, period: string) => `${form}, ${period}`,
  from: 'Første dag',
  to: 'Siste dag',
  toHelp: 'Kan stå tom når fritaket gjeld inntil vidare. For svangerskap og amming må han fyllast ut.',
  save: 'Lagre fritaket',
  ground: 'Grunn',
  untold: 'Grunnen er ikkje ført opp',
  unreadable:
    'Grunnen er låst med ein nøkkel som ikkje finst lenger, og kan ikkje lesast. Fritaket gjeld som før.',
  untoldLead: 'Distriktet har ført opp når legen ikkje er tilgjengeleg. Før opp grunnen her.',
  tell: 'Lagre grunnen',
  decision: (reason: string, on: string) => `vedtak ${on}: ${reason}`,
  right: (right: string, on: string) => `rett, kravd ${on}: ${right}`,
  contractTerm: 'vilkår i fastlegeavtalen',
  effect: 'Tid',
  end: 'Avslutt fritaket',
  endLead: 'Det som har vore, blir ståande.',
  endLeadRight:
    'Det som har vore, blir ståande. Retten er då trekt tilbake, og legen kan krevje han på nytt.',
  endOn: 'Første dag utan fritak',
  agreed: 'Legen og kommunen er samde om det',
  agreedHelp: 'Eit vilkår i avtalen kan berre avsluttast når begge er samde.',
  appeal: 'Klage',
  appealTo: 'Kva har hendt',
  appealSteps: {
    none: 'Inga klage',
    pending: 'Det er klaga på vedtaket',
    upheld: 'Klaga er avgjord: vedtaket står',
    reversed: 'Klaga er avgjord: vedtaket er gjort om, fritaket sluttar',
  } satisfies Readonly<Record<AppealState, string>>,
  appealOn: 'Fritaket sluttar denne dagen dersom vedtaket er gjort om',
  appealSave: 'Før opp',
}

/** Who reads a ground beside its decider. */
export const readers = {
  title: 'Om legen kan lese grunnen',
  noAccount: 'Legen har ingen konto som er open. Grunnen blir berre vist her.',
  account: (email: string, opened: string) =>
    `Kontoen til legen har adressa ${email}. Han blei laga ${opened}.`,
  accountWithoutMail: (opened: string) =>
    `Kontoen til legen har inga e-postadresse. Han blei laga ${opened}.`,
  willRead:
    'Grunnen blir også vist i denne kontoen. Det er distriktet som har invitert legen, så sjå etter at adressa er legen si eiga.',
  keepBack: 'Ikkje vis grunnen i kontoen',
  isRead: 'Kontoen kan lese grunnen.',
  isWithheld:
    'Kontoen kan ikkje lese grunnen: han er opna eller endra etter at grunnen blei ført opp. Det er distriktet som har invitert legen. Spør legen sjølv om kontoen er rett, på ein annan måte enn ved adressa over, før du lèt han lese.',
  release: 'La kontoen lese grunnen',
  handOver: 'Overlat fritaket til ein annan kommune',
  handOverLead: 'Den andre kommunen les og avgjer frå då av. Denne kommunen ser ikkje grunnen meir.',
  handOverTo: 'Kommune',
  elsewhere: 'Fritak som ein annan kommune avgjer',
  elsewhereOf: (municipality: string) =>
    `Grunnen ligg hos ${municipality}. Spør dei: berre dei kan overlate fritaket til dykk.`,
  elsewhereNobody: 'Grunnen ligg ikkje hos nokon kommune, og kan ikkje visast.',
  withheld: 'Grunnen er lagra, men blir ikkje vist her.',
}

/** Who reaches the age of the right: birth dates are ordinary data, and nothing follows by itself. */
export const coming = {
  title: (age: number) => `Fyller ${number(age)} dei neste 12 månadene`,
  titleAny: 'Får rett til fritak på grunn av alder dei neste 12 månadene',
  lead: 'Frå denne dagen kan legen krevje fritak. Ingenting skjer dersom legen ikkje krev det.',
  none: 'Ingen får rett til fritak på grunn av alder dei neste 12 månadene.',
  doctor: 'Lege',
  from: 'Kan krevje fritak frå',
  district: 'Distrikt',
}

/** The coordinator's page under a doctor. */
export const away = {
  title: 'Når legen ikkje er tilgjengeleg',
  of: (name: string) => `Når ${name} ikkje er tilgjengeleg`,
  link: 'Endre når legen ikkje er tilgjengeleg',
  lead: 'Før opp datoar, aldri grunnen. Kollegaer ser berre at legen ikkje er tilgjengeleg.',
  none: 'Ingenting er ført opp.',
  list: 'Ført opp',
  keptTitle: 'Slik var vaktene til legen då dette vart ført opp',
  enter: 'Før opp ny tid',
  kind: 'Kva legen er borte frå',
  away: 'alt arbeid',
  kindHelp:
    'Borte frå alt arbeid: kontortida blir heller ikkje rekna. Borte berre frå vakt: kontortida går som vanleg.',
  onlyAway:
    'Kommunen til legen fører sjølv opp når legen er friteken frå vakt. Her fører du opp når legen er borte frå alt arbeid.',
  from: 'Første dag',
  certainFrom: 'Sikkert borte frå',
  certainFromHelp:
    'Kan stå tom. Blir brukt berre når legen er borte frå alt arbeid og dagen er usikker: skriv den seinaste. Vakter før den blir viste som usikre.',
  to: 'Siste dag',
  toHelp: 'Kan stå tom når det ikkje er kjent.',
  preview: 'Vis kva det gjer',
  confirm: 'Lagre',
  change: 'Endre datoar',
  changeLabel: (when: string) => `Endre datoar for ${when}`,
  end: 'Avslutt',
  endLabel: (when: string) => `Avslutt tida ${when}`,
  endOn: 'Tilgjengeleg igjen frå',
  certain: (date: string) => `sikkert frå ${date}`,
  what: (scope: string) => `ikkje tilgjengeleg for ${scope}`,
  all: 'ikkje tilgjengeleg',
  lookOver: 'Sjå over før du lagrar',
}
