import { useId, useState } from 'preact/hooks'
import type { NetworkLimits as Limits } from '../../platform/machine-messages'
import { AT_ONCE } from '../../platform/preferences'
import { FactsTable, type Fact } from '../../ui/facts-table'
import { OneOf } from '../../ui/one-of'
import { useWording } from '../../ui/wording-context'
import type { MessageKey, Sentences } from '../../ui/wording'
import { ask } from '../ask'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { usePreferences } from './use-preferences'

const COUNTS: [keyof Limits, MessageKey][] = [
  ['hostsPerBadge', 'limitHosts'],
  ['requestsPerBadge', 'limitRequests'],
  ['perHost', 'limitPerHost'],
  ['redirects', 'limitRedirects'],
]
const TIMES: [keyof Limits, MessageKey][] = [
  ['requestMs', 'limitRequestTime'],
  ['badgeMs', 'limitBadgeTime'],
]
const SIZES: [keyof Limits, MessageKey][] = [
  ['imageBytes', 'limitImage'],
  ['jsonBytes', 'limitDocument'],
  ['sealedBytes', 'limitSealed'],
  ['statusListBytes', 'limitStatusList'],
]

/** What bounds the asking. All of it but the pace is the same for everybody. */
export function NetworkLimits() {
  const s = useWording()
  const limits = useAsked('network-limits', {})
  const [failed, setFailed] = useState(false)
  const preferred = usePreferences()
  const hint = useId()
  const fail = (): void => {
    setFailed(true)
  }

  return (
    <section aria-labelledby="limits">
      <h2 id="limits" tabIndex={-1}>
        {s.text('limitsTitle')}
      </h2>
      <p>{s.text('limitsWhat')}</p>
      {preferred && (
        <div class="options-rows">
          <div class="options-row">
            <span class="options-row-name">{s.text('limitsAtOnce')}</span>
            <OneOf
              legend={s.text('limitsAtOnce')}
              values={AT_ONCE}
              value={preferred.atOnce}
              nameOf={(value) => new Intl.NumberFormat(s.locale).format(value)}
              describedBy={hint}
              onChoose={(atOnce) => {
                setFailed(false)
                ask('change-preferences', { change: { atOnce } }).catch(fail)
              }}
            />
            <p class="options-hint" id={hint}>
              {s.text('limitsAtOnceHint')}
            </p>
          </div>
        </div>
      )}
      {limits.is === 'here' ? <LimitsTable limits={limits.answer} /> : <NotHere asked={limits} />}
      <div role="status" class="options-said">
        {failed && <p class="options-failed">{s.text('stateNoAnswer')}</p>}
      </div>
    </section>
  )
}

export function LimitsTable({ limits }: { limits: Limits }) {
  const s = useWording()
  const facts = (table: [keyof Limits, MessageKey][], show: (limit: number) => string): Fact[] =>
    table.map(([key, label]) => ({ key, label: s.text(label), value: show(limits[key]) }))
  return (
    <div class="options-limits">
      <FactsTable
        facts={[
          ...facts(COUNTS, (count) => new Intl.NumberFormat(s.locale).format(count)),
          ...facts(TIMES, (ms) => secondsOf(ms, s)),
          ...facts(SIZES, s.size),
        ]}
      />
    </div>
  )
}

function secondsOf(ms: number, { locale }: Sentences): string {
  const seconds = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, seconds).format(ms / 1000)
}
