import type { DraftValue } from '../../usecases/show-draft.ts'
import { Tick } from '../form.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface BuildFormProps {
  readonly draft: DraftValue
}

/** The main thing to do while something is open: fill it, with what is held left as it is. */
export function FillForm({ draft }: BuildFormProps) {
  const { building, plans } = useText()
  return (
    <form method="post" action={paths.startBuild(draft.district.id, draft.draft.id)} class="build-form">
      <BuildPlace />
      <button class="ds-button" type="submit" name="keep" value="filled" aria-describedby="build-help">
        {draft.held === 0 ? plans.draft.build : plans.draft.fill(draft.open.length)}
      </button>
      <details class="more">
        <summary>{building.start.options}</summary>
        <Effort group="fill" />
      </details>
    </form>
  )
}

/** Gives away what doctors have already been told, so it stands folded beside what it does. */
export function RebuildForm({ draft }: BuildFormProps) {
  const { building, plans } = useText()
  const text = plans.draft
  return (
    <details class="more">
      <summary>{text.rebuild}</summary>
      <form method="post" action={paths.startBuild(draft.district.id, draft.draft.id)} class="stack">
        <p>{text.rebuildHint(draft.held)}</p>
        <BuildPlace />
        <Choice
          group="rebuild"
          name="change"
          legend={building.start.change}
          choices={building.start.changes}
          chosen="free"
        />
        <Effort group="rebuild" />
        <p>
          <button class="ds-button" data-variant="secondary" type="submit" name="keep" value="locked">
            {text.rebuildDo}
          </button>
        </p>
      </form>
    </details>
  )
}

/** The server builds unless the page's script knows that the browser can. */
function BuildPlace() {
  return <input type="hidden" name="place" value="server" data-build-place />
}

function Effort({ group }: { group: string }) {
  const { start } = useText().building
  return <Choice group={group} name="effort" legend={start.effort} choices={start.efforts} chosen="normal" />
}

interface ChoiceProps {
  /** Two forms of one page have choices of one name. */
  readonly group: string
  readonly name: string
  readonly legend: string
  readonly choices: Readonly<Record<string, string>>
  readonly chosen: string
}

function Choice({ group, name, legend, choices, chosen }: ChoiceProps) {
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{legend}</legend>
      {Object.entries(choices).map(([value, label]) => (
        <Tick
          type="radio"
          name={name}
          id={`${group}-${name}-${value}`}
          value={value}
          label={label}
          isChecked={value === chosen}
        />
      ))}
    </fieldset>
  )
}
