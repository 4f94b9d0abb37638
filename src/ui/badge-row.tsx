import type { ComponentChildren } from 'preact'
import type { BadgeSummary } from '../platform/messages'
import type { OwnFinding } from '../platform/own-identity-shapes'
import { Chip } from './chip'
import { Icon } from './icon'
import { OwnWord } from './own-word'
import { Thumbnail } from './thumbnail'
import { useWording } from './wording-context'
import {
  badgeName,
  formatName,
  headlineParts,
  issuerLine,
  markLabel,
  rangeName,
  type Sentences,
} from './wording'
import './badge-row.css'

interface BadgeRowProps {
  badge: BadgeSummary
  /** Whose it is, where that is known. */
  own?: OwnFinding | undefined
  onOpen: () => void
  /** Absent where the page cannot be scrolled to it. */
  onLocate?: (() => void) | undefined
  /** What else there is to say of it, below the rest. */
  children?: ComponentChildren
}

/** One badge of a list: the whole row opens it, the small button points at it in the page. */
export function BadgeRow({ badge, own, onOpen, onLocate, children }: BadgeRowProps) {
  const s = useWording()
  const name = badgeName(badge, s)
  const issuer = issuerOf(badge, s)
  return (
    <li
      class="badge-row"
      data-badge={badge.id}
      data-state={badge.state}
      data-verdict={badge.verdict}
    >
      <Thumbnail src={badge.thumbnail} />
      <div class="badge-row-head">
        <h2>
          <button type="button" class="badge-row-open" onClick={onOpen}>
            <bdi>{name}</bdi>
          </button>
        </h2>
        <div class="badge-row-words">
          <Chip facts={badge} />
          <OwnWord own={own} />
        </div>
      </div>
      <div class="badge-row-text">
        {issuer !== '' && <p class="badge-row-issuer">{issuer}</p>}
        <p class="badge-row-meta">{metaOf(badge, s)}</p>
        {children}
      </div>
      {onLocate !== undefined && (
        <button
          type="button"
          class="icon-button badge-row-locate"
          aria-label={s.text('locateBadge', name)}
          title={s.text('locate')}
          onClick={onLocate}
        >
          <Icon name="locate" />
        </button>
      )}
    </li>
  )
}

function issuerOf({ state, verdict, reasons = [], issuer }: BadgeSummary, s: Sentences): string {
  if (issuer === undefined) return ''
  const decided = state === 'done' && verdict !== undefined
  const facts = { verdict: decided ? verdict : ('unverifiable' as const), reasons, issuer }
  return issuerLine(facts, s.translate, s.locale)
}

/** Where it holds, what it is; where it does not, why; before that, who would be asked. */
function metaOf(badge: BadgeSummary, s: Sentences): string {
  const { state, verdict, reasons = [], issuer, holder = 'not-asked', hosts, format } = badge
  if (state === 'found' && badge.isBadge === false) return s.text('rowPossible', s.list(hosts))
  if (state === 'found')
    return hosts.length > 0 ? s.text('rowAsks', s.list(hosts)) : s.text('rowOpen')
  if (state === 'checking')
    return hosts.length > 0 ? s.text('rowAsking', s.list(hosts)) : s.text('rowReading')
  if (state === 'permission-needed')
    return markLabel('permission-needed', permissionFacts(badge), s.translate, s.locale)
  if (verdict === undefined) return ''
  const holds = verdict === 'trusted' || verdict === 'authentic'
  if (holds) return figuresName(badge, s) ?? (format === undefined ? '' : formatName(format, s))
  const facts = { verdict, reasons, issuer: issuer ?? UNKNOWN_ISSUER, holder }
  return headlineParts(facts, s.translate, s.locale).lead
}

/** "EQF 6 · 3 ECTS · 4 skills" */
function figuresName({ figures }: BadgeSummary, s: Sentences): string | undefined {
  if (figures === undefined) return undefined
  const { level, ects, hours, skills } = figures
  const parts = [
    level === undefined ? undefined : s.text('levelEqf', level),
    ects && s.text('effortEcts', { composed: rangeName(ects, s) }),
    hours && s.text('effortHours', { composed: rangeName(hours, s) }),
    skills === undefined ? undefined : s.count('rowSkills', skills),
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

const UNKNOWN_ISSUER = { standing: 'unknown', id: '' } as const

export function permissionFacts({ permission, hosts }: BadgeSummary): {
  hosts: string[]
  permissionHost?: string
} {
  const host = permission === undefined ? undefined : /^[a-z*]+:\/\/([^/]+)\//.exec(permission)?.[1]
  return host === undefined ? { hosts } : { hosts, permissionHost: host }
}
