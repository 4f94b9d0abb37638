/**
 * How the classes of a data model are written down: one table a class, one line a property. The names of
 * kinds are in lower case, those of classes of the same model begin with a capital letter.
 */
import type { Kind } from './kinds'

export interface PropertyRule {
  /** What a value may be; one of them must fit. */
  of: readonly string[]
  required?: true
  /** Required, but what the document says stays the same without it. */
  inessential?: true
  /** Kinds that are read as well: what is written is not as it should be, and what it means is plain. */
  readable?: readonly Kind[]
  /** Several values; without it, one value or a list of one. */
  many?: true
  /** Values that a `type` must have one of, or that a `term` may be. */
  values?: readonly string[]
}

export interface ClassTable {
  properties: Readonly<Record<string, PropertyRule>>
  /** Groups of properties of which each must have one. */
  oneOf?: readonly (readonly string[])[]
}

/** The classes of a data model by name. */
export type DataModel = Readonly<Record<string, ClassTable>>

type Of = Kind | Capitalize<string>

/** At most one value. */
export const one = (...of: Of[]): PropertyRule => ({ of })
/** Exactly one value. */
export const must = (...of: Of[]): PropertyRule => ({ of, required: true })
/** Exactly one value; who reads the document misses nothing without it. */
export const should = (...of: Of[]): PropertyRule => ({ of, required: true, inessential: true })
/** Any number of values. */
export const some = (...of: Of[]): PropertyRule => ({ of, many: true })
/** One value or more. */
export const mustSome = (...of: Of[]): PropertyRule => ({ of, many: true, required: true })
/** `type`, among whose values one of these must be. */
export const mustType = (...values: string[]): PropertyRule => ({
  of: ['type'],
  required: true,
  many: true,
  values,
})
/** A term of an enumeration that may be extended by terms that begin with `ext:`. */
export const oneTerm = (...values: string[]): PropertyRule => ({ of: ['term'], values })
export const mustTerm = (...values: string[]): PropertyRule => ({
  of: ['term'],
  values,
  required: true,
})
