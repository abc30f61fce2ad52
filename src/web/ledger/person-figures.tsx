import type { Figures, PersonLedger } from '../../core/ledger/person-ledger.ts'
import type { Origin } from '../../core/rota/assignment.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

/** One figure as planned and as worked, in words. */
interface Line {
  readonly name: string
  readonly tell: (figures: Figures) => string
  /** Told of what was worked alone. */
  readonly isOnlyWorked?: boolean
}

/** Everything the ledger knows of one doctor, planned beside worked, in three groups. */
export function PersonFigures({ ledger: own }: { ledger: PersonLedger }) {
  const text = useText()
  const { figures } = text.ledger
  return (
    <div class="figures">
      <Group title={figures.hours} lines={hourLines(text)} ledger={own} note={figures.totalNote} />
      <Group title={figures.wear} lines={wearLines(text)} ledger={own} />
      <Group title={figures.origins} lines={originLines(text, own)} ledger={own}>
        <Single name={figures.givenAway} value={text.ledger.amount(own.givenAway)} />
        <Single name={figures.taken} value={text.ledger.amount(own.taken)} />
      </Group>
    </div>
  )
}

function hourLines({ format, ledger, words }: Text): Line[] {
  const { figures } = ledger
  const hours = format.hours
  return [
    ...DUTY_FORMS.map((form) => ({
      name: words.formTitles[form],
      tell: ({ minutes }: Figures) => hours(minutes[form]),
    })),
    { name: figures.dutySum, tell: (own) => hours(own.dutyMinutes) },
    { name: figures.weighted, tell: (own) => hours(own.weightedMinutes) },
    { name: figures.active, tell: (own) => activeText(own, { format, ledger }), isOnlyWorked: true },
    {
      name: figures.callOuts,
      tell: ({ callOuts }) => (callOuts === null ? figures.notTold : format.number(callOuts)),
      isOnlyWorked: true,
    },
    { name: figures.elsewhere, tell: (own) => hours(own.elsewhereMinutes) },
    { name: figures.declaredElsewhere, tell: (own) => hours(own.declaredElsewhereMinutes) },
    {
      name: figures.surgery,
      tell: ({ surgeryMinutes }) => (surgeryMinutes === null ? words.notKnown : hours(surgeryMinutes)),
    },
    { name: figures.tasks, tell: (own) => hours(own.taskMinutes) },
    {
      name: figures.total,
      tell: ({ totalMinutes, knownMinutes }) =>
        totalMinutes === null ? figures.atLeast(hours(knownMinutes)) : hours(totalMinutes),
    },
  ]
}

function activeText(own: Figures, { format, ledger: { figures } }: Pick<Text, 'format' | 'ledger'>): string {
  if (own.activeMinutes === null) return figures.notTold
  return figures.activeOf(format.hours(own.activeMinutes), format.hours(own.activeOfMinutes))
}

function wearLines({ format, ledger }: Text): Line[] {
  const { figures } = ledger
  const holidays = ({ specialHolidays }: Figures) =>
    specialHolidays.length === 0
      ? '–'
      : format.list(specialHolidays.map((name) => figures.holidayNames[name]))
  return [
    { name: figures.duties, tell: (own) => ledger.amount(own.duties) },
    { name: figures.nights, tell: (own) => ledger.amount(own.nights) },
    { name: figures.weekendsAny, tell: (own) => ledger.amount(own.weekendsAny) },
    { name: figures.weekendsFull, tell: (own) => ledger.amount(own.weekendsFull) },
    { name: figures.everyNth, tell: (own) => figures.everyNthWeekend(own.everyNthWeekend) },
    { name: figures.publicHolidays, tell: (own) => ledger.amount(own.publicHolidays) },
    { name: figures.specialHolidays, tell: holidays },
    { name: figures.daysAfterNight, tell: (own) => ledger.amount(own.daysAfterNight) },
    { name: figures.longest, tell: (own) => format.hours(own.longestPeriodMinutes) },
    {
      name: figures.shortest,
      tell: ({ shortestRestMinutes: rest }) => (rest === null ? figures.shortestNone : format.hours(rest)),
    },
  ]
}

const ORIGINS: readonly Origin[] = ['share', 'ordered', 'voluntary', 'swap', 'sick-cover', 'locum']

/** Ways that no duty came are left out, but for the usual one. */
function originLines({ format, words }: Text, { planned, worked }: PersonLedger): Line[] {
  return ORIGINS.filter(
    (origin) => origin === 'share' || planned.minutesByOrigin[origin] + worked.minutesByOrigin[origin] > 0,
  ).map((origin) => ({
    name: words.origins[origin],
    tell: (own) => format.hours(own.minutesByOrigin[origin]),
  }))
}

interface GroupProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly ledger: PersonLedger
  readonly note?: string
  readonly children?: unknown
}

function Group({ title, lines, ledger: { planned, worked }, note, children }: GroupProps) {
  const { ledger } = useText()
  return (
    <section>
      <Heading>{title}</Heading>
      <Scroll label={title}>
        <table class="ds-table numbers figures-table">
          <thead>
            <tr>
              <th scope="col">{ledger.ledger.what}</th>
              <th scope="col">{ledger.ledger.planned}</th>
              <th scope="col">{ledger.ledger.worked}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, tell, isOnlyWorked }) => {
              const [before, after] = [isOnlyWorked ? '–' : tell(planned), tell(worked)]
              return (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{before}</td>
                  <td>{before === after || isOnlyWorked ? after : <b>{after}</b>}</td>
                </tr>
              )
            })}
            {children}
          </tbody>
        </table>
      </Scroll>
      {note && <p class="hint">{note}</p>}
    </section>
  )
}

/** What is not told apart by plan and work. */
function Single({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td colspan={2}>{value}</td>
    </tr>
  )
}
