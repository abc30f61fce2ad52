import type { FieldProblem } from '../../usecases/refusal.ts'
import type { WishesValue } from '../../usecases/show-wishes.ts'
import { InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** A wish as it was typed. */
export interface WishForm {
  readonly personId: string
  readonly from: string
  /** The last day, as people say it; may be empty. */
  readonly to: string
  readonly stance: string
  readonly weight: string
  readonly weekdays: readonly string[]
}

interface NewWishProps {
  readonly value: WishesValue
  readonly form: WishForm
  readonly problems: readonly FieldProblem[]
}

export function NewWish({ value, form, problems }: NewWishProps) {
  const { pages, people, words } = useText()
  const { wishes } = people
  return (
    <div class="narrow-column">
      <PageHeading title={wishes.addTitle} />
      <Problems
        problems={problems}
        labels={{
          personId: wishes.doctor,
          from: wishes.from,
          to: wishes.to,
          stance: wishes.stance,
          weight: wishes.weight,
        }}
      />
      <form method="post" action={paths.newWish(value.district.id)} class="stack" novalidate>
        <Who value={value} form={form} problems={problems} />
        <div class="side-by-side">
          <InputField name="from" type="date" label={wishes.from} value={form.from} problems={problems} />
          <InputField
            name="to"
            type="date"
            label={wishes.to}
            description={wishes.toHelp}
            value={form.to}
            problems={problems}
          />
        </div>
        <SelectField
          name="stance"
          label={wishes.stance}
          value={form.stance}
          options={[['', pages.form.choose], ...Object.entries(words.stances)]}
          problems={problems}
        />
        <SelectField
          name="weight"
          label={wishes.weight}
          value={form.weight}
          options={Object.entries(words.weights)}
          problems={problems}
        />
        <Weekdays form={form} />
        <SubmitButton>{wishes.save}</SubmitButton>
      </form>
    </div>
  )
}

/** A doctor enters only their own wishes, and need not say for whom. */
function Who({ value, form, problems }: NewWishProps) {
  const { pages, people } = useText()
  const [only] = value.mayEnterFor
  if (value.mayEnterFor.length === 1) return <input type="hidden" name="personId" value={only} />
  const names = new Map(value.district.persons.map((person) => [person.id, person.name]))
  const options = value.mayEnterFor.map((id) => [id, names.get(id) ?? ''] as const)
  return (
    <SelectField
      name="personId"
      label={people.wishes.doctor}
      value={form.personId}
      options={[['', pages.form.choose], ...options]}
      problems={problems}
    />
  )
}

function Weekdays({ form }: { form: WishForm }) {
  const { people, words } = useText()
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{people.wishes.weekdays}</legend>
      <p class="hint">{people.wishes.weekdaysHelp}</p>
      <div class="in-row">
        {words.weekdays.map((name, index) => (
          <Tick
            name="weekday"
            id={`weekday-${index + 1}`}
            value={String(index + 1)}
            label={name}
            isChecked={form.weekdays.includes(String(index + 1))}
          />
        ))}
      </div>
    </fieldset>
  )
}
