import type { Verdict } from '../../verifier/report'
import { VerdictShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import type { MessageKey } from '../wording'
import './chart-legend.css'

type Drawn = Extract<Verdict, 'trusted' | 'authentic' | 'attention'>

const NAMES: Record<Drawn, MessageKey> = {
  trusted: 'chipVerified',
  authentic: 'chipIssuerUnknown',
  attention: 'chartLegendLook',
}

/** Shape, line and name of each verdict that the chart draws. */
export function ChartLegend({ verdicts }: { verdicts: readonly Drawn[] }) {
  const { text } = useWording()
  return (
    <ul class="chart-legend">
      {verdicts.map((verdict) => (
        <li data-look={verdict} key={verdict}>
          <VerdictShape look={verdict} />
          <svg class="chart-sample" width="24" height="10" aria-hidden="true" focusable="false">
            <rect class="chart-bar" x="1" y="1" width="22" height="8" />
          </svg>
          {text(NAMES[verdict])}
        </li>
      ))}
    </ul>
  )
}
