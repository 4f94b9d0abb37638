import type { BadgeHealth, HealthFinding, HealthState, PageHealth } from '../platform/health-shapes'
import { worstOf } from '../health/health'
import { Disclosure } from './disclosure'
import { OwnWord } from './own-word'
import { VerdictShape, type ShapeLook } from './verdict-shape'
import { useWording } from './wording-context'
import { healthStateName, healthWords, type Sentences } from './wording'
import './health-view.css'

interface HealthViewProps {
  health: PageHealth
  onOpen: (id: string) => void
}

const LOOKS: Record<HealthState, ShapeLook> = {
  ok: 'trusted',
  look: 'attention',
  unknown: 'unverifiable',
}

/** How each of the user's badges fares, and what helps; what asks for most comes first. */
export function HealthView({ health, onOpen }: HealthViewProps) {
  const s = useWording()
  const { badges, others, notChecked, knowsOwn, host } = health
  return (
    <>
      <div class="health-head">
        <h1 tabIndex={-1}>{s.text('healthTitle')}</h1>
        <p class="health-sum">{sumOf(badges, s)}</p>
        <p class="secondary">{s.text('healthWhat', host)}</p>
        {!knowsOwn && <p class="secondary">{s.text('healthAllBadges')}</p>}
        {notChecked > 0 && <p class="secondary">{s.count('healthNotChecked', notChecked)}</p>}
        {others > 0 && <p class="secondary">{s.count('healthOthers', others)}</p>}
      </div>
      <ul class="health-list" aria-label={s.text('healthTitle')}>
        {badges.map((badge) => (
          <Badge badge={badge} onOpen={onOpen} key={badge.id} />
        ))}
      </ul>
    </>
  )
}

function Badge({ badge, onOpen }: { badge: BadgeHealth; onOpen: (id: string) => void }) {
  const s = useWording()
  const { id, own, findings } = badge
  const name = badge.name ?? s.text('healthUnnamed')
  const open = findings.filter(({ state }) => state !== 'ok')
  const fine = findings.filter(({ state }) => state === 'ok')
  const toDo = [...open].sort((one, other) => RANKS[one.state] - RANKS[other.state])
  return (
    <li class="health-badge" data-badge={id} data-health={stateOf(badge)}>
      <h2>
        <button
          type="button"
          class="link"
          aria-label={s.text('healthOpenBadge', name)}
          onClick={() => {
            onOpen(id)
          }}
        >
          <bdi>{name}</bdi>
        </button>{' '}
        <OwnWord own={own} />
      </h2>
      {own?.is === 'unknown' && <p class="health-own">{s.text('healthMaybeYours')}</p>}
      {own?.is === 'names-you' && <p class="health-own">{s.text('healthNamesYou')}</p>}
      <Findings findings={toDo} />
      {fine.length > 0 && (
        <Disclosure summary={s.count('healthFineCount', fine.length)}>
          {() => <Findings findings={fine} />}
        </Disclosure>
      )}
    </li>
  )
}

function Findings({ findings }: { findings: readonly HealthFinding[] }) {
  const s = useWording()
  return (
    <ul class="health-findings">
      {findings.map((finding) => {
        const { topic, state } = finding
        const { says, fix } = healthWords(finding, s)
        return (
          <li data-topic={topic} data-state={state} key={topic}>
            <VerdictShape look={LOOKS[state]} />
            <div>
              <p>
                <span class="visually-hidden">{healthStateName(state, s)}: </span>
                {says}
              </p>
              {fix !== undefined && <p class="health-fix">{fix}</p>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const RANKS: Record<HealthState, number> = { look: 0, unknown: 1, ok: 2 }

function stateOf({ findings }: BadgeHealth): HealthState {
  return worstOf(findings.map(({ state }) => state))
}

/** What was not checked is never well, and where nothing is shown nothing is said to be. */
function sumOf(badges: readonly BadgeHealth[], s: Sentences): string {
  if (badges.length === 0) return s.text('healthNone')
  const count = (state: HealthState): number =>
    badges.filter((badge) => stateOf(badge) === state).length
  const parts = [
    ...(count('look') > 0 ? [s.count('healthSumLook', count('look'))] : []),
    ...(count('unknown') > 0 ? [s.count('healthSumUnknown', count('unknown'))] : []),
  ]
  return parts.length === 0 ? s.text('healthSumOk') : parts.join(' · ')
}
