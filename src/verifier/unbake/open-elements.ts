import type { CloseTag, OpenTag, Stop, SvgToken } from './svg-tokens'

/** Nesting beyond what any drawing program writes. */
const MAX_DEPTH = 1_000

interface OpenElement {
  name: string
  /** Prefixes that this element declares; '' is the default namespace. */
  declared: string[]
  /** Within a script or a style sheet, where markup is none. */
  inert: boolean
}

/** The elements that are open at a point of a document, and the namespaces in scope there. */
export class OpenElements {
  #stack: OpenElement[] = []
  /** The bindings of each prefix, innermost last: a lookup costs the same at any depth. */
  #bindings = new Map<string, string[]>()
  #hasRoot = false

  /** Follows a token; says why the document cannot be read further, if so. */
  take(token: SvgToken): Stop | undefined {
    switch (token.kind) {
      case 'open':
        return this.#open(token)
      case 'close':
        return this.#close(token)
      case 'text':
      case 'cdata':
        // "document ::= prolog element Misc*" (XML 1.0, section 2.1)
        return this.#stack.length === 0 && /\S/.test(token.content) ? 'malformed' : undefined
      case 'stop':
        return token.why === 'end' && !this.#isComplete() ? 'cut' : token.why
      case 'ignored':
        return undefined
    }
  }

  /** Whether the innermost element is, or stands in, a script or a style sheet. */
  get inert(): boolean {
    return this.#stack.at(-1)?.inert ?? false
  }

  /** The namespace that a prefix is bound to; '' is the default namespace's prefix. */
  namespaceOf(prefix: string): string | undefined {
    return this.#bindings.get(prefix)?.at(-1)
  }

  #open({ name, attributes }: OpenTag): Stop | undefined {
    if (this.#stack.length === 0 && this.#hasRoot) return 'malformed'
    if (this.#stack.length >= MAX_DEPTH) return 'malformed'
    this.#hasRoot = true
    const declared: string[] = []
    for (const [attribute, namespace] of attributes) {
      const prefix = declaredPrefix(attribute)
      if (prefix === undefined) continue
      this.#bind(prefix, namespace)
      declared.push(prefix)
    }
    const inert = this.inert || /^(?:[^:]*:)?(?:script|style)$/.test(name)
    this.#stack.push({ name, declared, inert })
    return undefined
  }

  #close({ name }: CloseTag): Stop | undefined {
    const element = this.#stack.pop()
    if (element?.name !== name) return 'malformed'
    for (const prefix of element.declared) this.#bindings.get(prefix)?.pop()
    return undefined
  }

  #bind(prefix: string, namespace: string): void {
    const bindings = this.#bindings.get(prefix)
    if (bindings) bindings.push(namespace)
    else this.#bindings.set(prefix, [namespace])
  }

  #isComplete(): boolean {
    return this.#hasRoot && this.#stack.length === 0
  }
}

function declaredPrefix(attribute: string): string | undefined {
  if (attribute === 'xmlns') return ''
  return attribute.startsWith('xmlns:') ? attribute.slice('xmlns:'.length) : undefined
}
