import type { Child } from 'hono/jsx'
import type { DraftValue } from '../../usecases/show-draft.ts'
import { Fold } from '../fold.tsx'
import { Tick } from '../form.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface BuildFormProps {
  readonly draft: DraftValue
}

/** The first build of an empty draft: one button. */
export function FirstBuild({ draft }: BuildFormProps) {
  const { building, plans } = useText()
  return (
    <form method="post" action={paths.startBuild(draft.district.id, draft.draft.id)} class="build-form">
      <BuildPlace />
      <button class="ds-button" type="submit" name="how" value="open" aria-describedby="build-help">
        {plans.draft.build}
      </button>
      <Fold label={building.start.options}>
        <Effort />
      </Fold>
    </form>
  )
}

/** What a draft that holds something is most often built for: the open duties, and nothing else touched. */
export function FillOpen({ draft }: BuildFormProps) {
  const { district, open } = draft
  const { buildMenu } = useText()
  if (open.length === 0) return null
  return (
    <form method="post" action={paths.startBuild(district.id, draft.draft.id)} class="build-form">
      <BuildPlace />
      <Way how="open">{buildMenu.open.do(open.length)}</Way>
    </form>
  )
}

/**
 * The other ways to have a draft built that holds something, each one press, with what it does: folded, since the board is what
 * people came for. All of them make one step, and are taken back as one.
 */
export function BuildMenu({ draft }: BuildFormProps) {
  const { buildMenu, repair } = useText()
  const { district, held, open, locked } = draft
  const repairHref = paths.repairDraft(district.id, draft.draft.id)
  return (
    <Fold label={buildMenu.title}>
      <form
        method="post"
        action={paths.startBuild(district.id, draft.draft.id)}
        class="build-menu"
        aria-label={buildMenu.title}
      >
        <BuildPlace />
        <Meaning how="few" lead={buildMenu.few.lead}>
          <Way how="few">{buildMenu.few.do}</Way>
        </Meaning>
        <Meaning how="all" lead={buildMenu.all.lead(held, locked)}>
          <Way how="all">{buildMenu.all.do}</Way>
        </Meaning>
        <Meaning how="repair" lead={buildMenu.repair.lead}>
          <a class="ds-button" data-variant="secondary" href={repairHref} aria-describedby="build-repair">
            {repair.link}
          </a>
        </Meaning>
        {open.length > 0 && (
          <Meaning how="open" lead={buildMenu.open.lead}>
            <Way how="open" isAgain={true}>
              {buildMenu.open.do(open.length)}
            </Way>
          </Meaning>
        )}
        <Effort />
        <p class="hint">{buildMenu.undoable}</p>
      </form>
    </Fold>
  )
}

type WayName = 'open' | 'few' | 'all'

/** One button, read out with what it does. */
function Way(props: { how: WayName; isAgain?: boolean; children: string }) {
  return (
    <button
      class="ds-button"
      data-variant={props.how === 'open' && !props.isAgain ? undefined : 'secondary'}
      type="submit"
      name="how"
      value={props.how}
      aria-describedby={`build-${props.how}`}
    >
      {props.children}
    </button>
  )
}

function Meaning(props: { how: WayName | 'repair'; lead: string; children: Child }) {
  return (
    <div>
      {props.children}
      <p class="hint" id={`build-${props.how}`}>
        {props.lead}
      </p>
    </div>
  )
}

/** The server builds unless the page's script knows that the browser can. */
function BuildPlace() {
  return <input type="hidden" name="place" value="server" data-build-place />
}

function Effort() {
  const { start } = useText().building
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{start.effort}</legend>
      {Object.entries(start.efforts).map(([value, label]) => (
        <Tick
          type="radio"
          name="effort"
          id={`effort-${value}`}
          value={value}
          label={label}
          isChecked={value === 'normal'}
        />
      ))}
    </fieldset>
  )
}
