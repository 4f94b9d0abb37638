import { asObjects, asSet, asString } from '../reading/json-values'
import type { JsonObject } from '../verification'

/** Does the assertion declare that it is signed? Whoever holds it must not have it verified otherwise. */
export function declaresSigned(assertion: JsonObject): boolean {
  return kindsOf(assertion).some(isSigned)
}

/** Does it declare a kind of verification that no signature is? */
export function declaresUnsigned(assertion: JsonObject): boolean {
  return kindsOf(assertion).some((kind) => !isSigned(kind) && !NO_KIND.test(kind))
}

/** Classes that stand beside the kind: that of all kinds, and those of extensions. */
const NO_KIND = /(^|[:/#])(Verification(Object)?|Extension)$|(^|\/)extensions[:#]/i

/** Kinds of verification; spelled in many ways in the wild, and as `verify` in the words of 1.0. */
function kindsOf({ verification, verify }: JsonObject): string[] {
  return [verification, verify]
    .flatMap((declared) => asObjects(declared))
    .flatMap((object) => asSet(object.type ?? object['@type']))
    .flatMap((type) => asString(type) ?? [])
}

function isSigned(kind: string): boolean {
  return /signed/i.test(kind)
}
