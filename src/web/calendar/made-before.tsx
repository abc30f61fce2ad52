import { ButtonLink, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Confirm } from './devices.tsx'

interface MadeBeforeProps {
  readonly feedId: string
  readonly label: string
  readonly backHref: string
}

/** A form that made a link was sent again: nothing is made, and the address can't be told once more. */
export function MadeBefore({ feedId, label, backHref }: MadeBeforeProps) {
  const { again, devices } = useText().calendar
  return (
    <>
      <PageHeading title={again.title} />
      <p class="lead">{again.said(label)}</p>
      <p>{again.anew}</p>
      <Confirm
        action={paths.replaceCalendar(feedId)}
        name={devices.replace}
        warning={devices.replaceWarning}
        label={devices.replaceLabel(label)}
      >
        {devices.replaceDo}
      </Confirm>
      <p class="actions">
        <ButtonLink href={backHref} variant="secondary">
          {again.another}
        </ButtonLink>
      </p>
    </>
  )
}
