import { toWall } from '../../core/time/oslo.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { AccountOfDoctor, OwnExemption, OwnGp } from '../../usecases/show-municipality-exemptions.ts'
import { SelectField, SubmitButton, Tick } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface GroundReadersProps {
  readonly number: string
  readonly doctor: OwnGp
  readonly held: OwnExemption
  readonly problems: readonly FieldProblem[]
}

/** Which account of the doctor reads the ground, and to which other municipality it can be handed over. */
export function GroundReaders(props: GroundReadersProps) {
  const { readers } = useText().exemptions
  const { doctor, held, number } = props
  const { account } = doctor
  const place = [number, doctor.districtId, doctor.personId, held.exemption.id] as const
  return (
    <>
      <section>
        <Heading>{readers.title}</Heading>
        <AccountLine doctor={doctor} />
        {account && held.isReadByDoctor && <p>{readers.isRead}</p>}
        {account && !held.isReadByDoctor && (
          <form method="post" action={paths.releaseGround(...place)} class="stack">
            <p>{readers.isWithheld}</p>
            <AccountSeen account={account} />
            <SubmitButton variant="secondary">{readers.release}</SubmitButton>
          </form>
        )}
      </section>
      {doctor.others.length > 0 && <HandOver {...props} />}
    </>
  )
}

/** No other account is let read, nor this one with another address. */
function AccountSeen({ account }: { readonly account: AccountOfDoctor }) {
  return (
    <>
      <input type="hidden" name="accountId" value={account.accountId} />
      <input type="hidden" name="email" value={account.email ?? ''} />
    </>
  )
}

/** By which the decider judges whose the account is. */
function AccountLine({ doctor: { account } }: { readonly doctor: Pick<OwnGp, 'account'> }) {
  const { exemptions, format } = useText()
  const { readers } = exemptions
  if (!account) return <p>{readers.noAccount}</p>
  const opened = format.dateOnly(toWall(account.createdAt).date)
  return (
    <p>
      {account.email === null ? readers.accountWithoutMail(opened) : readers.account(account.email, opened)}
    </p>
  )
}

/** Beside a ground that is about to be told: in which account it is shown too, and that it need not be. */
export function ShownToDoctor({
  doctor,
  isKeptBack,
}: {
  readonly doctor: OwnGp
  readonly isKeptBack: boolean
}) {
  const { readers } = useText().exemptions
  return (
    <>
      <AccountLine doctor={doctor} />
      {doctor.account && (
        <>
          <AccountSeen account={doctor.account} />
          <p>{readers.willRead}</p>
          <Tick name="keepBack" id="f-keepBack" value="yes" label={readers.keepBack} isChecked={isKeptBack} />
        </>
      )}
    </>
  )
}

function HandOver({ number, doctor, held, problems }: GroundReadersProps) {
  const { exemptions, pages } = useText()
  const { readers } = exemptions
  const place = [number, doctor.districtId, doctor.personId, held.exemption.id] as const
  return (
    <section>
      <Heading>{readers.handOver}</Heading>
      <p>{readers.handOverLead}</p>
      <form method="post" action={paths.handOverGround(...place)} class="stack" novalidate>
        <SelectField
          name="receiver"
          label={readers.handOverTo}
          value=""
          options={[
            ['', pages.form.choose],
            ...doctor.others.map(({ number: own, name }) => [own, name] as const),
          ]}
          problems={problems}
        />
        <SubmitButton variant="secondary">{readers.handOver}</SubmitButton>
      </form>
    </section>
  )
}
