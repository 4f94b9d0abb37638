/**
 * Is it a qualified seal? Only the trusted list of its country can say so (Regulation (EU) No 910/2014,
 * Articles 22 and 38; ETSI TS 119 615).
 */
import { reason, type Check, type Outcome, type Reason } from '../report'
import { takenFrom } from '../trusted-lists/taken-from'
import type {
  ServiceState,
  TrustedService,
  TrustedServiceList,
} from '../trusted-lists/trusted-lists'
import type { Certificate } from './certificate'
import { certificateName } from './named-party'
import type { Seal, SealLevel } from './seal'
import {
  isGranted,
  listOfCountry,
  servicesOf,
  stateAt,
  type ListLookup,
  type ListProblem,
} from './trusted-service'

export interface Qualification {
  /** At least `advanced`: the chain was whole before the list was asked. */
  level: Exclude<SealLevel, 'unknown-chain'>
  questionable: boolean
  check: Check
  /** The service, where the list has one in the chain, whatever its state. */
  service?: string
  trustedList?: NonNullable<Seal['trustedList']>
}

/** TS 119 615, section 4.4: how a certificate for seals is found to be qualified. */
const SPEC = 'https://www.etsi.org/deliver/etsi_ts/119600_119699/119615/'

/**
 * @param chain the sealer's certificate, then at least that of its issuer
 * @param sealedAt milliseconds since 1970
 */
export async function judgeQualification(
  chain: Certificate[],
  sealedAt: number,
  lookUp: ListLookup | undefined,
  now: Date,
): Promise<Qualification> {
  const [leaf, ...above] = chain
  if (leaf === undefined) throw new TypeError('expected a chain')
  const { country } = leaf.issuer
  const found = await listOfCountry(country, lookUp, now)
  if ('problem' in found) return advanced(...problem(found.problem, country))
  const code = country ?? found.list.country
  const all = judgedServices(found.list, above, sealedAt, leaf.notBefore)
  const judged = all.find((one) => refusalOf(one, code) === undefined)
  const [other] = all
  if (judged === undefined) {
    const lacks = reason('trusted-list-lacks', {
      issuer: certificateName(leaf.issuer),
      country: code,
    })
    const why = other && refusalOf(other, code)
    return {
      ...advanced(why ?? lacks, 'warned', why !== undefined),
      ...(other && { service: other.service.name }),
    }
  }
  const { service, states } = judged
  const { statements, callsItselfTest, issuerCallsItselfTest } = leaf
  if (!statements.qualified || !statements.forSeals || callsItselfTest || issuerCallsItselfTest) {
    const why = reason('certificate-not-qualified', { service: service.name })
    return { ...advanced(why, 'warned'), service: service.name }
  }
  const taken = takenBy(states, leaf)
  const { issued, nextUpdate } = found.list
  const params = { service: service.name, country: code, issued }
  if (taken.qualified !== 'no') {
    const [why, outcome] =
      taken.qualified === 'yes'
        ? [reason('trusted-list-excepts', params), 'warned' as const]
        : [reason('trusted-list-may-except', params), 'unknown' as const]
    return { ...advanced(why, outcome), service: service.name }
  }
  const level = statements.device && !taken.device ? 'qualified' : 'advanced-qualified-certificate'
  const said = levelReason(level, statements.device, params)
  return {
    level,
    questionable: false,
    check: check('passed', said),
    service: service.name,
    trustedList: { ...params, ...(nextUpdate !== undefined && { nextUpdate }) },
  }
}

interface JudgedService {
  /** Under which it was sealed. */
  service: TrustedService
  /** When it was sealed, and when the certificate was issued. */
  states: (ServiceState | undefined)[]
}

/**
 * TS 119 615, section 4.4.4, asks for both moments. What was listed only between them had no state when the
 * certificate was issued, and one above it answers for that.
 */
function judgedServices(
  list: TrustedServiceList,
  above: Certificate[],
  sealedAt: number,
  issuedAt: number,
): JudgedService[] {
  const issuing = servicesOf(list, 'CA/QC', above, issuedAt)
  return servicesOf(list, 'CA/QC', above, sealedAt).flatMap((service) => {
    const state = stateAt(service, sealedAt)
    const issuers = issuing.includes(service) ? [service] : issuing
    return issuers.map((issuer) => ({ service, states: [state, stateAt(issuer, issuedAt)] }))
  })
}

/** Qualifiers after which a certificate is a qualified one for seals no more, and those about its device. */
const NO_SEAL = ['NotQualified', 'QCForESig', 'QCForWSA', 'critical-extension']
const NO_DEVICE = ['QCNoQSCD', 'QCNoSSCD']

/** What the list takes from the certificate, when it was sealed or when the certificate was issued. */
function takenBy(
  states: JudgedService['states'],
  leaf: Certificate,
): { qualified: 'yes' | 'perhaps' | 'no'; device: boolean } {
  const all = states.flatMap((state) => (state ? [takenFrom(leaf, state)] : []))
  const surely = all.flatMap((taken) => taken.surely)
  const perhaps = all.flatMap((taken) => taken.perhaps)
  const isPerhaps = perhaps.some((name) => NO_SEAL.includes(name))
  const isSure = surely.some((name) => NO_SEAL.includes(name))
  return {
    qualified: isSure ? 'yes' : isPerhaps ? 'perhaps' : 'no',
    device: [...surely, ...perhaps].some((name) => NO_DEVICE.includes(name)),
  }
}

function levelReason(
  level: SealLevel,
  saysDevice: boolean,
  params: { service: string; country: string; issued: string },
): Reason {
  if (level === 'qualified') return reason('trusted-list-qualified', params)
  return saysDevice
    ? reason('trusted-list-excepts-device', params)
    : reason('trusted-list-qualified-certificate', params)
}

/** Granted for seals when it was sealed, and before that when the certificate was issued. */
function refusalOf({ service, states }: JudgedService, country: string): Reason | undefined {
  const params = { service: service.name, country }
  const ended = states.find((state) => !isGranted(state))
  if (!states.every(isGranted))
    return reason('trusted-list-not-granted', { ...params, status: ended?.status ?? '–' })
  return states.every((state) => state?.forSeals)
    ? undefined
    : reason('trusted-list-not-for-seals', params)
}

function problem(
  found: ListProblem,
  country: string | undefined,
): [Reason, Outcome, questionable: boolean] {
  if (country === undefined || found === 'not-in-union')
    return [reason('trusted-list-no-country'), 'unknown', false]
  if (typeof found === 'object') {
    const stale = reason('trusted-list-stale', { country, date: found.staleSince })
    return [stale, 'unknown', true]
  }
  const codes = {
    'not-asked': reason('trusted-list-not-asked', { country }),
    'not-obtained': reason('trusted-list-not-obtained', { country }),
    'not-signed': reason('trusted-list-not-signed', { country }),
  }
  return [codes[found], 'unknown', false]
}

function advanced(why: Reason, outcome: Outcome, questionable = false): Qualification {
  return { level: 'advanced', questionable, check: check(outcome, why) }
}

function check(outcome: Outcome, why: Reason): Check {
  return { id: 'trusted-list', outcome, reasons: [why], spec: SPEC }
}
