/**
 * What a page frame (content script) and the worker tell each other: over a port named PAGE_PORT, one a frame. When
 * the worker dies the port closes; the content script connects again, says everything again (all messages are
 * idempotent), and by that wakes the worker to finish its queue. Plain JSON only: Chromium turns typed arrays into
 * plain objects on the way, so bytes travel as base64.
 */
import type { Verdict } from '../verifier/report'

export const PAGE_PORT = 'touchstone.page'

// ── content script → worker ─────────────────────────────────────────────────────────────────────

/** Links beside an image that one candidate names. */
export const MOST_LINKS = 4

/** Something in a page that may be a badge. */
export interface Candidate {
  /** Unique within the frame for as long as its element shows this very source. */
  key: string
  /** `image`: the page shows it; `link`: the page links to a file; `page`: the tab is the file. */
  kind: 'image' | 'link' | 'page'
  /** Absolute https, http or data URL of the image or file. */
  url: string
  /** The link around an image. */
  href?: string
  /** That is one by a script alone: the browser does not name it to who right-clicks the image. */
  scripted?: true
  /** Further links beside it that lead to an award, nearest first, at most MOST_LINKS. */
  links?: string[]
  /** Address of the award that the element embeds. */
  embed?: string
  /** The page's own copy of the image was read, and carries no credential. */
  stripped?: true
  /** Alternative text or link text, at most 200 characters. */
  label?: string
  /** Base64 of what the page itself could read without a request (same origin, cache; data URL). */
  bytes?: string
  /** True where `bytes` is the whole file. */
  complete?: boolean
}

export type FromPage =
  /** New candidates; after a reconnect, all of them (`all: true`: the worker drops the others). */
  | { type: 'candidates'; url: string; items: Candidate[]; all?: boolean }
  /** These elements are gone or show something else. */
  | { type: 'gone'; keys: string[] }
  /** A trusted click or key press on a mark: consent for this badge, or "show me the report". */
  | { type: 'activate'; key: string }
  /** Keeps the worker awake while marks say "checking". */
  | { type: 'ping' }

// ── worker → content script ─────────────────────────────────────────────────────────────────────

/** How a mark looks. `none` has no mark: the worker then sends no mark at all. */
export type MarkLook = Exclude<Verdict, 'none'> | 'found' | 'checking' | 'permission-needed'

export interface Mark {
  key: string
  look: MarkLook
  /** The accessible name: a full sentence in the user's language. */
  label: string
}

/** An element of SVG on a square of 24 units: its name, its classes in the style, its attributes. */
export type MarkStroke = [
  name: 'path' | 'circle' | 'rect',
  paint: string,
  attributes: Record<string, string | number>,
]

/** How marks are drawn. */
export interface MarkDrawing {
  /** Style sheet of a mark's shadow root. */
  css: string
  shapes: Record<MarkLook, MarkStroke[]>
}

/**
 * To all frames of a tab, by `tabs.sendMessage`: look at all of many images, and not only at what is near. A frame
 * answers only where there is something to say; the first that does is heard.
 */
export const READ_ALL = { type: 'read-all' } as const

export interface WholePage {
  /** Something is being read. */
  reading?: true
  /** There is more than a frame may have looked at. */
  partial?: true
}

export type ToPage =
  /** Draws or changes these marks; `null` removes. */
  | {
      type: 'marks'
      /** Of the labels, as a tag; they need not be in the page's. */
      language: string
      /** With the first marks that a line tells a script after it began, or woke. */
      drawing?: MarkDrawing
      marks: { key: string; mark: Mark | null }[]
    }
  /** Scrolls to the badge and points at it. */
  | { type: 'locate'; key: string }
  /** The site is off: no marks, nothing observed, nothing reported, until `wake`. */
  | { type: 'rest' }
  /** The site is on again: looks at the page anew and says everything. */
  | { type: 'wake' }
