import type { PastedWishes } from '../../usecases/paste-wishes.ts'
import { Heading } from '../heading.tsx'
import { NothingNew } from '../paste/paste-page.tsx'
import { useText } from '../text-context.ts'
import { WishTable } from './wish-list.tsx'

/** What was read of a pasted sheet: the wishes as the list will show them. */
export function WishPreview({ value }: { value: PastedWishes }) {
  const { people, paste } = useText()
  const { wishes } = people
  return (
    <>
      {value.hasHeading && <p class="hint">{wishes.headingSkipped}</p>}
      {value.same > 0 && <p>{wishes.repeated(value.same)}</p>}
      <NothingNew value={value} count={value.wishes.length} />
      {value.wishes.length > 0 && (
        <section>
          <Heading>{wishes.previewTitle(value.wishes.length)}</Heading>
          <WishTable
            district={value.district}
            wishes={value.wishes.slice(0, MOST_SHOWN)}
            mayRemove={[]}
            held={{}}
          />
          {value.wishes.length > MOST_SHOWN && <p>{paste.page.more(value.wishes.length - MOST_SHOWN)}</p>}
        </section>
      )}
    </>
  )
}

const MOST_SHOWN = 300
