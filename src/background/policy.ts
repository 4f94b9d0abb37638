import { browser } from '../platform/browser'
import { CONSENT_MODES, type ConsentMode, type PolicyProblem } from '../platform/consent-shapes'
import { readAddress } from '../verifier/http/address'
import { readSite } from './site-pattern'
import { isRecord } from '../platform/records'

/**
 * What an organisation has set for the browsers that it manages (docs/enterprise-policy.md). It settles
 * who may be asked and which lists are added; it has no way to say that an issuer is to be believed.
 */
export interface Policy {
  sites: ReadonlyMap<string, ConsentMode>
  defaultMode?: ConsentMode
  /** Whether users may choose modes themselves. */
  usersMayChange: boolean
  /** Addresses of trusted lists. */
  lists: readonly string[]
}

const NONE: Policy = { sites: new Map(), usersMayChange: true, lists: [] }

/** The names that administrators write. */
const NAMES = ['sites', 'defaultMode', 'usersMayChangeModes', 'trustLists']

export interface ReadPolicy {
  policy: Policy
  /** Something is set, whether or not it could be read. */
  isSet: boolean
  problems: PolicyProblem[]
}

/** The organisation's policy as it is now. */
export class Organisation {
  #read: ReadPolicy = { policy: NONE, isSet: false, problems: [] }

  get policy(): Policy {
    return this.#read.policy
  }

  get isSet(): boolean {
    return this.#read.isSet
  }

  get problems(): readonly PolicyProblem[] {
    return this.#read.problems
  }

  async load(): Promise<void> {
    this.#read = readPolicy(await managedStorage())
  }

  /** Call before anything is awaited. @param changed called when the new policy has been read */
  listen(changed: () => void): void {
    browser.storage.onChanged.addListener((_changes, area) => {
      if (area !== 'managed') return
      this.load().then(changed).catch(console.error)
    })
  }
}

/** Firefox rejects where no policy is set: that is no failure. */
async function managedStorage(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null)
  } catch {
    return {}
  }
}

/** Reads all that can be read of a policy; the rest counts for nothing, and is named. */
export function readPolicy(managed: unknown): ReadPolicy {
  const problems: PolicyProblem[] = []
  if (!isRecord(managed)) return { policy: NONE, isSet: managed !== undefined, problems }
  const pass: Pass = (place, problem, given) => {
    problems.push({ place, problem, ...(typeof given === 'string' && { given }) })
  }
  for (const name of Object.keys(managed)) if (!NAMES.includes(name)) pass(name, 'unknown')
  const { defaultMode, usersMayChangeModes } = managed
  const mode = defaultMode === undefined ? undefined : readMode(defaultMode, 'defaultMode', pass)
  const sites = readSites(itemsOf(managed, 'sites', pass), pass)
  const lists = readLists(itemsOf(managed, 'trustLists', pass), pass)
  const policy: Policy = {
    ...{ sites, lists },
    ...(mode !== undefined && { defaultMode: mode }),
    usersMayChange: readBoolean(usersMayChangeModes, pass),
  }
  return { policy, isSet: Object.keys(managed).length > 0, problems }
}

type Pass = (place: string, problem: PolicyProblem['problem'], given?: unknown) => void

function itemsOf(managed: Record<string, unknown>, name: string, pass: Pass): unknown[] {
  const value = managed[name]
  if (value === undefined || Array.isArray(value)) return (value ?? []) as unknown[]
  pass(name, 'array', value)
  return []
}

function readSites(items: unknown[], pass: Pass): Map<string, ConsentMode> {
  const sites = new Map<string, ConsentMode>()
  for (const [index, item] of items.entries()) {
    const place = `sites[${index}]`
    if (!isRecord(item)) {
      pass(place, 'object', item)
      continue
    }
    const read = readSite(typeof item.site === 'string' ? item.site : '')
    const mode = readMode(item.mode, `${place}.mode`, pass)
    if ('problem' in read) pass(`${place}.site`, read.problem, item.site)
    // The first counts: of two that contradict each other, no order of reading may widen the other.
    else if (sites.has(read.site)) pass(`${place}.site`, 'twice', item.site)
    else if (mode !== undefined) sites.set(read.site, mode)
  }
  return sites
}

function readLists(items: unknown[], pass: Pass): string[] {
  const urls = items.flatMap((item, index) => {
    const read = typeof item === 'string' ? readAddress(item.trim()) : undefined
    if (read !== undefined && 'url' in read) return [read.url.href]
    pass(`trustLists[${index}]`, 'address', item)
    return []
  })
  return [...new Set(urls)]
}

function readMode(value: unknown, place: string, pass: Pass): ConsentMode | undefined {
  const known = CONSENT_MODES.find((mode) => mode === value)
  if (known === undefined) pass(place, 'mode', value)
  return known
}

/** Where nothing is said, users may; what cannot be read was meant to forbid something. */
function readBoolean(value: unknown, pass: Pass): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? true
  pass('usersMayChangeModes', 'boolean', value)
  return false
}
