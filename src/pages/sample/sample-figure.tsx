import { useState } from 'preact/hooks'
import type { BadgeSummary } from '../../platform/messages'
import type { MarkLook } from '../../platform/port-messages'
import { permissionFacts } from '../../ui/badge-row'
import { MarkedPicture } from '../../ui/marked-picture'
import { VerdictShape } from '../../ui/verdict-shape'
import { markLabel, type Sentences } from '../../ui/wording'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import type { SampleBadge } from './sample-badges'

interface SampleFigureProps {
  sample: SampleBadge
  tabId: number | undefined
  /** Absent until the worker has taken its file. */
  badge: BadgeSummary | undefined
  onOpen: (id: string) => void
}

/** A picture of the learner's page with its mark, and how we made it. */
export function SampleFigure({ sample, tabId, badge, onOpen }: SampleFigureProps) {
  const { text } = useWording()
  const [failed, setFailed] = useState(false)
  const press = (pressed: BadgeSummary): void => {
    if (pressed.state !== 'found' || tabId === undefined) {
      onOpen(pressed.id)
      return
    }
    // As in any page: the click is the consent.
    ask('verify', { tabId, ids: [pressed.id] }).then(
      () => {
        setFailed(false)
      },
      () => {
        setFailed(true)
      },
    )
  }
  return (
    <li class="sample-badge">
      <MarkedPicture src={sample.picture} alt={text(sample.title)} size={96}>
        {badge !== undefined && <SampleMark badge={badge} onPress={press} />}
      </MarkedPicture>
      <b>{text(sample.title)}</b>
      <p class="small secondary">{text(sample.behind)}</p>
      {failed && (
        <p class="small" role="alert">
          {text('stateNoAnswer')}
        </p>
      )}
    </li>
  )
}

interface SampleMarkProps {
  badge: BadgeSummary
  onPress: (badge: BadgeSummary) => void
}

/** None on what is no badge, as in any page. */
function SampleMark({ badge, onPress }: SampleMarkProps) {
  const s = useWording()
  const look = lookOf(badge)
  if (look === undefined) return null
  const label = labelOf(badge, look, s)
  return (
    <button
      type="button"
      class="sample-mark"
      data-badge={badge.id}
      data-look={look}
      aria-label={label}
      title={label}
      onClick={() => {
        onPress(badge)
      }}
    >
      <VerdictShape look={look} />
    </button>
  )
}

function lookOf({ state, verdict, isBadge }: BadgeSummary): MarkLook | undefined {
  if (state !== 'done') return isBadge === false ? undefined : state
  return verdict === 'none' ? undefined : verdict
}

function labelOf(badge: BadgeSummary, look: MarkLook, s: Sentences): string {
  const { verdict, reasons, issuer, holder } = badge
  const report = verdict && reasons && issuer && holder && { verdict, reasons, issuer, holder }
  const facts = { ...permissionFacts(badge), ...(report && { report }) }
  return markLabel(look, facts, s.translate, s.locale)
}
