/**
 * Replicas of the pages on which badges are met, each with the truth about it. The truth is what a careful
 * person would say of the page, and not what any version of the extension does with it.
 */
import type { ServedWeb } from '../fixtures/index'
import type { MarkLook } from '../../src/platform/port-messages'
import type { ReasonCode, Verdict } from '../../src/verifier/report'

export type Look = MarkLook | 'none'

/** One element of a page, and all that should come of it. */
export interface TruthRow {
  /** Of exactly one element; ` >>> ` steps into an open shadow root. */
  selector: string
  /** Address of the document in a frame; absent: the page itself. */
  frame?: string
  /** What it is, in a few words. */
  what: string
  /** `badge`: there is a credential to verify, in it or behind it. */
  expected: 'badge' | 'none'
  /** Of the mark on it while nobody has been asked but for images. */
  markBeforeConsent: Look
  /** Whether the popup's list has it after "Verify all". */
  inPopup: boolean
  afterVerify?: { verdict: Verdict; reason?: ReasonCode }
  /** Of the mark on it after "Verify all", where that is not the verdict. */
  markAfterVerify?: Look
  /** What it carries or leads to; every `badge` has it. */
  credential?: Credential
}

export interface Credential {
  /** Name of the achievement; what the popup calls it. */
  name: string
  /** Address of the document or baked image that holds it. */
  at: string
  /** What `at` must be asked for, where its host answers to nothing else. */
  accept?: string
}

/** Something that a visitor does, after which another truth holds. */
export interface Act {
  what: string
  /** Script of the page. */
  script: string
  truth: TruthRow[]
}

export interface KindPage {
  url: string
  truth: TruthRow[]
  acts?: Act[]
  /** The browser itself shows the file; there is no document of ours. */
  isFile?: boolean
}

export interface PageKind {
  /** Lower case and hyphens. */
  id: string
  title: string
  pages: KindPage[]
}

/** Publishes the documents of one kind, and returns its truth. */
export type MakeKind = (web: ServedWeb) => PageKind | Promise<PageKind>

/** Truth of what holds no credential, however much it looks like one. */
export function nothing(selector: string, what: string, more: Partial<TruthRow> = {}): TruthRow {
  return { selector, what, expected: 'none', markBeforeConsent: 'none', inPopup: false, ...more }
}

/** Truth that holds at the end, when the visitor has done all there is to do. */
export function finalTruth({ truth, acts = [] }: KindPage): TruthRow[] {
  return acts.at(-1)?.truth ?? truth
}
