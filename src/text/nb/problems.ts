import { type FileSentences, problemTexts } from '../problem-texts.ts'

const SENTENCES: FileSentences = {
  'too-large': (value, against) => `Fila er for stor: ${value} tegn. Grensen er ${against}.`,
  'not-a-district-file': () => 'Dette er ikke en distriktsfil. En distriktsfil begynner med «{».',
  'broken-json': (value) =>
    value === ''
      ? 'Fila er ikke gyldig JSON her.'
      : `Fila er ikke gyldig JSON her. Det stopper ved «${value}».`,
  'cut-short': () => 'Fila er ikke hel. Den slutter før innholdet er ferdig.',
  'key-twice': (value) => `Feltet «${value}» står to ganger i samme objekt.`,
  'wrong-version': (value, against) =>
    `Filversjonen «${value}» er ukjent. Dette programmet leser versjon ${against}.`,
  'missing-field': () => 'Feltet mangler.',
  'unknown-field': (value) => `Feltet er ukjent. Det har verdien «${value}».`,
  'not-text': (value) => `«${value}» skal være tekst.`,
  'not-number': (value) => `«${value}» skal være et tall.`,
  'not-whole-number': (value) => `«${value}» skal være et helt tall.`,
  'not-true-or-false': (value) => `«${value}» skal være true eller false.`,
  'not-list': (value) => `«${value}» skal være en liste.`,
  'not-object': (value) => `«${value}» skal være et objekt med felter.`,
  'not-a-choice': (value, against) =>
    against === ''
      ? `«${value}» er ikke et gyldig valg.`
      : `«${value}» er ikke et gyldig valg. Velg mellom: ${against}.`,
  'too-small': (value, against) =>
    against === '' ? `«${value}» er for lite.` : `«${value}» er for lite. Minste verdi er ${against}.`,
  'too-big': (value, against) => `«${value}» er for mye. Største verdi er ${against}.`,
  'span-too-long': (value, against) =>
    `Tiden som slutter «${value}», er for lang. Den kan være høyst ${against} timer.`,
  'span-too-short': (value, against) =>
    `Tiden som slutter «${value}», er for kort. Den må være minst ${against} timer.`,
  'empty-value': () => 'Verdien er tom. Ta den ut, eller la den slutte å gjelde.',
  'empty-text': () => 'Teksten kan ikke være tom.',
  'hidden-character': (value) =>
    `Teksten har tegn som ikke vises. De er skrevet ut her: «${value}». Fjern dem.`,
  'too-long': (value, against) => `«${value}» er for langt. Grensen er ${against} tegn.`,
  'too-few': (_, against) => `Lista har for få ledd. Den må ha minst ${against}.`,
  'too-many': (_, against) => `Lista har for mange ledd. Grensen er ${against}.`,
  'not-an-id': (value) =>
    `«${value}» kan ikke være en id. Bruk bokstavene a–z, tall, bindestrek og understrek, høyst 64 tegn.`,
  'not-a-date': (value) => `«${value}» er ikke en dato i kalenderen. Skriv den som 2027-01-04.`,
  'date-out-of-range': (value, against) =>
    `Datoen «${value}» er utenfor det programmet regner med. Bruk en dato i ${against}.`,
  'not-a-day-of-year': (value) => `«${value}» er ikke en dag i året. Skriv den som 06-21.`,
  'not-a-time': (value) => `«${value}» er ikke et klokkeslett. Skriv det som 15:30, fra 00:00 til 24:00.`,
  'not-an-instant': (value) =>
    `«${value}» er ikke et tidspunkt. Skriv det som 2027-03-28T08:00+02:00, i årene 1997–2099.`,
  'not-an-email': (value) => `«${value}» er ikke en e-postadresse.`,
  'not-an-hpr-number': (value) => `«${value}» er ikke et HPR-nummer. Det skal ha høyst ni sifre.`,
  'not-a-municipality-number': (value) => `«${value}» er ikke et kommunenummer. Det skal ha fire sifre.`,
  'no-such-municipality': (value) =>
    `Ingen kommune i Norge har nummeret «${value}» (inndelingen fra 1. januar 2024).`,
  'ends-before-start': (value, against) => `«${value}» er ikke etter starten, som er «${against}».`,
  'dates-overlap': (value, against) =>
    `Det som gjelder fra «${value}», overlapper med noe annet i samme liste som gjelder ${against}.`,
  'certain-outside-absence': (value, against) =>
    `Den sikre startdatoen «${value}» er utenfor fraværet, som er ${against}.`,
  'least-above-most': (value, against) => `Minst ${value} vakter går ikke sammen med høyst ${against}.`,
  'id-twice': (value, against) => `Id-en «${value}» er brukt før, i ${against}.`,
  'person-twice': (value, against) => `Personen «${value}» er ført opp før, i ${against}.`,
  'hpr-number-twice': (value, against) =>
    `HPR-nummeret «${value}» er ført opp på en annen person, i ${against}.`,
  'doctor-twice': (value, against) => `Legen «${value}» er ført opp før, i ${against}.`,
  'initials-twice': (value, against) => `Initialene «${value}» er brukt av en annen lege, i ${against}.`,
  'municipality-twice': (value, against) => `Kommunen «${value}» er ført opp før, i ${against}.`,
  'window-key-twice': (value, against) => `Nøkkelen «${value}» er brukt om en annen vakt, i ${against}.`,
  'date-twice': (value, against) => `Datoen «${value}» er ført opp før, i ${against}.`,
  'value-twice': (value) => `«${value}» står to ganger i samme liste.`,
  'holiday-twice': (value, against) => `Høytida «${value}» er ført opp før, i ${against}.`,
  'unknown-person': (value) => `Personen «${value}» er ikke ført opp i «persons».`,
  'unknown-doctor': (value) => `Legen «${value}» er ikke ført opp i «doctors».`,
  'unknown-line': (value) => `Vaktlinja «${value}» er ikke ført opp i «lines».`,
  'unknown-position': (value) => `Stillingen «${value}» er ikke ført opp i «positions».`,
  'unknown-member-municipality': (value) =>
    `Kommunen «${value}» er ikke med i distriktet. Den er ikke ført opp i «municipalities».`,
  'unknown-duty': (value) => `Vakta «${value}» finnes ikke.`,
  'person-without-doctor': (value) => `Personen «${value}» er ikke ført opp som lege i «doctors».`,
  'windows-overlap': (value, against) =>
    `Vakta ${value} overlapper med ${against}. Vakter i samme linje kan overlappe høyst 15 minutter.`,
  'piece-outside-window': (value, against) => `Delen ${value} er utenfor vakta ${against}.`,
  'pieces-leave-gap': (value) => `Delene av vakta fyller ikke hele vakta. Det er et hull ved ${value}.`,
  'pieces-overlap': (value) => `Delen ${value} overlapper med en annen del av vakta.`,
  'duty-too-long': (value, against) =>
    `Vakta som slutter ${value}, er for lang. En vakt kan vare høyst ${against} timer.`,
  'override-outside-version': (value) => `Datoen «${value}» er utenfor datoene som malen gjelder for.`,
  'behind-itself': (value) => `Linja «${value}» kan ikke stå bak seg selv.`,
  'behind-backup': (value) =>
    `Linja «${value}» er selv en bakvakt. En bakvakt må stå bak en linje som svarer først.`,
  'backup-behind-nothing': () => 'En bakvaktlinje må si hvilke linjer den står bak.',
  'duty-id-differs': (value, against) =>
    `Id-en «${value}» passer ikke med linja og datoen til vakta. Den skal begynne med «${against}».`,
  'no-such-place': (value, against) =>
    `Vakta har ikke plass nummer ${value}. Den har ${against}, talt fra 0.`,
  'held-outside-duty': (value) => `Noen er satt opp utenfor tida til vakta «${value}».`,
  'held-twice': (value) => `To er satt opp på samme plass til samme tid i vakta «${value}».`,
  'held-by-nobody': (value) => `Vakta «${value}» har en del uten både person og stilling.`,
  'in-closed-period': (value, against) =>
    `«${value}» ville gjelde fra ${against}, i en periode som er avsluttet. Avsluttede perioder beholder verdiene sine.`,
  'taken-person': (value) =>
    `Id-en «${value}» er alt i bruk. Er det samme menneske, må id, HPR-nummer og fødselsdato være som de står fra før. Ellers velg en annen id.`,
  'taken-hpr-number': (value) =>
    `HPR-nummeret «${value}» er alt i bruk. Er det samme menneske, må id, HPR-nummer og fødselsdato være som de står fra før. Ellers rett nummeret.`,
  'double-booked': (value, against) => `Legen «${value}» har en annen vakt samtidig, i ${against}.`,
}

export const { sentence, place, line } = problemTexts(SENTENCES, {
  place: (line, character) => `linje ${line}, tegn ${character}`,
  whole: 'hele fila',
})
