// Hours of duty for pay, by doctor.
export const title = 'Timer til lønn'
export const lead =
  'Timene på vakt slik de ble, for hver lege. Her er ikke kontortid, andre oppgaver eller samlet arbeidstid med.'
export const open = 'Se timer til lønn'
export const doctor = 'Lege'
export const initials = 'Initialer'
export const duties = 'Vakter'
export const weighted = 'Vektet'
export const all = 'Vakt i alt'
export const active = 'Aktiv tid'
export const callOuts = 'Utrykninger'
export const sum = 'Sum'
export const segments = 'Timer etter vaktform, dag og tid på døgnet'
export const form = 'Vaktform'
export const dutyClass = 'Vaktklasse'
export const day = 'Dag'
export const window = 'Fra–til'
export const calendars = 'Helligdag etter'
export const minutes = 'Timer'
export const none = 'ingen'
export const empty = 'Ingen leger hadde vakt i perioden.'
export const how =
  'Timene er klokketimer i perioden. En vakt over midnatt ved kanten av perioden er delt der.'
export const notTold = 'Aktiv tid og utrykninger er tomme der ingenting er skrevet inn.'
export const closed = 'Perioden er avsluttet. Tallene er de som ble lagret da.'
export const noClass = 'Vaktklasse er ikke avtalt for linjene, så timene er ikke delt etter klasse.'
export const cuts = (times: string) => `Timene er delt ved klokkeslettene i avtalen: ${times}.`
export const cutsFrom = (date: string, times: string) => `Fra ${date} er de delt ved ${times}.`
/** Of a time whose end is not the same throughout. */
export const since = (time: string) => `fra ${time}`
