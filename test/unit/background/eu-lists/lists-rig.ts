import { createGuardedFetch } from '../../../../src/verifier/http/guarded-fetch'
import { LIMITS } from '../../../../src/verifier/http/limits'
import type { Doors } from '../../../../src/background/door'
import type { Need } from '../../../../src/verifier/report'
import type { TrustedListWay } from '../../../../src/verifier/trusted-lists/trusted-lists'
import {
  LIST_OF_LISTS_URL,
  listOfLists,
  listUrl,
  listXml,
  sealProvider,
  signList,
  type ListMaterial,
  type ListSigners,
} from '../../../fixtures/trusted-lists'

/** Hosts that serve trusted lists: ours to change, to break and to turn off. */
export class ListHosts {
  /** Addresses that were asked, in order. */
  readonly log: string[] = []
  /** By address: what is served there; a number is a status. */
  readonly served = new Map<string, string | number>()
  on = true
  /** Called before each answer. */
  before: () => Promise<void> | void = () => undefined

  constructor(readonly signers: ListSigners) {
    this.publish('EU')
    this.publish('BE')
    this.publish('EE')
  }

  publish(country: keyof ListSigners, changes: Partial<ListMaterial> = {}): void {
    if (country === 'EU') this.served.set(LIST_OF_LISTS_URL, listOfLists(this.signers, changes))
    else {
      const providers = [sealProvider(this.signers[country].certificate, `Seals of ${country}`)]
      const xml = listXml({ country, providers, ...changes })
      this.served.set(listUrl(country), signList(xml, this.signers[country]))
    }
  }

  async answer(url: URL, signal?: AbortSignal | null): Promise<Response> {
    this.log.push(url.href)
    await this.before()
    signal?.throwIfAborted()
    if (!this.on) throw new TypeError('Failed to fetch')
    const served = this.served.get(url.href) ?? 404
    return typeof served === 'number'
      ? new Response('', { status: served })
      : new Response(served, { headers: { 'content-type': 'application/xml' } })
  }
}

export interface Way extends TrustedListWay {
  asked: Need[]
  needs: Need[]
}

/** The guarded fetch of one badge whose hosts may be asked: all, none, or these. */
export function wayTo(
  hosts: ListHosts,
  allowed: boolean | string[] = true,
  signal?: AbortSignal,
): Way {
  const asked: Need[] = []
  const guarded = createGuardedFetch(
    {
      fetch: (input, init) =>
        hosts.answer(new URL(input instanceof Request ? input.url : input), init?.signal),
      ask: (need) => {
        asked.push(need)
        return Promise.resolve(Array.isArray(allowed) ? allowed.includes(need.host) : allowed)
      },
      ...(signal && { signal }),
    },
    LIMITS,
  )
  return { get: guarded.get, asked, needs: guarded.needs }
}

/** Doors that lead to these hosts, each only after it was admitted. */
export function doorsTo(hosts: ListHosts): Doors {
  return {
    open: () => {
      const admitted = new Set<string>()
      return {
        admit: (host: string) => Promise.resolve(void admitted.add(host)),
        fetch: (input: string | URL) => {
          const url = new URL(input)
          if (!admitted.has(url.hostname)) throw new TypeError('Not admitted')
          return hosts.answer(url)
        },
        close: () => undefined,
      }
    },
  } as unknown as Doors
}
