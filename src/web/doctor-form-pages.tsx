import type { Hono } from 'hono'
import { dayInRota } from '../core/plans/set-up-state.ts'
import { factOn } from '../core/rota/doctor.ts'
import type { AppEnv } from '../usecases/context.ts'
import { endDoctor } from '../usecases/end-doctor.ts'
import type { Refusal } from '../usecases/refusal.ts'
import { doctorStamp, saveDoctors } from '../usecases/save-doctors.ts'
import { showSetUp } from '../usecases/show-set-up.ts'
import { DoctorEditor, EndDoctor } from './doctors/doctor-editor.tsx'
import {
  BLANK_DOCTOR,
  type DoctorForm,
  formOf,
  isOddSurgery,
  readDoctorForm,
} from './doctors/doctor-fields.ts'
import { type Posted, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'
import { Blocked, isAnsweredInPlace } from './setup/blocked.tsx'

export function doctorFormPages(app: Hono<AppEnv>): void {
  app.get(paths.newDoctor(':districtId'), (c) => editor(c, { ...c.req.param(), personId: null }, {}))
  app.post(paths.newDoctor(':districtId'), async (c) =>
    save(c, { ...c.req.param(), personId: null }, await readForm(c)),
  )
  app.get(paths.changeDoctor(':districtId', ':personId'), (c) => editor(c, c.req.param(), {}))
  app.post(paths.changeDoctor(':districtId', ':personId'), async (c) =>
    save(c, c.req.param(), await readForm(c)),
  )
  app.post(paths.endDoctor(':districtId', ':personId'), async (c) => end(c, c.req.param(), await readForm(c)))
}

interface Place {
  readonly districtId: string
  readonly personId: string | null
}

interface EditorState {
  readonly form?: DoctorForm
  readonly seen?: string
  readonly refusal?: Refusal
  /** What an end was asked for. */
  readonly end?: { readonly on: string; readonly place: string }
}

async function editor(c: PageContext, { districtId, personId }: Place, state: EditorState) {
  const result = await showSetUp(c.var.ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, today, openFrom } = result.value
  const doctor = district.doctors.find((own) => own.personId === personId)
  const person = district.persons.find(({ id }) => id === personId)
  if (personId !== null && !(doctor && person)) return notFoundPage(c)
  const open = openFrom !== null && openFrom > today ? openFrom : today
  const from = doctor ? dayInRota(doctor, open) : open
  const [member] = district.municipalities
  const blank = { ...BLANK_DOCTOR, from, municipality: member?.number ?? '' }
  const form = state.form ?? (doctor && person ? formOf(district, doctor, person, from) : blank)
  const { refusal = null } = state
  const problems = refusal?.kind === 'invalid' ? refusal.problems : []
  const { doctorForm, people } = textOf(c)
  const title = person ? doctorForm.titleChange(person.name) : doctorForm.titleNew
  const action = doctor ? paths.changeDoctor(districtId, doctor.personId) : paths.newDoctor(districtId)
  const crumbs = [
    { label: people.doctors.title, href: paths.doctors(districtId) },
    ...(person ? [{ label: person.name, href: paths.doctor(districtId, person.id) }] : []),
  ]
  return page(
    c,
    { title, district, place: 'doctors', crumbs, status: refusal ? statusOf(refusal) : 200 },
    <>
      <Blocked refusal={refusal} reload={action} />
      <DoctorEditor
        title={title}
        action={action}
        district={district}
        form={form}
        seen={state.seen ?? (doctor ? await doctorStamp(c.var.ctx, district, doctor.personId) : '')}
        isNew={!doctor}
        problems={state.end ? [] : problems}
        keepsSurgery={doctor !== undefined && isOddSurgery(factOn(doctor.surgery, from))}
      />
      {doctor && (
        <EndDoctor
          action={paths.endDoctor(districtId, doctor.personId)}
          on={state.end?.on ?? today}
          place={state.end?.place ?? 'vacant'}
          problems={state.end ? problems : []}
        />
      )}
    </>,
  )
}

async function save(c: PageContext, place: Place, { values }: Posted) {
  const names = Object.keys(BLANK_DOCTOR) as (keyof DoctorForm)[]
  const typed = names.map((name) => [name, (values[name] ?? '').trim()])
  const form: DoctorForm = { ...BLANK_DOCTOR, ...Object.fromEntries(typed) }
  const result = await showSetUp(c.var.ctx, place)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, today } = result.value
  const doctor = district.doctors.find((own) => own.personId === place.personId) ?? null
  const { seen = '' } = values
  const read = readDoctorForm(form, { doctor, personId: place.personId, today })
  if (read.kind === 'refused')
    return editor(c, place, { form, seen, refusal: { kind: 'invalid', problems: read.problems } })
  const saved = await saveDoctors(c.var.ctx, {
    districtId: place.districtId,
    doctors: [read.entry],
    ...(place.personId === null ? {} : { seen }),
  })
  if (saved.kind === 'done') {
    const [personId = ''] = saved.value.personIds
    return redirectDone(c, paths.doctor(place.districtId, personId), 'set-up-saved')
  }
  return isAnsweredInPlace(saved.refusal)
    ? editor(c, place, { form, seen, refusal: saved.refusal })
    : problemPage(c, saved.refusal)
}

async function end(c: PageContext, place: { districtId: string; personId: string }, { values }: Posted) {
  const { on = '', place: wanted = '' } = values
  const becomes = wanted === 'none' || wanted === 'locum-to-be-named' ? wanted : 'vacant'
  const result = await endDoctor(c.var.ctx, { ...place, on, place: becomes })
  if (result.kind === 'done')
    return redirectDone(c, paths.doctor(place.districtId, place.personId), 'set-up-saved')
  return isAnsweredInPlace(result.refusal)
    ? editor(c, place, { refusal: result.refusal, end: { on, place: becomes } })
    : problemPage(c, result.refusal)
}
