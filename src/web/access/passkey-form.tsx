import type { Child } from 'hono/jsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface FormProps {
  readonly purpose: 'sign-in' | 'confirm' | 'register'
  readonly action: string
  readonly response: string
  readonly button: string
  readonly children?: Child
}

/**
 * A form that the passkey's script fills in and sends. Without script it has no button, and says so; every sentence that the script
 * may say stands in the form.
 */
export function PasskeyForm({ purpose, action, response, button, children }: FormProps) {
  const { said } = useText().passkeys
  const cancelled = purpose === 'register' ? said.cancelledMaking : said.cancelled
  return (
    <form
      method="post"
      action={action}
      class="stack passkey"
      data-passkey={purpose}
      data-options={paths.passkeyOptions}
      data-confirm={paths.confirmAgain}
    >
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="response" value={response} />
      {children}
      <button class="ds-button" type="submit" hidden>
        {button}
      </button>
      <p
        class="passkey-said"
        role="status"
        data-unsupported={said.unsupported}
        data-waiting={said.waiting}
        data-cancelled={cancelled}
        data-timed-out={said.timedOut}
        data-known={said.known}
        data-wrong-device={said.wrongDevice}
        data-wrong-address={said.wrongAddress}
        data-too-many={said.tooMany}
        data-failed={said.failed}
      >
        {purpose === 'register' ? said.noScriptMaking : said.noScript}
      </p>
    </form>
  )
}
