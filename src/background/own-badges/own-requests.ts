import type { WorkerRequestName, WorkerRequests } from '../../platform/messages'
import type { OwnFinding } from '../../platform/own-identity-shapes'
import type { Recipient } from '../../verifier/credential'
import { keyOf } from '../../verifier/recipients/identity-key'
import { matchRecipient } from '../../verifier/recipients/match'
import { judgedReports, type JudgedReportParts } from '../judged-reports'
import { judgeNow } from '../judge-now'
import { keysNamedBy } from './did-subject'
import { identitiesOf, type OwnIdentities } from './own-identities'
import { newBudget, ownershipOf } from './ownership'

export interface OwnRequestParts extends JudgedReportParts {
  own: OwnIdentities
}

type Requested<Name extends WorkerRequestName> = WorkerRequests[Name]['params']
type Answer<Name extends WorkerRequestName> = WorkerRequests[Name]['result']

/**
 * Compares an identity with the badges of open pages while it is at hand, and keeps its slow hash. Badges of
 * private windows are left out: what is remembered of them would outlive their tabs.
 */
export async function addOwnIdentity(
  parts: OwnRequestParts,
  { identity, label, remember }: Requested<'add-own-identity'>,
): Promise<Answer<'add-own-identity'>> {
  const added = await parts.own.add({ identity, label, remember })
  if (added.is === 'refused') return added
  const found = await credentialsOf(parts, identitiesOf(identity))
  await parts.own.note(added.id, found)
  return { ...added, found: found.length }
}

/** By their SHA-256. */
async function credentialsOf(parts: OwnRequestParts, identities: string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const tab of parts.store.all().filter((each) => !each.private))
    for (const { report } of await judgedReports(parts, tab, new Date())) {
      const { credential, authenticity, source } = report
      if (credential === undefined || authenticity !== 'holds') continue
      const { holder } = await matchRecipient(credential.recipient, [
        ...identities,
        ...spelledBy(credential.recipient, identities),
      ])
      if (holder === 'matches') found.add(source.sha256)
    }
  return [...found]
}

/** The same identities as the badge writes them. */
function spelledBy(recipient: Recipient, identities: string[]): string[] {
  const keys = identities.flatMap((identity) => keyOf(identity) ?? [])
  return keysNamedBy(recipient)
    .filter(({ key }) => keys.some(({ kind, text }) => key.kind === kind && key.text === text))
    .flatMap((named) => named.identities)
}

/** Of every badge of a tab that has a report, by its id. */
export async function ownBadges(
  parts: OwnRequestParts,
  { tabId }: Requested<'own-badges'>,
): Promise<Answer<'own-badges'>> {
  const tab = parts.store.get(tabId)
  const found: Record<string, OwnFinding> = {}
  if (!tab || parts.own.all().length === 0) return found
  const budget = newBudget()
  for (const { id, report } of await judgedReports(parts, tab, new Date())) {
    const finding = await ownershipOf(report, parts.own, budget)
    if (finding) found[id] = finding
  }
  return found
}

export async function ownBadge(
  parts: OwnRequestParts,
  { reportId }: Requested<'own-badge'>,
): Promise<Answer<'own-badge'>> {
  const kept = await parts.keepsakes.report(reportId)
  if (!kept) return null
  return (await ownershipOf(judgeNow(kept.report, new Date(), parts), parts.own)) ?? null
}
