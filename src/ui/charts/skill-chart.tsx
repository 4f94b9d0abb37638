import type { ProfileSummary } from '../../profile/profile-summary'
import { Section } from '../report/section'
import { useWording } from '../wording-context'
import { displayText } from '../wording'
import { AsTable } from './as-table'
import { ChartLegend } from './chart-legend'
import { mostOf, skillCounts, standingsOf, type Counts } from './counts'
import { LongList } from './long-list'
import './skill-chart.css'

/** How many badges have each skill, one bar a standing: what nobody vouches for lengthens no other's bar. */
export function SkillChart({ summary }: { summary: ProfileSummary }) {
  const { text } = useWording()
  const counts = skillCounts(summary)
  if (counts.length === 0) return null
  const most = mostOf(counts)
  return (
    <Section title={text('sectionSkillChart')} note={text('skillChartNote')}>
      <ChartLegend verdicts={standingsOf(counts)} />
      <LongList label={text('sectionSkillChart')}>
        {counts.map((skill) => (
          <li class="skill-row" key={skill.uri}>
            <bdi>{displayText(skill.label)}</bdi>
            <Bars counts={skill} most={most} />
          </li>
        ))}
      </LongList>
      <AsTable repeats columns={['chartSkill', 'chipVerified', 'chipIssuerUnknown']}>
        {counts.map(({ uri, label, trusted, authentic }) => (
          <tr key={uri}>
            <th scope="row">
              <bdi>{displayText(label)}</bdi>
            </th>
            <td>{text('plainText', trusted)}</td>
            <td>{text('plainText', authentic)}</td>
          </tr>
        ))}
      </AsTable>
    </Section>
  )
}

/** The bar takes what the number beside it leaves. */
const ROOM = 0.86

function Bars({ counts, most }: { counts: Counts; most: number }) {
  const { text } = useWording()
  const isMirrored = text('languageDirection') === 'rtl'
  const shown = (['trusted', 'authentic'] as const).filter((standing) => counts[standing] > 0)
  return (
    <span class="skill-bars">
      <span class="visually-hidden">
        {': '}
        {text('chartCounts', counts.trusted, counts.authentic)}
      </span>
      {shown.map((standing) => {
        const width = (counts[standing] / most) * ROOM * 100
        return (
          <svg
            data-look={standing}
            {...{ width: '100%', height: 14, 'aria-hidden': 'true', focusable: 'false' }}
            key={standing}
          >
            <rect
              class="chart-bar"
              {...{ x: `${isMirrored ? 100 - width : 0}%`, y: 3, width: `${width}%`, height: 8 }}
            />
            <text
              x={`${isMirrored ? 98 - width : width + 2}%`}
              y="11"
              text-anchor={isMirrored ? 'end' : 'start'}
              direction="ltr"
            >
              {counts[standing]}
            </text>
          </svg>
        )
      })}
    </span>
  )
}
