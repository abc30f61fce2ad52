import type { ExemptionGround } from '../../core/rota/exemption.ts'
import { hasEffect } from '../../core/rota/exemption.ts'
import type { Text } from '../../text/text.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { MyExemption, MyExemptionPlace, MyExemptionsValue } from '../../usecases/show-my-exemptions.ts'
import { InputField, Problems, SubmitButton } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DutiesReached, KeptDuties } from './duty-lists.tsx'
import { scopeText } from './scope-choice.tsx'

interface MyExemptionsProps {
  readonly value: MyExemptionsValue
  /** Of a withdrawal that was refused. */
  readonly refused: {
    readonly exemptionId: string
    readonly on: string
    readonly problems: readonly FieldProblem[]
  } | null
}

/** A doctor's own exemptions and absences, with why, and what to claim. */
export function MyExemptions({ value, refused }: MyExemptionsProps) {
  const { exemptions } = useText()
  const { mine } = exemptions
  return (
    <div class="narrow-column">
      <PageHeading title={mine.title} />
      <p class="lead">{mine.lead}</p>
      <Problems problems={refused?.problems ?? []} labels={{ on: mine.withdrawOn }} />
      {value.places.some((place) => place.isGp) && (
        <p>
          <ButtonLink href={paths.claimRight}>{mine.claim}</ButtonLink>
        </p>
      )}
      {value.places.map((place) => (
        <Place place={place} today={value.today} refused={refused} />
      ))}
    </div>
  )
}

interface PlaceProps extends Pick<MyExemptionsProps, 'refused'> {
  readonly place: MyExemptionPlace
  readonly today: string
}

function Place({ place, today, refused }: PlaceProps) {
  const { exemptions } = useText()
  const { mine } = exemptions
  return (
    <section>
      <Heading>{place.districtName}</Heading>
      <AgeRight place={place} today={today} />
      {place.exemptions.length === 0 ? (
        <p>{mine.none}</p>
      ) : (
        <ul class="cards one-column">
          {place.exemptions.map((own) => (
            <OneExemption own={own} place={place} today={today} refused={refused} />
          ))}
        </ul>
      )}
      {place.absences.length > 0 && <Absences place={place} />}
    </section>
  )
}

/** That the right is there, and that nothing comes of it by itself. */
function AgeRight({ place, today }: { place: MyExemptionPlace; today: string }) {
  const { exemptions, format } = useText()
  const { mine } = exemptions
  if (!place.isGp) return <p>{mine.notGp}</p>
  if (place.ageDate === null) return <p>{mine.ageNotKnown}</p>
  const isHeld = place.exemptions.some(
    ({ ground, mayWithdraw }) => ground.kind === 'right' && ground.right === 'over-60' && mayWithdraw,
  )
  if (isHeld) return null
  return (
    <p>
      {place.ageDate > today
        ? mine.ageComing(format.dateOnly(place.ageDate), String(place.age))
        : mine.ageThere}
    </p>
  )
}

interface OneProps extends PlaceProps {
  readonly own: MyExemption
}

function OneExemption({ own, place, today, refused }: OneProps) {
  const text = useText()
  const { format, exemptions } = text
  const { mine } = exemptions
  const { exemption, ground } = own
  const isHeld = hasEffect(exemption)
  return (
    <li class="ds-card">
      <h3 class="ds-heading" data-size="2xs">
        {isHeld ? format.dateRange(exemption) : mine.takenBack(format.dateOnly(exemption.from))}
      </h3>
      <p>
        {scopeText(exemption.scope, text)}
        <br />
        <span class="hint">{groundText(ground, text, own.askAt)}</span>
      </p>
      {isHeld && own.duties.length > 0 && <DutiesReached duties={own.duties} mayAmend={false} />}
      {own.kept && <KeptDuties title={mine.keptTitle} kept={own.kept} />}
      {own.mayWithdraw && <Withdraw own={own} place={place} today={today} refused={refused} />}
    </li>
  )
}

function Withdraw({ own, place, today, refused }: OneProps) {
  const text = useText()
  const { mine } = text.exemptions
  const { exemption } = own
  const isRefused = refused?.exemptionId === exemption.id
  const first = exemption.from > today ? exemption.from : today
  return (
    <details class="more" open={isRefused}>
      <summary aria-label={mine.withdrawLabel(text.format.dateRange(exemption))}>{mine.withdraw}</summary>
      <form
        method="post"
        action={paths.withdrawRight(place.districtId, exemption.id)}
        class="stack"
        novalidate
      >
        <InputField
          name="on"
          id={isRefused ? 'f-on' : `f-on-${exemption.id}`}
          type="date"
          label={mine.withdrawOn}
          description={mine.withdrawHelp}
          value={isRefused ? refused.on : first}
          problems={isRefused ? refused.problems : []}
        />
        <SubmitButton variant="secondary">{mine.withdraw}</SubmitButton>
      </form>
    </details>
  )
}

function Absences({ place }: { place: MyExemptionPlace }) {
  const { exemptions, format } = useText()
  const { mine } = exemptions
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {mine.absences}
      </h3>
      <ul class="cards one-column">
        {place.absences.map(({ absence, duties, kept }) => (
          <li class="ds-card">
            <p>
              <b>{format.dateRange(absence)}</b>
              {absence.certainFrom !== absence.from && (
                <span class="hint">{` ${exemptions.away.certain(format.dateOnly(absence.certainFrom))}`}</span>
              )}
            </p>
            {duties.length > 0 && <DutiesReached duties={duties} mayAmend={false} />}
            {kept && <KeptDuties title={mine.keptTitle} kept={kept} />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Why an exemption holds, for the doctor and whoever decides; `askAt`: who can let the doctor read it where it is withheld. */
export function groundText(
  ground: ExemptionGround,
  { exemptions, format }: Text,
  askAt: string | null = null,
): string {
  const { mine, municipality, reasons, rights, appeals } = exemptions
  if (ground.kind === 'untold') return municipality.untold
  if (ground.kind === 'unreadable') return municipality.unreadable
  if (ground.kind === 'withheld') return askAt === null ? mine.withheldNobody : mine.withheld(askAt)
  if (ground.kind === 'contract-term') return municipality.contractTerm
  if (ground.kind === 'right') {
    const said = municipality.right(rights[ground.right], format.dateOnly(ground.claimedOn))
    return ground.withdrawnOn === null
      ? said
      : `${said}, ${mine.withdrawnOn(format.dateOnly(ground.withdrawnOn))}`
  }
  const said = municipality.decision(reasons[ground.reason], format.dateOnly(ground.decidedOn))
  return ground.appeal === 'none' ? said : `${said}, ${appeals[ground.appeal]}`
}
