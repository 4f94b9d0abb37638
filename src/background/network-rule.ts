import { browser, type DeclarativeNetRequest } from '../platform/browser'

/**
 * The rule that stops a redirect before it is sent.
 *
 * `fetch` follows redirects without showing where they lead, so a host that was consented to could
 * send us on to one that was not. The browser itself therefore refuses every request of ours, and
 * an allowing rule of higher priority is put up for each host that may be asked, for as long as
 * somebody asks it.
 *
 * Why not one rule with `excludedRequestDomains`: those match subdomains too, so consent to
 * `example.com` would let `tracker.example.com` be asked (tried in Chromium and Firefox). The URL
 * filter `|https://HOST/` matches that host alone, on https and on the default port.
 *
 * The rules know hosts, not checks: `Doors` throws away what a redirect brought from a host that only
 * another check may ask.
 *
 * Pages are not affected: the rules hold for requests that this extension initiates.
 */
export class NetworkRule {
  readonly #hosts = new Map<string, AllowedHost>()
  readonly #ready: Promise<void>
  #nextId = BLOCK_ID + 1
  #last: Promise<unknown>

  constructor() {
    this.#ready = this.#reset()
    this.#last = this.#ready.catch(() => undefined)
  }

  /**
   * Lets a host be asked. Fetch only after the promise has resolved, never after it was rejected;
   * call the function that it gives when done.
   */
  async allow(host: string): Promise<() => void> {
    if (!HOST.test(host)) throw new TypeError(`expected a host name, got ${host}`)
    const entry = this.#hosts.get(host) ?? this.#add(host)
    entry.users++
    let released = false
    const release = () => {
      if (!released && --entry.users === 0) this.#remove(host, entry)
      released = true
    }
    try {
      await entry.inForce
    } catch (error) {
      release()
      throw error
    }
    return release
  }

  #add(host: string): AllowedHost {
    const ruleId = this.#nextId++
    const inForce = this.#update({ addRules: [allowing(host, ruleId)] })
    const entry = { users: 0, ruleId, inForce }
    this.#hosts.set(host, entry)
    return entry
  }

  #remove(host: string, { ruleId }: AllowedHost): void {
    this.#hosts.delete(host)
    this.#update({ removeRuleIds: [ruleId] }).catch(() => undefined)
  }

  /** One after the other. Without the blocking rule nothing is ever allowed. */
  #update(options: DeclarativeNetRequest.UpdateSessionRulesOptionsType): Promise<void> {
    const update = this.#last
      .then(() => this.#ready)
      .then(() => browser.declarativeNetRequest.updateSessionRules(options))
    this.#last = update.catch(() => undefined)
    return update
  }

  /** Session rules outlive the worker: those of its predecessor go. */
  async #reset(): Promise<void> {
    const old = await browser.declarativeNetRequest.getSessionRules()
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: old.map(({ id }) => id),
      addRules: [{ id: BLOCK_ID, priority: 1, action: { type: 'block' }, condition: fromUs() }],
    })
  }
}

interface AllowedHost {
  users: number
  ruleId: number
  inForce: Promise<void>
}

const BLOCK_ID = 1

/** As `URL.hostname` writes a DNS name: nothing that means something in a URL filter. */
const HOST = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/

/** In Chromium our host is the extension's id, in Firefox a UUID of this installation. */
function fromUs(): DeclarativeNetRequest.RuleConditionType {
  return {
    initiatorDomains: [new URL(browser.runtime.getURL('')).host],
    // A link in one of our pages that the user follows.
    excludedResourceTypes: ['main_frame'],
  }
}

function allowing(host: string, id: number): DeclarativeNetRequest.Rule {
  return {
    id,
    priority: 2,
    action: { type: 'allow' },
    condition: { ...fromUs(), urlFilter: `|https://${host}/` },
  }
}
