import * as z from 'zod'
import type { FieldProblem } from '../usecases/refusal.ts'
import { InputField, parseFields, readForm, SubmitButton } from './form.tsx'
import type { PageContext } from './page.tsx'
import { useText } from './text-context.ts'

/** However the six digits were grouped. */
const codeForm = z.object({
  code: z
    .string()
    .transform((text) => text.replaceAll(/[\s-]/g, ''))
    .refine((digits) => digits !== '', { error: 'missing', abort: true }),
})

/** The digits that were posted, or undefined when the field was left empty. */
export async function readCode(c: PageContext): Promise<string | undefined> {
  const { values } = await readForm(c)
  const parsed = parseFields(codeForm, values)
  return parsed.kind === 'parsed' ? parsed.value.code : undefined
}

interface CodeFormProps {
  readonly action: string
  /** What the button says. */
  readonly use: string
  /** Why the code before was not taken. */
  readonly problem?: FieldProblem['code'] | undefined
}

/** Where a code is typed that a link shows in another browser, or a mail brings. What was typed before does not come back: it is looked up anew. */
export function CodeForm({ action, use, problem }: CodeFormProps) {
  const { sent } = useText().signIn
  return (
    <form method="post" action={action} class="stack" novalidate>
      <InputField
        name="code"
        label={sent.code}
        value=""
        problems={problem === undefined ? [] : [{ field: 'code', code: problem, value: '' }]}
        autocomplete="one-time-code"
        inputmode="numeric"
        isRequired
      />
      <SubmitButton>{use}</SubmitButton>
    </form>
  )
}

const DIGITS_TOGETHER = 3

/** The code as it is easy to read off one screen and type on another. */
export function ShownCode({ code }: { code: string }) {
  return <p class="shown-code">{`${code.slice(0, DIGITS_TOGETHER)} ${code.slice(DIGITS_TOGETHER)}`}</p>
}
