// Hours of duty for pay, by doctor.
export const title = 'Hours for payroll'
export const lead =
  'Hours on duty as worked, for each doctor. Surgery, other tasks and total hours are not included.'
export const open = 'See hours for pay'
export const doctor = 'Doctor'
export const initials = 'Initials'
export const duties = 'Duties'
export const weighted = 'Weighted'
export const all = 'Duty in all'
export const active = 'Active time'
export const callOuts = 'Call-outs'
export const sum = 'Sum'
export const segments = 'Hours by form, day and time of day'
export const form = 'Form'
export const dutyClass = 'Duty class'
export const day = 'Day'
export const window = 'From–to'
export const calendars = 'Holiday by'
export const minutes = 'Hours'
export const none = 'none'
export const empty = 'No doctor had duty in the period.'
export const how =
  'The hours are clock hours within the period. A duty over midnight at the edge of the period is split there.'
export const notTold = 'Active time and call-outs are empty where nothing has been entered.'
export const closed = 'The period is closed. The figures are those stored then.'
export const noClass = 'No duty class is agreed for the lines, so the hours are not split by class.'
export const cuts = (times: string) => `The hours are split at the times of the agreement: ${times}.`
export const cutsFrom = (date: string, times: string) => `From ${date} they are split at ${times}.`
/** Of a time whose end is not the same throughout. */
export const since = (time: string) => `from ${time}`
