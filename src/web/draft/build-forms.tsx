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
 * The ways to have a draft built that holds something, each one press, each with what it does to what is held. All of them
 * make one step, and are taken back as one.
 */
export function BuildMenu({ draft }: BuildFormProps) {
  const { building, buildMenu, repair } = useText()
  const { district, held, open, locked } = draft
  return (
    <section class="build-menu" aria-labelledby="build-menu">
      <h2 class="ds-heading" data-size="2xs" id="build-menu">
        {buildMenu.title}
      </h2>
      <form method="post" action={paths.startBuild(district.id, draft.draft.id)}>
        <BuildPlace />
        <ul>
          <Way how="open" lead={open.length > 0 ? buildMenu.open.lead : buildMenu.open.none}>
            {open.length > 0 && buildMenu.open.do(open.length)}
          </Way>
          <Way how="all" lead={buildMenu.all.lead(held, locked)}>
            {buildMenu.all.do}
          </Way>
          <Way how="few" lead={buildMenu.few.lead}>
            {buildMenu.few.do}
          </Way>
          <li>
            <a
              class="ds-button"
              data-variant="secondary"
              href={paths.repairDraft(district.id, draft.draft.id)}
            >
              {repair.link}
            </a>
            <p class="hint">{buildMenu.repair.lead}</p>
          </li>
        </ul>
        <details class="more">
          <summary>{building.start.options}</summary>
          <Effort />
        </details>
        <p class="hint">{buildMenu.undoable}</p>
      </form>
    </section>
  )
}

/** One button and what it does; without a button, only why there is none. */
function Way(props: { how: 'open' | 'all' | 'few'; lead: string; children: string | false }) {
  const id = `build-${props.how}`
  return (
    <li>
      {props.children && (
        <button
          class="ds-button"
          data-variant={props.how === 'open' ? undefined : 'secondary'}
          type="submit"
          name="how"
          value={props.how}
          aria-describedby={id}
        >
          {props.children}
        </button>
      )}
      <p class="hint" id={id}>
        {props.lead}
      </p>
    </li>
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
