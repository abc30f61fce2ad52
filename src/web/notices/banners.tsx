import type { ToldValue } from '../../usecases/count-notices.ts'
import type { OwnUnconfirmed } from '../../usecases/show-my-changes.ts'
import { ButtonLink } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** On a doctor's own page: what waits for their answer; else only the way to it. */
export function OwnChangesBanner({ unconfirmed }: { unconfirmed: OwnUnconfirmed }) {
  const { own } = useText().notices
  const { urgent, others } = unconfirmed
  if (urgent > 0)
    return (
      <div class="ds-alert banner" data-color="warning">
        <p>
          <b>{`${own.waits(urgent)}.`}</b> {own.waitsLead}
        </p>
        <ButtonLink href={paths.myChanges}>{own.waitsBanner}</ButtonLink>
      </div>
    )
  if (others === 0)
    return (
      <p>
        <a class="ds-link" href={paths.myChanges}>
          {own.title}
        </a>
      </p>
    )
  return (
    <div class="ds-alert banner" data-color="info">
      <p>{own.others(others)}</p>
      <a class="ds-link" href={paths.myChanges}>
        {own.othersBanner}
      </a>
    </div>
  )
}

/** On the coordinator's pages: how many must be rung; nothing where nobody must. */
export function UnconfirmedBanner({ districtId, doctors }: { districtId: string; doctors: number }) {
  const { notices } = useText()
  if (doctors === 0) return null
  return (
    <div class="ds-alert banner" data-color="warning">
      <p>
        <b>{`${notices.unconfirmed(doctors)}.`}</b>
      </p>
      <a class="ds-link" href={paths.notices(districtId)}>
        {notices.told.link}
      </a>
    </div>
  )
}

/** On the coordinator's first page: how many messages could not be sent; nothing where all could. */
export function UndeliveredBanner({ districtId, amount }: { districtId: string; amount: number }) {
  const { undelivered } = useText().messages
  if (amount === 0) return null
  return (
    <div class="ds-alert banner" data-color="warning">
      <p>
        <b>{`${undelivered.inDistrict(amount)}.`}</b>
      </p>
      <a class="ds-link" href={paths.undeliveredIn(districtId)}>
        {undelivered.see}
      </a>
    </div>
  )
}

/** Beside what was just published or amended: whom it was told, and who must confirm it. */
export function Told({ value }: { value: ToldValue }) {
  const { told } = useText().notices
  const { urgent, open, openNames, missed, unreached } = value
  if (value.told === 0) return <p class="hint">{told.nobody}</p>
  return (
    <div class="told">
      <p>
        {told.summary(value.told)}
        {open > 0 && ` ${told.mustConfirm(urgent)}`}
        {urgent > 0 && open + missed === 0 && ` ${told.allConfirmed}`}
        {missed > 0 && ` ${told.missed(missed)}`}
        {open > 0 && open < urgent && ` ${told.open(open)}`}
        {unreached > 0 && ` ${told.unreached(unreached)}`}
        {open > 0 && ` ${told.waitsFor(openNames)}`}
      </p>
      {urgent > 0 && (
        <a class="ds-link" href={paths.notices(value.districtId)}>
          {told.link}
        </a>
      )}
    </div>
  )
}
