import type { ProfileSummary } from '../../profile/profile-summary'
import { Section } from '../report/section'
import { useWording } from '../wording-context'
import { AsTable } from './as-table'
import { ChartLegend } from './chart-legend'
import { levelCounts, mostOf, standingsOf, type LevelCount } from './counts'
import './level-chart.css'

/** How many badges state each of the eight levels, what nobody vouches for in bars of its own. */
export function LevelChart({ summary }: { summary: ProfileSummary }) {
  const { text } = useWording()
  const counts = levelCounts(summary)
  if (counts.length === 0) return null
  const most = mostOf(counts)
  return (
    <Section title={text('sectionLevelChart')} note={text('levelChartNote')}>
      <ChartLegend verdicts={standingsOf(counts)} />
      <ol class="level-chart" aria-label={text('sectionLevelChart')}>
        {counts.map((count) => (
          <li key={count.level}>
            <Column count={count} most={most} />
            <span aria-hidden="true">{text('plainText', count.level)}</span>
            <span class="visually-hidden">
              {text('levelEqf', count.level)}
              {': '}
              {text('chartCounts', count.trusted, count.authentic)}
            </span>
          </li>
        ))}
      </ol>
      <AsTable repeats columns={['tableLevel', 'chipVerified', 'chipIssuerUnknown']}>
        {counts.map(({ level, trusted, authentic }) => (
          <tr key={level}>
            <th scope="row">{text('plainText', level)}</th>
            <td>{text('plainText', trusted)}</td>
            <td>{text('plainText', authentic)}</td>
          </tr>
        ))}
      </AsTable>
    </Section>
  )
}

const HEIGHT = 110
/** Of the number above a bar. */
const NUMBER = 14
const SIDES = { trusted: 8, authentic: 54 } as const
const MIDDLE = 31

function Column({ count, most }: { count: LevelCount; most: number }) {
  const isAlone = count.trusted === 0 || count.authentic === 0
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      {(['trusted', 'authentic'] as const).map((standing) => {
        if (count[standing] === 0) return null
        const height = (count[standing] / most) * (HEIGHT - NUMBER - 2)
        const [x, y] = [isAlone ? MIDDLE : SIDES[standing], HEIGHT - height]
        return (
          <g data-look={standing} key={standing}>
            <rect class="chart-bar" x={`${x}%`} y={y - 1} width="38%" height={height} />
            <text x={`${x + 19}%`} y={y - 4} text-anchor="middle">
              {count[standing]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
