// Hours of duty for pay, by doctor.
export const title = 'Timar til løn'
export const lead =
  'Timane på vakt slik dei vart, for kvar lege. Her er ikkje kontortid, andre oppgåver eller samla arbeidstid med.'
export const open = 'Sjå timar til løn'
export const doctor = 'Lege'
export const initials = 'Initialar'
export const duties = 'Vakter'
export const weighted = 'Vekta'
export const all = 'Vakt i alt'
export const active = 'Aktiv tid'
export const callOuts = 'Utrykkingar'
export const sum = 'Sum'
export const segments = 'Timar etter vaktform, dag og tid på døgnet'
export const form = 'Vaktform'
export const dutyClass = 'Vaktklasse'
export const day = 'Dag'
export const window = 'Frå–til'
export const calendars = 'Heilagdag etter'
export const minutes = 'Timar'
export const none = 'ingen'
export const empty = 'Ingen legar hadde vakt i perioden.'
export const how =
  'Timane er klokketimar i perioden. Ei vakt over midnatt ved kanten av perioden er delt der.'
export const notTold = 'Aktiv tid og utrykkingar er tomme der ingenting er skrive inn.'
export const closed = 'Perioden er avslutta. Tala er dei som vart lagra då.'
export const noClass = 'Vaktklasse er ikkje avtalt for linjene, så timane er ikkje delte etter klasse.'
export const cuts = (times: string) => `Timane er delte ved klokkesletta i avtalen: ${times}.`
export const cutsFrom = (date: string, times: string) => `Frå ${date} er dei delte ved ${times}.`
/** Of a time whose end is not the same throughout. */
export const since = (time: string) => `frå ${time}`
