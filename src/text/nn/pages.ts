import { visible } from '../plain-text.ts'
import { count, dateOnly } from './format.ts'

/** Sentences of the pages outside the board. */
export const frame = {
  skipLink: 'Hopp til hovudinnhaldet',
  ownMenu: 'Di side',
  districtMenu: 'Distriktet',
  languages: 'Språk',
  crumbs: 'Du er her',
  footer: 'Legevaktplan lagrar ingenting om pasientar. Skriv aldri pasientopplysningar her.',
}

export const menu = {
  overview: 'Oversikt',
  rota: 'Vaktliste',
  drafts: 'Utkast',
  wishes: 'Ønske',
  doctors: 'Legar',
  hours: 'Timar',
  ledger: 'Timerekneskap',
  calendar: 'Kalender',
  agreement: 'Avtale',
  setUp: 'Oppsett',
  members: 'Tilgangar',
}

/** What was just done, picked by a code in the address. */
export const flash = {
  'erasure-asked': 'Du har bede om å bli sletta. Koordinator får e-post om det.',
  'erasure-withdrawn': 'Du har trekt tilbake at du vil bli sletta.',
  'person-erased': 'Opplysningane om legen er sletta.',
  'draft-opened': 'Utkastet er laga. Det som alt er publisert i perioden, er med i det.',
  edited: 'Endringa er lagra i utkastet.',
  repaired: 'Framlegget er lagt i utkastet. Sjå over og publiser. Du kan angre.',
  restored: 'Utkastet er laga med vaktene slik dei var. Sjå over, og publiser når det skal gjelde.',
  renamed: 'Namnet er lagra.',
  discarded: 'Utkastet er forkasta. Du kan hente det tilbake nedst på denne sida.',
  'brought-back': 'Utkastet er henta tilbake.',
  circulated: 'Utkastet er sendt på høyring. Send lenkja til legane.',
  'taken-back': 'Utkastet er trekt tilbake. Legane kan ikkje lenger lese det.',
  commented: 'Kommentaren er send til koordinatoren.',
  'comment-marked': 'Kommentaren er merkt.',
  undone: 'Siste endring er angra.',
  redone: 'Endringa er gjord om igjen.',
  started: 'Distriktet er laga. Sjå over det under, og lag den første planen når du er klar.',
  'set-up-saved': 'Endringa er lagra. Du kan angre henne under Oppsett.',
  'set-up-undone': 'Endringa er angra.',
  published: 'Vaktlista er publisert. Dei det gjeld, får beskjed.',
  amended: 'Vakta er endra. Dei det gjeld, får beskjed.',
  'share-corrected': 'Korreksjonen er lagra.',
  'period-closed': 'Perioden er avslutta. Tala i han blir ikkje endra meir.',
  'outcome-recorded': 'Det er lagra korleis vakta gjekk.',
  'wish-added': 'Ønsket er lagra.',
  'wish-on-duty':
    'Ønsket er lagra, men det står alt ei publisert vakt på ein av dagane. Ønsket flyttar ikkje vakta. Ho må bytast eller endrast av koordinatoren.',
  'wish-removed': 'Ønsket er fjerna.',
  'day-note-saved': 'Merknaden er lagra.',
  'rota-pasted': 'Vaktene er lagde i utkastet. Du kan angre heile steget.',
  'absences-pasted': 'Fråværet er lagra.',
  'doctors-pasted': 'Legane er lagra.',
  'wishes-pasted': 'Ønska er lagra.',
  imported: 'Distriktet er lese inn.',
  'value-adopted': 'Den nye verdien er lagra.',
  'value-ended': 'Slutten er lagra.',
  'calendar-revoked': 'Kalenderlenkja er slått av.',
  'calendar-changed': 'Endringa er lagra. Kalenderen viser henne neste gong han hentar vaktene.',
  'messages-chosen': 'Valet er lagra.',
  'signed-out': 'Du er logga ut.',
  'session-ended': 'Innlogginga er avslutta.',
  'address-changed': 'E-postadressa er endra.',
  'phone-changed': 'Telefonnummeret er endra.',
  'sessions-ended': 'Alle andre innloggingar er avslutta.',
  'held-dropped': 'Det er kasta.',
  'exemption-claimed': 'Kravet ditt er lagra. Fritaket gjeld utan at nokon må avgjere det.',
  'exemption-withdrawn': 'Fritaket er trekt tilbake. Du kan krevje det igjen seinare.',
  'exemption-entered': 'Fritaket er lagra.',
  'exemption-ended': 'Fritaket er avslutta.',
  'ground-released': 'Kontoen til legen kan no lese grunnen.',
  'ground-handed-over': 'Fritaket er overlate til den andre kommunen.',
  'ground-told': 'Grunnen er lagra.',
  'appeal-recorded': 'Klaga er ført opp.',
  'away-entered': 'Det er lagra at legen ikkje er tilgjengeleg.',
  'away-changed': 'Datoane er endra.',
  'away-ended': 'Legen er tilgjengeleg igjen frå datoen du oppgav.',
  'change-confirmed': 'Takk. Koordinatoren ser at du har sett endringa.',
  'confirmation-taken-back': 'Stadfestinga er teken tilbake.',
  'notice-confirmed': 'Det er lagra at legen er ringd og har stadfesta.',
  'notice-reopened': 'Det er angra. Legen står som ikkje stadfesta.',
  'role-taken': 'Rolla er teke bort. Du kan gi ho tilbake nedst på sida.',
  'role-given-back': 'Rolla er gitt tilbake.',
  'member-signed-out': 'Personen er logga ut overalt.',
  'invitation-withdrawn': 'Invitasjonen er trekt tilbake. Lenkja verkar ikkje lenger.',
  'account-disabled': 'Kontoen er stengd, og personen er logga ut overalt.',
  'account-enabled': 'Kontoen er opna igjen.',
  'made-for-others': 'Distriktet er laga. Inviter ein koordinator nedanfor.',
  'sent-again': 'Meldinga er lagd ut på nytt og blir send om litt.',
  'provider-linked': 'Innlogginga er knytt til kontoen din.',
  'provider-unlinked': 'Innlogginga er ikkje lenger knytt til kontoen din.',
  'issuer-saved': 'Innloggingstenesta er lagra.',
  'passkey-added': 'Passnøkkelen er lagd til. Neste gong kan du logge inn med han.',
  'passkey-renamed': 'Det nye namnet er lagra.',
  'passkey-removed':
    'Passnøkkelen er fjerna. Er du framleis innlogga andre stader, kan du avslutte det under.',
}

