import type { Criteria, ServiceState } from './trusted-lists'

/** What criteria ask of a certificate. */
export interface CertificateFacts {
  /** Object identifiers of its policies (RFC 5280, section 4.2.1.4). */
  policies?: string[]
  /** Bits of KeyUsage, the first is 1; absent: it has none. */
  keyUsage?: number
}

/** What a state of a service takes from a certificate: for sure, and perhaps. */
export interface Taken {
  surely: string[]
  perhaps: string[]
}

export function takenFrom(certificate: CertificateFacts, { exceptions = [] }: ServiceState): Taken {
  const met = (wanted: boolean | undefined): string[] =>
    exceptions.filter(({ from }) => meets(certificate, from) === wanted).map(({ takes }) => takes)
  return { surely: met(true), perhaps: met(undefined) }
}

/** ETSI TS 119 612, section 5.5.9.2.2; undefined: nobody knows. */
export function meets(certificate: CertificateFacts, criteria: Criteria): boolean | undefined {
  if (criteria === 'unread') return undefined
  const { policies = [], keyUsage } = certificate
  if ('policies' in criteria) return criteria.policies.every((one) => policies.includes(one))
  if ('keyUsage' in criteria) {
    const { set, clear } = criteria.keyUsage
    return keyUsage === undefined ? undefined : (keyUsage & (set | clear)) === set
  }
  if ('all' in criteria) return every(criteria.all.map((one) => meets(certificate, one)))
  const parts = 'any' in criteria ? criteria.any : criteria.none
  const isNone = every(parts.map((one) => negated(meets(certificate, one))))
  return 'none' in criteria ? isNone : negated(isNone)
}

/** One that is not settles it, whatever is not known of the others. */
function every(values: (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false
  return values.includes(undefined) ? undefined : true
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}
