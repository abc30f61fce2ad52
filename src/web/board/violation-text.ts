import type { District } from '../../core/rota/district.ts'
import type { Need, NeedId } from '../../core/rota/need.ts'
import type { Violation } from '../../core/rules/violation.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../text-context.ts'
import { dutyNameOfId, shortDutyName } from './duty-names.ts'

/** What a sentence about a violation needs to name people and duties; duties that are not here are found by their templates. */
export interface FlagContext {
  readonly district: Pick<District, 'persons' | 'lines' | 'agreement'>
  readonly needs: readonly Need[]
}

interface ViolationText {
  /** What is wrong, with its numbers. */
  readonly statement: (violation: Violation) => string
  /** By which rule, and where that comes from. */
  readonly why: (violation: Violation) => string
}

export function useViolationText({ district, needs }: FlagContext): ViolationText {
  const text = useText()
  const names = namesIn(district, needs, text)
  const { statement, sentence, ruleNames } = text.violations
  return {
    statement: (violation) => statement(violation, names),
    why: (violation) => {
      const source = sentence(violation, names, district.agreement).slice(statement(violation, names).length)
      return `${ruleNames[violation.rule]}.${source}`
    },
  }
}

function namesIn(district: FlagContext['district'], needs: readonly Need[], text: Text) {
  const persons = new Map(district.persons.map((person) => [person.id, person.name]))
  const byId = new Map(needs.map((need) => [need.id, need]))
  return {
    person: (id: string) => persons.get(id) ?? text.words.notKnown,
    line: (id: string) => district.lines.find((line) => line.id === id)?.name ?? id,
    need: (id: NeedId) => {
      const need = byId.get(id)
      return need ? shortDutyName(district, need, text) : dutyNameOfId(district, id, text)
    },
  }
}
