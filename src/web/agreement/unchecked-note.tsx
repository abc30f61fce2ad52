import type { District } from '../../core/rota/district.ts'
import { uncheckedWithin } from '../../core/rules/unchecked.ts'
import type { Dates } from '../../core/time/local-date.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface UncheckedNoteProps {
  readonly district: Pick<District, 'id' | 'agreement'>
  readonly dates: Dates
}

/** Where flags are listed: the rules that could not have given any, and on which days. That a page shows no flag of theirs says nothing. */
export function UncheckedNote({ district, dates }: UncheckedNoteProps) {
  const { agreement, format, violations } = useText()
  const rules = uncheckedWithin(district.agreement, dates)
  if (rules.length === 0) return null
  return (
    <p class="hint">
      {agreement.unchecked.short(
        rules.map(({ rule, spans }) =>
          agreement.unchecked.within(violations.ruleNames[rule], spans?.map(format.dateRange) ?? null),
        ),
      )}{' '}
      <a class="ds-link" href={`${paths.agreement(district.id)}#unchecked`}>
        {agreement.unchecked.link}
      </a>
    </p>
  )
}
