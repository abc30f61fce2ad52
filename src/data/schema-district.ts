import type { ParameterName, ParameterStatus, SpecialHoliday } from '../core/rota/agreement.ts'
import type { Competence, CompetenceException } from '../core/rota/competence.ts'
import type { LegalForm } from '../core/rota/district.ts'
import type { Surgery, TakingPart } from '../core/rota/doctor.ts'
import type { EngagementForm } from '../core/rota/engagement.ts'
import type { ExemptionScope } from '../core/rota/exemption.ts'
import type { CalendarNames } from '../core/rota/feed-choice.ts'
import type { DutyForm } from '../core/rota/line.ts'
import type { PositionHolder } from '../core/rota/position.ts'
import type { Stance, Wish } from '../core/rota/wish.ts'

/** JSON text. Always written by `toJson`, so that a number inside keeps every digit. */
export type Json = string
/** 0 or 1; D1 has no other boolean. */
export type Flag = number

interface Dated {
  from_date: string
  to_date: string | null
}

interface OfDistrict {
  district_id: string
}

interface OfDoctor extends OfDistrict {
  person_id: string
}

interface DoctorFact extends OfDoctor, Dated {
  ordinal: number
}

/** Tables of migrations 0001–0003: people, and everything dated that a district says. */
export interface DistrictTables {
  municipality: { number: string; name: string }
  district: {
    id: string
    name: string
    legal_form: LegalForm
    time_zone: 'Europe/Oslo'
    languages: Json
    revision: number
    edition: number
    calendar_names: CalendarNames
  }
  person: { id: string; hpr_number: string | null; birth_date: string | null; entered_in: string }
  district_person: OfDoctor & {
    ordinal: number
    name: string
    hpr_number: string | null
    birth_date: string | null
    email: string | null
    phone: string | null
  }
  district_member: OfDistrict & { municipality_number: string; name: string; ordinal: number }
  municipality_fact: OfDistrict &
    Dated & { municipality_number: string; ordinal: number; population: number; centrality: number }
  participation: OfDistrict &
    Dated & { municipality_number: string; ordinal: number; windows: Json | null; quota: number | null }
  guard: { name: string; ok: Flag }

  doctor: OfDoctor & { ordinal: number; initials: string; declared_other_minutes_per_week: number | null }
  engagement: DoctorFact & {
    id: string
    employer_kind: 'municipality' | 'service'
    municipality_number: string | null
    form: EngagementForm
    fraction_percent: number
    extended_to: string | null
  }
  taking_part: DoctorFact & {
    kind: TakingPart['way']['kind']
    minutes_per_period: number | null
    windows: Json | null
    least: number | null
    most: number | null
  }
  competence: DoctorFact & {
    route: Competence['route']['kind']
    may_work_alone: Flag | null
    may_be_backup: Flag | null
    decided_on: string | null
    emergency_course_on: string | null
    violence_course_on: string | null
    evidence: string
    exception: CompetenceException | null
  }
  average_consent: DoctorFact
  surgery: DoctorFact & {
    kind: Surgery['kind']
    timetable: Json | null
    source: string | null
    declared_on: string | null
  }
  other_task: DoctorFact & { name: string; timetable: Json; loose_minutes_per_week: number }
  capacity: DoctorFact & { percent: number }
  rotation: DoctorFact & { weeks_on: number; weeks_off: number; anchor: string }
  absence: DoctorFact & { id: string; certain_from: string }
  exemption: DoctorFact & {
    id: string
    scope: ExemptionScope['kind']
    form: DutyForm | null
    kept_by: 'district' | 'home'
  }
  exemption_ground: OfDoctor & {
    exemption_id: string
    entry: number
    sealed_for: string | null
    key_id: string | null
    text: string
  }
  ground_reader: OfDoctor & { exemption_id: string; account_id: string }

  line: OfDistrict & {
    id: string
    ordinal: number
    name: string
    code: string
    form: DutyForm
    areas: Json
    overlap_class: string | null
    behind: Json
    conditional: Flag
    place: string
  }
  line_served: OfDistrict & { line_id: string; ordinal: number; served_district_id: string }
  line_template: OfDistrict &
    Dated & {
      line_id: string
      ordinal: number
      windows: Json
      overrides: Json
      summer_from: string | null
      summer_to: string | null
    }
  covered_elsewhere: OfDistrict &
    Dated & {
      id: string
      ordinal: number
      name: string
      windows: Json
      on_public_holidays: Flag
      behind: Json | null
    }
  position: OfDistrict & {
    id: string
    ordinal: number
    name: string
    municipality_number: string
    share: number
  }
  position_holder: OfDistrict &
    Dated & {
      position_id: string
      ordinal: number
      kind: PositionHolder['kind']
      person_id: string | null
    }
  agreement_entry: OfDistrict &
    Dated & {
      ordinal: number
      parameter: ParameterName
      value: Json
      status: ParameterStatus
      source: string
      author: string
      decided_on: string | null
    }
  set_up_change: OfDistrict & {
    number: number
    action: string
    at: string
    by_account: string
    /** NULL: too much to be kept. */
    parts: Json | null
    is_undone: Flag
  }
  holiday_held: OfDoctor & { ordinal: number; holiday: SpecialHoliday; year: number }
  wish: OfDoctor & {
    id: string
    ordinal: number
    kind: Wish['about']['kind']
    from_date: string | null
    to_date: string | null
    weekdays: Json | null
    need_id: string | null
    stance: Stance
    weight: Wish['weight']
  }
}
