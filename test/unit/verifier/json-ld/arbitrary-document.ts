/** Documents as fast-check draws them: credentials that could be, with mischief in some places. */
import fc from 'fast-check'
import { bundledTerms } from '../../../../src/verifier/json-ld/bundled-terms'
import { BUNDLED_CONTEXTS } from '../../../../src/verifier/json-ld/contexts'
import { isObject } from '../../../../src/verifier/reading/json-values'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/'
const V1 = 'https://www.w3.org/2018/credentials/v1'
const V2 = 'https://www.w3.org/ns/credentials/v2'
const UNDEFINED_TERMS = 'https://www.w3.org/ns/credentials/undefined-terms/v2'
const URLS = [...BUNDLED_CONTEXTS.keys()]

/** Contexts that go together. */
const CONTEXTS = [
  [V2, `${OB}context-3.0.3.json`],
  [V2, `${OB}context-3.0.3.json`, `${OB}extensions.json`],
  [V1, `${OB}context-3.0.1.json`, 'https://w3id.org/security/data-integrity/v1'],
  [V1, `${OB}context-3.0.2.json`, 'https://w3id.org/security/suites/ed25519-2020/v1'],
]

/** For each type that has a context of its own the terms of that context. */
const TERMS_BY_TYPE = new Map<string, string[]>()
for (const document of BUNDLED_CONTEXTS.values()) {
  const context = (document as JsonObject)['@context']
  for (const [type, definition] of Object.entries(isObject(context) ? context : {})) {
    const scoped = isObject(definition) ? definition['@context'] : undefined
    if (isObject(scoped)) TERMS_BY_TYPE.set(type, Object.keys(scoped).filter(isName))
  }
}
const TYPES = [...TERMS_BY_TYPE.keys()]
const TERMS = [...bundledTerms().iris.keys()]

function isName(key: string): boolean {
  return !key.startsWith('@')
}

const IDS = ['did:example:a', 'https://a.example/1', 'urn:uuid:7d1d0f9e', 'mailto:a@b.example']

const ODD_KEYS = [
  '@id',
  '@type',
  '@value',
  '@language',
  '@graph',
  '@list',
  '@set',
  '@index',
  '@nest',
  '@reverse',
  '@included',
  '@direction',
  '@json',
  '@other',
  '@',
  '',
  'rank',
  'constructor',
  'toString',
  'https://a.example/term',
  'xsd:string',
]

const ODD_TEXTS = [
  '',
  'badge-1',
  '@id',
  '@other',
  '_:b0',
  'xsd:date',
  'https://a b',
  'a:b',
  ':x',
  'Achievement',
  'id',
  'https://<>"{}|^`\\',
  'line\nbreak\t"quote"\\\u0000\u007f',
  '\ud800',
  'https://www.w3.org/2001/XMLSchema#date',
]

const NUMBERS = [0, -0, 1, -7, 0.5, 0.1 + 0.2, 0.3, 1e21, 1e-7, 1.5e300, 2 ** 53]

type Draw = fc.GeneratorValue

/** @param mischief one value in so many is odd; 0: none */
export function drawDocument(draw: Draw, mischief: number): JsonObject {
  return new Drawing(draw, mischief).document()
}

class Drawing {
  constructor(
    private readonly draw: Draw,
    private readonly mischief: number,
  ) {}

  document(): JsonObject {
    const contexts = this.isOdd() ? this.some(URLS, 3) : this.of(CONTEXTS)
    return {
      '@context': this.chance(4) ? contexts : [...contexts, UNDEFINED_TERMS],
      ...this.node('OpenBadgeCredential', 4),
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
    }
  }

  private node(type: string, depth: number): JsonObject {
    const terms = TERMS_BY_TYPE.get(type) ?? TERMS
    const names = this.some([...terms, ...terms, ...(this.isOdd() ? TERMS : [])], 5)
    const odd = this.isOdd() ? this.some(ODD_KEYS, 1) : []
    const members = [...names, ...odd].filter((name) => name !== 'id' && name !== 'type')
    return Object.fromEntries([
      ...(this.chance(2) ? [['id', this.id()]] : []),
      ...(this.chance(5) ? [] : [['type', this.types(type)]]),
      ...members.map((name) => [name, this.value(name, depth)]),
      ...(this.isOdd() && this.chance(2) ? [['@context', this.of(URLS)]] : []),
    ]) as JsonObject
  }

  private value(name: string, depth: number): JsonValue {
    if (this.chance(4)) return this.many(() => this.one(name, depth))
    return this.one(name, depth)
  }

  private one(name: string, depth: number): JsonValue {
    if (this.isOdd())
      return this.of<JsonValue>([null, true, [], {}, [[]], this.text(), this.number()])
    if (this.chance(12))
      return { '@value': this.text(), '@language': this.of(['en', 'DE-at', 'x y']) }
    const type = TYPES.find((known) => known.toLowerCase() === name.toLowerCase())
    if (depth > 0 && (type !== undefined || this.chance(4)))
      return this.node(type ?? this.of(TYPES), depth - 1)
    if (this.chance(8)) return this.of<JsonValue>([this.number(), true, false, null])
    return this.chance(2) ? this.id() : this.text()
  }

  private types(type: string): JsonValue {
    if (this.isOdd()) return this.of<JsonValue>([this.text(), [], null, 1, [type, this.text()]])
    return this.chance(3) ? type : [type, ...this.some(TYPES, 1)]
  }

  private id(): string {
    return this.isOdd() ? this.of(ODD_TEXTS) : this.of(IDS)
  }

  private text(): string {
    if (this.isOdd()) return this.of(ODD_TEXTS)
    return this.chance(3)
      ? this.draw(fc.string, { unit: 'binary' })
      : this.of(['A', 'B', 'true', '1'])
  }

  private language(): string {
    return this.isOdd() ? 'x y' : this.of(['en', 'DE-at'])
  }

  private number(): number {
    return this.chance(2) ? this.of(NUMBERS) : this.draw(fc.double, NUMBER)
  }

  private many(create: () => JsonValue): JsonValue[] {
    return Array.from({ length: this.draw(fc.nat, 3) }, create)
  }

  private some(values: readonly string[], most: number): string[] {
    return Array.from({ length: this.draw(fc.nat, most) }, () => this.of(values))
  }

  private of<Value>(values: readonly Value[]): Value {
    return values[this.draw(fc.nat, values.length - 1)]!
  }

  private chance(oneIn: number): boolean {
    return this.draw(fc.nat, oneIn - 1) === 0
  }

  private isOdd(): boolean {
    return this.mischief > 0 && this.chance(this.mischief)
  }
}

const NUMBER = { noNaN: true, noDefaultInfinity: true }
