import type { LoadReportValue } from '../../usecases/show-load-report.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

type Comparison = NonNullable<LoadReportValue['report']['survey']>
type Figure = Comparison['rows'][number]['figures']['all']

const GROUPS = [
  'all',
  'gp-self-employed',
  'gp-self-employed-municipal-premises',
  'gp-salaried',
  'gp-salaried-with-bonus',
] as const

/** The national survey's medians beside the district's own, for periods long enough to compare. */
export function Survey({ value }: { value: LoadReportValue }) {
  const { report } = useText()
  const { survey } = value.report
  return (
    <section>
      <Heading>{report.surveyTitle}</Heading>
      {survey === null ? <p class="hint">{report.surveyTooShort(13)}</p> : <Table survey={survey} />}
    </section>
  )
}

function Table({ survey }: { survey: Comparison }) {
  const { report } = useText()
  const { publisher, table, year, respondents } = survey.survey
  return (
    <>
      <p class="hint">{report.surveyMeaning}</p>
      {whysIn(survey).map((why) => (
        <p class="hint">{report.surveyWhys[why]}</p>
      ))}
      <Scroll label={report.surveyTitle}>
        <table class="ds-table numbers">
          <thead>
            <tr>
              <td />
              {GROUPS.map((group) => (
                <th scope="col">
                  {report.surveyGroup(report.surveyGroups[group], respondents[group], survey.doctors[group])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {survey.rows.map((row) => (
              <tr>
                <th scope="row">{report.surveyMeasures[row.measure]}</th>
                {GROUPS.map((group) => (
                  <Compared figure={row.figures[group]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="hint">{report.surveySource(publisher, table, year, respondents.all)}</p>
    </>
  )
}

/** Why figures are missing, each reason once and only when it is there. */
function whysIn({ rows }: Comparison) {
  const kinds = rows.flatMap((row) => GROUPS.map((group) => row.figures[group].district.kind))
  return (['suppressed', 'not-known', 'not-comparable'] as const).filter((why) => kinds.includes(why))
}

function Compared({ figure }: { figure: Figure }) {
  const { format, people, report } = useText()
  const { district, survey } = figure
  const own = {
    known: district.kind === 'known' ? format.wholeHours(district.minutes) : '',
    'not-known': report.notKnown,
    suppressed: report.tooFew,
    'not-comparable': report.notComparable,
  }
  return (
    <td>
      <b>{own[district.kind]}</b>
      <small>{`${people.report.country} ${report.surveyFigure(survey.hours, survey.percentWithTask)}`}</small>
    </td>
  )
}
