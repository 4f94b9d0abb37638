import type { DescriptorFramework } from '../framework'
import { euAnnex1 } from './eu-annex-1'
import { jvCampus } from './jv-campus'
import { qualityCriteria } from './quality-criteria'

/** In the order in which they are shown. */
export const FRAMEWORKS: readonly DescriptorFramework[] = [euAnnex1, jvCampus, qualityCriteria]
