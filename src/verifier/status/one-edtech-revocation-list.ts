import { asString } from '../reading/json-values'
import { reason } from '../report'
import { judgeList } from './revocation-list'
import { statusCheck, type StatusMethod } from './status-method'

const SPEC = 'https://www.imsglobal.org/spec/vcrl/v1p0/'

/**
 * 1EdTech Revocation List Status Method 1.0: the entry's `id` is the address of a plain list of the
 * issuer's revoked credentials. The list has no proof of its own; what vouches for it is that the
 * signed credential names its address. The specification calls the array `revokedCredential`;
 * `revokedCredentials` occurs.
 */
export const oneEdTechRevocationList: StatusMethod = {
  type: '1EdTechRevocationList',
  async judge(entry, { verification, issuerId, credentialId }) {
    const url = asString(entry.id)
    if (url === undefined) {
      const missing = reason('property-missing', {
        property: 'credentialStatus.id',
        expected: 'URL',
      })
      return { currency: 'unknown', check: statusCheck('unknown', [missing], { spec: SPEC }) }
    }
    const question = {
      url,
      members: ['revokedCredential', 'revokedCredentials'],
      names: credentialId === undefined ? [] : [credentialId],
      issuerId,
      issuerRequired: true,
      spec: SPEC,
    }
    return judgeList(question, verification)
  },
}