export const notFound = {
  title: 'Fann ikkje sida',
  sentence: 'Sida finst ikkje, eller du har ikkje tilgang til henne.',
  home: 'Gå til framsida',
}

export const fault = {
  title: 'Noko gjekk gale hos oss',
  sentence: (requestId: string) =>
    `Prøv igjen om litt. Blir det ikkje betre, så meld frå og oppgi nummeret ${requestId}.`,
}

/** One sentence for each way of saying no: what stands in the way, and what to do. */
export const refusals = {
  title: 'Det gjekk ikkje',
  'not-signed-in': 'Du må logge inn først.',
  'needs-strong-sign-in': 'Du må logge inn på ein sikrare måte for dette, til dømes med passnøkkel.',
  'confirm-again': 'Stadfest først at det er deg.',
  'too-many': 'For mange forsøk på kort tid. Vent litt, og prøv igjen.',
  busy: 'Svært mange endrar noko akkurat no, så dette vart ikkje lagra. Prøv igjen.',
  'not-allowed': 'Sida finst ikkje, eller du har ikkje tilgang til henne.',
  'not-found': 'Sida finst ikkje, eller du har ikkje tilgang til henne.',
  invalid: 'Noko i skjemaet må rettast.',
  'file-refused': 'Fila kan ikkje lesast inn. Ingenting er lagra.',
  'invalid-slices':
    'Delane av vakta går ikkje opp. Kvar del må liggje inne i vakta, og to legar kan ikkje dekkje same tid.',
  'stale-revision': 'Vaktlista er endra av nokon andre sidan du opna sida. Sjå over på nytt og prøv igjen.',
  'double-booked': 'Legen har alt ei anna vakt på denne tida, kanskje i eit anna distrikt.',
  'cell-changed':
    'Nokon andre har endra denne vakta sidan du opna sida. Sjå kva som står der no, og prøv igjen.',
  'draft-moved':
    'Utkastet er endra sidan du opna sida. Ingenting er publisert. Her er det slik det er no: sjå over det på nytt før du publiserer.',
  'draft-closed':
    'Utkastet er ikkje lenger slik det var då du opna sida. Det kan vere publisert, forkasta eller sendt på høyring. Sjå på det på nytt.',
  clashing:
    'Vakter er endra både i utkastet og i vaktlista. Vel i utkastet kva som skal gjelde, og prøv igjen.',
  locked: 'Vakta er låst. Lås henne opp først.',
  'nothing-to-undo': 'Du har ingenting å angre i dette utkastet.',
  'nothing-to-redo': 'Du har ingenting å gjere om i dette utkastet.',
  'reload-needed': 'Sida er oppdatert. Last henne inn på nytt.',
  'key-reused': 'Endringa er send før, med eit anna innhald. Last sida inn på nytt.',
  'rule-broken': 'Noko bryt ein regel som må rettast eller grunngivast først.',
  'nothing-changed': 'Det er ingen skilnad frå det som alt er publisert.',
  'period-closed':
    'Perioden er avslutta, og tala i han blir ikkje endra meir. Skriv ein korreksjon i timerekneskapen i staden.',
  'already-closed': 'Perioden er avslutta frå før.',
  'not-over': 'Perioden er ikkje slutt enno. Han kan avsluttast når siste dag er over.',
  'nothing-to-close': 'Ingen vakter er publiserte i denne perioden, så det er ingenting å avslutte.',
  'overlaps-closed':
    'Ein del av perioden ligg i ein annan periode som er avslutta. Kvar dag kan berre avsluttast éin gong.',
  'build-running': 'Utkastet blir alt bygd. Vent til det er ferdig.',
  'cannot-build': 'Utkastet kan ikkje byggjast slik det står.',
  'link-used': 'Lenkja er brukt, for gammal eller feil. Be om ei ny.',
  'passkey-refused': 'Passnøkkelen blei ikkje godteken. Prøv igjen, eller logg inn på ein annan måte.',
  'too-many-passkeys':
    'Du har så mange passnøklar som ein konto kan ha. Fjern ein du ikkje bruker, og prøv igjen.',
  'provider-refused':
    'Svaret frå innloggingstenesta kan ikkje brukast. Det kan vere for gammalt, brukt før eller opna i ein annan nettlesar. Start innlogginga på nytt.',
  'provider-cancelled': 'Innlogginga vart avbroten. Ingenting er endra.',
  'provider-down':
    'Innloggingstenesta svarer ikkje som ho skal no. Prøv igjen om litt, eller logg inn med passnøkkel eller lenke på e-post.',
  'not-linked':
    'Ingen konto her er knytt til denne innlogginga. Logg inn på ein annan måte først, og knyt ho til under Min konto. Har du ingen konto, må du bli invitert.',
  'linked-elsewhere':
    'Denne innlogginga er knytt til ein annan konto, eller kontoen din er knytt til ei anna innlogging same stad.',
  'last-way-in':
    'Dette er den siste måten du kan logge inn sikkert på, og rollene dine krev det. Legg til ein annan først.',
  'link-made': 'Denne kalenderlenkja er laga alt. Adressa vart vist éin gong.',
  'erased-person':
    'Nokon i fila er sletta frå distriktet. Dei kan ikkje hentast inn att med namn. Ta dei ut, eller før dei inn som nye. Ingenting er lagra.',
  'still-used':
    'Noko som fila ikkje lenger har med, er i bruk i vaktlista eller i eit utkast. Ingenting er lagra.',
  duplicate: 'Noko i fila er alt i bruk med andre opplysningar. Ingenting er lagra.',
  'led-already': 'Nokon leier dette allereie, og det er dei som gir tilgang. Be dei om det.',
  'last-member':
    'Du er den einaste som kan logge inn og styre dette. Inviter ein annan først, og vent til den personen har logga inn.',
  'beyond-reach':
    'Denne innlogginga kan ikkje nullstillast herfrå. Be administratoren for installasjonen om hjelp.',
  'own-account': 'Dette kan du ikkje gjere med din eigen konto. Be ein annan administrator om det.',
  'own-address-only':
    'Legen har eller har hatt fritak, og berre legen og kommunen skal lese kvifor. Difor kan invitasjonen berre gå til adressa legen sjølv har.',
  'has-way-in':
    'Legen har alt tilgang og kan logge inn. Får ikkje legen det til, kan du nullstille innlogginga under Tilgangar.',
  'invited-elsewhere-first':
    'Legen vart først ført opp i eit anna distrikt, og må få den første invitasjonen sin derifrå. Be legen om det. Når legen kan logge inn, kan du invitere herifrå.',
  'not-empty': 'Dette kan berre gjerast i ein tom installasjon.',
}

