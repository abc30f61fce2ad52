import type { Refusal } from '../../usecases/refusal.ts'
import type { DraftValue } from '../../usecases/show-draft.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { ButtonLink, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

type Fault = Extract<Refusal, { kind: 'cannot-build' }>['fault']

interface CannotBuildProps {
  readonly draft: Pick<DraftValue, 'district' | 'draft'>
  readonly fault: Fault
  readonly title: string
}

/** Why a build can't begin, with whom and what it concerns. */
export function CannotBuild({ draft, fault, title }: CannotBuildProps) {
  const { building } = useText()
  const { district } = draft
  return (
    <div class="narrow-column">
      <PageHeading title={title} />
      <p class="lead">
        <FaultText district={district} fault={fault} />
      </p>
      <ButtonLink href={paths.draft(district.id, draft.draft.id)}>{building.build.back}</ButtonLink>
    </div>
  )
}

function FaultText({ district, fault }: Pick<DraftValue, 'district'> & { readonly fault: Fault }) {
  const { building, weights } = useText()
  const { statement } = useViolationText({ district, needs: [] })
  const { faults } = building
  switch (fault.kind) {
    case 'no-doctors':
      return <>{faults.noDoctors}</>
    case 'no-duties':
      return <>{faults.noDuties}</>
    case 'contradictory-locks':
      return <>{faults.locks(statement(fault.violation))}</>
    case 'bad-weight':
      return <>{faults.weight(weights.names[fault.weight], fault.value)}</>
    case 'no-budget':
      return <>{faults.budget(fault.iterations)}</>
  }
}
