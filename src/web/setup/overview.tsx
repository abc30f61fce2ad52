import type { District } from '../../core/rota/district.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { holdsOn } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import type { SetUpValue } from '../../usecases/show-set-up.ts'
import { SubmitButton } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { lineWords } from '../lines/line-words.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

type State = keyof Text['setup']['overview']['states']

interface Step {
  readonly title: string
  readonly href: string
  readonly state: State
  readonly sentences: readonly string[]
  /** Lists under a sentence of their own. */
  readonly lists?: readonly { readonly title: string; readonly items: readonly string[] }[]
}

const COLOURS = { done: 'success', missing: 'danger', unchecked: 'warning', optional: 'neutral' } as const
const MOST_NAMED = 5

/** What is set, what is missing, in the order in which one does it; each step leads to its page. */
export function Overview({ value }: { value: SetUpValue }) {
  const text = useText()
  const { overview } = text.setup
  const { district, state } = value
  return (
    <>
      <PageHeading title={overview.title} />
      <p class="lead">{overview.lead}</p>
      <section class="ds-card next">
        <p class="big">{state.isReady ? overview.ready : overview.notReady}</p>
        {state.isReady && (
          <div class="actions">
            <ButtonLink href={paths.newDraft(district.id)}>{overview.build}</ButtonLink>
          </div>
        )}
      </section>
      <ol class="steps">
        {stepsOf(value, text).map((step) => (
          <li class="ds-card">
            <h2 class="ds-heading" data-size="2xs">
              <a class="ds-link" href={step.href}>
                {step.title}
              </a>
              <span class="ds-tag" data-color={COLOURS[step.state]}>
                {overview.states[step.state]}
              </span>
            </h2>
            {step.lists?.map(({ title, items }) => (
              <>
                <p>{title}</p>
                <ul class="ds-list">
                  {items.map((item) => (
                    <li>{item}</li>
                  ))}
                </ul>
              </>
            ))}
            {step.sentences.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </li>
        ))}
      </ol>
      <LastChange value={value} />
    </>
  )
}

function LastChange({ value: { district, last } }: { value: SetUpValue }) {
  const { format, setup } = useText()
  const { overview } = setup
  if (!last) return null
  const what = overview.actions[last.action] ?? overview.otherAction
  return (
    <section>
      <Heading>{overview.lastChange}</Heading>
      <p>{overview.changed(what, format.dateTime(last.at), last.by)}</p>
      <form method="post" action={paths.undoSetUp(district.id)}>
        <input type="hidden" name="number" value={String(last.number)} />
        <SubmitButton variant="secondary">{overview.undo}</SubmitButton>
      </form>
    </section>
  )
}

function stepsOf(value: SetUpValue, text: Text): Step[] {
  return [
    districtStep(value, text),
    linesStep(value, text),
    doctorsStep(value, text),
    competenceStep(value, text),
    surgeryStep(value, text),
    absenceStep(value, text),
    agreementStep(value, text),
  ]
}

function districtStep({ district, today }: SetUpValue, { setup, format }: Text): Step {
  const { overview } = setup
  const members = district.municipalities.filter(({ participation }) =>
    participation.some(({ to }) => to === null || to > today),
  )
  const covered = district.coveredElsewhere.filter((own) => holdsOn(own, today) || own.from > today)
  return {
    title: overview.settings,
    href: paths.settings(district.id),
    state: members.length > 0 ? 'done' : 'missing',
    sentences: [
      members.length > 0
        ? overview.settingsText(format.list(members.map(({ name }) => name)))
        : overview.noMembers,
      covered.length > 0
        ? overview.covered(format.list(covered.map(({ name }) => name)))
        : overview.nothingCovered,
      // Nobody was asked: a district that starts with several municipalities is told as this.
      ...(district.legalForm === 'host-municipality' && district.agreement.length === 0
        ? [overview.host]
        : []),
    ],
  }
}

function linesStep({ district, state, today }: SetUpValue, text: Text): Step {
  const { format, setup, words } = text
  const { overview } = setup
  const [gap] = state.gaps
  const gaps = gap ? overview.gaps(state.gaps.length, format.timeSpan(gap)) : overview.noGaps
  return {
    title: overview.lines,
    href: paths.lines(district.id),
    state: state.lines.length === 0 ? 'missing' : gap ? 'unchecked' : 'done',
    sentences: [state.lines.length === 0 ? overview.noLines : gaps],
    lists: state.lines.map((line) => ({
      title: overview.lineText(line.name, words.forms[line.form]),
      items: lineWords(line, today, text),
    })),
  }
}

function doctorsStep({ district, state }: SetUpValue, { setup }: Text): Step {
  const { overview, starter } = setup
  const ids = new Set(state.doctors.map(({ personId }) => personId))
  const places = new Set(
    Array.from({ length: district.persons.length }, (_, index) => starter.placeholder(index + 1)),
  )
  const unnamed = district.persons.filter(({ id, name }) => ids.has(id) && places.has(name)).length
  const count = state.doctors.length
  return {
    title: overview.doctors,
    href: paths.doctors(district.id),
    state: count === 0 ? 'missing' : 'done',
    sentences: [
      count === 0 ? overview.noDoctors : overview.doctorCount(count),
      ...(unnamed > 0 ? [overview.placeholders(unnamed)] : []),
    ],
  }
}

function competenceStep({ district, state }: SetUpValue, text: Text): Step {
  const { overview } = text.setup
  const isMissing = state.doctors.length > 0 && state.unable.length === state.doctors.length
  return {
    title: overview.competence,
    href: paths.doctors(district.id),
    state:
      isMissing || state.lacksBackups
        ? 'missing'
        : state.unable.length + state.unproven.length > 0
          ? 'unchecked'
          : 'done',
    sentences: [
      state.unable.length === 0 ? overview.allAble : overview.unable(namesOf(district, state.unable, text)),
      ...(state.unproven.length > 0 ? [overview.noEvidence(state.unproven.length)] : []),
      ...(state.lacksBackups ? [overview.noBackups] : []),
    ],
  }
}

function surgeryStep({ district, state }: SetUpValue, { setup }: Text): Step {
  const { overview } = setup
  const amount = state.undeclared.length
  return {
    title: overview.surgery,
    href: paths.doctors(district.id),
    state: amount > 0 ? 'unchecked' : 'done',
    sentences: [amount > 0 ? overview.surgeryMissing(amount) : overview.surgeryKnown],
  }
}

function absenceStep({ district, state }: SetUpValue, { setup }: Text): Step {
  const { overview } = setup
  return {
    title: overview.absences,
    href: paths.absences(district.id),
    state: state.timesAway > 0 ? 'done' : 'optional',
    sentences: [overview.absencesText(state.timesAway)],
  }
}

function agreementStep({ district, state }: SetUpValue, { setup }: Text): Step {
  const { overview } = setup
  return {
    title: overview.agreement,
    href: paths.agreement(district.id),
    state: 'unchecked',
    sentences: [state.adopted === 0 ? overview.nothingAdopted : overview.agreementText(state.adopted)],
  }
}

function namesOf({ persons }: District, ids: readonly PersonId[], { format, setup }: Text): string {
  const names = ids.flatMap((own) => persons.find(({ id }) => id === own)?.name ?? [])
  const more = names.length - MOST_NAMED
  return more > 0 ? setup.overview.andMore(names.slice(0, MOST_NAMED).join(', '), more) : format.list(names)
}
