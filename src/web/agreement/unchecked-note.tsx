import type { District } from '../../core/rota/district.ts'
import { uncheckedRules } from '../../core/rules/unchecked.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface UncheckedNoteProps {
  readonly district: Pick<District, 'id' | 'agreement'>
  readonly date: LocalDate
}

/** Where flags are listed: the rules that could not have given any. That a page shows no flag of theirs says nothing. */
export function UncheckedNote({ district, date }: UncheckedNoteProps) {
  const { agreement, violations } = useText()
  const rules = uncheckedRules(district.agreement, date)
  if (rules.length === 0) return null
  return (
    <p class="hint">
      {agreement.unchecked.short(rules.map(({ rule }) => violations.ruleNames[rule]))}{' '}
      <a class="ds-link" href={`${paths.agreement(district.id)}#unchecked`}>
        {agreement.unchecked.link}
      </a>
    </p>
  )
}
