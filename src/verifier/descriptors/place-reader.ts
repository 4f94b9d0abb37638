import { ofAchievement, type Ordinal } from '../alignments/place'
import type { Achievement } from '../credential'
import type { DescriptorId } from './descriptor-ids'
import type { DescriptorValue } from './descriptor-table'
import type { FieldPath, SourcePath } from './source-path'
import type { Subject } from './subject'

/** @returns values that are not blank, in the order of the credential */
export type PlaceReader = (
  subject: Subject,
  descriptor: DescriptorId,
  /** The values of another descriptor. */
  valuesOfOther: (descriptor: DescriptorId) => DescriptorValue[],
) => DescriptorValue[]

export function field(path: FieldPath, ordinal: Ordinal = {}): SourcePath {
  return { place: 'field', path, ...ordinal }
}

/** Reads each achievement by itself. */
export function ofEach(
  read: (achievement: Achievement, ordinal: Ordinal) => DescriptorValue[],
): PlaceReader {
  return ({ credential: { achievements } }) => {
    const [only, ...others] = achievements
    if (only !== undefined && others.length === 0) return read(only, {})
    return achievements.flatMap((item, index) => read(item, ofAchievement(index, achievements)))
  }
}
