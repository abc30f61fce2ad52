import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import type { Between, MunicipalityShare } from '../between/between.ts'
import { byRate, type RatedMinutes } from '../between/duty-cost.ts'
import { addForms, NO_MINUTES } from '../between/held-duty.ts'
import { sumOfKnown } from '../load/load.ts'
import type { ReportCell, ReportRow, ReportTable, Trail } from '../sheet.ts'
import { column, EMPTY, hours, known, number, row, share, sumRow, words, øre } from './cells.ts'

/** What the municipalities carried beside the key, what is open, and what it cost. */
export function sharesTables(value: Between, text: Text): ReportTable[] {
  return [
    sharesTable(value, text),
    openTable(value, text),
    costTable(value, text),
    ...(value.missingRates === null || value.shares.length === 0 ? [] : [ratesTable(value, text)]),
  ]
}

function nameOf({ name }: Pick<MunicipalityShare, 'name'>, { reportShares }: Text): string {
  return name ?? reportShares.shares.service
}

/** Municipalities and the district's sum. */
export function sharesTable(value: Between, text: Text): ReportTable {
  const { reportShares, words: common, format } = text
  const { shares: own } = reportShares
  const isNothing = value.shares.every(({ weightedMinutes, duties }) => weightedMinutes === 0 && duties === 0)
  return {
    id: 'municipalities',
    title: own.title,
    columns: [
      column('municipality', own.municipality, 'text'),
      column('duties', own.duties, 'number'),
      ...DUTY_FORMS.map((form) => column(form, common.formTitles[form], 'hours')),
      column('weighted', own.weighted, 'hours'),
      column('share', own.share, 'percent'),
      ...(value.key === null
        ? []
        : [column('keyShare', own.keyShare, 'percent'), column('difference', own.difference, 'number')]),
    ],
    rows:
      value.shares.length === 0
        ? []
        : [...value.shares.map((row) => shareRow(row, value, text)), sharesSum(value, text)],
    notes: [
      ...(value.shares.length === 0 ? [own.noMembers] : isNothing ? [own.empty] : [own.how]),
      ...keyNotes(value, text),
      ...(value.unnamedMinutes > 0 ? [own.unnamed(format.hours(value.unnamedMinutes))] : []),
    ],
  }
}

function keyNotes({ key, keyGap, isKeyMixed }: Between, { reportShares }: Text): string[] {
  const { key: own } = reportShares
  if (key) return [own.is(key.kind, key.source), ...(isKeyMixed ? [own.mixed] : [])]
  return keyGap ? [own.gap[keyGap.kind](keyGap.name ?? '')] : []
}

function shareRow(own: MunicipalityShare, { key }: Between, text: Text): ReportRow {
  const { municipality, duties, minutes, weightedMinutes, keyShare } = own
  const forms = DUTY_FORMS.filter((form) => minutes[form] > 0)
  return row(
    [
      words(nameOf(own, text)),
      number(duties),
      ...DUTY_FORMS.map((form) => hours(minutes[form])),
      hours(weightedMinutes),
      share(own.share),
      // Who is no municipality has no part of a key.
      ...(key === null
        ? []
        : keyShare === null
          ? [EMPTY, EMPTY]
          : [share(keyShare), percentPoints(own.share - keyShare)]),
    ],
    {
      duties: { municipality },
      weighted: { municipality },
      ...Object.fromEntries(forms.map((form) => [form, { municipality, form }])),
    },
  )
}

/** To a tenth, as the shares it is between. */
function percentPoints(part: number): ReportCell {
  return number(Math.round(part * 1000) / 10)
}

function sharesSum({ shares, key }: Between, { reportShares }: Text): ReportRow {
  const minutes = shares.reduce((sum, own) => addForms(sum, own.minutes), NO_MINUTES)
  const sum = (of: (own: MunicipalityShare) => number) => shares.reduce((total, own) => total + of(own), 0)
  return sumRow([
    words(reportShares.shares.sum),
    number(sum(({ duties }) => duties)),
    ...DUTY_FORMS.map((form) => hours(minutes[form])),
    hours(sum(({ weightedMinutes }) => weightedMinutes)),
    share(sum((own) => own.share)),
    ...(key ? [share(sum(({ keyShare }) => keyShare ?? 0)), EMPTY] : []),
  ])
}

