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
  validation.document(document, className)
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
  /** Values that decide nothing by themselves: they wait until all that are essential are looked at. */
  private readonly later: (() => void)[] = []

  constructor(private readonly model: DataModel) {}

  get exhausted(): boolean {
    return this.objects > MOST_OBJECTS
  }

  document(document: JsonObject, className: string): void {
    this.object(document, className, { path: '', essential: true })
    for (const look of this.later) {
      if (this.finished()) return
      look()
    }
  }

  private object(object: JsonObject, className: string, place: Place): void {
    const table = this.model[className]
    if (table === undefined) throw new TypeError(`expected a class of the model, got ${className}`)
    this.objects++
    for (const [name, rule] of Object.entries(table.properties)) {
      if (this.finished()) return
      const path = `${place.path}${name}`
      const essential = place.essential && rule.required === true && rule.inessential !== true
      const values = valuesOf(object, name)
      if (!this.rightNumber(values, rule, { path, essential })) continue
      const look = () => {
        this.values(values, rule, { path, essential })
      }
      // More objects than are looked into must not stand before what decides.
      if (place.essential && !essential) this.later.push(look)
      else look()
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

  /** Whether there are values to look at, and as many as there may be. */
  private rightNumber(
    values: JsonValue[],
    rule: PropertyRule,
    { path, essential }: Place,
  ): boolean {
    const wrong = { property: path, expected: expectedOf(rule), missing: false, essential }
    if (values.length === 0) {
      if (rule.required) this.add({ ...wrong, missing: true })
      return false
    }
    if (values.length === 1 || rule.many || inLanguages(values, rule)) return true
    this.add({ ...wrong, expected: `one ${wrong.expected}`, several: true })
    return false
  }

  private values(values: JsonValue[], rule: PropertyRule, { path, essential }: Place): void {
    if (rule.of.includes('type')) {
      if (!values.every(isString) || !values.some((value) => isAllowed(value, rule)))
        this.add({ property: path, expected: expectedOf(rule), missing: false, essential })
      return
    }
    for (const [index, value] of values.entries()) {
      if (this.finished()) return
      this.value(value, rule, { path: values.length > 1 ? `${path}[${index}]` : path, essential })
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

/** The one violation to name where `validate` gave up: nobody can say that the rest conforms. */
export function tooLarge(property: string): Violation {
  const expected = `at most ${MOST_OBJECTS} objects`
  return { property, expected, missing: false, essential: true }
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
