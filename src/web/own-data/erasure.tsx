import type { FieldProblem } from '../../usecases/refusal.ts'
import type { ErasureValue } from '../../usecases/show-erasure.ts'
import { fieldSentence, InputField, Problems, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** What was sent and refused. */
export interface AskedErasure {
  readonly problems: readonly FieldProblem[]
  readonly ticked: readonly string[]
  /** Marks of the texts that stood on the page it was sent from. */
  readonly shown: readonly string[]
}

interface Props {
  readonly value: ErasureValue
  readonly asked: AskedErasure | undefined
}

/** What forgetting a doctor means, what stands in its way, and the form that does it. */
export function ErasurePage(props: Props) {
  const { format, ownData } = useText()
  const { erasure: text } = ownData
  const { value } = props
  return (
    <>
      <PageHeading title={text.title} />
      {value.isDone ? (
        <p>{text.isDone}</p>
      ) : (
        <>
          <p class="lead">{text.lead(value.personName)}</p>
          <p>{value.askedAt === null ? text.notAsked : text.asked(format.dateTime(value.askedAt))}</p>
          <p>{text.goes}</p>
          <p>{text.stays(value.former.name, value.former.initials)}</p>
          {value.isElsewhere && <p>{text.elsewhere}</p>}
          {value.obstacles.length > 0 ? <Obstacles obstacles={value.obstacles} /> : <Form {...props} />}
        </>
      )}
    </>
  )
}

function Obstacles({ obstacles }: { obstacles: readonly FieldProblem[] }) {
  const text = useText()
  return (
    <section>
      <Heading>{text.ownData.erasure.blocked}</Heading>
      <ul class="ds-list">
        {obstacles.map((obstacle) => (
          <li>{fieldSentence(text, obstacle)}</li>
        ))}
      </ul>
    </section>
  )
}

function Form({ value, asked }: Props) {
  const { erasure: text } = useText().ownData
  const problems = asked?.problems ?? []
  const texts = value.texts.map((one) => ({
    ...one,
    said: asked && !asked.shown.includes(one.mark) ? `${text.isNew}: ${one.text}` : one.text,
  }))
  const sure = texts.filter(({ mention }) => mention === 'sure')
  const maybe = texts.filter(({ mention }) => mention === 'maybe')
  return (
    <form class="stack" method="post" action={paths.erasePerson(value.district.id, value.personId)}>
      <input type="hidden" name="shown" value={texts.map(({ mark }) => mark).join(' ')} />
      <Problems problems={problems} labels={{ typed: text.typed, texts: text.textsTitle }} />
      {texts.length > 0 && <Heading id="f-texts">{text.textsTitle}</Heading>}
      {sure.length > 0 && <Sure texts={sure} />}
      {maybe.length > 0 && (
        <fieldset class="ds-fieldset">
          <legend>{text.maybe}</legend>
          {maybe.map((one, index) => (
            <Tick
              id={`text-${index}`}
              name="text"
              value={one.place}
              label={one.said}
              isChecked={asked?.ticked.includes(one.place) ?? false}
            />
          ))}
        </fieldset>
      )}
      <div class="ds-alert" data-color="warning">
        {text.warning}
      </div>
      <InputField
        name="typed"
        label={`${text.typed}: ${value.personName}`}
        value=""
        problems={problems}
        isRequired
        autocomplete="off"
      />
      <SubmitButton>{text.submit}</SubmitButton>
    </form>
  )
}

function Sure({ texts }: { texts: readonly { readonly said: string }[] }) {
  const { erasure: text } = useText().ownData
  return (
    <>
      <p>{text.sure}</p>
      <ul class="ds-list">
        {texts.map((one) => (
          <li>{one.said}</li>
        ))}
      </ul>
    </>
  )
}
