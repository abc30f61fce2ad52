import { toCreationOptions, toJson, toRequestOptions } from './passkey-json.ts'

/** What the page says, by the names of the sentences that its form holds. */
type Said =
  | 'unsupported'
  | 'waiting'
  | 'cancelled'
  | 'timedOut'
  | 'known'
  | 'wrongDevice'
  | 'wrongAddress'
  | 'tooMany'
  | 'failed'

/** What the device's answers are called (WebAuthn 3, §5.1.3 and §5.1.4). */
const SAID_OF: Readonly<Record<string, Said>> = {
  InvalidStateError: 'known',
  SecurityError: 'wrongAddress',
  ConstraintError: 'wrongDevice',
  NotSupportedError: 'wrongDevice',
  TimeoutError: 'timedOut',
  AbortError: 'cancelled',
  NotAllowedError: 'cancelled',
}

/** As near the end of the time that a device has is no longer a choice of the person's. */
const NEAR_THE_END_MILLISECONDS = 1000

class Told extends Error {
  readonly said: Said
  constructor(said: Said) {
    super(said)
    this.said = said
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) prepare(form)

function prepare(form: HTMLFormElement): void {
  const button = form.querySelector('button')
  const response = form.elements.namedItem('response')
  if (!button || !(response instanceof HTMLInputElement)) return
  if (typeof PublicKeyCredential === 'undefined') {
    say(form, 'unsupported')
    return
  }
  say(form, null)
  button.hidden = false
  form.addEventListener('submit', (event) => {
    // Filled in already where its name alone was refused: sent as it is.
    if (response.value !== '') return
    event.preventDefault()
    void ask(form, button, response)
  })
}

async function ask(
  form: HTMLFormElement,
  button: HTMLButtonElement,
  response: HTMLInputElement,
): Promise<void> {
  button.disabled = true
  say(form, 'waiting')
  const credential = await credentialFor(form).catch((fault: unknown) => saidOf(fault))
  if (typeof credential !== 'string') {
    response.value = JSON.stringify(toJson(credential))
    // Not `requestSubmit`, which would ask anew.
    form.submit()
    return
  }
  say(form, credential)
  button.disabled = false
  button.focus()
}

async function credentialFor(form: HTMLFormElement): Promise<PublicKeyCredential> {
  const options = await optionsFor(form)
  const begun = Date.now()
  try {
    const credential =
      'rp' in options
        ? await navigator.credentials.create({ publicKey: toCreationOptions(options) })
        : await navigator.credentials.get({ publicKey: toRequestOptions(options) })
    if (credential === null) throw new Told('cancelled')
    return credential as PublicKeyCredential
  } catch (fault) {
    // Browsers tell a person who says no and time that runs out by the same name.
    const last = Date.now() - begun + NEAR_THE_END_MILLISECONDS
    throw options.timeout !== undefined && last >= options.timeout ? new Told('timedOut') : fault
  }
}

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON

async function optionsFor(form: HTMLFormElement): Promise<Options> {
  const { passkey = '', options = '', confirm = '' } = form.dataset
  const answer = await fetch(options, { method: 'POST', body: new URLSearchParams({ purpose: passkey }) })
  if (answer.ok) return answer.json()
  if (answer.status === 429) throw new Told('tooMany')
  const { kind } = await answer.json()
  // Who they are was shown too long ago, or not well enough: the page for that leads on.
  if (kind === 'confirm-again' || kind === 'needs-strong-sign-in') location.assign(confirm)
  if (kind === 'not-signed-in') location.reload()
  throw new Told('failed')
}

function saidOf(fault: unknown): Said {
  if (fault instanceof Told) return fault.said
  const name = fault instanceof Error || fault instanceof DOMException ? fault.name : ''
  return SAID_OF[name] ?? 'failed'
}

function say(form: HTMLFormElement, said: Said | null): void {
  const place = form.querySelector<HTMLElement>('.passkey-said')
  if (place) place.textContent = said === null ? '' : (place.dataset[said] ?? '')
}
