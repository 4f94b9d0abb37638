import 'fake-indexeddb/auto'
import type { EscoClock } from '../../../../src/background/esco/esco-line'
import type { EscoWay } from '../../../../src/verifier/alignments/esco-lookup'
import type { EscoEntry } from '../../../../src/verifier/alignments/esco-index/entry'
import { createGuardedFetch } from '../../../../src/verifier/http/guarded-fetch'
import { LIMITS } from '../../../../src/verifier/http/limits'
import type { Need } from '../../../../src/verifier/report'
import type { EscoStandIn } from '../../../esco/stand-in'

const BASE = 'http://data.europa.eu/esco/'
export const uuid = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const WELD: EscoEntry = {
  uri: `${BASE}skill/${uuid(1)}`,
  kind: 'skill',
  label: 'weld metal',
}
export const OLD: EscoEntry = {
  ...{ uri: `${BASE}skill/${uuid(2)}`, kind: 'knowledge', label: 'forges' },
  obsolete: true,
}
export const WELDER: EscoEntry = {
  ...{ uri: `${BASE}occupation/${uuid(3)}`, kind: 'occupation', label: 'welder' },
}
export const GROUP: EscoEntry = { uri: `${BASE}skill/${uuid(4)}`, kind: 'group', label: 'skills' }
export const MISSING = `${BASE}skill/${uuid(9)}`
export const SMALL = [WELD, OLD, WELDER, GROUP]

/** Time passes only while somebody waits. */
export class FakeClock implements EscoClock {
  time = Date.parse('2026-06-01T12:00:00Z')
  readonly waits: number[] = []

  now(): number {
    return this.time
  }

  wait(ms: number): Promise<void> {
    this.waits.push(ms)
    this.time += ms
    return Promise.resolve()
  }
}

/** The guarded fetch of a badge whose hosts may be asked, or may not. */
export function wayTo(
  esco: EscoStandIn,
  { allowed = true }: { allowed?: boolean } = {},
): EscoWay & { asked: Need[]; needs: Need[] } {
  const asked: Need[] = []
  const guarded = createGuardedFetch(
    {
      fetch: (input) => esco.answer(new URL(input instanceof Request ? input.url : input)),
      ask: (need) => {
        asked.push(need)
        return Promise.resolve(allowed)
      },
    },
    LIMITS,
  )
  return { get: guarded.get, asked, needs: guarded.needs }
}
