import type { OwnFinding } from '../../platform/own-identity-shapes'
import type { Recipient } from '../../verifier/credential'
import { statesHash, type StatedKey } from '../../verifier/recipients/identity-key'
import { matchRecipient } from '../../verifier/recipients/match'
import type { VerificationReport } from '../../verifier/report'
import { keysNamedBy } from './did-subject'
import { identitiesOf, type Budget, type HeldIdentity, type OwnIdentities } from './own-identities'
import { mayNameTelephone } from './telephone'

/** Slow hashes that one look at a page may cost: a page may name a thousand people. */
const MOST_HASHES = 20

export function newBudget(): Budget {
  return { left: MOST_HASHES }
}

/**
 * Whether a badge is the user's own. It changes no verdict: the report stays what a stranger sees. What a badge
 * says in plain words is compared with the slow hashes; what it says as a hash of its own, only with identities
 * that are in the memory of the browser, or that were compared with it as they were entered. The last word is
 * `matchRecipient`'s.
 *
 * @returns undefined where the user has entered no identity, and of what is awarded to nobody
 */
export async function ownershipOf(
  report: VerificationReport,
  own: OwnIdentities,
  budget: Budget = newBudget(),
): Promise<OwnFinding | undefined> {
  const { kind, credential, authenticity, source } = report
  const identities = own.all()
  if (identities.length === 0 || !AWARDED.includes(kind) || credential?.notAwarded === true)
    return undefined
  const compare = (recipient: Recipient, sha256: string) =>
    compareWith(recipient, sha256, { identities, own, budget })
  if (credential !== undefined) {
    const found = await compare(credential.recipient, source.sha256)
    if (authenticity === 'holds') return found
    return found.is === 'yours' ? { ...found, is: 'names-you' } : { is: 'unknown' }
  }
  const parts = []
  for (const part of report.parts) parts.push(await ownershipOf(part, own, budget))
  const [first] = parts
  // A presentation is the user's where all that it shows is.
  return first && parts.every((part) => part?.is === first.is) ? first : { is: 'unknown' }
}

/** An endorsement is about a thing, a badge class and a profile about nobody. */
const AWARDED: readonly string[] = ['credential', 'clr', 'presentation', 'unsealed']

interface Compared {
  identities: HeldIdentity[]
  own: OwnIdentities
  budget: Budget
}

async function compareWith(
  recipient: Recipient,
  sha256: string,
  { identities, own, budget }: Compared,
): Promise<OwnFinding> {
  const stated = keysNamedBy(recipient)
  const plain: string[] = []
  let isOpen = false
  let hasOther = false
  for (const one of identities) {
    const { kind, label, held } = one
    const found = await statedOf(one, stated, own, budget)
    if (found === undefined) isOpen = true
    const known = [
      ...(held.identity === undefined ? [] : identitiesOf(held.identity)),
      ...(found ?? []),
    ]
    if (held.credentials.includes(sha256) || (await isHolder(recipient, known)))
      return { is: 'yours', by: { kind, label } }
    if (known.length === 0 && (statesHash(recipient) || kind === 'person')) isOpen = true
    if (kind === 'telephone' && mayNameTelephone(recipient, stated, textOf(held))) isOpen = true
    // Wallets make a DID for each issuer: another one says nothing of whose it is.
    if (kind === 'did') continue
    plain.push(...known)
    if (known.length === 0 && stated.some(({ key }) => key.kind === kind)) hasOther = true
  }
  const { holder } = await matchRecipient(recipient, plain)
  if (isOpen || !(hasOther || holder === 'differs')) return { is: 'unknown' }
  return { is: 'others' }
}

function textOf({ identity }: HeldIdentity['held']): string | undefined {
  return typeof identity === 'string' ? identity : undefined
}

/** What the credential says in plain words that is this identity; undefined where that was not compared. */
async function statedOf(
  one: HeldIdentity,
  stated: readonly StatedKey[],
  own: OwnIdentities,
  budget: Budget,
): Promise<string[] | undefined> {
  const found: string[] = []
  for (const { key, identities } of stated) {
    const isKey = await own.isKeyOf(one, key, budget)
    if (isKey === undefined) return undefined
    if (isKey) found.push(...identities)
  }
  return found
}

async function isHolder(recipient: Recipient, identities: string[]): Promise<boolean> {
  return (await matchRecipient(recipient, identities)).holder === 'matches'
}
