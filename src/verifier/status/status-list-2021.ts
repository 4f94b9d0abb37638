import { judgeBitListEntry, type BitListDialect } from './bit-list'
import type { StatusMethod } from './status-method'

/**
 * Status List 2021, the draft that became Bitstring Status List: the same bits in the same order, other
 * type names, no multibase prefix, and two purposes.
 */
const DIALECT: BitListDialect = {
  listType: 'StatusList2021',
  purposes: ['revocation', 'suspension'],
  informative: [],
  spec: 'https://www.w3.org/TR/2023/WD-vc-status-list-20230427/#validate-algorithm',
}

export const statusList2021: StatusMethod = {
  type: 'StatusList2021Entry',
  judge: (entry, context) => judgeBitListEntry(entry, DIALECT, context),
}
