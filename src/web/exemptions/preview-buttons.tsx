import { SubmitButton } from '../form.tsx'
import { useText } from '../text-context.ts'

/** Look first; once seen, confirm or look again. The confirming one stands first, so that Enter presses it. */
export function PreviewButtons({ confirm, isSeen }: { confirm: string; isSeen: boolean }) {
  const { away } = useText().exemptions
  return (
    <div class="in-row">
      {isSeen && <SubmitButton>{confirm}</SubmitButton>}
      <button
        class="ds-button"
        type="submit"
        name="again"
        value="yes"
        data-variant={isSeen ? 'secondary' : undefined}
      >
        {away.preview}
      </button>
    </div>
  )
}
