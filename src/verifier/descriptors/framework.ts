import type { DescriptorId } from './descriptor-ids'
import type { ExplanationId, Obligation } from './descriptor-table'

/** One descriptor that a framework asks for. */
export interface FrameworkElement {
  descriptor: DescriptorId
  obligation: Obligation
  /** What the document calls it. */
  name: string
}

/** A framework of descriptors: one file of `frameworks/` that exports one of these, one line in its list. */
export interface DescriptorFramework {
  id: string
  document: string
  section: string
  url?: string
  /** In the order of the document. */
  elements: readonly FrameworkElement[]
  explanations?: readonly ExplanationId[]
}
