import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import type { DocumentScopes } from './document-scopes'
import { iriText, languageLiteral, literal, RDF_TYPE } from './n-quads'
import { leaveToLibrary } from './outside-subset'
import type { Scope } from './scope'
import { Statements, type Node } from './statements'

/**
 * One walk through a document, along its scopes. JSON-LD 1.1 API, sections 5.1 (expansion)
 * and 8.1 (to RDF), for what `readDirectly` reads; anything else throws.
 */
export class Reading {
  readonly statements = new Statements()

  constructor(private readonly scopes: DocumentScopes) {}

  root(document: JsonObject): void {
    const scope = this.scopeOf(document, this.scopes.root, undefined)
    if (isValue(document, scope.inner)) leaveToLibrary()
    this.node(document, scope)
  }

  /** What a node or value object is in RDF. */
  private object(object: JsonObject, { scope: given, key, isGraph }: Of): Node {
    const scope = this.scopeOf(object, given, key)
    // The library asks the object's own contexts what to do with one that says nothing.
    if (!isGraph && scope.inner.isOfGraphs(key)) leaveToLibrary()
    if (isValue(object, scope.inner)) return this.value(object, scope.inner)
    return this.node(object, scope)
  }

  private value(object: JsonObject, scope: Scope): string {
    const [text, language] = ['@value', '@language'].map(
      (keyword) => Object.entries(object).find(([key]) => scope.term(key) === keyword)?.[1],
    )
    const isWhole = Object.keys(object).length === 2
    if (!isWhole || typeof text !== 'string' || typeof language !== 'string') leaveToLibrary()
    return LANGUAGE_TAG.test(language) ? languageLiteral(text, language) : leaveToLibrary()
  }

  private node(object: JsonObject, { inner, ofTypes }: NodeScope): Node {
    const subject = this.idOf(object, inner)
    for (const [key, value] of Object.entries(object)) {
      const term = key === '@context' ? '@id' : inner.term(key)
      if (term === '@id') continue
      if (term === '@type') this.types(subject, value, ofTypes)
      else if (typeof term === 'string') leaveToLibrary()
      else {
        const { predicate, scoped, isGraph } = term
        const scope = scoped === undefined ? inner : this.scopes.enter(inner, 'property', scoped)
        this.values({ subject, predicate, isGraph, key, scope }, value)
      }
    }
    return subject
  }

  private idOf(object: JsonObject, scope: Scope): Node {
    const keys = Object.keys(object).filter((key) => scope.names(key, '@id'))
    const [key] = keys
    if (key === undefined) return this.statements.blankNode()
    const id = object[key]
    return keys.length === 1 && typeof id === 'string' ? iriText(scope.iri(id)) : leaveToLibrary()
  }

  private types(subject: Node, value: JsonValue, scope: Scope): void {
    for (const type of Array.isArray(value) ? value : [value]) {
      if (typeof type !== 'string') leaveToLibrary()
      this.statements.add(subject, TYPE, iriText(scope.vocabularyIri(type)))
    }
  }

  private values(of: Of, value: JsonValue): void {
    if (value === null) return
    if (Array.isArray(value)) for (const item of value) this.values(of, item)
    else if (of.isGraph) this.graph(of, value)
    else if (isObject(value)) this.add(of, this.object(value, of))
    else this.scalar(of, value)
  }

  /** JSON-LD 1.1 API, section 5.1.2, step 13.12: a graph container. */
  private graph(of: Of, value: JsonValue): void {
    if (!isObject(value)) leaveToLibrary()
    const before = this.statements.all.length
    const read = this.statements.inGraph(() => this.object(value, of))
    const isEmpty = this.statements.all.length === before
    // What says nothing, or is no node, is dropped.
    if (isEmpty) leaveToLibrary()
    this.add(of, read.graph)
  }

  private scalar(of: Of, value: string | number | boolean): void {
    const { holds, datatype } = of.scope.property(of.key)
    if (typeof value !== 'string' || holds === 'literal')
      this.add(of, literal(value, datatype), value)
    else if (holds === 'iri') this.add(of, iriText(of.scope.iri(value)))
    else this.add(of, iriText(of.scope.vocabularyIri(value)))
  }

  private add({ subject, predicate }: Of, object: Node, source?: JsonValue): void {
    this.statements.add(subject, predicate, object, source)
  }

  /** JSON-LD 1.1 API, section 5.1.2, steps 7 to 11: the contexts that hold in an object. */
  private scopeOf(object: JsonObject, given: Scope, property: string | undefined): NodeScope {
    const scoped = property === undefined ? undefined : given.scopedTo(property)
    let scope = given.previous && !keepsScope(object, given) ? given.previous : given
    if (scoped !== undefined) scope = this.scopes.enter(scope, 'property', scoped)
    const context = Object.hasOwn(object, '@context') ? object['@context'] : undefined
    if (context !== undefined) scope = this.scopes.enter(scope, 'embedded', context)
    return { inner: this.scopeOfTypes(object, scope), ofTypes: scope }
  }

  private scopeOfTypes(object: JsonObject, scope: Scope): Scope {
    const keys = Object.keys(object)
    const key = keys.find((name) => scope.names(name, '@type'))
    const types = key === undefined ? [] : (object[key] ?? leaveToLibrary())
    let inner = scope
    for (const type of Array.isArray(types) ? types.toSorted() : [types]) {
      if (typeof type !== 'string') leaveToLibrary()
      const context = scope.scopedTo(type)
      if (context !== undefined) inner = this.scopes.enter(inner, 'type', context)
    }
    // A second key, or one that only the contexts of the types make another name of `@type`.
    const isOther = (name: string): boolean =>
      name !== key && (scope.names(name, '@type') || inner.names(name, '@type'))
    return keys.some(isOther) ? leaveToLibrary() : inner
  }
}

/** The scopes of a node: with the contexts of its types, and without, as for the types themselves. */
interface NodeScope {
  inner: Scope
  ofTypes: Scope
}

/** Where a value stands. */
interface Of {
  subject: Node
  predicate: string
  isGraph: boolean
  key: string
  scope: Scope
}

const TYPE = iriText(RDF_TYPE)

/** As `jsonld` checks it; BCP 47 is stricter. */
const LANGUAGE_TAG = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

function isValue(object: JsonObject, scope: Scope): boolean {
  return Object.keys(object).some((key) => scope.names(key, '@value'))
}

/** A value object and a bare reference belong to the node around them, whose scope they keep. */
function keepsScope(object: JsonObject, scope: Scope): boolean {
  const keys = Object.keys(object)
  if (keys.length > 2 || keys.includes('@context')) return false
  return keys.some(
    (key) => scope.names(key, '@value') || (keys.length === 1 && scope.names(key, '@id')),
  )
}
