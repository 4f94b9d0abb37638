/**
 * As much of JSON Schema 2020-12 as docs/report.schema.json is written in. A keyword that is not known throws:
 * it would otherwise say nothing, and every file would pass it.
 */
export type Schema = Record<string, unknown>

/** What of the value does not fit, with its place, e.g. `/report/verdict: not one of …`; empty: it fits. */
export function misfits(value: unknown, schema: Schema, root: Schema = schema, at = ''): string[] {
  return Object.entries(schema).flatMap(([keyword, expected]) => {
    const check = KEYWORDS[keyword]
    if (check === undefined) throw new Error(`unknown keyword "${keyword}" at ${at}`)
    return check(value, expected as never, { schema, root, at })
  })
}

interface Place {
  schema: Schema
  root: Schema
  at: string
}

type Keyword = (value: unknown, expected: never, place: Place) => string[]

const none = (): string[] => []
const unless = (fits: boolean, { at }: Place, what: string) => (fits ? [] : [`${at}: ${what}`])

const KEYWORDS: Record<string, Keyword> = {
  ...{ $schema: none, $defs: none, title: none, description: none },
  $ref: (value, ref: string, { root, at }) => {
    const defined = (root.$defs as Record<string, Schema>)[ref.replace('#/$defs/', '')]
    if (defined === undefined) throw new Error(`no definition ${ref}`)
    return misfits(value, defined, root, at)
  },
  oneOf: (value, schemas: Schema[], place) => {
    const fitting = schemas.filter((each) => misfits(value, each, place.root).length === 0)
    return unless(fitting.length === 1, place, `fits ${fitting.length} of ${schemas.length} shapes`)
  },
  type: (value, type: string, place) => unless(isOf(value, type), place, `no ${type}`),
  const: (value, wanted: unknown, place) =>
    unless(value === wanted, place, `not ${JSON.stringify(wanted)}`),
  enum: (value, wanted: unknown[], place) =>
    unless(wanted.includes(value), place, `not one of ${wanted.join(', ')}`),
  pattern: (value, pattern: string, place) =>
    unless(typeof value !== 'string' || new RegExp(pattern, 'u').test(value), place, pattern),
  minimum: (value, least: number, place) =>
    unless(typeof value !== 'number' || value >= least, place, `below ${least}`),
  maximum: (value, most: number, place) =>
    unless(typeof value !== 'number' || value <= most, place, `above ${most}`),
  minItems: (value, least: number, place) =>
    unless(!Array.isArray(value) || value.length >= least, place, `fewer than ${least}`),
  required: (value, names: string[], place) =>
    isOf(value, 'object')
      ? names.flatMap((name) => unless(Object.hasOwn(value as object, name), place, `no ${name}`))
      : [],
  properties: (value, properties: Record<string, Schema>, { root, at }) =>
    members(value).flatMap(([name, member]) => {
      const schema = properties[name]
      return schema === undefined ? [] : misfits(member, schema, root, `${at}/${name}`)
    }),
  additionalProperties: (value, more: Schema | false, { schema, root, at }) => {
    const known = schema.properties ?? {}
    return members(value)
      .filter(([name]) => !Object.hasOwn(known, name))
      .flatMap(([name, member]) =>
        more === false
          ? [`${at}/${name}: not known`]
          : misfits(member, more, root, `${at}/${name}`),
      )
  },
  items: (value, items: Schema, { root, at }) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => misfits(item, items, root, `${at}/${index}`))
      : [],
}

function members(value: unknown): [string, unknown][] {
  return isOf(value, 'object') ? Object.entries(value as object) : []
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
