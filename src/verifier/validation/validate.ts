import { asSet, asString, isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import type { ClassTable, DataModel, PropertyRule } from './class-table'
import { kindNamed } from './kinds'

/** Something that is not as the data model says. */
export interface Violation {
  /** Where, e.g. `credentialSubject.achievement.alignment[1].targetUrl`; names are those of the model. */
  property: string
  expected: string
  missing: boolean
  /** It and every part on the way to it is essential: without it the document lacks its substance. */
  essential: boolean
  /** More than one value where there is one, so that none of them, or any, may be shown. */
  several?: true
}

/** As many as a person can read. */
export const MOST_VIOLATIONS = 10

/** Objects that are looked into; what is beyond them is of no badge. */
const MOST_OBJECTS = 10_000

/**
 * Compares a document with a class of a data model. Gives `MOST_VIOLATIONS` at most, and rather those
 * that decide than others.
 *
 * Properties that the model does not have are allowed. One value may stand for a list of one, and a list
 * of one for a value, as JSON-LD means the same by both.
 *
 * @returns `undefined` where the document is too large to be looked at, and nothing decides so far
 */
export function validate(
  document: JsonObject,
  className: string,
  model: DataModel,
): Violation[] | undefined {
  const validation = new Validation(model)
  validation.object(document, className, { path: '', essential: true })
  const undecided = validation.exhausted && !validation.violations.some(decides)
  return undecided ? undefined : validation.violations
}

interface Place {
  path: string
  essential: boolean
}

class Validation {
  /** Those that decide first. */
  readonly violations: Violation[] = []
  private deciding = 0
  private objects = 0

  constructor(private readonly model: DataModel) {}

  get exhausted(): boolean {
    return this.objects > MOST_OBJECTS
  }

  object(object: JsonObject, className: string, place: Place): void {
    const table = this.model[className]
    if (table === undefined) throw new TypeError(`expected a class of the model, got ${className}`)
    this.objects++
    for (const [name, rule] of Object.entries(table.properties)) {
      if (this.finished()) return
      this.property(valuesOf(object, name), rule, {
        path: `${place.path}${name}`,
        essential: place.essential && rule.required === true && rule.inessential !== true,
      })
    }
    this.groups(object, table, place)
  }

  private groups(object: JsonObject, { oneOf = [] }: ClassTable, place: Place): void {
    for (const group of oneOf)
      if (group.every((name) => valuesOf(object, name).length === 0))
        this.add({
          property: `${place.path}${group.join(' or ')}`,
          expected: 'one of them',
          missing: true,
          essential: place.essential,
        })
  }

  private property(values: JsonValue[], rule: PropertyRule, place: Place): void {
    const { path, essential } = place
    const wrong = { property: path, expected: expectedOf(rule), missing: false, essential }
    if (values.length === 0) {
      if (rule.required) this.add({ ...wrong, missing: true })
    } else if (values.length > 1 && !rule.many && !inLanguages(values, rule)) {
      this.add({ ...wrong, expected: `one ${wrong.expected}`, several: true })
    } else if (rule.of.includes('type')) {
      if (!values.every(isString) || !values.some((value) => isAllowed(value, rule)))
        this.add(wrong)
    } else {
      for (const [index, value] of values.entries()) {
        if (this.finished()) return
        this.value(value, rule, { path: values.length > 1 ? `${path}[${index}]` : path, essential })
      }
    }
  }

  private value(value: JsonValue, rule: PropertyRule, place: Place): void {
    if (rule.of.some((name) => kindNamed(name)?.fits(value)) && isAllowed(value, rule)) return
    const className = rule.of.find((name) => kindNamed(name) === undefined)
    if (className !== undefined && isObject(value))
      this.object(value, className, { ...place, path: `${place.path}.` })
    else {
      const isRead = rule.readable?.some((name) => kindNamed(name)?.fits(value)) === true
      const essential = place.essential && !isRead
      this.add({ property: place.path, expected: expectedOf(rule), missing: false, essential })
    }
  }

  private finished(): boolean {
    return this.exhausted || this.deciding >= MOST_VIOLATIONS
  }

  /** What decides takes the place of something else, so that many trifles cannot crowd it out. */
  private add(violation: Violation): void {
    if (this.finished()) return
    if (decides(violation)) this.violations.splice(this.deciding++, 0, violation)
    else if (this.violations.length < MOST_VIOLATIONS) this.violations.push(violation)
    this.violations.splice(MOST_VIOLATIONS)
  }
}

function decides({ essential, several }: Violation): boolean {
  return essential || several === true
}

function valuesOf(object: JsonObject, name: string): JsonValue[] {
  return asSet(Object.hasOwn(object, name) ? object[name] : undefined)
}

/** One text in several languages is a list in JSON; in each language there is one. */
function inLanguages(values: JsonValue[], { of }: PropertyRule): boolean {
  if (!of.includes('text')) return false
  const languages = values.flatMap(languagesOf)
  return new Set(languages).size === languages.length
}

/** Of a value object its language, of a language map all of them, of a string none. */
function languagesOf(value: JsonValue): string[] {
  if (!isObject(value)) return ['']
  const language = value['@language']
  const named = '@value' in value ? [asString(language) ?? ''] : Object.keys(value)
  return named.map((tag) => tag.toLowerCase())
}

function isAllowed(value: JsonValue, { of, values }: PropertyRule): boolean {
  if (values === undefined || values.includes(value as string)) return true
  return of.includes('term') && typeof value === 'string' && value.startsWith('ext:')
}

function isString(value: JsonValue): value is string {
  return typeof value === 'string'
}

function expectedOf({ of, values }: PropertyRule): string {
  if (of.includes('type')) return values === undefined ? 'type' : values.join(' or ')
  return of.map((name) => kindNamed(name)?.expected ?? name).join(' or ')
}
