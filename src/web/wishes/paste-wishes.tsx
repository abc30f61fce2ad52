import type { PastedWishes } from '../../usecases/paste-wishes.ts'
import type { WishesValue } from '../../usecases/show-wishes.ts'
import { AreaField, fieldSentence, SubmitButton } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { WishTable } from './wish-list.tsx'

interface PasteProps {
  readonly value: WishesValue
  readonly text: string
  /** Null before anything was pasted. */
  readonly preview: PastedWishes | null
}

/** Paste, look over, confirm: what is stored is exactly what was shown. */
export function PasteWishes({ value, text, preview }: PasteProps) {
  const { wishes } = useText().people
  const isReadable = preview !== null && preview.problems.length === 0 && preview.wishes.length > 0
  return (
    <>
      <PageHeading title={wishes.pasteTitle} />
      <p class="lead">{wishes.pasteLead}</p>
      {preview && <Preview value={value} preview={preview} />}
      {isReadable && (
        <form method="post" action={paths.pasteWishes(value.district.id)}>
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="confirmed" value="yes" />
          <SubmitButton>{wishes.confirm(preview.wishes.length)}</SubmitButton>
        </form>
      )}
      <form method="post" action={paths.pasteWishes(value.district.id)} class="stack wide-form">
        <AreaField
          name="text"
          label={wishes.pasteRows}
          description={wishes.pasteHelp}
          value={text}
          rows={10}
          problems={[]}
        />
        {isReadable ? (
          <SubmitButton variant="secondary">{wishes.preview}</SubmitButton>
        ) : (
          <SubmitButton>{wishes.preview}</SubmitButton>
        )}
      </form>
    </>
  )
}

function Preview({ value, preview }: { value: WishesValue; preview: PastedWishes }) {
  const text = useText()
  const { wishes } = text.people
  return (
    <>
      {preview.problems.length > 0 && (
        <div class="ds-error-summary" role="alert">
          <h2 class="ds-heading">{wishes.problems(preview.problems.length)}</h2>
          <ul class="ds-list">
            {preview.problems.map((problem) => (
              <li>
                <b>{wishes.row(problem.field)}</b>: {fieldSentence(text, problem)}
              </li>
            ))}
          </ul>
          <p>{wishes.problemsHelp}</p>
        </div>
      )}
      {preview.hasHeading && <p class="hint">{wishes.headingSkipped}</p>}
      {preview.repeated > 0 && <p>{wishes.repeated(preview.repeated)}</p>}
      {preview.wishes.length + preview.problems.length + preview.repeated === 0 && (
        <div class="ds-alert" data-color="warning" role="alert">
          {wishes.nothingRead}
        </div>
      )}
      {preview.wishes.length > 0 && (
        <section>
          <Heading>{wishes.previewTitle(preview.wishes.length)}</Heading>
          <WishTable district={value.district} wishes={preview.wishes} mayRemove={[]} held={{}} />
        </section>
      )}
    </>
  )
}
