import type { ProfileReport } from '../../platform/messages'
import { Section } from '../report/section'
import { VerdictShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import { badgeNamesOf, clip, displayText, isolate, nameInReport, textFor } from '../wording'
import { ChartLegend } from './chart-legend'
import { LongList } from './long-list'
import { TimeTable } from './time-table'
import { placeOn, timeAxis, timeRows, type TimeAxis, type TimeRow } from './time-rows'
import './time-chart.css'

interface TimeChartProps {
  profile: ProfileReport
  addressOf?: (reportId: string) => string
}

/** When each badge was issued, and until when it is in force: a line a badge, by its verdict. */
export function TimeChart({ profile, addressOf }: TimeChartProps) {
  const s = useWording()
  const rows = timeRows(profile)
  if (profile.entries.length === 0) return null
  const axis = timeAxis(rows, Date.parse(profile.judgedAt))
  const nameOf = namesIn(profile, s)
  const now = placeOn(axis, Date.parse(profile.judgedAt))
  const verdicts = [...new Set(rows.map(({ verdict }) => verdict))]
  return (
    <Section title={s.text('sectionTime')} note={s.text('timeNote')}>
      {rows.length > 0 && (
        <div class="time-chart">
          <ChartLegend verdicts={verdicts} />
          <Axis axis={axis} />
          <LongList label={s.text('sectionTime')}>
            {rows.map((row) => (
              <li class="time-row" data-look={row.verdict} key={row.id}>
                <VerdictShape look={row.verdict} />
                <Name row={row} name={nameOf(row.id)} addressOf={addressOf} />
                <Bar row={row} axis={axis} now={now} />
              </li>
            ))}
          </LongList>
        </div>
      )}
      <TimeTable profile={profile} nameOf={nameOf} />
    </Section>
  )
}

const LONGEST_NAME = 80

/** What badges are called, by their ids: also those that count for nothing. */
function namesIn(
  { summary, entries }: ProfileReport,
  s: ReturnType<typeof useWording>,
): (id: string) => string {
  const counted = badgeNamesOf(summary, s)
  const others = new Map(entries.map(({ id, report }) => [id, nameInReport(report)]))
  return (id) => {
    const other = others.get(id)
    const name = other === undefined ? counted(id) : textFor(other, s.locale).text
    const shown = clip(displayText(name), LONGEST_NAME)
    return shown === '' ? s.text('badgeUnnamed') : shown
  }
}

interface NameProps {
  row: TimeRow
  name: string
  addressOf: TimeChartProps['addressOf'] | undefined
}

/** What the line beside it shows, in words for who does not see it. */
function Name({ row: { from, until, reportId }, name, addressOf }: NameProps) {
  const { text, date } = useWording()
  const [issued, ends] = [from, until].map((moment) =>
    moment === undefined ? undefined : date(new Date(moment).toISOString()),
  )
  const span =
    ends === undefined
      ? text('timeFrom', { composed: issued ?? '' })
      : text('timeSpan', { composed: issued ?? '' }, { composed: ends })
  return (
    <span class="time-name">
      {addressOf === undefined || reportId === undefined ? (
        <bdi>{name}</bdi>
      ) : (
        <a href={addressOf(reportId)}>
          <bdi>{name}</bdi>
        </a>
      )}
      <span class="visually-hidden">, {span}</span>
    </span>
  )
}

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`

/** Right to left, time runs the other way. */
function useSide(): (from: number, width?: number) => string {
  const isMirrored = useWording().text('languageDirection') === 'rtl'
  return (from, width = 0) => percent(isMirrored ? 1 - from - width : from)
}

function Bar({ row, axis, now }: { row: TimeRow; axis: TimeAxis; now: number }) {
  const side = useSide()
  const from = placeOn(axis, row.from)
  const until = placeOn(axis, row.until ?? axis.to)
  const width = until - from
  return (
    <svg class="time-bar" height="16" width="100%" aria-hidden="true" focusable="false">
      <line class="time-now" x1={side(now)} x2={side(now)} y1="0" y2="16" />
      {row.until === undefined ? (
        <>
          <line class="time-open" x1={side(from)} x2={side(until)} y1="8" y2="8" />
          <circle class="time-start" cx={side(from)} cy="8" r="4" />
        </>
      ) : (
        <rect class="chart-bar" x={side(from, width)} width={percent(width)} y="4" height="8" />
      )}
    </svg>
  )
}

function Axis({ axis }: { axis: TimeAxis }) {
  const { locale } = useWording()
  const side = useSide()
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  return (
    <div class="time-row time-axis" aria-hidden="true">
      <svg class="time-bar" height="18" width="100%" focusable="false">
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line x1={side(placeOn(axis, tick))} x2={side(placeOn(axis, tick))} y1="13" y2="18" />
            <text x={side(placeOn(axis, tick))} y="10" text-anchor="start">
              {isolate(year.format(tick), locale)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}
