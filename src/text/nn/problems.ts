import { type FileSentences, problemTexts } from '../problem-texts.ts'

const SENTENCES: FileSentences = {
  'too-large': (value, against) => `Fila er for stor: ${value} teikn. Grensa er ${against}.`,
  'not-a-district-file': () => 'Dette er ikkje ei distriktsfil. Ei distriktsfil byrjar med «{».',
  'broken-json': (value) =>
    value === ''
      ? 'Fila er ikkje gyldig JSON her.'
      : `Fila er ikkje gyldig JSON her. Det stoppar ved «${value}».`,
  'cut-short': () => 'Fila er ikkje heil. Ho sluttar før innhaldet er ferdig.',
  'key-twice': (value) => `Feltet «${value}» står to gonger i same objekt.`,
  'wrong-version': (value, against) =>
    `Filversjonen «${value}» er ukjend. Dette programmet les versjon ${against}.`,
  'missing-field': () => 'Feltet manglar.',
  'unknown-field': (value) => `Feltet er ukjent. Det har verdien «${value}».`,
  'not-text': (value) => `«${value}» skal vere tekst.`,
  'not-number': (value) => `«${value}» skal vere eit tal.`,
  'not-whole-number': (value) => `«${value}» skal vere eit heilt tal.`,
  'not-true-or-false': (value) => `«${value}» skal vere true eller false.`,
  'not-list': (value) => `«${value}» skal vere ei liste.`,
  'not-object': (value) => `«${value}» skal vere eit objekt med felt.`,
  'not-a-choice': (value, against) =>
    against === ''
      ? `«${value}» er ikkje eit gyldig val.`
      : `«${value}» er ikkje eit gyldig val. Vel mellom: ${against}.`,
  'too-small': (value, against) =>
    against === '' ? `«${value}» er for lite.` : `«${value}» er for lite. Minste verdi er ${against}.`,
  'too-big': (value, against) => `«${value}» er for mykje. Største verdi er ${against}.`,
  'span-too-long': (value, against) =>
    `Tida som sluttar «${value}», er for lang. Ho kan vere høgst ${against} timar.`,
  'span-too-short': (value, against) =>
    `Tida som sluttar «${value}», er for kort. Ho må vere minst ${against} timar.`,
  'empty-value': () => 'Verdien er tom. Ta han ut, eller la han slutte å gjelde.',
  'empty-text': () => 'Teksten kan ikkje vere tom.',
  'hidden-character': (value) =>
    `Teksten har teikn som ikkje syner. Dei er skrivne ut her: «${value}». Fjern dei.`,
  'too-long': (value, against) => `«${value}» er for langt. Grensa er ${against} teikn.`,
  'too-few': (_, against) => `Lista har for få ledd. Ho må ha minst ${against}.`,
  'too-many': (_, against) => `Lista har for mange ledd. Grensa er ${against}.`,
  'not-an-id': (value) =>
    `«${value}» kan ikkje vere ein id. Bruk bokstavane a–z, tal, bindestrek og understrek, høgst 64 teikn.`,
  'not-a-date': (value) => `«${value}» er ikkje ein dato i kalenderen. Skriv han som 2027-01-04.`,
  'date-out-of-range': (value, against) =>
    `Datoen «${value}» er utanfor det programmet reknar med. Bruk ein dato i ${against}.`,
  'not-a-day-of-year': (value) => `«${value}» er ikkje ein dag i året. Skriv han som 06-21.`,
  'not-a-time': (value) => `«${value}» er ikkje eit klokkeslett. Skriv det som 15:30, frå 00:00 til 24:00.`,
  'not-an-instant': (value) =>
    `«${value}» er ikkje eit tidspunkt. Skriv det som 2027-03-28T08:00+02:00, i åra 1997–2099.`,
  'not-an-email': (value) => `«${value}» er ikkje ei e-postadresse.`,
  'not-an-hpr-number': (value) => `«${value}» er ikkje eit HPR-nummer. Det skal ha høgst ni siffer.`,
  'not-a-municipality-number': (value) => `«${value}» er ikkje eit kommunenummer. Det skal ha fire siffer.`,
  'no-such-municipality': (value) =>
    `Ingen kommune i Noreg har nummeret «${value}» (inndelinga frå 1. januar 2024).`,
  'ends-before-start': (value, against) => `«${value}» er ikkje etter starten, som er «${against}».`,
  'dates-overlap': (value, against) =>
    `Det som gjeld frå «${value}», overlappar med noko anna i same liste som gjeld ${against}.`,
  'certain-outside-absence': (value, against) =>
    `Den sikre startdatoen «${value}» er utanfor fråværet, som er ${against}.`,
  'least-above-most': (value, against) => `Minst ${value} vakter går ikkje saman med høgst ${against}.`,
  'id-twice': (value, against) => `Id-en «${value}» er brukt før, i ${against}.`,
  'person-twice': (value, against) => `Personen «${value}» er ført opp før, i ${against}.`,
  'hpr-number-twice': (value, against) =>
    `HPR-nummeret «${value}» er ført opp på ein annan person, i ${against}.`,
  'doctor-twice': (value, against) => `Legen «${value}» er ført opp før, i ${against}.`,
  'initials-twice': (value, against) => `Initialane «${value}» er brukte av ein annan lege, i ${against}.`,
  'municipality-twice': (value, against) => `Kommunen «${value}» er ført opp før, i ${against}.`,
  'window-key-twice': (value, against) => `Nøkkelen «${value}» er brukt om ei anna vakt, i ${against}.`,
  'date-twice': (value, against) => `Datoen «${value}» er ført opp før, i ${against}.`,
  'value-twice': (value) => `«${value}» står to gonger i same liste.`,
  'holiday-twice': (value, against) => `Høgtida «${value}» er ført opp før, i ${against}.`,
  'unknown-person': (value) => `Personen «${value}» er ikkje ført opp i «persons».`,
  'unknown-doctor': (value) => `Legen «${value}» er ikkje ført opp i «doctors».`,
  'unknown-line': (value) => `Vaktlinja «${value}» er ikkje ført opp i «lines».`,
  'unknown-position': (value) => `Stillinga «${value}» er ikkje ført opp i «positions».`,
  'unknown-member-municipality': (value) =>
    `Kommunen «${value}» er ikkje med i distriktet. Han er ikkje ført opp i «municipalities».`,
  'unknown-duty': (value) => `Vakta «${value}» finst ikkje.`,
  'person-without-doctor': (value) => `Personen «${value}» er ikkje ført opp som lege i «doctors».`,
  'windows-overlap': (value, against) =>
    `Vakta ${value} overlappar med ${against}. Vakter i same linje kan overlappe høgst 15 minutt.`,
  'piece-outside-window': (value, against) => `Delen ${value} er utanfor vakta ${against}.`,
  'pieces-leave-gap': (value) => `Delane av vakta fyller ikkje heile vakta. Det er eit hol ved ${value}.`,
  'pieces-overlap': (value) => `Delen ${value} overlappar med ein annan del av vakta.`,
  'duty-too-long': (value, against) =>
    `Vakta som sluttar ${value}, er for lang. Ei vakt kan vare høgst ${against} timar.`,
  'override-outside-version': (value) => `Datoen «${value}» er utanfor datoane som malen gjeld for.`,
  'behind-itself': (value) => `Linja «${value}» kan ikkje stå bak seg sjølv.`,
  'behind-backup': (value) =>
    `Linja «${value}» er sjølv ei bakvakt. Ei bakvakt må stå bak ei linje som svarer først.`,
  'backup-behind-nothing': () => 'Ei bakvaktlinje må seie kva linjer ho står bak.',
  'duty-id-differs': (value, against) =>
    `Id-en «${value}» passar ikkje med linja og datoen til vakta. Han skal byrje med «${against}».`,
  'no-such-place': (value, against) =>
    `Vakta har ikkje plass nummer ${value}. Ho har ${against}, talt frå 0.`,
  'held-outside-duty': (value) => `Nokon er sett opp utanfor tida til vakta «${value}».`,
  'held-twice': (value) => `To er sette opp på same plass til same tid i vakta «${value}».`,
  'held-by-nobody': (value) => `Vakta «${value}» har ein del utan både person og stilling.`,
  'in-closed-period': (value, against) =>
    `«${value}» ville gjelde frå ${against}, i ein periode som er avslutta. Avslutta periodar beheld verdiane sine.`,
  'taken-person': (value) =>
    `Id-en «${value}» er alt i bruk. Er det same menneske, må id, HPR-nummer og fødselsdato vere som dei står frå før. Elles vel ein annan id.`,
  'taken-hpr-number': (value) =>
    `HPR-nummeret «${value}» er alt i bruk. Er det same menneske, må id, HPR-nummer og fødselsdato vere som dei står frå før. Elles rett nummeret.`,
  'double-booked': (value, against) => `Legen «${value}» har ei anna vakt samtidig, i ${against}.`,
}

export const { sentence, place, line } = problemTexts(SENTENCES, {
  place: (line, character) => `linje ${line}, teikn ${character}`,
  whole: 'heile fila',
})