export const form = {
  problems: 'Dette må rettast',
  problemAt: (label: string | undefined, problem: string | null) => {
    if (problem === null) return label === undefined ? 'Fyll ut feltet' : `Fyll ut: ${label}`
    if (label === undefined) return problem
    return label.endsWith('?') ? `${label} ${problem}` : `${label}: ${problem}`
  },
  choose: 'Vel',
  copy: 'Kopier lenkja',
  copied: 'Lenkja er kopiert.',
}

const given = (value: string) => (value === '' ? '' : `: «${visible(value)}»`)

/** What is wrong with one field, with what was given. */
export const fieldProblems = {
  'duties-ahead': (value: string) => `Legen har ${value} vakter framover. Gi dei til andre først`,
  'agreement-runs': () =>
    'Avtalen eller plassen i vaktordninga er ikkje avslutta. Avslutt legen i distriktet først',
  'holds-role': () => 'Legen har også ein annan tilgang i distriktet. Ta han bort først',
  'build-runs': () => 'Eit bygg held på. Vent til det er ferdig',
  'not-the-name': () => 'Skriv heile namnet slik det står på sida',
  'written-since': () => 'Nokon har skrive om legen etter at du opna sida. Sjå over det som er nytt',
  'wrong-code': () =>
    'Koden stemmer ikkje, eller han verkar ikkje lenger. Sjå etter ein gong til, eller be om ei ny lenkje',
  'not-chosen': () => 'Vel eit svar',
  missing: () => 'Fyll ut feltet',
  'too-long': () => 'Teksten er for lang',
  'hidden-character': (value: string) => `Teksten har teikn som ikkje syner. Fjern dei${given(value)}`,
  'unknown-period': (value: string) =>
    `«${value}» er inga slags periode. Vel veke, månad, kvartal, år eller plan`,
  'not-a-date': (value: string) =>
    value === '' ? 'Fyll ut datoen' : `Skriv ein dato som finst, til dømes 28.03.2027${given(value)}`,
  'not-a-time': (value: string) =>
    value === '' ? 'Fyll ut klokkeslettet' : `Skriv eit klokkeslett, til dømes 20:00${given(value)}`,
  'ends-before-start': (value: string) => `Slutten må kome etter starten${given(value)}`,
  'period-too-long': () => 'Perioden er for lang. Han kan vere høgst 54 veker.',
  'unknown-doctor': (value: string) => `Ingen lege i distriktet heiter dette${given(value)}`,
  'unknown-line': (value: string) => `Distriktet har inga slik vaktlinje${given(value)}`,
  'unknown-duty': (value: string) => `Vakta finst ikkje${given(value)}`,
  'unknown-wish': () => 'Ønsket finst ikkje lenger',
  'unknown-stance': (value: string) =>
    value === ''
      ? 'Ønsket manglar. Skriv «ønskjer vakt», «helst ikkje» eller «kan ikkje»'
      : `Skriv «ønskjer vakt», «helst ikkje» eller «kan ikkje»${given(value)}`,
  'unknown-weight': (value: string) =>
    `Skriv «litt viktig», «viktig» eller «svært viktig», eller 1, 2 eller 3${given(value)}`,
  'not-a-provider': (value: string) =>
    `Skriv adressa som tenesta oppgir som «issuer». Ho byrjar med https:// og har eit vanleg namn${given(value)}`,
  'not-a-tenant': (value: string) =>
    `Skriv leigetakaren sin id, 36 teikn med bindestrekar. Ein id for alle, som «common», kan ikkje brukast${given(value)}`,
  'no-openid': () => 'Omfanget må ha ordet openid',
  'no-provider-key': () =>
    'Installasjonen manglar nøkkelen som tenesta kjenner han att på (OIDC_KEYS). Den som driftar, må leggje han inn først.',
  'not-a-phone-number': (value: string) => `Skriv eit telefonnummer, til dømes 912 34 567${given(value)}`,
  'not-an-address': (value: string) => `Skriv ei e-postadresse, til dømes kari@kommune.no${given(value)}`,
  'out-of-range': (value: string) => `Verdien er utanfor det som er lov${given(value)}`,
  'not-a-duration': (value: string) => `Skriv til dømes 7:30 eller 7,5${given(value)}`,
  'not-a-number': (value: string) => `Skriv eit heilt tal, til dømes 45${given(value)}`,
  'longer-than-72-hours': () => 'Ei vakt kan vare høgst 72 timar. Sjå over datoane',
  'not-a-minute': () => 'Skriv minutt frå 0 til 59. Heile timar høyrer til i feltet for timar',
  'longer-than-12-hours': () => 'Tida frå start til slutt kan vere høgst 12 timar',
  'shorter-than-4-hours': () => 'Tida frå start til slutt må vere minst 4 timar',
  'longer-than-whole': () => 'Dette er meir enn heile tida frå start til slutt',
  'empty-value': () => 'Fyll ut verdien. Skal han ikkje gjelde lenger, må du la han slutte å gjelde i staden',
  'date-out-of-range': (value: string) => `Datoen er utanfor det Legevaktplan reknar med${given(value)}`,
  'active-too-long': () => 'Den aktive tida er lengre enn vakta. Skriv minutt',
  'in-the-future': (value: string) => `Dette har ikkje vore enno${given(value)}`,
  'not-this-duty': () => 'Tida ligg utanfor vakta. Sjå over datoane',
  'begun-too-early': () => 'Vakta kan ha byrja høgst 12 timar før ho var sett opp. Sjå over datoen',
  'ended-too-late': () => 'Vakta kan ha slutta høgst 12 timar etter at ho skulle. Sjå over datoen',
  'over-own-duty': () =>
    'Legen har ei anna vakt i denne tida, og kvar time blir talt på éi vakt. La tida slutte der den andre vakta byrjar, eller rett den andre vakta først',
  zero: () => 'Skriv eit tal som ikkje er 0',
  'in-the-past': (value: string) => `Datoen kan ikkje liggje før i dag${given(value)}`,
  'outside-absence': () => 'Dagen må liggje i fråværet',
  'no-gp-agreement': () => 'Legen har ingen fastlegeavtale med ein kommune denne dagen',
  'not-home-municipality': () => 'Berre kommunen som legen har fastlegeavtale med, kan avgjere dette',
  'birth-date-not-known': () => 'Fødselsdatoen er ikkje ført opp. Be koordinatoren føre han opp',
  'before-right': (value: string) => `Retten gjeld først frå ${dateOnly(value)}`,
  'before-claim': (value: string) =>
    `Fritaket kan tidlegast gjelde frå dagen det blir kravd, ${dateOnly(value)}`,
  'longer-than-right': (value: string) => `Fritaket kan ikkje vare lenger enn til ${dateOnly(value)}`,
  'has-role': () => 'Denne adressa har alt tilgang til distriktet som dette',
  'invite-doctor-first': () =>
    'Dette er adressa til ein lege i distriktet som ikkje har konto enno. Inviter legen som lege først',
  'already-claimed': () => 'Retten er alt kravd for denne tida',
  'already-exempt': (value: string) =>
    `Legen har alt eit slikt fritak frå ${dateOnly(value)}. Avslutt det først, eller vel dagar det ikkje gjeld`,
  'already-away': (value: string) => `Fråværet frå ${dateOnly(value)} er alt ført opp med desse dagane`,
  'outside-contract': (value: string) =>
    `Fritaket må liggje innanfor avtalen${value === '' ? '' : ` (${dateOnly(value)})`}`,
  'not-a-right': () => 'Dette fritaket er ikkje noko legen sjølv kan trekkje tilbake',
  'already-ended': () => 'Det sluttar tidlegare enn dette frå før',
  'already-told': () => 'Grunnen er alt ført opp',
  'municipality-decides': () => 'Kommunen fører opp dette sjølv. Be legen om å ta det med kommunen',
  'not-a-step': () => 'Klaga er ikkje komen så langt, eller ho er avgjord',
  'given-twice': (value: string) => `Dette står to gonger${given(value)}`,
  'in-closed-period': (value: string) =>
    `Perioden før ${dateOnly(value)} er avslutta, og tala der blir ikkje endra. Vel den datoen eller seinare`,
  'before-first-duty': (value: string) =>
    value === ''
      ? 'Ingen vakter er publiserte enno, så det er ikkje noko å korrigere'
      : `Den første publiserte vakta er ${dateOnly(value)}. Vel ein dato frå og med det året`,
  'before-earlier-value': (value: string) =>
    `Ein annan verdi gjeld frå ${dateOnly(value)}. Vel ein seinare dato, så blir det som har vore, ståande`,
  'not-in-force': (value: string) => `Ingen verdi gjeld ${dateOnly(value)}`,
  'longer-than-18-months': () => 'Perioden kan vere høgst 18 månader',
  'no-duties-then': () => 'Du har ingen vakter i denne perioden',
}

