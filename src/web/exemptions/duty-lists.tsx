import type { DutiesInside } from '../../usecases/exemption-reading.ts'
import type { KeptPlan } from '../../usecases/kept-plan.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface DutiesProps {
  readonly duties: DutiesInside
  /** Whether each comes with the way to replace its holder. */
  readonly mayAmend: boolean
}

/** The published duties that a time away reaches, each with the way to replace its holder for who may. */
export function DutiesReached({ duties, mayAmend }: DutiesProps) {
  const { exemptions, format, words } = useText()
  return (
    <>
      <p>{exemptions.duties.inside(duties.length)}</p>
      {duties.length > 0 && (
        <ul class="duty-list">
          {duties.map(({ duty: { assignment, need, line }, isAtRisk }) => {
            const when = format.timeSpan(assignment)
            return (
              <li>
                <b>{when}</b>
                <span>
                  {`${line.code} ${need.name}`}
                  {isAtRisk && <small>{words.atRisk}</small>}
                </span>
                {mayAmend && (
                  <a
                    class="ds-link"
                    href={paths.amendDuty(line.districtId, need.id, assignment.seat)}
                    aria-label={exemptions.duties.replaceLabel(when)}
                  >
                    {exemptions.duties.replace}
                  </a>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {duties.length > 0 && <p class="hint">{exemptions.duties.stay}</p>}
    </>
  )
}

/** The plan as it stood, folded. */
export function KeptDuties({ title, kept }: { title: string; kept: KeptPlan }) {
  const { exemptions, format } = useText()
  return (
    <details class="more">
      <summary>{`${title} ${exemptions.kept.amount(kept.duties.length)}`}</summary>
      <p class="hint">{exemptions.kept.when(format.dateTime(kept.at))}</p>
      {kept.duties.length === 0 ? (
        <p>{exemptions.kept.none}</p>
      ) : (
        <ul class="duty-list">
          {kept.duties.map((duty) => (
            <li>
              <b>{format.timeSpan(duty)}</b>
              <span>{`${duty.lineCode} ${duty.lineName}`}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
