import { JSON_ALONE, type CredentialAddress, type Provider } from '../provider'

/** As its own pages write their address; and hosts whose names speak of such awards, or that are known. */
export const accredibleDomainsLinks = [
  /^https?:\/\/[\w.-]+\/([\da-f]{8}-[\da-f-]{27})\/?(?:\?[^#]*)?#(?:[^#]*#)?acc\.\w{8}(?![\w-])/i,
  /^https?:\/\/[\w.-]*(?:credential|certif[a-z]{2,9}|\bcert|badge)s?(?:-eu)?\.[\w.-]{1,99}\/([\da-f]{8}-[\da-f-]{27})\/?(?=[?#]|$)/i,
] as const

/** Hosts of which links with Accredible's own fragment are public, read on 2026-11-24; and names below them. */
const KNOWN = [
  'badges.n8n.io',
  'certificates.automationanywhere.com',
  'certificates.blockchain-council.org',
  'certificates.confluent.io',
  'certificates.emeritus.org',
  'certificates.isoc.org',
  'certifications.certnexus.com',
  'certified.elastic.co',
  'certified.nexthink.com',
  'certified.tcm-sec.com',
  'certs.ine.com',
  'credential.getsmarter.com',
  'credential.thepbsa.org',
  'credentials.corporatefinanceinstitute.com',
  'credentials.databricks.com',
  'credentials.getdbt.com',
  'credentials.neurotechmicrocreds.com',
  'credentials.nus.edu.sg',
  'credentials.offsec.com',
  'credentials.workato.com',
  'developerbadges.snowflake.com',
  'digitalbadges-eu.skillsoft.com',
  'digitalbadges.skillsoft.com',
  'digitalbadges.umbc.edu',
]

/** Accredible at domains of those who issue with it: the same identifiers, and the same record. */
export const accredibleDomains: Provider = {
  id: 'accredible-domains',
  name: 'Accredible',
  links: accredibleDomainsLinks,
  recognise({ href, hostname }) {
    const [, signed] = accredibleDomainsLinks[0].exec(href) ?? []
    const [, named] = accredibleDomainsLinks[1].exec(href) ?? []
    const id = signed ?? named
    if (id === undefined) return undefined
    const isKnown = KNOWN.some((host) => hostname === host || hostname.endsWith(`.${host}`))
    if (signed !== undefined || isKnown) return { is: 'award', at: records(id) }
    const otherwise = records(id).map((at) => ({ ...at, guessed: true as const }))
    return { is: 'page', otherwise }
  },
}

/** Nothing in such an address tells which of its two regions has the record. */
function records(id: string): CredentialAddress[] {
  return ['', 'eu.'].map((region) => ({
    url: `https://${region}api.accredible.com/v1/obi/badge_assertions/${id.toLowerCase()}`,
    accept: JSON_ALONE,
  }))
}
