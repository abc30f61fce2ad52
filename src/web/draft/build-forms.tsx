import type { DraftValue } from '../../usecases/show-draft.ts'
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
      <details class="more">
        <summary>{building.start.options}</summary>
        <Effort />
      </details>
    </form>
  )
}

/**
 * The ways to have a draft built that holds something, each one press: in one row, since the board is what people came for,
 * with what each does a press away. All of them make one step, and are taken back as one.
 */
export function BuildMenu({ draft }: BuildFormProps) {
  const { building, buildMenu, repair } = useText()
  const { district, held, open, locked } = draft
  return (
    <form
      method="post"
      action={paths.startBuild(district.id, draft.draft.id)}
      class="build-menu"
      aria-label={buildMenu.title}
    >
      <BuildPlace />
      {open.length > 0 && <Way how="open">{buildMenu.open.do(open.length)}</Way>}
      <Way how="few">{buildMenu.few.do}</Way>
      <Way how="all">{buildMenu.all.do}</Way>
      <a class="ds-button" data-variant="secondary" href={paths.repairDraft(district.id, draft.draft.id)}>
        {repair.link}
      </a>
      <details class="more">
        <summary>{buildMenu.explain}</summary>
        <dl class="facts">
          {open.length > 0 && (
            <Meaning how="open" name={buildMenu.open.do(open.length)} lead={buildMenu.open.lead} />
          )}
          <Meaning how="few" name={buildMenu.few.do} lead={buildMenu.few.lead} />
          <Meaning how="all" name={buildMenu.all.do} lead={buildMenu.all.lead(held, locked)} />
          <Meaning how="repair" name={repair.link} lead={buildMenu.repair.lead} />
        </dl>
        <p>{buildMenu.undoable}</p>
      </details>
      <details class="more">
        <summary>{building.start.options}</summary>
        <Effort />
      </details>
    </form>
  )
}

type WayName = 'open' | 'few' | 'all'

/** One button, read out with what it does. */
function Way({ how, children }: { how: WayName; children: string }) {
  return (
    <button
      class="ds-button"
      data-variant={how === 'open' ? undefined : 'secondary'}
      type="submit"
      name="how"
      value={how}
      aria-describedby={`build-${how}`}
    >
      {children}
    </button>
  )
}

function Meaning({ how, name, lead }: { how: WayName | 'repair'; name: string; lead: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd id={`build-${how}`}>{lead}</dd>
    </>
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
