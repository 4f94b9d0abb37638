/**
 * What decides is never lost among what does not: for every class of every model, with every part that is
 * essential missing, malformed or there twice, while everything that is inessential is wrong as well.
 */
import { describe, expect, it } from 'vitest'
import type { DataModel, PropertyRule } from '../../../../src/verifier/validation/class-table'
import { EXTENSIONS } from '../../../../src/verifier/validation/extension-classes'
import { kindNamed } from '../../../../src/verifier/validation/kinds'
import { OPEN_BADGES_2 } from '../../../../src/verifier/validation/open-badges-2-classes'
import { OPEN_BADGES_3 } from '../../../../src/verifier/validation/open-badges-3-classes'
import { MOST_VIOLATIONS, validate } from '../../../../src/verifier/validation/validate'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'

const SAMPLES: Record<string, JsonValue> = {
  text: 'Course',
  string: 'Course',
  iri: 'https://x.example/',
  url: 'https://x.example/',
  email: 'a@b.example',
  dateTime: '2025-01-01T00:00:00Z',
  boolean: true,
  number: 1,
  jws: 'aa.bb.cc',
  uuid: '00000000-0000-4000-8000-000000000000',
  language: 'en',
  object: {},
}

/** Fits no kind and no class. */
const WRONG: JsonValue = [[1]]
const manyWrong = (): JsonValue =>
  Array.from({ length: 3 * MOST_VIOLATIONS }, (_, index) => [index])

const isEssential = (rule: PropertyRule) => rule.required === true && rule.inessential !== true
const classIn = ({ of }: PropertyRule) => of.find((name) => kindNamed(name) === undefined)

function sample(rule: PropertyRule, model: DataModel): JsonValue {
  const className = classIn(rule)
  if (className !== undefined) return conforming(className, model)
  return rule.values?.[0] ?? SAMPLES[rule.of[0]!] ?? 'T'
}

/** The least that conforms. */
function conforming(className: string, model: DataModel): JsonObject {
  const { properties, oneOf = [] } = model[className]!
  const required = Object.keys(properties).filter((name) => properties[name]!.required === true)
  const names = [...required, ...oneOf.map(([first]) => first!)]
  return Object.fromEntries(names.map((name) => [name, sample(properties[name]!, model)]))
}

/** Everything wrong that does not decide. */
function trifles(className: string, model: DataModel): JsonObject {
  const { properties, oneOf = [] } = model[className]!
  const open = Object.entries(properties).filter(
    ([name, rule]) => !isEssential(rule) && !oneOf.flat().includes(name),
  )
  return Object.fromEntries(open.map(([name, rule]) => [name, rule.many ? manyWrong() : WRONG]))
}

/** As `trifles`, with more objects than are looked into. */
function heap(className: string, model: DataModel): JsonObject {
  const { properties, oneOf = [] } = model[className]!
  const open = Object.entries(properties).filter(
    ([name, rule]) =>
      !isEssential(rule) &&
      rule.many &&
      classIn(rule) !== undefined &&
      !oneOf.flat().includes(name),
  )
  return Object.fromEntries(open.map(([name]) => [name, HEAP]))
}

const HEAP: JsonValue = Array.from({ length: 10_001 }, () => ({}))

interface Fault {
  /** What is to be named. */
  property: string
  document: JsonObject
}

type Added = (className: string, model: DataModel) => JsonObject

/** Documents of the class, each with one thing wrong that decides, and whatever is added at every level. */
function faults(className: string, model: DataModel, added: Added): Fault[] {
  const { properties, oneOf = [] } = model[className]!
  const whole = { ...added(className, model), ...conforming(className, model) }
  for (const name of Object.keys(properties))
    if (properties[name]!.inessential) Object.assign(whole, pick(added(className, model), name))
  const without = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)))
  const own = Object.entries(properties)
    .filter(([, rule]) => isEssential(rule))
    .flatMap(([name, rule]): Fault[] => {
      const inner = classIn(rule)
      const deeper = inner === undefined ? [] : faults(inner, model, added)
      return [
        { property: name, document: without([name]) },
        { property: name, document: { ...whole, [name]: WRONG } },
        ...(rule.many ? [] : [{ property: name, document: { ...whole, [name]: [[1], [2]] } }]),
        ...deeper.map(({ property, document }) => ({
          property: `${name}.${property}`,
          document: { ...whole, [name]: document },
        })),
      ]
    })
  return [
    ...own,
    ...oneOf.map((group) => ({ property: group.join(' or '), document: without(group) })),
  ]
}

function pick(object: JsonObject, name: string): JsonObject {
  return Object.hasOwn(object, name) ? { [name]: object[name]! } : {}
}

const MODELS: [string, DataModel][] = Object.entries({ OPEN_BADGES_2, OPEN_BADGES_3, EXTENSIONS })
const CLASSES = MODELS.flatMap(([name, model]) =>
  Object.keys(model).map((className) => ({ name, model, className })),
)

describe.each(CLASSES)('$className of $name', ({ model, className }) => {
  it('conforms with the least that it must have', () => {
    expect(validate(conforming(className, model), className, model)).toEqual([])
  })

  it.each<[string, Added]>([
    ['much that does not', trifles],
    ['more than is looked into', heap],
  ])('does not lose what decides among %s', (_, added) => {
    for (const { property, document } of faults(className, model, added)) {
      const found = validate(document, className, model) ?? []
      expect(found.length, property).toBeLessThanOrEqual(MOST_VIOLATIONS)
      expect(found[0], property).toMatchObject({ property, essential: true })
    }
  })

  it('says much that does not decide, and nothing more', () => {
    const document = { ...trifles(className, model), ...conforming(className, model) }
    const found = validate(document, className, model) ?? []
    expect(found.filter(({ essential }) => essential)).toEqual([])
  })
})
