import type {
  AddedList,
  PageProfile,
  PageState,
  ProfileReport,
  StoredReport,
  TrustListSummary,
} from '../../src/platform/messages'
import type { SitesState } from '../../src/platform/consent-shapes'
import type { EscoOffline } from '../../src/platform/esco-shapes'
import type { EuListsState } from '../../src/platform/eu-list-shapes'
import type { PageHealth } from '../../src/platform/health-shapes'
import type { HistoryState, ShownLine } from '../../src/platform/history-shapes'
import type { OwnFinding, OwnIdentity } from '../../src/platform/own-identity-shapes'
import type { VerificationReport } from '../../src/verifier/report'

/** What the stand-in for the browser has to say. */
export interface Scene {
  /** Absent: the worker stays silent. */
  page?: PageState
  /** Of the page; absent: there is none to show. */
  profile?: PageProfile
  profileReport?: ProfileReport
  reports?: Record<string, StoredReport>
  compared?: VerificationReport
  lists?: TrustListSummary[]
  /** What comes of adding a list. */
  added?: AddedList
  esco?: EscoOffline
  euLists?: EuListsState
  sites?: SitesState
  identities?: OwnIdentity[]
  health?: PageHealth
  history?: ShownLine[]
  historyState?: HistoryState
  /** By the ids of badges, which are those of their reports as well. */
  own?: Record<string, OwnFinding>
}
