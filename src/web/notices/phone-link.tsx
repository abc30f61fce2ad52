import { useText } from '../text-context.ts'

interface PhoneLinkProps {
  readonly name: string
  readonly phone: string | null
}

/** A number that a touch rings. */
export function PhoneLink({ name, phone }: PhoneLinkProps) {
  const words = useText().notices.district
  if (phone === null) return words.noPhone
  return (
    <a
      class="ds-link"
      href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
      aria-label={`${words.call(name)}: ${phone}`}
    >
      {phone}
    </a>
  )
}
