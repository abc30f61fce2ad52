import { shortDutyName } from '../../board/duty-names.ts'
import type { Slice } from '../../core/rota/assignment.ts'
import type { District } from '../../core/rota/district.ts'
import type { Need } from '../../core/rota/need.ts'
import { yearOf } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import type { PastedRota, PlaceChange } from '../../usecases/paste-rota.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { Choices, NothingNew, OnlyOwnDates } from './paste-page.tsx'
import { LEFT_OUT, type PostedPaste } from './posted-paste.ts'

interface RotaPasteProps {
  readonly value: PastedRota
  readonly posted: PostedPaste
}

/** Which line each heading that is none means, and whether dates of other years fall out. */
export function RotaChoices({ value, posted }: RotaPasteProps) {
  const { page } = useText().paste
  const { read, draft, district, problems } = value
  const lines = district.lines.filter(({ id }) => draft.lineIds.includes(id))
  const open = read?.unknownColumns ?? []
  const answered = [...posted.columns.keys()].map((key) => ({ key, text: '' }))
  const columns = [...open, ...answered]
  const hasOtherYear = problems.some((problem) => 'code' in problem && problem.code === 'other-year')
  return (
    <>
      {columns.length > 0 && (
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{page.unknownColumns}</legend>
          {columns.map(({ key, text }, index) => (
            <div class="ds-field">
              <label class="ds-label" for={`is-${index}`}>
                {page.chosenColumn(text, key)}
              </label>
              <input type="hidden" name="column" value={key} />
              <select class="ds-input" id={`is-${index}`} name="is">
                <Choices
                  chosen={columnChoice(posted.columns.get(key))}
                  options={lines.map(({ id, code, name }) => [id, `${code} ${name}`] as const)}
                />
              </select>
            </div>
          ))}
        </fieldset>
      )}
      {(hasOtherYear || posted.onlyOwnDates) && <OnlyOwnDates posted={posted} />}
    </>
  )
}

function columnChoice(choice: readonly string[] | null | undefined): string {
  return choice === null ? LEFT_OUT : (choice?.join(' ') ?? '')
}

/** What the sheet was taken for and what it would change. */
export function RotaPreview({ value }: { value: PastedRota }) {
  const { paste } = useText()
  const { page } = paste
  const { read, changes, locked, same, draft, isMoved } = value
  if (!read) return null
  const years = [...new Set([yearOf(draft.from), yearOf(draft.to)])].join('–')
  const notes = [
    read.isYearTaken && page.yearTaken(years),
    read.leftOut.dates > 0 && page.outside(read.leftOut.dates),
    read.leftOut.rows > 0 && page.undated(read.leftOut.rows),
    locked.length > 0 && page.locked(locked.length),
    same > 0 && page.same(same),
  ].filter((note) => note !== false)
  return (
    <>
      {isMoved && (
        <div class="ds-alert" data-color="warning" role="alert">
          {page.moved}
        </div>
      )}
      {notes.length > 0 && (
        <ul class="ds-list">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
      <Matched value={value} />
      {changes.length > 0 && <Changes value={value} />}
      <NothingNew value={value} count={changes.length} />
    </>
  )
}

function Matched({ value: { read, district } }: { value: PastedRota }) {
  const { page } = useText().paste
  const names = new Map(district.persons.map(({ id, name }) => [id, name]))
  const matched = [...(read?.matched ?? [])]
  if (matched.length === 0) return null
  return (
    <details class="ds-details">
      <summary>{page.matched(matched.length)}</summary>
      <ul class="in-row">
        {matched.map(([text, id]) => (
          <li>
            {text} = {names.get(id)}
          </li>
        ))}
      </ul>
    </details>
  )
}

const MOST_SHOWN = 300

function Changes({ value: { changes, district } }: { value: PastedRota }) {
  const text = useText()
  const { page } = text.paste
  return (
    <section>
      <Heading>{page.changes}</Heading>
      <Scroll label={page.changes}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{page.duty}</th>
              <th scope="col">{page.before}</th>
              <th scope="col">{page.after}</th>
              <th scope="col">{page.cell}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, MOST_SHOWN).map((change) => (
              <Change change={change} district={district} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {changes.length > MOST_SHOWN && <p>{page.more(changes.length - MOST_SHOWN)}</p>}
    </section>
  )
}

function Change({ change, district }: { change: PlaceChange; district: District }) {
  const text = useText()
  const { need, before, after, address, note } = change
  return (
    <tr>
      <th scope="row">{shortDutyName(district, need, text)}</th>
      <td>{holdersText(before, need, district, text)}</td>
      <td>
        {holdersText(after, need, district, text)}
        {note !== null && <small class="hint"> {note}</small>}
      </td>
      <td>{address}</td>
    </tr>
  )
}

function holdersText(slices: readonly Slice[], need: Need, district: District, text: Text): string {
  const { page } = text.paste
  if (slices.length === 0) return page.open
  const names = new Map(district.persons.map(({ id, name }) => [id, name]))
  const positions = new Map(district.positions.map(({ id, name }) => [id, name]))
  return slices
    .map((slice) => {
      const name = slice.personId === null ? positions.get(slice.positionId ?? '') : names.get(slice.personId)
      const isWhole = slice.start === need.start && slice.end === need.end
      return isWhole ? (name ?? '') : page.part(name ?? '', text.format.clockSpan(slice))
    })
    .join(', ')
}
