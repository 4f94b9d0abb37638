import type { ListFormat } from '../list-format'
import { accreditationList } from './accreditation-list'
import { dccRegistry } from './dcc-registry'
import { registryList } from './registry-list'

/** Tried in order; the one with a mark of its own first. */
export const LIST_FORMATS: ListFormat[] = [accreditationList, dccRegistry, registryList]
