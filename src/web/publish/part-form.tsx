import { addDays } from '../../core/time/local-date.ts'
import type { PublicationPreview } from '../../usecases/preview-publication.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, SubmitButton, Tick } from '../form.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { AskedPart } from './part.ts'

interface PartFormProps {
  readonly preview: PublicationPreview
  readonly asked: AskedPart
  readonly problems: readonly FieldProblem[]
}

/** Which lines and days; asked through the address, since nothing is stored by it. */
export function PartForm({ preview, asked, problems }: PartFormProps) {
  const { publishing } = useText()
  const { district, draft } = preview
  const lines = district.lines.filter(({ id }) => draft.lineIds.includes(id))
  const part = asked.isPart ? asked : { lines: draft.lineIds, from: draft.from, to: addDays(draft.to, -1) }
  return (
    <details class="more" open={asked.isPart}>
      <summary>{publishing.part.title}</summary>
      <form method="get" class="stack" novalidate>
        <p class="hint">{publishing.part.lead}</p>
        <input type="hidden" name="part" value="some" />
        <fieldset class="ds-fieldset" id="f-lineIds">
          <legend class="ds-label">{publishing.part.lines}</legend>
          {lines.map((line) => (
            <Tick
              name="line"
              id={`line-${line.id}`}
              value={line.id}
              label={`${line.code} ${line.name}`}
              isChecked={part.lines.includes(line.id)}
            />
          ))}
        </fieldset>
        <div class="side-by-side">
          {(['from', 'to'] as const).map((name) => (
            <InputField
              name={name}
              type="date"
              label={publishing.part[name]}
              value={part[name]}
              min={draft.from}
              max={addDays(draft.to, -1)}
              problems={problems}
            />
          ))}
        </div>
        <p class="actions">
          <SubmitButton variant="secondary">{publishing.part.show}</SubmitButton>
          {asked.isPart && (
            <a class="ds-link" href={paths.publish(district.id, draft.id)}>
              {publishing.part.whole}
            </a>
          )}
        </p>
      </form>
    </details>
  )
}

/** The part again, to be sent with the publication. */
export function PartFields({ asked }: { asked: AskedPart }) {
  if (!asked.isPart) return null
  return (
    <>
      <input type="hidden" name="part" value="some" />
      {asked.lines.map((line) => (
        <input type="hidden" name="line" value={line} />
      ))}
      <input type="hidden" name="from" value={asked.from} />
      <input type="hidden" name="to" value={asked.to} />
    </>
  )
}
