import type { RelatedAchievement } from '../credential'
import type { JsonValue } from '../verification'
import { asArray, asId, asString, compact, isObject } from './json-values'

/**
 * Related achievements: ids, or objects with one. Open Badges 2.0, "BadgeClass" (`related`), and 3.0, B.1
 * (Related). How they are related neither says.
 */
export function readRelated(value: JsonValue | undefined): RelatedAchievement[] | undefined {
  const related = asArray(value).flatMap((item): RelatedAchievement[] => {
    const id = asId(item)
    if (id === undefined) return []
    const { inLanguage, version } = isObject(item) ? item : {}
    const others = { language: asString(inLanguage), version: asString(version) }
    return [compact<RelatedAchievement>({ id, ...others })]
  })
  return related.length > 0 ? related : undefined
}