export function openTable(
  { openDuties, openMinutes, isPublished }: Between,
  { reportShares }: Text,
): ReportTable {
  const { open, shares } = reportShares
  const only: Trail = { only: 'open' }
  return {
    id: 'open-duties',
    title: open.title,
    columns: [
      column('what', open.what, 'text'),
      column('duties', shares.duties, 'number'),
      column('hours', open.hours, 'hours'),
    ],
    rows:
      openDuties === 0 && openMinutes === 0
        ? []
        : [row([words(open.row), number(openDuties), hours(openMinutes)], { duties: only, hours: only })],
    notes: isPublished && openDuties === 0 && openMinutes === 0 ? [open.none] : [],
  }
}

export function costTable(value: Between, text: Text): ReportTable {
  const { reportShares } = text
  const { cost, shares: own } = reportShares
  const { missingRates, shares } = value
  const isKnown = missingRates !== null && shares.length > 0
  const total = sumOfKnown(shares.map(({ costØre }) => costØre))
  const rows = shares.map((one) =>
    row(
      [
        words(nameOf(one, text)),
        known(one.costØre, øre),
        known(one.owedØre === null || one.costØre === null ? null : one.owedØre + one.costØre, øre),
        known(one.owedØre, øre),
      ],
      one.costØre === null ? {} : { cost: { municipality: one.municipality } },
    ),
  )
  const settled = sumOfKnown(shares.map(({ owedØre }) => owedØre)) !== null
  const sum = sumRow([
    words(own.sum),
    known(total, øre),
    settled ? known(total, øre) : EMPTY,
    settled ? øre(0) : EMPTY,
  ])
  return {
    id: 'cost',
    title: cost.title,
    columns: [
      column('municipality', own.municipality, 'text'),
      column('cost', cost.cost, 'kroner'),
      column('due', cost.due, 'kroner'),
      column('owed', cost.owed, 'kroner'),
    ],
    rows: isKnown ? [...rows, sum] : [],
    notes:
      missingRates === null
        ? [cost.noRates]
        : [
            ...missingNotes(missingRates, text),
            cost.how,
            ...(settled ? [cost.settlement] : []),
            cost.isDraft,
          ],
  }
}

function missingNotes(missing: readonly Pick<RatedMinutes, 'form' | 'rateClass'>[], text: Text): string[] {
  if (missing.length === 0) return []
  return [text.reportShares.cost.missing(missing.map((own) => kindOf(own, text)))]
}

function kindOf({ form, rateClass }: Pick<RatedMinutes, 'form' | 'rateClass'>, text: Text): string {
  const { rateClasses } = text.agreementWords
  return text.reportShares.rates.of(text.words.forms[form], rateClasses[rateClass])
}

/** One row for each form, class and rate; one column for each municipality. */
export function ratesTable({ shares }: Between, text: Text): ReportTable {
  const { rates, shares: own } = text.reportShares
  const all = shares.flatMap(({ rated }) => rated)
  const kinds = [...new Map(all.map((rated) => [idOf(rated), rated] as const))].sort(([, a], [, b]) =>
    byRate(a, b),
  )
  const minutesOf = (row: Pick<MunicipalityShare, 'rated'>, id?: string) =>
    row.rated.reduce((sum, rated) => sum + (id === undefined || idOf(rated) === id ? rated.minutes : 0), 0)
  const cells = (id?: string): ReportCell[] => {
    const minutes = shares.map((row) => minutesOf(row, id))
    return [...minutes.map(hours), hours(minutes.reduce((sum, one) => sum + one, 0))]
  }
  return {
    id: 'rates',
    title: rates.title,
    columns: [
      column('what', rates.what, 'text'),
      column('rate', rates.rate, 'kroner'),
      ...shares.map((row) => column(row.municipality ?? 'service', nameOf(row, text), 'hours')),
      column('sum', own.sum, 'hours'),
    ],
    rows:
      kinds.length === 0
        ? []
        : [
            ...kinds.map(([id, rated]) =>
              row([words(kindOf(rated, text)), known(rated.rateØre, øre), ...cells(id)]),
            ),
            sumRow([words(rates.sum), EMPTY, ...cells()]),
          ],
    notes: [],
  }
}

function idOf({ form, rateClass, rateØre }: RatedMinutes): string {
  return `${form} ${rateClass} ${rateØre}`
}
