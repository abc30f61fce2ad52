/** Why a message was given up, as far as whoever was to take it has told. */
export type UndeliveredCause =
  /** The address or number is none, or not one that can be reached. */
  | 'address'
  /** The service does not know the key, or does not let the sender send. */
  | 'key'
  | 'no-answer'
  /** Too much at once. */
  | 'busy'
  /** A no of another kind. */
  | 'refused'
  /** Nothing is known of it. */
  | 'unknown'

/** Read from what is kept of the last try: the status that a service answered and its words, or what broke the connection. */
export function causeOf(error: string): UndeliveredCause {
  const status = Number(/^([1-5]\d\d)(?: |$)/.exec(error)?.[1] ?? Number.NaN)
  if (Number.isNaN(status)) return causeOfWords(error)
  if (status === 401 || status === 403) return 'key'
  if (status === 425 || status === 429) return 'busy'
  if (status === 408 || status >= 500) return 'no-answer'
  if (/sender|[`'"]from[`'"]|from (field|address)|domain is not/i.test(error)) return 'key'
  return ADDRESS.test(error) ? 'address' : 'refused'
}

const ADDRESS = /address|recipient|mailbox|e-?mail|phone|number|`to`|"to"/i
/** Node and browsers of what never came to an answer; the last is a process that stopped. */
const BROKEN_OFF = /fetch|connect|network|socket|timeout|timed out|abort|ENOTFOUND|ECONN|every try broke off/i

function causeOfWords(error: string): UndeliveredCause {
  if (/^not a number/.test(error)) return 'address'
  return BROKEN_OFF.test(error) ? 'no-answer' : 'unknown'
}
