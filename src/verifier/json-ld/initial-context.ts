import { contextProcessor, type ActiveContext } from './processor'

/**
 * The context before any other, for processing with `jsonld`. Its descendants copy themselves without
 * copying their definitions, which `jsonld` replaces and never changes. (Its own copies go down to every
 * member of every definition, which takes most of the time of an expansion.)
 */
export function initialContext(): ActiveContext {
  return {
    ...contextProcessor.getInitialContext({}),
    mappings: new Map(),
    protected: {},
    clone: copy,
    revertToPreviousContext: revert,
  }
}

/** Members that a copy has where the original has them; `jsonld` leaves the others behind as well. */
const KEPT = ['@base', '@language', '@vocab', 'previousContext'] as const

function copy(this: ActiveContext): ActiveContext {
  const { getInverse, clone, revertToPreviousContext } = this
  const child: ActiveContext = {
    mappings: new Map(this.mappings),
    protected: anyOf(this.protected),
    inverse: null,
    getInverse,
    clone,
    revertToPreviousContext,
  }
  for (const name of KEPT) if (name in this) Object.assign(child, { [name]: this[name] })
  return child
}

/** That a term is protected, its definition says; of these `jsonld` asks only whether there are any. */
function anyOf(terms: Record<string, true>): Record<string, true> {
  for (const term in terms) return { [term]: true }
  return {}
}

function revert(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this
}
