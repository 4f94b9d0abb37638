import { judgeBitListEntry, type BitListDialect } from './bit-list'
import type { StatusMethod } from './status-method'

/** Bitstring Status List 1.0. */
const DIALECT: BitListDialect = {
  listType: 'BitstringStatusList',
  purposes: ['revocation', 'suspension', 'message'],
  // Section 2.2: it tells that a newer credential can be had and does not invalidate this one.
  informative: ['refresh'],
  spec: 'https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm',
}

export const bitstringStatusList: StatusMethod = {
  type: 'BitstringStatusListEntry',
  judge: (entry, context) => judgeBitListEntry(entry, DIALECT, context),
}
