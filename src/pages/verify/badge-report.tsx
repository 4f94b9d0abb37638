import type { StoredReport } from '../../platform/messages'
import { badgeFiles, paperLines, reportTitle } from '../../ui/export/badge-files'
import { ExportMenu } from '../../ui/export/export-menu'
import { PaperHead } from '../../ui/report/paper-head'
import { useWording } from '../../ui/wording-context'
import { BadgeDetail, StoredReportDetail } from '../badge-detail'
import { Loading } from '../loading'
import { Notice } from '../notice'
import { usePageState } from '../page-state'
import { reportNow } from '../stored-report'
import { addressOfReport, useLastingAddress, useTitle } from './address'
import { Lasting } from './lasting'
import { Silent } from '../silent'

export function KeptBadge({ reportId }: { reportId: string }) {
  return <StoredReportDetail reportId={reportId} head={headOf(undefined)} />
}

interface TabBadgeProps {
  tabId: number | undefined
  badgeId: string | undefined
}

/** A badge of a tab, whatever state it is in. */
export function TabBadge({ tabId, badgeId }: TabBadgeProps) {
  const { state, silent, again } = usePageState(tabId)
  if (silent) return <Silent onAgain={again} />
  if (state === undefined && tabId !== undefined) return <Loading />
  const wanted = badgeId ?? state?.focus
  const badge = state?.badges.find(({ id }) => id === wanted)
  if (state === undefined || badge === undefined)
    return <Notice title="stateBadgeGone" text="stateBadgeGoneText" />
  return <BadgeDetail page={state} badge={badge} head={headOf(state.host)} />
}

/** @param host of the page that shows the badge, as far as it is known */
function headOf(host: string | undefined) {
  return function Head(stored: StoredReport) {
    return <ReportHead stored={stored} host={host} key={stored.id} />
  }
}

interface ReportHeadProps {
  stored: StoredReport
  host: string | undefined
}

/** What stands above a report on screen and on paper. */
function ReportHead({ stored, host }: ReportHeadProps) {
  const s = useWording()
  const { id, report, thumbnail, private: isPrivate = false } = stored
  // It may stand in an ordinary window, whose history keeps titles.
  useTitle(isPrivate ? undefined : reportTitle(report, s))
  useLastingAddress(isPrivate ? undefined : addressOfReport(id))
  return (
    <>
      <PaperHead kind="reportKind" lines={paperLines(report.checkedAt, undefined, s)} />
      <ExportMenu files={badgeFiles(() => reportNow(id), thumbnail, s)} host={host} />
      <Lasting isPrivate={isPrivate} />
    </>
  )
}
