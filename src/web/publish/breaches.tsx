import { undeclaredDoctors } from '../../board/undeclared.ts'
import { isAtFloor, isBlocking, type Violation } from '../../core/rules/violation.ts'
import type { PublicationPreview } from '../../usecases/preview-publication.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { nameOf } from '../compare/difference-table.tsx'
import { AreaField, Tick } from '../form.tsx'
import { Heading } from '../heading.tsx'
import type { PublishForm } from '../publish-pages.tsx'
import { useText } from '../text-context.ts'
import { allOf, reasonField, type WaiverGroup, waiverGroups } from './waiver-groups.ts'
import { waiverKey } from './waiver-key.ts'

interface BreachesProps {
  readonly preview: PublicationPreview
  readonly form: PublishForm
}

/** What a publication would break: what can't be accepted, what can with a reason each, and what is only told. */
export function Breaches({ preview, form }: BreachesProps) {
  const { board, plans } = useText()
  const blocking = preview.violations.filter(isBlocking)
  const structural = blocking.filter((violation) => violation.grade === 'structural')
  const groups = waiverGroups(blocking)
  const warnings = preview.violations.filter((violation) => violation.grade === 'warns')
  const undeclared = undeclaredDoctors(preview.district, preview)
  const atFloor = warnings.filter(isAtFloor).length
  return (
    <section>
      {undeclared.length > 0 && <p>{board.undeclared(undeclared)}</p>}
      {blocking.length === 0 && (
        <p class="fine">{preview.hasChanges ? plans.publish.fine : plans.publish.noChanges}</p>
      )}
      {structural.length > 0 && (
        <>
          <Heading>{plans.publish.structural}</Heading>
          <Sentences violations={structural} preview={preview} />
        </>
      )}
      {groups.length > 0 && <Waivers groups={groups} preview={preview} form={form} />}
      {warnings.length > 0 && (
        <details class="more">
          <summary>{plans.publish.warnings(warnings.length)}</summary>
          {atFloor > 0 && <p>{plans.publish.atFloor(atFloor)}</p>}
          <Sentences violations={warnings} preview={preview} />
        </details>
      )}
    </section>
  )
}

function Sentences({ violations, preview }: Pick<BreachesProps, 'preview'> & SomeViolations) {
  const told = useViolationText({ district: preview.district, needs: [] })
  return (
    <ul class="flags">
      {violations.map((violation) => (
        <li class={isBlocking(violation) ? 'blocks' : 'warns'}>
          <p>{told.statement(violation)}</p>
        </li>
      ))}
    </ul>
  )
}

interface SomeViolations {
  readonly violations: readonly Violation[]
}

function Waivers({ groups, preview, form }: BreachesProps & { groups: readonly WaiverGroup[] }) {
  const { plans, publishing } = useText()
  return (
    <section class="waivers">
      <Heading>{plans.publish.blocking}</Heading>
      <p>{publishing.waivers.lead}</p>
      <p class="hint">{plans.publish.waiveHelp}</p>
      {groups.map((group, index) => (
        <WaiverGroupFields group={group} index={index} preview={preview} form={form} />
      ))}
    </section>
  )
}

interface GroupProps extends BreachesProps {
  readonly group: WaiverGroup
  readonly index: number
}

/** One tick for all of the group, or one for each, and the one reason for them. */
function WaiverGroupFields({ group, index, preview, form }: GroupProps) {
  const { plans, publishing, violations } = useText()
  const told = useViolationText({ district: preview.district, needs: [] })
  const [first] = group.violations as readonly [Violation, ...Violation[]]
  const who = group.personId === null ? null : nameOf(preview.district, group.personId)
  return (
    <fieldset class="ds-fieldset waiver-group">
      <legend class="ds-label">
        {publishing.waivers.group(violations.ruleNames[first.rule], who, group.violations.length)}
      </legend>
      <div class="waiver">
        <p>{told.statement(first)}</p>
        <p class="hint">{told.why(first)}</p>
        {group.violations.length === 1 ? (
          <BreachTick id={`waive-${index}-0`} violation={first} form={form} label={plans.publish.waive} />
        ) : (
          <Tick
            name="waive-all"
            id={`waive-all-${index}`}
            value={allOf(group)}
            label={publishing.waivers.all(group.violations.length)}
            isChecked={group.violations.every((own) => form.accepted.ticked.includes(waiverKey(own)))}
          />
        )}
      </div>
      {group.violations.length > 1 && (
        <details class="more">
          <summary>{publishing.waivers.each(group.violations.length)}</summary>
          {group.violations.map((violation, own) => (
            <BreachTick
              id={`waive-${index}-${own}`}
              violation={violation}
              form={form}
              label={told.statement(violation)}
            />
          ))}
        </details>
      )}
      <AreaField
        name={reasonField(group.key)}
        label={publishing.waivers.why}
        isFree
        value={form.accepted.reasons.get(group.key) ?? ''}
        rows={2}
        problems={form.problems}
      />
    </fieldset>
  )
}

interface BreachTickProps extends Pick<BreachesProps, 'form'> {
  readonly id: string
  readonly violation: Violation
  readonly label: string
}

function BreachTick({ id, violation, form, label }: BreachTickProps) {
  const key = waiverKey(violation)
  return (
    <Tick name="waive" id={id} value={key} label={label} isChecked={form.accepted.ticked.includes(key)} />
  )
}
