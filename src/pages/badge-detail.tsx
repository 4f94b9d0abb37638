import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { BadgeSummary, GivenIdentity, PageState, StoredReport } from '../platform/messages'
import { requestAccess } from '../platform/permissions'
import { BadgeFace } from '../ui/badge-face'
import { permissionFacts } from '../ui/badge-row'
import { ReportView } from '../ui/report'
import { VerdictShape } from '../ui/verdict-shape'
import { useWording } from '../ui/wording-context'
import { badgeName, markLabel, type MessageKey } from '../ui/wording'
import type { VerificationReport } from '../verifier/report'
import { ask } from './ask'
import { Loading } from './loading'
import { Notice } from './notice'
import { useOwnBadge } from './own-badges'
import { RepairStripped } from './repair-stripped'
import { Silent } from './silent'
import { useStoredReport } from './stored-report'
import './badge-detail.css'

interface BadgeDetailProps {
  page: PageState
  badge: BadgeSummary
  /** Links for the report, such as export. */
  links?: (stored: StoredReport) => ComponentChildren
  /** What stands above the report, where it has a page of its own. */
  head?: (stored: StoredReport) => ComponentChildren
}

/** One badge of a page, in whatever state it is. */
export function BadgeDetail({ page, badge, ...around }: BadgeDetailProps) {
  if (badge.state === 'done') return <Done page={page} badge={badge} {...around} />
  return <Open page={page} badge={badge} />
}

function Done({ page, badge, ...around }: BadgeDetailProps) {
  const again = { label: 'verifyAgain' as const, type: 'verify-again' as const }
  return (
    <StoredReportDetail
      reportId={badge.reportId}
      version={versionOf(badge)}
      {...around}
      repair={(report) => <RepairStripped page={page} badge={badge} report={report} />}
    >
      <VerifyButton page={page} badge={badge} {...again} />
    </StoredReportDetail>
  )
}

/** Differs wherever the report may. */
function versionOf({ checkedAt, verdict, reasons }: BadgeSummary): string {
  return JSON.stringify([checkedAt, verdict, reasons])
}

interface StoredReportDetailProps extends Pick<BadgeDetailProps, 'links' | 'head'> {
  reportId: string | undefined
  version?: string | undefined
  /** Where the badge is on a page at this moment. */
  repair?: (report: VerificationReport) => ComponentChildren
  /** What can be done when the report is no longer kept. */
  children?: ComponentChildren
}

/** A kept report, judged for now. */
export function StoredReportDetail({
  reportId,
  version,
  links,
  head,
  repair,
  children,
}: StoredReportDetailProps) {
  const { text, moment } = useWording()
  const loaded = useStoredReport(reportId, version)
  const own = useOwnBadge(reportId)
  switch (loaded.is) {
    case 'loading':
      return <Loading />
    case 'silent':
      return <Silent onAgain={loaded.again} />
    case 'gone':
      return (
        <Notice title="stateReportGone" text="stateReportGoneText">
          {children}
        </Notice>
      )
    case 'here': {
      const { id, report, thumbnail } = loaded.stored
      const compare = (identity: GivenIdentity) =>
        ask('compare-recipient', { reportId: id, identity })
      return (
        <>
          {head?.(loaded.stored)}
          <ReportView
            {...{ report, thumbnail, own, compare }}
            isWhole={head !== undefined}
            key={id}
          />
          {repair?.(report)}
          <div class="detail-foot">
            {report.verdict !== 'none' && links?.(loaded.stored)}
            <span class="detail-checked">{text('checkedAt', moment(report.checkedAt))}</span>
          </div>
        </>
      )
    }
  }
}

/** Found, being checked, or waiting for a permission. */
function Open({ page, badge }: { page: PageState; badge: BadgeSummary }) {
  const s = useWording()
  const { state } = badge
  if (state === 'done') return null
  const unread = state === 'found' && badge.isBadge === false
  return (
    <div class="detail-open">
      <div class="detail-open-head">
        <VerdictShape look={unread ? 'none' : state} large />
        <h1 tabIndex={-1}>
          {unread
            ? s.text('possibleQuestion', s.list(badge.hosts))
            : markLabel(state, permissionFacts(badge), s.translate, s.locale)}
        </h1>
        <BadgeFace name={badgeName(badge, s)} thumbnail={badge.thumbnail} />
      </div>
      {state === 'found' && (
        <VerifyButton page={page} badge={badge} type="verify" label="verify" primary />
      )}
      {state === 'checking' && (
        <p role="status" class="secondary">
          {badge.hosts.length > 0 ? s.text('rowAsking', s.list(badge.hosts)) : s.text('rowReading')}
        </p>
      )}
      {state === 'permission-needed' && <PermissionButton page={page} badge={badge} />}
    </div>
  )
}

interface VerifyButtonProps {
  page: PageState
  badge: BadgeSummary
  type: 'verify' | 'verify-again'
  label: MessageKey
  primary?: boolean
}

function VerifyButton({ page, badge, type, label, primary = false }: VerifyButtonProps) {
  const { text } = useWording()
  const [failed, setFailed] = useState(false)
  const verify = (): void => {
    ask(type, { tabId: page.tabId, ids: [badge.id] }).then(
      () => {
        setFailed(false)
      },
      () => {
        setFailed(true)
      },
    )
  }
  return (
    <div>
      <button type="button" class={primary ? 'button button-primary' : 'button'} onClick={verify}>
        {text(label)}
      </button>
      {failed && <p role="alert">{text('stateNoAnswer')}</p>}
    </div>
  )
}

/** The browser grants only from within the click: nothing may be awaited before the request. */
function PermissionButton({ page, badge }: { page: PageState; badge: BadgeSummary }) {
  const { text } = useWording()
  const [refused, setRefused] = useState(false)
  const { permissionHost } = permissionFacts(badge)
  const allow = (): void => {
    requestAccess(badge.permission ?? 'https://*/*')
      .then((granted) => {
        setRefused(!granted)
        return granted ? ask('verify', { tabId: page.tabId, ids: [badge.id] }) : null
      })
      .catch(() => {
        setRefused(true)
      })
  }
  return (
    <div>
      <button type="button" class="button button-primary" onClick={allow}>
        {permissionHost === undefined ? text('allowAll') : text('allowHost', permissionHost)}
      </button>
      {refused && (
        <p role="alert" class="detail-refused">
          {text('allowRefused')}
        </p>
      )}
    </div>
  )
}