export const signIn = {
  signOut: 'Logg ut',
  /** Asked of whoever signs out while edits of a board wait to be stored. */
  unsent:
    'Denne nettlesaren har endringar i eit utkast som ikkje er lagra enno. Loggar du ut, blir dei borte. Logg ut likevel?',
}

export const districts = {
  title: 'Legevaktdistrikt',
  weak: 'Rolla di krev ei sikrare innlogging enn den du har brukt no. Så ser du det ho gir tilgang til.',
  none: 'Du har ikkje tilgang til noko distrikt enno. Be vaktkoordinatoren om ein invitasjon.',
  noneForAdministrator:
    'Det er ingen distrikt her enno. Lag eit nytt med nokre få spørsmål, eller les inn ei distriktsfil.',
  noRole: 'Du har inga rolle her, og ser difor ikkje vaktlista.',
  whoLeads: 'Sjå kven som leier distriktet',
  municipalities: 'Kommunen din',
  reports: 'Belastningsrapportar',
  report: (municipality: string, district: string) => `${municipality} i ${district}`,
  import: 'Les inn distriktsfil',
  myDuties: 'Sjå mine vakter',
}

export const districtHome = {
  publishedUntil: (date: string) => `Vaktlista er publisert til og med ${date}`,
  nothingPublished: 'Inga vaktliste er publisert enno',
  openDuties: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  noOpen: 'Alle publiserte vakter i perioden har lege',
  seeRota: 'Sjå vaktlista',
  newDraft: 'Lag ny plan',
  continueDraft: (name: string) => `Hald fram på «${name}»`,
  drafts: 'Utkast under arbeid',
  noDrafts: 'Du har ingen utkast under arbeid.',
  heaviest: 'Det som hastar mest',
  load: 'Vakttid per lege i heile planen',
  loadNote: 'Streken viser rettferdig del.',
  reports: 'Belastningsrapport for kommunen',
  file: 'Distriktsfil',
  export: 'Last ned distriktsfila',
  import: 'Les inn ei ny utgåve',
  exportNote: 'Fila inneheld aldri grunnen til eit fritak.',
}

export const rota = {
  title: 'Vaktliste',
  empty: 'Ingen vakter er publiserte i desse vekene.',
  emptyNext: 'Gå til siste publisering',
}
